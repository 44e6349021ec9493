#pragma once

#include <array>
#include <string>
#include <vector>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {

/// A row of a list of match-names: table_code, table_name, table_kecamatan, settlement_id, accepted.
using ListRow = std::array<std::string, 5>;

[[nodiscard]] inline LayerMaker match_list(const std::vector<ListRow>& rows) {
    constexpr std::array kNames{"table_code", "table_name", "table_kecamatan", "settlement_id", "accepted"};
    LayerMaker maker("padanan.csv", "");
    for (std::size_t i = 0; i < rows.size(); ++i) maker.nothing();
    for (std::size_t column = 0; column < kNames.size(); ++column) {
        std::vector<std::string> values;
        for (const auto& row : rows) values.push_back(row[column]);
        maker.texts(kNames[column], values);
    }
    return maker;
}

}  // namespace desakota::analyses
