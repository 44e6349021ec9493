#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/table.h"
#include "tests/support/telang_land.h"
#include "tests/support/telang_people.h"

#include "engine/layers/layer.h"

namespace desakota::test_support {

inline constexpr std::string_view kTelangArea = "Telang";

/// A title that nobody can take for that of real data.
[[nodiscard]] core::Text illustrative_title(std::string_view english, std::string_view indonesian);

[[nodiscard]] layers::ColumnDefinition text_column(std::string name, std::string english, std::string indonesian);
[[nodiscard]] layers::ColumnDefinition count_column(std::string name, std::string english, std::string indonesian);

[[nodiscard]] Cell text_or_missing(std::string_view text);  ///< missing where empty
[[nodiscard]] Cell number_or_missing(const std::optional<double>& number);

void add_point(layers::Layer& layer, const Metres& place, std::initializer_list<Cell> cells);

/// The village of that name, which there must be.
[[nodiscard]] const Village& village_named(const std::vector<Village>& villages, std::string_view name);

/// Where the villages have their squares, in the order of make_villages().
struct VillageSquares {
    const std::vector<Village>& villages;
    const std::vector<Metres>& squares;
    [[nodiscard]] Metres of(std::string_view village) const {
        return squares[static_cast<std::size_t>(&village_named(villages, village) - villages.data())];
    }
};

}  // namespace desakota::test_support
