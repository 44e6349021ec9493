#include "engine/network/lines.h"

#include <limits>

#include "engine/core/error.h"
#include "engine/geo/measure.h"

namespace desakota::network {

void Lines::add(std::span<const geo::GridPoint> course, const LineAttributes& line_attributes) {
    if (vertices.size() + course.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw core::input_error(
            {"The line layers hold more than 4.2 billion vertices. Cut them to the area of interest.",
             "Lapisan garis berisi lebih dari 4,2 miliar titik. Potong sesuai wilayah kajian."});
    }
    vertices.insert(vertices.end(), course.begin(), course.end());
    first_vertex.push_back(static_cast<std::uint32_t>(vertices.size()));
    attributes.push_back(line_attributes);
}

namespace {

void measure_line(Lines& lines, std::uint32_t line) {
    double sum = 0.0;
    lines.metres[lines.first(line)] = 0.0;
    for (auto v = lines.first(line); v < lines.last(line); ++v) {
        sum += geo::distance(lines.vertices[v], lines.vertices[v + 1]);
        lines.metres[v + 1] = sum;
    }
}

}  // namespace

void measure(Lines& lines, const core::Parallel& parallel, core::Progress& progress) {
    lines.metres.reserve(lines.vertices.capacity());
    lines.metres.resize(lines.vertices.size());
    core::parallel_for(lines.size(), {.threads = parallel.threads, .grain = 4096}, progress,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto line = begin; line < end; ++line) {
                               measure_line(lines, static_cast<std::uint32_t>(line));
                           }
                       });
}

bool same_level(const LineAttributes& one, const LineAttributes& other) {
    return one.level == other.level && one.bridge == other.bridge && one.tunnel == other.tunnel;
}

}  // namespace desakota::network
