#include "engine/io/gdal_layers.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

namespace desakota::io {
namespace {

SpatialReferenceHandle spatial_reference(const std::string& crs) {
    if (crs.empty()) return nullptr;
    SpatialReferenceHandle reference(new OGRSpatialReference);
    reference->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (reference->SetFromUserInput(crs.c_str()) != OGRERR_NONE) {
        CPLError(CE_Failure, CPLE_AppDefined, "coordinate system not understood: %.200s", crs.c_str());
    }
    return reference;
}

OGRFieldType field_type(layers::ColumnType type) {
    switch (type) {
        case layers::ColumnType::Text:
            return OFTString;
        case layers::ColumnType::Number:
            return OFTReal;
        case layers::ColumnType::WholeNumber:
            return OFTInteger64;
        default:
            return OFTInteger;
    }
}

OGRwkbGeometryType gdal_type(const LayerShape& shape) {
    return static_cast<OGRwkbGeometryType>(wkb_type(shape));
}

}  // namespace

DatasetHandle create_dataset(const std::string& driver, const std::string& path) {
    register_drivers();
    auto* const found = GetGDALDriverManager()->GetDriverByName(driver.c_str());
    if (found == nullptr) {
        CPLError(CE_Failure, CPLE_AppDefined, "this GDAL has no driver %s", driver.c_str());
        return nullptr;
    }
    return DatasetHandle(found->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
}

OGRLayer* add_layer(GDALDataset& dataset, const GdalLayerPlan& plan, const layers::Layer& layer) {
    const auto reference = spatial_reference(layer.crs);
    const StringList options(plan.options);
    auto* const added = dataset.CreateLayer(plan.name.c_str(), reference.get(), gdal_type(plan.shape),
                                            const_cast<char**>(options.pointer()));
    for (std::size_t i = 0; added != nullptr && i < plan.columns.size(); ++i) {
        OGRFieldDefn field(plan.columns[i].c_str(), field_type(layer.columns[i].type()));
        if (layer.columns[i].type() == layers::ColumnType::YesNo) field.SetSubType(OFSTBoolean);
        if (added->CreateField(&field, FALSE) != OGRERR_NONE) return nullptr;
    }
    return added;
}

}  // namespace desakota::io
