#pragma once

#include <optional>
#include <string>
#include <string_view>
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
///   * terbengkalai, tidak berfungsi, tidak aktif, rusak berat, abandoned, closed, 0, false do not function; other
///     values function and are listed as information.
///   * Error: no facility left, with the kinds and their counts.
[[nodiscard]] Facilities read_facilities(Arguments& arguments, RunContext& context);

/// The kind that a text (a kind or a name) names, as a code: "puskesmas", "pustu", "poskesdes", "polindes", "posyandu",
/// "klinik", "rumah_sakit" ...; empty optional where it names none. The word that comes first decides, the longest of
/// those that begin there.
[[nodiscard]] std::optional<std::string> facility_kind(std::string_view text);

/// Whether a status value means that a facility works; a missing value does.
[[nodiscard]] bool is_functioning(const std::optional<std::string>& status);

}  // namespace desakota::analyses
