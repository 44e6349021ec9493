#include "engine/report/map_data.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "engine/core/number_text.h"
#include "engine/report/json_text.h"
#include "engine/report/legend.h"
#include "engine/report/map_shapes.h"
#include "engine/report/packed_numbers.h"

namespace desakota::report {
namespace {

using Members = std::vector<std::pair<std::string_view, std::string>>;

std::string_view code_of(maps::Marker marker) {
    constexpr std::array<std::string_view, 6> kCodes{"circle", "square", "diamond", "triangle", "star", "cross"};
    return kCodes[static_cast<std::size_t>(marker)];
}
std::string_view code_of(maps::Hatch hatch) {
    constexpr std::array<std::string_view, 5> kCodes{"", "rising", "falling", "level", "upright"};
    return kCodes[static_cast<std::size_t>(hatch)];
}
std::string_view code_of(maps::Dash dash) {
    constexpr std::array<std::string_view, 3> kCodes{"", "dashed", "dotted"};
    return kCodes[static_cast<std::size_t>(dash)];
}
std::string_view code_of(geo::GeometryType type) {
    constexpr std::array<std::string_view, 4> kCodes{"", "point", "line", "polygon"};
    return kCodes[static_cast<std::size_t>(type)];
}
std::string_view code_of(BackgroundRole role) {
    constexpr std::array<std::string_view, 6> kCodes{"area", "rivers", "roads", "ferries", "facilities", "centres"};
    return kCodes[static_cast<std::size_t>(role)];
}

std::string symbol_json(const maps::Symbol& symbol) {
    return json_object({{"colour", json_string(colour_code(symbol.colour))},
                        {"marker", json_string(code_of(symbol.marker))},
                        {"size", core::number_text(symbol.size)},
                        {"dash", json_string(code_of(symbol.dash))},
                        {"width", core::number_text(symbol.width)},
                        {"hatch", json_string(code_of(symbol.hatch))},
                        {"opacity", core::number_text(symbol.opacity)}});
}

std::string legend_json(const Legend& legend) {
    std::vector<std::string> entries;
    entries.reserve(legend.entries.size());
    for (const auto& entry : legend.entries) {
        entries.push_back(json_object({{"heading", json_string(entry.heading)},
                                       {"label", json_string(entry.label)},
                                       {"rows", std::to_string(entry.rows)},
                                       {"symbol", symbol_json(entry.symbol)}}));
    }
    return json_array(entries);
}

/// Of each row 0 where it is not drawn, else twice its class counted from 1, plus 1 where it is doubtful.
std::string classes_json(const Legend& legend) {
    PackedNumbers packed;
    for (std::size_t row = 0; row < legend.class_of_row.size(); ++row) {
        const auto& of_row = legend.class_of_row[row];
        packed.add(std::uint64_t{of_row ? (*of_row + 1) * 2 + (legend.is_doubtful[row] ? 1 : 0) : 0});
    }
    return packed.json();
}

RowGroups each_row_alone(const layers::Layer& layer) {
    RowGroups groups(layer.row_count);
    for (std::uint32_t row = 0; row < layer.row_count; ++row) groups[row] = {row};
    return groups;
}

RowGroups rows_by_class(const Legend& legend) {
    RowGroups groups(legend.entries.size());
    for (std::uint32_t row = 0; row < legend.class_of_row.size(); ++row) {
        const auto& of_row = legend.class_of_row[row];
        if (of_row) groups[*of_row].push_back(row);
    }
    return groups;
}

bool can_be_drawn(const maps::DrawnLayer& drawn) {
    return drawn.layer != nullptr && drawn.layer->geometry.size() == drawn.layer->row_count &&
           drawn.layer->row_count > 0;
}

/// The geometry of the indexes' layers, each once.
struct SharedShapes {
    std::vector<const layers::Layer*> layers;
    std::vector<geo::Geometries> degrees;

    [[nodiscard]] std::optional<std::size_t> find(const layers::Layer& layer) const {
        for (std::size_t i = 0; i < layers.size(); ++i) {
            if (layers[i] == &layer || have_same_geometry(*layers[i], layer)) return i;
        }
        return std::nullopt;
    }
    std::size_t add(const layers::Layer& layer) {
        if (const auto known = find(layer)) return *known;
        layers.push_back(&layer);
        degrees.push_back(in_degrees(layer));
        return layers.size() - 1;
    }
};

/// A column of whole metres; missing stays missing.
std::string metres_json(const layers::Column& column) {
    PackedNumbers packed;
    for (std::size_t row = 0; row < column.size(); ++row) {
        const auto value = column.number(row);
        const bool is_written = value && std::abs(*value) < 1e9;
        packed.add(is_written ? std::optional<std::int64_t>(std::llround(*value)) : std::nullopt);
    }
    return packed.json();
}

const layers::Column* numbers_of(const layers::Layer& layer, std::string_view name) {
    const auto* column = layer.find(name);
    return column == nullptr || column->type() == layers::ColumnType::Text ? nullptr : column;
}

/// The ways and straight lines of the settlements, once for each layer that has both.
struct SharedWays {
    std::vector<const layers::Layer*> layers;
    std::vector<std::string> json;

    /// The number of the index's ways; "null" where its layer has none.
    std::string add(const Index& index) {
        const auto& layer = *index.drawn.layer;
        const auto* total = numbers_of(layer, "total_m");
        const auto* straight = numbers_of(layer, "straight_m");
        if (!index.is_by_settlement || total == nullptr || straight == nullptr) return "null";
        const auto known = std::ranges::find(layers, &layer) - layers.begin();
        if (known == std::ssize(layers)) {
            layers.push_back(&layer);
            json.push_back(json_object({{"total", metres_json(*total)}, {"straight", metres_json(*straight)}}));
        }
        return std::to_string(known);
    }
};

/// Of each line the settlement that it belongs to, counted from 1; 0 where there is none.
void add_settlements_of_lines(Members& members, const Report& report, const layers::Layer& layer) {
    const auto* ids = layer.find("settlement_id");
    if (layer.geometry_type != geo::GeometryType::Line || ids == nullptr) return;
    std::map<std::string, std::size_t> numbers;
    for (std::size_t i = 0; i < report.settlements.size(); ++i) numbers.try_emplace(report.settlements[i].id, i + 1);
    PackedNumbers packed;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto id = ids->as_text(row);
        const auto found = id ? numbers.find(*id) : numbers.end();
        packed.add(std::uint64_t{found == numbers.end() ? 0 : found->second});
    }
    members.emplace_back("lines_of", packed.json());
}

std::string table_of(const Report& report, const layers::Layer& layer) {
    const auto table = std::ranges::find(report.tables, &layer, &Table::layer);
    return table == report.tables.end() ? "null" : json_string(table->id);
}

/// What of an index stands once for several.
struct Shared {
    SharedShapes shapes;
    SharedWays ways;
};

std::string index_json(const Report& report, const Index& index, Shared& shared, core::Language language) {
    const auto legend = legend_of(index.drawn, language);
    const auto& layer = *index.drawn.layer;
    Members members{{"id", json_string(index.id)},
                    {"title", json_string(index.title.in(language))},
                    {"subject", json_string(index.subject.in(language))},
                    {"season", json_string(index.season.in(language))},
                    {"worse", json_string(index.worse.in(language))},
                    {"shape", std::to_string(shared.shapes.add(layer))},
                    {"ways", shared.ways.add(index)},
                    {"type", json_string(code_of(layer.geometry_type))},
                    {"legend", legend_json(legend)},
                    {"classes", classes_json(legend)},
                    {"doubt", json_string(legend.doubt)},
                    {"doubtful", std::to_string(legend.doubtful_rows)},
                    {"undrawn", std::to_string(legend.undrawn_rows)},
                    {"settlements", index.is_by_settlement ? "true" : "false"},
                    {"table", table_of(report, layer)}};
    add_settlements_of_lines(members, report, layer);
    return json_object(members);
}

/// What shapes take in the page at most where they are finer than 4,000 steps along the map.
constexpr std::size_t kFineShapes = 300'000;
constexpr std::size_t kFineBackground = 140'000;  // as much as the page shows at every scale

/// About as many characters as the shapes take at most where every place is written to the metre.
std::size_t fine_size(const geo::Geometries& degrees) {
    constexpr std::size_t kOfPlace = 5;
    return kOfPlace * degrees.all_coordinates().size();
}

/// The shapes as fine as they fit; nothing where even coarse ones do not.
struct Fitted {
    std::string text;
    std::int64_t coarseness = 1;
};
std::optional<Fitted> fitted_shapes(const layers::Layer& layer, const RowGroups& groups, const MapGrid& grid,
                                    std::size_t most) {
    const auto degrees = in_degrees(layer);
    const auto pack = layer.geometry_type == geo::GeometryType::Line ? packed_lines : packed_shapes;
    const auto usual = std::max<std::int64_t>(std::llround(coarsest_step(grid.areas) / grid.step), 1);
    const bool is_small = fine_size(degrees) <= kFineBackground;
    for (std::int64_t coarseness = is_small ? 1 : usual; coarseness <= 8 * usual;) {
        auto text = pack(degrees, groups, grid, coarseness);
        if (text.size() <= (coarseness < usual ? std::min(most, kFineBackground) : most)) {
            return Fitted{std::move(text), coarseness};
        }
        // Twice as coarse is about half as long at best.
        const auto next = coarseness * (coarseness < 4 * usual && text.size() > 3 * most ? 4 : 2);
        coarseness = coarseness < usual ? std::min(next, usual) : next;
    }
    return std::nullopt;
}

/// What the points are called, row by row; only points have names in the background.
std::string names_json(const maps::DrawnLayer& drawn, TextPool& texts) {
    const auto& names = drawn.style.names;
    const auto* column = names ? drawn.layer->find(names->field) : nullptr;
    PackedNumbers packed;
    for (std::size_t row = 0; row < drawn.layer->row_count; ++row) {
        const auto name = column == nullptr ? std::nullopt : column->as_text(row);
        packed.add(std::uint64_t{texts.add(name.value_or(""))});
    }
    return packed.json();
}

/// Lines and areas are drawn class by class, points one by one.
std::optional<std::string> background_json(const Background& background, const MapGrid& grid, core::Language language,
                                           TextPool& texts, std::size_t most) {
    const auto& layer = *background.drawn.layer;
    const auto legend = legend_of(background.drawn, language);
    const bool is_of_points = layer.geometry_type == geo::GeometryType::Point;
    const auto shapes = fitted_shapes(layer, is_of_points ? each_row_alone(layer) : rows_by_class(legend), grid, most);
    if (!shapes) return std::nullopt;
    Members members{{"role", json_string(code_of(background.role))},
                    {"type", json_string(code_of(layer.geometry_type))},
                    {"title", json_string(background.drawn.style.title.in(language))},
                    {"legend", legend_json(legend)},
                    {"coarseness", std::to_string(shapes->coarseness)},
                    {"shapes", '"' + shapes->text + '"'}};
    if (is_of_points) {
        members.emplace_back("classes", classes_json(legend));
        members.emplace_back("names", names_json(background.drawn, texts));
    }
    return json_object(members);
}

/// Areas whose shapes are there already, as those of an index: not written twice.
std::optional<std::string> known_areas_json(const Background& background, const SharedShapes& shapes,
                                            core::Language language) {
    const auto& drawn = background.drawn;
    const auto legend = legend_of(drawn, language);
    const bool is_one_class = legend.entries.size() == 1 && legend.undrawn_rows == 0;
    if (drawn.layer->geometry_type != geo::GeometryType::Polygon || !is_one_class) return std::nullopt;
    const auto known = shapes.find(*drawn.layer);
    if (!known) return std::nullopt;
    return json_object({{"role", json_string(code_of(background.role))},
                        {"type", json_string(code_of(drawn.layer->geometry_type))},
                        {"title", json_string(drawn.style.title.in(language))},
                        {"legend", legend_json(legend)},
                        {"shape", std::to_string(*known)}});
}

/// How the background comes into the page.
struct BackgroundManner {
    const SharedShapes& shapes;
    const MapGrid& grid;
    core::Language language;
    std::size_t most = 0;  // characters of a layer
};

/// The background that fits, and the titles of what does not.
Members background_members(const Report& report, const BackgroundManner& manner, TextPool& texts) {
    const auto& [shapes, grid, language, most] = manner;
    std::vector<std::string> drawn;
    std::vector<std::string> left_out;
    for (const auto& background : report.background) {
        if (!can_be_drawn(background.drawn)) continue;
        auto json = known_areas_json(background, shapes, language);
        if (!json) json = background_json(background, grid, language, texts, most);
        if (json) {
            drawn.push_back(std::move(*json));
        } else {
            left_out.push_back(json_string(background.drawn.style.title.in(language)));
        }
    }
    return {{"background", json_array(drawn)}, {"left_out", json_array(left_out)}};
}

std::string grid_json(const MapGrid& grid) {
    return json_object({{"west", core::number_text(grid.corner.x)},
                        {"south", core::number_text(grid.corner.y)},
                        {"step", core::number_text(grid.step)},
                        {"width", std::to_string(grid.width)},
                        {"height", std::to_string(grid.height)}});
}

std::vector<std::string> shapes_json(const SharedShapes& shapes, const MapGrid& grid) {
    std::vector<std::string> json;
    json.reserve(shapes.layers.size());
    for (std::size_t i = 0; i < shapes.layers.size(); ++i) {
        json.push_back('"' + packed_shapes(shapes.degrees[i], each_row_alone(*shapes.layers[i]), grid) + '"');
    }
    return json;
}

/// The indexes' shapes and the grid they lie on.
struct GriddedShapes {
    MapGrid grid;
    std::vector<std::string> json;
};

/// To about a metre where that is little text, else coarser, but not below 4,000 steps along the longest area.
GriddedShapes gridded_shapes(const SharedShapes& shapes, const std::vector<Extent>& areas) {
    const double coarsest = coarsest_step(areas);
    std::size_t expected = 0;
    for (const auto& degrees : shapes.degrees) expected += fine_size(degrees);
    double step = expected > 4 * kFineShapes ? coarsest : finest_step(areas);
    while (true) {
        GriddedShapes made{grid_over(areas, step), {}};
        made.json = shapes_json(shapes, made.grid);
        std::size_t size = 0;
        for (const auto& text : made.json) size += text.size();
        if (size <= kFineShapes || step >= coarsest) return made;
        step = std::min(4.0 * step, coarsest);
    }
}

}  // namespace

std::string map_json(const Report& report, core::Language language, TextPool& texts, std::size_t most_background) {
    Shared shared;
    std::vector<std::string> indexes;
    for (const auto& index : report.indexes) {
        if (!can_be_drawn(index.drawn)) continue;
        indexes.push_back(index_json(report, index, shared, language));
    }
    std::vector<Extent> extents(shared.shapes.degrees.size());
    for (std::size_t i = 0; i < extents.size(); ++i) extents[i].add(shared.shapes.degrees[i]);
    const auto areas = areas_of(extents);
    if (areas.empty()) return "null";
    const auto [grid, shapes] = gridded_shapes(shared.shapes, areas);
    Members members{{"grid", grid_json(grid)},
                    {"shapes", json_array(shapes)},
                    {"ways", json_array(shared.ways.json)},
                    {"indexes", json_array(indexes)}};
    for (auto& member : background_members(report, {shared.shapes, grid, language, most_background}, texts)) {
        members.push_back(std::move(member));
    }
    return json_object(members);
}

}  // namespace desakota::report
