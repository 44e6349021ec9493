#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/confirmed_matches.h"
#include "engine/analyses/destinations.h"
#include "engine/analyses/settlements.h"
#include "engine/hinterland/programme_reach.h"
#include "engine/network/road_network.h"

namespace desakota::analyses {

/// A programme as a table of activities tells it, and for whom it is meant.
struct Programme {
    std::vector<hinterland::Activity> activities;  ///< those with a settlement, in the table's order
    hinterland::ParticipantsAre participants_are = hinterland::ParticipantsAre::DifferentFamilies;
    std::string group_field;  ///< empty without
    /// Of each activity, in its group field; empty without the field.
    std::vector<std::optional<std::string>> groups;
    bool has_poor_participants = false;                ///< whether there is a field
    std::vector<std::optional<double>> poor_families;  ///< of each settlement
    bool has_poor_families = false;                    ///< whether there is a field
    std::optional<std::uint32_t> centre;               ///< that the run names; missing: the one of the greatest mass
    network::Objective cost = network::Objective::Distance;
    /// Upper limits of the bands of cost, ascending, each once; millimetres or, by time, milliseconds.
    std::vector<std::int64_t> limits;
};

/// activities and its fields, participants-are, poor-families-field, programme-centre, reach-bands.
[[nodiscard]] std::vector<Parameter> programme_parameters();

/// Errors of usage for those of them that were given without --activities.
void refuse_programme_options_without_effect(const Arguments& arguments, core::Diagnostics& diagnostics);

/// Nothing without the table `activities`. What is wrong goes to the diagnostics as errors (see places.h):
///
///   * No field of settlements or of participants; a table without rows.
///   * Settlements that the run does not have, listed with how often they occur; names that several settlements have.
///   * Participants that are negative or no number; more poor ones than participants, or without participants.
///   * More poor families than families; a programme's centre that is not among the centres.
///
/// Warnings: activities without a settlement, which are left out; more participants than families; fields without which
/// coverage is not known. Settlements and centres are called by id, else by name;
/// settlements between the two by what a person confirmed (`matches`).
[[nodiscard]] std::optional<Programme> read_programme(Arguments& arguments, const Settlements& settlements,
                                                      const Destinations& centres, ConfirmedMatches& matches,
                                                      RunContext& context);

}  // namespace desakota::analyses
