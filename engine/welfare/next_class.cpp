#include "engine/welfare/next_class.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace desakota::welfare {
namespace {

constexpr double kRounding = 1e-12;
constexpr std::size_t kNothing = std::numeric_limits<std::size_t>::max();

/// Some raises together: the last of them, and the others as another state.
struct State {
    double cost = 0.0;
    double gain = 0.0;
    std::size_t item = kNothing;
    std::size_t before = kNothing;
};

/// States that no other one beats, by rising cost and rising gain.
class ParetoList {
public:
    ParetoList(std::span<const Raise> possible, double needed) : possible_(possible), needed_(needed) {
        states_.push_back({});
        best_ = {0};
    }

    void add_item(std::size_t item) {
        std::vector<std::size_t> with;
        for (const auto place : best_) {
            if (is_enough(states_[place])) continue;
            const auto& raise = possible_[item];
            states_.push_back({states_[place].cost + raise.cost, states_[place].gain + raise.gain, item, place});
            with.push_back(states_.size() - 1);
        }
        std::vector<std::size_t> merged;
        std::ranges::merge(best_, with, std::back_inserter(merged), [&](std::size_t left, std::size_t right) {
            return comes_before(states_[left], states_[right]);
        });
        best_.clear();
        for (const auto place : merged) keep(place);
    }

    [[nodiscard]] std::optional<std::vector<Raise>> cheapest() const {
        if (!is_enough(states_[best_.back()])) return std::nullopt;
        std::vector<Raise> raises;
        for (auto place = best_.back(); states_[place].item != kNothing; place = states_[place].before) {
            raises.push_back(possible_[states_[place].item]);
        }
        return raises;
    }

private:
    [[nodiscard]] bool is_enough(const State& state) const { return state.gain >= needed_ - kRounding; }

    static bool comes_before(const State& left, const State& right) {
        return left.cost != right.cost ? left.cost < right.cost : left.gain > right.gain;
    }

    /// What costs more and gains no more falls away, and so does all that is dearer than what is enough.
    void keep(std::size_t place) {
        if (!best_.empty()) {
            const auto& last = states_[best_.back()];
            if (is_enough(last) || states_[place].gain <= last.gain + kRounding) return;
        }
        best_.push_back(place);
    }

    std::span<const Raise> possible_;
    double needed_;
    std::vector<State> states_;
    std::vector<std::size_t> best_;
};

/// The break between the row's class and the next better one, and that class.
struct Border {
    double at = 0.0;
    std::size_t class_place = 0;
};
std::optional<Border> next_border(const Scheme& scheme, double score) {
    const auto place = class_of(scheme.classes, score);
    if (!place || *place >= scheme.classes.breaks.size()) return std::nullopt;
    return Border{scheme.classes.breaks[*place].at, *place + 1};
}

/// Where all cost alike: the greatest gains. `sorted` by gain, the greatest first.
std::optional<std::vector<Raise>> fewest_raises(const std::vector<Raise>& sorted, double needed) {
    std::vector<Raise> raises;
    double gained = 0.0;
    for (const auto& raise : sorted) {
        if (gained >= needed - kRounding) break;
        gained += raise.gain;
        raises.push_back(raise);
    }
    if (gained < needed - kRounding) return std::nullopt;
    return raises;
}

bool cost_alike(std::span<const Raise> raises) {
    return std::ranges::all_of(raises, [&](const Raise& raise) { return raise.cost == raises.front().cost; });
}

}  // namespace

std::optional<std::vector<Raise>> cheapest_raises(std::span<const Raise> possible, double needed) {
    if (needed <= kRounding) return std::vector<Raise>{};
    std::vector<Raise> sorted(possible.begin(), possible.end());
    std::ranges::stable_sort(sorted, [](const Raise& left, const Raise& right) { return left.gain > right.gain; });
    if (cost_alike(sorted)) return fewest_raises(sorted, needed);
    ParetoList list(sorted, needed);
    for (std::size_t item = 0; item < sorted.size(); ++item) list.add_item(item);
    auto raises = list.cheapest();
    if (raises) {
        std::ranges::stable_sort(*raises, [](const Raise& left, const Raise& right) {
            return left.gain != right.gain ? left.gain > right.gain : left.indicator < right.indicator;
        });
    }
    return raises;
}

std::optional<NextClass> next_class(const Scheme& scheme, const Composite& composite, std::size_t row,
                                    std::span<const double> costs) {
    if (!scheme.step_above_break || std::isnan(composite.scores[row])) return std::nullopt;
    const auto border = next_border(scheme, composite.scores[row]);
    if (!border) return std::nullopt;
    NextClass next;
    next.class_place = border->class_place;
    next.least_score = border->at + *scheme.step_above_break;
    next.lacking = next.least_score - composite.scores[row];
    std::vector<Raise> possible;
    for (std::size_t indicator = 0; indicator < scheme.indicators.size(); ++indicator) {
        const double value = composite.normalised[indicator][row];
        if (std::isnan(value) || value >= 1.0 || std::isnan(costs[indicator])) continue;
        possible.push_back(
            {indicator, scheme.scale * composite.weights[indicator][row] * (1.0 - value), costs[indicator]});
    }
    next.raises = cheapest_raises(possible, next.lacking);
    return next;
}

}  // namespace desakota::welfare
