#include "engine/analyses/welfare_disclosure.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace desakota::analyses {
namespace {

/// Settlements and, behind them, sets, with the sums that anybody can take apart.
struct Rows {
    std::vector<std::uint32_t> households;
    std::vector<bool> is_withheld;
};
struct Sum {
    std::size_t whole = 0;
    std::vector<std::size_t> parts;
};

bool is_total(const SettlementSet& set) {
    return set.field == "total";
}

/// Each set is the sum of its settlements, the total of all groups by one field as well.
std::vector<Sum> sums_of(const std::vector<SettlementSet>& sets, std::size_t settlements) {
    std::vector<Sum> sums;
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        sums.push_back({settlements + i, {sets[i].members.begin(), sets[i].members.end()}});
        if (!is_total(sets[i])) groups[sets[i].field].push_back(settlements + i);
    }
    const auto total = std::ranges::find_if(sets, is_total);
    if (total == sets.end()) return sums;
    const auto whole = settlements + static_cast<std::size_t>(total - sets.begin());
    for (auto& [field, parts] : groups) sums.push_back({whole, std::move(parts)});
    return sums;
}

Rows rows_of(const std::vector<std::uint32_t>& households, const std::vector<SettlementSet>& sets) {
    Rows rows;
    rows.households = households;
    for (const auto& set : sets) {
        std::uint32_t sum = 0;
        for (const auto settlement : set.members) sum += households[settlement];
        rows.households.push_back(sum);
    }
    for (const auto count : rows.households) rows.is_withheld.push_back(count > 0 && count < kFewestHouseholds);
    return rows;
}

/// Whether what a sum hides can be told from what it shows.
bool gives_away(const Rows& rows, const Sum& sum) {
    if (rows.is_withheld[sum.whole]) return false;
    std::size_t hidden = 0;
    std::uint32_t households = 0;
    for (const auto part : sum.parts) {
        if (!rows.is_withheld[part]) continue;
        ++hidden;
        households += rows.households[part];
    }
    return hidden == 1 || (hidden > 1 && households < kFewestHouseholds);
}

/// The smallest part with households that is shown; the sum itself where none is.
std::size_t next_to_withhold(const Rows& rows, const Sum& sum) {
    auto least = sum.whole;
    for (const auto part : sum.parts) {
        if (rows.is_withheld[part] || rows.households[part] == 0) continue;
        if (least == sum.whole || rows.households[part] < rows.households[least]) least = part;
    }
    return least;
}

bool withhold_more(Rows& rows, const std::vector<Sum>& sums) {
    bool has_changed = false;
    for (const auto& sum : sums) {
        while (gives_away(rows, sum)) {
            rows.is_withheld[next_to_withhold(rows, sum)] = true;
            has_changed = true;
        }
    }
    return has_changed;
}

void withhold(Basis& basis) {
    if (!basis.is_computed()) return;
    basis.status = WelfareStatus::Withheld;
    basis.reason = withheld_for_others_text();
}

}  // namespace

WithheldRows withheld_rows(const std::vector<std::uint32_t>& households, const std::vector<SettlementSet>& sets) {
    auto rows = rows_of(households, sets);
    const auto sums = sums_of(sets, households.size());
    while (withhold_more(rows, sums)) {
    }
    const auto middle = rows.is_withheld.begin() + static_cast<std::ptrdiff_t>(households.size());
    return {{rows.is_withheld.begin(), middle}, {middle, rows.is_withheld.end()}};
}

core::Text withheld_for_others_text() {
    return {"Withheld, so that the figures of others with fewer than 5 households cannot be worked out from the sum.",
            "Tidak ditampilkan, agar angka lain yang berdasarkan kurang dari 5 rumah tangga tidak bisa dihitung dari "
            "jumlahnya."};
}

WelfareBases welfare_bases(const HouseholdSelection& selection, std::size_t settlement_count,
                           const std::vector<SettlementSet>& sets) {
    WelfareBases bases;
    std::vector<std::uint32_t> households;
    for (std::uint32_t settlement = 0; settlement < settlement_count; ++settlement) {
        bases.settlements.push_back(basis_of(selection, {settlement}));
        households.push_back(bases.settlements.back().households);
    }
    for (const auto& set : sets) bases.sets.push_back(basis_of(selection, set.members));
    const auto withheld = withheld_rows(households, sets);
    for (std::size_t i = 0; i < bases.settlements.size(); ++i) {
        if (withheld.settlements[i]) withhold(bases.settlements[i]);
    }
    for (std::size_t i = 0; i < bases.sets.size(); ++i) {
        if (withheld.sets[i]) withhold(bases.sets[i]);
    }
    return bases;
}

}  // namespace desakota::analyses
