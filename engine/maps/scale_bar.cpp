#include "engine/maps/scale_bar.h"

#include <cmath>
#include <fmt/format.h>

#include "engine/core/shown_number.h"

namespace desakota::maps {
namespace {

constexpr double kHeight = 1.3;  // mm

int decimals_of(double value) {
    const double tenths = value * 10.0;
    if (std::abs(value - std::round(value)) < 1e-9) return 0;
    return std::abs(tenths - std::round(tenths)) < 1e-9 ? 1 : 2;
}

std::string distance_text(const ScaleBar& bar, int part, core::Language language) {
    const bool in_km = bar.metres >= 1000.0;
    const double distance = bar.metres * part / bar.parts / (in_km ? 1000.0 : 1.0);
    const auto number = core::shown_number(distance, decimals_of(distance), language);
    return part == bar.parts ? fmt::format("{} {}", number, in_km ? "km" : "m") : number;
}

}  // namespace

ScaleBar scale_bar(const MapView& view, double longest) {
    const double room = longest * view.scale / 1000.0;
    const double power = std::pow(10.0, std::floor(std::log10(room)));
    const double first = room / power;
    const double round = first >= 5.0 ? 5.0 : (first >= 2.0 ? 2.0 : 1.0);
    // On the page a metre of the ground is 1000 / scale mm: the plane's factor is part of mm_per_metre already.
    return {round * power, round == 5.0 ? 5 : 4, round * power * view.factor * view.mm_per_metre()};
}

double scale_bar_height(double letters) {
    return kHeight + 1.5 * letters;
}

void draw_scale_bar(const Canvas& canvas, const ScaleBar& bar, const geo::Point& at, double letters) {
    const double top = at.y + 1.4 * letters;
    const double part = bar.length / bar.parts;
    for (int i = 0; i < bar.parts; ++i) {
        const Box box{at.x + part * i, top, at.x + part * (i + 1), top + kHeight};
        canvas.fill(box, i % 2 == 0 ? kInk : kWhite);
    }
    canvas.outline({at.x, top, at.x + bar.length, top + kHeight}, kInk, 0.2);
    for (int i = 0; i <= bar.parts; ++i) {
        if (i != 0 && i != bar.parts && i * 2 != bar.parts) continue;
        const auto text = distance_text(bar, i, canvas.language());
        const TextLook look{.size = letters};
        // The unit hangs over; the number stays in the middle of its mark.
        const auto number = text.substr(0, text.find(' '));
        canvas.text(text, look, {at.x + part * i - canvas.measure(number, look).width / 2.0, at.y});
    }
}

std::string scale_text(double scale, core::Language language) {
    return "1 : " + core::shown_number(scale, 0, language);
}

}  // namespace desakota::maps
