#include "engine/io/add_styles.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/io/gdal_handles.h"
#include "engine/io/staged_files.h"

namespace desakota::io {
namespace {

constexpr const char* kStyleTable = "layer_styles";

/// The table as QGIS makes it.
OGRLayer* create_style_table(GDALDataset& dataset) {
    const StringList options({"FID=id"});
    auto* const table = dataset.CreateLayer(kStyleTable, nullptr, wkbNone, const_cast<char**>(options.pointer()));
    if (table == nullptr) return nullptr;
    constexpr std::array<std::string_view, 10> kTexts{"f_table_catalog", "f_table_schema",
                                                      "f_table_name",    "f_geometry_column",
                                                      "styleName",       "styleQML",
                                                      "styleSLD",        "description",
                                                      "owner",           "ui"};
    for (const auto name : kTexts) {
        OGRFieldDefn text(std::string(name).c_str(), OFTString);
        table->CreateField(&text);
    }
    OGRFieldDefn is_default("useAsDefault", OFTInteger);
    is_default.SetSubType(OFSTBoolean);
    table->CreateField(&is_default);
    OGRFieldDefn time("update_time", OFTDateTime);
    time.SetDefault("(strftime('%Y-%m-%dT%H:%M:%fZ','now'))");
    table->CreateField(&time);
    return table;
}

bool is_about(const OGRFeature& row, const OGRLayer& styled) {
    return std::string_view(row.GetFieldAsString("f_table_name")) == const_cast<OGRLayer&>(styled).GetName();
}

/// Styles of the same names go, others of the table are no longer the default. Whether that was done.
bool make_way(OGRLayer& table, const OGRLayer& styled, const std::vector<layers::LayerStyle>& styles) {
    std::vector<FeatureHandle> rows;
    table.ResetReading();
    while (FeatureHandle row{table.GetNextFeature()}) {
        if (is_about(*row, styled)) rows.push_back(std::move(row));
    }
    return std::ranges::all_of(rows, [&](const FeatureHandle& row) {
        const std::string name = row->GetFieldAsString("styleName");
        const bool is_replaced = std::ranges::find(styles, name, &layers::LayerStyle::name) != styles.end();
        if (is_replaced) return table.DeleteFeature(row->GetFID()) == OGRERR_NONE;
        row->SetField("useAsDefault", 0);
        return table.SetFeature(row.get()) == OGRERR_NONE;
    });
}

bool add_style(OGRLayer& table, OGRLayer& styled, const layers::LayerStyle& style, bool is_default) {
    const FeatureHandle row(OGRFeature::CreateFeature(table.GetLayerDefn()));
    row->SetField("f_table_catalog", "");
    row->SetField("f_table_schema", "");
    row->SetField("f_table_name", styled.GetName());
    row->SetField("f_geometry_column", styled.GetGeometryColumn());
    row->SetField("styleName", style.name.c_str());
    row->SetField("styleQML", style.qml.c_str());
    row->SetField("styleSLD", "");
    row->SetField("useAsDefault", is_default ? 1 : 0);
    row->SetField("description", style.title.c_str());
    row->SetField("owner", "");
    return table.CreateFeature(row.get()) == OGRERR_NONE;
}

}  // namespace

void add_styles(const std::string& path, const std::string& table, const std::vector<layers::LayerStyle>& styles) {
    if (styles.empty()) return;
    register_drivers();
    const ErrorCapture errors;
    const StringList drivers({"GPKG"});
    const DatasetHandle dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, drivers.pointer(), nullptr, nullptr));
    auto* const styled = !dataset        ? nullptr
                         : table.empty() ? dataset->GetLayer(0)
                                         : dataset->GetLayerByName(table.c_str());
    if (styled == nullptr) throw write_failure(path, errors.first_error());
    auto* style_table = dataset->GetLayerByName(kStyleTable);
    if (style_table == nullptr) style_table = create_style_table(*dataset);
    if (style_table == nullptr) throw write_failure(path, errors.first_error());
    // A fault halfway must not cost the styles that were there.
    if (dataset->StartTransaction() != OGRERR_NONE) throw write_failure(path, errors.first_error());
    const bool done =
        make_way(*style_table, *styled, styles) && std::ranges::all_of(styles, [&](const layers::LayerStyle& style) {
            return add_style(*style_table, *styled, style, &style == &styles.front());
        });
    const auto end = done ? dataset->CommitTransaction() : dataset->RollbackTransaction();
    if (!done || end != OGRERR_NONE || errors.has_errors()) throw write_failure(path, errors.first_error());
}

}  // namespace desakota::io
