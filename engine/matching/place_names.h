#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desakota::matching {

/// A settlement's name, taken apart so that two spellings of it can be compared.
///
/// Letter case, blanks, brackets and punctuation, marks of footnotes, the words Desa, Ds., Kelurahan, Kel., UPT and SP,
/// old spelling (oe, dj, tj) and the short forms Tj., Sei, Gn. and Sp. (Simpang, where no number follows) are evened
/// out. What tells places of one name apart is kept: numbers (II is 2), and words such as Baru and Lama or Hulu and
/// Hilir. j and y are not: Djaja is Jaja, which is as near to Jaya as the letters are.
struct PlaceName {
    std::string words;         ///< "mekar sari", "selimau 2"
    std::string letters;       ///< the same without blanks, numbers marked: "mekarsari", "selimau#2"
    std::vector<int> numbers;  ///< in their order
    /// The words that part Baru from Lama, sorted; ulu is hulu and ilir is hilir here. Also where they end a word.
    std::vector<std::string> marks;
    std::optional<int> upt;      ///< "Mekar Sari (UPT XII)": 12
    std::optional<int> sp;       ///< "SP.3 Mekar Sari": 3
    std::string kecamatan;       ///< its key, from "NAMA, Kec. X" or "NAMA (Kec. X)"; empty without
    std::string former_letters;  ///< what stands behind "eks"; empty without

    [[nodiscard]] bool is_empty() const { return letters.empty(); }
    /// Whether both are units (UPT or SP) of different numbers.
    [[nodiscard]] bool is_other_unit_than(const PlaceName& other) const;
    /// Whether both have the same unit numbers, or none.
    [[nodiscard]] bool has_units_of(const PlaceName& other) const;
};
[[nodiscard]] PlaceName read_place_name(std::string_view text);

/// Whether likeness may speak for two names at all: never across I and II, Baru and Lama, Hulu and Hilir, a direction
/// and its opposite, nor between one of them and none.
[[nodiscard]] bool may_be_alike(const PlaceName& left, const PlaceName& right);

/// What names of one kecamatan have in common: "Kec. Muara Telang" and "MUARA TELANG". Empty where blank.
[[nodiscard]] std::string kecamatan_key(std::string_view text);

/// The number that a Roman numeral from I to XX stands for.
[[nodiscard]] std::optional<int> roman_number(std::string_view lower_case_word);

}  // namespace desakota::matching
