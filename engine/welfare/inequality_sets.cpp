#include "engine/welfare/inequality_sets.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/parallel.h"
#include "engine/core/parallel_sort.h"

namespace desakota::welfare {
namespace {

/// Households times replications that one thread goes through without hearing a cancel: well under 0.1 s.
constexpr std::size_t kAtOnce = 2'000'000;

/// A household on its way into order: `place` is its number within the set.
struct Item {
    double income = 0.0;
    double weight = 0.0;
    std::uint32_t place = 0;
};
struct ComesFirst {
    bool operator()(const Item& a, const Item& b) const {
        if (a.income != b.income) return a.income < b.income;
        if (a.weight != b.weight) return a.weight < b.weight;
        return a.place < b.place;
    }
};

/// Households whose incomes are taken as one: those of a set, or of one settlement of it.
struct Part {
    IncomeOrder order;
    std::vector<double> weights;
    std::vector<std::uint32_t> places;  // of each household within the set, in order
};

Part make_part(const std::vector<Item>& items) {
    std::vector<double> incomes;
    Part part;
    incomes.reserve(items.size());
    part.weights.reserve(items.size());
    part.places.reserve(items.size());
    for (const auto& item : items) {
        incomes.push_back(item.income);
        part.weights.push_back(item.weight);
        part.places.push_back(item.place);
    }
    part.order = IncomeOrder(std::move(incomes));
    return part;
}

void append_items(const IncomeSample& sample, std::uint32_t settlement, std::uint32_t& place,
                  std::vector<Item>& items) {
    const auto incomes = sample.incomes_of(settlement);
    const auto weights = sample.weights_of(settlement);
    for (std::size_t i = 0; i < incomes.size(); ++i) items.push_back({incomes[i], weights[i], place++});
}

std::size_t size_of(const IncomeSample& sample, const IncomeSet& set) {
    std::size_t size = 0;
    for (const auto settlement : set.settlements) size += sample.size_of(settlement);
    return size;
}

Part pooled_part(const IncomeSample& sample, const IncomeSet& set, int threads, core::Progress& progress) {
    std::vector<Item> items;
    items.reserve(size_of(sample, set));
    std::uint32_t place = 0;
    for (const auto settlement : set.settlements) append_items(sample, settlement, place, items);
    if (set.settlements.size() > 1) core::parallel_sort(items, ComesFirst{}, threads, progress);
    return make_part(items);
}

std::vector<Part> part_for_each_settlement(const IncomeSample& sample, const IncomeSet& set) {
    std::vector<Part> parts;
    std::uint32_t place = 0;
    for (const auto settlement : set.settlements) {
        std::vector<Item> items;
        append_items(sample, settlement, place, items);
        if (!items.empty()) parts.push_back(make_part(items));
    }
    return parts;
}

Inequality figures_of(const Part& part, std::span<const double> weights, const InequalityQuestion& question) {
    auto figures = part.order.figures(weights);
    if (question.for_small_sample) figures.gini = gini_for_small_sample(figures.gini, part.order.size());
    return figures;
}

/// The mean of figures, each over those that are numbers.
class MeanFigures {
public:
    void add(const Inequality& figures) {
        for (std::size_t i = 0; i < kFigures.size(); ++i) {
            const double value = figures.*kFigures[i];
            if (std::isnan(value)) continue;
            sums_[i] += value;
            counts_[i] += 1.0;
        }
    }
    [[nodiscard]] Inequality mean() const {
        Inequality mean;
        for (std::size_t i = 0; i < kFigures.size(); ++i) mean.*kFigures[i] = sums_[i] / counts_[i];
        return mean;
    }

private:
    static constexpr std::array kFigures{
        &Inequality::gini,        &Inequality::gini_grouped,    &Inequality::theil_t,      &Inequality::theil_l,
        &Inequality::palma_ratio, &Inequality::bottom_40_share, &Inequality::top_20_share, &Inequality::mean_income};
    std::array<double, kFigures.size()> sums_{};
    std::array<double, kFigures.size()> counts_{};
};

/// The figures of parts whose weights `weights_of` gives.
template <class WeightsOf>
Inequality mean_over(const std::vector<Part>& parts, const InequalityQuestion& question, const WeightsOf& weights_of) {
    if (parts.size() == 1) return figures_of(parts.front(), weights_of(parts.front()), question);
    MeanFigures mean;
    for (const auto& part : parts) mean.add(figures_of(part, weights_of(part), question));
    return mean.mean();
}

/// The figures that have an interval, and their replicates, one after the other.
constexpr std::array kResampled{&Inequality::gini, &Inequality::gini_grouped, &Inequality::theil_t,
                                &Inequality::bottom_40_share};
constexpr std::array kIntervals{&InequalityIntervals::gini, &InequalityIntervals::gini_grouped,
                                &InequalityIntervals::theil_t, &InequalityIntervals::bottom_40_share};
using Replicates = std::array<std::vector<double>, kResampled.size()>;

/// Makes the replications of one set.
class Replicator {
public:
    Replicator(const IncomeSample& sample, const IncomeSet& set, const std::vector<Part>& parts,
               const InequalityQuestion& question)
        : sample_(sample), set_(set), parts_(parts), question_(question) {
        for (auto& values : replicates_) values.resize(question.resampling.replications);
    }

    /// Those of [begin, end); of several threads each its own.
    void make(std::size_t begin, std::size_t end) {
        std::vector<double> factors(size_of(sample_, set_));
        std::vector<double> weights;
        for (auto replication = begin; replication < end; ++replication) {
            draw(replication, factors);
            const auto figures = mean_over(parts_, question_, [&](const Part& part) -> std::span<const double> {
                weights.resize(part.weights.size());
                for (std::size_t i = 0; i < weights.size(); ++i) {
                    weights[i] = part.weights[i] * factors[part.places[i]];
                }
                return weights;
            });
            for (std::size_t i = 0; i < kResampled.size(); ++i) replicates_[i][replication] = figures.*kResampled[i];
        }
    }

    [[nodiscard]] InequalityIntervals intervals() {
        InequalityIntervals intervals;
        for (std::size_t i = 0; i < kResampled.size(); ++i) {
            intervals.*kIntervals[i] = statistics::percentile_interval(replicates_[i]);
        }
        return intervals;
    }

private:
    void draw(std::size_t replication, std::span<double> factors) const {
        std::size_t begin = 0;
        for (const auto settlement : set_.settlements) {
            const auto size = sample_.size_of(settlement);
            statistics::draw_factors(question_.resampling, replication, settlement, sample_.populations[settlement],
                                     factors.subspan(begin, size));
            begin += size;
        }
    }

    const IncomeSample& sample_;
    const IncomeSet& set_;
    const std::vector<Part>& parts_;
    const InequalityQuestion& question_;
    Replicates replicates_;
};

std::vector<LorenzPoint> curve_of(const Part& part, std::size_t fewest_in_part) {
    const auto parts = lorenz_parts(part.weights, fewest_in_part);
    std::vector<double> shares;
    for (std::size_t i = 0; i <= parts; ++i) shares.push_back(static_cast<double>(i) / static_cast<double>(parts));
    const auto incomes = lorenz_curve({part.order.incomes(), part.weights}, shares);
    std::vector<LorenzPoint> curve;
    for (std::size_t i = 0; i < incomes.size(); ++i) curve.push_back({shares[i], incomes[i]});
    return curve;
}

/// All of one set; the replications on so many threads.
SetInequality find(const IncomeSample& sample, const IncomeSet& set, const InequalityQuestion& question, int threads,
                   core::Progress& progress) {
    constexpr double kShareOfSorting = 0.1;
    SetInequality found;
    std::vector<Part> parts;
    const bool is_pooled = question.together == Together::Pooled;
    core::Stage sorting(progress, 0.0, kShareOfSorting);
    if (is_pooled || set.with_curve) parts.push_back(pooled_part(sample, set, threads, sorting));
    if (set.with_curve) found.curve = curve_of(parts.front(), question.fewest_in_part);
    if (!is_pooled) parts = part_for_each_settlement(sample, set);
    found.figures =
        mean_over(parts, question, [](const Part& part) -> std::span<const double> { return part.weights; });
    if (!set.with_intervals || question.resampling.replications == 0) return found;
    Replicator replicator(sample, set, parts, question);
    core::Stage replicating(progress, kShareOfSorting, 1.0);
    const auto grain = std::max<std::size_t>(1, kAtOnce / std::max<std::size_t>(1, size_of(sample, set)));
    core::parallel_for(question.resampling.replications, {.threads = threads, .grain = grain}, replicating,
                       [&](std::size_t begin, std::size_t end) { replicator.make(begin, end); });
    found.intervals = replicator.intervals();
    return found;
}

/// What a set costs, in households gone through.
std::size_t cost_of(const IncomeSample& sample, const IncomeSet& set, const InequalityQuestion& question) {
    const auto passes = set.with_intervals ? question.resampling.replications + 1 : 1;
    return size_of(sample, set) * passes;
}

}  // namespace

void put_in_order(IncomeSample& sample) {
    std::vector<Item> items;
    for (std::uint32_t settlement = 0; settlement < sample.settlement_count(); ++settlement) {
        items.clear();
        std::uint32_t place = 0;
        append_items(sample, settlement, place, items);
        std::ranges::sort(items, ComesFirst{});
        auto row = sample.first[settlement];
        for (const auto& item : items) {
            sample.incomes[row] = item.income;
            sample.weights[row] = item.weight;
            ++row;
        }
    }
}

std::vector<SetInequality> inequality_of(const IncomeSample& sample, std::span<const IncomeSet> sets,
                                         const InequalityQuestion& question, core::Progress& progress) {
    std::vector<SetInequality> found(sets.size());
    std::vector<std::size_t> small;
    std::vector<std::size_t> large;
    double small_cost = 0.0;
    double cost = 0.0;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const auto own = cost_of(sample, sets[i], question);
        (own <= kAtOnce ? small : large).push_back(i);
        cost += static_cast<double>(own);
        if (own <= kAtOnce) small_cost += static_cast<double>(own);
    }
    double done = cost > 0.0 ? small_cost / cost : 0.0;
    core::Stage first(progress, 0.0, done);
    core::parallel_for(small.size(), {.threads = question.threads, .grain = 1}, first,
                       [&](std::size_t begin, std::size_t end) {
                           core::SilentProgress silent;
                           for (auto i = begin; i < end; ++i) {
                               found[small[i]] = find(sample, sets[small[i]], question, 1, silent);
                           }
                       });
    for (const auto i : large) {
        const double next = done + static_cast<double>(cost_of(sample, sets[i], question)) / cost;
        core::Stage stage(progress, done, std::min(1.0, next));
        found[i] = find(sample, sets[i], question, question.threads, stage);
        done = next;
    }
    return found;
}

}  // namespace desakota::welfare
