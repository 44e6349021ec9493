#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/core/text.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Where a result goes, and how.
struct OutputTarget {
    /// The main file, whose extension chooses the format, or a database, "PG:dbname=... |schema=..." (write_postgis.h).
    std::string path;
    bool overwrite = false;
    core::Language language = core::Language::English;  ///< of titles and column aliases in the file
    /// The text of run.json, written beside the output (and inside a GeoPackage); empty: none.
    std::string run_record;
    bool record_beside = true;  ///< no: only inside the GeoPackage
    /// Takes what there is to tell of the format's limits (short names, texts cut); nullptr: nobody listens.
    core::Diagnostics* diagnostics = nullptr;
    /// Of an .xlsx for readers: its layers are tables named as their sheets are (in a workbook's letters, each once),
    /// each source the layer's name in the data; columns are named as they are headed, their aliases are their names in
    /// the data. The sheet that says so comes first. One list a layer, of the number format of each column, such as
    /// "0.0%"; empty: general. No lists: an ordinary result.
    std::vector<std::vector<std::string>> number_formats;
    /// For tests: called before each step that changes the disk for good or ends a stage (a temporary file opened, a
    /// layer written, a file flushed, a file renamed), with 1, 2, 3 ... May throw or end the process.
    std::function<void(int step)> on_durable_step;
};

enum class OutputFormat : std::uint8_t { GeoPackage, FlatGeobuf, GeoJson, Csv, Shapefile, Kmz, Workbook };

/// The format that the extension of `path` stands for (letter case is ignored): .gpkg, .fgb, .geojson or .json, .csv,
/// .shp, .kmz, .xlsx. Throws core::usage_error, which lists them, for any other.
[[nodiscard]] OutputFormat output_format(const std::string& path);

/// What has to be known of a layer to name its file.
struct ResultLayer {
    std::string name;
    bool has_geometry = true;
    bool has_system = true;  ///< a coordinate system, so that a Shapefile has a .prj
};
[[nodiscard]] std::vector<ResultLayer> result_layers(const std::vector<layers::Layer>& layers);

/// "r.csv" and "legs" give "r_legs.csv": where a format of one layer puts the others. FlatGeobuf cannot hold a table
/// without geometry: beside r.fgb it goes to "r_summary.csv", beside r.shp to "r_summary.dbf".
[[nodiscard]] std::string companion_path(const std::string& path, const ResultLayer& layer);
/// "r.shp" gives "r.columns.csv": what the short names of a Shapefile stand for.
[[nodiscard]] std::string columns_path(const std::string& path);
/// Files of an older result that would be taken for parts of the new one: indices of a Shapefile, its .prj where the
/// new one has none. They are removed with the old result.
[[nodiscard]] std::vector<std::string> stale_files(const std::string& path, const std::vector<ResultLayer>& layers);
/// "r.gpkg" gives "r.run.json"; empty for a database, which holds the record itself.
[[nodiscard]] std::string run_record_path(const std::string& path);

/// What front ends ask before they compute anything, so that hours of work do not end in a refusal. `layers` are
/// the layers that will be written, main layer first; `inputs` the sources of the run as the user wrote them.
///
///   * core::usage_error: unknown extension; the folder is missing; a file that would be written exists and
///     `overwrite` is off; the output is an input, or not an ordinary file; the main layer is a table
///     and the format FlatGeobuf or Shapefile.
///   * core::failure: the folder cannot be written to; a -wal, -shm or -journal file lies beside the output, so that
///     another program has it open. For a database see write_postgis.h.
void check_output(const std::string& path, bool overwrite, const std::vector<ResultLayer>& layers = {},
                  const std::vector<std::string>& inputs = {});

/// Every file that belongs to the result, the main one first, run.json (where `with_record`) last; the tables where it
/// goes to a database.
[[nodiscard]] std::vector<std::string> result_files(const std::string& path, const std::vector<ResultLayer>& layers,
                                                    bool with_record);

}  // namespace desakota::io
