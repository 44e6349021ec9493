// desakota_make_region SIZE FILE: writes a region for benchmarks (S, M, L, nation or, for a part of one, nation:0.01)
// as FILE, in any format that Desakota writes all layers to. The same bytes on every run.
#include <charconv>
#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/region.h"

#include "engine/core/progress.h"
#include "engine/io/write_layers.h"

namespace desakota {

namespace {

using test_support::Region;
using test_support::Size;

std::optional<Region> make_nation(std::string_view size) {
    constexpr std::string_view kNation = "nation";
    if (size == kNation) return test_support::make_nation(1.0);
    if (!size.starts_with(kNation) || size[kNation.size()] != ':') return std::nullopt;
    const auto digits = size.substr(kNation.size() + 1);
    double share = 0.0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), share);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
    return test_support::make_nation(share);
}

/// Nothing where there is no such size.
std::optional<Region> make(std::string_view size) {
    if (size == "S") return test_support::make_region(Size::S);
    if (size == "M") return test_support::make_region(Size::M);
    if (size == "L") return test_support::make_region(Size::L);
    return make_nation(size);
}

/// Those that the region has, settlements first.
std::vector<layers::Layer> layers_of(Region region) {
    std::vector<layers::Layer> layers;
    layers.reserve(5);
    for (auto* layer : {&region.settlements, &region.roads, &region.facilities, &region.centres, &region.ferries}) {
        if (layer->row_count > 0) layers.push_back(std::move(*layer));
    }
    return layers;
}

int run(const std::vector<std::string>& arguments) {
    auto region = arguments.size() == 2 ? make(arguments[0]) : std::nullopt;
    if (!region) {
        std::fputs("usage: desakota_make_region S|M|L|nation|nation:SHARE FILE\n", stderr);
        return 2;
    }
    core::SilentProgress progress;
    const io::OutputTarget target{arguments[1], true, core::Language::English};
    for (const auto& file : io::write_layers(layers_of(std::move(*region)), target, progress)) std::puts(file.c_str());
    return 0;
}

}  // namespace

}  // namespace desakota

int main(int argc, char** argv) {
    try {
        return desakota::run({argv + 1, argv + argc});
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 1;
    }
}
