#pragma once

#include <optional>
#include <string_view>

#include "tests/support/telang_columns.h"

#include "engine/layers/layer.h"

namespace desakota::test_support {

/// The health facilities of Telang, each at the square of its village.
[[nodiscard]] layers::Layer make_telang_facilities(const VillageSquares& place);

/// The name of the puskesmas that a village is assigned to (wilayah kerja): not always the nearest, and the island's
/// does not function.
[[nodiscard]] std::string_view assigned_puskesmas(const Village& village);

/// What a village declares as its distance to the nearest puskesmas, in kilometres: about right for most, wrong by far
/// for some, missing for one.
[[nodiscard]] std::optional<double> declared_distance(const Village& village, const VillageSquares& place);

}  // namespace desakota::test_support
