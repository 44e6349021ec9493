#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/island.h"
#include "tests/support/random.h"
#include "tests/support/region.h"
#include "tests/support/table.h"

namespace desakota::test_support {

namespace {

using geo::Point;

constexpr std::size_t kLines = 10'000'000;
constexpr std::size_t kSettlements = 83'000;
constexpr std::size_t kFacilities = 10'400;
constexpr std::size_t kCentres = 514;
constexpr std::size_t kLinesASpur = 19;
constexpr std::size_t kFewestLines = 130;  // a mesh of fewer may have none to spare
constexpr double kShortFerry = 1.6;        // degrees; islands nearer than this have a ferry of their own
constexpr std::uint64_t kSeed = 44;

/// An island at full size: its rectangle in degrees and its part of all roads, villages and so on.
struct Island {
    Point south_west;
    double width;
    double height;
    double weight;
};

/// As many, as large and as peopled as Indonesia's, about where they lie; none nearer to another than 0.5 degrees.
constexpr std::array<Island, 44> kIslands{{
    {{98.0, -4.5}, 5.5, 8.0, 230},  {{106.0, -8.4}, 5.0, 2.4, 300}, {{109.5, -3.5}, 7.0, 7.0, 120},
    {{119.3, -5.3}, 4.0, 6.5, 110}, {{132.5, -7.5}, 8.0, 6.0, 40},  {{112.0, -8.7}, 0.9, 0.6, 25},
    {{113.4, -8.8}, 0.8, 0.7, 20},  {{114.8, -8.9}, 2.0, 1.0, 15},  {{117.6, -9.0}, 2.6, 1.3, 17},
    {{117.8, -10.7}, 1.6, 1.0, 8},  {{121.5, -10.8}, 2.6, 1.6, 18}, {{111.8, -7.0}, 1.2, 0.6, 20},
    {{127.0, 0.0}, 1.6, 2.0, 8},    {{128.0, -3.8}, 2.4, 1.0, 8},   {{126.0, -3.9}, 1.0, 0.9, 4},
    {{104.8, -2.8}, 1.4, 1.2, 9},   {{107.4, -3.2}, 0.8, 0.8, 5},   {{95.6, 0.4}, 0.9, 1.0, 7},
    {{95.5, -2.3}, 0.8, 0.9, 2},    {{104.8, 0.7}, 0.6, 0.6, 9},    {{106.2, 0.6}, 0.6, 0.6, 4},
    {{107.6, 3.4}, 0.7, 0.7, 1},    {{95.2, 2.6}, 0.8, 0.6, 2},     {{117.8, 3.0}, 0.4, 0.4, 3},
    {{117.4, -3.4}, 0.7, 0.7, 3},   {{124.4, -5.4}, 0.9, 1.0, 6},   {{124.2, -3.7}, 0.7, 0.7, 3},
    {{124.4, -1.6}, 0.9, 0.8, 2},   {{124.8, 3.0}, 0.5, 0.6, 2},    {{126.4, 4.2}, 0.5, 0.6, 1},
    {{129.2, 1.9}, 0.6, 0.8, 1},    {{126.0, 0.8}, 0.4, 0.4, 2},    {{127.4, -1.6}, 0.8, 0.6, 1},
    {{130.6, -2.0}, 0.8, 0.6, 1},   {{130.5, -0.4}, 0.9, 0.6, 1},   {{135.2, -0.8}, 0.8, 0.6, 2},
    {{131.0, -5.8}, 0.6, 0.6, 1},   {{130.7, -7.4}, 0.7, 0.9, 1},   {{129.0, -8.2}, 0.8, 1.0, 1},
    {{125.6, -8.2}, 1.0, 0.6, 1},   {{122.0, -8.6}, 0.9, 0.5, 2},   {{120.1, -10.9}, 0.6, 0.5, 1},
    {{96.8, 4.6}, 0.4, 0.4, 1},     {{101.2, -5.9}, 0.4, 0.4, 1},
}};

Point middle_of(const Island& island) {
    return {island.south_west.x + island.width / 2, island.south_west.y + island.height / 2};
}

/// Shares `total` out by the weights of the islands; the parts add up to it.
std::array<std::size_t, kIslands.size()> share_out(std::size_t total) {
    double all = 0.0;
    for (const auto& island : kIslands) all += island.weight;
    std::array<std::size_t, kIslands.size()> parts{};
    double weight = 0.0;
    std::size_t given = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        weight += kIslands[i].weight;
        const auto up_to_here = static_cast<std::size_t>(std::floor(static_cast<double>(total) * weight / all + 0.5));
        parts[i] = up_to_here - given;
        given = up_to_here;
    }
    return parts;
}

std::size_t part_of(std::size_t count, double share) {
    return static_cast<std::size_t>(std::floor(static_cast<double>(count) * share + 0.5));
}

/// Roads keep their density: where there are fewer, the islands shrink round their middles.
std::vector<IslandPlan> plan_islands(double share) {
    const auto lines = share_out(part_of(kLines, share));
    const auto settlements = share_out(part_of(kSettlements, share));
    const auto facilities = share_out(part_of(kFacilities, share));
    const auto centres = share_out(part_of(kCentres, share));
    const double scale = std::sqrt(share);
    std::vector<IslandPlan> plans;
    plans.reserve(kIslands.size());
    for (std::size_t i = 0; i < kIslands.size(); ++i) {
        IslandPlan plan{.width = kIslands[i].width * scale,
                        .height = kIslands[i].height * scale,
                        .lines = std::max(lines[i], kFewestLines),
                        .lines_a_spur = kLinesASpur,
                        .settlements = settlements[i],
                        .facilities = facilities[i],
                        .centres = centres[i],
                        .seed = kSeed + 1000 * i};
        // The bending must not carry a small island into its neighbour.
        const auto middle = middle_of(kIslands[i]);
        const auto bent = bend({plan.width / 2, plan.height / 2}, plan.seed);
        plan.south_west = {middle.x - bent.x, middle.y - bent.y};
        plans.push_back(plan);
    }
    return plans;
}

/// Between the rectangles, in degrees.
double gap_between(const Island& a, const Island& b) {
    const double x =
        std::max({0.0, a.south_west.x - b.south_west.x - b.width, b.south_west.x - a.south_west.x - a.width});
    const double y =
        std::max({0.0, a.south_west.y - b.south_west.y - b.height, b.south_west.y - a.south_west.y - a.height});
    return std::sqrt(x * x + y * y);
}

struct Ferry {
    std::size_t from = 0;  // islands
    std::size_t to = 0;
};

/// The fewest that bring all islands together (Prim's algorithm), and between islands that lie near each other.
std::vector<Ferry> plan_ferries() {
    std::vector<Ferry> ferries;
    std::array<std::size_t, kIslands.size()> nearest{};
    std::array<bool, kIslands.size()> is_reached{true};
    const auto gap_of = [&](std::size_t i) { return gap_between(kIslands[i], kIslands[nearest[i]]); };
    for (std::size_t round = 1; round < kIslands.size(); ++round) {
        std::size_t next = kIslands.size();
        for (std::size_t i = 0; i < kIslands.size(); ++i) {
            if (!is_reached[i] && (next == kIslands.size() || gap_of(i) < gap_of(next))) next = i;
        }
        is_reached[next] = true;
        ferries.push_back({nearest[next], next});
        for (std::size_t i = 0; i < kIslands.size(); ++i) {
            const auto gap = gap_between(kIslands[i], kIslands[next]);
            if (is_reached[i]) {
                if (i != next && i != nearest[next] && gap < kShortFerry) ferries.push_back({i, next});
            } else if (gap < gap_of(i)) {
                nearest[i] = next;
            }
        }
    }
    return ferries;
}

/// The places to which the ferries of an island go: the middles of the other islands.
std::vector<Point> targets_of(std::size_t island, const std::vector<Ferry>& ferries) {
    std::vector<Point> targets;
    for (const auto& ferry : ferries) {
        if (ferry.from == island) targets.push_back(middle_of(kIslands[ferry.to]));
        if (ferry.to == island) targets.push_back(middle_of(kIslands[ferry.from]));
    }
    return targets;
}

/// `landings`: of each island, in the order of its ferries.
layers::Layer make_ferries(const std::vector<Ferry>& ferries, const std::vector<std::vector<Point>>& landings) {
    auto layer = make_layer("ferries", {"Ferry lines", "Lintasan feri"}, geo::GeometryType::Line,
                            {{"name", layers::ColumnType::Text}});
    Random random(kSeed + 500);
    std::array<std::size_t, kIslands.size()> used{};
    for (const auto& [from, to] : ferries) {
        const auto& start = landings[from][used[from]++];
        layer.geometry.add_coordinate(start);
        add_bow(layer.geometry, start, landings[to][used[to]++], random);
        layer.geometry.end_part(geo::PartRole::Line);
        layer.geometry.end_feature();
        layer.columns[0].add_text(fmt::format("Lintasan {}", layer.row_count + 1));
        layer.feature_ids.push_back(static_cast<std::int64_t>(++layer.row_count));
    }
    return layer;
}

}  // namespace

Region make_nation(double share) {
    if (!(share > 0.0 && share <= 1.0)) throw std::invalid_argument("a nation's share is over 0 and at most 1");
    const auto islands = plan_islands(share);
    const auto ferries = plan_ferries();
    std::size_t lines = 0;
    for (const auto& island : islands) lines += island.lines;
    auto region = empty_region(lines);
    std::vector<std::vector<Point>> landings;
    landings.reserve(islands.size());
    for (std::size_t i = 0; i < islands.size(); ++i) {
        landings.push_back(add_island(region, islands[i], targets_of(i, ferries)));
    }
    region.ferries = make_ferries(ferries, landings);
    return region;
}

}  // namespace desakota::test_support
