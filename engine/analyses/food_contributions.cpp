#include <utility>

#include "engine/analyses/food_layers.h"
#include "engine/analyses/food_parameters.h"
#include "engine/analyses/way_columns.h"

namespace desakota::analyses {
namespace {

using layers::Layer;

/// Adds values to a layer's columns one after the other.
class RowWriter {
public:
    explicit RowWriter(Layer& layer) : layer_(layer) { ++layer.row_count; }
    layers::Column& next() { return layer_.columns[place_++]; }

private:
    Layer& layer_;
    std::size_t place_ = 0;
};

void add_row(Layer& layer, const FoodRun& run, std::size_t settlement, std::size_t part) {
    const auto& figures = run.figures[settlement];
    const auto& figure = figures.parts[part];
    const auto& words = food_part_words()[part];
    const auto& score = figures.scores[part];
    const auto index = figures.index(run.scale.variant);
    const auto source = run.data.parts[part].source;
    RowWriter row(layer);
    row.next().add_text(run.settlements.ids[settlement]);
    row.next().add(run.settlements.names[settlement]);
    row.next().add_text(words.code);
    row.next().add_text(words.column.alias.in(run.language));
    row.next().add(figure.value);
    row.next().add(score);
    row.next().add_number(welfare::kFoodWeights[part]);
    const double contribution = score.value_or(0.0) * welfare::kFoodWeights[part];
    row.next().add(score ? std::optional(contribution) : std::nullopt);
    row.next().add(score && index && *index > 0.0 ? std::optional(contribution / *index) : std::nullopt);
    row.next().add(source == FoodSource::Households ? std::optional(std::int64_t{figure.households}) : std::nullopt);
    row.next().add_text(source_code(source));
    row.next().add_text(gap_code(figure.gap));
}

}  // namespace

std::vector<layers::ColumnDefinition> food_contribution_columns() {
    auto columns = settlement_columns();
    for (auto& column : std::vector<layers::ColumnDefinition>{
             text_column("part", {"Part (code)", "Unsur (kode)"}), text_column("part_title", {"Part", "Unsur"}),
             number_column("value", "", {"Value", "Nilai"}),
             number_column("score", "", {"As it enters the variant chosen", "Nilai dalam varian yang dipilih"}),
             number_column("weight", "", {"Weight", "Bobot"}),
             number_column("contribution", "", {"Contribution to the index", "Kontribusi pada indeks"}),
             number_column("contribution_share", "", {"Share of the index", "Bagian dari indeks"}),
             count_column("n", {"Households it rests on", "Banyaknya rumah tangga dasar"}),
             text_column("source", {"Taken from", "Sumber"}), text_column("status", {"Status", "Status"})}) {
        columns.push_back(std::move(column));
    }
    return columns;
}

Layer make_food_contributions(const FoodRun& run, core::Progress& progress) {
    Layer layer;
    for (auto& definition : food_contribution_columns()) layer.add_column(std::move(definition));
    core::LoopSteps steps(progress, 0.0, 1.0, run.figures.size(), core::LoopSteps::kUsual / 4);
    for (std::size_t settlement = 0; settlement < run.figures.size(); ++settlement) {
        steps.at(settlement);
        for (std::size_t part = 0; part < welfare::kFoodParts; ++part) add_row(layer, run, settlement, part);
    }
    return layer;
}

}  // namespace desakota::analyses
