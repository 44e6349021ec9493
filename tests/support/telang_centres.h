#pragma once

#include "tests/support/telang_columns.h"

namespace desakota::test_support {

/// Six centres of SKP, that of the kawasan, and that of the kabupaten outside the area: with the people of the place
/// and how many facilities of each kind are built there, whether or not they function.
[[nodiscard]] layers::Layer make_telang_centres(const VillageSquares& place, const Metres& regency_centre);

/// The facilities of the centres, primary schools (which every village has) left out. Each centre of an SKP lacks
/// something else of what it must have; the market of the kawasan's centre stands empty.
[[nodiscard]] layers::Layer make_telang_centre_facilities(const VillageSquares& place, const Metres& regency_centre);

}  // namespace desakota::test_support
