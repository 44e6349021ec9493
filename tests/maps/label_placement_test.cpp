#include "engine/maps/label_placement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/for_each_seed.h"

namespace desakota::maps {
namespace {

using test_support::for_each_seed;
using test_support::Random;

constexpr Box kFrame{10.0, 20.0, 210.0, 170.0};

Box random_box(Random& random) {
    const double x = random.between(0.0, 220.0);
    const double y = random.between(10.0, 180.0);
    return {x, y, x + random.between(1.0, 40.0), y + random.between(1.0, 6.0)};
}

TEST(PlaceLabels, NeverLetsNamesMeetEachOtherOrAnObstacle) {
    for_each_seed(40, [](Random& random) {
        std::vector<LabelWish> wishes(1 + random.below(120));
        for (auto& wish : wishes) {
            for (std::size_t i = random.below(6); i-- > 0;) wish.places.push_back(random_box(random));
        }
        std::vector<Box> taken(random.below(40));
        for (auto& box : taken) box = random_box(random);
        const auto chosen = place_labels(wishes, taken, kFrame);
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            if (!chosen[i]) continue;
            const auto& box = wishes[i].places[*chosen[i]];
            EXPECT_TRUE(kFrame.contains(box));
            for (const auto& other : taken) EXPECT_FALSE(other.meets(box));
            taken.push_back(box);
        }
    });
}

TEST(PlaceLabels, LeavesOutNothingThatWouldFit) {
    for_each_seed(40, [](Random& random) {
        std::vector<LabelWish> wishes(1 + random.below(60));
        for (auto& wish : wishes) wish.places = {random_box(random), random_box(random)};
        const auto chosen = place_labels(wishes, {}, kFrame);
        std::vector<Box> taken;
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            for (std::size_t place = 0; place < chosen[i].value_or(2); ++place) {
                const auto& box = wishes[i].places[place];
                EXPECT_TRUE(!kFrame.contains(box) ||
                            std::ranges::any_of(taken, [&](const Box& other) { return other.meets(box); }));
            }
            if (chosen[i]) taken.push_back(wishes[i].places[*chosen[i]]);
        }
    });
}

TEST(PlaceLabels, PrefersTheFirstWishAndItsFirstPlace) {
    const Box here{50.0, 50.0, 60.0, 53.0};
    const Box there{80.0, 50.0, 90.0, 53.0};
    const std::vector<LabelWish> wishes{{{here, there}}, {{here, there}}, {{here}}};
    EXPECT_THAT(place_labels(wishes, {}, kFrame), testing::ElementsAre(0U, 1U, std::nullopt));
}

}  // namespace
}  // namespace desakota::maps
