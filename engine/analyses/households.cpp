#include "engine/analyses/households.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <unordered_map>
#include <utility>

#include "engine/analyses/confirmed_matches.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

constexpr const char* kHouseholds = "households";
constexpr const char* kSettlementField = "household-settlement-field";
constexpr const char* kKecamatanField = "household-kecamatan-field";
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr double kDaysAYear = 365.0;
constexpr double kMonthsAYear = 12.0;
constexpr double kDaysAWeek = 7.0;

using SettlementRows = std::unordered_map<std::string, std::uint32_t>;

SettlementRows rows_by_id(const Settlements& settlements) {
    SettlementRows rows;
    rows.reserve(settlements.size());
    for (std::uint32_t row = 0; row < settlements.size(); ++row) rows.emplace(settlements.ids[row], row);
    return rows;
}

std::uint32_t find(const SettlementRows& rows, const std::string& id) {
    const auto found = rows.find(id);
    return found == rows.end() ? kNoSettlement : found->second;
}

/// The settlement of each row; text columns are looked up once for each distinct value.
std::vector<std::uint32_t> match_settlements(const layers::Column& column, const SettlementRows& by_id) {
    std::vector<std::uint32_t> matched(column.size(), kNoSettlement);
    if (column.type() != layers::ColumnType::Text) {
        for (std::size_t row = 0; row < matched.size(); ++row) {
            if (const auto id = field_text(column, row)) matched[row] = find(by_id, *id);
        }
        return matched;
    }
    std::vector<std::uint32_t> by_code;
    for (const auto& id : column.distinct_texts()) by_code.push_back(find(by_id, trimmed_text(id)));
    for (std::size_t row = 0; row < matched.size(); ++row) {
        const auto code = column.code(row);
        if (code != layers::Column::kMissingCode) matched[row] = by_code[code];
    }
    return matched;
}

/// Whether nearly every row has a value of its own: a name or number of the household, which no message may show.
bool tells_households_apart(const layers::Column& column) {
    std::set<std::string> values;
    for (std::size_t row = 0; row < column.size(); ++row) values.insert(field_text(column, row).value_or(""));
    return values.size() * 2 > column.size();
}

void report_no_match(const Households& households, const layers::Column& column, const network::ValueCounts& unknown,
                     core::Diagnostics& diagnostics) {
    auto text = core::format_text("{0}: no row of '{1}' is the id of a settlement",
                                  "{0}: tidak ada baris kolom '{1}' yang merupakan id permukiman",
                                  layers::describe_layer(*households.table), column.name());
    if (!tells_households_apart(column)) {
        text = text + core::Text{"; it holds ", "; isinya "} + unknown.listing();
    }
    diagnostics.error(text +
                      core::Text{". Name the matching fields with --id-field and --household-settlement-field, or "
                                 "let match-names find the settlements and give its list with --matches.",
                                 ". Sebutkan kolom yang sesuai dengan --id-field dan "
                                 "--household-settlement-field, atau cari permukimannya dengan match-names lalu "
                                 "berikan daftarnya dengan --matches."});
}

void report_unmatched(const Households& households, const layers::Column& column, core::Diagnostics& diagnostics) {
    network::ValueCounts unknown;
    for (std::size_t row = 0; row < households.size(); ++row) {
        if (households.settlements[row] == kNoSettlement) unknown.add(field_text(column, row).value_or(""));
    }
    if (unknown.empty()) return;
    if (unknown.total() == households.size()) return report_no_match(households, column, unknown, diagnostics);
    diagnostics.warning(core::format_text("{0}: households left out, since no settlement has their id in '{1}': ",
                                          "{0}: rumah tangga tidak disertakan karena tidak ada permukiman dengan id "
                                          "pada '{1}': ",
                                          layers::describe_layer(*households.table), column.name()) +
                        unknown.listing() + core::same_text("."));
}

/// Settlements that the table calls by another code or by name, as a person confirmed them.
void find_confirmed(const Arguments& arguments, const Settlements& settlements, Households& households,
                    core::Diagnostics& diagnostics) {
    refuse_kecamatan_field_without_matches(arguments, kKecamatanField, diagnostics);
    auto matches = read_confirmed_matches(arguments, settlements, diagnostics);
    const TableCalls calls(arguments, {kHouseholds, kSettlementField, kKecamatanField});
    for (std::size_t row = 0; row < households.size(); ++row) {
        if (households.settlements[row] != kNoSettlement) continue;
        const auto call = calls.at(row);
        if (call) households.settlements[row] = matches.find(*call).value_or(kNoSettlement);
    }
    matches.report(diagnostics);
}

void read_settlement_of_each(const Arguments& arguments, const Settlements& settlements, Households& households,
                             core::Diagnostics& diagnostics) {
    const auto* column = arguments.column(kHouseholds, kSettlementField);
    households.settlements.assign(households.table->row_count, kNoSettlement);
    if (column == nullptr) {
        diagnostics.error(core::format_text(
            "{}: no field says in which settlement each household lives. Name it with --household-settlement-field.",
            "{}: tidak ada kolom permukiman tempat rumah tangga tinggal. Sebutkan dengan --household-settlement-field.",
            layers::describe_layer(*households.table)));
        return;
    }
    households.settlements = match_settlements(*column, rows_by_id(settlements));
    find_confirmed(arguments, settlements, households, diagnostics);
    if (households.table->row_count > 0) report_unmatched(households, *column, diagnostics);
}

/// How many of the field's periods a month has.
double periods_a_month(const std::string& period) {
    if (period == "year") return 1.0 / kMonthsAYear;
    if (period == "week") return kDaysAYear / kMonthsAYear / kDaysAWeek;
    if (period == "day") return kDaysAYear / kMonthsAYear;
    return 1.0;
}

}  // namespace

Households read_households(Arguments& arguments, const Settlements& settlements, RunContext& context) {
    Households households;
    households.table = arguments.layer(kHouseholds);
    if (households.table->row_count == 0) {
        context.diagnostics.error(core::format_text("{}: the table holds no households.",
                                                    "{}: tabel tidak berisi rumah tangga.",
                                                    layers::describe_layer(*households.table)));
    }
    read_settlement_of_each(arguments, settlements, households, context.diagnostics);
    context.progress.step(0.5);
    constexpr double kMostPersons = 1000.0;
    households.persons = read_household_numbers(
        arguments, {"persons-field", {"the number of persons", "jumlah anggota"}, 0.0, kMostPersons, true},
        context.diagnostics);
    households.has_persons = !households.persons.empty();
    households.persons.resize(households.size(), kMissing);
    context.progress.step(0.75);
    households.weights = read_household_numbers(
        arguments, {"weight-field", {"the survey weight", "bobot survei"}, 0.0, 1e15, true}, context.diagnostics);
    households.has_weights = !households.weights.empty();
    households.weights.resize(households.size(), 1.0);
    context.progress.step(1.0);
    return households;
}

Income read_income(const Arguments& arguments, const Households& households, core::Diagnostics& diagnostics,
                   IncomeUse use) {
    auto values = read_household_numbers(
        arguments, {"income-field", {"the income", "pendapatan"}, 0.0, 1e15, false, true}, diagnostics);
    const bool per_head = arguments.text("income-of") == "person";
    const auto label = layers::describe_layer(*households.table);
    if (values.empty()) {
        diagnostics.error(core::format_text(
            "{}: no field holds the income or expenditure. Name it with --income-field.",
            "{}: tidak ada kolom pendapatan atau pengeluaran. Sebutkan dengan --income-field.", label));
        values.resize(households.size(), kMissing);
    }
    if (use == IncomeUse::OfHousehold && per_head && !households.has_persons) {
        diagnostics.error(core::format_text(
            "{}: the income is per head; that of the household needs the number of persons. Name its field with "
            "--persons-field.",
            "{}: pendapatan di sini per kapita; pendapatan rumah tangga memerlukan jumlah anggota. Sebutkan kolomnya "
            "dengan --persons-field.",
            label));
    }
    if (use == IncomeUse::PerHead && !per_head && !households.has_persons) {
        diagnostics.error(core::format_text(
            "{}: income per head needs the number of persons. Name its field with --persons-field, or say that the "
            "income is per head with --income-of person.",
            "{}: pendapatan per kapita memerlukan jumlah anggota. Sebutkan kolomnya dengan --persons-field, atau "
            "nyatakan bahwa pendapatan sudah per kapita dengan --income-of person.",
            label));
    }
    const double factor = periods_a_month(arguments.text("income-period"));
    for (auto& value : values) value *= factor;
    Income income{values, std::move(values)};
    for (std::size_t row = 0; row < households.size(); ++row) {
        if (per_head) {
            income.household[row] *= households.persons[row];
        } else {
            income.per_head[row] /= households.persons[row];
        }
    }
    return income;
}

std::uint32_t HouseholdSelection::left_out_of(std::size_t settlement) const {
    std::uint32_t count = 0;
    for (const auto& cause : left_out) count += cause.by_settlement[settlement];
    return count;
}

HouseholdSelection select_households(const Households& households, std::size_t settlement_count,
                                     std::span<const Requirement> requirements) {
    HouseholdSelection selection;
    for (const auto& requirement : requirements) {
        selection.left_out.push_back({requirement.without, std::vector<std::uint32_t>(settlement_count)});
    }
    std::vector<bool> counts(households.size());
    selection.first.assign(settlement_count + 1, 0);
    for (std::size_t row = 0; row < households.size(); ++row) {
        const auto settlement = households.settlements[row];
        if (settlement == kNoSettlement) {
            ++selection.without_settlement;
            continue;
        }
        const auto failed = std::ranges::find_if(
            requirements, [row](const Requirement& requirement) { return std::isnan(requirement.values[row]); });
        counts[row] = failed == requirements.end();
        if (counts[row]) {
            ++selection.first[settlement + 1];
        } else {
            ++selection.left_out[static_cast<std::size_t>(failed - requirements.begin())].by_settlement[settlement];
        }
    }
    for (std::size_t s = 0; s < settlement_count; ++s) selection.first[s + 1] += selection.first[s];
    selection.rows.resize(selection.first.back());
    auto next = selection.first;
    for (std::uint32_t row = 0; row < households.size(); ++row) {
        if (counts[row]) selection.rows[next[households.settlements[row]]++] = row;
    }
    return selection;
}

std::vector<double> values_of(std::span<const double> values, std::span<const std::uint32_t> rows) {
    std::vector<double> chosen;
    chosen.reserve(rows.size());
    for (const auto row : rows) chosen.push_back(values[row]);
    return chosen;
}

}  // namespace desakota::analyses
