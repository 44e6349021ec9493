#include "engine/analyses/desire_lines.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <optional>
#include <utility>

#include "engine/analyses/way_columns.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/measure.h"
#include "engine/maps/classes.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using maps::StyleClass;

/// Bounds of the ratio to the greatest flow: flows differ by orders of magnitude.
constexpr std::array<double, 4> kFlowBounds{0.01, 0.05, 0.2, 0.5};
constexpr std::array<double, 5> kWidths{0.2, 0.5, 0.9, 1.5, 2.4};

/// Names of columns that do not always apply.
constexpr const char* kFlow = "flow";
constexpr const char* kFlowRatio = "flow_ratio";
constexpr const char* kMinutes = "total_min";

std::vector<ColumnDefinition> columns() {
    auto all = settlement_columns();
    all.push_back(text_column("centre_id", {"Centre id", "Pusat (id)"}));
    all.push_back(text_column("centre_name", {"Centre", "Pusat"}));
    all.push_back(number_column("share", "", {"Share of the settlement's ties", "Bagian dari ikatan permukiman"}));
    all.push_back(number_column(kFlow, "", {"Flow", "Arus"}));
    all.push_back(number_column(kFlowRatio, "",
                                {"Flow, of the greatest of the run", "Arus, terhadap arus terbesar dalam analisis"}));
    all.push_back(number_column("interaction_index", "", {"Interaction index", "Indeks interaksi"}));
    all.push_back(number_column("total_m", "m", {"Network distance in all (m)", "Jarak lewat jalan seluruhnya (m)"}));
    all.push_back(number_column(kMinutes, "min", {"Time in all (min)", "Waktu seluruhnya (menit)"}));
    return all;
}

void draw(StyleClass& line, double width) {
    line.symbol.width = width;
    line.symbol.colour = maps::kBlue;
    line.symbol.opacity = 0.6;
}

/// Wider from class to class, all in one colour.
maps::Style width_style(const std::string& name, Text title, std::vector<StyleClass> classes, const Text& heading) {
    for (std::size_t i = 0; i < classes.size(); ++i) {
        draw(classes[i], kWidths[i]);
        classes[i].heading = heading;
    }
    StyleClass unknown;
    unknown.label = {"Not known", "Tidak diketahui"};
    unknown.otherwise = true;
    unknown.symbol.colour = maps::kGrey;
    unknown.symbol.dash = maps::Dash::Dotted;
    unknown.symbol.width = 0.3;
    classes.push_back(std::move(unknown));
    return {name, std::move(title), std::move(classes), {}};
}

/// The place of a centre to which the settlement's way leads.
geo::GridPoint centre_place(const Destinations& centres, std::uint32_t centre, const geo::GridPoint& from,
                            const WayRow& way) {
    const auto [first, last] = std::ranges::equal_range(centres.features, centre);
    const auto begin = first - centres.features.begin();
    const auto end = last - centres.features.begin();
    geo::GridPoint best = from;
    auto least = std::numeric_limits<core::Millimetres>::max();
    const bool is_known = way.is_reached() && way.destination == centre && way.straight;
    for (auto i = begin; i < end; ++i) {
        const auto straight = core::to_thousandths(geo::distance(from, centres.places[static_cast<std::size_t>(i)]));
        const auto off = is_known ? std::abs(straight - *way.straight) : straight;
        if (off >= least) continue;
        least = off;
        best = centres.places[static_cast<std::size_t>(i)];
    }
    return best;
}

/// Adds rows to the layer's columns by name; those that the layer lacks are passed over.
class Rows {
public:
    Rows(layers::Layer& layer, const HinterlandQuestion& question, const HinterlandFindings& findings)
        : layer_(layer), question_(question), findings_(findings) {
        for (const auto& settlement : findings.interactions.settlements) {
            if (settlement.main && settlement.main->flow) greatest_ = std::max(greatest_, *settlement.main->flow);
        }
    }

    /// Of a settlement with a main centre; others are passed over.
    void add(std::size_t settlement) {
        const auto& ties = findings_.interactions.settlements[settlement];
        if (!ties.main) return;
        const auto& main = *ties.main;
        const auto& way = findings_.rows[settlement];
        const auto centre = static_cast<std::uint32_t>(main.centre);
        set("settlement_id", question_.settlements.ids[settlement]);
        set("settlement_name", question_.settlements.names[settlement]);
        set("centre_id", question_.centres.ids[centre]);
        set("centre_name", question_.centres.names[centre]);
        set("share", std::optional(main.share));
        set(kFlow, main.flow);
        set(kFlowRatio, main.flow && greatest_ > 0.0 ? std::optional(*main.flow / greatest_) : std::nullopt);
        set("interaction_index", std::optional(ties.index));
        const bool is_its_way = way.is_reached() && way.destination == centre;
        set("total_m", is_its_way ? std::optional(core::to_metres(way.total())) : std::nullopt);
        set(kMinutes, is_its_way && way.time ? std::optional(core::to_minutes(*way.time)) : std::nullopt);
        draw(settlement, centre, is_its_way);
        ++layer_.row_count;
    }

private:
    void set(const char* name, const std::optional<double>& value) {
        if (auto* column = layer_.find(name)) column->add(value);
    }
    void set(const char* name, const std::optional<std::string>& value) {
        if (auto* column = layer_.find(name)) column->add(value);
    }

    void draw(std::size_t settlement, std::uint32_t centre, bool is_its_way) {
        const auto& way = findings_.rows[settlement];
        auto& geometry = layer_.geometry;
        if (is_its_way && !way.route.empty()) {
            for (const auto& place : way.route) geometry.add_coordinate(geo::to_degrees(place));
            geometry.end_part(geo::PartRole::Line);
        } else if (const auto& place = question_.settlements.places[settlement]) {
            geometry.add_coordinate(geo::to_degrees(*place));
            geometry.add_coordinate(geo::to_degrees(centre_place(question_.centres, centre, *place, way)));
            geometry.end_part(geo::PartRole::Line);
        }
        geometry.end_feature();
    }

    layers::Layer& layer_;
    const HinterlandQuestion& question_;
    const HinterlandFindings& findings_;
    double greatest_ = 0.0;
};

}  // namespace

std::vector<maps::Style> desire_line_styles(bool has_flows) {
    auto by_flow =
        width_style("flow", {"Flow", "Arus"}, maps::range_classes_to(1.0, kFlowRatio, kFlowBounds, maps::kPercent),
                    {"Flow, in % of the greatest", "Arus, dalam % dari yang terbesar"});
    auto by_share = width_style("share", {"Share of the main centre", "Bagian pusat utama"},
                                maps::range_classes_to(1.0, "share", maps::kShareBounds, maps::kPercent),
                                {"Share of the main centre", "Bagian pusat utama"});
    std::vector<maps::Style> styles;
    if (has_flows) styles.push_back(std::move(by_flow));
    styles.push_back(std::move(by_share));
    return styles;
}

OutputLayer declare_desire_lines() {
    return {"hinterland_interaction_desire_lines",
            {"Desire lines", "Garis keinginan perjalanan"},
            geo::GeometryType::Line,
            columns(),
            {},
            {},
            desire_line_styles(true)};
}

layers::Layer make_desire_lines(const HinterlandQuestion& question, const HinterlandFindings& findings,
                                const layers::Layer& settlement_layer, RunContext& context) {
    layers::Layer layer;
    layer.crs = settlement_layer.crs;
    layer.geometry_type = geo::GeometryType::Line;
    for (auto& column : columns()) {
        const bool is_flow = column.name == kFlow || column.name == kFlowRatio;
        if (is_flow && question.populations.empty()) continue;
        if (column.name == kMinutes && question.cost != network::Objective::Time) continue;
        layer.add_column(std::move(column));
    }
    Rows rows(layer, question, findings);
    const auto& settlements = findings.interactions.settlements;
    core::LoopSteps steps(context.progress, 0.0, 0.7, settlements.size());
    for (std::size_t i = 0; i < settlements.size(); ++i) {
        steps.at(i);
        rows.add(i);
    }
    core::Stage placing(context.progress, 0.7, 1.0);
    geo::from_wgs84(layer.geometry.all_coordinates(), layer.crs, {.threads = context.threads}, placing);
    context.progress.step(1.0);
    return layer;
}

}  // namespace desakota::analyses
