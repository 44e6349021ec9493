#pragma once

#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/road_input.h"
#include "engine/geo/convex_hull.h"
#include "engine/network/road_network.h"

namespace desakota::analyses {

/// What several runs share of their roads.
struct KeptNetwork {
    RoadInput roads;  ///< without lines and barriers, which are in the network
    geo::ConvexHull hull;
    std::shared_ptr<const network::RoadNetwork> network;
};

struct BaseSide;

/// Networks by what they are made of, and what was last asked of one as the base of scenarios. For any number of
/// threads.
class NetworkStore {
public:
    /// Keeps the `most` that were wanted last.
    explicit NetworkStore(std::size_t most = std::numeric_limits<std::size_t>::max()) : most_(most) {}

    /// nullptr where none is kept under this name; then room is made for it, before it is built.
    [[nodiscard]] std::shared_ptr<const KeptNetwork> find(const std::string& made_of);
    void keep(const std::string& made_of, KeptNetwork network);
    /// The base's side of the last comparison by this cost (scenario_base.h); nullptr where none is kept. It goes when
    /// a network that is not kept is looked for.
    [[nodiscard]] std::shared_ptr<const BaseSide> base(network::Objective cost);
    /// Only of a network that is kept itself: another would be held for no later run.
    void keep_base(network::Objective cost, std::shared_ptr<const BaseSide> base);
    /// Lets go of all; runs that use one hold it to their end.
    void clear();

private:
    using Named = std::pair<std::string, std::shared_ptr<const KeptNetwork>>;
    void make_room();

    std::mutex mutex_;
    std::size_t most_;
    std::vector<Named> networks_;  ///< what was wanted last at the end
    std::map<network::Objective, std::shared_ptr<const BaseSide>> bases_;
};

/// What the layers of a run hold, by parameter: a text for each, different for different content; empty: not known.
using LayerContents = std::map<std::string, std::vector<std::string>>;

/// All that the network of a run depends on, as one text: its line layers, their fields, the speed profile, mode,
/// season and cleaning. Layers by their sources: within one study the same source has the same content.
[[nodiscard]] std::string made_of(const Arguments& arguments);
/// The same with layers by their content; empty where that of one is not known.
[[nodiscard]] std::string made_of(const Arguments& arguments, const LayerContents& contents);

/// The networks that a run may share with others, so that runs on the same roads build them once.
class KeptNetworks {
public:
    /// Of one study, which tells once what there is to tell of its roads.
    KeptNetworks() : store_(std::make_shared<NetworkStore>()) {}
    /// Of a session in which sources may change between runs, and each run tells all.
    KeptNetworks(std::shared_ptr<NetworkStore> store, LayerContents contents)
        : store_(std::move(store)), contents_(std::move(contents)) {}

    /// The name of a run's network; empty where it cannot be kept.
    [[nodiscard]] std::string name_of(const Arguments& arguments) const {
        return contents_ ? made_of(arguments, *contents_) : made_of(arguments);
    }
    [[nodiscard]] bool is_of_session() const { return contents_.has_value(); }
    [[nodiscard]] bool tells_again() const { return is_of_session(); }
    [[nodiscard]] std::shared_ptr<const KeptNetwork> find(const std::string& name) { return store_->find(name); }
    void keep(const std::string& name, KeptNetwork network) { store_->keep(name, std::move(network)); }
    /// Of a session alone.
    [[nodiscard]] std::shared_ptr<const BaseSide> base(network::Objective cost) {
        return contents_ ? store_->base(cost) : nullptr;
    }
    void keep_base(network::Objective cost, std::shared_ptr<const BaseSide> base) {
        if (contents_) store_->keep_base(cost, std::move(base));
    }

private:
    std::shared_ptr<NetworkStore> store_;
    std::optional<LayerContents> contents_;
};

}  // namespace desakota::analyses
