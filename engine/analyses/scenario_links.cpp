#include "engine/analyses/scenario_links.h"

#include <utility>

#include "engine/geo/measure.h"

namespace desakota::analyses {
namespace {

core::Millimetres length_of(const std::vector<geo::GridPoint>& course) {
    double metres = 0.0;
    for (std::size_t i = 0; i + 1 < course.size(); ++i) metres += geo::distance(course[i], course[i + 1]);
    return core::to_thousandths(metres);
}

std::int64_t number_of(const std::vector<std::int64_t>& feature_ids, std::uint32_t row) {
    return row < feature_ids.size() ? feature_ids[row] : static_cast<std::int64_t>(row);
}

/// Whether each of the last `count` input lines is in one component with a line before them.
std::vector<bool> meet_the_base(const network::RoadNetwork& network, std::uint32_t count) {
    const auto first = network.input_line_count - count;
    std::vector<bool> of_base(network.component_count);
    for (std::uint32_t cut = 0; cut < network.first_cut[first]; ++cut) {
        of_base[network.node_component[network.cut_node[cut]]] = true;
    }
    std::vector<bool> meet(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        for (auto cut = network.first_cut[first + i]; cut < network.first_cut[first + i + 1]; ++cut) {
            if (of_base[network.node_component[network.cut_node[cut]]]) meet[i] = true;
        }
    }
    return meet;
}

/// Lines of `roads`, which are added or changed, as they were drawn.
void add_drawn(std::vector<ScenarioLink>& links, LinkChange change, const RoadInput& roads) {
    const auto& lines = roads.lines;
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        const auto& attributes = lines.attributes[line];
        ScenarioLink link{change,
                          number_of(roads.feature_ids[attributes.layer], attributes.feature),
                          0,
                          true,
                          {lines.vertices.begin() + lines.first(line), lines.vertices.begin() + lines.last(line) + 1}};
        link.length = length_of(link.course);
        links.push_back(std::move(link));
    }
}

}  // namespace

std::vector<ScenarioLink> links_of(const ScenarioRoads& roads, const network::RoadNetwork& network,
                                   const Arguments& arguments) {
    const auto& [added, changed, told, removed] = roads;
    std::vector<ScenarioLink> links;
    links.reserve(added.lines.size() + removed.courses.size() + changed.lines.size());
    add_drawn(links, LinkChange::Added, added);
    const auto meet = meet_the_base(network, added.lines.size());
    for (std::uint32_t line = 0; line < added.lines.size(); ++line) {
        links[line].connected = meet[line] || !added.rules[added.lines.attributes[line].rule].passable;
    }
    for (std::size_t i = 0; i < removed.courses.size(); ++i) {
        const auto& layer = arguments.layers.at("removed-roads").front();
        links.push_back({LinkChange::Removed, number_of(layer.feature_ids, removed.features[i]),
                         length_of(removed.courses[i]), true, removed.courses[i]});
    }
    add_drawn(links, LinkChange::Changed, changed);
    return links;
}

void warn_of_loose_links(const std::vector<ScenarioLink>& links, const std::vector<std::string>& labels,
                         core::Diagnostics& diagnostics) {
    constexpr std::size_t kShown = 5;
    std::string list;
    std::size_t count = 0;
    for (const auto& link : links) {
        if (link.connected) continue;
        if (count++ < kShown) list += (list.empty() ? "" : ", ") + std::to_string(link.feature_id);
    }
    if (count == 0) return;
    diagnostics.warning(core::format_text(
        "{0}: {1} added roads meet no road of the base within the tolerance (feature {2}): nothing leads onto them but "
        "a walk. Draw them up to the road.",
        "{0}: {1} jalan yang ditambahkan tidak bertemu jalan semula dalam toleransi (fitur {2}): hanya dapat dicapai "
        "dengan berjalan kaki. Gambar sampai ke jalan itu.",
        labels.empty() ? std::string{} : labels.front(), count, list));
}

}  // namespace desakota::analyses
