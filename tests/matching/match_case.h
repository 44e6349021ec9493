#pragma once

#include <string>
#include <vector>

#include "engine/matching/match.h"

namespace desakota::matching {

/// One settlement or one key of a table, as a test writes it.
struct Named {
    std::string name;
    std::string kecamatan{};
    std::string code{};
    std::string column{"kode"};  ///< that holds the code
};

[[nodiscard]] inline std::vector<KnownSettlement> known(const std::vector<Named>& named) {
    std::vector<KnownSettlement> settlements;
    for (const auto& [name, kecamatan, code, column] : named) {
        KnownSettlement settlement{{}, name, kecamatan};
        if (const auto read = read_code(code, system_of_column(column))) settlement.codes.push_back(*read);
        settlements.push_back(settlement);
    }
    return settlements;
}

[[nodiscard]] inline std::vector<Match> matched(const std::vector<Named>& table, const std::vector<Named>& named) {
    std::vector<TableKey> keys;
    for (const auto& [name, kecamatan, code, column] : table) {
        keys.push_back({read_code(code, system_of_column(column)), name, kecamatan});
    }
    core::SilentProgress progress;
    return match_keys(keys, known(named), progress);
}

/// The match of one name in one kecamatan, K.
[[nodiscard]] inline Match match_in_one(const std::string& name, const std::vector<std::string>& names) {
    std::vector<Named> named;
    for (const auto& other : names) named.push_back({other, "K"});
    return matched({{name, "K"}}, named).front();
}

}  // namespace desakota::matching
