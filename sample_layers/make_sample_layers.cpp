// make_sample_layers FOLDER [telang|S|M|L]: writes the sample area (telang.gpkg) or a benchmark region (region_S.gpkg
// ...) into FOLDER. The same bytes on every run.
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

struct Product {
    std::string file;
    test_support::Region region;
};

std::optional<Product> make_product(std::string_view which) {
    using test_support::Size;
    if (which == "telang") return Product{"telang.gpkg", test_support::make_telang()};
    for (const auto& [name, size] : {std::pair{"S", Size::S}, std::pair{"M", Size::M}, std::pair{"L", Size::L}}) {
        if (which == name) return Product{std::string("region_") + name + ".gpkg", test_support::make_region(size)};
    }
    return std::nullopt;
}

/// Those that the region has, settlements first.
std::vector<layers::Layer> layers_of(test_support::Region region) {
    std::vector<layers::Layer> layers;
    for (auto* layer : {&region.settlements, &region.roads, &region.facilities, &region.centres, &region.rivers,
                        &region.ferries, &region.landings}) {
        if (layer->row_count > 0) layers.push_back(std::move(*layer));
    }
    return layers;
}

int run(const std::vector<std::string>& arguments) {
    const bool is_usable = arguments.size() == 1 || arguments.size() == 2;
    auto product = is_usable ? make_product(arguments.size() == 2 ? arguments[1] : "telang") : std::nullopt;
    if (!product) {
        std::fputs("usage: make_sample_layers FOLDER [telang|S|M|L]\n", stderr);
        return 2;
    }
    core::SilentProgress progress;
    const io::OutputTarget target{arguments[0] + "/" + product->file, true, core::Language::Indonesian};
    for (const auto& file : io::write_layers(layers_of(std::move(product->region)), target, progress)) {
        std::puts(file.c_str());
    }
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
