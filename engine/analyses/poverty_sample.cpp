#include "engine/analyses/poverty_sample.h"

#include <algorithm>
#include <tuple>

#include "engine/analyses/feature_messages.h"
#include "engine/core/parallel.h"

namespace desakota::analyses {
namespace {

constexpr std::size_t kGrain = 256;  // settlements

struct Household {
    double per_head = 0.0;
    double households = 0.0;
    double persons = 0.0;
};

/// Columns of the table, row for row.
struct Columns {
    const Households& households;
    const std::vector<double>& per_head;
};

void sort_settlement(PovertySample& sample, const Columns& columns, std::size_t settlement,
                     std::vector<Household>& sorted) {
    sorted.clear();
    for (const auto row : sample.selection.of(settlement)) {
        const double weight = columns.households.weights[row];
        const double persons = sample.has_persons ? weight * columns.households.persons[row] : 0.0;
        sorted.push_back({columns.per_head[row], weight, persons});
    }
    // By all that counts, so that the order of the table's rows does not.
    std::ranges::sort(sorted, {},
                      [](const Household& one) { return std::tie(one.per_head, one.persons, one.households); });
    std::size_t place = sample.selection.first[settlement];
    for (const auto& household : sorted) {
        sample.per_head[place] = household.per_head;
        sample.households[place] = household.households;
        sample.persons[place++] = household.persons;
    }
}

void sort_households(PovertySample& sample, const Columns& columns, RunContext& context) {
    const auto size = sample.selection.rows.size();
    sample.per_head.resize(size);
    sample.households.resize(size);
    sample.persons.resize(size);
    core::parallel_for(sample.settlement_count(), {.threads = context.threads, .grain = kGrain}, context.progress,
                       [&](std::size_t begin, std::size_t end) {
                           std::vector<Household> sorted;
                           for (auto s = begin; s < end; ++s) sort_settlement(sample, columns, s, sorted);
                       });
}

void note_populations(PovertySample& sample, const Arguments& arguments, const Settlements& settlements,
                      core::Diagnostics& diagnostics) {
    std::vector<std::size_t> too_few;
    for (std::size_t s = 0; s < sample.settlement_count(); ++s) {
        const auto& families = settlements.families[s];
        if (!families) continue;
        if (*families < static_cast<double>(sample.count(s))) {
            too_few.push_back(s);
        } else {
            sample.populations[s] = families;
        }
    }
    if (too_few.empty()) return;
    const auto& layer = arguments.layers.at("settlements").front();
    diagnostics.warning(
        core::same_text(layers::describe_layer(layer) + ": ") +
        core::Text{"settlements with fewer families than households in the table; their confidence intervals do not "
                   "make use of the number of families: ",
                   "permukiman yang jumlah keluarganya lebih kecil daripada rumah tangga dalam tabel; selang "
                   "kepercayaannya tidak memakai jumlah keluarga: "} +
        feature_list(layer, too_few, arguments.column("settlements", "name-field")) + core::same_text("."));
}

HouseholdSelection select(const Households& households, const Income& income, std::size_t settlement_count) {
    std::vector<Requirement> requirements;
    if (households.has_persons) {
        requirements.push_back({households.persons, {"without the number of persons", "tanpa jumlah anggota"}});
    }
    requirements.push_back({income.per_head, {"without an income", "tanpa pendapatan"}});
    if (households.has_weights) {
        requirements.push_back({households.weights, {"without a survey weight", "tanpa bobot survei"}});
    }
    return select_households(households, settlement_count, requirements);
}

}  // namespace

welfare::SortedIncomes PovertySample::of(std::size_t settlement) const {
    const auto first = selection.first[settlement];
    const auto size = count(settlement);
    return {std::span(per_head).subspan(first, size), std::span(households).subspan(first, size),
            std::span(persons).subspan(first, size)};
}

PovertySample read_poverty_sample(Arguments& arguments, const Settlements& settlements, RunContext& context) {
    core::Stage reading(context.progress, 0.0, 0.5);
    auto reading_context = with_progress(context, reading);
    const auto households = read_households(arguments, settlements, reading_context);
    const auto income = read_income(arguments, households, context.diagnostics);
    context.progress.step(0.7);
    PovertySample sample;
    sample.populations.resize(settlements.size());
    if (context.diagnostics.has_errors()) {
        sample.selection.first.assign(settlements.size() + 1, 0);
        return sample;
    }
    sample.has_persons = households.has_persons;
    sample.has_weights = households.has_weights;
    sample.selection = select(households, income, settlements.size());
    context.progress.step(0.8);
    if (!households.has_persons) {
        context.diagnostics.warning(core::format_text(
            "{}: no field holds the number of persons, so only shares of households are given. Name it with "
            "--persons-field to get shares of persons, the mean income, and the gap and severity indices.",
            "{}: tidak ada kolom jumlah anggota, sehingga hanya bagian rumah tangga yang dihitung. Sebutkan dengan "
            "--persons-field untuk memperoleh bagian penduduk, rata-rata pendapatan, serta indeks kedalaman dan "
            "keparahan.",
            layers::describe_layer(*households.table)));
    }
    note_populations(sample, arguments, settlements, context.diagnostics);
    core::Stage sorting(context.progress, 0.8, 1.0);
    auto sorting_context = with_progress(context, sorting);
    sort_households(sample, {households, income.per_head}, sorting_context);
    return sample;
}

}  // namespace desakota::analyses
