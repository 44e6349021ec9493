#include <algorithm>
#include <string>
#include <utility>

#include "engine/analyses/facility_kinds.h"
#include "engine/maps/palette.h"
#include "engine/study/report_indexes.h"

namespace desakota::study {
namespace {

using core::Text;
using layers::Layer;
using report::BackgroundRole;

/// How one kind of input lies below or above the index.
struct QuietLayer {
    BackgroundRole role = BackgroundRole::Roads;
    const char* parameter;
    Text title;
    maps::Colour colour;
    maps::Marker marker = maps::Marker::Circle;
    double size = 2.0;   // mm
    double width = 0.3;  // mm
    maps::Dash dash = maps::Dash::Solid;
    const char* name_field = nullptr;  // the Field parameter that took the names
};

constexpr maps::Colour kWater{120, 170, 210};
constexpr maps::Colour kFerry{70, 110, 160};
constexpr maps::Colour kRoad{150, 130, 110};
constexpr maps::Colour kGround{245, 243, 238};

const std::vector<QuietLayer>& quiet_layers() {
    using maps::Dash;
    using maps::Marker;
    static const std::vector<QuietLayer> all{
        {BackgroundRole::Area, "area", {"Area", "Kawasan"}, kGround, Marker::Circle, 2.0, 0.3, Dash::Solid, nullptr},
        {BackgroundRole::Rivers, "rivers", {"River", "Sungai"}, kWater, Marker::Circle, 2.0, 0.5, Dash::Solid, nullptr},
        {BackgroundRole::Roads, "roads", {"Road", "Jalan"}, kRoad, Marker::Circle, 2.0, 0.3, Dash::Solid, nullptr},
        {BackgroundRole::Ferries,
         "ferries",
         {"Ferry", "Penyeberangan"},
         kFerry,
         Marker::Circle,
         2.0,
         0.4,
         Dash::Dashed,
         nullptr},
        {BackgroundRole::Facilities,
         "facilities",
         {"Puskesmas", "Puskesmas"},
         maps::kWhite,
         Marker::Cross,
         3.0,
         0.3,
         Dash::Solid,
         "facility-name-field"},
        {BackgroundRole::Centres,
         "centres",
         {"Centre", "Pusat"},
         maps::kBlack,
         Marker::Star,
         3.4,
         0.3,
         Dash::Solid,
         "centre-name-field"}};
    return all;
}

maps::Style quiet_style(const QuietLayer& quiet, const StudyResults& results) {
    maps::Style style;
    style.name = quiet.parameter;
    style.title = quiet.title;
    maps::StyleClass every;
    every.label = quiet.title;
    every.symbol.colour = quiet.colour;
    every.symbol.marker = quiet.marker;
    every.symbol.size = quiet.size;
    every.symbol.width = quiet.width;
    every.symbol.dash = quiet.dash;
    style.classes.push_back(std::move(every));
    const auto field = quiet.name_field == nullptr ? std::string{} : field_of_runs(results, quiet.name_field);
    if (!field.empty()) style.names = maps::Names{field};
    return style;
}

/// The values of the kind column that mean a puskesmas: only it counts for the 5 km rule.
std::vector<std::string> puskesmas_kinds(const layers::Column& kinds) {
    std::vector<std::string> found;
    for (const auto& text : kinds.distinct_texts()) {
        if (analyses::facility_kind(text) == "puskesmas") found.push_back(text);
    }
    return found;
}

/// Of a status column the values that mean that a facility works, or that it does not.
std::vector<std::string> statuses(const layers::Column& column, bool functioning) {
    std::vector<std::string> found;
    for (const auto& text : column.distinct_texts()) {
        if (analyses::is_functioning(text) == functioning) found.push_back(text);
    }
    return found;
}

/// Puskesmas that do not function count for nothing: they stand among the others, under their own name in the legend.
void part_by_status(maps::Style& counted, maps::Style& others, const Layer& layer, const std::string& field) {
    const auto* column = layer.find(field);
    if (column == nullptr || column->type() != layers::ColumnType::Text) return;
    const auto closed = statuses(*column, false);
    if (closed.empty()) return;
    auto without = others.classes.front();
    without.label = {"Puskesmas, not functioning", "Puskesmas, tidak berfungsi"};
    without.symbol.marker = maps::Marker::Square;
    without.symbol.size = 1.6;
    without.criteria = counted.classes.front().criteria;
    without.criteria.emplace_back(maps::OneOf{field, closed});
    others.classes.push_back(std::move(without));
    auto unknown = counted.classes.front();
    unknown.criteria.emplace_back(maps::Missing{field});
    counted.classes.front().criteria.emplace_back(maps::OneOf{field, statuses(*column, true)});
    counted.classes.push_back(std::move(unknown));
}

/// Facilities by their kind: puskesmas with their names, all others small and pale. As one kind where none is told.
std::vector<maps::Style> facility_styles(const QuietLayer& quiet, const Layer& layer, const StudyResults& results) {
    auto style = quiet_style(quiet, results);
    const auto field = field_of_runs(results, "facility-kind-field");
    const auto* kinds = layer.find(field);
    const auto codes = kinds != nullptr && kinds->type() == layers::ColumnType::Text ? puskesmas_kinds(*kinds)
                                                                                     : std::vector<std::string>{};
    if (codes.empty()) {
        style.classes.front().label = {"Health facility", "Fasilitas kesehatan"};
        return {style};
    }
    auto others = style;
    others.names.reset();
    others.classes.front().label = {"Other health facility", "Fasilitas kesehatan lain"};
    others.classes.front().symbol.colour = maps::kGrey;
    others.classes.front().symbol.marker = maps::Marker::Circle;
    others.classes.front().symbol.size = 1.3;
    std::vector<std::string> other_codes;
    for (const auto& text : kinds->distinct_texts()) {
        if (std::ranges::find(codes, text) == codes.end()) other_codes.push_back(text);
    }
    others.classes.front().criteria = {maps::OneOf{field, other_codes}};
    style.classes.front().criteria = {maps::OneOf{field, codes}};
    part_by_status(style, others, layer, field_of_runs(results, "facility-status-field"));
    return {others, style};
}

bool has_places(const Layer& layer) {
    return !layer.crs.empty() && layer.geometry.size() == layer.row_count && !layer.geometry.all_coordinates().empty();
}

void add(std::vector<report::Background>& background, const QuietLayer& quiet, const Layer& layer,
         const StudyResults& results) {
    if (!has_places(layer)) return;
    const auto styles = quiet.role == BackgroundRole::Facilities ? facility_styles(quiet, layer, results)
                                                                 : std::vector{quiet_style(quiet, results)};
    for (const auto& style : styles) background.push_back({quiet.role, {&layer, style}});
}

}  // namespace

std::vector<report::Background> report_background(const StudyResults& results, const StudySettlements& settlements) {
    std::vector<report::Background> background;
    for (const auto& quiet : quiet_layers()) {
        const auto place = results.inputs.find(quiet.parameter);
        if (place != results.inputs.end() && !place->second.empty()) {
            for (const auto& layer : place->second) add(background, quiet, layer, results);
        } else if (quiet.role == BackgroundRole::Area && settlements.layer != nullptr &&
                   settlements.layer->geometry_type == geo::GeometryType::Polygon) {
            add(background, quiet, *settlements.layer, results);
        }
    }
    return background;
}

}  // namespace desakota::study
