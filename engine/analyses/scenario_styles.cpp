#include "engine/analyses/scenario_styles.h"

#include <string>
#include <utility>

namespace desakota::analyses {
namespace {

using core::Text;
using maps::Criterion;
using maps::Hatch;
using maps::Marker;
using maps::OneOf;
using maps::Style;
using maps::StyleClass;
using maps::Within;
using network::Objective;

constexpr double kManyFamilies = 100.0;
constexpr double kFar = 1000.0;  // metres
constexpr double kLong = 10.0;   // minutes

StyleClass place(Text label, const maps::Colour& colour, Marker marker, std::vector<Criterion> criteria) {
    StyleClass one;
    one.label = std::move(label);
    one.symbol.colour = colour;
    one.symbol.marker = marker;
    one.symbol.size = 3.5;
    one.criteria = std::move(criteria);
    return one;
}

StyleClass hatched(StyleClass one, Hatch hatch) {
    one.symbol.hatch = hatch;
    return one;
}

Criterion has_effect(const char* code) {
    return OneOf{"effect", {code}};
}

StyleClass without_location() {
    auto rest = place({"Without a location", "Tanpa lokasi"}, maps::kWhite, Marker::Cross, {});
    rest.otherwise = true;
    return rest;
}

StyleClass link(Text label, const char* code, const maps::Colour& colour, maps::Dash dash) {
    StyleClass one;
    one.label = std::move(label);
    one.symbol.colour = colour;
    one.symbol.dash = dash;
    one.symbol.width = 1.2;
    one.criteria = {OneOf{"change", {code}}};
    return one;
}

/// How the style `change` speaks of one cost.
struct ChangeWords {
    std::string column;
    double much = 0.0;  ///< in the column's unit
    Text title;
    Text much_better;
    Text better;
    Text worse;
    Text much_worse;
    Text colours;
};

ChangeWords change_words(Objective cost) {
    if (cost == Objective::Time) {
        return {"change_min",
                kLong,
                {"Change in travel time", "Perubahan waktu tempuh"},
                {"Better: 10 min faster or more", "Lebih baik: lebih cepat 10 menit atau lebih"},
                {"Better: less than 10 min faster", "Lebih baik: lebih cepat kurang dari 10 menit"},
                {"Worse: up to 10 min slower", "Lebih buruk: lebih lama sampai 10 menit"},
                {"Worse: over 10 min slower", "Lebih buruk: lebih lama dari 10 menit"},
                {"Blue and green: faster than before; orange: slower.",
                 "Biru dan hijau: lebih cepat daripada semula; jingga: lebih lama."}};
    }
    return {"change_m",
            kFar,
            {"Change in distance", "Perubahan jarak"},
            {"Better: 1 km nearer or more", "Lebih baik: lebih dekat 1 km atau lebih"},
            {"Better: less than 1 km nearer", "Lebih baik: lebih dekat kurang dari 1 km"},
            {"Worse: up to 1 km farther", "Lebih buruk: lebih jauh sampai 1 km"},
            {"Worse: over 1 km farther", "Lebih buruk: lebih jauh dari 1 km"},
            {"Blue and green: nearer than before; orange: farther.",
             "Biru dan hijau: lebih dekat daripada semula; jingga: lebih jauh."}};
}

}  // namespace

Style scenario_families_style(Objective cost) {
    const bool by_time = cost == Objective::Time;
    const std::string suffix = by_time ? "_time" : "";
    const auto change = "families_change" + suffix;
    const auto lost = "families_lost" + suffix;
    const Within gains{change, 0.0, {}};
    const Within no_gain{change, {}, 0.0};
    const Within loses{lost, 0.0, {}};
    const Within no_loss{lost, {}, 0.0};
    Style style{"families" + suffix,
                by_time
                    ? Text{"Change in the families within the time threshold", "Perubahan keluarga dalam ambang waktu"}
                    : Text{"Change in the families within the threshold", "Perubahan keluarga dalam ambang jarak"},
                {},
                maps::Names{"settlement_name"}};
    style.classes = {place({"Better: over 100 families more", "Lebih baik: bertambah lebih dari 100 keluarga"},
                           maps::kBlue, Marker::Triangle, {Within{change, kManyFamilies, {}}}),
                     place({"Better: up to 100 families more", "Lebih baik: bertambah sampai 100 keluarga"},
                           maps::kSkyBlue, Marker::Triangle, {gains, Within{change, {}, kManyFamilies}}),
                     place({"No change", "Tidak berubah"}, maps::kLightGrey, Marker::Circle, {no_gain, no_loss}),
                     place({"Worse: up to 100 families fewer", "Lebih buruk: berkurang sampai 100 keluarga"},
                           maps::kOrange, Marker::Diamond, {no_gain, loses, Within{change, -kManyFamilies, {}}}),
                     place({"Worse: 100 or more families fewer", "Lebih buruk: berkurang 100 keluarga atau lebih"},
                           maps::kVermilion, Marker::Diamond, {loses, Within{change, {}, -kManyFamilies}})};
    auto rest = hatched(place({"Not known", "Tidak diketahui"}, maps::kWhite, Marker::Cross, {}), Hatch::None);
    rest.otherwise = true;
    style.classes.push_back(std::move(rest));
    style.worse = {"Blue: families come within the threshold; orange: families fall beyond it.",
                   "Biru: keluarga menjadi berada dalam ambang; jingga: keluarga menjadi berada di luarnya."};
    return style;
}

Style scenario_change_style(Objective cost) {
    const auto words = change_words(cost);
    const auto nearer = has_effect("nearer");
    const auto farther = has_effect("farther");
    Style style{"change", words.title, {}, maps::Names{"settlement_name"}};
    style.classes = {
        place({"Better: newly reached", "Lebih baik: kini terjangkau"}, maps::kGreen, Marker::Star,
              {has_effect("newly_reached")}),
        place(words.much_better, maps::kBlue, Marker::Triangle, {nearer, Within{words.column, {}, -words.much}}),
        place(words.better, maps::kSkyBlue, Marker::Triangle, {nearer, Within{words.column, -words.much, {}}}),
        place({"No change", "Tidak berubah"}, maps::kLightGrey, Marker::Circle, {has_effect("unchanged")}),
        place(words.worse, maps::kOrange, Marker::Diamond, {farther, Within{words.column, {}, words.much}}),
        place(words.much_worse, maps::kVermilion, Marker::Diamond, {farther, Within{words.column, words.much, {}}}),
        hatched(place({"Worse: no longer reached", "Lebih buruk: tidak lagi terjangkau"}, maps::kPurple, Marker::Square,
                      {has_effect("no_longer_reached")}),
                Hatch::Rising),
        hatched(place({"Not reached before or after", "Tidak terjangkau, semula maupun sesudah"}, maps::kGrey,
                      Marker::Cross, {has_effect("not_reached")}),
                Hatch::Falling),
        without_location()};
    style.worse = words.colours;
    return style;
}

Style scenario_links_style() {
    return {"links",
            {"Roads of the scenario", "Jalan dalam simulasi"},
            {link({"Added", "Ditambahkan"}, "added", maps::kBlue, maps::Dash::Solid),
             link({"Removed", "Ditiadakan"}, "removed", maps::kVermilion, maps::Dash::Dashed),
             link({"Changed", "Diubah"}, "changed", maps::kOrange, maps::Dash::Solid)},
            {}};
}

}  // namespace desakota::analyses
