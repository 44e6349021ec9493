#pragma once

#include <string>
#include <vector>

#include "engine/io/output_target.h"

namespace desakota::io {

/// "PG:dbname=desa host=... |schema=hasil": a database that a result goes to.
struct PostgisTarget {
    std::string connection;  ///< "PG:..." with all its secrets
    std::string schema;      ///< "public" where none is named
};

[[nodiscard]] bool is_database_output(const std::string& path);
/// Throws a usage error for an empty schema, and for parts other than schema=.
[[nodiscard]] PostgisTarget postgis_target(const std::string& path);

/// The output as messages and run.json may show it: a file's path as it is, a database without user and password.
[[nodiscard]] std::string shown_output(const std::string& path);
/// The tables of a result as they are read: "PG:dbname=desa|layername=hasil.health_access".
[[nodiscard]] std::vector<std::string> result_tables(const std::string& path, const std::vector<ResultLayer>& layers);

}  // namespace desakota::io
