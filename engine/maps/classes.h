#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/maps/style.h"

namespace desakota::maps {

/// Bounds of distance classes, in metres: the classes 0 to 1, 1 to 3, 3 to 5 and 5 to 10 km, and over 10 km.
inline constexpr std::array<double, 4> kDistanceBounds{1000.0, 3000.0, 5000.0, 10000.0};
/// The same for centres that serve a whole area: 0 to 5, 5 to 10, 10 to 20 and 20 to 40 km, and over 40 km.
inline constexpr std::array<double, 4> kFarDistanceBounds{5000.0, 10000.0, 20000.0, 40000.0};
/// Bounds of share classes: five equal ones from 0 to 1.
inline constexpr std::array<double, 4> kShareBounds{0.2, 0.4, 0.6, 0.8};

/// How the bounds of a column's values are written in a legend: times `factor`, with `unit` behind.
struct Wording {
    double factor = 1.0;
    std::string_view unit;
};
inline constexpr Wording kKilometres{0.001, "km"};
inline constexpr Wording kPercent{100.0, "%"};

/// One class more than there are bounds, light to dark, each without its lower bound and with its upper one: exactly
/// 5,000.0 m is within 5 km. The first has no lower limit, the last no upper one. At most four bounds.
///
///     range_classes("total_m", kDistanceBounds, kKilometres)   // "0-1 km", "1-3 km" ... "over 10 km"
[[nodiscard]] std::vector<StyleClass> range_classes(const std::string& field, std::span<const double> bounds,
                                                    const Wording& wording);

/// The same, where the values end at `highest`: the last class is written "80-100 %", not "over 80 %".
[[nodiscard]] std::vector<StyleClass> range_classes_to(double highest, const std::string& field,
                                                       std::span<const double> bounds, const Wording& wording);

}  // namespace desakota::maps
