#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace desakota::analyses {

/// Words that name a kind, and the kind's code.
struct KindWord {
    std::string_view words;  ///< whole words, in lower case, parted by single blanks
    std::string_view code;
};
/// The entry whose words come first in the text, the longest of those that begin there; nullptr where there is none.
/// What is neither letter nor digit parts words: "jumlah_smp" names smp.
[[nodiscard]] const KindWord* first_kind_word(std::string_view text, std::span<const KindWord> kind_words);

/// Those that `facility_kind` knows.
[[nodiscard]] std::span<const KindWord> facility_kind_words();

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
