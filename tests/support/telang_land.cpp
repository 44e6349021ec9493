#include "tests/support/telang_land.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <stdexcept>

#include "tests/support/noise.h"
#include "tests/support/random.h"

namespace desakota::test_support {

namespace {

constexpr geo::Point kOrigin{104.60, -2.75};
constexpr double kMetresADegreeEast = 111'210.0;
constexpr double kMetresADegreeNorth = 110'580.0;

constexpr double kSouth = -500.0;
constexpr double kNorth = 41'000.0;
constexpr double kRiverStep = 320.0;
constexpr double kApex = 21'000.0;  // where the Upang leaves the Musi

struct River {
    std::uint64_t seed = 0;
    double x = 0.0;      // at y = 0
    double lean = 0.0;   // metres east a metre north
    double swing = 0.0;  // metres of the large bends
};

Curve make_river(const River& river) {
    std::vector<Metres> points;
    for (double y = kSouth; y <= kNorth; y += kRiverStep) {
        const double bends = river.swing * noise(river.seed, y / 5'200.0);
        const double ripples = 0.22 * river.swing * noise(river.seed + 1, y / 1'500.0);
        points.push_back({river.x + river.lean * y + bends + ripples, y});
    }
    return Curve(std::move(points));
}

/// Leaves the Musi at the apex and swings away to the north-east.
Curve make_upang(const Curve& musi) {
    std::vector<Metres> points{musi.at(kApex)};
    for (double y = kApex + kRiverStep; y <= kNorth - kRiverStep; y += kRiverStep) {
        const double away = smoothstep((y - kApex + 1'500.0) / 13'000.0) - smoothstep(1'500.0 / 13'000.0);
        const double bends = 900.0 * noise(71, y / 4'300.0) + 180.0 * noise(72, y / 1'400.0);
        points.push_back({musi.at(y).x + 8'800.0 * away + bends * std::min(1.0, 2.0 * away), y});
    }
    return Curve(std::move(points));
}

std::array<Curve, kDivides> make_divides() {
    auto musi = make_river({51, 25'300.0, 0.055, 1'050.0});
    auto upang = make_upang(musi);
    return {make_river({31, 2'600.0, 0.03, 1'100.0}),
            Curve({{8'700, kSouth}, {9'100, 12'000}, {10'000, 24'500}, {10'300, kNorth}}),
            make_river({41, 14'600.0, 0.045, 850.0}),
            Curve({{20'300, kSouth}, {20'700, 14'500}, {22'000, 30'000}, {22'300, kNorth}}),
            std::move(musi),
            std::move(upang)};
}

/// Where the villages begin and end on each divide.
struct Extent {
    double south = 0.0;
    double north = 0.0;
};
constexpr std::array<Extent, kDivides> kExtents{
    {{4'200, 35'200}, {2'600, 37'800}, {1'800, 36'600}, {2'400, 38'900}, {1'500, 37'700}, {kApex, 36'000}}};

Extent extent(Divide divide, bool is_island) {
    return is_island ? Extent{kApex, kExtents[static_cast<std::size_t>(divide)].north}
                     : kExtents[static_cast<std::size_t>(divide)];
}

/// The shares of a column's length at which its rungs lie.
std::vector<double> rung_shares(std::size_t villages, bool is_island, Random& random) {
    if (is_island) return {0.0, 0.43, 0.62, 0.81, 1.0};
    std::vector<double> shares{0.0};
    for (std::size_t i = 1; i < villages; ++i) {
        shares.push_back((static_cast<double>(i) + random.between(-0.2, 0.2)) / static_cast<double>(villages));
    }
    shares.push_back(1.0);
    return shares;
}

/// The ends of a rung on its two divides; inner ones lean at random.
struct RungEnds {
    double left = 0.0;
    double right = 0.0;
};

std::vector<RungEnds> rung_ends(const Column& column, std::size_t villages, bool is_island, Random& random) {
    const auto left = extent(column.left, is_island);
    const auto right = extent(column.right, is_island);
    std::vector<RungEnds> ends;
    for (const double share : rung_shares(villages, is_island, random)) {
        const double lean = share > 0.0 && share < 1.0 ? random.between(-320.0, 320.0) : 0.0;
        ends.push_back({left.south + (left.north - left.south) * share + lean,
                        right.south + (right.north - right.south) * share - lean});
    }
    return ends;
}

/// Canals are straight; the coast is not, nor is the edge of the area in the south, which swings to the south only, so
/// that the first canal's road stays inside.
Rung make_rung(const Metres& left, const Metres& right, double unrest) {
    Rung rung{{left}};
    const int pieces = unrest != 0.0 ? 16 : 1;
    for (int i = 1; i < pieces; ++i) {
        const double t = static_cast<double>(i) / pieces;
        const double x = left.x + (right.x - left.x) * t;
        const double waves = noise(91, x / 1'900.0) + 0.4 * noise(92, x / 600.0);
        const double shift = unrest * (unrest < 0.0 ? std::abs(waves) : waves);
        rung.line.push_back({x, left.y + (right.y - left.y) * t + 4.0 * t * (1.0 - t) * shift});
    }
    rung.line.push_back(right);
    return rung;
}

void make_rungs(Land& land, Column& column, const std::vector<RungEnds>& ends) {
    const auto& left = land.divide(column.left);
    const auto& right = land.divide(column.right);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const bool is_coast = i + 1 == ends.size();
        const bool is_edge = i == 0 && column.right != Divide::Upang;
        const double unrest = is_coast ? 520.0 : (is_edge ? -450.0 : 0.0);
        column.rungs.push_back(make_rung(left.at(ends[i].left), right.at(ends[i].right), unrest));
    }
}

}  // namespace

geo::Point to_lon_lat(const Metres& metres) {
    const double lon = kOrigin.x + metres.x / kMetresADegreeEast;
    const double lat = kOrigin.y + metres.y / kMetresADegreeNorth;
    return {std::floor(lon * 1e7 + 0.5) / 1e7, std::floor(lat * 1e7 + 0.5) / 1e7};
}

Metres Curve::at(double y) const {
    const auto next = std::ranges::lower_bound(points_, y, {}, &Metres::y);
    if (next == points_.end() || (next == points_.begin() && next->y > y)) throw std::logic_error("beyond the curve");
    if (next->y == y) return *next;
    const auto before = std::prev(next);
    return {before->x + (next->x - before->x) * ((y - before->y) / (next->y - before->y)), y};
}

void Curve::insert(double y) {
    const auto point = at(y);
    const auto next = std::ranges::lower_bound(points_, y, {}, &Metres::y);
    if (next->y != y) points_.insert(next, point);
}

std::vector<Metres> Curve::between(double south, double north) const {
    std::vector<Metres> result{at(south)};
    for (const auto& point : points_) {
        if (point.y > south && point.y < north) result.push_back(point);
    }
    if (north > south) result.push_back(at(north));
    return result;
}

Curve Curve::shifted(double east) const {
    auto points = points_;
    for (auto& point : points) point.x += east;
    return Curve(std::move(points));
}

std::vector<Metres> waterway(const Land& land, Divide divide) {
    const auto [south, north] = extent(divide, divide == Divide::Upang);
    const bool is_canal = divide == Divide::CanalWest || divide == Divide::CanalEast;
    const double start = divide == Divide::Upang ? kApex : south - 2'500.0;
    return land.divide(divide).between(is_canal ? south : std::max(start, kSouth), is_canal ? north : north + 1'100.0);
}

Land make_land() {
    static constexpr std::array<std::size_t, kColumns> kVillages{7, 8, 10, 12, 4};
    Land land{make_divides(), {}};
    Random random(2013);
    std::array<std::vector<RungEnds>, kColumns> ends;
    for (std::size_t i = 0; i < kColumns; ++i) {
        auto& column = land.columns[i];
        column.left = static_cast<Divide>(i);
        column.right = static_cast<Divide>(i + 1);
        ends[i] = rung_ends(column, kVillages[i], column.right == Divide::Upang, random);
        for (const auto& rung : ends[i]) {
            land.divides[i].insert(rung.left);
            land.divides[i + 1].insert(rung.right);
        }
    }
    for (std::size_t i = 0; i < kColumns; ++i) make_rungs(land, land.columns[i], ends[i]);
    return land;
}

std::vector<Metres> village_ring(const Land& land, const Column& column, std::size_t village) {
    const auto& south = column.rungs[village];
    const auto& north = column.rungs[village + 1];
    std::vector<Metres> ring = south.line;
    const auto east = land.divide(column.right).between(south.right().y, north.right().y);
    const auto west = land.divide(column.left).between(south.left().y, north.left().y);
    ring.insert(ring.end(), east.begin(), east.end());
    ring.insert(ring.end(), north.line.rbegin(), north.line.rend());
    ring.insert(ring.end(), west.rbegin(), west.rend());
    const auto repeated = std::ranges::unique(ring);
    ring.erase(repeated.begin(), repeated.end());
    return ring;
}

}  // namespace desakota::test_support
