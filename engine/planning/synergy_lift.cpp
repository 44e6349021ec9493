#include <tuple>

#include "engine/planning/synergy.h"

namespace desakota::planning {
namespace {

/// An area that was tried, and how far it is from the one that is.
struct Trial {
    Category category = Category::Sectoral;
    std::size_t steps = 0;
    std::vector<Change> changes;

    /// Smaller, then nearer, then fewer.
    [[nodiscard]] auto rank() const { return std::tuple(steps, category, changes.size()); }
};

/// The places that are no worse than the present one, best first; a missing rating may take any.
std::size_t places_to_try(const SynergyInputs& inputs, Dimension dimension) {
    const auto now = inputs.place(dimension);
    return now ? *now + 1 : scale_of(dimension).ratings.size();
}

/// `inputs` with each dimension no worse, once for every combination; dimensions that are not rated may stay so.
void try_dimension(const SynergyInputs& now, std::size_t dimension, const SynergyInputs& changed,
                   std::vector<SynergyInputs>& found) {
    if (dimension == kDimensions.size()) {
        found.push_back(changed);
        return;
    }
    const auto which = kDimensions[dimension];
    auto next = changed;
    for (std::size_t place = 0; place < places_to_try(now, which); ++place) {
        next.set(which, place);
        try_dimension(now, dimension + 1, next, found);
    }
    if (!now.place(which)) try_dimension(now, dimension + 1, changed, found);
}

Trial trial_of(const SynergyInputs& now, const SynergyInputs& changed, Category category) {
    Trial trial;
    trial.category = category;
    for (const auto dimension : kDimensions) {
        const auto from = now.place(dimension);
        const auto to = changed.place(dimension);
        if (!to || from == to) continue;
        trial.steps += from.value_or(scale_of(dimension).ratings.size() - 1) - *to;
        trial.changes.push_back({dimension, from, *to});
    }
    return trial;
}

}  // namespace

std::optional<Lift> find_lift(const SynergyInputs& inputs) {
    const auto present = assess(inputs).category;
    if (!present) return std::nullopt;
    std::vector<SynergyInputs> tries;
    try_dimension(inputs, 0, inputs, tries);
    std::vector<Trial> best;
    for (const auto& changed : tries) {
        const auto category = assess(changed).category;
        if (!category || !is_better(*category, *present)) continue;
        auto trial = trial_of(inputs, changed, *category);
        if (!best.empty() && trial.rank() > best.front().rank()) continue;
        if (!best.empty() && trial.rank() < best.front().rank()) best.clear();
        best.push_back(std::move(trial));
    }
    if (best.empty()) return std::nullopt;
    Lift lift{best.front().category, best.front().steps, {}};
    for (auto& trial : best) lift.alternatives.push_back(std::move(trial.changes));
    return lift;
}

}  // namespace desakota::planning
