#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/core/diagnostics.h"
#include "engine/layers/column.h"

namespace desakota::analyses {

/// The usual name of a Fields parameter that takes all fields that no other parameter takes by its usual names.
inline constexpr std::string_view kEveryField = "*";

/// What is known of a layer before it is read.
struct LayerSchema {
    std::string label;  ///< for messages
    geo::GeometryType geometry = geo::GeometryType::None;
    std::vector<layers::ColumnDefinition> columns;
};

/// The schemas of the layers that were given, by layer parameter.
using Schemas = std::map<std::string, std::vector<LayerSchema>>;

/// For every Field and Fields parameter of `analysis` whose layer was given: the columns to take, layer by layer.
///
///   * A column that the user named (`named`, by parameter) must be in at least one layer of its parameter (in the
///     layer, for a Layer parameter); letter case may differ. Otherwise a problem that lists the columns there are.
///   * Where none was named, all that are `asked` for (Analysis::asked_fields) and that the layer has.
///   * Otherwise the first of the usual names that the layer has (letter case, blanks and marks aside; else as the
///   alias
///     of one column), told as information; for a Fields parameter all of them.
///   * A column is taken by usual names for one parameter only where two would share it: the earlier parameter wins.
/// Problems go to `diagnostics` as errors.
using FieldNames = std::map<std::string, std::vector<std::string>>;  ///< by parameter
[[nodiscard]] std::map<std::string, std::vector<std::vector<std::string>>> resolve_fields(
    const Analysis& analysis, const Schemas& schemas, const FieldNames& named, core::Diagnostics& diagnostics,
    const FieldNames& asked = {});

/// What the values of a run ask for; nothing where the analysis asks for nothing.
[[nodiscard]] FieldNames asked_fields(const Analysis& analysis, const Arguments& arguments);

/// Tells `diagnostics`, as errors, of layers whose geometry their parameter does not take. Where a parameter takes
/// tables, any layer will do: whatever it holds, it is a table too.
void check_geometry(const Analysis& analysis, const Schemas& schemas, core::Diagnostics& diagnostics);

/// The columns of the `index`-th layer of a parameter that any of the resolved fields needs, without repetition:
/// what a front end has to read.
[[nodiscard]] std::vector<std::string> needed_columns(
    const Analysis& analysis, const std::string& layer_parameter, std::size_t index,
    const std::map<std::string, std::vector<std::vector<std::string>>>& fields);

}  // namespace desakota::analyses
