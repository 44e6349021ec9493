#include "engine/analyses/road_attributes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/network/way_fields.h"
#include "engine/network/way_fields_osm.h"

namespace desakota::analyses {
namespace {

using network::LayerRole;

network::Mode mode_of(const std::string& code) {
    if (code == "walking") return network::Mode::Walking;
    return code == "car" ? network::Mode::Car : network::Mode::Motorcycle;
}

network::RuleSettings settings_of(const Arguments& arguments) {
    return {mode_of(arguments.text("mode")),
            arguments.text("season") == "wet" ? network::Season::Wet : network::Season::Dry,
            arguments.number("default-speed")};
}

std::vector<std::string> comma_separated(const std::string& text) {
    std::vector<std::string> items;
    for (std::size_t from = 0; from <= text.size() && !text.empty();) {
        const auto comma = std::min(text.find(',', from), text.size());
        items.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return items;
}

/// A profile file that cannot be read is an error like others; nothing where none was given.
std::optional<network::Profile> profile_of(const Arguments& arguments, core::Diagnostics& diagnostics) {
    const auto file = arguments.files.find("profile");
    if (file == arguments.files.end()) return std::nullopt;
    try {
        return network::parse_profile(file->second.name, file->second.text);
    } catch (const core::Error& error) {
        for (const auto& problem : error.problems()) diagnostics.error(problem);
        return std::nullopt;
    }
}

const std::vector<std::string>& usual_names(const std::string& parameter) {
    return std::ranges::find(road_fields(), parameter, &RoadField::parameter)->usual_names;
}

const layers::Column* usual_column(const layers::Layer& layer, const std::vector<std::string>& names) {
    for (const auto& name : names) {
        const auto column = std::ranges::find_if(
            layer.columns, [&](const layers::Column& other) { return network::normalised(other.name()) == name; });
        if (column != layer.columns.end()) return &*column;
    }
    return nullptr;
}

std::string value_of(const layers::Column* column, std::size_t row) {
    return column == nullptr ? std::string{} : column->as_text(row).value_or(std::string{});
}

}  // namespace

const std::vector<RoadField>& road_fields() {
    static const std::vector<RoadField> fields{
        {"class-field",
         {"highway", "remark", "class", "kelas_jalan", "kelas", "jenis_jalan", "fungsi_jalan", "fungsi", "road_class",
          "fclass"}},
        {"surface-field",
         {"surface", "permukaan", "perkerasan", "jenis_perkerasan", "tipe_perkerasan", "lapis_permukaan"}},
        {"level-field", {"layer", "level"}},
        {"bridge-field", {"bridge", "jembatan"}},
        {"tunnel-field", {"tunnel", "terowongan"}},
        {"direction-field", {"oneway", "one_way", "satu_arah", "searah"}},
        {"junction-field", {"junction"}},
        {"access-field", {"access", "akses"}},
        {"route-field", {"route"}},
        {"duration-field", {"duration", "durasi", "lama_menit"}},
        {"join-field", {"join"}},
    };
    return fields;
}

/// The columns of one layer that say something of its ways; nullptr where there is none.
struct RoadAttributes::Fields {
    const layers::Column* class_value = nullptr;
    const layers::Column* surface = nullptr;
    const layers::Column* level = nullptr;
    const layers::Column* bridge = nullptr;
    const layers::Column* tunnel = nullptr;
    const layers::Column* direction = nullptr;
    const layers::Column* junction = nullptr;
    const layers::Column* access = nullptr;
    const layers::Column* route = nullptr;
    const layers::Column* duration = nullptr;
    const layers::Column* join = nullptr;

    [[nodiscard]] std::vector<const layers::Column*> all() const {
        return {class_value, surface, level, bridge, tunnel, direction, junction, access, route, duration, join};
    }
    [[nodiscard]] std::string class_name() const {
        return class_value == nullptr ? std::string{} : class_value->name();
    }
};

/// One layer while it is read.
struct RoadAttributes::Reading {
    const Fields& fields;
    network::LayerWays ways;
};

/// Values of one layer that say nothing known.
struct RoadAttributes::Unknown {
    network::ValueCounts directions;
    network::ValueCounts levels;
};

/// One combination of values.
struct RoadAttributes::Way {
    std::string class_value;  ///< as the field holds it
    std::string direction;
    std::string junction;
    std::size_t count = 0;
};

namespace {

/// Under which class a profile knows a way: for OpenStreetMap's, the tags together decide.
std::string class_of(const std::string& field, const std::string& value, const std::string& route, LayerRole role) {
    network::OsmTags tags;
    tags.route = route;
    const auto name = network::normalised(field);
    if (name == "railway") {
        tags.railway = value;
    } else if (name == "waterway") {
        tags.waterway = value;
    } else if (name == "route") {
        tags.route = value;
    } else {
        tags.highway = value;
    }
    return network::osm_class(tags, role);
}

std::int8_t level_of(const std::string& value, std::size_t count, network::ValueCounts& unknown) {
    constexpr int kHighest = 127;
    const auto level = network::parse_level(value);
    if (!level) unknown.add(value, count);
    return static_cast<std::int8_t>(std::clamp(level.value_or(0), -kHighest, kHighest));
}

void report_levels(const std::string& label, const layers::Column* column, const network::ValueCounts& unknown,
                   core::Diagnostics& diagnostics) {
    if (unknown.empty() || column == nullptr) return;
    diagnostics.warning(
        core::format_text("{0}: the level field '{1}' holds values that are no whole numbers, taken as 0: ",
                          "{0}: kolom tingkat '{1}' berisi nilai yang bukan bilangan bulat, dianggap 0: ", label,
                          column->name()) +
        unknown.listing() + core::same_text("."));
}

/// How many rows with geometry have each combination.
std::vector<std::size_t> count_rows(const ValueCombinations& combinations, const geo::Geometries& geometry,
                                    core::LoopSteps steps) {
    std::vector<std::size_t> counts(combinations.size());
    for (std::size_t row = 0; row < geometry.size(); ++row) {
        steps.at(row);
        if (!geometry.is_missing(row)) ++counts[combinations.of_row[row]];
    }
    return counts;
}

}  // namespace

RoadAttributes::RoadAttributes(Arguments& arguments, core::Diagnostics& diagnostics)
    : arguments_(arguments),
      diagnostics_(diagnostics),
      settings_(settings_of(arguments)),
      direction_values_{comma_separated(arguments.text("value-forward")),
                        comma_separated(arguments.text("value-backward")),
                        comma_separated(arguments.text("value-both"))},
      profile_(profile_of(arguments, diagnostics)),
      rules_(settings_) {
    if (!profile_) return;
    walking_kmh_ = profile_->walking_off_road_kmh;
    walking_is_known_ = true;
}

RoadAttributes::Fields RoadAttributes::find_fields(const LineLayer& line_layer) const {
    const auto& layer = *line_layer.layer;
    const bool is_road = line_layer.role == LayerRole::Roads;
    const auto column = [&](const std::string& parameter) -> const layers::Column* {
        const bool declared = arguments_.fields.contains(parameter);
        if (is_road && declared) return layer.find(arguments_.field(parameter, line_layer.index));
        return usual_column(layer, usual_names(parameter));
    };
    Fields fields{column("class-field"),  column("surface-field"),   column("level-field"),    column("bridge-field"),
                  column("tunnel-field"), column("direction-field"), column("junction-field"), column("access-field"),
                  column("route-field"),  column("duration-field"),  column("join-field")};
    if (is_road) return fields;
    const auto* osm_class = usual_column(layer, {line_layer.role == LayerRole::Rivers ? "waterway" : "route"});
    if (osm_class != nullptr) fields.class_value = osm_class;
    const auto duration = arguments_.field("ferry-duration-field", line_layer.index);
    if (line_layer.role == LayerRole::Ferries && !duration.empty()) fields.duration = layer.find(duration);
    return fields;
}

const network::Profile* RoadAttributes::choose_profile(const LineLayer& line_layer, const Fields& fields) {
    const bool is_road = line_layer.role == LayerRole::Roads;
    const network::Profile* profile = nullptr;
    if (profile_) {
        const bool fits = fields.class_value != nullptr || (!is_road && !profile_->unlisted_is_impassable);
        profile = fits ? &*profile_ : nullptr;
        profile_has_effect_ = profile_has_effect_ || fits;
    } else if (fields.class_value != nullptr) {
        profile = network::built_in_profile_for(fields.class_name(), fields.class_value->distinct_texts());
    }
    season_has_effect_ = season_has_effect_ || profile != nullptr || !is_road;
    if (is_road && profile != nullptr && !walking_is_known_) {
        walking_kmh_ = profile->walking_off_road_kmh;
        walking_is_known_ = true;
    }
    return profile;
}

network::Direction RoadAttributes::read_direction(const Fields& fields, const Way& way, network::ValueCounts& unknown) {
    directions_have_effect_ = directions_have_effect_ || fields.direction != nullptr;
    one_way_has_effect_ = one_way_has_effect_ || fields.direction != nullptr || fields.junction != nullptr;
    const auto direction =
        network::direction_of({way.direction, way.junction, way.class_value}, settings_.mode, direction_values_);
    if (!direction) unknown.add(way.direction, way.count);
    return direction.value_or(network::Direction::Both);
}

void RoadAttributes::report_directions(const LineLayer& line_layer, const Fields& fields,
                                       const network::ValueCounts& unknown) {
    if (fields.direction == nullptr) return;
    const bool named = line_layer.role == LayerRole::Roads && arguments_.is_given("direction-field");
    network::report_unknown_directions(unknown, line_layer.label, fields.direction->name(),
                                       named ? network::FieldOrigin::Named : network::FieldOrigin::Found, diagnostics_);
}

network::LineAttributes RoadAttributes::read_way(const Reading& reading, std::size_t row, std::size_t count,
                                                 Unknown& unknown) {
    const auto& fields = reading.fields;
    const auto& ways = reading.ways;
    const Way way{value_of(fields.class_value, row), value_of(fields.direction, row), value_of(fields.junction, row),
                  count};
    const bool is_osm = ways.profile != nullptr && ways.profile->unlisted_is_impassable;
    const auto class_value =
        is_osm ? class_of(fields.class_name(), way.class_value, value_of(fields.route, row), ways.role)
               : way.class_value;
    network::LineAttributes attributes;
    attributes.rule = rules_.rule_for(
        ways,
        {class_value, value_of(fields.surface, row), value_of(fields.access, row), value_of(fields.duration, row)},
        count);
    attributes.kind = rules_.rules()[attributes.rule].kind;
    attributes.direction = read_direction(fields, way, unknown.directions);
    attributes.level = level_of(value_of(fields.level, row), count, unknown.levels);
    attributes.bridge = network::says_yes(value_of(fields.bridge, row));
    attributes.tunnel = network::says_yes(value_of(fields.tunnel, row));
    attributes.join = network::is_join(value_of(fields.join, row));
    return attributes;
}

LayerAttributes RoadAttributes::read(const LineLayer& line_layer, core::Progress& progress) {
    const auto& layer = *line_layer.layer;
    const auto fields = find_fields(line_layer);
    const Reading reading{fields,
                          {line_layer.label, line_layer.role, choose_profile(line_layer, fields), fields.class_name()}};
    LayerAttributes result;
    core::Stage combining(progress, 0.0, 0.8);
    result.combinations = combine_values(fields.all(), layer.row_count, combining);
    result.of_combination.resize(result.combinations.size());
    const auto counts = count_rows(result.combinations, layer.geometry, {progress, 0.8, 1.0, layer.row_count});
    Unknown unknown;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        auto& attributes = result.of_combination[i];
        if (counts[i] > 0) attributes = read_way(reading, result.combinations.first_row[i], counts[i], unknown);
        attributes.layer = line_layer.number;
    }
    report_directions(line_layer, fields, unknown.directions);
    report_levels(line_layer.label, fields.level, unknown.levels, diagnostics_);
    return result;
}

void RoadAttributes::finish() {
    rules_.report(diagnostics_);
    const bool speed_is_idle = rules_.default_speed_is_unused();
    if (speed_is_idle) {
        diagnostics_.option_without_effect(
            {"--default-speed has no effect: the speed profile holds all road classes. Leave it out.",
             "--default-speed tidak berpengaruh: semua kelas jalan ada di profil kecepatan. Hilangkan pilihan ini."});
    }
    const bool profile_is_idle = profile_ && !profile_has_effect_;
    if (profile_is_idle) {
        diagnostics_.option_without_effect(
            {"--profile has no effect: no line layer has a class field. Name it with --class-field, or leave --profile "
             "out.",
             "--profile tidak berpengaruh: tidak ada lapisan garis dengan kolom kelas. Sebutkan kolomnya dengan "
             "--class-field, atau hilangkan --profile."});
    }
    const bool values_given =
        !direction_values_.forward.empty() || !direction_values_.backward.empty() || !direction_values_.both.empty();
    const bool values_are_idle = values_given && !directions_have_effect_;
    if (values_are_idle) {
        diagnostics_.option_without_effect(
            {"--value-forward, --value-backward and --value-both have no effect: no line layer has a direction field. "
             "Name it with --direction-field, or leave them out.",
             "--value-forward, --value-backward, dan --value-both tidak berpengaruh: tidak ada lapisan garis dengan "
             "kolom "
             "arah. Sebutkan kolomnya dengan --direction-field, atau hilangkan opsi itu."});
    }
    if (speed_is_idle || profile_is_idle || values_are_idle) diagnostics_.throw_errors(core::ExitStatus::WrongUsage);
}

}  // namespace desakota::analyses
