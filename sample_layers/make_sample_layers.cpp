// make_sample_layers FOLDER: writes the sample areas (telang.gpkg and activities.csv; tanjung_selor.gpkg and
// households.csv; synergy_areas.csv; the folder kantor) into FOLDER. The same bytes on every run.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "sample_layers/office_files.h"
#include "tests/support/region.h"
#include "tests/support/synergy_areas.h"
#include "tests/support/tanjung_selor.h"
#include "tests/support/telang_activities.h"

#include "engine/core/progress.h"
#include "engine/io/write_layers.h"

namespace desakota {

namespace {

struct Product {
    std::string file;
    std::vector<layers::Layer> layers;
};

/// Those that the region has, settlements first.
std::vector<layers::Layer> layers_of(test_support::Region region) {
    std::vector<layers::Layer> layers;
    for (auto* layer : {&region.settlements, &region.roads, &region.facilities, &region.centres, &region.rivers,
                        &region.ferries, &region.landings, &region.centre_facilities}) {
        if (layer->row_count > 0) layers.push_back(std::move(*layer));
    }
    return layers;
}

std::vector<layers::Layer> only(layers::Layer layer) {
    std::vector<layers::Layer> layers;
    layers.push_back(std::move(layer));
    return layers;
}

std::vector<Product> make_products() {
    std::vector<Product> products;
    products.push_back({"telang.gpkg", layers_of(test_support::make_telang())});
    products.push_back({"activities.csv", only(test_support::make_telang_activities())});
    auto tanjung_selor = test_support::make_tanjung_selor();
    products.push_back({"tanjung_selor.gpkg", only(std::move(tanjung_selor.settlements))});
    products.push_back({"households.csv", only(std::move(tanjung_selor.households))});
    products.push_back({"synergy_areas.csv", only(test_support::make_synergy_areas())});
    return products;
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() != 1) {
        std::fputs("usage: make_sample_layers FOLDER\n", stderr);
        return 2;
    }
    const auto folder = arguments[0] + "/kantor";
    std::filesystem::create_directories(folder);
    for (const auto& file : sample_layers::write_office_files(test_support::make_telang(), folder)) {
        std::puts(file.c_str());
    }
    core::SilentProgress progress;
    for (const auto& product : make_products()) {
        const io::OutputTarget target{arguments[0] + "/" + product.file, true, core::Language::Indonesian};
        for (const auto& file : io::write_layers(product.layers, target, progress)) std::puts(file.c_str());
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
