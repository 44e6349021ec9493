#include "engine/access/decay.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/number_text.h"
#include "engine/core/units.h"

namespace desakota::access {
namespace {

/// e^(-c k) with this k has the standard deviation 1: pi / sqrt 3.
constexpr double kLogisticScale = std::numbers::pi / std::numbers::sqrt3;
constexpr double kDeviationsOfHalf = 1.1774100225154747;  // sqrt(2 ln 2)

double value_at(const Exponential& decay, double cost) {
    return std::exp2(-cost / decay.half);
}
double value_at(const Power& decay, double cost) {
    return cost <= decay.floor ? 1.0 : std::pow(cost / decay.floor, -decay.exponent);
}
double value_at(const Gaussian& decay, double cost) {
    const double halves = cost / decay.half;
    return std::exp2(-halves * halves);
}
double value_at(const Logistic& decay, double cost) {
    const double steepness = kLogisticScale / decay.deviation;
    const double beginning = std::exp(-decay.half * steepness);
    // At cost 0 numerator and denominator may differ by rounding.
    return std::min(1.0, (1.0 - beginning) / (1.0 - 2.0 * beginning + std::exp((cost - decay.half) * steepness)));
}
double value_at(const Stepped& decay, double cost) {
    const auto step = std::ranges::lower_bound(decay.steps, cost, {}, &Step::limit);
    return step == decay.steps.end() ? 0.0 : step->value;
}

bool is_above_zero(double value) {
    return std::isfinite(value) && value > 0.0;
}

void add_unless_above_zero(double value, const core::Text& what, std::vector<core::Text>& faults) {
    if (is_above_zero(value)) return;
    faults.push_back(what + core::Text{" must be a number above 0", " harus angka di atas 0"});
}
const core::Text& half_name() {
    static const core::Text name{"the half-distance (or half-time)", "jarak paruh (atau waktu paruh)"};
    return name;
}

void add_faults(const Exponential& decay, std::vector<core::Text>& faults) {
    add_unless_above_zero(decay.half, half_name(), faults);
}
void add_faults(const Power& decay, std::vector<core::Text>& faults) {
    add_unless_above_zero(decay.exponent, {"the exponent", "pangkat"}, faults);
    add_unless_above_zero(decay.floor, {"the least cost", "jarak (atau waktu) terkecil"}, faults);
}
void add_faults(const Gaussian& decay, std::vector<core::Text>& faults) {
    add_unless_above_zero(decay.half, half_name(), faults);
}
void add_faults(const Logistic& decay, std::vector<core::Text>& faults) {
    add_unless_above_zero(decay.half, half_name(), faults);
    add_unless_above_zero(decay.deviation, {"the standard deviation", "simpangan baku"}, faults);
}

void add_limit_faults(const std::vector<Step>& steps, std::vector<core::Text>& faults) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!std::isfinite(steps[i].limit) || steps[i].limit < 0.0) {
            faults.push_back(core::format_text("the limit of step {0} must be a number from 0",
                                               "batas langkah ke-{0} harus angka mulai dari 0", i + 1));
        } else if (i > 0 && !(steps[i].limit > steps[i - 1].limit)) {
            faults.push_back(core::format_text(
                "the limit of step {0} does not come after that of step {1}; sort the limits, each once",
                "batas langkah ke-{0} tidak sesudah batas langkah ke-{1}; urutkan batasnya, masing-masing sekali",
                i + 1, i));
        }
    }
}

void add_value_faults(const std::vector<Step>& steps, std::vector<core::Text>& faults) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!(steps[i].value >= 0.0 && steps[i].value <= 1.0)) {
            faults.push_back(core::format_text("the value of step {0} must be from 0 to 1",
                                               "nilai langkah ke-{0} harus antara 0 dan 1", i + 1));
        } else if (i == 0 && steps[i].value != 1.0) {
            faults.push_back(core::format_text("the value of the first step must be 1, not {0}",
                                               "nilai langkah pertama harus 1, bukan {0}",
                                               core::number_text(steps[i].value)));
        } else if (i > 0 && steps[i].value > steps[i - 1].value) {
            faults.push_back(core::format_text("the value of step {0} is above that of step {1}; values must not rise",
                                               "nilai langkah ke-{0} di atas nilai langkah ke-{1}; nilai tidak boleh "
                                               "naik",
                                               i + 1, i));
        }
    }
}

void add_faults(const Stepped& decay, std::vector<core::Text>& faults) {
    if (decay.steps.empty()) faults.push_back({"there is no step", "tidak ada langkah"});
    add_limit_faults(decay.steps, faults);
    add_value_faults(decay.steps, faults);
}

std::optional<double> half_in(const Power& decay) {
    return decay.floor * std::exp2(1.0 / decay.exponent);
}
std::optional<double> half_in(const Stepped& decay) {
    constexpr double kHalf = 0.5;
    const auto past = std::ranges::find_if(decay.steps, [](const Step& step) { return step.value < kHalf; });
    if (past == decay.steps.begin() || std::prev(past)->value != kHalf) return std::nullopt;
    return std::prev(past)->limit;
}
template <class Stated>
std::optional<double> half_in(const Stated& decay) {
    return decay.half;
}

}  // namespace

Exponential exponential_of_rate(double rate) {
    return {std::numbers::ln2 / rate};
}

Gaussian gaussian_of_deviation(double deviation) {
    return {deviation * kDeviationsOfHalf};
}

Logistic logistic_of_mean(double mean, double deviation) {
    const double steepness = kLogisticScale / deviation;
    return {mean + std::log1p(2.0 * std::exp(-mean * steepness)) / steepness, deviation};
}

Stepped within(double limit) {
    return {{{limit, 1.0}}};
}

Power power_of_half(double half, double floor) {
    return {std::numbers::ln2 / std::log(half / floor), floor};
}

Logistic logistic_of_half(double half) {
    return {half, half / 2.0};
}

double decay_at(const Decay& decay, double cost) {
    return std::visit([cost](const auto& one) { return value_at(one, cost); }, decay);
}

double decay_at(const Decay& decay, std::int64_t cost) {
    return cost >= core::kUnreachable ? 0.0 : decay_at(decay, static_cast<double>(cost));
}

void fill_decay(const Decay& decay, std::span<const std::int64_t> costs, std::span<double> values) {
    std::visit(
        [&](const auto& one) {
            for (std::size_t i = 0; i < costs.size(); ++i) {
                values[i] = costs[i] >= core::kUnreachable ? 0.0 : value_at(one, static_cast<double>(costs[i]));
            }
        },
        decay);
}

std::optional<double> half_of(const Decay& decay) {
    return std::visit([](const auto& one) { return half_in(one); }, decay);
}

std::vector<core::Text> decay_faults(const Decay& decay) {
    std::vector<core::Text> faults;
    std::visit([&](const auto& one) { add_faults(one, faults); }, decay);
    return faults;
}

}  // namespace desakota::access
