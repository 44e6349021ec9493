#include "engine/io/read_features.h"

#include <cmath>
#include <utility>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/core/number_text.h"
#include "engine/io/degrees.h"
#include "engine/io/table_coordinates.h"
#include "engine/io/village_code.h"

namespace desakota::io {
namespace {

constexpr std::size_t kBatch = 1024;

void add_value(const OGRFeature& feature, std::size_t index, LayerBuilder& builder) {
    const auto& column = builder.columns()[index];
    auto& values = builder.column(index);
    if (column.form == ValueForm::VillageCode) {
        const auto code = village_code(feature, column);
        return code.empty() ? values.add_missing() : values.add_text(code);
    }
    if (feature.IsFieldSetAndNotNull(column.field) == 0) return values.add_missing();
    if (column.form != ValueForm::Plain) return builder.add_text(index, feature.GetFieldAsString(column.field));
    switch (column.definition.type) {
        case layers::ColumnType::Text:
            return builder.add_text(index, feature.GetFieldAsString(column.field));
        case layers::ColumnType::WholeNumber:
            return values.add_whole_number(feature.GetFieldAsInteger64(column.field));
        case layers::ColumnType::YesNo:
            return values.add_yes_no(feature.GetFieldAsInteger(column.field) != 0);
        case layers::ColumnType::Number: {
            const double value = feature.GetFieldAsDouble(column.field);
            return std::isnan(value) ? values.add_missing() : values.add_number(value);
        }
    }
}

std::optional<double> coordinate(const OGRFeature& feature, int field) {
    if (feature.IsFieldSetAndNotNull(field) == 0) return std::nullopt;
    if (feature.GetFieldDefnRef(field)->GetType() == OFTReal) return feature.GetFieldAsDouble(field);
    return parse_coordinate(feature.GetFieldAsString(field));
}

void add_from_fields(const OGRFeature& feature, const CoordinateFields& fields, LayerBuilder& builder) {
    if (fields.x == fields.y) {
        const bool is_set = feature.IsFieldSetAndNotNull(fields.x) != 0;
        const auto pair = is_set ? parse_degree_pair(feature.GetFieldAsString(fields.x)) : std::nullopt;
        builder.add_point(pair ? std::optional(geo::Point{pair->longitude, pair->latitude}) : std::nullopt);
        return;
    }
    const auto x = coordinate(feature, fields.x);
    auto y = coordinate(feature, fields.y);
    if (fields.y_is_south && feature.IsFieldSetAndNotNull(fields.y) != 0) {
        y = parse_latitude(feature.GetFieldAsString(fields.y), true);
    }
    builder.add_point(x && y ? std::optional(geo::Point{*x, *y}) : std::nullopt);
}

/// Keeps its buffer from one feature to the next.
class GeometryReader {
public:
    void add(const OGRFeature& feature, LayerBuilder& builder) {
        const auto* const geometry = feature.GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty()) return builder.add_no_geometry();
        bytes_.resize(geometry->WkbSize());
        geometry->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(bytes_.data()), wkbVariantIso);
        builder.make_room(1, bytes_.size());
        builder.add_wkb(bytes_);
    }

private:
    std::vector<std::byte> bytes_;
};

/// Features in order; for OpenStreetMap from all layers at once, as its reader needs it, the others' skipped.
class FeatureStream {
public:
    FeatureStream(const OpenLayer& open, core::Progress& progress) : open_(open), progress_(progress) {
        open_.layer->ResetReading();
        if (open_.format != Format::OpenStreetMap) return;
        const auto interest = std::string("SET interest_layers = ") + open_.layer->GetName();
        open_.dataset->ExecuteSQL(interest.c_str(), nullptr, nullptr);
        open_.dataset->ResetReading();
    }

    FeatureHandle next() {
        if (open_.format != Format::OpenStreetMap) return FeatureHandle(open_.layer->GetNextFeature());
        while (true) {
            OGRLayer* layer = nullptr;
            FeatureHandle feature(
                open_.dataset->GetNextFeature(&layer, &fraction_, hear_cancel, static_cast<void*>(&progress_)));
            if (!feature || layer == open_.layer) return feature;
        }
    }

private:
    /// Called by GDAL now and then; nothing may be thrown through it.
    static int hear_cancel(double /*fraction*/, const char* /*message*/, void* progress) noexcept {
        return static_cast<const core::Progress*>(progress)->cancelled() ? 0 : 1;
    }

    const OpenLayer& open_;
    core::Progress& progress_;
    double fraction_ = 0.0;
};

}  // namespace

void read_features(const OpenLayer& open, const std::optional<CoordinateFields>& coordinates, LayerBuilder& builder) {
    FeatureStream stream(open, builder.progress());
    GeometryReader geometry;
    const bool has_geometry = open.layer->GetGeomType() != wkbNone;
    while (const auto feature = stream.next()) {
        builder.add_id(feature->GetFID());
        if (coordinates) {
            add_from_fields(*feature, *coordinates, builder);
        } else if (has_geometry) {
            geometry.add(*feature, builder);
        }
        for (std::size_t column = 0; column < builder.columns().size(); ++column) add_value(*feature, column, builder);
        if (builder.row_count() % kBatch == 0) builder.batch_is_complete();
    }
}

}  // namespace desakota::io
