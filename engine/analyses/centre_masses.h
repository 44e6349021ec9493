#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/destinations.h"
#include "engine/hinterland/centrality.h"

namespace desakota::analyses {

/// How many facilities of each kind the fields `facility-fields` give each centre.
struct FacilityFields {
    std::vector<std::string> kinds;  ///< the fields' names; none without the parameter
    std::vector<double> counts;      ///< row for row: [centre x kinds + kind], not negative

    [[nodiscard]] hinterland::FacilityCounts view() const { return {counts, kinds.size()}; }
};

/// How much each centre weighs, and which lie outside the area.
struct CentreMasses {
    std::vector<double> masses;   ///< of each centre, above 0
    core::Text what;              ///< what they are, for legends: the field's name, or "weighted facilities"
    double reference_mass = 0.0;  ///< `reference-mass`, else the largest mass
    std::vector<bool> outside;    ///< centres outside the area; empty: all inside
    FacilityFields facilities;
};

/// mass-field, facility-fields, facility-weights, reference-mass, inside-field and area. All belong to the layer
/// parameter `centres`, which the analysis declares.
[[nodiscard]] std::vector<Parameter> centre_mass_parameters();

/// What is wrong with how they were given, as errors of usage: no field of masses found and no weights; weights without
/// fields, not one a field, or all 0; a field of masses named beside weights; a reference mass of 0; both inside-field
/// and area. Call it, and throw, before reading.
void check_centre_mass_usage(const Arguments& arguments, core::Diagnostics& diagnostics);

/// Reads them, for `centres` that read_destinations read.
///
///   * Errors that name the centre: a mass, or a weighted sum of facilities, that is missing or not above 0; a number
///     of facilities that is missing or negative; text that is no number. "12.500" in text is 12500.
///   * Warnings: centres at the same place (within 1 m); all centres outside the area.
[[nodiscard]] CentreMasses read_centre_masses(Arguments& arguments, const Destinations& centres, RunContext& context);

}  // namespace desakota::analyses
