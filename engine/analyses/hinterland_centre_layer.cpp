#include <algorithm>
#include <string>
#include <utility>

#include "engine/analyses/companion_layers.h"
#include "engine/analyses/cost_columns.h"
#include "engine/analyses/hinterland_layers.h"
#include "engine/analyses/way_columns.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using layers::Layer;

void append(std::vector<ColumnDefinition>& to, std::vector<ColumnDefinition> from) {
    for (auto& column : from) to.push_back(std::move(column));
}

ColumnDefinition yes_no_column(std::string name, Text alias) {
    return {std::move(name), layers::ColumnType::YesNo, {}, std::move(alias)};
}

const Text& mean_of_hinterland() {
    static const Text text{"(mean of its settlements)", "(rata-rata permukimannya)"};
    return text;
}
const Text& mean_of_people() {
    static const Text text{"(mean of its people)", "(rata-rata penduduknya)"};
    return text;
}

ColumnDefinition definition(const std::string& name, const std::vector<ColumnDefinition>& of) {
    return *std::ranges::find(of, name, &ColumnDefinition::name);
}

/// A sum over a hinterland; missing where there are settlements and none has a number.
std::optional<double> known_sum(double sum, std::size_t settlements, std::size_t without) {
    if (settlements > 0 && without == settlements) return std::nullopt;
    return sum;
}

/// Columns filled centre by centre.
class CentreLayer {
public:
    CentreLayer(const HinterlandQuestion& question, const HinterlandFindings& findings, Layer& layer)
        : question_(question), totals_(findings.interactions.centres), layer_(layer), columns_(centre_columns()) {}

    void fill() {
        add_names();
        add("mass", [&](std::size_t j) { return std::optional(question_.masses[j]); });
        if (!question_.outside.empty()) {
            auto& inside = layer_.add_column(definition("inside", columns_));
            for (std::size_t j = 0; j < size(); ++j) inside.add_yes_no(!question_.outside[j]);
        }
        add_count("settlements", [&](std::size_t j) { return totals_[j].settlements; });
        add_count("settlements_contested", [&](std::size_t j) { return totals_[j].contested; });
        if (question_.settlements.has_families) {
            add("families", [&](std::size_t j) {
                return known_sum(totals_[j].families, totals_[j].settlements, totals_[j].without_families);
            });
            add_count("settlements_without_families", [&](std::size_t j) { return totals_[j].without_families; });
        }
        add_population();
        add("total_tie", [&](std::size_t j) { return std::optional(totals_[j].total_tie); });
        add_cost("mean", mean_of_hinterland(), [&](std::size_t j) { return totals_[j].mean_cost; });
        if (question_.populations.empty()) return;
        add_cost("mean_population", mean_of_people(), [&](std::size_t j) { return totals_[j].mean_population_cost; });
    }

private:
    [[nodiscard]] std::size_t size() const { return question_.centres.size(); }

    void add_names() {
        auto& ids = layer_.add_column(columns_[0]);
        for (const auto& id : question_.centres.ids) ids.add_text(id);
        auto& names = layer_.add_column(columns_[1]);
        for (const auto& name : question_.centres.names) names.add(name);
    }

    void add_population() {
        if (question_.populations.empty()) return;
        add("population", [&](std::size_t j) {
            return known_sum(totals_[j].population, totals_[j].settlements, totals_[j].without_population);
        });
        add_count("settlements_without_population", [&](std::size_t j) { return totals_[j].without_population; });
        add("expected_population", [&](std::size_t j) { return std::optional(totals_[j].expected_population); });
        add("total_flow", [&](std::size_t j) { return std::optional(totals_[j].total_flow); });
    }

    template <class Value>
    void add(const std::string& name, const Value& value) {
        auto& column = layer_.add_column(definition(name, columns_));
        for (std::size_t j = 0; j < size(); ++j) column.add(std::optional<double>(value(j)));
    }
    template <class Value>
    void add_count(const std::string& name, const Value& value) {
        auto& column = layer_.add_column(definition(name, columns_));
        for (std::size_t j = 0; j < size(); ++j) column.add_whole_number(static_cast<std::int64_t>(value(j)));
    }
    template <class Value>
    void add_cost(const std::string& name, const Text& what, const Value& value) {
        auto& column = layer_.add_column(cost_column(name, what, question_.cost));
        for (std::size_t j = 0; j < size(); ++j) {
            const std::optional<double> cost = value(j);
            column.add(cost ? std::optional(cost_value(*cost, question_.cost)) : std::nullopt);
        }
    }

    const HinterlandQuestion& question_;
    const std::vector<hinterland::CentreTotals>& totals_;
    Layer& layer_;
    std::vector<ColumnDefinition> columns_;
};

}  // namespace

std::vector<ColumnDefinition> centre_columns() {
    auto columns = destination_columns({"centre", {"Centre", "Pusat"}});
    append(
        columns,
        {number_column("mass", "", {"Mass", "Massa"}), yes_no_column("inside", {"Inside the area", "Di dalam kawasan"}),
         count_column("settlements", {"Settlements of its hinterland", "Permukiman di daerah belakangnya"}),
         count_column("settlements_contested", {"Contested settlements", "Permukiman yang diperebutkan"}),
         number_column("families", "", {"Families of its hinterland", "Keluarga di daerah belakangnya"}),
         count_column("settlements_without_families",
                      {"Settlements without a number of families", "Permukiman tanpa jumlah keluarga"}),
         number_column("population", "", {"Population of its hinterland", "Penduduk daerah belakangnya"}),
         count_column("settlements_without_population",
                      {"Settlements without a population", "Permukiman tanpa jumlah penduduk"}),
         number_column("expected_population", "", {"Population by shares (Huff)", "Penduduk menurut bagian (Huff)"}),
         number_column("total_flow", "", {"Total flow (relative)", "Jumlah arus (relatif)"}),
         number_column("total_tie", "", {"Total of all ties", "Jumlah semua ikatan"})});
    append(columns, cost_columns("mean", mean_of_hinterland()));
    append(columns, cost_columns("mean_population", mean_of_people()));
    return columns;
}

Layer make_centre_layer(const HinterlandQuestion& question, const HinterlandFindings& findings,
                        const Layer& centre_layer) {
    auto layer = with_settlement_geometry(centre_layer);
    layer.row_count = question.centres.size();
    CentreLayer(question, findings, layer).fill();
    return layer;
}

}  // namespace desakota::analyses
