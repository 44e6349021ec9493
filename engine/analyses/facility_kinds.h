#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace desakota::analyses {

/// The kind that a text (a kind or a name) names, as a code: "puskesmas", "pustu", "poskesdes", "polindes", "posyandu",
/// "klinik", "rumah_sakit" ...; empty optional where it names none. The word that comes first decides, the longest of
/// those that begin there.
[[nodiscard]] std::optional<std::string> facility_kind(std::string_view text);

/// The kind of a facility by its kind field and its name. OpenStreetMap's values (clinic, hospital, doctors ...), which
/// mappers give to puskesmas as well, yield to a name that names a kind.
struct KindSigns {
    std::optional<std::string> by_kind;
    std::optional<std::string> by_name;
};
[[nodiscard]] KindSigns kind_signs(const std::optional<std::string>& kind, const std::optional<std::string>& name);

/// Whether a status value means that a facility works; a missing value does. terbengkalai, tidak berfungsi, tidak
/// aktif, rusak berat, tutup, abandoned, closed, 0, false, no and tidak do not.
[[nodiscard]] bool is_functioning(const std::optional<std::string>& status);

}  // namespace desakota::analyses
