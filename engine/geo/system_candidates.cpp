#include "engine/geo/system_candidates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <optional>

#include "engine/geo/proj_objects.h"

namespace desakota::geo {
namespace {

/// A system to try; zones are told by their middle meridian.
struct Trial {
    SystemCandidate system;
    std::string projection;  ///< for PROJ; empty for longitude and latitude
    std::optional<double> meridian;
    double reach = 0.0;  ///< degrees to either side of it in which coordinates are credible
};

std::string code_of(int number) {
    return fmt::format("EPSG:{}", number);
}

Trial degrees_trial() {
    return {.system = {.code = "EPSG:4326",
                       .title = "WGS 84",
                       .dgn95 = "EPSG:4755",
                       .srgi2013 = "EPSG:9470",
                       .id74 = "EPSG:4238"}};
}

/// EPSG numbers the zones of each datum one after the other; on the national datums only those that touch land.
Trial utm_trial(int zone, bool is_south) {
    const bool is_national = is_south ? zone >= 47 : zone <= 52;
    const auto national = [&](int start) { return is_national ? code_of(start + zone) : std::string(); };
    constexpr double kReach = 6.0;
    return {.system = {.code = code_of((is_south ? 32700 : 32600) + zone),
                       .title = fmt::format("WGS 84 / UTM zone {}{}", zone, is_south ? 'S' : 'N'),
                       .dgn95 = national(is_south ? 23830 : 23820),
                       .srgi2013 = national(is_south ? 9440 : 9430),
                       .id74 = national(is_south ? 23840 : 23800)},
            .projection = fmt::format("+proj=utm +zone={}{} +ellps=WGS84", zone, is_south ? " +south" : ""),
            .meridian = zone * 6.0 - 183.0,
            .reach = kReach};
}

/// The zones are halves of those of UTM; the first is 46.2.
Trial tm3_trial(int number) {
    constexpr double kReach = 3.0;
    constexpr double kFirstMeridian = 94.5;
    return {.system = {.code = code_of(23830 + number),
                       .title = fmt::format("DGN95 / Indonesia TM-3 zone {}.{}", 46 + (number + 1) / 2,
                                            (number + 1) % 2 + 1)},
            .projection = fmt::format("+proj=tmerc +lat_0=0 +lon_0={} +k=0.9999 +x_0=200000 +y_0=1500000 +ellps=WGS84",
                                      kFirstMeridian + 3.0 * number),
            .meridian = kFirstMeridian + 3.0 * number,
            .reach = kReach};
}

std::vector<Trial> metre_trials() {
    constexpr int kFirstZone = 46;
    constexpr int kLastZone = 54;
    constexpr int kTm3Zones = 16;
    std::vector<Trial> trials;
    for (const bool is_south : {true, false}) {
        for (int zone = kFirstZone; zone <= kLastZone; ++zone) trials.push_back(utm_trial(zone, is_south));
    }
    for (int number = 0; number < kTm3Zones; ++number) trials.push_back(tm3_trial(number));
    trials.push_back({.system = {.code = "EPSG:3857", .title = "WGS 84 / Pseudo-Mercator"},
                      .projection = "+proj=webmerc +ellps=WGS84"});
    return trials;
}

std::array<Point, 8> border_of(const Point& least, const Point& most) {
    const Point middle{(least.x + most.x) / 2.0, (least.y + most.y) / 2.0};
    return {{least,
             most,
             {least.x, most.y},
             {most.x, least.y},
             {middle.x, least.y},
             {middle.x, most.y},
             {least.x, middle.y},
             {most.x, middle.y}}};
}

/// Where the rectangle of coordinates would lie; empty where that is no place. The projection alone, without the shift
/// of a metre from DGN95, is quick: dozens are tried.
GridBox box_under(const Point& least, const Point& most, const std::string& projection) {
    const auto context = make_context();
    const Object operation(projection.empty() ? nullptr : proj_create(context.get(), projection.c_str()));
    GridBox box;
    for (auto place : border_of(least, most)) {
        if (operation) {
            const auto found = proj_trans(operation.get(), PJ_INV, proj_coord(place.x, place.y, 0.0, HUGE_VAL));
            place = {proj_todeg(found.lp.lam), proj_todeg(found.lp.phi)};
        }
        if (!(std::abs(place.x) <= 360.0 && std::abs(place.y) <= 90.0)) return {};
        box.add(to_grid(place));
    }
    return box;
}

bool is_credible(const Trial& trial, const GridBox& box) {
    if (box.is_empty()) return false;
    if (!trial.meridian) return true;
    const double middle = (degrees(box.min_x) + degrees(box.max_x)) / 2.0;
    return std::abs(middle - *trial.meridian) <= trial.reach;
}

bool is_in_indonesia(const GridBox& box) {
    return degrees(box.min_x) >= 94.0 && degrees(box.max_x) <= 142.0 && degrees(box.min_y) >= -11.5 &&
           degrees(box.max_y) <= 6.5;
}

/// Grown by about a kilometre, so that a single place has an area.
GridBox grown(const GridBox& box) {
    constexpr std::int64_t kMargin = 10'000'000;
    return {box.min_x - kMargin, box.min_y - kMargin, box.max_x + kMargin, box.max_y + kMargin};
}

/// In square degrees; 0 for what is turned inside out.
double area(const GridBox& box) {
    if (box.min_x > box.max_x || box.min_y > box.max_y) return 0.0;
    return degrees(box.max_x - box.min_x) * degrees(box.max_y - box.min_y);
}

double share_in_common(const GridBox& one, const GridBox& other) {
    const GridBox common{std::max(one.min_x, other.min_x), std::max(one.min_y, other.min_y),
                         std::min(one.max_x, other.max_x), std::min(one.max_y, other.max_y)};
    return area(common) / std::min(area(one), area(other));
}

double greatest_share(const GridBox& box, std::span<const GridBox> others) {
    double share = 0.0;
    for (const auto& other : others) share = std::max(share, share_in_common(grown(box), grown(other)));
    return share;
}

bool are_degrees(const Point& least, const Point& most) {
    return least.x >= -180.0 && most.x <= 180.0 && least.y >= -90.0 && most.y <= 90.0;
}

}  // namespace

std::vector<SystemCandidate> system_candidates(const Point& least, const Point& most, std::span<const GridBox> others) {
    // As metres, degrees would all lie at the corner of a zone.
    const auto trials = are_degrees(least, most) ? std::vector<Trial>{degrees_trial()} : metre_trials();
    std::vector<SystemCandidate> found;
    for (const auto& trial : trials) {
        auto candidate = trial.system;
        candidate.box = box_under(least, most, trial.projection);
        if (!is_credible(trial, candidate.box)) continue;
        if (!others.empty()) candidate.share = greatest_share(candidate.box, others);
        if (others.empty() ? is_in_indonesia(candidate.box) : candidate.share > 0.0) found.push_back(candidate);
    }
    std::ranges::stable_sort(found, std::greater<>(), &SystemCandidate::share);
    return found;
}

}  // namespace desakota::geo
