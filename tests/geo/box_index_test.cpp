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

TEST(BoxIndex, GivesOfTheCellsThatAreWantedAllBoxesThatMeetAnAreaThere) {
    std::mt19937_64 random(6);
    const auto boxes = random_boxes(random, 500);
    const BoxIndex index(boxes);
    for (const auto& area : random_boxes(random, 100)) {
        const auto wanted = random_boxes(random, 1).front();
        std::set<std::uint32_t> candidates;
        index.for_each_candidate(
            area, [&](std::size_t /*cell*/, const auto& box_of) { return box_of().meets(wanted); },
            [&](std::uint32_t item) { candidates.insert(item); });
        for (std::uint32_t i = 0; i < boxes.size(); ++i) {
            const GridBox common{std::max({boxes[i].min_x, area.min_x, wanted.min_x}),
                                 std::max({boxes[i].min_y, area.min_y, wanted.min_y}),
                                 std::min({boxes[i].max_x, area.max_x, wanted.max_x}),
                                 std::min({boxes[i].max_y, area.max_y, wanted.max_y})};
            if (common.min_x <= common.max_x && common.min_y <= common.max_y) {
                EXPECT_TRUE(candidates.contains(i));
            }
        }
    }
}

TEST(BoxIndex, GivesEachPlaceToOneCellThatListsEveryBoxThere) {
    std::mt19937_64 random(7);
    const auto boxes = random_boxes(random, 300);
    const BoxIndex index(boxes);
    for (const auto& box : boxes) {
        const GridPoint place{box.max_x, box.min_y};
        std::size_t owners = 0;
        for (std::size_t cell = 0; cell < index.cell_count(); ++cell) {
            if (index.entries(cell).empty()) continue;
            const GridBox here{place.x, place.y, place.x, place.y};
            EXPECT_EQ(index.places_of(cell).meets(here), index.owns(cell, here, here));
            if (!index.places_of(cell).meets(here)) continue;
            ++owners;
            std::set<std::uint32_t> listed;
            for (const auto& entry : index.entries(cell)) listed.insert(entry.item);
            for (std::uint32_t i = 0; i < boxes.size(); ++i) {
                if (boxes[i].meets({place.x, place.y, place.x, place.y})) {
                    EXPECT_TRUE(listed.contains(i));
                }
            }
        }
        EXPECT_EQ(owners, 1U);
    }
}

TEST(BoxIndex, HandsEachPairThatMeetsToOneCell) {
    std::mt19937_64 random(4);
    const auto boxes = random_boxes(random, 300);
    const BoxIndex index(boxes);
    std::multiset<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::size_t cell = 0; cell < index.cell_count(); ++cell) {
        const auto entries = index.entries(cell);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const auto& one = boxes[entries[i].item];
            for (const auto& entry : entries.subspan(i + 1)) {
                const auto& other = boxes[entry.item];
                EXPECT_TRUE(!one.meets(other) || entry.coarse.may_meet(entries[i].coarse));
                if (one.meets(other) && index.owns(cell, one, other)) pairs.emplace(entries[i].item, entry.item);
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

TEST(BoxIndex, IsTheSameForAnyNumberOfThreads) {
    std::mt19937_64 random(5);
    const auto made = random_boxes(random, 60'000);
    const core::UnfilledVector<GridBox> boxes(made.begin(), made.end());
    core::SilentProgress silent;
    const BoxIndex one(boxes, {.threads = 1}, silent);
    const BoxIndex three(boxes, {.threads = 3}, silent);
    ASSERT_EQ(one.cell_count(), three.cell_count());
    for (std::size_t cell = 0; cell < one.cell_count(); ++cell) {
        ASSERT_TRUE(std::ranges::equal(one.entries(cell), three.entries(cell), {}, &BoxIndex::Entry::item,
                                       &BoxIndex::Entry::item));
    }
}

TEST(BoxIndex, FindsBoxesThatOnlyTouchTheArea) {
    const BoxIndex index(std::vector<GridBox>{{0, 0, 10, 10}, {1000, 1000, 2000, 2000}});
    const auto found = [&](const GridBox& area) {
        std::vector<std::uint32_t> items;
        index.for_each(area, [&](std::uint32_t item) { items.push_back(item); });
        return items;
    };
    EXPECT_EQ(found({-5, -5, 0, 0}), std::vector<std::uint32_t>{0});
    EXPECT_EQ(found({10, 10, 20, 20}), std::vector<std::uint32_t>{0});
    EXPECT_EQ(found({500, 500, 1000, 1000}), std::vector<std::uint32_t>{1});
    EXPECT_EQ(found({2000, 2000, 3000, 3000}), std::vector<std::uint32_t>{1});
    EXPECT_EQ(found({10, 10, 1000, 1000}), (std::vector<std::uint32_t>{0, 1}));
}

TEST(BoxIndex, LeavesOutEmptyBoxes) {
    const BoxIndex index(std::vector<GridBox>{{}, {0, 0, 10, 10}, {}});
    std::vector<std::uint32_t> found;
    index.for_each({-100, -100, 100, 100}, [&](std::uint32_t item) { found.push_back(item); });
    EXPECT_EQ(found, std::vector<std::uint32_t>{1});
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
