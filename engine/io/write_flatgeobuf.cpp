#include "engine/io/write_flatgeobuf.h"

#include <atomic>
#include <fmt/format.h>
#include <string_view>

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/io/column_names.h"
#include "engine/io/gdal_layers.h"
#include "engine/io/operating_system.h"

namespace desakota::io {
namespace {

constexpr std::size_t kRowsBetweenReports = 4096;

/// A file in memory, known to GDAL only, that goes with this object.
class MemoryFile {
public:
    MemoryFile() {
        static std::atomic<unsigned> number{0};
        path_ = fmt::format("/vsimem/desakota_{}_{}.fgb", process_number(), ++number);
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { VSIUnlink(path_.c_str()); }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string_view bytes() const {
        vsi_l_offset size = 0;
        const auto* data = VSIGetMemFileBuffer(path_.c_str(), &size, FALSE);
        return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
    }

private:
    std::string path_;
};

void set_field(OGRFeature& feature, int field, const layers::Column& column, std::size_t row) {
    if (column.is_missing(row)) return feature.UnsetField(field);
    switch (column.type()) {
        case layers::ColumnType::Text:
            return feature.SetField(field, column.distinct_texts()[column.code(row)].c_str());
        case layers::ColumnType::Number:
            return feature.SetField(field, column.number(row).value_or(0.0));
        default:
            return feature.SetField(field, static_cast<GIntBig>(column.whole_number(row).value_or(0)));
    }
}

bool set_geometry(OGRFeature& feature, const layers::Layer& layer, std::size_t row, bool multi) {
    std::string bytes;
    append_wkb(layer.geometry, row, multi, bytes);
    OGRGeometry* geometry = nullptr;
    if (OGRGeometryFactory::createFromWkb(bytes.data(), nullptr, &geometry, bytes.size()) != OGRERR_NONE) return false;
    return feature.SetGeometryDirectly(geometry) == OGRERR_NONE;
}

/// Stops at GDAL's first error.
void add_rows(OGRLayer& target, const layers::Layer& layer, bool multi, core::Progress& progress) {
    const FeatureHandle feature(OGRFeature::CreateFeature(target.GetLayerDefn()));
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        if (row % kRowsBetweenReports == 0) {
            progress.step(static_cast<double>(row) / static_cast<double>(layer.row_count));
        }
        feature->SetFID(OGRNullFID);
        for (std::size_t i = 0; i < layer.columns.size(); ++i) {
            set_field(*feature, static_cast<int>(i), layer.columns[i], row);
        }
        if (set_geometry(*feature, layer, row, multi) && target.CreateFeature(feature.get()) == OGRERR_NONE) continue;
        CPLError(CE_Failure, CPLE_AppDefined, "%s, row %s: not accepted", layer.name.c_str(),
                 std::to_string(row + 1).c_str());
        return;
    }
}

void check_geometry(const layers::Layer& layer) {
    std::size_t missing = 0;
    for (std::size_t row = 0; row < layer.row_count; ++row) missing += layer.geometry.is_missing(row) ? 1 : 0;
    if (missing == 0) return;
    throw core::usage_error(core::format_text(
        "{}: {} of {} rows have no geometry, which FlatGeobuf cannot hold. Choose .gpkg for the output.",
        "{}: {} dari {} baris tidak memiliki geometri, yang tidak dapat dimuat FlatGeobuf. Pilih .gpkg untuk hasil.",
        layer.name, missing, layer.row_count));
}

}  // namespace

void write_flatgeobuf(const layers::Layer& layer, TextFile& file, core::Progress& progress) {
    check_geometry(layer);
    const MemoryFile memory;
    const ErrorCapture errors;
    if (auto dataset = create_dataset("FlatGeobuf", memory.path())) {
        const auto shape = shape_of(layer);
        auto* const target = add_layer(*dataset, {layer.name, column_names(layer), shape, {"SPATIAL_INDEX=NO"}}, layer);
        if (target != nullptr) add_rows(*target, layer, shape.multi, progress);
    }
    if (errors.has_errors()) throw file.failure(errors.first_error());
    file.write(memory.bytes());
    progress.step(1.0);
}

}  // namespace desakota::io
