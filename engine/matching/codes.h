#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace desakota::matching {

/// Who gives a code. The statistics office (BPS) and the Ministry of Home Affairs (Kemendagri) number the same
/// settlements differently, so that equal digits may mean different places.
enum class CodeSystem : std::uint8_t { Bps, HomeAffairs, Own };

/// A settlement's code, so written that codes of one system are equal where their texts are.
struct Code {
    CodeSystem system = CodeSystem::Own;
    std::string text;  ///< digits of an official code; an own code in lower case without blanks
    /// Whether the code itself or its column tells the system. Ten digits alone are taken for a BPS code.
    bool is_stated = false;
};

/// The system that a column's name tells: "kode_bps", "iddesa" or "kode_kemendagri"; nothing for "kode".
[[nodiscard]] std::optional<CodeSystem> system_of_column(std::string_view name);

/// Reads a code; nothing where the text is blank.
///
///   * BPS: 7 digits (a kecamatan) or 10 (a desa), also in groups (16.07.051.009) or after "id".
///   * Home Affairs: in groups of 2, 2, 2 and 4 digits (16.07.05.2009); without dots only where the column says so.
///   * Anything else is a code of one's own, equal to another as a whole text only.
[[nodiscard]] std::optional<Code> read_code(std::string_view text, std::optional<CodeSystem> column);

/// Whether both are the same code: of one system and of the same text.
[[nodiscard]] bool is_same_code(const Code& left, const Code& right);
/// Whether they are codes of one official system, stated on both sides, for different places.
[[nodiscard]] bool contradict(const Code& left, const Code& right);
/// A text that two codes share where `is_same_code`, and only there.
[[nodiscard]] std::string code_key(const Code& code);
/// The code as a list may keep it, so that it is read as the same code whatever the column: a code of Home Affairs with
/// its dots, any other as it was written.
[[nodiscard]] std::string lasting_text(const Code& code, std::string_view written);

}  // namespace desakota::matching
