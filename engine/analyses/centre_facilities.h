#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/centre_masses.h"
#include "engine/analyses/destinations.h"
#include "engine/hinterland/centre_completeness.h"

namespace desakota::analyses {

/// One kind of facility, over all centres.
struct CentreFacilityKind {
    std::string name;  ///< as first written in the layer, or the field's name
    double facilities = 0.0;
    /// Those of which it is not said that they do not function; missing where nothing is known of any.
    std::optional<double> functioning;
};

/// The facilities of the centres. One that does not function counts as absent.
struct CentreFacilities {
    std::vector<CentreFacilityKind> kinds;  ///< none: nothing was given
    std::vector<double> counts;             ///< that function or may: [centre x kinds + kind]
    /// Of each centre, those that are of a kind that the rules of completeness know.
    std::vector<std::vector<hinterland::FacilityAtCentre>> of_centre;
    /// Whether what is not here is absent: not where only some services have a field that counts them.
    bool tells_services = false;
    hinterland::HealthCareRule health_care = hinterland::HealthCareRule::HealthCentreOnly;

    [[nodiscard]] bool is_given() const { return !kinds.empty(); }
};

/// centre-facilities with centre-facility-name-field, -kind-field, -status-field and -centre-field; centre-radius and
/// health-care-rule.
[[nodiscard]] std::vector<Parameter> centre_facility_parameters();

/// Errors of usage: a layer in which neither kind nor name can be had, and what is given without effect: a radius or
/// rule without facilities; fields of counts beside the layer, without weights.
void check_centre_facility_usage(const Arguments& arguments, core::Diagnostics& diagnostics);

/// Reads the layer `centre-facilities`; without it, the counts of `masses` are the facilities and nothing is known of
/// whether they function.
///
///   * A facility belongs to the centre that its centre field names (by id, else by name), else to the nearest in a
///     straight line within `centre-radius`. Information: those that belong to none; which kinds count as what; which
///     do not function.
///   * Errors: centres named that are not there, or by a name that several have; no facility belongs to a centre.
///   * Warnings: facilities without a kind, which are left out; services of which no facility is there at any centre,
///     or that no field counts.
[[nodiscard]] CentreFacilities read_centre_facilities(Arguments& arguments, const Destinations& centres,
                                                      const CentreMasses& masses, RunContext& context);

}  // namespace desakota::analyses
