#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/places.h"

namespace desakota::analyses {

/// The values of one group field (kecamatan, skp, kawasan ...), settlement by settlement.
struct SettlementGroup {
    std::string field;
    std::vector<std::optional<std::string>> values;
};

/// The settlements of a run, row for row as in the layer.
struct Settlements {
    std::vector<std::string> ids;  ///< unique
    std::vector<std::optional<std::string>> names;
    std::vector<std::optional<double>> families;  ///< never negative; all missing without a families field
    bool has_families = false;                    ///< whether there is a families field
    std::vector<SettlementGroup> groups;          ///< in the order of `group-field`
    /// Where each row's way starts; missing: status no_geometry. As read, the first point or the polygon's point on the
    /// surface; an analysis that places families (family_places.h) moves it to the demand point that stands for the
    /// row.
    std::vector<std::optional<geo::GridPoint>> places;
    /// Points and polygons on WGS 84 in degrees, row for row, for spreading families; invalid polygons repaired.
    geo::Geometries geometry;
    LayerExtent extent;

    [[nodiscard]] std::size_t size() const { return ids.size(); }
    /// The name, or the id where there is none.
    [[nodiscard]] const std::string& title(std::size_t settlement) const {
        const auto& name = names[settlement];
        return name ? *name : ids[settlement];
    }
};

/// What one row of a summary stands for: the settlements with one value of a group field, or all of them.
struct SettlementSet {
    std::string field;                 ///< "total" for all of them
    std::optional<std::string> value;  ///< missing: settlements without a value; "total" for all of them
    std::vector<std::uint32_t> members;
};
/// One set for each value of each group field, values in the order of their letters and the missing one last, then one
/// of all settlements.
[[nodiscard]] std::vector<SettlementSet> settlement_sets(const Settlements& settlements);

/// Reads the layer `settlements` with the fields `id-field`, `name-field`, `families-field` and `group-field` (Fields).
/// The layer itself stays as it is (a result keeps its geometry and coordinate system).
///
///   * families: a negative count, one above 10^10 and text that is no number ("12a") are errors that name the
///     settlement; an empty value is missing. "12,5" and "1.234" in text fields are read the Indonesian way.
///   * No families field: one warning where families are Needed. Population is never taken for families.
///   * A settlement of several points is at its first; a warning names such settlements.
enum class FamiliesUse : std::uint8_t { NotNeeded, Needed };
[[nodiscard]] Settlements read_settlements(Arguments& arguments, FamiliesUse use, RunContext& context);

/// The same without geometry, for analyses that ask where nothing is: `places`, `geometry` and `extent` stay empty, and
/// the layer may be a table. An empty layer is an error.
[[nodiscard]] Settlements read_settlement_rows(Arguments& arguments, FamiliesUse use, core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
