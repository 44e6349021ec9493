#include "engine/maps/class_limits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>

namespace desakota::maps {
namespace {

/// Down and up forgive the noise of the multiplication.
double whole_number(double value, Rounding rounding) {
    const double noise = 1e-12 * std::abs(value);
    if (rounding == Rounding::Nearest) return std::round(value);
    return rounding == Rounding::Up ? std::ceil(value - noise) : std::floor(value + noise);
}

/// The shortest limit that leaves `least` at or below it and `next` above it, nearest to `at`.
Limit short_limit(double at, double least, double next, const Unit& unit, int first_decimals) {
    for (int decimals = first_decimals; decimals <= kMostDecimals; ++decimals) {
        for (const auto rounding : {Rounding::Nearest, Rounding::Up}) {
            const double limit = rounded(at * unit.factor, decimals, rounding) / unit.factor;
            if (limit >= least && limit < next) return {limit, decimals};
        }
    }
    return {at, kMostDecimals};
}

/// As many decimals as the narrowest class asks for, or a tenth of all where that is more.
int decimals_for(double least, std::span<const double> breaks, const Unit& unit) {
    double narrowest = breaks.back() - least;
    double last = least;
    for (const double limit : breaks) {
        if (limit > last) narrowest = std::min(narrowest, limit - last);
        last = limit;
    }
    narrowest = std::max(narrowest, (breaks.back() - least) / 10.0);
    if (!(narrowest > 0.0)) return 0;
    constexpr double kNoise = 1e-9;  // 0.06 - 0.05 is a little less than 0.01
    return -static_cast<int>(std::floor(std::log10(narrowest * unit.factor) + kNoise));
}

/// Classes of that width from a multiple of it on, as many as reach over the span.
EqualClasses classes_of_width(double width, const ShownRange& span, const Unit& unit) {
    constexpr double kNoise = 1e-9;
    const double first = std::floor(span.low / width + kNoise);
    const auto count = static_cast<int>(std::ceil(span.high / width - kNoise) - first);
    const int decimals = std::max(decimals_of(width), decimals_of(first * width));
    EqualClasses made{first * width / unit.factor, {}};
    for (int i = 1; i <= count; ++i) {
        made.limits.push_back({rounded((first + i) * width, decimals, Rounding::Nearest) / unit.factor, decimals});
    }
    return made;
}

}  // namespace

double rounded(double value, int decimals, Rounding rounding) {
    const double scale = std::pow(10.0, std::abs(decimals));
    const double scaled = decimals >= 0 ? value * scale : value / scale;
    const double whole = whole_number(scaled, rounding);
    return decimals >= 0 ? whole / scale : whole * scale;
}

int decimals_of(double value) {
    int decimals = 0;
    while (decimals < kMostDecimals &&
           std::abs(rounded(value, decimals, Rounding::Nearest) - value) > 1e-12 * std::abs(value)) {
        ++decimals;
    }
    return decimals;
}

std::vector<Limit> short_limits(std::span<const double> sorted, std::span<const double> breaks, const Unit& unit) {
    const int first_decimals = decimals_for(sorted.front(), breaks, unit);
    std::vector<Limit> limits;
    for (const double at : breaks) {
        const auto next = std::ranges::upper_bound(sorted, at);
        const bool is_last = next == sorted.end();
        limits.push_back(short_limit(at, next == sorted.begin() ? at : *std::prev(next),
                                     is_last ? std::numeric_limits<double>::infinity() : *next, unit, first_decimals));
    }
    return limits;
}

EqualClasses equal_classes(const ShownRange& span, std::size_t most_classes, const Unit& unit) {
    constexpr std::array<double, 9> kRound{1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0};
    const double narrowest = (span.high - span.low) / static_cast<double>(most_classes);
    for (int power = static_cast<int>(std::floor(std::log10(narrowest)));; ++power) {
        for (const double round : kRound) {
            const double width = round * std::pow(10.0, power);
            constexpr double kRoom = 1.0 + 1e-9;
            if (width * kRoom < narrowest) continue;
            auto made = classes_of_width(width, span, unit);
            if (made.limits.size() <= most_classes) return made;
        }
    }
}

}  // namespace desakota::maps
