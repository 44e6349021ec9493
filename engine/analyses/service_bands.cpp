#include "engine/analyses/service_bands.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/analyses/parameter_builders.h"
#include "engine/core/number_text.h"
#include "engine/core/shown_number.h"
#include "engine/core/units.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kBands = "bands";
constexpr double kMetresPerKilometre = 1000.0;
constexpr double kMostMetres = 1e7;

bool is_time(const ServiceBands& bands) {
    return bands.cost == network::Objective::Time;
}

/// A limit in the unit in which it is written: kilometres or minutes.
double written(const ServiceBands& bands, double limit) {
    return is_time(bands) ? limit : limit / kMetresPerKilometre;
}
const char* unit(const ServiceBands& bands) {
    return is_time(bands) ? " min" : " km";
}

/// No more decimals than the number has, three at most.
std::string shown(double value, core::Language language) {
    constexpr double kThousand = 1000.0;
    int decimals = 0;
    for (double scaled = value; decimals < 3 && std::abs(scaled - std::round(scaled)) > 0.5 / kThousand; ++decimals) {
        scaled *= 10.0;
    }
    return core::shown_number(value, decimals, language);
}
Text shown(double value) {
    return {shown(value, core::Language::English), shown(value, core::Language::Indonesian)};
}
Text unit_text(const ServiceBands& bands) {
    return is_time(bands) ? Text{" min", " menit"} : core::same_text(" km");
}

void check(const ServiceBands& bands, core::Diagnostics& diagnostics) {
    if (bands.shown.size() > kMostServiceBands) {
        diagnostics.error(core::format_text("--bands: {0} bands are given; {1} at most can be told apart on a map.",
                                            "--bands: ada {0} kelas; paling banyak {1} yang dapat dibedakan di peta.",
                                            bands.shown.size(), kMostServiceBands));
    }
    double before = 0.0;
    for (const auto limit : bands.shown) {
        if (!(limit > before)) {
            diagnostics.error(core::format_text(
                "--bands: {0} comes after {1}. Write the upper limits from small to large, all above 0, such as "
                "1000,3000,5000.",
                "--bands: {0} ditulis setelah {1}. Tulis batas atas dari kecil ke besar, semuanya di atas 0, misalnya "
                "1000,3000,5000.",
                core::number_text(limit), core::number_text(before)));
            return;
        }
        before = limit;
    }
}

/// Colours from light to dark: steps of the palette and what lies between them.
maps::Colour colour_of(std::uint32_t band, std::uint32_t count) {
    const auto& steps = maps::kLittleToMuch;
    if (count < 2) return steps[1];
    const double at = static_cast<double>(band) * static_cast<double>(steps.size() - 1) / (count - 1);
    const auto lower = std::min(static_cast<std::size_t>(at), steps.size() - 2);
    const double share = at - static_cast<double>(lower);
    const auto mix = [&](std::uint8_t one, std::uint8_t other) {
        return static_cast<std::uint8_t>(std::lround(one + share * (other - one)));
    };
    const auto& one = steps[lower];
    const auto& other = steps[lower + 1];
    return {mix(one.red, other.red), mix(one.green, other.green), mix(one.blue, other.blue)};
}

}  // namespace

Parameter service_bands_parameter() {
    auto bands = parameter_of(kBands, ParameterKind::Numbers);
    bands.minimum = 0.0;
    bands.maximum = kMostMetres;
    return with_words(
        std::move(bands), {"Bands", "Kelas jarak"},
        {"Upper limits of the bands, from small to large: in metres (1000, 3000 and 5000 where none are given) or, "
         "with --cost time, in minutes (15, 30 and 60). Exactly at a limit is within.",
         "Batas atas tiap kelas, dari kecil ke besar: dalam meter (1000, 3000, dan 5000 bila tidak diisi) atau, dengan "
         "--cost time, dalam menit (15, 30, dan 60). Tepat di batas termasuk di dalamnya."});
}

ServiceBands read_service_bands(const Arguments& arguments, core::Diagnostics& diagnostics) {
    constexpr double kMillisecondsAMinute = 60000.0;
    ServiceBands bands;
    if (arguments.text("cost") == "time") bands.cost = network::Objective::Time;
    bands.shown = is_time(bands) ? std::vector{15.0, 30.0, 60.0} : std::vector{1000.0, 3000.0, 5000.0};
    const auto given = arguments.numbers.find(kBands);
    if (given != arguments.numbers.end() && !given->second.empty()) bands.shown = given->second;
    check(bands, diagnostics);
    for (const auto limit : bands.shown) {
        bands.limits.push_back(is_time(bands) ? std::llrint(limit * kMillisecondsAMinute)
                                              : core::to_thousandths(limit));
    }
    return bands;
}

std::string band_code(const ServiceBands& bands, std::uint32_t band) {
    return core::number_text(written(bands, bands.from(band))) + "-" +
           core::number_text(written(bands, bands.up_to(band))) + unit(bands);
}

Text band_label(const ServiceBands& bands, std::uint32_t band) {
    return shown(written(bands, bands.from(band))) + core::same_text("–") + limit_label(bands, band);
}

Text limit_label(const ServiceBands& bands, std::uint32_t band) {
    return shown(written(bands, bands.up_to(band))) + unit_text(bands);
}

std::vector<maps::Style> service_styles(const ServiceBands& bands, const Text& others) {
    const auto count = bands.count() == 0 ? kMostServiceBands : bands.count();
    std::vector<maps::StyleClass> classes;
    for (std::uint32_t band = 0; band < count; ++band) {
        maps::StyleClass one;
        one.label = bands.count() == 0 ? core::format_text("Band {}", "Kelas {}", band + 1) : band_label(bands, band);
        one.symbol.colour = colour_of(band, count);
        one.symbol.opacity = 0.7;
        one.symbol.width = 0.9;
        one.criteria = {maps::Within{"band_number", static_cast<double>(band), static_cast<double>(band + 1)}};
        classes.push_back(std::move(one));
    }
    if (!others.english.empty()) {
        maps::StyleClass rest;
        rest.label = others;
        rest.symbol.colour = maps::kLightGrey;
        rest.symbol.width = 0.4;
        rest.otherwise = true;
        classes.push_back(std::move(rest));
    }
    return {{"bands",
             {"By distance or time of travel", "Menurut jarak atau waktu tempuh"},
             std::move(classes),
             {},
             {},
             {"The darker, the farther away.", "Makin gelap, makin jauh."}}};
}

}  // namespace desakota::analyses
