#pragma once

#include <array>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "tests/analyses/mini_run.h"
#include "tests/support/random_network.h"

#include "engine/analyses/compare_scenarios.h"
#include "engine/analyses/health_access.h"

namespace desakota::analyses {

/// A random region cut in two: what the base has, and what the scenario adds to it or takes from it.
struct Region {
    std::vector<test_support::RandomLine> base;
    std::vector<test_support::RandomLine> others;
    std::vector<geo::Point> facilities;
    std::vector<geo::Point> other_facilities;
    std::vector<geo::Point> settlements;
    double max_access = 2000.0;
};

inline Region random_region(test_support::Random& random, double side_m = 10'000.0) {
    test_support::RandomNetworkRules rules;
    rules.settlements = 20;
    rules.destinations = 4;
    rules.side_m = side_m;
    const auto network = test_support::random_network(random, rules);
    Region region;
    for (const auto& line : network.lines) (random.chance(0.3) ? region.others : region.base).push_back(line);
    if (region.base.empty()) std::swap(region.base, region.others);
    for (const auto& place : network.destinations) {
        (random.chance(0.4) ? region.other_facilities : region.facilities).push_back(place);
    }
    if (region.facilities.empty()) std::swap(region.facilities, region.other_facilities);
    region.settlements = network.settlements;
    return region;
}

template <class Value>
std::vector<Value> both(std::vector<Value> one, const std::vector<Value>& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

inline LayerMaker roads_of(const std::string& source, const std::vector<test_support::RandomLine>& lines) {
    LayerMaker maker(source);
    std::vector<std::string> directions;
    std::vector<std::string> levels;
    std::vector<std::string> classes;
    for (const auto& line : lines) {
        classes.emplace_back(std::array{"primary", "tertiary", "residential", "track"}.at(line.class_index));
        maker.line(line.points);
        directions.push_back(std::to_string(line.one_way));
        levels.push_back(std::to_string(line.level));
    }
    return maker.texts("oneway", directions).texts("layer", levels).texts("highway", classes);
}

inline LayerMaker points_of(const std::string& source, const std::vector<geo::Point>& places) {
    LayerMaker maker(source);
    for (const auto& place : places) maker.points({place});
    return maker;
}

inline void add_roads(MiniRun& run, const std::string& parameter, const std::vector<test_support::RandomLine>& lines) {
    run.add(parameter, roads_of(parameter, lines));
    const std::string prefix = parameter == "roads" ? "" : parameter.substr(0, parameter.find('-') + 1);
    run.arguments.fields[prefix + "direction-field"].push_back({"oneway"});
    run.arguments.fields[prefix + "level-field"].push_back({"layer"});
    run.arguments.fields[prefix + "class-field"].push_back({"highway"});
}

inline void add_settlements(MiniRun& run, const std::vector<geo::Point>& places) {
    auto maker = points_of("desa", places);
    std::vector<double> families(places.size());
    std::iota(families.begin(), families.end(), 5.0);
    run.add("settlements", maker.numbers("kk", families));
    run.find("families-field", "kk");
}

/// The base of these roads and facilities.
struct Comparison : MiniRun {
    Comparison(const Region& region, const std::vector<test_support::RandomLine>& roads,
               const std::vector<geo::Point>& facilities)
        : MiniRun(describe_compare_scenarios()) {
        add_roads(*this, "roads", roads);
        add_settlements(*this, region.settlements);
        add("facilities", points_of("faskes", facilities));
        give("max-access", region.max_access);
    }
};

/// Builds the other roads and facilities of a region, and a facility at a settlement.
struct Addition : Comparison {
    explicit Addition(const Region& region) : Comparison(region, region.base, region.facilities) {
        if (!region.others.empty()) add_roads(*this, "added-roads", region.others);
        add("added-facilities", points_of("usulan", both(region.other_facilities, {region.settlements.front()})));
    }
};

/// The base is all of a region; its other roads and facilities are taken away.
struct Removal : Comparison {
    explicit Removal(const Region& region)
        : Comparison(region, both(region.base, region.others), both(region.facilities, region.other_facilities)) {
        if (!region.others.empty()) add("removed-roads", roads_of("ditutup", region.others));
        if (!region.other_facilities.empty()) add("removed-facilities", points_of("tutup", region.other_facilities));
    }
};

inline std::vector<std::string> content(const layers::Layer& layer, const std::vector<std::string>& columns) {
    std::vector<std::string> all;
    for (const auto& column : columns) {
        for (auto& value : values_of(layer, column)) all.push_back(std::move(value));
    }
    return all;
}

inline std::vector<std::string> content(const layers::Layer& layer) {
    return content(layer, names_of(layer.columns));
}

/// What health access says of these roads and facilities.
struct HealthAccess : MiniRun {
    HealthAccess(const Region& region, const std::vector<std::vector<test_support::RandomLine>>& roads,
                 const std::vector<geo::Point>& facilities)
        : MiniRun(describe_health_access()) {
        for (const auto& lines : roads) {
            if (!lines.empty()) add_roads(*this, "roads", lines);
        }
        add_settlements(*this, region.settlements);
        add("facilities", points_of("faskes", facilities));
        give("max-access", region.max_access);
    }
};

/// total_m, status, share_beyond.
inline std::vector<std::string> health_access(const Region& region,
                                              const std::vector<std::vector<test_support::RandomLine>>& roads,
                                              const std::vector<geo::Point>& facilities) {
    return content(layer_of(HealthAccess(region, roads, facilities).run(), "health_access"),
                   {"status", "total_m", "share_beyond"});
}

/// The same by time.
inline std::vector<std::string> health_access_in_time(const Region& region,
                                                      const std::vector<std::vector<test_support::RandomLine>>& roads,
                                                      double minutes) {
    HealthAccess run(region, roads, region.facilities);
    run.give("cost", "time");
    run.give("threshold-min", minutes);
    return content(layer_of(run.run(), "health_access"),
                   {"status", "shortest_m", "fastest_min", "share_beyond", "share_beyond_time"});
}

inline std::vector<geo::GridPoint> course_of(const test_support::RandomLine& line) {
    std::vector<geo::GridPoint> course;
    for (const auto& point : line.points) course.push_back(geo::to_grid(point));
    return course;
}

}  // namespace desakota::analyses
