#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/geo/geometry.h"
#include "engine/io/source.h"
#include "engine/io/table_reading.h"
#include "engine/layers/column.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// A layer as it was read.
struct ReadLayer {
    layers::Layer layer;
    /// SHA-256 of its geometry and columns, in order, in hexadecimal digits (see fingerprint.h).
    std::string sha256;
};

/// A layer that is open for reading: what it holds is known, its features are not yet read. Use by one thread at a
/// time.
class OpenSource {
public:
    OpenSource(const OpenSource&) = delete;
    OpenSource& operator=(const OpenSource&) = delete;
    OpenSource(OpenSource&& other) noexcept;
    OpenSource& operator=(OpenSource&& other) noexcept;
    ~OpenSource();

    [[nodiscard]] const std::string& layer_name() const;
    /// None for a table.
    [[nodiscard]] geo::GeometryType geometry_type() const;
    /// The columns that can be read. A layer with OpenStreetMap's `other_tags` offers the usual tags of roads and
    /// places as columns as well.
    [[nodiscard]] std::vector<layers::ColumnDefinition> columns() const;
    /// Empty where counting would mean reading everything (OpenStreetMap).
    [[nodiscard]] std::optional<std::size_t> feature_count() const;
    /// The coordinate system as WKT; empty where there is none.
    [[nodiscard]] const std::string& crs() const;

    /// Reads all features with the named columns only, in that order; may be called again with others.
    ///
    ///   * Z and M are dropped, curves made straight, collections reduced to the parts of the layer's type; what is
    ///   NULL
    ///     or empty has no parts. Empty text is missing.
    ///   * Features of another geometry type are read without geometry, with a warning.
    ///   * Errors to `diagnostics`, naming the feature: coordinates that are not finite, no latitude, or over 180
    ///   degrees
    ///     apart; damaged geometries. Throw them (`throw_errors`) before using the layer.
    ///   * Throws: a usage error for a column that is not there; an input error where the file is damaged.
    [[nodiscard]] ReadLayer read(const std::vector<std::string>& columns, core::Progress& progress,
                                 core::Diagnostics& diagnostics);

private:
    friend OpenSource open_source(const Source& source, core::Diagnostics& diagnostics,
                                  std::span<const geo::GeometryType> accepted, const TableReading& reading);
    struct State;
    explicit OpenSource(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Opens a layer. What of geometry `accepted` names (empty: all) decides for layers of mixed geometry which type to
/// read. `reading` settles what the texts of tables leave open. Errors as open_dataset.h, take_table.h and table_scan.h
/// name them, and a subset that cannot be applied; what was taken for what goes to `diagnostics`.
[[nodiscard]] OpenSource open_source(const Source& source, core::Diagnostics& diagnostics,
                                     std::span<const geo::GeometryType> accepted = {},
                                     const TableReading& reading = {});

}  // namespace desakota::io
