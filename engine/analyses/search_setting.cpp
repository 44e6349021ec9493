#include "engine/analyses/search_setting.h"

#include <algorithm>
#include <span>
#include <utility>

#include "engine/analyses/kept_networks.h"
#include "engine/analyses/landings_and_barriers.h"
#include "engine/analyses/network_options.h"

namespace desakota::analyses {
namespace {

/// The hull of the roads alone: rivers and ferries may lead far out of the data. Road layers come first.
geo::ConvexHull hull_of(const network::Lines& lines, std::size_t road_layers, const core::Parallel& parallel,
                        core::Progress& progress) {
    const auto first_other =
        std::ranges::lower_bound(lines.attributes, road_layers, {}, &network::LineAttributes::layer);
    const auto roads = static_cast<std::size_t>(first_other - lines.attributes.begin());
    return {std::span(lines.vertices).first(lines.first_vertex[roads]), parallel, progress};
}

std::int64_t cutoff_of(const Arguments& arguments, network::Objective objective) {
    const auto cutoff = arguments.number("cutoff");
    if (!cutoff) return core::kUnreachable;
    return core::to_thousandths(objective == network::Objective::Time ? *cutoff * 60.0 : *cutoff);
}

network::AccessOptions access_options(const Arguments& arguments, const RoadInput& roads) {
    network::AccessOptions access;
    access.max_access = arguments.number("max-access").value_or(access.max_access);
    access.off_road_factor = arguments.number("off-road-factor").value_or(access.off_road_factor);
    access.walking_kmh = roads.walking_kmh;
    access.objective = arguments.text("cost") == "time" ? network::Objective::Time : network::Objective::Distance;
    return access;
}

/// Builds hull and network, and keeps them where other runs may want them.
void build(SearchSetting& setting, const Arguments& arguments, RoadInput roads, RunContext& context) {
    const auto layers = arguments.layers.find("roads");
    core::Stage bounding(context.progress, 0.0, 0.05);
    setting.hull =
        hull_of(roads.lines, layers == arguments.layers.end() ? 0 : layers->second.size(), setting.parallel, bounding);
    auto options = network_options(arguments);
    options.barriers = std::exchange(roads.barriers, {});
    core::Stage building(context.progress, 0.05, 1.0);
    setting.shared_network = std::make_shared<const network::RoadNetwork>(
        build_network(std::exchange(roads.lines, {}), roads.rules, options, setting.parallel, building));
    const auto before = static_cast<std::ptrdiff_t>(context.diagnostics.items().size());
    report_idle_landings(setting.network(), context.diagnostics);
    if (roads.made_of.empty()) return;
    const auto& items = context.diagnostics.items();
    roads.told.insert(roads.told.end(), items.begin() + before, items.end());
    const auto name = roads.made_of;
    context.networks->keep(name, {std::move(roads), setting.hull, setting.shared_network});
}

}  // namespace

network::NetworkOptions network_options(const Arguments& arguments) {
    network::NetworkOptions options;
    options.cleaning = arguments.text("clean") == "off" ? network::Cleaning::Off : network::Cleaning::On;
    options.joins.tolerance = arguments.number("tolerance").value_or(options.joins.tolerance);
    return options;
}

paths::NearestOptions SearchSetting::options(network::Objective objective) const {
    paths::NearestOptions options{.access = access};
    options.access.objective = objective;
    if (objective == access.objective) options.cutoff = cutoff;
    return options;
}

SearchSetting prepare_search(const Arguments& arguments, RoadInput roads, RunContext& context) {
    SearchSetting setting;
    setting.access = access_options(arguments, roads);
    setting.cutoff = cutoff_of(arguments, setting.access.objective);
    setting.routes = arguments.is_yes("routes");
    setting.parallel = {.threads = context.threads, .grain = 64};
    setting.language = context.language;
    if (roads.kept) {
        setting.hull = roads.kept->hull;
        setting.shared_network = roads.kept->network;
        context.progress.step(1.0);
    } else {
        build(setting, arguments, std::move(roads), context);
    }
    return setting;
}

}  // namespace desakota::analyses
