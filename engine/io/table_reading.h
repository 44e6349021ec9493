#pragma once

#include <cstdint>
#include <optional>

namespace desakota::io {

enum class DecimalMark : std::uint8_t { Point, Comma };

/// What a user says of the texts in tables that do not say it themselves.
struct TableReading {
    /// The decimal mark of columns that hold only numbers such as 1.234; none: they are an error.
    std::optional<DecimalMark> decimal;
    /// "-" among numbers is 0, as the statistics office means it; otherwise missing.
    bool dash_is_zero = true;
};

}  // namespace desakota::io
