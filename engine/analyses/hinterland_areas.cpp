#include "engine/analyses/hinterland_areas.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "engine/analyses/neighbouring_centres.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/road_catchments.h"
#include "engine/analyses/way_columns.h"
#include "engine/core/number_text.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/measure.h"
#include "engine/geo/polygons.h"
#include "engine/paths/line_course.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;

constexpr const char* kAsked = "hinterlands";
constexpr const char* kFamilies = "families";
constexpr const char* kPopulation = "population";
constexpr const char* kArea = "area_km2";
constexpr const char* kRoads = "road_km";

std::vector<ColumnDefinition> columns() {
    return {text_column("centre_id", {"Centre id", "Pusat (id)"}),
            text_column("centre_name", {"Centre", "Pusat"}),
            count_column("settlements", {"Settlements", "Permukiman"}),
            number_column(kFamilies, "", {"Families", "Keluarga"}),
            number_column(kPopulation, "", {"Population", "Penduduk"}),
            number_column(kArea, "km2", {"Area (km2)", "Luas (km2)"}),
            number_column(kRoads, "km", {"Roads (km)", "Jalan (km)"}),
            count_column("colour", {"Colour on the map", "Warna pada peta"})};
}

/// What the geometry of one centre's hinterland measures, in square metres or metres.
struct Shape {
    std::size_t centre = 0;
    std::optional<double> measure;
};

/// Dissolves some polygons, a few at a time, so that a cancel is heard: unions of neighbours first, then of those.
class Dissolver {
public:
    Dissolver(const geo::Geometries& polygons, int threads) : polygons_(polygons), threads_(threads) {}

    /// One feature for each list of features.
    geo::Geometries run(const std::vector<std::vector<std::uint32_t>>& lists, core::Progress& progress) const {
        std::vector<Task> tasks;
        for (std::uint32_t i = 0; i < lists.size(); ++i) add_tasks(i, lists[i], tasks);
        double done = 0.0;
        auto level = unite_all(polygons_, tasks, progress, done);
        while (tasks.size() > lists.size()) {
            done = std::midpoint(done, 1.0);
            std::vector<std::vector<std::uint32_t>> members(lists.size());
            for (std::uint32_t i = 0; i < tasks.size(); ++i) members[tasks[i].list].push_back(i);
            tasks.clear();
            for (std::uint32_t i = 0; i < members.size(); ++i) add_tasks(i, members[i], tasks);
            level = unite_all(level, tasks, progress, done);
        }
        return level;
    }

private:
    static constexpr std::size_t kAtOnce = 32;
    /// Features to unite, for one of the lists.
    struct Task {
        std::uint32_t list = 0;
        std::vector<std::uint32_t> features;
    };

    static void add_tasks(std::uint32_t list, const std::vector<std::uint32_t>& features, std::vector<Task>& tasks) {
        for (std::size_t first = 0; first == 0 || first < features.size(); first += kAtOnce) {
            const auto begin = features.begin() + static_cast<std::ptrdiff_t>(first);
            const auto size = std::min(kAtOnce, features.size() - first);
            tasks.push_back({list, {begin, begin + static_cast<std::ptrdiff_t>(size)}});
        }
    }

    /// One feature a task.
    geo::Geometries unite_all(const geo::Geometries& features, const std::vector<Task>& tasks, core::Progress& progress,
                              double done) const {
        std::vector<geo::Geometries> united(tasks.size());
        core::Stage uniting(progress, done, std::midpoint(done, 1.0));
        core::parallel_for(tasks.size(), {.threads = threads_, .grain = 1}, uniting,
                           [&](std::size_t begin, std::size_t end) {
                               for (auto i = begin; i < end; ++i) united[i] = geo::unite(features, tasks[i].features);
                           });
        geo::Geometries all;
        for (const auto& one : united) {
            for (std::size_t part = 0; part < one.part_count(); ++part) {
                all.add_part(one.role(part), one.coordinates(part));
            }
            all.end_feature();
        }
        return all;
    }

    const geo::Geometries& polygons_;
    int threads_;
};

/// Square metres of a polygon in degrees, holes taken off.
double area_of(const geo::Geometries& lon_lat, std::size_t feature) {
    double area = 0.0;
    const auto range = lon_lat.parts(feature);
    for (auto part = range.first; part < range.last; ++part) {
        const double ring = geo::ring_area(lon_lat.coordinates(part));
        area += lon_lat.role(part) == geo::PartRole::InnerRing ? -ring : ring;
    }
    return area;
}

/// The settlements' polygons of each centre that has some; fills the layer's geometry.
std::vector<Shape> dissolve(const HinterlandFindings& findings, const layers::Layer& settlement_layer,
                            layers::Layer& layer, RunContext& context) {
    const auto& totals = findings.interactions.centres;
    std::vector<Shape> shapes;
    std::vector<std::size_t> row(totals.size(), 0);
    for (std::size_t i = 0; i < totals.size(); ++i) {
        row[i] = shapes.size();
        if (totals[i].settlements > 0) shapes.push_back({i, {}});
    }
    std::vector<std::vector<std::uint32_t>> members(shapes.size());
    const auto& settlements = findings.interactions.settlements;
    for (std::uint32_t i = 0; i < settlements.size(); ++i) {
        if (const auto& main = settlements[i].main) members[row[main->centre]].push_back(i);
    }
    core::Stage dissolving(context.progress, 0.0, 0.8);
    layer.geometry = Dissolver(settlement_layer.geometry, context.threads).run(members, dissolving);
    auto lon_lat = layer.geometry;
    core::Stage measuring(context.progress, 0.8, 0.9);
    geo::to_wgs84(lon_lat.all_coordinates(), layer.crs, {.threads = context.threads}, measuring);
    core::LoopSteps steps(context.progress, 0.9, 1.0, shapes.size(), 16);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        steps.at(i);
        if (!lon_lat.is_missing(i)) shapes[i].measure = area_of(lon_lat, i);
    }
    return shapes;
}

/// The roads of each centre that has settlements or roads; fills the layer's geometry.
std::vector<Shape> gather_roads(const HinterlandQuestion& question, const HinterlandFindings& findings,
                                const SearchSetting& setting, layers::Layer& layer, RunContext& context) {
    core::Stage catching(context.progress, 0.0, 0.8);
    auto catching_context = with_progress(context, catching);
    const auto parts = road_catchments(question, setting, catching_context);
    std::vector<std::vector<std::uint32_t>> parts_of(question.centres.size());
    for (std::uint32_t i = 0; i < parts.size(); ++i) parts_of[parts[i].centre].push_back(i);
    std::vector<Shape> shapes;
    std::vector<geo::GridPoint> course;
    for (std::size_t centre = 0; centre < parts_of.size(); ++centre) {
        if (parts_of[centre].empty() && findings.interactions.centres[centre].settlements == 0) continue;
        core::LoopSteps steps(context.progress, 0.8, 0.8, parts_of[centre].size());
        double metres = 0.0;
        for (std::size_t i = 0; i < parts_of[centre].size(); ++i) {
            steps.at(i);
            const auto& part = parts[parts_of[centre][i]];
            course.clear();
            paths::add_line_course(setting.network(), part.line, part.from, part.to, course);
            for (const auto& place : course) layer.geometry.add_coordinate(geo::to_degrees(place));
            layer.geometry.end_part(geo::PartRole::Line);
            metres += part.to - part.from;
        }
        layer.geometry.end_feature();
        shapes.push_back({centre, metres});
    }
    core::Stage placing(context.progress, 0.8, 1.0);
    geo::from_wgs84(layer.geometry.all_coordinates(), layer.crs, {.threads = context.threads}, placing);
    return shapes;
}

/// The sum of what is known; missing where there are settlements and none is known.
std::optional<double> known_sum(double sum, std::size_t settlements, std::size_t unknown) {
    if (settlements > 0 && settlements == unknown) return std::nullopt;
    return sum;
}

class Rows {
public:
    Rows(layers::Layer& layer, const HinterlandQuestion& question, const HinterlandFindings& findings)
        : layer_(layer),
          question_(question),
          findings_(findings),
          colours_(map_colours(question, findings)),
          is_area_(layer.geometry_type == geo::GeometryType::Polygon) {
        for (auto& column : columns()) {
            if (applies(column.name)) layer.add_column(std::move(column));
        }
    }

    void add(const Shape& shape) {
        const auto& totals = findings_.interactions.centres[shape.centre];
        layer_.find("centre_id")->add_text(question_.centres.ids[shape.centre]);
        layer_.find("centre_name")->add(question_.centres.names[shape.centre]);
        layer_.find("settlements")->add_whole_number(static_cast<std::int64_t>(totals.settlements));
        set(kFamilies, known_sum(totals.families, totals.settlements, totals.without_families));
        set(kPopulation, known_sum(totals.population, totals.settlements, totals.without_population));
        constexpr double kPerKilometre = 1000.0;
        const double unit = is_area_ ? kPerKilometre * kPerKilometre : kPerKilometre;
        set(is_area_ ? kArea : kRoads, shape.measure ? std::optional(*shape.measure / unit) : std::nullopt);
        layer_.find("colour")->add_whole_number(colours_[shape.centre]);
        ++layer_.row_count;
    }

private:
    [[nodiscard]] bool applies(const std::string& column) const {
        if (column == kFamilies) return question_.settlements.has_families;
        if (column == kPopulation) return !question_.populations.empty();
        if (column == kArea) return is_area_;
        return column != kRoads || !is_area_;
    }
    void set(const char* name, const std::optional<double>& value) {
        if (auto* column = layer_.find(name)) column->add(value);
    }

    layers::Layer& layer_;
    const HinterlandQuestion& question_;
    const HinterlandFindings& findings_;
    std::vector<std::uint32_t> colours_;
    bool is_area_;
};

constexpr std::array<maps::Colour, kMapColours> kColours{maps::kSkyBlue, maps::kOrange, maps::kGreen,
                                                         maps::kPurple,  maps::kBlue,   maps::kVermilion};

maps::StyleClass hinterland_class(Text label, std::size_t colour, maps::Criterion criterion) {
    maps::StyleClass one;
    one.label = std::move(label);
    one.symbol.colour = kColours[colour];
    one.symbol.opacity = 0.55;
    one.symbol.width = 1.0;
    one.criteria = {std::move(criterion)};
    return one;
}

std::vector<maps::Style> style_of(std::vector<maps::StyleClass> classes) {
    maps::Names names{"centre_name"};
    names.smallest_scale = 2'000'000.0;
    return {{"hinterlands", {"Hinterlands", "Daerah belakang"}, std::move(classes), names}};
}

/// The names on the map tell hinterlands apart; colours only keep neighbours apart.
std::vector<maps::Style> styles_by_colour() {
    std::vector<maps::StyleClass> classes;
    for (std::uint32_t i = 0; i < kMapColours; ++i) {
        auto one = hinterland_class(Text{"Group ", "Kelompok "} + core::same_text(core::number_text(i + 1)), i,
                                    maps::Within{"colour", static_cast<double>(i), static_cast<double>(i + 1)});
        one.heading = {"Hinterlands; colours only tell neighbours apart",
                       "Daerah belakang; warna hanya membedakan tetangga"};
        classes.push_back(std::move(one));
    }
    return style_of(std::move(classes));
}

}  // namespace

Parameter hinterlands_parameter() {
    return with_words(
        parameter_of(kAsked, ParameterKind::YesNo), {"Hinterlands", "Daerah belakang"},
        {"Also give each centre's hinterland as a layer: the settlements whose main centre it is, dissolved into one "
         "area; where settlements are points, the roads that are tied most to it.",
         "Berikan juga daerah belakang tiap pusat sebagai lapisan: permukiman yang pusat utamanya sama digabung "
         "menjadi "
         "satu wilayah; bila permukiman berupa titik, ruas-ruas jalan yang paling terikat pada pusat itu."});
}

OutputLayer declare_hinterlands() {
    return {"hinterland_interaction_hinterlands",
            {"Hinterlands", "Daerah belakang"},
            geo::GeometryType::Polygon,  // or lines, where settlements are points
            columns(),
            {"with --hinterlands", "dengan --hinterlands"},
            kAsked,
            styles_by_colour()};
}

std::vector<maps::Style> hinterland_area_styles(const layers::Layer& hinterlands) {
    if (hinterlands.row_count > kMapColours) return styles_by_colour();
    const auto& ids = *hinterlands.find("centre_id");
    const auto& names = *hinterlands.find("centre_name");
    std::vector<maps::StyleClass> classes;
    for (std::size_t row = 0; row < hinterlands.row_count; ++row) {
        const std::string id(ids.text(row).value_or(""));
        const std::string name(names.text(row).value_or(id));
        classes.push_back(hinterland_class(core::same_text(name), row, maps::OneOf{"centre_id", {id}}));
    }
    return style_of(std::move(classes));
}

layers::Layer make_hinterlands(const HinterlandQuestion& question, const HinterlandFindings& findings,
                               const layers::Layer& settlement_layer, const SearchSetting& setting,
                               RunContext& context) {
    layers::Layer layer;
    layer.crs = settlement_layer.crs;
    const bool is_area = settlement_layer.geometry_type == geo::GeometryType::Polygon;
    layer.geometry_type = is_area ? geo::GeometryType::Polygon : geo::GeometryType::Line;
    core::Stage shaping(context.progress, 0.0, 0.99);
    auto shaping_context = with_progress(context, shaping);
    const auto shapes = is_area ? dissolve(findings, settlement_layer, layer, shaping_context)
                                : gather_roads(question, findings, setting, layer, shaping_context);
    Rows rows(layer, question, findings);
    for (const auto& shape : shapes) rows.add(shape);
    context.progress.step(1.0);
    return layer;
}

}  // namespace desakota::analyses
