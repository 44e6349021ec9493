#include "engine/access/decay_calibration.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "engine/core/units.h"

namespace desakota::access {
namespace {

constexpr double kBalanced = 1e-9;       // greatest relative error of a row where balancing stops
constexpr double kStillBalanced = 1e-6;  // and that which is accepted when it has run out of rounds
constexpr int kBalancingRounds = 2000;
constexpr int kBisections = 100;
constexpr int kDoublings = 60;
constexpr double kNoise = 1e-9;

/// A pair that has a way. The model's kernel is mass x e^(-parameter x measure).
struct Pair {
    std::size_t origin = 0;
    std::size_t destination = 0;
    double measure = 0.0;
    double mass = 1.0;
    double flow = 0.0;
    double cost = 0.0;
};

struct Model {
    std::vector<Pair> pairs;  // only of origins with flows; measures less their origin's least
    std::vector<double> leaving;
    std::vector<double> arriving;
    double observed_mean = 0.0;  // of the measures
    double flow_total = 0.0;
    FlowConstraint constraint = FlowConstraint::Both;

    std::vector<double> kernel;
    std::vector<double> balance;  // b_j, kept from one parameter to the next
    bool is_balanced = true;
};

bool may_carry(const Pair& pair, const Model& model) {
    if (model.leaving[pair.origin] <= 0.0) return false;
    return model.constraint == FlowConstraint::Origin || model.arriving[pair.destination] > 0.0;
}

double measure_of(const CalibrationSetting& setting, double cost) {
    if (setting.decay == SoughtDecay::Exponential) return cost;
    return std::log(std::max(cost, setting.power_floor) / setting.power_floor);
}

/// Measures per origin begin at 0: the origin's own factor takes up the rest, and nothing underflows needlessly.
void take_off_least(Model& model) {
    std::vector<double> least(model.leaving.size(), std::numeric_limits<double>::infinity());
    for (const auto& pair : model.pairs) least[pair.origin] = std::min(least[pair.origin], pair.measure);
    model.observed_mean = 0.0;
    for (auto& pair : model.pairs) {
        pair.measure -= least[pair.origin];
        model.observed_mean += pair.flow * pair.measure / model.flow_total;
    }
}

Model make_model(const ObservedFlows& observed, const CalibrationSetting& setting, Calibration& result) {
    Model model;
    model.constraint = setting.constraint;
    const auto destinations = observed.destinations;
    if (destinations == 0) return model;
    model.leaving.assign(observed.costs.size() / destinations, 0.0);
    model.arriving.assign(destinations, 0.0);
    for (std::size_t cell = 0; cell < observed.costs.size(); ++cell) {
        Pair pair{cell / destinations, cell % destinations};
        pair.flow = observed.flows[cell];
        if (setting.constraint == FlowConstraint::Origin) pair.mass = setting.masses[pair.destination];
        if (observed.costs[cell] >= core::kUnreachable || !(pair.mass > 0.0)) {
            result.flow_left_out += pair.flow;
            continue;
        }
        pair.cost = static_cast<double>(observed.costs[cell]);
        pair.measure = measure_of(setting, pair.cost);
        model.leaving[pair.origin] += pair.flow;
        model.arriving[pair.destination] += pair.flow;
        model.flow_total += pair.flow;
        model.pairs.push_back(pair);
    }
    std::erase_if(model.pairs, [&](const Pair& pair) { return !may_carry(pair, model); });
    model.balance.assign(destinations, 1.0);
    if (model.flow_total > 0.0) take_off_least(model);
    return model;
}

std::vector<double> row_sums(const Model& model) {
    std::vector<double> sums(model.leaving.size(), 0.0);
    for (std::size_t i = 0; i < model.pairs.size(); ++i) {
        sums[model.pairs[i].origin] += model.kernel[i] * model.balance[model.pairs[i].destination];
    }
    return sums;
}

double ratio_or_zero(double numerator, double denominator) {
    return denominator > 0.0 ? numerator / denominator : 0.0;
}

/// One round of Furness: b from the rows' factors of the last b. How far the rows were from balance, relative.
double balance_once(Model& model) {
    const auto rows = row_sums(model);
    std::vector<double> columns(model.arriving.size(), 0.0);
    for (std::size_t i = 0; i < model.pairs.size(); ++i) {
        const auto& pair = model.pairs[i];
        columns[pair.destination] += model.kernel[i] * ratio_or_zero(model.leaving[pair.origin], rows[pair.origin]);
    }
    for (std::size_t j = 0; j < columns.size(); ++j) {
        model.balance[j] = ratio_or_zero(model.arriving[j], columns[j]);
    }
    const auto after = row_sums(model);
    double error = 0.0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (model.leaving[i] <= 0.0) continue;
        error = std::max(error, std::abs(ratio_or_zero(after[i], rows[i]) - 1.0));
    }
    return error;
}

void balance(Model& model, core::Progress& progress) {
    double error = 0.0;
    for (int round = 0; round < kBalancingRounds; ++round) {
        if (progress.cancelled()) throw core::Cancelled();
        error = balance_once(model);
        if (error <= kBalanced) return;
    }
    model.is_balanced = error <= kStillBalanced;
}

/// Fits everything but the parameter, and gives the flow of each pair.
std::vector<double> model_flows(Model& model, double parameter, core::Progress& progress) {
    model.kernel.clear();
    for (const auto& pair : model.pairs) model.kernel.push_back(pair.mass * std::exp(-parameter * pair.measure));
    model.is_balanced = true;
    if (model.constraint == FlowConstraint::Both) balance(model, progress);
    const auto rows = row_sums(model);
    std::vector<double> flows;
    flows.reserve(model.pairs.size());
    for (std::size_t i = 0; i < model.pairs.size(); ++i) {
        const auto& pair = model.pairs[i];
        flows.push_back(ratio_or_zero(model.leaving[pair.origin], rows[pair.origin]) * model.kernel[i] *
                        model.balance[pair.destination]);
    }
    return flows;
}

/// By how much the model's mean measure is above the observed one.
double excess(Model& model, double parameter, core::Progress& progress) {
    const auto flows = model_flows(model, parameter, progress);
    double mean = 0.0;
    for (std::size_t i = 0; i < flows.size(); ++i) mean += flows[i] * model.pairs[i].measure / model.flow_total;
    return mean - model.observed_mean;
}

/// The parameter, or why there is none.
struct Search {
    Calibration::Status status = Calibration::Status::Found;
    double parameter = 0.0;
};

Search bisect(Model& model, double low, double high, core::Progress& progress) {
    for (int step = 0; step < kBisections; ++step) {
        progress.step(static_cast<double>(step) / kBisections);
        const double middle = std::midpoint(low, high);
        if (middle <= low || middle >= high) break;
        (excess(model, middle, progress) > 0.0 ? low : high) = middle;
    }
    return {model.is_balanced ? Calibration::Status::Found : Calibration::Status::NotBalancing,
            std::midpoint(low, high)};
}

Search search_parameter(Model& model, core::Progress& progress) {
    double greatest = 0.0;
    for (const auto& pair : model.pairs) greatest = std::max(greatest, pair.measure);
    const double noise = kNoise * greatest;
    if (excess(model, 0.0, progress) <= noise) return {Calibration::Status::NotFalling};
    if (!model.is_balanced) return {Calibration::Status::NotBalancing};
    if (model.observed_mean <= noise) return {Calibration::Status::NearestOnly};
    double low = 0.0;
    double high = 1.0 / greatest;
    for (int doubling = 0; doubling < kDoublings; ++doubling) {
        const double above = excess(model, high, progress);
        if (!model.is_balanced || !std::isfinite(above)) return {Calibration::Status::NearestOnly};
        if (above <= 0.0) return bisect(model, low, high, progress);
        low = high;
        high *= 2.0;
    }
    return {Calibration::Status::NearestOnly};
}

void describe_fit(Model& model, Calibration& result, core::Progress& progress) {
    const auto flows = model_flows(model, result.parameter, progress);
    double common = 0.0;
    for (std::size_t i = 0; i < flows.size(); ++i) common += std::min(flows[i], model.pairs[i].flow);
    result.common_part = common / model.flow_total;
}

}  // namespace

Calibration calibrate_decay(const ObservedFlows& observed, const CalibrationSetting& setting,
                            core::Progress& progress) {
    Calibration result;
    auto model = make_model(observed, setting, result);
    result.flow_total = model.flow_total;
    if (!(model.flow_total > 0.0)) return result;
    for (const auto& pair : model.pairs) result.mean_cost += pair.flow * pair.cost / model.flow_total;
    const auto found = search_parameter(model, progress);
    result.status = found.status;
    if (found.status != Calibration::Status::Found) return result;
    result.parameter = found.parameter;
    if (setting.decay == SoughtDecay::Exponential) {
        result.decay = exponential_of_rate(found.parameter);
    } else {
        result.decay = Power{found.parameter, setting.power_floor};
    }
    describe_fit(model, result, progress);
    return result;
}

}  // namespace desakota::access
