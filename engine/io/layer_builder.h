#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/io/check_coordinates.h"
#include "engine/io/fingerprint.h"
#include "engine/io/source_schema.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// A layer that is being read, feature by feature: number, geometry, then a value for every column. Its coordinates are
/// hashed beside the reading.
class LayerBuilder {
public:
    LayerBuilder(layers::Layer layer, std::vector<SchemaColumn> columns, std::optional<std::size_t> feature_count,
                 core::Progress& progress);

    /// Room for the geometries of `features` more features, `bytes` of well-known binary in all. Call before adding.
    void make_room(std::size_t features, std::size_t bytes);
    void add_id(std::int64_t id) { layer_.feature_ids.push_back(id); }
    void add_wkb(std::span<const std::byte> wkb);
    void add_point(const std::optional<geo::Point>& point);
    void add_no_geometry() { layer_.geometry.end_feature(); }

    [[nodiscard]] const std::vector<SchemaColumn>& columns() const { return columns_; }
    [[nodiscard]] layers::Column& column(std::size_t index) { return layer_.columns[index]; }
    /// Adds a text of the source to a column, in whatever form the column takes it; an empty one is missing.
    void add_text(std::size_t column, std::string_view text);

    /// Call after every few thousand features: reports progress and hears a cancel.
    void batch_is_complete();
    [[nodiscard]] std::size_t row_count() const { return layer_.feature_ids.size(); }
    [[nodiscard]] core::Progress& progress() { return progress_; }

    struct Result {
        layers::Layer layer;
        std::string sha256;
        CoordinateExtent extent;
    };
    /// Tells `diagnostics` of geometries that could not be taken.
    [[nodiscard]] Result finish(core::Diagnostics& diagnostics);

private:
    void add_curves(std::span<const std::byte> wkb);
    [[nodiscard]] double fraction() const;

    layers::Layer layer_;
    std::vector<SchemaColumn> columns_;
    std::size_t expected_rows_;
    core::Progress& progress_;
    Fingerprint fingerprint_;
    std::size_t reserved_ = 0;  // coordinates
    std::size_t hashed_ = 0;    // coordinates
    CoordinateExtent extent_;
    std::size_t of_other_type_ = 0;
    std::vector<std::size_t> damaged_;  // rows
};

}  // namespace desakota::io
