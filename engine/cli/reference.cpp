#include "engine/cli/reference.h"

#include <fmt/format.h>

#include "engine/analyses/parameter_text.h"
#include "engine/cli/front_end_parameters.h"
#include "engine/cli/help.h"

namespace desakota::cli {
namespace {

using analyses::Analysis;
using analyses::column_type_name;
using analyses::geometry_name;
using analyses::Parameter;
using core::Language;
using core::Text;

constexpr std::size_t kWidth = 120;

/// A '|' would end the cell, and '<' start a tag.
std::string cell(const std::string& text) {
    std::string result;
    for (const char letter : text) {
        if (letter == '|') result += '\\';
        if (letter == '<') {
            result += "&lt;";
        } else {
            result += letter;
        }
    }
    return result;
}

std::string option_table(const std::vector<Parameter>& parameters, Language language) {
    auto text = Text{"| option | meaning |\n| --- | --- |\n", "| pilihan | arti |\n| --- | --- |\n"}.in(language);
    for (const auto& parameter : parameters) {
        const auto value = usage_word(parameter).in(language);
        text += fmt::format("| `--{}{}` | {} |\n", parameter.name, value.empty() ? "" : " " + cell(value),
                            cell(parameter_description(parameter).in(language)));
    }
    return text + "\n";
}

std::string column_table(const analyses::OutputLayer& output, Language language) {
    if (output.columns.empty()) return {};
    auto text = Text{"| column | type | unit | meaning |\n| --- | --- | --- | --- |\n",
                     "| kolom | jenis | satuan | arti |\n| --- | --- | --- | --- |\n"}
                    .in(language);
    for (const auto& column : output.columns) {
        text += fmt::format("| `{}` | {} | {} | {} |\n", column.name, column_type_name(column.type).in(language),
                            cell(column.unit), cell(column.alias.in(language)));
    }
    return text + "\n";
}

/// "Styles in QGIS: `distance` (Distance by road), ..."; empty for a table.
std::string style_line(const analyses::OutputLayer& output, Language language) {
    std::string list;
    for (const auto& style : output.styles) {
        if (style.classes.empty()) continue;
        list += fmt::format("{}`{}` ({})", list.empty() ? "" : ", ", style.name, style.title.in(language));
    }
    if (list.empty()) return {};
    return Text{"Styles in QGIS: ", "Gaya di QGIS: "}.in(language) + list + ".\n\n";
}

std::string output_section(const analyses::OutputLayer& output, Language language) {
    auto line = fmt::format("`{}`: {}; {}", output.name, output.title.in(language),
                            geometry_name(output.geometry).in(language));
    if (!output.when.in(language).empty()) line += fmt::format("; {}", output.when.in(language));
    return line + ".\n\n" + style_line(output, language) + column_table(output, language);
}

std::string analysis_section(const Analysis& analysis, Language language) {
    auto text = fmt::format("## {}\n\n{} ({})\n\n{}\n\n", analysis.id, analysis.title.in(language),
                            analysis.group.in(language), wrapped(analysis.help.in(language), kWidth, 0, 0));
    if (!analysis.parameters.empty()) text += option_table(analysis.parameters, language);
    text += Text{"### Layers of the result\n\n", "### Lapisan hasil\n\n"}.in(language);
    for (const auto& output : analysis.outputs) text += output_section(output, language);
    return text;
}

Text introduction() {
    return {
        "# Reference\n\nEvery analysis of `desakota`, its options and its results. This page is generated from the "
        "catalogue by\n`desakota_reference`: change the declaration of an analysis, not this page.\n\n",
        "# Rujukan\n\nSemua analisis `desakota`, pilihan, dan hasilnya. Halaman ini dibuat dari katalog oleh\n"
        "`desakota_reference`: yang diubah adalah deklarasi analisisnya, bukan halaman ini.\n\n"};
}

}  // namespace

std::string reference_page(const analyses::Catalogue& catalogue, Language language) {
    auto text = introduction().in(language);
    text += Text{"## Every analysis\n\n", "## Setiap analisis\n\n"}.in(language);
    text += option_table(front_end_parameters(), language);
    for (const auto& analysis : catalogue) text += analysis_section(analysis, language);
    text.pop_back();  // each section ends in an empty line; the page does not
    return text;
}

}  // namespace desakota::cli
