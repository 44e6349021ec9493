#include "engine/analyses/way_styles.h"

#include <string>
#include <utility>

#include "engine/analyses/way_columns.h"

namespace desakota::analyses {
namespace {

using core::Text;
using maps::Criterion;
using maps::Hatch;
using maps::Marker;
using maps::OneOf;
using maps::Style;
using maps::StyleClass;
using maps::Symbol;

Criterion has_status(RowStatus status) {
    return OneOf{"status", {std::string(status_code(status))}};
}

Symbol place(const maps::Colour& colour, Marker marker, Hatch hatch) {
    Symbol symbol;
    symbol.colour = colour;
    symbol.marker = marker;
    symbol.hatch = hatch;
    symbol.size = 3.5;
    return symbol;
}

StyleClass rest(const Text& label) {
    StyleClass last;
    last.label = label;
    last.symbol = place(maps::kWhite, Marker::Cross, Hatch::None);
    last.otherwise = true;
    return last;
}

void append(std::vector<StyleClass>& classes, std::vector<StyleClass> more) {
    for (auto& next : more) classes.push_back(std::move(next));
}

Style named_places(std::string name, Text title, std::vector<StyleClass> classes) {
    return {std::move(name), std::move(title), std::move(classes), maps::Names{"settlement_name"}};
}

Text longer_is_worse() {
    return {"The darker, the longer the way; upper limits included.",
            "Makin gelap, makin jauh jalannya; batas atas termasuk."};
}

StyleClass line_class(Text label, const maps::Colour& colour, maps::Dash dash, double width) {
    StyleClass line;
    line.label = std::move(label);
    line.symbol.colour = colour;
    line.symbol.dash = dash;
    line.symbol.width = width;
    return line;
}

}  // namespace

// Their colours are none of the distance classes', and areas are hatched, so that nothing
// that is unknown looks near or far.
std::vector<StyleClass> unreached_classes(const Text& other_rows) {
    const auto make = [&](RowStatus status, Text label, const Symbol& symbol) {
        return StyleClass{std::move(label), symbol, {has_status(status)}, false, {}};
    };
    std::vector<StyleClass> classes{
        make(RowStatus::NotConnected, {"Not connected", "Tidak tersambung"},
             place(maps::kBlue, Marker::Diamond, Hatch::Rising)),
        make(RowStatus::NoRoadInReach, {"No road in reach", "Tidak ada jalan di dekatnya"},
             place(maps::kSkyBlue, Marker::Triangle, Hatch::Falling)),
        make(RowStatus::BeyondCutoff, {"Beyond the limit of the search", "Di luar batas pencarian"},
             place(maps::kBlack, Marker::Square, Hatch::Level))};
    const bool is_plain = other_rows.english.empty();
    classes.push_back(rest(is_plain ? Text{"Without a location", "Tanpa lokasi"} : other_rows));
    return classes;
}

Style distance_style(const Text& other_rows, std::span<const double> bounds) {
    auto classes = maps::range_classes("total_m", bounds, maps::kKilometres);
    for (auto& near_or_far : classes) {
        near_or_far.criteria.insert(near_or_far.criteria.begin(), has_status(RowStatus::Reached));
        near_or_far.label = near_or_far.label + Text{" by road", " lewat jalan"};
    }
    append(classes, unreached_classes(other_rows));
    auto style = named_places("distance", {"Distance by road", "Jarak lewat jalan"}, std::move(classes));
    style.worse = longer_is_worse();
    style.doubt =
        maps::Doubt{{"At the edge of the data: the way may be shorter", "Di tepi data: jalannya mungkin lebih pendek"},
                    {has_status(RowStatus::Reached), maps::Within{"edge", 0.5, std::nullopt}}};
    return style;
}

Style reached_style(const Text& other_rows) {
    std::vector<StyleClass> classes{{{"Reached", "Terjangkau"},
                                     place(maps::kGreen, Marker::Circle, Hatch::None),
                                     {has_status(RowStatus::Reached)},
                                     false,
                                     {}}};
    append(classes, unreached_classes(other_rows));
    return named_places("reached", {"Reached or not", "Terjangkau atau tidak"}, std::move(classes));
}

Style share_beyond_style() {
    auto classes = maps::range_classes_to(1.0, "share_beyond", maps::kShareBounds, maps::kPercent);
    for (auto& share : classes) {
        share.heading = {"Share of families beyond the threshold (upper limits included)",
                         "Bagian keluarga di luar ambang (batas atas termasuk)"};
    }
    classes.push_back({{"Not known", "Tidak diketahui"},
                       place(maps::kLightGrey, Marker::Cross, Hatch::Upright),
                       {maps::Missing{"share_beyond"}},
                       false,
                       {}});
    auto style =
        named_places("share_beyond", {"Share of families beyond the threshold", "Bagian keluarga di luar ambang"},
                     std::move(classes));
    style.worse = {"The darker, the more families live too far away.",
                   "Makin gelap, makin banyak keluarga yang terlalu jauh."};
    return style;
}

std::vector<Style> leg_styles() {
    auto reached = line_class({"To the road", "Sampai ke jalan"}, maps::kDarkGrey, maps::Dash::Dashed, 0.3);
    reached.criteria = {has_status(RowStatus::Reached)};
    auto others = line_class({"To the nearest road, without a way onwards", "Ke jalan terdekat, tanpa kelanjutan"},
                             maps::kBlue, maps::Dash::Dashed, 0.3);
    others.otherwise = true;
    return {{"legs", {"Legs to the road", "Jalur ke jalan"}, {std::move(reached), std::move(others)}, {}}};
}

std::vector<Style> route_styles() {
    auto plain = line_class({"Route", "Rute"}, maps::kBlue, maps::Dash::Solid, 0.8);
    plain.symbol.opacity = 0.45;  // a road that many take shows darker
    auto classes = maps::range_classes("total_m", maps::kDistanceBounds, maps::kKilometres);
    auto unknown = line_class({"Not known", "Tidak diketahui"}, maps::kLightGrey, maps::Dash::Dotted, 0.6);
    unknown.criteria = {maps::Missing{"total_m"}};
    classes.push_back(std::move(unknown));
    return {{"routes", {"Routes", "Rute"}, {std::move(plain)}, {}},
            {"distance", {"Distance by road", "Jarak lewat jalan"}, std::move(classes), {}, {}, longer_is_worse()}};
}

std::vector<Style> table_styles() {
    return {{"table", {"Column titles", "Judul kolom"}, {}, {}}};
}

}  // namespace desakota::analyses
