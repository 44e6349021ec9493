#include "engine/analyses/inequality_layers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/analyses/access_results.h"
#include "engine/analyses/companion_layers.h"
#include "engine/analyses/inequality_columns.h"
#include "engine/analyses/way_columns.h"
#include "engine/analyses/way_styles.h"
#include "engine/welfare/scheme.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using layers::Layer;
using Values = std::vector<std::optional<double>>;

constexpr const char* kMainLayer = "inequality";

struct GiniScheme {
    const char* code;
    const char* id;
    Text label;
};
const std::array<GiniScheme, 3>& gini_schemes() {
    static const std::array<GiniScheme, 3> schemes{{
        {"oshima", "gini-oshima", {"Oshima (0.3 and 0.4)", "Oshima (0,3 dan 0,4)"}},
        {"bps",
         "gini-bps",
         {"as used with figures of BPS (0.3 and 0.5)", "yang dipakai bersama data BPS (0,3 dan 0,5)"}},
        {"bounds_40_50", "gini-40-50", {"bounds 0.4 and 0.5", "batas 0,4 dan 0,5"}},
    }};
    return schemes;
}

const welfare::Classes* classes_of(const char* scheme) {
    return &welfare::built_in_scheme(scheme)->classes;
}

void append(std::vector<ColumnDefinition>& columns, std::vector<ColumnDefinition> more) {
    for (auto& column : more) columns.push_back(std::move(column));
}

/// The columns of figures with their intervals and classes, one after the other, with what fills each.
template <class AddFigure, class AddClass>
void for_each_column(const InequalityView& view, const AddFigure& add_figure, const AddClass& add_class) {
    const auto columns = inequality_columns(view.unit);
    const auto find = [&](const double welfare::Inequality::*figure) -> const InequalityColumn& {
        return *std::ranges::find_if(columns, [&](const InequalityColumn& column) { return column.figure == figure; });
    };
    const auto& classed = find(view.classes_grouped ? &welfare::Inequality::gini_grouped : &welfare::Inequality::gini);
    for (const auto& column : columns) {
        add_figure(column);
        if (column.figure == &welfare::Inequality::gini_grouped) {
            add_class(gini_class_column(), classed, *view.gini_classes);
        }
        if (column.figure == &welfare::Inequality::bottom_40_share) {
            add_class(bottom_40_class_column(), column, *view.bottom_40_classes);
        }
    }
}

std::vector<ColumnDefinition> figure_definitions(const InequalityView& view) {
    std::vector<ColumnDefinition> definitions;
    for_each_column(
        view,
        [&](const InequalityColumn& column) {
            definitions.push_back(column.definition);
            if (view.has_intervals && column.interval != nullptr) {
                append(definitions, interval_columns(column.definition));
            }
        },
        [&](ColumnDefinition definition, const InequalityColumn& /*of*/, const welfare::Classes& /*classes*/) {
            definitions.push_back(std::move(definition));
        });
    return definitions;
}

Values values_of(const std::vector<InequalityRow>& rows, const InequalityColumn& column) {
    Values values;
    values.reserve(rows.size());
    for (const auto& row : rows) {
        values.push_back(row.basis.is_computed() ? known(row.found.figures.*column.figure) : std::nullopt);
    }
    return values;
}

void add_intervals(Layer& layer, const std::vector<InequalityRow>& rows, const InequalityColumn& column) {
    std::vector<std::optional<statistics::Interval>> intervals;
    intervals.reserve(rows.size());
    for (const auto& row : rows) {
        intervals.push_back(row.basis.is_computed() ? row.found.intervals.*column.interval : std::nullopt);
    }
    add_interval_columns(layer, column.definition, intervals);
}

void add_figures(Layer& layer, const std::vector<InequalityRow>& rows, const InequalityView& view) {
    for_each_column(
        view,
        [&](const InequalityColumn& column) {
            add_number_column(layer, column.definition, values_of(rows, column));
            if (view.has_intervals && column.interval != nullptr) add_intervals(layer, rows, column);
        },
        [&](ColumnDefinition definition, const InequalityColumn& of, const welfare::Classes& classes) {
            add_class_column(layer, std::move(definition), classes, values_of(rows, of));
        });
}

std::vector<Basis> bases_of(const std::vector<InequalityRow>& rows) {
    std::vector<Basis> bases;
    bases.reserve(rows.size());
    for (const auto& row : rows) bases.push_back(row.basis);
    return bases;
}

std::vector<ColumnDefinition> main_columns(const InequalityView& view) {
    auto columns = settlement_columns();
    append(columns, figure_definitions(view));
    append(columns, basis_columns());
    return columns;
}

std::vector<ColumnDefinition> summary_columns(const InequalityView& view) {
    auto columns = welfare_summary_columns();
    append(columns, figure_definitions(view));
    for (auto& column : inequality_split_columns()) columns.push_back(std::move(column.definition));
    append(columns, basis_columns());
    return columns;
}

std::vector<ColumnDefinition> lorenz_columns() {
    return {text_column("group_field", {"Grouped by", "Dikelompokkan menurut"}),
            text_column("group_value", {"Group", "Kelompok"}),
            number_column("units_share", "",
                          {"Poorest share of persons or households", "Bagian termiskin dari orang atau rumah tangga"}),
            number_column("income_share", "", {"Their share of all income", "Porsi pendapatannya"})};
}

void add_curve(Layer& layer, const std::string& field, const std::optional<std::string>& value,
               const std::vector<welfare::LorenzPoint>& curve) {
    for (const auto& point : curve) {
        auto* column = layer.columns.data();
        (column++)->add_text(field);
        (column++)->add(value);
        (column++)->add_number(point.units);
        column->add_number(point.income);
        ++layer.row_count;
    }
}

}  // namespace

std::vector<Choice> gini_class_choices() {
    std::vector<Choice> choices;
    for (const auto& scheme : gini_schemes()) choices.push_back({scheme.code, scheme.label});
    return choices;
}

InequalityView declared_inequality_view() {
    return {IncomeUnit::Person, true, false, classes_of("gini-oshima"), classes_of("wb40")};
}

InequalityView inequality_view(const Arguments& arguments) {
    const auto chosen = arguments.text("gini-classes");
    const auto* scheme =
        std::ranges::find_if(gini_schemes(), [&](const GiniScheme& each) { return each.code == chosen; });
    return {income_unit(arguments), arguments.number("replications").value_or(0.0) > 0.0,
            arguments.text("gini") == "grouped", classes_of(scheme->id), classes_of("wb40")};
}

std::vector<OutputLayer> inequality_outputs(const InequalityView& view) {
    const Text by_gini{"Inequality of incomes (Gini coefficient)", "Ketimpangan pendapatan (koefisien Gini)"};
    const Text by_bottom{"Inequality of incomes (share of the bottom 40 %)",
                         "Ketimpangan pendapatan (porsi 40 % terbawah)"};
    return {
        {kMainLayer,
         {"Inequality of incomes", "Ketimpangan pendapatan"},
         geo::GeometryType::Polygon,  // or points or none, as the settlements are
         main_columns(view),
         {},
         {},
         {with_unsure_rows(class_style("gini_class", by_gini, "gini_class", *view.gini_classes, WorstClass::Highest)),
          with_unsure_rows(class_style("bottom_40_class", by_bottom, "bottom_40_class", *view.bottom_40_classes,
                                       WorstClass::Lowest))}},
        declare_summary(kMainLayer, {"Inequality of incomes: summary", "Ketimpangan pendapatan: ringkasan"},
                        summary_columns(view)),
        {std::string(kMainLayer) + "_lorenz",
         {"Lorenz curves", "Kurva Lorenz"},
         geo::GeometryType::None,
         lorenz_columns(),
         {},
         {},
         table_styles()}};
}

Layer make_inequality_layer(const InequalityInput& input, const InequalityFindings& findings,
                            const InequalityView& view, const Layer& settlements, core::Language language) {
    auto layer = with_settlement_geometry(settlements);
    add_settlement_columns(layer, input.settlements);
    add_figures(layer, findings.settlements, view);
    add_basis_columns(layer, bases_of(findings.settlements), language);
    return layer;
}

Layer make_inequality_summary(const InequalityInput& input, const InequalityFindings& findings,
                              const InequalityView& view, core::Language language) {
    Layer layer;
    add_welfare_summary_columns(layer, input.settlements, findings.sets, bases_of(findings.settlements));
    add_figures(layer, findings.set_rows, view);
    for (auto& column : inequality_split_columns()) {
        Values values;
        for (std::size_t i = 0; i < findings.sets.size(); ++i) {
            const bool is_computed = findings.set_rows[i].basis.is_computed();
            values.push_back(is_computed ? known(column.value(findings.splits[i])) : std::nullopt);
        }
        add_number_column(layer, std::move(column.definition), values);
    }
    add_basis_columns(layer, bases_of(findings.set_rows), language);
    return layer;
}

Layer make_lorenz_table(const InequalityInput& input, const InequalityFindings& findings) {
    Layer layer;
    for (auto& definition : lorenz_columns()) layer.add_column(std::move(definition));
    for (std::size_t i = 0; i < findings.sets.size(); ++i) {
        add_curve(layer, findings.sets[i].field, findings.sets[i].value, findings.set_rows[i].found.curve);
    }
    for (std::size_t i = 0; i < input.settlements.size(); ++i) {
        add_curve(layer, "settlement_id", input.settlements.ids[i], findings.settlements[i].found.curve);
    }
    return layer;
}

}  // namespace desakota::analyses
