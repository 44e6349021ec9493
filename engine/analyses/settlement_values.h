#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyses/arguments.h"

namespace desakota::analyses {

/// A field of the layer `settlements` with figures that somebody else worked out.
struct SettlementField {
    std::string parameter;  ///< "population-field"
    core::Text what;        ///< in a sentence: "population", "jumlah penduduk"
    std::size_t place = 0;  ///< which of the fields of a parameter that takes several
};

/// The amounts in a field, row for row; missing where empty; an empty list without the field. Text is read the
/// Indonesian way ("1.250,5"). Errors that name the settlement: amounts below 0 and text that is no number.
[[nodiscard]] std::vector<std::optional<double>> read_settlement_amounts(const Arguments& arguments,
                                                                         const SettlementField& field,
                                                                         core::Diagnostics& diagnostics);

/// Whether a field is named as this program names shares, "share_..." or "..._share": it holds fractions.
[[nodiscard]] bool is_named_as_fraction(std::string_view field);

/// How shares are written: 0.35 or 35.
enum class ShareUnit : std::uint8_t { Fraction, Percent };

/// The shares in a field, from 0 to 1; "0,35" in text is 0.35.
///
///   * Fields named as this program names shares ("share_beyond", "poor_households_share") hold fractions, whatever
///     `unit` says.
///   * Fractions above 1 and at most 100: one error that says that they look like percent and what to do.
///   * Values below 0 or above 1 (100 in percent) and text that is no number: errors that name the settlement.
///   * Warning: a field named for percent ("persen_miskin") without a value above 1, read as fractions.
[[nodiscard]] std::vector<std::optional<double>> read_settlement_shares(const Arguments& arguments,
                                                                        const SettlementField& field, ShareUnit unit,
                                                                        core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
