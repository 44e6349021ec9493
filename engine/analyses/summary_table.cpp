#include "engine/analyses/summary_table.h"

#include <algorithm>
#include <string>
#include <utility>

namespace desakota::analyses {
namespace {

using layers::Layer;
using Members = std::vector<std::uint32_t>;

/// What a settlement counts for in sums and shares; missing where it enters neither side.
std::optional<double> weight(const SummaryInput& input, std::uint32_t settlement) {
    if (input.unknown[settlement]) return std::nullopt;
    return input.settlements.has_families ? input.settlements.families[settlement] : 1.0;
}

/// The sum of the shares that are known; missing where none is.
std::optional<double> sum_of_shares(const PooledColumn& column, const Members& members) {
    std::optional<double> sum;
    for (const auto settlement : members) {
        if (const auto& share = column.shares[settlement]) sum = sum.value_or(0.0) + *share;
    }
    return sum;
}

std::optional<double> pool(const SummaryInput& input, const PooledColumn& column, const Members& members,
                           Aggregate aggregate) {
    if (column.pooling == Pooling::Settlements) return sum_of_shares(column, members);
    if (column.pooling == Pooling::Families && !input.settlements.has_families) return std::nullopt;
    const bool counts_alike = aggregate == Aggregate::Unweighted && column.pooling == Pooling::Share;
    double sum = 0.0;
    double whole = 0.0;
    bool any = false;
    for (const auto settlement : members) {
        const auto own = weight(input, settlement);
        if (!own || !column.shares[settlement]) continue;
        any = true;
        const double counted = counts_alike ? 1.0 : *own;
        sum += counted * *column.shares[settlement];
        whole += counted;
    }
    if (!any) return std::nullopt;
    if (column.pooling == Pooling::Families) return sum;
    return whole > 0.0 ? std::optional(sum / whole) : std::nullopt;
}

/// The families of some settlements: of all, or of the unknown ones.
std::optional<double> families(const SummaryInput& input, const Members& members, bool only_unknown) {
    if (!input.settlements.has_families) return std::nullopt;
    double sum = 0.0;
    for (const auto settlement : members) {
        if (!only_unknown || input.unknown[settlement]) sum += input.settlements.families[settlement].value_or(0.0);
    }
    return sum;
}

std::int64_t count_reached(std::span<const WayRow> rows, const Members& members) {
    return std::ranges::count_if(members, [&](std::uint32_t settlement) { return rows[settlement].is_reached(); });
}

/// Adds values to a layer's columns one after the other.
class RowWriter {
public:
    explicit RowWriter(Layer& layer) : layer_(layer) { ++layer.row_count; }
    layers::Column& next() { return layer_.columns[place_++]; }

private:
    Layer& layer_;
    std::size_t place_ = 0;
};

void add_row(Layer& layer, const SummaryInput& input, const SettlementSet& set) {
    const auto& [field, value, members] = set;
    RowWriter row(layer);
    row.next().add_text(field);
    row.next().add(value);
    row.next().add_whole_number(static_cast<std::int64_t>(members.size()));
    for (const auto& reached : input.reached) row.next().add_whole_number(count_reached(reached.rows, members));
    row.next().add_whole_number(
        std::ranges::count_if(members, [&](std::uint32_t settlement) { return input.unknown[settlement]; }));
    row.next().add(families(input, members, false));
    row.next().add(families(input, members, true));
    for (const auto& column : input.pooled) row.next().add(pool(input, column, members, input.aggregate));
}

void add_columns(Layer& layer, const SummaryInput& input) {
    for (const auto& definition : summary_columns()) {
        if (definition.name != "settlements_reached") {
            layer.add_column(definition);
            continue;
        }
        for (const auto& reached : input.reached) layer.add_column(with_prefix(definition, reached.prefix));
    }
    for (const auto& column : input.pooled) layer.add_column(column.definition);
}

}  // namespace

std::vector<layers::ColumnDefinition> summary_columns() {
    return {text_column("group_field", {"Grouped by", "Dikelompokkan menurut"}),
            text_column("group_value", {"Group", "Kelompok"}),
            count_column("settlements", {"Settlements", "Permukiman"}),
            count_column("settlements_reached", {"Settlements reached", "Permukiman terjangkau"}),
            count_column("settlements_unknown", {"Settlements not known", "Permukiman yang tidak diketahui"}),
            number_column("families", "", {"Families", "Keluarga"}),
            number_column("families_unknown", "", {"Families not known", "Keluarga yang tidak diketahui"})};
}

Layer make_summary(const SummaryInput& input) {
    Layer layer;
    add_columns(layer, input);
    for (const auto& set : settlement_sets(input.settlements)) add_row(layer, input, set);
    return layer;
}

void add_pooled_column(Layer& layer, const PooledColumn& pooled, const Settlements& settlements) {
    auto& column = layer.add_column(pooled.definition);
    for (std::size_t i = 0; i < pooled.shares.size(); ++i) {
        const auto& share = pooled.shares[i];
        const auto families = pooled.pooling == Pooling::Families ? settlements.families[i] : 1.0;
        column.add(share && families ? std::optional(*share * *families) : std::nullopt);
    }
}

std::optional<double> pooled_total(const SummaryInput& input, const PooledColumn& column) {
    return pool(input, column, settlement_sets(input.settlements).back().members, Aggregate::Pooled);
}

}  // namespace desakota::analyses
