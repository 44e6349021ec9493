#include "engine/analyses/quantity_text.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/core/shown_number.h"

namespace desakota::analyses {
namespace {

constexpr core::Millimetres kMetre = 1000;
constexpr core::Millimetres kKilometre = 1000 * kMetre;
/// From here on a length reads as at least 1.0 km.
constexpr core::Millimetres kReadsAsKilometre = 995 * kMetre;

core::Text with_unit(const core::Text& number, const char* unit) {
    return number + core::same_text(unit);
}

core::Text in_kilometres(core::Millimetres length) {
    return with_unit(grouped(static_cast<double>(length) / static_cast<double>(kKilometre), 1), " km");
}

core::Text in_metres(core::Millimetres length) {
    const auto metres = core::to_metres(length);
    return with_unit(grouped(metres < 99.5 ? std::round(metres) : 10.0 * std::round(metres / 10.0)), " m");
}

}  // namespace

core::Text grouped(double value, int decimals) {
    return core::shown_number(value, decimals);
}

core::Text length_text(core::Millimetres length) {
    return length >= kReadsAsKilometre ? in_kilometres(length) : in_metres(length);
}

core::Text part_length_text(core::Millimetres part, core::Millimetres whole) {
    return whole >= kReadsAsKilometre && part >= 100 * kMetre ? in_kilometres(part) : length_text(part);
}

core::Text duration_text(core::Milliseconds duration) {
    const auto minutes = std::llround(core::to_minutes(duration));
    if (minutes < 60) return fill_text("{} min", "{} menit", grouped(static_cast<double>(minutes)));
    const auto hours = minutes / 60;
    return fill_text("{} h {} min", "{} jam {} menit", grouped(static_cast<double>(hours)),
                     core::format_text("{}", "{}", minutes % 60));
}

core::Text percent_text(double share) {
    const double percent = 100.0 * share;
    return with_unit(grouped(percent, percent > 0.0 && percent < 9.95 ? 1 : 0), " %");
}

}  // namespace desakota::analyses
