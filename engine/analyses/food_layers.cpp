#include "engine/analyses/food_layers.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "engine/analyses/companion_layers.h"
#include "engine/analyses/food_basis.h"
#include "engine/analyses/food_parameters.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using layers::ColumnType;
using layers::Layer;
using welfare::FoodPart;

using NumberOf = std::function<std::optional<double>(const FoodFigures&)>;
using TextOf = std::function<std::optional<std::string>(const FoodFigures&)>;

/// One column of figures: a number or a text for each row.
struct FoodColumn {
    ColumnDefinition definition;
    NumberOf number;
    TextOf text;
};

FoodColumn of_part(FoodPart part) {
    return {food_part_words()[welfare::index_of(part)].column,
            [part](const FoodFigures& figures) { return figures.part(part).value; },
            {}};
}

FoodColumn of_number(const char* name, Text alias, NumberOf number) {
    return {number_column(name, "", std::move(alias)), std::move(number), {}};
}

FoodColumn of_class(const char* name, Text alias, const welfare::Classes& classes, NumberOf number) {
    return {text_column(name, std::move(alias)),
            {},
            [&classes, number = std::move(number)](const FoodFigures& figures) -> std::optional<std::string> {
                const auto* found = welfare::find_class(classes, number(figures));
                if (found == nullptr) return std::nullopt;
                return found->code;
            }};
}

NumberOf access_of() {
    return [](const FoodFigures& figures) { return figures.paper.access; };
}
NumberOf utilisation_of() {
    return [](const FoodFigures& figures) { return figures.paper.utilisation; };
}
NumberOf index_of_variant(FoodVariant variant) {
    return [variant](const FoodFigures& figures) { return figures.index(variant); };
}

/// The part that adds most to the index of the variant; missing where that is not computed, or is 0.
std::optional<std::string> largest_part(const FoodFigures& figures) {
    if (!figures.basis.is_computed()) return std::nullopt;
    double most = 0.0;
    std::optional<std::string> code;
    for (std::size_t i = 0; i < welfare::kFoodParts; ++i) {
        const double contribution = figures.scores[i].value_or(0.0) * welfare::kFoodWeights[i];
        if (contribution <= most) continue;
        most = contribution;
        code = food_part_words()[i].code;
    }
    return code;
}

std::vector<FoodColumn> availability_columns() {
    return {
        of_part(FoodPart::Availability),
        of_class("availability_class", {"Availability class", "Kelas ketersediaan"}, welfare::availability_classes(),
                 [](const FoodFigures& figures) { return figures.part(FoodPart::Availability).value; }),
        {number_column("cereal_g", "g",
                       {"Cereals produced (g per head a day)", "Produksi serealia (g per kapita sehari)"}),
         [](const FoodFigures& figures) { return figures.grams; },
         {}}};
}

std::vector<FoodColumn> index_columns(FoodVariant variant) {
    const auto& classes = welfare::food_security_classes();
    std::vector<FoodColumn> columns{
        of_number("ifi_lamba",
                  {"Food insecurity index (Lamba 2006; higher is worse)",
                   "Indeks kerawanan pangan (Lamba 2006; makin tinggi makin rawan)"},
                  index_of_variant(FoodVariant::Paper)),
        of_class(
            "food_security_class",
            {"Food security class (of the variant chosen)", "Kelas ketahanan pangan (menurut varian yang dipilih)"},
            classes, index_of_variant(variant)),
        of_number("ifi_lamba_bounded",
                  {"Food insecurity index, availability bounded (higher is worse)",
                   "Indeks kerawanan pangan, ketersediaan dibatasi (makin tinggi makin rawan)"},
                  index_of_variant(FoodVariant::Bounded)),
        of_class("food_security_class_bounded",
                 {"Food security class, availability bounded", "Kelas ketahanan pangan, ketersediaan dibatasi"},
                 classes, index_of_variant(FoodVariant::Bounded))};
    if (variant == FoodVariant::MinMax) {
        columns.push_back(of_number("ifi_lamba_minmax",
                                    {"Food insecurity index, relative to the other settlements (higher is worse)",
                                     "Indeks kerawanan pangan, relatif antarpermukiman (makin tinggi makin rawan)"},
                                    index_of_variant(variant)));
    }
    return columns;
}

/// The figures of settlements and summary alike.
std::vector<FoodColumn> figure_columns(FoodVariant variant) {
    auto columns = availability_columns();
    const auto add = [&](std::vector<FoodColumn> more) { std::ranges::move(more, std::back_inserter(columns)); };
    const auto& classes = welfare::food_security_classes();
    add({of_part(FoodPart::PoorHouseholds), of_part(FoodPart::ShortHours), of_part(FoodPart::NoBasicEducation),
         of_part(FoodPart::NoElectricity),
         of_number("access_index", {"Access index (IFLA)", "Indeks akses pangan (IFLA)"}, access_of()),
         of_class("access_class", {"Access class", "Kelas akses pangan"}, classes, access_of())});
    add({of_part(FoodPart::NotImmunised), of_part(FoodPart::NoCleanWater), of_part(FoodPart::BeyondHealthCentre),
         of_number("health_index", {"Health index (IHI)", "Indeks infrastruktur kesehatan (IHI)"},
                   [](const FoodFigures& figures) { return figures.paper.health; }),
         of_part(FoodPart::Illiterate),
         of_number("utilisation_index", {"Utilisation index (IFU)", "Indeks pemanfaatan pangan (IFU)"},
                   utilisation_of()),
         of_class("utilisation_class", {"Utilisation class", "Kelas pemanfaatan pangan"}, classes, utilisation_of())});
    add(index_columns(variant));
    return columns;
}

ColumnDefinition no_production_column() {
    return {"no_local_production", ColumnType::YesNo, {}, {"No local production", "Tidak ada produksi setempat"}};
}
FoodColumn largest_column() {
    return {text_column("largest_part", {"Part that adds most to the index", "Unsur dengan kontribusi terbesar"}),
            {},
            largest_part};
}

void add_figure(Layer& layer, const FoodColumn& column, std::span<const FoodFigures> rows) {
    auto& to = layer.add_column(column.definition);
    to.reserve(rows.size());
    for (const auto& row : rows) column.number ? to.add(column.number(row)) : to.add(column.text(row));
}

void add_no_production(Layer& layer, std::span<const FoodFigures> rows) {
    auto& column = layer.add_column(no_production_column());
    for (const auto& row : rows) {
        // Not known where nothing tells of production.
        const bool known = row.no_local_production || row.part(FoodPart::Availability).value;
        known ? column.add_yes_no(row.no_local_production) : column.add_missing();
    }
}

std::vector<ColumnDefinition> definitions_of(const std::vector<FoodColumn>& columns) {
    std::vector<ColumnDefinition> definitions;
    definitions.reserve(columns.size());
    for (const auto& column : columns) definitions.push_back(column.definition);
    return definitions;
}

void append(std::vector<ColumnDefinition>& to, std::vector<ColumnDefinition> from) {
    std::ranges::move(from, std::back_inserter(to));
}

}  // namespace

std::vector<ColumnDefinition> food_columns(FoodVariant variant) {
    auto columns = settlement_columns();
    append(columns, definitions_of(figure_columns(variant)));
    append(columns, {largest_column().definition, no_production_column()});
    append(columns, basis_columns());
    return columns;
}

std::vector<ColumnDefinition> food_summary_columns(FoodVariant variant) {
    auto columns = welfare_summary_columns();
    append(columns, definitions_of(figure_columns(variant)));
    append(columns, basis_columns());
    return columns;
}

std::vector<maps::Style> food_styles() {
    const auto& classes = welfare::food_security_classes();
    const auto style = [](const char* name, const Text& title, const char* field, const welfare::Classes& of) {
        return with_unsure_rows(class_style(name, title, field, of, WorstClass::Highest));
    };
    return {style("food_security", {"Food security", "Ketahanan pangan"}, "food_security_class", classes),
            style("bounded", {"Food security, availability bounded", "Ketahanan pangan, ketersediaan dibatasi"},
                  "food_security_class_bounded", classes),
            style("availability", {"Availability of food", "Ketersediaan pangan"}, "availability_class",
                  welfare::availability_classes()),
            style("access", {"Access to food", "Akses pangan"}, "access_class", classes),
            style("utilisation", {"Utilisation of food", "Pemanfaatan pangan"}, "utilisation_class", classes)};
}

Layer make_food_layer(const FoodRun& run, const Layer& settlement_layer, core::Progress& progress) {
    auto layer = with_settlement_geometry(settlement_layer);
    add_settlement_columns(layer, run.settlements);
    const auto columns = figure_columns(run.scale.variant);
    for (std::size_t place = 0; place < columns.size(); ++place) {
        add_figure(layer, columns[place], run.figures);
        progress.step(static_cast<double>(place + 1) / static_cast<double>(columns.size()));
    }
    add_figure(layer, largest_column(), run.figures);
    add_no_production(layer, run.figures);
    add_food_basis_columns(layer, run.figures, run.language);
    return layer;
}

Layer make_food_summary(const FoodRun& run, std::span<const SettlementSet> sets, std::span<const FoodFigures> of_sets) {
    Layer layer;
    std::vector<Basis> bases;
    bases.reserve(run.figures.size());
    for (const auto& figures : run.figures) bases.push_back(figures.basis);
    add_welfare_summary_columns(layer, run.settlements, {sets.begin(), sets.end()}, bases);
    for (const auto& column : figure_columns(run.scale.variant)) add_figure(layer, column, of_sets);
    add_food_basis_columns(layer, of_sets, run.language);
    return layer;
}

}  // namespace desakota::analyses
