#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/io/gdal_handles.h"
#include "engine/io/source.h"

class OGRLayer;

namespace desakota::io {

enum class Format : std::uint8_t { Other, GeoPackage, FlatGeobuf, OpenStreetMap, Csv, Workbook };

/// One layer of an open dataset. The layer lives as long as the dataset.
struct OpenLayer {
    DatasetHandle dataset;
    OGRLayer* layer = nullptr;
    Format format = Format::Other;
};

/// Opens the layer that `source` names; its subset is not yet applied.
///
///   * Input is not trusted: only local files (also inside a local .zip, and folders .gdb) and PostgreSQL, only with
///   the drivers for the
///     formats that Desakota reads; no virtual datasets, no addresses on the net.
///   * Usage error: no such file or layer, several layers and none named (they are listed), a part of the source that
///   its
///     format does not have. Input error: a file of another format, or a damaged one. Failure: no permission, database
///     not reached.
[[nodiscard]] OpenLayer open_layer(const Source& source);

/// The layers (sheets) of a local file that users know, in its order. Throws as open_layer.
[[nodiscard]] std::vector<std::string> layer_names(const std::string& path);

/// Throws a failure where `source` is a database whose connection is lost, which makes every other fault meaningless.
void check_connection(const OpenLayer& open, const Source& source, const std::string& reason);

}  // namespace desakota::io
