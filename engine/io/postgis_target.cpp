#include "engine/io/postgis_target.h"

#include "engine/core/error.h"
#include "engine/io/source.h"

namespace desakota::io {
namespace {

constexpr std::string_view kSchema = "|schema=";

std::string shown_connection(const PostgisTarget& target) {
    return public_name(Source{.path = target.connection});
}

}  // namespace

bool is_database_output(const std::string& path) {
    return is_database(Source{.path = path});
}

PostgisTarget postgis_target(const std::string& path) {
    const auto bar = path.find(kSchema);
    PostgisTarget target{path.substr(0, bar), "public"};
    target.connection.erase(target.connection.find_last_not_of(" \t") + 1);
    if (bar == std::string::npos) return target;
    target.schema = path.substr(bar + kSchema.size());
    if (target.schema.empty() || target.schema.find('|') != std::string::npos) {
        throw core::usage_error(core::format_text(
            "{0}: a database takes |schema=NAME behind it and nothing else; the tables are named after the layers.",
            "{0}: basis data hanya dapat diikuti |schema=NAMA; nama tabel mengikuti nama lapisan.",
            shown_connection(target)));
    }
    return target;
}

std::string shown_output(const std::string& path) {
    if (!is_database_output(path)) return path;
    const auto target = postgis_target(path);
    return shown_connection(target) + std::string(kSchema) + target.schema;
}

std::vector<std::string> result_tables(const std::string& path, const std::vector<ResultLayer>& layers) {
    const auto target = postgis_target(path);
    std::vector<std::string> tables;
    tables.reserve(layers.size());
    for (const auto& layer : layers) {
        tables.push_back(shown_connection(target) + "|layername=" + target.schema + "." + layer.name);
    }
    return tables;
}

}  // namespace desakota::io
