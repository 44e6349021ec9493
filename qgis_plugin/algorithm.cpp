#include "qgis_plugin/algorithm.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <new>
#include <utility>

#include <QIcon>
#include <qgsexception.h>
#include <qgsprocessingcontext.h>
#include <qgsprocessingfeedback.h>
#include <qgsprocessingoutputs.h>

#include "qgis_plugin/algorithm_texts.h"
#include "qgis_plugin/feedback_progress.h"
#include "qgis_plugin/layer_styles.h"
#include "qgis_plugin/parameters.h"
#include "qgis_plugin/words.h"

#include "engine/analyses/parameter_text.h"
#include "engine/core/parallel.h"

namespace desakota::qgis_plugin {
namespace {

/// Where the stages of a run end, as shares of its time.
constexpr double kReadEnd = 0.4;
constexpr double kComputedEnd = 0.9;

/// Calls `work`; what it throws becomes the one exception that QGIS knows, with all problems, a line each.
template <class Work, class ProblemText>
auto with_qgis_exceptions(const Work& work, const ProblemText& problem_text) {
    try {
        return work();
    } catch (const core::Error& error) {
        throw QgsProcessingException(problem_text(error));
    } catch (const std::bad_alloc&) {
        throw QgsProcessingException(problem_text(core::failure(
            {"Not enough memory. Close other programs, or cut the layers to a smaller area.",
             "Memori tidak cukup. Tutup program lain, atau potong lapisan ke wilayah yang lebih kecil."})));
    } catch (const QgsException&) {
        throw;
    } catch (const std::exception& fault) {
        throw QgsProcessingException(problem_text(core::failure(
            core::format_text("An internal fault of Desakota: {}. Please report it with the log.",
                              "Kesalahan internal Desakota: {}. Mohon laporkan beserta lognya.", fault.what()))));
    }
}

}  // namespace

Algorithm::Algorithm(const analyses::Analysis& analysis, Networks networks)
    : analysis_(analysis), networks_(std::move(networks)), language_(qgis_language()) {}

QString Algorithm::name() const {
    return algorithm_name(analysis_.id);
}
QString Algorithm::displayName() const {
    return to_qt(analysis_.title.in(language_));
}
QString Algorithm::shortDescription() const {
    return displayName();
}
QString Algorithm::shortHelpString() const {
    return help_text(analysis_, language_);
}
QString Algorithm::group() const {
    return to_qt(analysis_.group.in(language_));
}
QString Algorithm::groupId() const {
    return group_id(analysis_);
}
QStringList Algorithm::tags() const {
    return tag_list(analysis_);
}
QIcon Algorithm::icon() const {
    return QIcon(QStringLiteral(":/desakota/icon.svg"));
}
QString Algorithm::svgIconPath() const {
    return QStringLiteral(":/desakota/icon.svg");
}

QgsProcessingAlgorithm* Algorithm::createInstance() const {
    return new Algorithm(analysis_, networks_);
}

void Algorithm::initAlgorithm(const QVariantMap& /*configuration*/) {
    for (const auto& parameter : analysis_.parameters) {
        auto definition = to_qgis(parameter, language_);
        // Whoever chooses a place for the output asks for it: the dialog need not ask twice.
        const bool asks = std::ranges::find(analysis_.outputs, parameter.name, &analyses::OutputLayer::asked_by) !=
                          analysis_.outputs.end();
        if (asks) definition->setFlags(definition->flags() | QgsProcessingParameterDefinition::FlagHidden);
        addParameter(definition.release());
    }
    for (const auto& output : analysis_.outputs) addParameter(sink_of(analysis_, output, language_).release());
    addOutput(new QgsProcessingOutputString(QStringLiteral("SUMMARY"),
                                            to_qt(core::Text{"Summary", "Ringkasan"}.in(language_))));
}

bool Algorithm::checkParameterValues(const QVariantMap& parameters, QgsProcessingContext& context,
                                     QString* message) const {
    QStringList problems;
    for (const auto* const definition : parameterDefinitions()) {
        if (definition->checkValueIsAcceptable(parameters.value(definition->name()), &context)) continue;
        problems.push_back(value_problem(*definition, analysis_, language_));
    }
    if (problems.isEmpty()) return QgsProcessingAlgorithm::checkParameterValues(parameters, context, message);
    if (message != nullptr) *message = problems.join('\n');
    return false;
}

bool Algorithm::prepareAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                                 QgsProcessingFeedback* /*feedback*/) {
    return with_qgis_exceptions(
        [&] {
            // Scripts may come here without having asked whether their values can be accepted.
            QString problems;
            if (!checkParameterValues(parameters, context, &problems)) throw QgsProcessingException(problems);
            bound_ = take_thread_bound_input({*this, analysis_, parameters, context});
            return true;
        },
        [&](const core::Error& error) { return problem_text(error); });
}

QVariantMap Algorithm::processAlgorithm(const QVariantMap& parameters, QgsProcessingContext& context,
                                        QgsProcessingFeedback* feedback) {
    core::Diagnostics diagnostics;
    diagnostics.allow_unused_options();
    try {
        return with_qgis_exceptions(
            [&] {
                return run({*this, analysis_, parameters, context}, feedback, diagnostics);
            },
            [&](const core::Error& error) {
                tell(diagnostics, feedback);
                return problem_text(error);
            });
    } catch (const QgsProcessingException&) {
        // QGIS itself says that a run was cancelled.
        if (feedback != nullptr && feedback->isCanceled()) return {};
        throw;
    }
}

QVariantMap Algorithm::run(const RunRequest& request, QgsProcessingFeedback* feedback, core::Diagnostics& diagnostics) {
    FeedbackProgress progress(feedback);
    core::Stage reading(progress, 0.0, kReadEnd);
    auto input = read_input(request, std::exchange(bound_, {}), reading, diagnostics);
    core::Stage computing(progress, kReadEnd, kComputedEnd);
    analyses::KeptNetworks networks(networks_, std::move(input.contents));
    analyses::RunContext context{computing, diagnostics, language_, core::thread_count(0), &networks};
    const auto results = analysis_.run(input.arguments, context);
    diagnostics.throw_errors();
    core::Stage writing(progress, kComputedEnd, 1.0);
    auto answers = write(request, results, input, writing, diagnostics);
    tell(diagnostics, feedback);
    const auto summary = summary_text(results, language_);
    if (feedback != nullptr) feedback->pushInfo(summary + figure_lines(results, language_));
    answers[QStringLiteral("SUMMARY")] = summary;
    add_figures(results, answers);
    return answers;
}

QVariantMap Algorithm::write(const RunRequest& request, const analyses::Results& results, const RunInput& input,
                             core::Progress& progress, core::Diagnostics& diagnostics) const {
    QVariantMap answers;
    double done = 0.0;
    const auto share = 1.0 / static_cast<double>(std::max<std::size_t>(results.layers.size(), 1));
    for (const auto& layer : results.layers) {
        core::Stage stage(progress, done, done + share);
        done += share;
        for (const auto& output : analysis_.outputs) {
            if (output.name != layer.name) continue;
            const auto written = write_to_sink(request, sink_name(analysis_, output), layer, input.crs, stage);
            if (!written) continue;
            answers[written->parameter] = written->destination;
            style(written->destination, layer, request.context, diagnostics);
        }
    }
    return answers;
}

void Algorithm::tell(const core::Diagnostics& diagnostics, QgsProcessingFeedback* feedback) const {
    if (feedback == nullptr) return;
    for (const auto& item : diagnostics.items()) {
        const auto text = in_dialog_words(item.text, analysis_, language_);
        item.severity == core::Severity::Warning ? feedback->pushWarning(text) : feedback->pushInfo(text);
    }
}

QString Algorithm::problem_text(const core::Error& error) const {
    QStringList problems;
    for (const auto& problem : error.problems()) problems.push_back(in_dialog_words(problem, analysis_, language_));
    return problems.join('\n');
}

}  // namespace desakota::qgis_plugin
