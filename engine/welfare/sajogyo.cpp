#include "engine/welfare/sajogyo.h"

#include <algorithm>

namespace desakota::welfare {
namespace {

constexpr double kMonthsAYear = 12.0;

}  // namespace

std::size_t SajogyoVersion::poor_classes() const {
    const auto& breaks = scheme->classes.breaks;
    return static_cast<std::size_t>(std::ranges::count_if(
        breaks, [&](const Break& a_break) { return scheme->poor_below && a_break.at <= *scheme->poor_below; }));
}

const std::vector<SajogyoVersion>& sajogyo_versions() {
    static const std::vector<SajogyoVersion> versions{
        {"rural_1977", built_in_scheme("sajogyo-1977-rural")},
        {"urban_1977", built_in_scheme("sajogyo-1977-urban")},
        {"six_1997", built_in_scheme("sajogyo-1997-six")},
        {"suhardjo_1997", built_in_scheme("sajogyo-suhardjo-1997")},
    };
    return versions;
}

const SajogyoVersion* sajogyo_version(std::string_view code) {
    const auto& versions = sajogyo_versions();
    const auto found = std::ranges::find(versions, code, &SajogyoVersion::code);
    return found == versions.end() ? nullptr : &*found;
}

double rice_equivalent_kg(double income_a_month, double price) {
    return income_a_month * kMonthsAYear / price;
}

double rice_line(const SajogyoVersion& version, double price) {
    return version.scheme->poor_below.value_or(0.0) * price / kMonthsAYear;
}

}  // namespace desakota::welfare
