#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "engine/geo/measure.h"
#include "engine/geo/nearest_points.h"
#include "engine/network/finding_parts.h"

namespace desakota::network {
namespace {

constexpr std::size_t kLinesBetweenReports = 1024;
constexpr double kSpacing = 100.0;       // metres between samples of a line, at most
constexpr double kMinorMetres = 1000.0;  // of a component whose loss is a warning

/// Where two components are nearest.
struct Gap {
    double metres = std::numeric_limits<double>::infinity();
    PlaceOnLine from;
    PlaceOnLine to;

    void offer(const Gap& other) {
        if (std::tie(other.metres, other.from, other.to) < std::tie(metres, from, to)) *this = other;
    }
};

/// Places along lines, kSpacing apart at most.
struct Samples {
    std::vector<geo::GridPoint> places;
    std::vector<PlaceOnLine> on_lines;

    void add(const Lines& lines, std::uint32_t line) {
        for (auto s = lines.first(line); s < lines.last(line); ++s) {
            const double length = lines.metres[s + 1] - lines.metres[s];
            const auto steps = static_cast<std::uint32_t>(std::ceil(length / kSpacing));
            for (std::uint32_t i = 0; i < steps; ++i) add(lines, {line, s, static_cast<double>(i) / steps});
        }
        add(lines, {line, lines.last(line) - 1, 1.0});
    }

private:
    void add(const Lines& lines, const PlaceOnLine& on_line) {
        on_lines.push_back(on_line);
        places.push_back(place_of(lines, on_line));
    }
};

Gap point_to_segment(const Lines& lines, const PlaceOnLine& point, const PlaceOnLine& segment) {
    const auto place = place_of(lines, point);
    const auto& v = lines.vertices;
    const auto foot = geo::foot_on(geo::LocalFrame(place), v[segment.segment], v[segment.segment + 1]);
    const PlaceOnLine on_segment{segment.line, segment.segment, foot.t};
    return {geo::distance(place, place_of(lines, on_segment)), point, on_segment};
}

/// Two pieces are nearest at an end of one of them, unless they cross.
Gap segment_to_segment(const Lines& lines, const PlaceOnLine& a, const PlaceOnLine& b) {
    const auto& v = lines.vertices;
    const auto meeting = intersect(v[a.segment], v[a.segment + 1], v[b.segment], v[b.segment + 1]);
    if (meeting.meets) return {0.0, {a.line, a.segment, meeting.t_ab}, {b.line, b.segment, meeting.t_cd}};
    Gap best;
    for (const double end : {0.0, 1.0}) {
        best.offer(point_to_segment(lines, {a.line, a.segment, end}, b));
        auto back = point_to_segment(lines, {b.line, b.segment, end}, a);
        std::swap(back.from, back.to);
        best.offer(back);
    }
    return best;
}

/// The lines of the longest component, ready to be asked how near they are.
class Mainland {
public:
    Mainland(const Lines& lines, const std::vector<std::uint32_t>& members, core::Progress& progress)
        : lines_(lines), samples_(sampled(lines, members, {progress, 0.0, 0.2, members.size(), kLinesBetweenReports})) {
        core::Stage building(progress, 0.2, 1.0);
        tree_ = geo::NearestPoints(samples_.places, building);
        samples_.places = {};  // the tree has them
    }

    /// Gives the memory back, which takes a while: with chances to hear a cancel.
    void release(core::Progress& progress) {
        samples_.on_lines = {};
        progress.step(1.0);
        tree_ = geo::NearestPoints(std::span<const geo::GridPoint>());
        progress.step(1.0);
    }

    [[nodiscard]] Gap nearest_to(const std::vector<std::uint32_t>& members) const {
        core::SilentProgress silent;
        const auto own = sampled(lines_, members, {silent, 0.0, 1.0, members.size()});
        std::vector<double> metres(own.places.size(), std::numeric_limits<double>::infinity());
        for (std::size_t i = 0; i < metres.size(); ++i) {
            if (const auto found = tree_.nearest(own.places[i])) metres[i] = found->metres;
        }
        // Each of the two nearest places has a sample within half the spacing.
        const double limit = *std::ranges::min_element(metres) + kSpacing;
        Gap best;
        for (std::size_t i = 0; i < own.places.size(); ++i) {
            if (metres[i] > limit) continue;
            for (const auto& found : tree_.within(own.places[i], limit)) {
                best.offer(between(own.on_lines[i], samples_.on_lines[found.place]));
            }
        }
        return best;
    }

private:
    static Samples sampled(const Lines& lines, const std::vector<std::uint32_t>& members, core::LoopSteps steps) {
        Samples samples;
        double most = 0.0;
        for (const auto line : members) {
            most += lines.length(line) / kSpacing + static_cast<double>(lines.last(line) - lines.first(line)) + 1.0;
        }
        samples.places.reserve(static_cast<std::size_t>(most));
        samples.on_lines.reserve(static_cast<std::size_t>(most));
        for (std::size_t i = 0; i < members.size(); ++i) {
            steps.at(i);
            samples.add(lines, members[i]);
        }
        return samples;
    }

    /// Between the segments of two samples; one at a vertex stands for the segment before it as well.
    [[nodiscard]] Gap between(const PlaceOnLine& a, const PlaceOnLine& b) const {
        Gap best;
        for (const auto& one : segments_at(a)) {
            for (const auto& other : segments_at(b)) best.offer(segment_to_segment(lines_, one, other));
        }
        return best;
    }

    [[nodiscard]] std::vector<PlaceOnLine> segments_at(const PlaceOnLine& place) const {
        std::vector<PlaceOnLine> segments{place};
        if (place.t == 0.0 && place.segment > lines_.first(place.line)) {
            segments.push_back({place.line, place.segment - 1, 1.0});
        }
        return segments;
    }

    const Lines& lines_;
    Samples samples_;
    geo::NearestPoints tree_{{}};
};

FindingSeverity severity_of(const Components& components, std::uint32_t index) {
    if (!components.holds_roads[index]) return FindingSeverity::Information;
    return components.metres[index] < kMinorMetres ? FindingSeverity::Warning : FindingSeverity::Critical;
}

}  // namespace

void find_isolated_components(const RoadNetwork& network, const Components& components, const core::Parallel& parallel,
                              core::Progress& progress, std::vector<Finding>& findings) {
    if (components.size() < 2) return progress.step(1.0);
    std::vector<std::vector<std::uint32_t>> members(components.size());
    core::LoopSteps steps(progress, 0.0, 0.05, network.input_line_count);
    for (std::uint32_t line = 0; line < network.input_line_count; ++line) {
        steps.at(line);
        const auto number = component_of(network, components, line);
        if (number > 0) members[number - 1].push_back(line);
    }
    core::Stage building(progress, 0.05, 0.8);
    Mainland mainland(network.lines, members.front(), building);
    core::Stage measuring(progress, 0.8, 1.0);
    std::vector<Gap> gaps(components.size());
    core::parallel_for(components.size(), {.threads = parallel.threads, .grain = 1}, measuring,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = std::max<std::size_t>(begin, 1); i < end; ++i) {
                               gaps[i] = mainland.nearest_to(members[i]);
                           }
                       });
    mainland.release(measuring);
    for (std::uint32_t i = 1; i < components.size(); ++i) {
        const auto& gap = gaps[i];
        findings.push_back({FindingKind::IsolatedComponent, severity_of(components, i),
                            place_of(network.lines, gap.from), gap.metres, gap.from, gap.to});
    }
}

}  // namespace desakota::network
