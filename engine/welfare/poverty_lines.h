#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.h"
#include "engine/welfare/scheme.h"

namespace desakota::welfare {

/// A poverty line and where it comes from.
struct PovertyLine {
    std::string id;  ///< lower_snake, at most kLongestLineId letters: the beginning of the names of its columns
    core::Text title;
    double rp = 0.0;  ///< rupiah per head a month, above 0
    std::optional<int> year;
    std::string source;  ///< may be empty
    Provenance provenance = Provenance::Own;
    core::Text note;  ///< what whoever uses it should know; may be empty
};

/// So that every name of a column fits into the 63 letters that databases allow.
inline constexpr std::size_t kLongestLineId = 30;

/// Whether an id is lower-case words of letters and digits joined by '_', a letter first, and not too long.
[[nodiscard]] bool is_line_id(std::string_view id);

/// Reads a file of lines (TOML, format 1): [[line]] with id and rp_a_month, and if wanted title, year, source,
/// provenance and note. Title and note are one text, or one in each language. All faults are thrown together as
/// core::Error (unfit input), each with `name` and its line.
[[nodiscard]] std::vector<PovertyLine> parse_poverty_lines(std::string_view name, std::string_view text);

/// The lines that come with the program.
[[nodiscard]] const std::vector<PovertyLine>& built_in_poverty_lines();
/// One of them, or nullptr.
[[nodiscard]] const PovertyLine* built_in_poverty_line(std::string_view id);

/// A line of so many rupiah that somebody gave: "line_250000".
[[nodiscard]] PovertyLine own_poverty_line(double rp);

/// So many dollars a day at a market exchange rate: "dollar_2".
struct DollarLine {
    double dollars_a_day = 0.0;
    double rupiah_a_dollar = 0.0;
    double days_a_month = 0.0;
};
[[nodiscard]] PovertyLine dollar_poverty_line(const DollarLine& dollars);

}  // namespace desakota::welfare
