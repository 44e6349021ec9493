#include "engine/io/subset.h"

#include <string>
#include <string_view>
#include <vector>

#include <cpl_port.h>
#include <ogrsf_frmts.h>

#include "engine/core/error.h"

namespace desakota::io {
namespace {

std::string column_list(OGRLayer& layer) {
    std::string names;
    const auto& definition = *layer.GetLayerDefn();
    for (int field = 0; field < definition.GetFieldCount(); ++field) {
        names += (names.empty() ? "" : ", ") + std::string(definition.GetFieldDefn(field)->GetNameRef());
    }
    return names;
}

core::Error subset_error(const Source& source, OGRLayer& layer, const std::string& reason) {
    return core::usage_error(core::format_text(
        "{0}: the subset {1} cannot be applied: {2}. The columns are: {3}.",
        "{0}: subset {1} tidak dapat diterapkan: {2}. Kolom yang ada: {3}.", public_name(source), source.subset,
        without_secrets(reason.empty() ? "unknown reason" : reason, source), column_list(layer)));
}

/// The names in double quotes, texts in single quotes aside.
std::vector<std::string> quoted_names(std::string_view subset) {
    std::vector<std::string> names;
    while (true) {
        const auto start = subset.find_first_of("'\"");
        if (start == std::string_view::npos) return names;
        const auto end = subset.find(subset[start], start + 1);
        if (end == std::string_view::npos) return names;
        if (subset[start] == '"') names.emplace_back(subset.substr(start + 1, end - start - 1));
        subset.remove_prefix(end + 1);
    }
}

bool is_column(OGRLayer& layer, const std::string& name) {
    const std::string_view special = name;
    return layer.GetLayerDefn()->GetFieldIndex(name.c_str()) >= 0 || EQUAL(name.c_str(), layer.GetFIDColumn()) ||
           EQUAL(name.c_str(), layer.GetGeometryColumn()) || EQUAL(name.c_str(), "fid") ||
           EQUAL(name.c_str(), "rowid") || special.starts_with("OGR_");
}

}  // namespace

void apply_subset(const OpenLayer& open, const Source& source) {
    const ErrorCapture errors;
    auto& layer = *open.layer;
    for (const auto& name : quoted_names(source.subset)) {
        if (!is_column(layer, name)) throw subset_error(source, layer, "there is no column " + name);
    }
    const bool is_set = layer.SetAttributeFilter(source.subset.c_str()) == OGRERR_NONE;
    // Some drivers notice only when they read, and the Arrow stream loses the message: try with one feature.
    if (is_set && open.format != Format::OpenStreetMap) {
        const FeatureHandle first(layer.GetNextFeature());
        layer.ResetReading();
    }
    if (is_set && !errors.has_errors()) return;
    check_connection(open, source, errors.first_error());
    throw subset_error(source, layer, errors.first_error());
}

}  // namespace desakota::io
