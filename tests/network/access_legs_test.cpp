#include "engine/network/access_legs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <vector>

#include "tests/support/drawn_network.h"
#include "tests/support/for_each_seed.h"
#include "tests/support/random.h"

namespace desakota::network {
namespace {

/// A crooked line of many vertices, some of which stand still.
test_support::DrawnLine crooked_line(test_support::Random& random) {
    test_support::DrawnLine line;
    std::pair<double, double> place{random.between(-1500, 1500), random.between(-1500, 1500)};
    const auto vertices = 2 + random.below(25);
    for (std::size_t i = 0; i < vertices; ++i) {
        line.points.push_back(place);
        if (random.chance(0.1)) continue;
        place.first += random.between(-300, 400);
        place.second += random.between(-300, 400);
    }
    line.points.emplace_back(place.first + 50.0, place.second);
    return line;
}

/// Metres from the best of many places of the only line, leg and travel to the end in the heading included.
double best_of_samples(const RoadNetwork& network, const geo::GridPoint& place, const AccessOptions& options,
                       Heading heading) {
    constexpr int kSamples = 200;
    const auto& lines = network.lines;
    double best = std::numeric_limits<double>::infinity();
    for (auto s = lines.first(0); s < lines.last(0); ++s) {
        for (int i = 0; i <= kSamples; ++i) {
            const double t = static_cast<double>(i) / kSamples;
            const double leg = geo::distance(place, geo::interpolate(lines.vertices[s], lines.vertices[s + 1], t));
            if (leg > options.max_access) continue;
            const double at = lines.position(s, t);
            const double travel = heading == Heading::Along ? lines.length(0) - at : at;
            best = std::min(best, leg * options.off_road_factor + travel);
        }
    }
    return best;
}

/// The same of the legs for a heading, with travel to (or from) the end that lies `toward`.
double best_of_legs(const RoadNetwork& network, const std::vector<AccessLeg>& legs, Heading heading, Heading toward) {
    double best = std::numeric_limits<double>::infinity();
    for (const auto& leg : legs) {
        if (leg.heading != heading && leg.heading != Heading::AtNode) continue;
        const double travel = toward == Heading::Along ? network.lines.length(0) - leg.metres : leg.metres;
        best = std::min(best, core::to_metres(leg.cost) + travel);
    }
    return best;
}

TEST(AccessLegs, HoldTheBestPlaceOfALineForTravelToEitherEnd) {
    test_support::for_each_seed(300, [](test_support::Random& random) {
        const auto network = test_support::network_of({crooked_line(random)});
        const auto place = test_support::at(random.between(-2000, 2000), random.between(-2000, 2000));
        AccessOptions options;
        options.max_access = random.between(100, 3000);
        options.off_road_factor = random.chance(0.2) ? 1.0 : random.between(1.01, 4.0);
        for (const auto use : {LegUse::Entry, LegUse::Exit}) {
            const auto legs = AccessLegs(network, options, use).of(place);
            for (const auto heading : {Heading::Along, Heading::Against}) {
                // An exit is travelled to from the line's other end.
                const bool is_turned = use == LegUse::Exit;
                const auto toward = (heading == Heading::Along) != is_turned ? Heading::Along : Heading::Against;
                const double sampled = best_of_samples(network, place, options, toward);
                EXPECT_LE(best_of_legs(network, legs, heading, toward), sampled + 0.002);
            }
        }
    });
}

TEST(AccessLegs, ThatMayPayAreAllThere) {
    test_support::for_each_seed(200, [](test_support::Random& random) {
        const auto network = test_support::network_of({crooked_line(random), crooked_line(random)});
        const auto place = test_support::at(random.between(-2000, 2000), random.between(-2000, 2000));
        const geo::LocalFrame frame(place);
        const AccessLegs access(network, {}, LegUse::Entry);
        const auto limit = core::to_thousandths(random.between(0, 2500));
        for (std::uint32_t chunk = 0; chunk < network.index.chunks.size(); ++chunk) {
            std::vector<AccessLeg> all;
            std::vector<AccessLeg> wanted;
            access.of_chunk(place, frame, chunk, all);
            access.of_chunk(place, frame, chunk, wanted,
                            {.may_pay = [&](const AccessLeg& leg) { return leg.cost <= limit; }});
            for (const auto& leg : all) {
                const bool is_there = std::ranges::any_of(wanted, [&](const AccessLeg& other) {
                    return other.metres == leg.metres && other.heading == leg.heading && other.cost == leg.cost;
                });
                EXPECT_TRUE(is_there || leg.cost > limit);
            }
            EXPECT_LE(wanted.size(), all.size());
        }
    });
}

TEST(LeastLegCost, IsNeverMoreThanALegCosts) {
    test_support::for_each_seed(5000, [](test_support::Random& random) {
        const auto from = geo::to_grid({random.between(-170, 170), random.between(-60, 60)});
        const double degrees = random.one_of(std::array{0.0001, 0.01, 0.04, 0.3});
        const geo::GridPoint to{from.x + geo::to_grid({random.between(-degrees, degrees), 0.0}).x,
                                from.y + geo::to_grid({0.0, random.between(-degrees, degrees)}).y};
        const auto offset = geo::LocalFrame(from).to_metres(to);
        const AccessOptions options;
        const double exact = geo::exact_distance(from, to);
        const auto least = least_leg_cost(options, std::hypot(offset.x, offset.y));
        EXPECT_LE(least, leg_cost(options, exact) + 1);
        if (exact < 2000.0) {
            EXPECT_GE(static_cast<double>(least), 0.997 * static_cast<double>(leg_cost(options, exact)) - 3.0);
        }
    });
}

}  // namespace
}  // namespace desakota::network
