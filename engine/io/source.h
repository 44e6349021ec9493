#pragma once

#include <string>
#include <string_view>

#include "engine/core/text.h"

namespace desakota::io {

/// Where a layer lies, as OGR and QGIS write it: a file or "PG:..." followed by parts "|key=value".
///
///     roads.gpkg|layername=roads|subset=class <> 'track'
///     table.csv|crs=EPSG:4326|x=bujur|y=lintang
///     table.xlsx|sheet=3.1|header=3-5
///     /tmp/x1f/1.gpkg|title=Jalan 2024
///
/// Parts that were not given are empty.
struct Source {
    std::string path;        ///< a local file, or a PostgreSQL connection that starts with "PG:"
    std::string layer_name;  ///< `layername`
    std::string subset;      ///< `subset`: a condition on the fields, in SQL; the last part, so it may hold a '|'
    std::string crs;         ///< `crs`: the coordinate system to take instead of the layer's own
    std::string x_field;     ///< `x`, `y`: the columns of a table that hold the coordinates
    std::string y_field;
    std::string sheet;   ///< `sheet` of a workbook
    std::string header;  ///< `header` of a table: the rows of its heading, "4" or "3-5"
    std::string title;   ///< `title`: what messages and results call the layer instead of its file and name
    bool operator==(const Source&) const = default;
};

/// Throws a usage error for a part that is none of the above, is given twice, or is empty, and for an x without a y.
[[nodiscard]] Source parse_source(std::string_view text);

/// PostgreSQL?
[[nodiscard]] bool is_database(const Source& source);

/// The source as messages and run.json may show it: its title or else path and layer, without user, password or subset.
[[nodiscard]] std::string public_name(const Source& source);

/// `message` without anything secret that the source's connection holds.
[[nodiscard]] std::string without_secrets(std::string message, const Source& source);

}  // namespace desakota::io
