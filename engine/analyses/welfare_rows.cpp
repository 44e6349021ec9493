#include "engine/analyses/welfare_rows.h"

#include <algorithm>
#include <utility>

#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_columns.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using layers::ColumnType;
using layers::Layer;

Text count_text(std::uint32_t count) {
    return grouped(static_cast<double>(count));
}

/// " 2 left out: without an income." for each cause that there is.
Text left_out_text(const HouseholdSelection& selection, const std::vector<std::uint32_t>& settlements) {
    Text text;
    for (const auto& cause : selection.left_out) {
        std::uint32_t count = 0;
        for (const auto settlement : settlements) count += cause.by_settlement[settlement];
        if (count == 0) continue;
        text = text + fill_text(" {0} left out: {1}.", " {0} tidak disertakan: {1}.", count_text(count), cause.without);
    }
    return text;
}

void judge(Basis& basis) {
    if (basis.households == 0) {
        basis.status = WelfareStatus::NoHouseholds;
        basis.reason = {"No household in the table counts here.", "Tidak ada rumah tangga dalam tabel yang dihitung."};
    } else if (basis.households < kFewestHouseholds) {
        basis.status = WelfareStatus::Withheld;
        basis.reason = fill_text(basis.households == 1 ? "Withheld: only {} household, which could be recognised."
                                                       : "Withheld: only {} households, who could be recognised.",
                                 "Tidak ditampilkan: hanya {} rumah tangga, sehingga bisa dikenali.",
                                 count_text(basis.households));
    } else {
        basis.reason =
            fill_text("Rests on {} households.", "Berdasarkan {} rumah tangga.", count_text(basis.households));
    }
    if (basis.is_unsure()) {
        basis.reason = basis.reason +
                       core::format_text(" Fewer than {}: unsure.", " Kurang dari {}: kurang andal.", kSureHouseholds);
    }
}

ColumnDefinition yes_no_column(std::string name, Text alias) {
    return {std::move(name), ColumnType::YesNo, {}, std::move(alias)};
}

std::optional<double> sum_of_families(const Settlements& settlements, const std::vector<std::uint32_t>& members) {
    if (!settlements.has_families) return std::nullopt;
    double sum = 0.0;
    for (const auto settlement : members) sum += settlements.families[settlement].value_or(0.0);
    return sum;
}

}  // namespace

std::string_view status_code(WelfareStatus status) {
    switch (status) {
        case WelfareStatus::Computed:
            return "computed";
        case WelfareStatus::NoHouseholds:
            return "no_households";
        case WelfareStatus::Withheld:
            return "withheld";
        case WelfareStatus::NotComputed:
            break;
    }
    return "not_computed";
}

Basis basis_of(const HouseholdSelection& selection, const std::vector<std::uint32_t>& settlements) {
    Basis basis;
    for (const auto settlement : settlements) {
        basis.households += static_cast<std::uint32_t>(selection.of(settlement).size());
        basis.left_out += selection.left_out_of(settlement);
    }
    judge(basis);
    basis.reason = basis.reason + left_out_text(selection, settlements);
    return basis;
}

void add_left_out_figures(Results& results, const Basis& basis, const HouseholdSelection& selection) {
    results.figures.push_back(
        {"left_out",
         {"Households of the settlements left out", "Rumah tangga permukiman yang tidak disertakan"},
         static_cast<double>(basis.left_out),
         0});
    if (selection.without_settlement == 0) return;
    results.figures.push_back({"no_settlement",
                               {"Households left out since they are in no settlement of the run",
                                "Rumah tangga yang tidak disertakan karena permukimannya tidak ada dalam analisis ini"},
                               static_cast<double>(selection.without_settlement),
                               0});
}

void add_without_settlement_sentence(Results& results, const HouseholdSelection& selection) {
    if (selection.without_settlement == 0) return;
    results.summary.push_back(fill_text(
        "Households of the table that are in no settlement of the run, and so in no figure: {}.",
        "Rumah tangga dalam tabel yang permukimannya tidak ada dalam analisis ini, sehingga tidak masuk angka "
        "mana pun: {}.",
        count_text(selection.without_settlement)));
}

std::vector<ColumnDefinition> basis_columns() {
    return {
        count_column("n", {"Households it rests on", "Banyaknya rumah tangga dasar"}),
        count_column("left_out", {"Households left out", "Rumah tangga yang tidak disertakan"}),
        yes_no_column("unsure", {"Unsure (fewer than 30 households)", "Kurang andal (kurang dari 30 rumah tangga)"}),
        text_column("status", {"Status", "Status"}), text_column("reason", {"Reason", "Keterangan"})};
}

void add_basis_columns(Layer& layer, const std::vector<Basis>& rows, core::Language language) {
    const auto place = layer.columns.size();
    for (auto& definition : basis_columns()) layer.add_column(std::move(definition));
    for (const auto& row : rows) {
        auto* column = &layer.columns[place];
        if (row.of_households) {
            (column++)->add_whole_number(row.households);
            (column++)->add_whole_number(row.left_out);
            (column++)->add_yes_no(row.is_unsure());
        } else {
            for (int i = 0; i < 3; ++i) (column++)->add_missing();
        }
        (column++)->add_text(status_code(row.status));
        column->add_text(row.reason.in(language));
    }
}

std::vector<ColumnDefinition> welfare_summary_columns() {
    return {text_column("group_field", {"Grouped by", "Dikelompokkan menurut"}),
            text_column("group_value", {"Group", "Kelompok"}),
            count_column("settlements", {"Settlements", "Permukiman"}),
            count_column("settlements_unknown", {"Settlements not known", "Permukiman yang tidak diketahui"}),
            number_column("families", "", {"Families", "Keluarga"})};
}

void add_welfare_summary_columns(Layer& layer, const Settlements& settlements, const std::vector<SettlementSet>& sets,
                                 const std::vector<Basis>& of_settlements) {
    const auto place = layer.columns.size();
    for (auto& definition : welfare_summary_columns()) layer.add_column(std::move(definition));
    for (const auto& set : sets) {
        auto* column = &layer.columns[place];
        (column++)->add_text(set.field);
        (column++)->add(set.value);
        (column++)->add_whole_number(static_cast<std::int64_t>(set.members.size()));
        (column++)->add_whole_number(std::ranges::count_if(
            set.members, [&](std::uint32_t settlement) { return !of_settlements[settlement].is_computed(); }));
        column->add(sum_of_families(settlements, set.members));
    }
    layer.row_count = sets.size();
}

void add_number_column(Layer& layer, ColumnDefinition definition, const std::vector<std::optional<double>>& values) {
    auto& column = layer.add_column(std::move(definition));
    column.reserve(values.size());
    for (const auto& value : values) column.add(value);
}

std::vector<ColumnDefinition> interval_columns(const ColumnDefinition& of) {
    auto low = of;
    low.name += "_low";
    low.alias = low.alias + Text{", lower end of the 95 % interval", ", batas bawah selang 95 %"};
    auto high = of;
    high.name += "_high";
    high.alias = high.alias + Text{", upper end of the 95 % interval", ", batas atas selang 95 %"};
    return {low, high};
}

void add_interval_columns(Layer& layer, const ColumnDefinition& of,
                          const std::vector<std::optional<statistics::Interval>>& intervals) {
    const auto definitions = interval_columns(of);
    auto& low = layer.add_column(definitions[0]);
    for (const auto& interval : intervals) low.add(interval ? std::optional(interval->low) : std::nullopt);
    auto& high = layer.add_column(definitions[1]);
    for (const auto& interval : intervals) high.add(interval ? std::optional(interval->high) : std::nullopt);
}

void add_class_column(Layer& layer, ColumnDefinition definition, const welfare::Classes& classes,
                      const std::vector<std::optional<double>>& values) {
    auto& column = layer.add_column(std::move(definition));
    for (const auto& value : values) {
        const auto* found = welfare::find_class(classes, value);
        found == nullptr ? column.add_missing() : column.add_text(found->code);
    }
}

}  // namespace desakota::analyses
