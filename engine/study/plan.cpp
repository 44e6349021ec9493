#include "engine/study/plan.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "engine/core/error.h"
#include "engine/core/suggestion.h"
#include "engine/study/fed_columns.h"
#include "engine/study/parameter_words.h"
#include "engine/study/results.h"

namespace desakota::study {
namespace {

using analyses::Analysis;
using analyses::Parameter;
using core::Text;

/// What a run is given, word by word, with the line of each.
struct Given {
    Words words;
    std::map<std::string, int> lines;
    std::set<std::string> own;
    bool is_refused = false;  // names a source that must not even be opened
};

bool is_lower_snake(const std::string& name) {
    const auto is_letter = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    };
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && std::ranges::all_of(name, is_letter);
}

bool takes_seasons(const Analysis& analysis, const Words& words) {
    return analysis.find("season") != nullptr && words.contains("roads");
}

std::string season_suffix(const Study& study, const std::string& season) {
    return study.seasons.size() > 1 && !season.empty() ? "_" + season : "";
}

class Planner {
public:
    Planner(const PlanQuestion& question, core::Diagnostics& diagnostics)
        : question_(question), study_(question.study), diagnostics_(diagnostics) {
        plan_.name = question.name;
    }

    Plan make() {
        check_layers();
        check_common();
        for (const auto& run : study_.runs) add(run);
        check_seasons();
        check_unused_layers();
        check_asked_maps();
        return std::move(plan_);
    }

private:
    [[nodiscard]] Text at_line(int line) const {
        return core::format_text("{0}, line {1}: ", "{0}, baris {1}: ", question_.name, line);
    }

    void fault(int line, const Text& problem) { tell_once(at_line(line) + problem); }

    void unknown(int line, const Text& what, const std::string& word, const std::vector<std::string>& known) {
        fault(line, core::format_text("unknown ", "tidak dikenal: ") + what +
                        core::format_text(" `{}`.", " `{}`.", word) +
                        core::did_you_mean(core::nearest_word(word, known)));
    }

    /// The parameters of all analyses for which `wanted` holds, by name.
    template <class Wanted>
    std::vector<std::string> names_of(const Wanted& wanted) const {
        std::set<std::string> names;
        for (const auto& analysis : question_.catalogue) {
            for (const auto& parameter : analysis.parameters) {
                if (wanted(parameter)) names.insert(parameter.name);
            }
        }
        return {names.begin(), names.end()};
    }

    /// The keys of a layer are fields of some analysis.
    void check_layers() {
        const auto fields = names_of([](const Parameter& parameter) { return is_field(parameter); });
        for (const auto& layer : study_.layers) {
            for (const auto& entry : layer.fields.entries) {
                if (std::ranges::find(fields, entry.key) != fields.end()) continue;
                unknown(entry.value.line, {"field", "kolom"}, entry.key, fields);
            }
        }
    }

    /// Not where runs were left out for other faults.
    void check_seasons() {
        if (study_.seasons.empty() || plan_.runs.empty() || !told_.empty()) return;
        const bool has_effect =
            std::ranges::any_of(plan_.runs, [](const PlannedRun& run) { return !run.season.empty(); });
        if (has_effect) return;
        fault(study_.seasons_line,
              {"`seasons` has no effect, as no analysis here goes over roads. Leave the line out.",
               "`seasons` tidak berpengaruh karena tidak ada analisis lewat jalan. Hapus barisnya."});
    }

    /// Layers that no run takes: their names are mistakes, or their sources are yet to be looked at. So are those of
    /// runs that were left out.
    void check_unused_layers() {
        const auto known = names_of([](const Parameter& parameter) { return is_layer(parameter); });
        for (const auto& layer : study_.layers) {
            const bool is_used = used_.contains(layer.name);
            const bool is_known = is_used || std::ranges::find(known, layer.name) != known.end();
            if (!is_known) unknown(layer.line, {"layer", "lapisan"}, layer.name, known);
            for (const auto& source : layer.sources) {
                auto path = study_path(source, question_.folder);
                if (const auto& refusal = path.refusal) {
                    if (!is_used) fault(layer.source_line, *refusal);
                } else if (!will_be_read(path.path)) {
                    plan_.unused.push_back({std::move(path.path), layer.source_line});
                }
            }
        }
    }

    [[nodiscard]] bool will_be_read(const std::string& path) const {
        return std::ranges::any_of(plan_.runs, [&](const PlannedRun& run) {
            return std::ranges::any_of(run.values.sources, [&](const auto& given) {
                return std::ranges::find(given.second, path) != given.second.end();
            });
        });
    }

    /// Columns are looked for when the results are there; that no run gives the layer is seen already.
    void check_asked_maps() {
        const std::vector<std::string> names(layer_names_.begin(), layer_names_.end());
        for (const auto& asked : study_.asked_maps) {
            const bool may_be = asked.layer.find("_by_") != std::string::npos || layer_names_.contains(asked.layer);
            if (!may_be && !asked.layer.empty()) {
                unknown(asked.line, {"layer of the results", "lapisan hasil"}, asked.layer, names);
            }
        }
    }

    void check_common() {
        const auto known =
            names_of([](const Parameter& parameter) { return !is_field(parameter) && !is_layer(parameter); });
        for (const auto& entry : study_.parameters.entries) {
            if (std::ranges::find(known, entry.key) != known.end()) continue;
            unknown(entry.value.line, {"parameter", "parameter"}, entry.key, known);
        }
    }

    void add(const StudyRun& run) {
        const auto* analysis = analysis_of(run);
        if (analysis == nullptr) return;
        Given given;
        add_own(run, *analysis, given);
        add_common(*analysis, given);
        add_layers(run, *analysis, given);
        if (given.is_refused) return;
        const bool has_seasons =
            takes_seasons(*analysis, given.words) && !given.words.contains("season") && !study_.seasons.empty();
        for (const auto& season : has_seasons ? study_.seasons : std::vector<std::string>{""}) {
            add_season(run, *analysis, given, season);
        }
    }

    const Analysis* analysis_of(const StudyRun& run) {
        const auto place = std::ranges::find(question_.catalogue, run.analysis, &Analysis::id);
        if (place != question_.catalogue.end()) return &*place;
        if (run.analysis.empty()) return nullptr;  // told already
        std::vector<std::string> ids;
        ids.reserve(question_.catalogue.size());
        for (const auto& analysis : question_.catalogue) ids.push_back(analysis.id);
        unknown(run.line, {"analysis", "analisis"}, run.analysis, ids);
        return nullptr;
    }

    void add_own(const StudyRun& run, const Analysis& analysis, Given& given) {
        for (const auto& entry : run.parameters.entries) {
            const auto* parameter = analysis.find(entry.key);
            if (parameter == nullptr) {
                std::vector<std::string> known{"analysis", "name", "layers"};
                for (const auto& other : analysis.parameters) known.push_back(other.name);
                unknown(entry.value.line, core::format_text("key of {}", "kunci {}", analysis.id), entry.key, known);
                continue;
            }
            if (is_layer(*parameter) && add_named_layer(*parameter, entry, analysis, given)) continue;
            give(*parameter, entry.value, given);
            given.own.insert(parameter->name);
        }
    }

    void add_common(const Analysis& analysis, Given& given) {
        for (const auto& entry : study_.parameters.entries) {
            const auto* parameter = analysis.find(entry.key);
            if (parameter != nullptr && !is_given(*parameter, given)) give(*parameter, entry.value, given);
        }
    }

    static bool is_given(const Parameter& parameter, const Given& given) {
        return given.lines.contains(parameter.name);
    }

    void give(const Parameter& parameter, const config::Value& value, Given& given) {
        given.lines[parameter.name] = value.line;
        auto words = parameter_words(parameter, value, [&](const Text& problem) { fault(value.line, problem); });
        if (!words) return;
        if (parameter.kind == analyses::ParameterKind::YesNo) {
            const bool is_no = words->front() == "false";
            if (is_no && !needs_negation(parameter)) return;
            given.words[is_no ? std::string(kNegation) + parameter.name : parameter.name] = {"true"};
            return;
        }
        if (is_layer(parameter) || parameter.kind == analyses::ParameterKind::File) {
            for (auto& word : *words) word = path_of(word, value.line, given);
        }
        given.words[parameter.name] = *std::move(words);
    }

    std::string path_of(const std::string& source, int line, Given& given) {
        auto path = study_path(source, question_.folder);
        if (const auto& refusal = path.refusal) {
            given.is_refused = true;
            tell_once(at_line(line) + *refusal);
        }
        return path.path;
    }

    const StudyLayer* layer_named(const std::string& name) const {
        const auto place = std::ranges::find(study_.layers, name, &StudyLayer::name);
        return place == study_.layers.end() ? nullptr : &*place;
    }

    /// `settlements = "transmigrants"`: another layer of the study in place of the one of that name.
    bool add_named_layer(const Parameter& parameter, const config::Entry& entry, const Analysis& analysis,
                         Given& given) {
        const auto* name = std::get_if<std::string>(&entry.value.data);
        const auto* layer = name == nullptr ? nullptr : layer_named(*name);
        if (layer == nullptr) return false;
        used_.insert(layer->name);
        give_layer(parameter, *layer, analysis, given);
        return true;
    }

    void add_layers(const StudyRun& run, const Analysis& analysis, Given& given) {
        if (const auto& wanted = run.layers) check_wanted(run, *wanted);
        for (const auto& layer : study_.layers) {
            const auto* parameter = analysis.find(layer.name);
            if (parameter == nullptr || !is_layer(*parameter) || is_given(*parameter, given)) continue;
            const auto& wanted = run.layers;
            if (wanted && std::ranges::find(*wanted, layer.name) == wanted->end()) continue;
            used_.insert(layer.name);
            give_layer(*parameter, layer, analysis, given);
        }
    }

    void check_wanted(const StudyRun& run, const std::vector<std::string>& wanted) {
        std::vector<std::string> known;
        known.reserve(study_.layers.size());
        for (const auto& layer : study_.layers) known.push_back(layer.name);
        for (const auto& name : wanted) {
            if (layer_named(name) == nullptr) unknown(run.line, {"layer", "lapisan"}, name, known);
        }
    }

    void give_layer(const Parameter& parameter, const StudyLayer& layer, const Analysis& analysis, Given& given) {
        given.lines[parameter.name] = layer.source_line;
        if (layer.sources.size() > 1 && !takes_many(parameter)) {
            fault(layer.source_line,
                  core::format_text("`{0}` takes one layer in {1}, not several.", "`{0}` hanya satu lapisan dalam {1}.",
                                    parameter.name, analysis.id));
            return;
        }
        auto& words = given.words[parameter.name];
        for (const auto& source : layer.sources) words.push_back(path_of(source, layer.source_line, given));
        for (const auto& entry : layer.fields.entries) {
            const auto* field = analysis.find(entry.key);
            const bool fits = field != nullptr && is_field(*field) && field->of == parameter.name;
            if (fits && !is_given(*field, given)) give(*field, entry.value, given);
        }
    }

    void add_season(const StudyRun& run, const Analysis& analysis, Given given, const std::string& season) {
        PlannedRun planned;
        planned.analysis = &analysis;
        planned.name = run.name;
        planned.season = season;
        planned.suffix = season_suffix(study_, season);
        planned.line = run.line;
        if (!season.empty()) given.words["season"] = {season};
        planned.lines = std::move(given.lines);
        planned.own = std::move(given.own);
        check_name(planned);
        core::Diagnostics faults;
        planned.values = read_values(analysis.parameters, given.words, faults);
        if (const auto problems = problems_of(faults); !problems.empty()) {
            for (const auto& problem : problems) tell_once(told_with_line(plan_, planned, problem));
            return;
        }
        try {
            planned.fed = fed_columns(plan_.runs, planned, given.words);
        } catch (const core::Error& error) {
            for (const auto& problem : error.problems()) tell_once(told_with_line(plan_, planned, problem));
            return;
        }
        plan_.runs.push_back(std::move(planned));
    }

    static std::vector<Text> problems_of(core::Diagnostics& faults) {
        try {
            faults.throw_errors(core::ExitStatus::WrongUsage);
        } catch (const core::Error& error) {
            return error.problems();
        }
        return {};
    }

    /// A fault of two seasons, or of one source in two runs, is one fault.
    void tell_once(Text problem) {
        if (std::ranges::find(told_, problem) != told_.end()) return;
        told_.push_back(problem);
        diagnostics_.error(std::move(problem));
    }

    void check_name(const PlannedRun& planned) {
        if (!is_lower_snake(planned.name)) {
            tell_once(
                told_with_line(plan_, planned,
                               core::format_text("the name `{}` must be of small letters, digits and _.",
                                                 "nama `{}` harus dari huruf kecil, angka, dan _.", planned.name)));
        }
        for (const auto& name : layer_names(planned)) {
            if (is_reserved(name) || !layer_names_.insert(name).second) {
                tell_once(told_with_line(
                    plan_, planned,
                    core::format_text("two results would have a layer of the name `{0}`, or it is a name of the "
                                      "GeoPackage's own. Give this run another: name = \"{1}_2\".",
                                      "dua hasil akan memiliki lapisan bernama `{0}`, atau nama itu milik GeoPackage "
                                      "sendiri. Beri nama lain: name = \"{1}_2\".",
                                      name, planned.name)));
                return;
            }
        }
    }

    static std::vector<std::string> layer_names(const PlannedRun& planned) {
        std::vector<std::string> names;
        names.reserve(planned.analysis->outputs.size());
        for (const auto& output : planned.analysis->outputs) {
            names.push_back(layer_name(output.name, *planned.analysis, planned.name, planned.suffix));
        }
        return names;
    }

    /// What a GeoPackage keeps for itself.
    static bool is_reserved(const std::string& name) {
        return name == "layer_styles" || name.starts_with("gpkg_") || name.starts_with("rtree_") ||
               name.starts_with("sqlite_");
    }

    const PlanQuestion& question_;
    const Study& study_;
    core::Diagnostics& diagnostics_;
    Plan plan_;
    std::vector<Text> told_;
    std::set<std::string> used_;         // layers that a run takes
    std::set<std::string> layer_names_;  // of the results
};

}  // namespace

Plan make_plan(const PlanQuestion& question, core::Diagnostics& diagnostics) {
    return Planner(question, diagnostics).make();
}

}  // namespace desakota::study
