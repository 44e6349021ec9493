#pragma once

#include <string>
#include <vector>

#include "engine/io/gdal_handles.h"
#include "engine/io/geometry_encoding.h"
#include "engine/layers/layer.h"

class OGRLayer;

namespace desakota::io {

/// What GDAL is told of a layer to be written, apart from its content.
struct GdalLayerPlan {
    std::string name;
    std::vector<std::string> columns;
    LayerShape shape;
    std::vector<std::string> options;  ///< "NAME=VALUE", as the driver knows them
};

/// A new file of the named driver; empty where GDAL refuses (see ErrorCapture).
[[nodiscard]] DatasetHandle create_dataset(const std::string& driver, const std::string& path);
/// A new, empty layer with the columns and coordinate system of `layer`; nullptr where GDAL refuses.
OGRLayer* add_layer(GDALDataset& dataset, const GdalLayerPlan& plan, const layers::Layer& layer);

}  // namespace desakota::io
