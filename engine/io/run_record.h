#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/core/text.h"

namespace desakota::io {

/// The versions of the foreign libraries that figures depend on, as they run: name ("GDAL", "GEOS", "PROJ") and
/// version.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> library_versions();

/// The value of one parameter; monostate is null: the parameter has no value.
using RecordValue = std::variant<std::monostate, bool, std::int64_t, double, std::string, std::vector<double>,
                                 std::vector<std::string>>;

/// What was read for one layer of a layer parameter, or one file.
struct RecordedInput {
    std::string parameter;
    std::string source;  ///< as the user wrote it: "../data/a.gpkg|layername=b", "PG:dbname=..."
    std::string layer;   ///< the layer's name in its source; empty for a file of another kind
    std::string sha256;  ///< of the geometry and the fields used, in order; hexadecimal
    std::optional<std::int64_t> rows;
};

/// How coordinates were brought to WGS 84.
struct RecordedOperation {
    std::string parameter;
    std::string name;
    std::optional<double> accuracy;  ///< metres; missing where unknown
};

/// Everything that leads to the same result again: the content of run.json.
struct RunRecord {
    std::string engine_version;
    std::vector<std::pair<std::string, std::string>> libraries;
    std::string analysis;
    core::Language language = core::Language::English;
    std::vector<std::pair<std::string, RecordValue>> parameters;  ///< every effective one, in the catalogue's order
    std::vector<std::string> given;  ///< those that the user gave: what a replay gives again
    std::vector<RecordedInput> inputs;
    std::vector<RecordedOperation> coordinate_operations;
    std::vector<std::string> outputs;  ///< files, main one first
};

/// The record as JSON: `"format": 1` first, keys in a fixed order, UTF-8, two blanks a level, exact numbers. Files are
/// named relative to the folder of `output`; passwords of database sources are left out wherever they stand.
[[nodiscard]] std::string run_record_text(const RunRecord& record, const std::string& output);

/// A source without the password that it may hold: "PG:dbname=a password=b" gives "PG:dbname=a";
/// "PG:postgresql://me:secret@host/a" gives "PG:postgresql://me@host/a".
[[nodiscard]] std::string without_password(const std::string& source);

/// The source with its file given relative to the folder of `output`; a database source stays as it is.
[[nodiscard]] std::string relative_source(const std::string& source, const std::string& output);

}  // namespace desakota::io
