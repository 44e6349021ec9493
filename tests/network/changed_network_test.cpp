#include "engine/network/changed_network.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"

namespace desakota::network {
namespace {

using test_support::for_each_seed;
using test_support::kFerryRule;
using test_support::kRailwayRule;
using test_support::kRiverRule;
using test_support::lines_of;
using test_support::network_of;
using test_support::Random;
using test_support::ruled;
using testing::IsEmpty;

LineAttributes landing() {
    LineAttributes attributes;
    attributes.landing = true;
    return attributes;
}

std::vector<geo::GridPoint> course_of(const Lines& lines, std::uint32_t line) {
    return {lines.vertices.begin() + lines.first(line), lines.vertices.begin() + lines.last(line) + 1};
}

/// The lines of which `takes(line)` is true.
template <class Takes>
Lines some_of(const Lines& lines, Takes takes) {
    Lines some;
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        if (takes(line)) some.add(course_of(lines, line), lines.attributes[line]);
    }
    return some;
}

/// Joins by the places that they lead from and to.
std::multiset<std::pair<geo::GridPoint, geo::GridPoint>> joins_of(const RoadNetwork& network) {
    std::multiset<std::pair<geo::GridPoint, geo::GridPoint>> joins;
    for (std::uint32_t line = network.input_line_count; line < network.lines.size(); ++line) {
        const auto course = course_of(network.lines, line);
        joins.emplace(std::minmax(course.front(), course.back()));
    }
    return joins;
}

void expect_same(const RoadNetwork& one, const RoadNetwork& other) {
    EXPECT_EQ(one.lines.vertices, other.lines.vertices);
    EXPECT_EQ(one.lines.first_vertex, other.lines.first_vertex);
    EXPECT_EQ(one.lines.metres, other.lines.metres);
    EXPECT_EQ(one.input_line_count, other.input_line_count);
    EXPECT_EQ(one.first_cut, other.first_cut);
    EXPECT_EQ(one.cut_segment, other.cut_segment);
    EXPECT_EQ(one.cut_metres, other.cut_metres);
    EXPECT_EQ(one.cut_node, other.cut_node);
    EXPECT_EQ(one.cut_line, other.cut_line);
    EXPECT_EQ(one.node_places, other.node_places);
    EXPECT_EQ(one.node_component, other.node_component);
    EXPECT_EQ(one.component_count, other.component_count);
    EXPECT_TRUE(one.joins == other.joins);
    auto crossings = one.crossings;
    auto others = other.crossings;
    std::ranges::sort(crossings);
    std::ranges::sort(others);
    EXPECT_TRUE(crossings == others);
    EXPECT_EQ(one.has_landings, other.has_landings);
}

/// Some lines become rivers, ferries, railways or joins of an earlier cleaning, and some places landings.
Lines varied(const Lines& lines, Random& random) {
    Lines all;
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        auto attributes = lines.attributes[line];
        const double kind = random.unit();
        if (kind < 0.15) {
            attributes = ruled(kRiverRule);
        } else if (kind < 0.25) {
            attributes = ruled(kFerryRule);
        } else if (kind < 0.3) {
            attributes = ruled(kRailwayRule);
        }
        attributes.join = kind > 0.97;
        all.add(course_of(lines, line), attributes);
        if (kind < 0.4) continue;
        const auto place = lines.vertices[lines.first(line)];
        if (kind < 0.5) all.add(std::vector<geo::GridPoint>{place, place}, landing());
    }
    return all;
}

/// Random lines, each of them in the base alone, in the scenario alone, or in both.
struct Change {
    Lines base;
    std::vector<bool> removed;
    Lines added;
    Lines after;

    explicit Change(Random& random) {
        const auto all = varied(lines_of(test_support::random_network(random)), random);
        std::vector<int> parts;
        for (std::uint32_t line = 0; line < all.size(); ++line) parts.push_back(static_cast<int>(random.below(4)));
        base = some_of(all, [&](std::uint32_t line) { return parts[line] != 0; });
        added = some_of(all, [&](std::uint32_t line) { return parts[line] == 0; });
        after = some_of(all, [&](std::uint32_t line) { return parts[line] > 1; });
        for (std::uint32_t line = 0; line < added.size(); ++line) {
            after.add(course_of(added, line), added.attributes[line]);
        }
        for (const auto part : parts) {
            if (part != 0) removed.push_back(part == 1);
        }
    }
};

RoadNetwork changed(const RoadNetwork& base, const Change& change, const NetworkOptions& options, int threads) {
    core::SilentProgress progress;
    return change_network(base, {change.removed, change.added, base.rules}, options, {.threads = threads, .grain = 8},
                          progress);
}

TEST(ChangedNetwork, IsTheNetworkOfTheLinesThatAreLeft) {
    for (const auto cleaning : {Cleaning::On, Cleaning::Off}) {
        for_each_seed(300, [&](Random& random) {
            const Change change(random);
            if (change.base.size() == 0 || change.after.size() == 0) return;
            const NetworkOptions options{.cleaning = cleaning};
            const auto base = network_of(change.base, options);
            const auto network = changed(base, change, options, 2);
            EXPECT_THAT(network_faults(network), IsEmpty());
            expect_same(network, network_of(change.after, options));
            expect_same(network, changed(base, change, options, 1));
        });
    }
}

TEST(ChangedNetwork, KeepsTheJoinsBetweenLinesThatStay) {
    for_each_seed(100, [&](Random& random) {
        Change change(random);
        if (change.base.size() == 0) return;
        change.removed.clear();
        const auto base = network_of(change.base);
        const auto before = joins_of(base);
        const auto after = joins_of(changed(base, change, {}, 1));
        EXPECT_TRUE(std::ranges::includes(after, before));
    });
}

}  // namespace
}  // namespace desakota::network
