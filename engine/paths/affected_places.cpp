#include "engine/paths/affected_places.h"

#include <algorithm>
#include <cstdint>

#include "engine/geo/measure.h"

namespace desakota::paths {
namespace {

using network::RoadNetwork;

/// Compares a line of the base with the same line in the changed network.
class LineComparison {
public:
    LineComparison(const Nearest& before, const Nearest& after) : before_(before), after_(after) {}

    [[nodiscard]] bool differ(std::uint32_t line, std::uint32_t same) const {
        const auto& one = before_.network();
        const auto& other = after_.network();
        const auto count = one.first_cut[line + 1] - one.first_cut[line];
        if (other.first_cut[same + 1] - other.first_cut[same] != count) return true;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (cuts_differ(one.first_cut[line] + i, other.first_cut[same] + i)) return true;
        }
        return false;
    }

private:
    [[nodiscard]] bool cuts_differ(std::uint32_t cut, std::uint32_t same) const {
        const auto node = before_.network().cut_node[cut];
        const auto other = after_.network().cut_node[same];
        return before_.network().cut_metres[cut] != after_.network().cut_metres[same] ||
               before_.field().cost(node) != after_.field().cost(other) ||
               before_.field().destination(node) != after_.field().destination(other);
    }

    const Nearest& before_;
    const Nearest& after_;
};

/// The boxes of the chunks of which `takes(line)` is true.
template <class Takes>
void add_boxes(std::vector<geo::GridBox>& boxes, const RoadNetwork& network, const Takes& takes) {
    const auto& index = network.index;
    for (std::size_t chunk = 0; chunk < index.chunks.size(); ++chunk) {
        if (takes(index.chunks[chunk].line)) boxes.push_back(index.cells.box(chunk));
    }
}

}  // namespace

AffectedPlaces::AffectedPlaces(const Nearest& before, const Nearest& after, const std::vector<bool>& removed)
    : max_access_(before.options().access.max_access),
      all_(before.network().has_landings != after.network().has_landings) {
    const LineComparison comparison(before, after);
    std::vector<bool> differs(after.network().input_line_count, true);  // so the new ones
    std::uint32_t same = 0;
    for (std::uint32_t line = 0; line < before.network().input_line_count; ++line) {
        if (!removed.empty() && removed[line]) continue;
        differs[same] = comparison.differ(line, same);
        ++same;
    }
    std::vector<geo::GridBox> boxes;
    add_boxes(boxes, after.network(), [&](std::uint32_t line) { return differs[line]; });
    if (!removed.empty()) {
        add_boxes(boxes, before.network(), [&](std::uint32_t line) { return removed[line]; });
    }
    boxes_ = geo::BoxIndex(boxes);
}

bool AffectedPlaces::holds(const geo::GridPoint& place) const {
    if (all_) return true;
    bool any = false;
    boxes_.for_each(geo::LocalFrame(place).box(max_access_), [&](std::uint32_t /*box*/) { any = true; });
    return any;
}

}  // namespace desakota::paths
