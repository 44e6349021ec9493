#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/report.h"

namespace desakota::report {

/// What the grade of an input goes by.
enum class Quality : std::uint8_t {
    Geometries,  ///< shapes that are there and valid
    Fields,      ///< values filled in the fields that were used
    Ids,         ///< rows whose settlement was found
    LineEnds,    ///< ends of lines that meet another line, were joined, or end where nothing is near
};

/// The one table of limits, one line a quality in the order of the enumeration.
[[nodiscard]] const std::vector<Passport::Limits>& quality_limits();
/// The grade of a share (0 to 1); a share that equals a limit reaches it.
[[nodiscard]] Grade grade_of(Quality quality, double share);
/// The share with its name and grade; without a share it does not apply and has no grade.
[[nodiscard]] GradedShare graded_share(Quality quality, std::optional<double> share);
/// The input with the worst grade of its shares; A where none applies.
[[nodiscard]] GradedInput graded_input(std::string name, core::Text title, std::size_t rows,
                                       std::vector<GradedShare> shares);
/// "A" to "D".
[[nodiscard]] std::string grade_letter(Grade grade);

}  // namespace desakota::report
