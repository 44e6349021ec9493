#include "tests/support/sampled_oracle.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <queue>

#include "engine/geo/measure.h"

namespace desakota::test_support {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Sample {
    geo::GridPoint place;
    bool enterable = false;
};
struct Step {
    std::size_t from = 0;
    std::size_t to = 0;
    double cost = 0.0;
};
struct SampledNetwork {
    std::vector<Sample> samples;
    std::vector<Step> steps;
};

double unit_cost(const network::RoadNetwork& network, std::uint32_t line, network::Objective objective) {
    return objective == network::Objective::Distance ? 1.0 : 3.6 / network.rule_of(line).speed_kmh.value();
}

bool is_open(const network::RoadNetwork& network, std::uint32_t line, bool backward) {
    const auto direction = network.lines.attributes[line].direction;
    const auto closed = backward ? network::Direction::Forward : network::Direction::Backward;
    return network.rule_of(line).passable && direction != closed;
}

class Sampler {
public:
    Sampler(const network::RoadNetwork& network, network::Objective objective, double spacing)
        : network_(network), objective_(objective), spacing_(spacing), node_sample_(network.node_count(), kNoSample) {}

    SampledNetwork run() {
        for (std::uint32_t cut = 0; cut < network_.cut_count(); ++cut) {
            if (network_.is_piece(cut)) add_piece(cut);
        }
        return std::move(sampled_);
    }

private:
    static constexpr std::size_t kNoSample = std::numeric_limits<std::size_t>::max();

    std::size_t node(std::uint32_t cut, bool enterable) {
        const auto number = network_.cut_node[cut];
        if (node_sample_[number] == kNoSample) {
            node_sample_[number] = sampled_.samples.size();
            sampled_.samples.push_back({network_.node_places[number], false});
        }
        sampled_.samples[node_sample_[number]].enterable |= enterable;
        return node_sample_[number];
    }

    void add_piece(std::uint32_t cut) {
        const auto line = network_.cut_line[cut];
        const auto& attributes = network_.lines.attributes[line];
        const bool enterable = network_.rule_of(line).passable && !network_.is_connector(line) &&
                               attributes.kind == network::WayKind::Road;
        auto previous = node(cut, enterable);
        double at = network_.cut_metres[cut];
        for (const double position : positions(line, at, network_.cut_metres[cut + 1])) {
            sampled_.samples.push_back({place(line, position), enterable});
            link(line, previous, sampled_.samples.size() - 1, position - at);
            previous = sampled_.samples.size() - 1;
            at = position;
        }
        link(line, previous, node(cut + 1, enterable), network_.cut_metres[cut + 1] - at);
    }

    [[nodiscard]] std::vector<double> positions(std::uint32_t line, double from, double to) const {
        std::vector<double> found;
        for (double position = from + spacing_; position < to; position += spacing_) found.push_back(position);
        for (auto v = network_.lines.first(line); v <= network_.lines.last(line); ++v) {
            const double position = network_.lines.metres[v];
            if (position > from && position < to) found.push_back(position);
        }
        std::ranges::sort(found);
        return found;
    }

    [[nodiscard]] geo::GridPoint place(std::uint32_t line, double position) const {
        const auto& lines = network_.lines;
        auto v = lines.first(line);
        while (v + 1 < lines.last(line) && lines.metres[v + 1] < position) ++v;
        const double length = lines.metres[v + 1] - lines.metres[v];
        return geo::interpolate(lines.vertices[v], lines.vertices[v + 1],
                                length > 0.0 ? (position - lines.metres[v]) / length : 0.0);
    }

    void link(std::uint32_t line, std::size_t from, std::size_t to, double metres) {
        const double cost = metres * unit_cost(network_, line, objective_);
        const double wait =
            objective_ == network::Objective::Time ? static_cast<double>(boarding_wait(network_, line)) / 1000.0 : 0.0;
        if (is_open(network_, line, false)) sampled_.steps.push_back({from, to, cost + wait});
        if (is_open(network_, line, true)) sampled_.steps.push_back({to, from, cost});
    }

    const network::RoadNetwork& network_;
    network::Objective objective_;
    double spacing_;
    std::vector<std::size_t> node_sample_;
    SampledNetwork sampled_;
};

/// Costs of every sample to the nearest destination.
std::vector<double> backward_costs(const SampledNetwork& sampled, std::vector<double> costs) {
    using Entry = std::pair<double, std::size_t>;
    std::vector<std::vector<std::size_t>> into(sampled.samples.size());
    for (std::size_t i = 0; i < sampled.steps.size(); ++i) into[sampled.steps[i].to].push_back(i);
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    for (std::size_t i = 0; i < costs.size(); ++i) {
        if (costs[i] < kInfinity) queue.emplace(costs[i], i);
    }
    while (!queue.empty()) {
        const auto [cost, sample] = queue.top();
        queue.pop();
        if (cost > costs[sample]) continue;
        for (const auto i : into[sample]) {
            const auto& step = sampled.steps[i];
            if (cost + step.cost >= costs[step.from]) continue;
            costs[step.from] = cost + step.cost;
            queue.emplace(costs[step.from], step.from);
        }
    }
    return costs;
}

double walking_cost(const geo::GridPoint& from, const geo::GridPoint& to, const network::AccessOptions& options) {
    const double metres = geo::exact_distance(from, to);
    if (metres > options.max_access) return kInfinity;
    const double a_metre = options.objective == network::Objective::Distance ? 1.0 : 3.6 / options.walking_kmh;
    return metres * options.off_road_factor * a_metre;
}

}  // namespace

std::vector<double> sampled_costs(const network::RoadNetwork& network, std::span<const geo::GridPoint> settlements,
                                  std::span<const geo::GridPoint> destinations, const network::AccessOptions& options,
                                  double spacing) {
    const auto sampled = Sampler(network, options.objective, spacing).run();
    std::vector<double> costs(sampled.samples.size(), kInfinity);
    for (std::size_t i = 0; i < costs.size(); ++i) {
        if (!sampled.samples[i].enterable) continue;
        for (const auto& destination : destinations) {
            costs[i] = std::min(costs[i], walking_cost(sampled.samples[i].place, destination, options));
        }
    }
    costs = backward_costs(sampled, std::move(costs));
    std::vector<double> best;
    for (const auto& settlement : settlements) {
        double least = kInfinity;
        for (const auto& destination : destinations) {
            least = std::min(least, walking_cost(settlement, destination, options));
        }
        for (std::size_t i = 0; i < costs.size(); ++i) {
            if (!sampled.samples[i].enterable) continue;
            least = std::min(least, walking_cost(settlement, sampled.samples[i].place, options) + costs[i]);
        }
        best.push_back(least);
    }
    return best;
}

}  // namespace desakota::test_support
