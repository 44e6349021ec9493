#pragma once

#include <cstdint>
#include <cstdlib>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>

#include "tests/support/random.h"

#include "engine/core/number_text.h"

namespace desakota::test_support {

/// Runs a property with the seeds 0 .. count - 1 and stops at the first that fails, whose seed the failure names.
/// DESAKOTA_SEED=17 in the environment runs that seed alone.
///
///     for_each_seed(200, [](Random& random) { EXPECT_TRUE(holds(random_network(random))); });
template <class Property>
void for_each_seed(std::uint64_t count, Property property) {
    std::uint64_t first = 0;
    if (const char* chosen = std::getenv("DESAKOTA_SEED")) {  // NOLINT(concurrency-mt-unsafe)
        const auto seed = core::parse_integer(chosen);
        if (!seed || *seed < 0) throw std::invalid_argument("DESAKOTA_SEED is a whole number from 0");
        first = static_cast<std::uint64_t>(*seed);
        count = first + 1;
    }
    for (std::uint64_t seed = first; seed < count && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("run this one again with DESAKOTA_SEED=" + std::to_string(seed));
        Random random(seed);
        property(random);
    }
}

}  // namespace desakota::test_support
