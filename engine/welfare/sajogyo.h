#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/core/text.h"
#include "engine/welfare/scheme.h"

namespace desakota::welfare {

/// One published version of Sajogyo's classes: by how many kilograms of rice a year's income (in Sajogyo's own work:
/// expenditure) per head would buy.
struct SajogyoVersion {
    std::string_view code;  ///< "rural_1977"
    const Scheme* scheme = nullptr;

    /// How many of the classes, from the lowest, are poor.
    [[nodiscard]] std::size_t poor_classes() const;
};
/// rural_1977, urban_1977, six_1997, suhardjo_1997.
[[nodiscard]] const std::vector<SajogyoVersion>& sajogyo_versions();
/// One of them, or nullptr.
[[nodiscard]] const SajogyoVersion* sajogyo_version(std::string_view code);

/// Kilograms of rice a year, from rupiah a month and rupiah a kilogram.
[[nodiscard]] double rice_equivalent_kg(double income_a_month, double price);
/// The income in rupiah a month below which a version has the poor.
[[nodiscard]] double rice_line(const SajogyoVersion& version, double price);

}  // namespace desakota::welfare
