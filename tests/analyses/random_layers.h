#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/analyses/layer_maker.h"
#include "tests/support/random_network.h"

namespace desakota::analyses {

/// A small region with the faults of real roads as layers, by name: roads, settlements, facilities, centres.
[[nodiscard]] inline std::map<std::string, layers::Layer> random_layers(std::uint64_t seed) {
    test_support::Random random(seed);
    const auto network = test_support::random_network(random);
    LayerMaker roads("roads");
    for (const auto& line : network.lines) roads.line(line.points);
    std::map<std::string, layers::Layer> all{{"roads", roads.make()}};
    const auto add = [&](const std::string& name, const std::vector<geo::Point>& places) {
        LayerMaker maker(name);
        std::vector<std::string> names;
        std::vector<double> families;
        for (const auto& place : places) {
            maker.points({place});
            names.push_back(name + " " + std::to_string(names.size()));
            families.push_back(10.0 * static_cast<double>(names.size()));
        }
        all.emplace(name, maker.texts("nama", names).numbers("kk", families).make());
    };
    add("settlements", network.settlements);
    add("facilities", network.destinations);
    add("centres", network.destinations);
    for (auto& [name, layer] : all) {
        layer.name = name;
        layer.geometry_type = name == "roads" ? geo::GeometryType::Line : geo::GeometryType::Point;
    }
    return all;
}

}  // namespace desakota::analyses
