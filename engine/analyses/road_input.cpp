#include "engine/analyses/road_input.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "engine/analyses/kept_networks.h"
#include "engine/analyses/landings_and_barriers.h"
#include "engine/analyses/road_attributes.h"

namespace desakota::analyses {
namespace {

constexpr std::size_t kMostVertices = std::numeric_limits<std::uint32_t>::max() - 1;

struct RoleParameter {
    const char* parameter;
    network::LayerRole role;
};
constexpr std::array<RoleParameter, 3> kRoles{{{"roads", network::LayerRole::Roads},
                                               {"rivers", network::LayerRole::Rivers},
                                               {"ferries", network::LayerRole::Ferries}}};

bool has_two_places(std::span<const geo::GridPoint> course) {
    return std::ranges::any_of(course, [&](const geo::GridPoint& place) { return place != course.front(); });
}

/// What of a layer makes no line.
struct LeftOut {
    std::size_t missing = 0;  ///< rows without geometry
    std::size_t short_lines = 0;
    std::size_t other = 0;  ///< points and rings
    std::vector<LineWithoutLength> without_length;
};

/// Adds the lines of a layer: each range of rows by one thread, as if all its parts became lines; where some are left
/// out, what comes after them closes up at the end.
class LineMaker {
public:
    LineMaker(const geo::Geometries& geometry, const LayerAttributes& attributes, network::Lines& lines)
        : geometry_(geometry), attributes_(attributes), lines_(lines), all_{lines.size(), lines.vertices.size()} {}

    LeftOut make(int threads, core::Progress& progress) {
        constexpr std::size_t kRows = 1 << 13;
        std::vector<Range> ranges(geometry_.size() / kRows + 1);
        make_room(all_.lines + geometry_.part_count(), all_.vertices + geometry_.all_coordinates().size());
        core::parallel_for(geometry_.size(), {.threads = threads, .grain = kRows}, progress,
                           [&](std::size_t begin, std::size_t end) { take_rows(begin, end, ranges[begin / kRows]); });
        LeftOut left_out;
        for (auto& range : ranges) {
            append(left_out, std::move(range.left_out));
            close_up(range);
        }
        make_room(all_.lines, all_.vertices);
        return left_out;
    }

private:
    /// How many there are before a place.
    struct Count {
        std::size_t lines = 0;
        std::size_t vertices = 0;
    };
    struct Range {
        Count first;
        Count made;
        LeftOut left_out;
    };

    void make_room(std::size_t lines, std::size_t vertices) {
        lines_.vertices.resize(vertices);
        lines_.first_vertex.resize(lines + 1);
        lines_.attributes.resize(lines);
    }

    void take_rows(std::size_t begin, std::size_t end, Range& range) const {
        const auto first_part = geometry_.parts(begin).first;
        const auto* const coordinates = geometry_.all_coordinates().data();
        const auto first_coordinate =
            first_part == geometry_.part_count()
                ? geometry_.all_coordinates().size()
                : static_cast<std::size_t>(geometry_.coordinates(first_part).data() - coordinates);
        range.first = {all_.lines + first_part, all_.vertices + first_coordinate};
        for (auto row = begin; row < end; ++row) {
            if (geometry_.is_missing(row)) ++range.left_out.missing;
            const auto parts = geometry_.parts(row);
            for (auto part = parts.first; part < parts.last; ++part) take_part(row, part, range);
        }
    }

    void take_part(std::size_t row, std::size_t part, Range& range) const {
        if (geometry_.role(part) != geo::PartRole::Line) {
            ++range.left_out.other;
            return;
        }
        const auto coordinates = geometry_.coordinates(part);
        const auto line = range.first.lines + range.made.lines;
        const auto course =
            std::span(lines_.vertices).subspan(range.first.vertices + range.made.vertices, coordinates.size());
        std::ranges::transform(coordinates, course.begin(), geo::to_grid);
        if (!has_two_places(course)) {
            ++range.left_out.short_lines;
            if (course.empty()) return;
            range.left_out.without_length.push_back(
                {attributes_.of(row).layer, static_cast<std::uint32_t>(row), course.front()});
            return;
        }
        range.made.vertices += course.size();
        ++range.made.lines;
        lines_.first_vertex[line + 1] = static_cast<std::uint32_t>(range.first.vertices + range.made.vertices);
        lines_.attributes[line] = attributes_.of(row);
    }

    /// Moves the lines of a range behind those that were made of the rows before.
    void close_up(const Range& range) {
        const auto& [first, made, left_out] = range;
        if (first.lines != all_.lines && made.lines > 0) {
            const auto back = static_cast<std::uint32_t>(first.vertices - all_.vertices);
            move_back(lines_.vertices, first.vertices, made.vertices, all_.vertices);
            move_back(lines_.first_vertex, first.lines + 1, made.lines, all_.lines + 1);
            move_back(lines_.attributes, first.lines, made.lines, all_.lines);
            for (auto& vertex : std::span(lines_.first_vertex).subspan(all_.lines + 1, made.lines)) vertex -= back;
        }
        all_.lines += made.lines;
        all_.vertices += made.vertices;
    }

    template <class Items>
    static void move_back(Items& items, std::size_t from, std::size_t count, std::size_t to) {
        const auto range = std::span(items).subspan(from, count);
        std::ranges::copy(range, items.begin() + static_cast<std::ptrdiff_t>(to));
    }

    static void append(LeftOut& all, LeftOut more) {
        all.missing += more.missing;
        all.short_lines += more.short_lines;
        all.other += more.other;
        all.without_length.insert(all.without_length.end(), more.without_length.begin(), more.without_length.end());
    }

    const geo::Geometries& geometry_;
    const LayerAttributes& attributes_;
    network::Lines& lines_;
    Count all_;  ///< made for good
};

void report_left_out(const std::string& label, const LeftOut& left_out, core::Diagnostics& diagnostics) {
    if (left_out.missing > 0) {
        diagnostics.warning(core::format_text("{0}: {1} rows have no geometry and are left out.",
                                              "{0}: {1} baris tidak memiliki geometri dan tidak dipakai.", label,
                                              left_out.missing));
    }
    if (left_out.short_lines > 0) {
        diagnostics.warning(core::format_text("{0}: {1} lines have fewer than two distinct points and are left out.",
                                              "{0}: {1} garis memiliki kurang dari dua titik yang berbeda dan tidak "
                                              "dipakai.",
                                              label, left_out.short_lines));
    }
    if (left_out.other > 0) {
        diagnostics.warning(core::format_text("{0}: {1} points and areas are left out; ways are lines.",
                                              "{0}: {1} titik dan area tidak dipakai; jalan harus berupa garis.", label,
                                              left_out.other));
    }
}

/// Reads one line layer after another.
class RoadReader {
public:
    RoadReader(Arguments& arguments, RunContext& context)
        : arguments_(arguments), context_(context), attributes_(arguments, context.diagnostics) {}

    RoadInput read() {
        std::size_t count = 0;
        for (const auto& role : kRoles) count += layers_of(role.parameter).size();
        make_room();
        for (const auto& role : kRoles) {
            auto& layers = layers_of(role.parameter);
            for (std::size_t index = 0; index < layers.size(); ++index) {
                const auto done = static_cast<double>(input_.layer_labels.size());
                core::Stage stage(context_.progress, done / static_cast<double>(count),
                                  (done + 1.0) / static_cast<double>(count));
                read_layer(layers[index], role.role, index, stage);
            }
        }
        finish();
        return std::move(input_);
    }

private:
    std::vector<layers::Layer>& layers_of(const char* parameter) { return arguments_.layers[parameter]; }

    /// For all layers at once: to make room layer by layer would move what is there each time. Joins become lines, too:
    /// without spare room (address space only) the first one would move all vertices.
    void make_room() {
        std::size_t vertices = 0;
        std::size_t lines = 0;
        for (const auto& role : kRoles) {
            for (const auto& layer : layers_of(role.parameter)) {
                vertices += layer.geometry.all_coordinates().size();
                lines += layer.geometry.part_count();
            }
        }
        if (vertices > kMostVertices) return;
        input_.lines.vertices.reserve(vertices + vertices / 8);
        input_.lines.first_vertex.reserve(lines + lines / 4 + 1);
        input_.lines.attributes.reserve(lines + lines / 4);
    }

    void read_layer(layers::Layer& layer, network::LayerRole role, std::size_t index, core::Progress& progress) {
        core::Stage placing(progress, 0.0, 0.3);
        core::Stage describing(progress, 0.3, 0.5);
        core::Stage gridding(progress, 0.5, 1.0);
        auto context = with_progress(context_, placing);
        const LineLayer line_layer{&layer, role, index, static_cast<std::uint32_t>(input_.layer_labels.size()),
                                   new_label(layer)};
        input_.layer_labels.push_back(line_layer.label);
        const auto extent = bring_to_wgs84(layer, layer.geometry, nullptr, context);
        if (extent && fits(layer)) {
            const auto attributes = attributes_.read(line_layer, describing);
            const auto left_out = LineMaker(layer.geometry, attributes, input_.lines).make(context_.threads, gridding);
            report_left_out(line_layer.label, left_out, context_.diagnostics);
            input_.without_length.insert(input_.without_length.end(), left_out.without_length.begin(),
                                         left_out.without_length.end());
            if (role == network::LayerRole::Roads) add_extent(*extent);
        }
        input_.feature_ids.push_back(std::move(layer.feature_ids));
        layer.feature_ids = {};
        progress.step(1.0);
        layer.geometry = {};
        progress.step(1.0);
        layer.columns = {};
    }

    /// A label that no other line layer has.
    std::string new_label(const layers::Layer& layer) const {
        const auto label = layers::describe_layer(layer);
        auto result = label;
        for (int number = 2; std::ranges::find(input_.layer_labels, result) != input_.layer_labels.end(); ++number) {
            result = label + " (" + std::to_string(number) + ")";
        }
        return result;
    }

    bool fits(const layers::Layer& layer) {
        const auto total = input_.lines.vertices.size() + layer.geometry.all_coordinates().size();
        if (total <= kMostVertices) return true;
        context_.diagnostics.error(
            {"The line layers have more than 4 thousand million points. Cut out the area you need.",
             "Lapisan garis memuat lebih dari 4 miliar titik. Potong wilayah yang diperlukan."});
        return false;
    }

    void add_extent(const LayerExtent& extent) {
        if (input_.extent.box.is_empty()) {
            input_.extent = extent;
            return;
        }
        input_.extent.box.add(extent.box);
        input_.extent.label += ", " + extent.label;
    }

    void finish() {
        attributes_.finish();
        input_.rules = attributes_.rules().rules();
        input_.has_times = attributes_.rules().has_times();
        input_.walking_kmh = attributes_.walking_kmh();
        input_.season_has_effect = attributes_.season_has_effect();
        input_.mode_has_effect = attributes_.mode_has_effect();
    }

    Arguments& arguments_;
    RunContext& context_;
    RoadAttributes attributes_;
    RoadInput input_;
};

void check_times(const RoadInput& input, const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (arguments.text("cost") != "time" || input.has_times || diagnostics.has_errors()) return;
    diagnostics.error(
        {"--cost time needs speeds, and none are known for some line layers. Name their class field with "
         "--class-field, give a --profile for its values, or a --default-speed.",
         "--cost time memerlukan kecepatan, dan kecepatan sebagian lapisan garis tidak diketahui. Sebutkan kolom "
         "kelasnya dengan --class-field, beri --profile untuk nilainya, atau --default-speed."});
}

RoadInput read_lines(Arguments& arguments, RunContext& context) {
    core::Stage lines(context.progress, 0.0, 0.96);
    auto reading_lines = with_progress(context, lines);
    auto input = RoadReader(arguments, reading_lines).read();
    check_times(input, arguments, context.diagnostics);
    core::Stage landings(context.progress, 0.96, 0.98);
    auto reading_landings = with_progress(context, landings);
    add_landings(arguments, input, reading_landings);
    core::Stage barriers(context.progress, 0.98, 1.0);
    auto reading_barriers = with_progress(context, barriers);
    input.barriers = read_barriers(arguments, reading_barriers);
    return input;
}

void tell_again(const std::vector<core::Diagnostic>& told, core::Diagnostics& diagnostics) {
    for (const auto& item : told) {
        item.severity == core::Severity::Warning ? diagnostics.warning(item.text) : diagnostics.information(item.text);
    }
}

}  // namespace

RoadInput read_roads(Arguments& arguments, RunContext& context) {
    if (context.networks == nullptr) return read_lines(arguments, context);
    const auto name = context.networks->name_of(arguments);
    if (name.empty()) return read_lines(arguments, context);
    const auto kept = context.networks->find(name);
    if (!kept) {
        const auto before = static_cast<std::ptrdiff_t>(context.diagnostics.items().size());
        auto input = read_lines(arguments, context);
        input.made_of = name;
        input.told.assign(context.diagnostics.items().begin() + before, context.diagnostics.items().end());
        return input;
    }
    auto input = kept->roads;
    input.kept = kept;
    if (context.networks->tells_again()) tell_again(input.told, context.diagnostics);
    check_times(input, arguments, context.diagnostics);
    context.progress.step(1.0);
    return input;
}

}  // namespace desakota::analyses
