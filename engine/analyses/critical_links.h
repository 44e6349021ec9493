#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/demand.h"
#include "engine/analyses/network_check.h"
#include "engine/analyses/search_setting.h"
#include "engine/analyses/settlements.h"

namespace desakota::analyses {

/// critical-links: whether they are looked for.
[[nodiscard]] Parameter critical_links_parameter();

/// A piece of road, river or ferry between two junctions, and who would be beyond the threshold without it.
struct CriticalLink {
    std::uint32_t piece = 0;
    std::size_t settlements = 0;     ///< with any family beyond by it
    std::optional<double> families;  ///< missing where no number is known
    double weight = 0.0;             ///< of settlements, by the share of their families
};

/// For whom, and to where.
struct LinkQuestion {
    const Settlements& settlements;
    const DemandPoints& demand;
    std::span<const geo::GridPoint> facilities;
    core::Millimetres threshold = 5'000'000;
};
/// The links that matter, most families first; each judged alone (paths/closures.h).
[[nodiscard]] std::vector<CriticalLink> find_critical_links(const LinkQuestion& question, const SearchSetting& setting,
                                                            core::Progress& progress);

/// What the layer and the answer tell of them.
struct CriticalLinks {
    std::vector<CriticalLink> links;
    LineSources sources;   ///< of the network's lines
    core::Text threshold;  ///< in a sentence: "5.0 km"
    core::Text wanted;     ///< "a puskesmas"
};
[[nodiscard]] OutputLayer declare_critical_links(const std::string& main_layer);
[[nodiscard]] layers::Layer make_critical_links(const CriticalLinks& found, const network::RoadNetwork& network,
                                                const std::string& crs, RunContext& context);
void add_critical_link_answer(Results& results, const CriticalLinks& found, const network::RoadNetwork& network);

}  // namespace desakota::analyses
