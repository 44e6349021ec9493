#include "engine/analyses/synergy_layers.h"

#include <array>
#include <map>
#include <string>
#include <utility>

#include "engine/analyses/companion_layers.h"
#include "engine/analyses/way_columns.h"

namespace desakota::analyses {
namespace {

using layers::ColumnDefinition;
using layers::ColumnType;
using layers::Layer;
using planning::Category;
using planning::Dimension;

std::string dimension_column(Dimension dimension) {
    constexpr std::array kNames{"system", "goals", "process", "effect"};
    return kNames[static_cast<std::size_t>(dimension)];
}

std::vector<ColumnDefinition> area_columns() {
    return {text_column("area_id", {"Area id", "Id kawasan"}), text_column("area_name", {"Area", "Kawasan"})};
}

/// The ratings of an area as one number.
std::size_t key_of(const planning::SynergyInputs& inputs) {
    std::size_t key = 0;
    for (const auto dimension : planning::kDimensions) {
        const auto place = inputs.place(dimension);
        key = key * (planning::scale_of(dimension).ratings.size() + 1) + (place ? *place + 1 : 0);
    }
    return key;
}

std::string derived_list(const std::vector<Dimension>& dimensions) {
    std::string list;
    for (const auto dimension : dimensions) list += (list.empty() ? "" : ", ") + dimension_column(dimension);
    return list;
}

/// How many factors of an area fulfil something; missing where none of them was rated.
template <class Holds>
std::optional<std::int64_t> count_factors(const SynergyArea& area, Holds holds) {
    std::int64_t count = 0;
    bool any = false;
    for (std::size_t i = 0; i < area.roles.size(); ++i) {
        const auto& role = area.roles[i];
        if (!role) continue;
        any = true;
        if (holds(planning::synergy_factors()[i], *role)) ++count;
    }
    return any ? std::optional{count} : std::nullopt;
}

/// Fills the columns of one row after another.
class SynergyRows {
public:
    SynergyRows(Layer& layer, core::Language language) : layer_(layer), language_(language) {}

    void add(const SynergyArea& area, const SynergyFinding& finding) {
        const auto& category = finding.assessment.category;
        add_ratings(area);
        add_category("category", category);
        column("rule").add(category ? std::optional<std::int64_t>{planning::rule_of(*category).number} : std::nullopt);
        column("reason").add_text(synergy_reason(area, finding.assessment).in(language_));
        add_category("next_category", finding.lift ? std::optional{finding.lift->category} : std::nullopt);
        column("lift_steps")
            .add(finding.lift ? std::optional{static_cast<std::int64_t>(finding.lift->steps)} : std::nullopt);
        column("what_would_lift").add_text(lift_sentence(finding).in(language_));
        add_factors(area);
        column("status").add_text(category ? "assessed" : "not_assessable");
    }

private:
    layers::Column& column(const std::string& name) { return *layer_.find(name); }

    void add_ratings(const SynergyArea& area) {
        for (const auto dimension : planning::kDimensions) {
            const auto place = area.inputs.place(dimension);
            auto& ratings = column(dimension_column(dimension));
            place ? ratings.add_text(planning::scale_of(dimension).ratings[*place].code) : ratings.add_missing();
        }
        auto& derived = column("derived");
        area.derived.empty() ? derived.add_missing() : derived.add_text(derived_list(area.derived));
    }

    void add_category(const std::string& name, const std::optional<Category>& category) {
        category ? column(name).add_text(planning::category_code(*category)) : column(name).add_missing();
    }

    void add_factors(const SynergyArea& area) {
        column("drivers").add(count_factors(area, [](const auto& /*factor*/, auto role) { return drives(role); }));
        column("obstacles").add(count_factors(area, [](const auto& /*factor*/, auto role) { return obstructs(role); }));
        column("obstacle_triggers").add(count_factors(area, [](const auto& factor, auto role) {
            return factor.is_trigger() && obstructs(role);
        }));
    }

    Layer& layer_;
    core::Language language_;
};

maps::StyleClass category_class(Category category, const maps::Colour& colour) {
    maps::StyleClass entry;
    entry.label = planning::category_label(category);
    entry.symbol.colour = colour;
    entry.criteria = {maps::OneOf{"category", {std::string(planning::category_code(category))}}};
    return entry;
}

}  // namespace

std::vector<SynergyFinding> find_synergy(const SynergyAreas& areas, core::Progress& progress) {
    // There are a few hundred ways to rate an area, and often more areas.
    std::map<std::size_t, SynergyFinding> known;
    std::vector<SynergyFinding> findings;
    findings.reserve(areas.areas.size());
    core::LoopSteps steps(progress, 0.0, 1.0, areas.areas.size());
    for (std::size_t row = 0; row < areas.areas.size(); ++row) {
        steps.at(row);
        const auto& inputs = areas.areas[row].inputs;
        const auto key = key_of(inputs);
        auto found = known.find(key);
        if (found == known.end()) {
            found = known.emplace(key, SynergyFinding{planning::assess(inputs), planning::find_lift(inputs)}).first;
        }
        findings.push_back(found->second);
    }
    return findings;
}

std::vector<ColumnDefinition> synergy_columns() {
    auto columns = area_columns();
    for (auto& column : std::vector<ColumnDefinition>{
             text_column("system", {"System", "Sistem"}), text_column("goals", {"Common goals", "Tujuan bersama"}),
             text_column("process", {"Process of collaboration", "Proses kolaborasi"}),
             text_column("effect", {"Effect on welfare", "Efek pada kesejahteraan"}),
             text_column("derived", {"Derived from indicators", "Diturunkan dari indikator"}),
             text_column("category", {"Category", "Kategori"}), count_column("rule", {"Rule", "Aturan"}),
             text_column("reason", {"Reason", "Alasan"}),
             text_column("next_category", {"Next category", "Kategori berikutnya"}),
             count_column("lift_steps", {"Steps to it", "Langkah menujunya"}),
             text_column("what_would_lift", {"What would lift it", "Yang akan menaikkannya"}),
             count_column("drivers", {"Driving factors", "Faktor pendorong"}),
             count_column("obstacles", {"Obstacles", "Faktor kendala"}),
             count_column("obstacle_triggers", {"Triggers that obstruct", "Faktor pemicu yang menjadi kendala"}),
             text_column("status", {"Status", "Status"})}) {
        columns.push_back(std::move(column));
    }
    return columns;
}

Layer make_synergy_layer(const SynergyAreas& areas, const std::vector<SynergyFinding>& findings,
                         const Layer& area_layer, RunContext& context) {
    auto layer = with_settlement_geometry(area_layer);
    layer.row_count = areas.areas.size();
    for (auto& column : synergy_columns()) layer.add_column(std::move(column));
    SynergyRows rows(layer, context.language);
    core::LoopSteps steps(context.progress, 0.0, 1.0, layer.row_count, 1 << 10);
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        steps.at(row);
        layer.columns[0].add_text(areas.ids[row]);
        layer.columns[1].add(areas.names[row]);
        rows.add(areas.areas[row], findings[row]);
    }
    return layer;
}

std::vector<ColumnDefinition> factor_columns() {
    auto columns = area_columns();
    columns.push_back(text_column("factor", {"Factor (code)", "Faktor (kode)"}));
    columns.push_back(text_column("factor_name", {"Factor", "Faktor"}));
    columns.push_back(text_column("role", {"Role", "Peran"}));
    columns.push_back(
        {"trigger", ColumnType::YesNo, {}, {"One of the seven triggers", "Salah satu dari tujuh pemicu"}});
    columns.push_back(text_column("influence", {"How it acts on other factors", "Pengaruhnya pada faktor lain"}));
    return columns;
}

Layer make_factor_table(const SynergyAreas& areas, RunContext& context) {
    Layer layer;
    for (auto& column : factor_columns()) layer.add_column(std::move(column));
    const auto& factors = planning::synergy_factors();
    core::LoopSteps steps(context.progress, 0.0, 1.0, areas.areas.size(), 1 << 10);
    for (std::size_t row = 0; row < areas.areas.size(); ++row) {
        steps.at(row);
        for (std::size_t i = 0; i < factors.size(); ++i) {
            const auto& role = areas.areas[row].roles[i];
            auto column = layer.columns.begin();
            (column++)->add_text(areas.ids[row]);
            (column++)->add(areas.names[row]);
            (column++)->add_text(factors[i].code);
            (column++)->add_text(factors[i].label.in(context.language));
            (column++)->add_text(role ? planning::role_code(*role) : "missing");
            (column++)->add_yes_no(factors[i].is_trigger());
            column->add_text(planning::influence_code(factors[i].influence));
            ++layer.row_count;
        }
    }
    return layer;
}

std::vector<maps::Style> synergy_styles() {
    maps::Style style{"category", {"Category of collaboration", "Kategori kolaborasi"}, {}, maps::Names{"area_name"}};
    style.classes = {category_class(Category::Synergism, maps::kGreen),
                     category_class(Category::LessSynergistic, maps::kSkyBlue),
                     category_class(Category::Fragmented, maps::kOrange),
                     category_class(Category::Additive, maps::kGrey),
                     category_class(Category::Antagonistic, maps::kVermilion),
                     category_class(Category::Sectoral, maps::kPurple)};
    for (auto& entry : style.classes) entry.heading = style.title;
    maps::StyleClass rest;
    rest.label = {"Cannot be assessed yet", "Belum dapat dinilai"};
    rest.symbol.colour = maps::kLightGrey;
    rest.symbol.marker = maps::Marker::Cross;
    rest.symbol.hatch = maps::Hatch::Upright;
    rest.otherwise = true;
    style.classes.push_back(std::move(rest));
    for (auto& entry : style.classes) entry.symbol.size = 3.5;
    return {std::move(style)};
}

}  // namespace desakota::analyses
