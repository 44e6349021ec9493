#include "engine/geo/box_index.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <set>

namespace desakota::geo {
namespace {

std::vector<GridBox> random_boxes(std::mt19937_64& random, std::size_t count) {
    std::uniform_int_distribution<std::int64_t> place(-1'000'000, 1'000'000);
    std::uniform_int_distribution<std::int64_t> size(0, 100'000);
    std::vector<GridBox> boxes(count);
    for (auto& box : boxes) {
        const GridPoint corner{place(random), place(random)};
        box.add(corner);
        box.add(GridPoint{corner.x + size(random), corner.y + size(random)});
    }
    return boxes;
}

TEST(BoxIndex, FindsEachBoxThatMeetsAnAreaOnce) {
    std::mt19937_64 random(3);
    const auto boxes = random_boxes(random, 500);
    const BoxIndex index(boxes);
    for (const auto& area : random_boxes(random, 200)) {
        std::vector<std::uint32_t> found;
        index.for_each(area, [&](std::uint32_t item) { found.push_back(item); });
        std::ranges::sort(found);
        std::vector<std::uint32_t> expected;
        for (std::uint32_t i = 0; i < boxes.size(); ++i) {
            if (boxes[i].meets(area)) expected.push_back(i);
        }
        EXPECT_EQ(found, expected);
    }
}

TEST(BoxIndex, HandsEachPairThatMeetsToOneCell) {
    std::mt19937_64 random(4);
    const auto boxes = random_boxes(random, 300);
    const BoxIndex index(boxes);
    std::multiset<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::size_t cell = 0; cell < index.cell_count(); ++cell) {
        const auto items = index.items(cell);
        for (std::size_t i = 0; i < items.size(); ++i) {
            for (std::size_t j = i + 1; j < items.size(); ++j) {
                if (boxes[items[i]].meets(boxes[items[j]]) && index.owns(cell, boxes[items[i]], boxes[items[j]])) {
                    pairs.emplace(items[i], items[j]);
                }
            }
        }
    }
    std::multiset<std::pair<std::uint32_t, std::uint32_t>> expected;
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        for (std::uint32_t j = i + 1; j < boxes.size(); ++j) {
            if (boxes[i].meets(boxes[j])) expected.emplace(i, j);
        }
    }
    EXPECT_EQ(pairs, expected);
}

TEST(BoxIndex, IsEmptyWithoutBoxesAndHandlesASinglePoint) {
    const BoxIndex none{std::vector<GridBox>{}};
    none.for_each({0, 0, 1, 1}, [](std::uint32_t) { FAIL(); });
    const BoxIndex one{std::vector<GridBox>{{5, 5, 5, 5}}};
    int found = 0;
    one.for_each({0, 0, 10, 10}, [&](std::uint32_t) { ++found; });
    EXPECT_EQ(found, 1);
}

}  // namespace
}  // namespace desakota::geo
