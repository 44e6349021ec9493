#include "engine/io/layer_builder.h"

#include <algorithm>
#include <utility>

#include <ogr_geometry.h>

#include "engine/io/gdal_handles.h"
#include "engine/io/number_shape.h"
#include "engine/io/table_cells.h"
#include "engine/io/tags.h"
#include "engine/io/text_encoding.h"
#include "engine/io/wkb.h"

namespace desakota::io {
namespace {

/// No coordinate takes less: three vertices of a ring that had to be closed are 52 bytes.
constexpr std::size_t kLeastBytes = 12;

/// Of the time; the rest goes to the fingerprint of what is not coordinates.
constexpr double kShareOfRows = 0.9;

/// Well-known binary without curves; empty where it cannot be made.
std::vector<std::byte> straightened(std::span<const std::byte> wkb) {
    const ErrorCapture silence;
    OGRGeometry* made = nullptr;
    OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &made, wkb.size());
    const GeometryHandle curved(made);
    if (!curved) return {};
    const GeometryHandle straight(curved->getLinearGeometry());
    if (!straight) return {};
    std::vector<std::byte> bytes(straight->WkbSize());
    straight->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(bytes.data()), wkbVariantIso);
    return bytes;
}

core::Text other_types_text(const layers::Layer& layer, std::size_t count) {
    return core::format_text(
        "{0}: {1} features are not of the layer's geometry type and were read without geometry. A |subset= chooses "
        "which to read.",
        "{0}: {1} fitur bukan dari tipe geometri lapisan ini dan dibaca tanpa geometri. Dengan |subset= Anda dapat "
        "memilih yang dibaca.",
        layers::describe_layer(layer), count);
}

core::Text damaged_text(const layers::Layer& layer, std::size_t row) {
    return core::format_text("{0}: the geometry is damaged. Draw it again or delete the feature.",
                             "{0}: geometrinya rusak. Gambar ulang atau hapus fiturnya.",
                             layers::describe_feature(layer, row));
}

}  // namespace

LayerBuilder::LayerBuilder(layers::Layer layer, std::vector<SchemaColumn> columns,
                           std::optional<std::size_t> feature_count, core::Progress& progress)
    : layer_(std::move(layer)),
      columns_(std::move(columns)),
      expected_rows_(feature_count.value_or(0)),
      progress_(progress) {
    layer_.columns.reserve(columns_.size());
    layer_.feature_ids.reserve(expected_rows_);
    for (const auto& column : columns_) layer_.add_column(column.definition).reserve(expected_rows_);
}

void LayerBuilder::make_room(std::size_t features, std::size_t bytes) {
    const auto have = layer_.geometry.all_coordinates().size();
    const auto needed = have + bytes / kLeastBytes;
    if (needed <= reserved_) return;
    // What is hashed must not move.
    fingerprint_.wait(progress_, fraction());
    const auto rows = std::max<std::size_t>(row_count() + features, 1);
    const auto scale = static_cast<double>(std::max(expected_rows_, rows)) / static_cast<double>(rows);
    constexpr double kMargin = 1.1;
    const auto expected = static_cast<std::size_t>(static_cast<double>(needed) * scale * kMargin);
    reserved_ = std::max({needed, expected, reserved_ + reserved_ / 2});
    layer_.geometry.reserve(std::max(expected_rows_, rows), reserved_);
}

void LayerBuilder::add_wkb(std::span<const std::byte> wkb) {
    switch (io::add_wkb(wkb, layer_.geometry_type, layer_.geometry)) {
        case WkbOutcome::Curved:
            add_curves(wkb);
            break;
        case WkbOutcome::OtherType:
            ++of_other_type_;
            break;
        case WkbOutcome::Corrupt:
            damaged_.push_back(layer_.geometry.size());
            break;
        default:
            break;
    }
    layer_.geometry.end_feature();
}

void LayerBuilder::add_curves(std::span<const std::byte> wkb) {
    const auto straight = straightened(wkb);
    make_room(1, straight.size());
    const auto outcome = io::add_wkb(straight, layer_.geometry_type, layer_.geometry);
    if (outcome == WkbOutcome::OtherType) ++of_other_type_;
    if (outcome == WkbOutcome::Corrupt || outcome == WkbOutcome::Curved) damaged_.push_back(layer_.geometry.size());
}

void LayerBuilder::add_point(const std::optional<geo::Point>& point) {
    if (point) {
        make_room(1, 2 * kLeastBytes);
        layer_.geometry.add_coordinate(*point);
        layer_.geometry.end_part(geo::PartRole::Point);
    }
    layer_.geometry.end_feature();
}

void LayerBuilder::add_text(std::size_t column, std::string_view text) {
    auto& values = layer_.columns[column];
    switch (columns_[column].form) {
        case ValueForm::Plain:
            if (text.empty()) return values.add_missing();
            return is_utf8(text) ? values.add_text(text) : values.add_text(to_utf8(text));
        case ValueForm::Tag: {
            const auto value = tag_value(text, values.name());
            return value && !value->empty() ? values.add_text(*value) : values.add_missing();
        }
        default:
            break;
    }
    const bool is_zero = columns_[column].dash_is_zero && mark_of(text) == CellMark::Dash;
    const auto value = is_zero ? std::optional(0.0) : parse_in_form(text, columns_[column].form);
    if (!value) return values.add_missing();
    // The scan of the table has seen that whole numbers have at most 15 digits.
    values.type() == layers::ColumnType::WholeNumber ? values.add_whole_number(static_cast<std::int64_t>(*value))
                                                     : values.add_number(*value);
}

double LayerBuilder::fraction() const {
    if (expected_rows_ == 0) return 0.0;
    return kShareOfRows * std::min(1.0, static_cast<double>(row_count()) / static_cast<double>(expected_rows_));
}

void LayerBuilder::batch_is_complete() {
    const auto all = std::as_const(layer_.geometry).all_coordinates();
    // While they are in the cache.
    extent_.add(all.subspan(hashed_));
    fingerprint_.add(all.subspan(hashed_));
    hashed_ = all.size();
    progress_.step(fraction());
}

LayerBuilder::Result LayerBuilder::finish(core::Diagnostics& diagnostics) {
    batch_is_complete();
    layer_.row_count = row_count();
    if (of_other_type_ > 0) diagnostics.warning(other_types_text(layer_, of_other_type_));
    constexpr std::size_t kMostNamed = 1000;
    damaged_.resize(std::min(damaged_.size(), kMostNamed));
    for (const auto row : damaged_) diagnostics.error(damaged_text(layer_, row));
    core::Stage finishing(progress_, kShareOfRows, 1.0);
    auto digits = fingerprint_.finish(layer_, finishing);
    return {std::move(layer_), std::move(digits), extent_};
}

}  // namespace desakota::io
