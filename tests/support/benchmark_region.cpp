#include <cmath>
#include <stdexcept>

#include "tests/support/island.h"
#include "tests/support/region.h"

namespace desakota::test_support {

namespace {

constexpr geo::Point kMiddle{104.5, -3.5};
constexpr double kLinesASquareDegree = 20'000.0;

IslandPlan plan_of(Size size) {
    IslandPlan plan;
    switch (size) {
        case Size::S:
            plan = {.lines = 20'000, .settlements = 500, .facilities = 25, .centres = 5, .seed = 11};
            break;
        case Size::M:
            plan = {.lines = 200'000, .settlements = 5'000, .facilities = 500, .centres = 50, .seed = 22};
            break;
        case Size::L:
            plan = {.lines = 2'000'000, .settlements = 83'000, .facilities = 10'000, .centres = 500, .seed = 33};
            break;
        default:
            throw std::logic_error("no such size");
    }
    plan.width = plan.height = std::sqrt(static_cast<double>(plan.lines) / kLinesASquareDegree);
    plan.south_west = {kMiddle.x - plan.width / 2, kMiddle.y - plan.height / 2};
    return plan;
}

}  // namespace

Region make_region(Size size) {
    const auto plan = plan_of(size);
    auto region = empty_region(plan.lines);
    add_island(region, plan, {});
    return region;
}

}  // namespace desakota::test_support
