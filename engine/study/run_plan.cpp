#include "engine/study/run_plan.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/analyses/kept_networks.h"
#include "engine/core/error.h"
#include "engine/study/effective_parameters.h"
#include "engine/study/fed_columns.h"
#include "engine/study/group_layers.h"

namespace desakota::study {
namespace {

using core::Text;

/// What maps and report show of the input.
const std::array<std::string, 13> shown_inputs{"settlements", "roads",      "rivers", "ferries",    "landings",
                                               "facilities",  "centres",    "area",   "households", "table",
                                               "matches",     "activities", "areas"};

Text in_season(const std::string& season) {
    if (season == "wet") return {" (wet season)", " (musim hujan)"};
    return {" (dry season)", " (musim kemarau)"};
}

/// The layers under the names that the study gives them.
void rename(analyses::Results& results, const PlannedRun& run) {
    std::map<std::string, std::vector<maps::Style>> styles;
    for (auto& layer : results.layers) {
        const auto name = layer_name(layer.name, *run.analysis, run.name, run.suffix);
        styles[name] = std::move(results.styles[layer.name]);
        layer.name = name;
        if (!run.suffix.empty()) layer.title = layer.title + in_season(run.season);
    }
    results.styles = std::move(styles);
}

/// The parameter that a message says has no effect; empty for other messages. Analyses begin such a message with it.
std::string idle_parameter(const core::Diagnostic& message) {
    const auto& text = message.text.english;
    if (!text.starts_with("--") || text.find("no effect") == std::string::npos) return {};
    return text.substr(2, text.find_first_of(" :,") - 2);
}

class PlanRunner {
public:
    PlanRunner(const Plan& plan, Inputs& inputs, const std::string& record_place, const StudyContext& context)
        : plan_(plan), inputs_(inputs), record_place_(record_place), context_(context) {}

    StudyResults run() {
        inputs_.keep(shown_inputs);
        results_.language = context_.language;
        results_.recorded_inputs = all_recorded(plan_, inputs_);
        const auto work = work_of_runs();
        double done = 0.0;
        for (std::size_t i = 0; i < plan_.runs.size(); ++i) {
            core::Stage stage(context_.progress, done, done + work[i]);
            done += work[i];
            run_one(i, stage);
        }
        if (!idle_.empty()) throw core::Error(core::ExitStatus::WrongUsage, std::move(idle_));
        for (const auto& parameter : shown_inputs) results_.inputs[parameter] = inputs_.layers(parameter);
        return std::move(results_);
    }

private:
    /// The share of each run in the whole, by the rows it takes; the first one with very many mends the network for
    /// all.
    [[nodiscard]] std::vector<double> work_of_runs() const {
        constexpr double kLeast = 100.0;
        constexpr double kMany = 20'000.0;
        constexpr double kTimesOfFirst = 4.0;
        std::vector<double> work;
        double all = 0.0;
        for (std::size_t i = 0; i < plan_.runs.size(); ++i) {
            double rows = kLeast;
            for (const auto& input : inputs_.recorded(i)) rows += static_cast<double>(input.rows.value_or(0));
            const bool is_first =
                rows > kMany && std::ranges::all_of(work, [&](double other) { return other < kMany; });
            work.push_back(is_first ? kTimesOfFirst * rows : rows);
            all += work.back();
        }
        for (auto& share : work) share /= all;
        return work;
    }

    void run_one(std::size_t number, core::Progress& progress) {
        const auto& run = plan_.runs[number];
        RunResult result;
        result.name = run.name;
        result.season = run.season;
        result.suffix = run.suffix;
        result.analysis = run.analysis;
        auto diagnostics = inputs_.messages(number);
        diagnostics.allow_unused_options();
        auto arguments = inputs_.arguments(number);
        result.fields = arguments.fields;
        result.parameters = effective_parameters(*run.analysis, run.values, arguments, record_place_);
        try {
            for (const auto& fed : run.fed) {
                feed(arguments.layers.at("settlements").front(), fed, results_.runs[fed.run].results.layers.front());
            }
            analyses::RunContext context{progress, diagnostics, context_.language, context_.threads, &networks_};
            result.results = run.analysis->run(arguments, context);
            diagnostics.throw_errors();
        } catch (const core::Cancelled&) {
            throw;
        } catch (const core::Error& error) {
            std::vector<Text> problems;
            problems.reserve(error.problems().size());
            for (const auto& problem : error.problems()) problems.push_back(told_with_line(plan_, run, problem));
            throw core::Error(error.status(), std::move(problems));
        }
        rename(result.results, run);
        add_groups(number, result);
        keep_messages(run, diagnostics, result);
        results_.runs.push_back(std::move(result));
    }

    void add_groups(std::size_t number, RunResult& result) {
        const auto* settlements = inputs_.look(number, "settlements");
        if (settlements == nullptr) return;
        for (auto& group : group_layers(result, *settlements, context_.language)) {
            result.results.styles[group.layer.name] = std::move(group.styles);
            result.results.layers.push_back(std::move(group.layer));
        }
    }

    /// That a value of the whole study has no effect in one run is nobody's fault.
    void keep_messages(const PlannedRun& run, const core::Diagnostics& diagnostics, RunResult& result) {
        for (const auto& message : diagnostics.items()) {
            const auto parameter = idle_parameter(message);
            if (parameter.empty()) {
                result.messages.push_back(message);
            } else if (run.own.contains(parameter)) {
                idle_.push_back(told_with_line(plan_, run, message.text));
            }
        }
    }

    const Plan& plan_;
    Inputs& inputs_;
    const std::string& record_place_;
    const StudyContext& context_;
    analyses::KeptNetworks networks_;
    StudyResults results_;
    std::vector<Text> idle_;
};

}  // namespace

std::vector<Order> orders_of(const Plan& plan) {
    std::vector<Order> orders;
    orders.reserve(plan.runs.size());
    for (const auto& run : plan.runs) {
        Order order{run.analysis, &run.values};
        for (const auto& fed : run.fed) {
            order.promised["settlements"].push_back({fed.name, fed.type, "", core::same_text(fed.name)});
        }
        order.told = [&plan, &run](const Text& fault) { return told_with_line(plan, run, fault); };
        orders.push_back(std::move(order));
    }
    return orders;
}

std::vector<io::RecordedInput> all_recorded(const Plan& plan, const Inputs& inputs) {
    std::vector<io::RecordedInput> all;
    for (std::size_t i = 0; i < plan.runs.size(); ++i) {
        for (auto& input : inputs.recorded(i)) {
            const auto is_known = std::ranges::any_of(all, [&](const io::RecordedInput& other) {
                return other.parameter == input.parameter && other.source == input.source;
            });
            if (!is_known) all.push_back(std::move(input));
        }
    }
    return all;
}

StudyResults run_plan(const Plan& plan, Inputs& inputs, const std::string& record_place, const StudyContext& context) {
    return PlanRunner(plan, inputs, record_place, context).run();
}

}  // namespace desakota::study
