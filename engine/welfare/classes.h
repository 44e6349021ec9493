#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/text.h"

namespace desakota::welfare {

/// Where one class ends and the next begins. A value exactly at the break belongs to the class on the side that it
/// joins: `{0.3, Joins::Above}` and `{0.4, Joins::Below}` put both 0.3 and 0.4 into the class between.
enum class Joins : std::uint8_t { Below, Above };
struct Break {
    double at = 0.0;
    Joins joins = Joins::Above;
    bool operator==(const Break&) const = default;
};

struct Class {
    std::string code;  ///< lower_snake, never translated
    core::Text label;
    std::string colour;  ///< "#rrggbb"
};

/// Classes from the lowest values to the highest, one more than there are breaks; breaks strictly ascending.
struct Classes {
    std::vector<Break> breaks;
    std::vector<Class> classes;
};

/// The class of a value: exactly one for every finite value, missing for any other. A value within 5e-10 of a break is
/// at it, so that floating-point noise changes no class.
[[nodiscard]] std::optional<std::size_t> class_of(const Classes& classes, double value);
[[nodiscard]] const Class* find_class(const Classes& classes, const std::optional<double>& value);

/// What is wrong with classes, one sentence each: breaks out of order or twice, not one class more than breaks, a code
/// twice or empty, a label in one language only, a colour that is none. Empty for sound ones.
[[nodiscard]] std::vector<core::Text> class_faults(const Classes& classes);

}  // namespace desakota::welfare
