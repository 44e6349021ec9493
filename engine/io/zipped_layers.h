#pragma once

#include <string>

#include "engine/io/source.h"

namespace desakota::io {

/// Archives as they are downloaded are read where they lie; nothing is unpacked to the disk.
///
/// The name under which GDAL shall open what `source`, a .zip that has passed check_archive, holds: its one Shapefile,
/// geodatabase, GeoPackage ..., in whatever folder; of several the one whose file bears the name of the source's layer.
/// `__MACOSX` and hidden files are passed over.
///
///   * Usage error: several and none named (they are listed), or none of that name.
///   * Input error: nothing in it that Desakota reads; nothing but another archive; see check_unpacked_size.
[[nodiscard]] std::string dataset_in_archive(const Source& source);

/// Whether the file `path` is called like the layer: "a/roads.shp" and "roads".
[[nodiscard]] bool is_called(const std::string& path, const std::string& layer);

}  // namespace desakota::io
