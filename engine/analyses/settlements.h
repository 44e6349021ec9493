#pragma once

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

/// Reads the layer `settlements` with the fields `id-field`, `name-field`, `families-field` and `group-field` (Fields).
/// The layer itself stays as it is (a result keeps its geometry and coordinate system).
///
///   * families: a negative count, one above 10^10 and text that is no number ("12a") are errors that name the
///     settlement; an empty value is missing. "12,5" and "1.234" in text fields are read the Indonesian way.
///   * No families field: one warning where families are Needed. Population is never taken for families.
///   * A settlement of several points is at its first; a warning names such settlements.
enum class FamiliesUse : std::uint8_t { NotNeeded, Needed };
[[nodiscard]] Settlements read_settlements(Arguments& arguments, FamiliesUse use, RunContext& context);

}  // namespace desakota::analyses
