#include "engine/study/report_methods.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "engine/analyses/quantity_text.h"
#include "engine/core/number_text.h"
#include "engine/study/report_parameters.h"
#include "engine/study/shown_values.h"
#include "engine/study/table_words.h"

namespace desakota::study {
namespace {

using core::Text;
using layers::Layer;

/// How each kind of value stands in a record.
struct RecordWords {
    std::string operator()(std::monostate /*none*/) const { return {}; }
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return core::number_text(value); }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(const std::vector<double>& values) const {
        return list(values, [](double value) { return core::number_text(value); });
    }
    std::string operator()(const std::vector<std::string>& values) const {
        return list(values, [](const std::string& value) { return value; });
    }

private:
    template <class Value, class Words>
    static std::string list(const std::vector<Value>& values, Words words) {
        std::string text;
        for (const auto& value : values) text += (text.empty() ? "" : ", ") + words(value);
        return text;
    }
};

report::ShownFigure shown(const analyses::Figure& figure) {
    const auto value = figure.value ? analyses::grouped(*figure.value, figure.decimals) : core::same_text("–");
    return {figure.label, value};
}

/// Says of which columns the roles were taken: true for every run of a kind, and in run.json.
bool is_about_columns(const core::Diagnostic& message) {
    if (message.severity != core::Severity::Information) return false;
    auto words = message.text.english;
    constexpr std::string_view kFrom = " from ";
    constexpr std::string_view kDari = " dari kolom ";
    for (auto place = words.find(kFrom); place != std::string::npos; place = words.find(kFrom, place + kDari.size())) {
        words.replace(place, kFrom.size(), kDari);
    }
    return words != message.text.english && words == message.text.indonesian;
}

std::vector<Text> notes_of(const RunResult& run, const StudyResults& results) {
    std::vector<Text> notes;
    for (const auto& message : run.messages) {
        if (!is_about_columns(message)) notes.push_back(without_options(message.text, results));
    }
    return notes;
}

/// Texts of several seasons, those that all have once; others say of which season they are.
class SeasonTexts {
public:
    void add(const RunResult& run, const std::vector<Text>& texts) {
        ++seasons_;
        for (const auto& text : texts) {
            const auto known = std::ranges::find(texts_, text, &Told::text);
            if (known == texts_.end()) {
                texts_.push_back({text, {season_title(run)}});
            } else {
                known->seasons.push_back(season_title(run));
            }
        }
    }
    [[nodiscard]] std::vector<Text> take() const {
        std::vector<Text> all;
        for (const auto& told : texts_) {
            const bool is_of_all = told.seasons.size() >= seasons_ || told.seasons.front().english.empty();
            all.push_back(is_of_all ? told.text : told.seasons.front() + core::same_text(": ") + told.text);
        }
        return all;
    }

private:
    struct Told {
        Text text;
        std::vector<Text> seasons;
    };
    std::vector<Told> texts_;
    std::size_t seasons_ = 0;
};

/// Figures of several seasons: those that differ say in their label of which one they are.
std::vector<report::ShownFigure> figures_of(const std::vector<const RunResult*>& seasons) {
    std::vector<report::ShownFigure> all;
    for (std::size_t i = 0; i < seasons.front()->results.figures.size(); ++i) {
        const auto first = shown(seasons.front()->results.figures[i]);
        const bool is_same = std::ranges::all_of(seasons, [&](const RunResult* run) {
            return i < run->results.figures.size() && shown(run->results.figures[i]).value == first.value;
        });
        for (const auto* run : seasons) {
            if (i >= run->results.figures.size()) continue;
            auto figure = shown(run->results.figures[i]);
            if (!is_same) figure.label = figure.label + core::same_text(", ") + season_words(*run);
            all.push_back(std::move(figure));
            if (is_same) break;
        }
    }
    return all;
}

report::Method method_of(const std::vector<const RunResult*>& seasons, const StudyResults& results) {
    const auto& first = *seasons.front();
    report::Method method;
    method.title = subject_of(first);
    std::vector<Text> names;
    SeasonTexts answers;
    SeasonTexts notes;
    for (const auto* run : seasons) {
        names.push_back(names.empty() ? season_title(*run) : season_words(*run));
        answers.add(*run, run->results.summary);
        notes.add(*run, notes_of(*run, results));
    }
    method.season = enumeration(names);
    method.what = without_options(first.analysis->help, results);
    method.answers = answers.take();
    method.notes = notes.take();
    method.figures = figures_of(seasons);
    return method;
}

bool is_read_as_table(const std::string& name) {
    static const std::vector<std::string_view> endings{"_legs",        "_routes",       "_components",
                                                       "_lorenz",      "_model",        "_households",
                                                       "_hinterlands", "_desire_lines", "_serving"};
    return std::ranges::none_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

Text table_title(const Layer& layer) {
    return layer.title.english.empty() ? core::same_text(layer.name) : layer.title;
}

/// How many rows of the settlements' layers a column says yes in.
double count_yes(const RunResult& run, std::string_view column) {
    const auto* layer = settlement_layer(run);
    if (layer == nullptr) return 0.0;
    double count = 0.0;
    for (std::size_t row = 0; row < layer->row_count; ++row) {
        if (number_in(*layer, column, row).value_or(0.0) > 0.0) count += 1.0;
    }
    return count;
}

double count_status(const RunResult& run, std::string_view status) {
    const auto* layer = settlement_layer(run);
    if (layer == nullptr) return 0.0;
    double count = 0.0;
    for (std::size_t row = 0; row < layer->row_count; ++row) {
        if (text_in(*layer, "status", row) == status) count += 1.0;
    }
    return count;
}

class Limits {
public:
    void add(Text text) {
        if (std::ranges::find(texts_, text) == texts_.end()) texts_.push_back(std::move(text));
    }
    /// `one` is the sentence of a single settlement.
    void add_counted(const RunResult& run, double count, const Text& one, const Text& pattern) {
        if (count <= 0.0) return;
        const auto number = analyses::grouped(count);
        add(subject_of(run) + core::same_text(": ") +
            (count == 1.0 ? one : analyses::fill_text(pattern.english, pattern.indonesian, number)));
    }
    [[nodiscard]] std::vector<Text> take() { return std::move(texts_); }

private:
    std::vector<Text> texts_;
};

void add_flags(Limits& limits, const RunResult& run) {
    limits.add_counted(run, count_yes(run, "edge"),
                       {"for 1 settlement something nearer may lie outside the data.",
                        "untuk 1 permukiman mungkin ada yang lebih dekat di luar cakupan data."},
                       {"for {} settlements something nearer may lie outside the data.",
                        "untuk {} permukiman mungkin ada yang lebih dekat di luar cakupan data."});
    limits.add_counted(run, count_yes(run, "unsure"),
                       {"the figures of 1 settlement rest on fewer than 30 households and are unsure.",
                        "angka 1 permukiman berdasar kurang dari 30 rumah tangga sehingga kurang pasti."},
                       {"the figures of {} settlements rest on fewer than 30 households and are unsure.",
                        "angka {} permukiman berdasar kurang dari 30 rumah tangga sehingga kurang pasti."});
    limits.add_counted(run, count_status(run, "withheld"),
                       {"the figures of 1 settlement are withheld, as they rest on fewer than 5 households.",
                        "angka 1 permukiman tidak ditampilkan karena berdasarkan kurang dari 5 rumah tangga."},
                       {"the figures of {} settlements are withheld: they rest on fewer than 5 households, or others "
                        "that do could be worked out from them.",
                        "angka {} permukiman tidak ditampilkan: berdasarkan kurang dari 5 rumah tangga, atau dari "
                        "angkanya bisa dihitung angka lain yang demikian."});
}

void add_unverified_lines(Limits& limits, const RunResult& run) {
    const auto* lines = companion_of(run, "_lines");
    if (lines == nullptr) return;
    for (std::size_t row = 0; row < lines->row_count; ++row) {
        if (text_in(*lines, "line_provenance", row) != std::string_view("unverified")) continue;
        const std::string title(text_in(*lines, "line_title", row).value_or(""));
        limits.add(core::format_text("The amount of the poverty line \"{}\" is not verified.",
                                     "Besar garis kemiskinan \"{}\" belum terverifikasi.", title));
    }
}

void add_warnings(Limits& limits, const RunResult& run, const StudyResults& results) {
    for (const auto& message : run.messages) {
        if (message.severity != core::Severity::Warning) continue;
        limits.add(subject_of(run) + core::same_text(": ") + without_options(message.text, results));
    }
}

/// What readers look for first: settlements and the summary of an analysis, in its first season.
bool is_main(const RunResult& run, const Layer& layer, const StudyResults& results) {
    const auto first = std::ranges::find(results.runs, run.name, &RunResult::name);
    if (first != results.runs.end() && first->season != run.season) return false;
    return &layer == &run.results.layers.front() || &layer == settlement_layer(run) ||
           &layer == companion_of(run, "_summary");
}

/// The title of a parameter in the first analysis that has it.
Text parameter_title(const StudyResults& results, const std::string& name) {
    for (const auto& run : results.runs) {
        if (const auto* parameter = run.analysis->find(name)) return parameter->title;
    }
    return {};
}

/// "telang.gpkg|layername=roads" of a path.
std::string_view file_of(std::string_view source) {
    return source.substr(source.find_last_of('/') + 1);
}

/// As the study says of the layer with that source; without one, of the layer that is called like the parameter.
std::string dated(const Study& study, const io::RecordedInput& input) {
    const auto has_source = [&](const StudyLayer& layer) {
        return std::ranges::any_of(layer.sources,
                                   [&](const std::string& source) { return file_of(source) == file_of(input.source); });
    };
    const auto named = std::ranges::find(study.layers, input.parameter, &StudyLayer::name);
    if (named != study.layers.end() && has_source(*named)) return named->dated;
    const auto other = std::ranges::find_if(study.layers, has_source);
    if (other != study.layers.end()) return other->dated;
    return named == study.layers.end() ? std::string{} : named->dated;
}

}  // namespace

std::vector<report::Method> report_methods(const StudyResults& results) {
    std::vector<std::vector<const RunResult*>> runs;
    for (const auto& run : results.runs) {
        const auto known = std::ranges::find(runs, run.name, [](const auto& seasons) { return seasons.front()->name; });
        known == runs.end() ? runs.push_back({&run}) : known->push_back(&run);
    }
    std::vector<report::Method> methods;
    methods.reserve(runs.size());
    for (const auto& seasons : runs) methods.push_back(method_of(seasons, results));
    return methods;
}

std::vector<report::Table> report_tables(const StudyResults& results) {
    std::vector<report::Table> tables;
    for (const auto& run : results.runs) {
        for (const auto& layer : run.results.layers) {
            if (layer.row_count == 0 || !is_read_as_table(plain_name(run, layer))) continue;
            tables.push_back(
                {layer.name, table_title(layer), &layer, table_words(run, layer), is_main(run, layer, results)});
        }
    }
    return tables;
}

std::vector<Text> report_limits(const Study& study, const StudyResults& results) {
    Limits limits;
    for (const auto& run : results.runs) {
        add_flags(limits, run);
        add_unverified_lines(limits, run);
    }
    limits.add({"Speeds and times of travel follow the speed profile, not measurements on the spot.",
                "Kecepatan dan waktu tempuh mengikuti profil kecepatan, bukan hasil pengukuran di lapangan."});
    if (study.maps.indicative_boundaries) {
        limits.add({"Administrative boundaries are indicative and no reference for legal matters.",
                    "Batas administrasi bersifat indikatif dan bukan acuan resmi."});
    }
    for (const auto& run : results.runs) add_warnings(limits, run, results);
    return limits.take();
}

std::vector<report::Source> report_sources(const Study& study, const StudyResults& results) {
    std::vector<report::Source> sources;
    for (const auto& input : results.recorded_inputs) {
        auto source = io::without_password(input.source);
        if (!input.layer.empty() && source.find(input.layer) == std::string::npos) source += " (" + input.layer + ")";
        const auto of_layer = dated(study, input);
        sources.push_back({input.parameter, std::move(source), of_layer, input.sha256, input.rows,
                           parameter_title(results, input.parameter)});
    }
    return sources;
}

std::string record_text(const io::RecordValue& value) {
    return std::visit(RecordWords{}, value);
}

}  // namespace desakota::study
