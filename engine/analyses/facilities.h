#pragma once

#include <vector>

#include "engine/analyses/destinations.h"

namespace desakota::analyses {

/// The facilities of a run and which of them serve which rule.
struct Facilities {
    Destinations destinations;
    /// Of the kind that counts (`count-as`), whether or not it functions.
    std::vector<bool> counts;
    std::vector<bool> functions;

    /// Those that count and function: the threshold rule.
    [[nodiscard]] std::vector<bool> counting() const;
    /// Those that count, functioning or not: covered on paper.
    [[nodiscard]] std::vector<bool> on_paper() const { return counts; }
    /// Those that function, whatever their kind: `any_facility_...`.
    [[nodiscard]] std::vector<bool> any_kind() const { return functions; }
};

/// Reads the layer `facilities` with the fields `facility-id-field`, `facility-name-field`, `facility-kind-field`,
/// `facility-status-field`, and the text `count-as` (default "puskesmas"; several kinds by commas).
///
///   * A facility is left out of the rule only where its kind or name names another kind ("Puskesmas Pembantu", pustu,
///     poskesdes, klinik ...); all others count. OpenStreetMap's kinds (clinic, hospital, doctors) yield to a name that
///     names a kind. Told as information: how many count and are left out, by kind.
///   * Facilities whose status says so do not function (see is_functioning); other values function and are listed as
///     information, and which of those that count do not.
///   * Error: no facility left, with the kinds and their counts.
[[nodiscard]] Facilities read_facilities(Arguments& arguments, RunContext& context);

}  // namespace desakota::analyses
