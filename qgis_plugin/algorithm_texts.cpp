#include "qgis_plugin/algorithm_texts.h"

#include <algorithm>

#include <qgsprocessingparameters.h>

#include "qgis_plugin/words.h"

#include "engine/analyses/parameter_text.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::qgis_plugin {
namespace {

using core::Language;
using core::Text;

QString escaped(const std::string& text) {
    return to_qt(text).toHtmlEscaped();
}

QString column_lines(const analyses::OutputLayer& output, Language language) {
    QString lines;
    for (const auto& column : output.columns) {
        lines += "<li><code>" + escaped(column.name) + "</code>: " + escaped(column.alias.in(language)) + "</li>";
    }
    return "<ul>" + lines + "</ul>";
}

QString words_of(const std::string& text) {
    return to_qt(text).toLower().remove(',');
}

const analyses::Parameter* parameter_of(const analyses::Analysis& analysis,
                                        const QgsProcessingParameterDefinition& definition) {
    const auto place = std::ranges::find_if(analysis.parameters, [&](const analyses::Parameter& parameter) {
        return parameter_name(parameter.name) == definition.name();
    });
    return place == analysis.parameters.end() ? nullptr : &*place;
}

/// What is accepted, as a sentence that begins with a blank; empty where nothing is to be said.
Text accepted_text(const analyses::Parameter& parameter) {
    const auto range = analyses::range_text(parameter);
    if (!range.english.empty()) return Text{" Accepted: ", " Yang diterima: "} + range + core::same_text(".");
    if (parameter.choices.empty()) return {};
    const auto codes = analyses::joined(analyses::choice_codes(parameter), ", ");
    return core::format_text(" Accepted: {}.", " Yang diterima: {}.", codes);
}

}  // namespace

QString help_text(const analyses::Analysis& analysis, Language language) {
    auto text = "<p>" + escaped(analysis.help.in(language)) + "</p>";
    for (const auto& output : analysis.outputs) {
        text += "<p><b>" + escaped(output.title.in(language)) + "</b></p>" + column_lines(output, language);
    }
    return text;
}

QString group_id(const analyses::Analysis& analysis) {
    QString id;
    for (const auto letter : to_qt(analysis.group.english).toLower()) {
        if (letter.isLetterOrNumber()) id += letter;
    }
    return id;
}

QStringList tag_list(const analyses::Analysis& analysis) {
    QStringList tags = to_qt(analysis.id).split('-');
    for (const auto* const text : {&analysis.title, &analysis.group}) {
        tags += words_of(text->english).split(' ');
        tags += words_of(text->indonesian).split(' ');
    }
    tags.push_back(QStringLiteral("desakota"));
    tags.removeDuplicates();
    return tags;
}

QString value_problem(const QgsProcessingParameterDefinition& definition, const analyses::Analysis& analysis,
                      Language language) {
    const auto title = definition.description().toStdString();
    const auto problem = core::format_text("\"{}\": this value cannot be used, or none is given.",
                                           "\"{}\": nilai ini tidak dapat dipakai, atau belum diisi.", title);
    const auto* const parameter = parameter_of(analysis, definition);
    const auto accepted = parameter == nullptr ? Text{} : accepted_text(*parameter);
    return to_qt((problem + accepted).in(language));
}

QString summary_text(const analyses::Results& results, Language language) {
    QStringList sentences;
    for (const auto& sentence : results.summary) sentences.push_back(to_qt(sentence.in(language)));
    return sentences.join(' ');
}

QString figure_lines(const analyses::Results& results, Language language) {
    const Text unknown{"unknown", "tidak diketahui"};
    QString lines;
    for (const auto& figure : results.figures) {
        const auto value = figure.value ? analyses::grouped(*figure.value, figure.decimals) : unknown;
        lines += "\n" + to_qt(figure.label.in(language)) + ": " + to_qt(value.in(language));
    }
    return lines;
}

void add_figures(const analyses::Results& results, QVariantMap& answers) {
    for (const auto& figure : results.figures) {
        if (figure.value) answers[parameter_name(figure.name)] = *figure.value;
    }
}

}  // namespace desakota::qgis_plugin
