#include "engine/study/read_study.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "engine/config/reader.h"

namespace desakota::study {
namespace {

using config::Reader;
using core::Text;

constexpr double kMostWeight = 1000.0;

/// The table `[key]`, or nullptr.
const config::Table* table_of(Reader& reader, std::string_view key) {
    const auto* value = reader.value(key);
    if (value == nullptr) return nullptr;
    const auto* table = std::get_if<config::Table>(&value->data);
    if (table == nullptr) {
        reader.error(value->line,
                     core::format_text("`{0}` must be a table: [{0}].", "`{0}` harus berupa tabel: [{0}].", key));
    }
    return table;
}

int line_of(const Reader& reader, std::string_view key) {
    const auto* value = reader.table().find(key);
    return value == nullptr ? reader.table().line : value->line;
}

/// `title = "..."`, or in both languages `title = { en = "...", id = "..." }`; empty where there is none.
Text title_of(Reader& reader) {
    const auto* value = reader.table().find("title");
    if (value != nullptr && std::holds_alternative<config::Table>(value->data)) {
        return reader.bilingual("title").value_or(Text{});
    }
    return core::same_text(reader.text("title").value_or(""));
}

bool lacks_title(const Reader& reader) {
    const auto* value = reader.table().find("title");
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
    return value == nullptr || (text != nullptr && text->empty());
}

void report_missing(Reader& reader, std::string_view key) {
    reader.error(reader.table().line, core::format_text("`{}` is missing.", "`{}` belum diisi.", key));
}

/// The keys of a table that are none of `known`: parameters.
ParameterValues other_keys(const config::Table& table, const std::vector<std::string>& known) {
    ParameterValues values;
    values.line = table.line;
    for (const auto& entry : table.entries) {
        if (std::ranges::find(known, entry.key) == known.end()) values.entries.push_back(entry);
    }
    return values;
}

/// Texts of which each must be one of `choices`.
std::vector<std::string> chosen_texts(Reader& reader, const std::string& key, const std::vector<std::string>& choices) {
    auto texts = reader.texts(key);
    for (const auto& text : texts) {
        if (std::ranges::find(choices, text) != choices.end()) continue;
        std::string list;
        for (const auto& choice : choices) list += (list.empty() ? "" : ", ") + choice;
        reader.error(line_of(reader, key),
                     core::format_text("`{0}` holds \"{1}\"; accepted: {2}.", "`{0}` berisi \"{1}\"; pilihannya: {2}.",
                                       key, text, list));
    }
    return texts;
}

/// A list that is empty or names a season twice is a mistake.
void check_seasons(Reader& reader, const std::vector<std::string>& seasons) {
    if (reader.table().find("seasons") == nullptr) return;
    if (seasons.empty()) {
        reader.error(line_of(reader, "seasons"),
                     {"`seasons` is empty. Name \"dry\", \"wet\" or both, or leave the line out.",
                      "`seasons` kosong. Isi dengan \"dry\", \"wet\", atau keduanya, atau hapus barisnya."});
    }
    for (auto season = seasons.begin(); season != seasons.end(); ++season) {
        if (std::find(seasons.begin(), season, *season) == season) continue;
        reader.error(line_of(reader, "seasons"), core::format_text("`seasons` names \"{}\" twice.",
                                                                   "`seasons` menyebut \"{}\" dua kali.", *season));
    }
}

void read_head(Reader reader, Study& study) {
    study.title = title_of(reader);
    study.area = reader.text("area").value_or("");
    study.output = reader.text("output").value_or("");
    study.output_line = line_of(reader, "output");
    study.seasons = chosen_texts(reader, "seasons", {"dry", "wet"});
    check_seasons(reader, study.seasons);
    study.seasons_line = line_of(reader, "seasons");
    std::ranges::sort(study.seasons);
    const auto twice = std::ranges::unique(study.seasons);
    study.seasons.erase(twice.begin(), twice.end());
    if (lacks_title(reader)) report_missing(reader, "title");
    reader.finish();
}

void read_office(Reader reader, Study& study) {
    auto& office = study.office;
    office.name = reader.text("name").value_or("");
    office.signer = reader.text("signer").value_or("");
    office.signer_title = reader.text("signer_title").value_or("");
    office.map_number = reader.text("map_number").value_or("");
    office.date = reader.text("date").value_or("");
    study.logo = reader.text("logo").value_or("");
    study.logo_line = line_of(reader, "logo");
    reader.finish();
}

void read_layer(const std::string& name, Reader reader, Study& study) {
    StudyLayer layer;
    layer.name = name;
    layer.line = reader.table().line;
    layer.source_line = line_of(reader, "source");
    layer.sources = reader.texts("source");
    layer.dated = reader.text("dated").value_or("");
    layer.fields = other_keys(reader.table(), {"source", "dated"});
    if (reader.table().find("source") == nullptr) report_missing(reader, "source");
    study.layers.push_back(std::move(layer));
}

void read_layers(Reader reader, Study& study) {
    for (const auto& entry : reader.table().entries) {
        const auto* table = table_of(reader, entry.key);
        if (table != nullptr) read_layer(entry.key, reader.within(*table), study);
    }
}

void read_run(Reader reader, Study& study) {
    StudyRun run;
    run.line = reader.table().line;
    run.analysis = reader.text("analysis").value_or("");
    run.name = reader.text("name").value_or("");
    if (reader.table().find("layers") != nullptr) run.layers = reader.texts("layers");
    run.parameters = other_keys(reader.table(), {"analysis", "name", "layers"});
    if (run.analysis.empty()) report_missing(reader, "analysis");
    if (run.name.empty()) {
        run.name = run.analysis;
        std::ranges::replace(run.name, '-', '_');
    }
    study.runs.push_back(std::move(run));
}

/// `limits = [1000, 5000]`: rising numbers, at most four.
std::vector<double> limits_of(Reader& reader) {
    constexpr std::size_t kMostLimits = 4;
    const auto* value = reader.value("limits");
    if (value == nullptr) return {};
    std::vector<double> limits;
    const auto* array = std::get_if<config::Array>(&value->data);
    for (const auto& item : array == nullptr ? config::Array{} : *array) {
        const auto* whole = std::get_if<std::int64_t>(&item.data);
        const auto* number = std::get_if<double>(&item.data);
        if (whole != nullptr) limits.push_back(static_cast<double>(*whole));
        if (number != nullptr) limits.push_back(*number);
    }
    const bool rises = std::ranges::adjacent_find(limits, std::greater_equal()) == limits.end();
    const bool is_sound = array != nullptr && limits.size() == array->size() && rises && limits.size() <= kMostLimits;
    if (is_sound) return limits;
    reader.error(value->line, {"`limits` must be rising numbers, at most four: [1000, 5000].",
                               "`limits` harus berupa bilangan menaik, paling banyak empat: [1000, 5000]."});
    return {};
}

void read_weights(Reader reader, Study& study) {
    const auto weight = [&](const char* key, double& value) {
        value = reader.number(key, 0.0, kMostWeight).value_or(value);
    };
    weight("health", study.weights.health);
    weight("poverty", study.weights.poverty);
    weight("food", study.weights.food);
    weight("not_connected", study.weights.unconnected);
    reader.finish();
}

void read_maps(Reader reader, Study& study) {
    auto& maps = study.maps;
    if (reader.table().find("papers") != nullptr) maps.papers = chosen_texts(reader, "papers", {"A4", "A3"});
    maps.indicative_boundaries = reader.yes_no("indicative_boundaries").value_or(maps.indicative_boundaries);
    maps.atlas = reader.yes_no("atlas").value_or(maps.atlas);
    maps.cards = reader.yes_no("cards").value_or(maps.cards);
    maps.group_field = reader.text("group_field").value_or("");
    reader.finish();
}

void read_asked_map(Reader reader, Study& study) {
    constexpr double kMostClasses = 5.0;
    StudyMap map;
    map.line = reader.table().line;
    map.layer = reader.text("layer").value_or("");
    map.column = reader.text("column").value_or("");
    map.title = title_of(reader);
    const auto rule = reader.choice("breaks", {"jenks", "quantile", "equal"}).value_or("jenks");
    if (rule == "quantile") map.rule = statistics::BreakRule::Quantile;
    if (rule == "equal") map.rule = statistics::BreakRule::EqualInterval;
    map.classes = static_cast<std::size_t>(reader.number("classes", 1.0, kMostClasses).value_or(kMostClasses));
    map.limits = limits_of(reader);
    reader.finish();
    if (map.layer.empty()) report_missing(reader, "layer");
    if (map.column.empty()) report_missing(reader, "column");
    study.asked_maps.push_back(std::move(map));
}

bool gives_groups(const ParameterValues& values) {
    return std::ranges::any_of(values.entries, [](const config::Entry& entry) { return entry.key == "group-field"; });
}

/// An atlas has a page a group, so that some field must say what the groups are.
void check_atlas(Reader reader, const Study& study) {
    if (!study.maps.atlas || !study.maps.group_field.empty()) return;
    const bool has_groups =
        std::ranges::any_of(study.layers, [](const StudyLayer& layer) { return gives_groups(layer.fields); }) ||
        std::ranges::any_of(study.runs, [](const StudyRun& run) { return gives_groups(run.parameters); });
    if (has_groups) return;
    reader.error(line_of(reader, "atlas"),
                 {"`atlas` has no effect without groups. Add group_field = \"kecamatan\", or `group-field` to the "
                  "settlements.",
                  "`atlas` tidak berpengaruh tanpa kelompok. Tambahkan group_field = \"kecamatan\", atau `group-field` "
                  "pada permukiman."});
}

}  // namespace

Study read_study(const std::string& name, std::string_view text, core::Diagnostics& diagnostics) {
    const auto root = config::parse_toml(name, text);
    config::expect_format(name, root);
    Reader reader(name, root, diagnostics);
    (void)reader.value("format");
    Study study;
    const auto part = [&](const char* key, void (*read)(Reader, Study&)) {
        const auto* table = table_of(reader, key);
        if (table != nullptr) read(reader.within(*table), study);
        return table != nullptr;
    };
    if (!part("study", read_head)) report_missing(reader, "study");
    part("office", read_office);
    if (!part("layers", read_layers)) report_missing(reader, "layers");
    if (const auto* table = table_of(reader, "parameters")) study.parameters = other_keys(*table, {});
    for (const auto& run : reader.tables("run")) read_run(run, study);
    for (const auto& map : reader.tables("map")) read_asked_map(map, study);
    part("priorities", read_weights);
    if (part("maps", read_maps)) check_atlas(reader.within(*table_of(reader, "maps")), study);
    if (study.runs.empty()) {
        reader.error(root.line, {"no analysis is asked for: add a [[run]] with `analysis`.",
                                 "belum ada analisis yang diminta: tambahkan [[run]] dengan `analysis`."});
    }
    reader.finish();
    return study;
}

}  // namespace desakota::study
