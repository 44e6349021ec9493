#include "engine/io/source_schema.h"

#include <algorithm>
#include <array>

#include <ogrsf_frmts.h>

#include "engine/io/crs_text.h"
#include "engine/io/tags.h"
#include "engine/io/text_encoding.h"
#include "engine/io/village_code.h"

namespace desakota::io {
namespace {

/// So many features of a layer of any type tell what it holds.
constexpr std::size_t kMostLookedAt = 100'000;

layers::ColumnType column_type(const OGRFieldDefn& field) {
    switch (field.GetType()) {
        case OFTInteger:
            return field.GetSubType() == OFSTBoolean ? layers::ColumnType::YesNo : layers::ColumnType::WholeNumber;
        case OFTInteger64:
            return layers::ColumnType::WholeNumber;
        case OFTReal:
            return layers::ColumnType::Number;
        default:
            return layers::ColumnType::Text;
    }
}

std::vector<SchemaColumn> field_columns(const OGRFeatureDefn& definition, bool is_table) {
    std::vector<SchemaColumn> columns;
    for (int field = 0; field < definition.GetFieldCount(); ++field) {
        const auto& declared = *definition.GetFieldDefn(field);
        if (declared.GetType() == OFTBinary) continue;
        columns.push_back(
            {.definition = {.name = to_utf8(declared.GetNameRef()), .type = column_type(declared)}, .field = field});
        // What a heading of several rows calls the column by itself (take_table.h).
        if (is_table) columns.back().definition.alias = core::same_text(declared.GetAlternativeNameRef());
    }
    return columns;
}

geo::GeometryType type_of_dimension(int dimension) {
    constexpr std::array kTypes{geo::GeometryType::Point, geo::GeometryType::Line, geo::GeometryType::Polygon};
    return kTypes.at(static_cast<std::size_t>(std::clamp(dimension, 0, 2)));
}

/// None for a type that does not settle it.
geo::GeometryType declared_type(OGRwkbGeometryType type) {
    switch (wkbFlatten(type)) {
        case wkbPoint:
        case wkbMultiPoint:
            return geo::GeometryType::Point;
        case wkbUnknown:
        case wkbNone:
        case wkbGeometryCollection:
            return geo::GeometryType::None;
        default:
            return OGR_GT_IsCurve(type) || OGR_GT_IsSubClassOf(type, wkbMultiCurve) ? geo::GeometryType::Line
                                                                                    : geo::GeometryType::Polygon;
    }
}

/// How many features are of each dimension.
std::array<std::size_t, 3> count_dimensions(OGRLayer& layer) {
    std::array<std::size_t, 3> counts{};
    layer.ResetReading();
    for (std::size_t looked_at = 0; looked_at < kMostLookedAt; ++looked_at) {
        const FeatureHandle feature(layer.GetNextFeature());
        if (!feature) break;
        const auto* const geometry = feature->GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty()) continue;
        ++counts.at(static_cast<std::size_t>(std::clamp(geometry->getDimension(), 0, 2)));
    }
    layer.ResetReading();
    return counts;
}

geo::GeometryType prevailing_type(OGRLayer& layer, std::span<const geo::GeometryType> accepted) {
    const auto counts = count_dimensions(layer);
    auto prevailing = geo::GeometryType::None;
    std::size_t most = 0;
    // Features of an accepted type prevail over any number of others; of equals the higher dimension does, since lines
    // may come with their end points.
    for (int dimension = 0; dimension < 3; ++dimension) {
        const auto type = type_of_dimension(dimension);
        const auto count = counts.at(static_cast<std::size_t>(dimension));
        const bool is_accepted = std::ranges::find(accepted, type) != accepted.end();
        const auto weight = count == 0 ? 0 : count + (is_accepted ? kMostLookedAt : 0);
        if (weight < most || count == 0) continue;
        most = weight;
        prevailing = type;
    }
    if (prevailing != geo::GeometryType::None) return prevailing;
    return accepted.empty() ? geo::GeometryType::Point : accepted.front();
}

geo::GeometryType geometry_type(const OpenLayer& open, std::span<const geo::GeometryType> accepted) {
    const auto declared = open.layer->GetGeomType();
    if (declared == wkbNone) return geo::GeometryType::None;
    const auto type = declared_type(declared);
    if (type != geo::GeometryType::None) return type;
    // OpenStreetMap's collections are its other relations; looking ahead would mean reading the whole file.
    if (open.format == Format::OpenStreetMap) return geo::GeometryType::Line;
    return prevailing_type(*open.layer, accepted);
}

std::optional<std::size_t> count_features(const OpenLayer& open) {
    if (open.format == Format::OpenStreetMap) return std::nullopt;
    const auto count = open.layer->GetFeatureCount();
    if (count < 0) return std::nullopt;
    return static_cast<std::size_t>(count);
}

}  // namespace

void offer_tags(std::vector<SchemaColumn>& columns) {
    const auto has = [&](std::string_view name) {
        return std::ranges::any_of(columns, [&](const SchemaColumn& column) { return column.definition.name == name; });
    };
    const auto tags = std::ranges::find_if(columns, [](const SchemaColumn& column) {
        return column.definition.name == kTagsColumn && column.definition.type == layers::ColumnType::Text;
    });
    if (tags == columns.end()) return;
    const int field = tags->field;
    for (const auto tag : kOfferedTags) {
        if (has(tag)) continue;
        columns.push_back({.definition = {.name = std::string(tag)}, .field = field, .form = ValueForm::Tag});
    }
}

SourceSchema declared_schema(const OpenLayer& open, std::span<const geo::GeometryType> accepted) {
    SourceSchema schema;
    schema.name = to_utf8(open.layer->GetName());
    schema.geometry_type = geometry_type(open, accepted);
    schema.crs = crs_text(open.layer->GetSpatialRef());
    const bool is_table = open.format == Format::Workbook || open.format == Format::Csv;
    schema.columns = field_columns(*open.layer->GetLayerDefn(), is_table);
    offer_tags(schema.columns);
    offer_village_code(schema.columns);
    schema.feature_count = count_features(open);
    return schema;
}

}  // namespace desakota::io
