#include "engine/analyses/decay_parameters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;
using network::Objective;

constexpr std::array kOptions{"half-distance", "half-time",    "decay-parameter",
                              "min-cost",      "decay-limits", "decay-values"};

constexpr double kDefaultHalfDistance = 10000.0;  // metres
constexpr double kDefaultHalfTime = 30.0;         // minutes
constexpr double kDefaultExponent = 2.0;          // of Reilly and Converse
constexpr double kDefaultLeastDistance = 1000.0;  // metres
constexpr double kDefaultLeastTime = 3.0;         // minutes: 1 km at 20 km/h

Parameter form_parameter(const std::string& prefix) {
    return with_words(choice_parameter(prefix + "decay", {{"exponential", {"exponential", "eksponensial"}},
                                                          {"power", {"power", "pangkat"}},
                                                          {"gaussian", {"Gaussian", "Gauss"}},
                                                          {"logistic", {"logistic", "logistik"}},
                                                          {"stepped", {"stepped", "bertingkat"}}}),
                      {"Decay", "Penurunan menurut jarak"},
                      {"How a tie weakens with the way; it is 1 at no distance. Exponential: halved with each "
                       "half-distance.",
                       "Cara ikatan melemah menurut jarak atau waktu; nilainya 1 pada jarak nol. Eksponensial: menjadi "
                       "separuh tiap satu jarak paruh."});
}

Parameter numbers(const std::string& name, double maximum) {
    auto parameter = number_parameter(name, {"", 0.0, maximum});
    parameter.kind = ParameterKind::Numbers;
    return parameter;
}

std::vector<Parameter> fine_parameters(const std::string& prefix) {
    return {
        as_advanced(with_words(
            number_parameter(prefix + "decay-parameter", {"", 1e-6, 1e6}),
            {"Parameter of the decay", "Parameter penurunan"},
            {"Instead of a half-distance. Exponential: the rate a kilometre (with time: a minute). Power: the "
             "exponent, "
             "2 where nothing is given. Gaussian: the standard deviation in kilometres (minutes). Logistic: its "
             "standard deviation in kilometres (minutes), beside the half-distance.",
             "Sebagai ganti jarak paruh. Eksponensial: laju per kilometer (dengan waktu: per menit). Pangkat: besar "
             "pangkatnya, 2 bila tidak diisi. Gauss: simpangan baku dalam kilometer (menit). Logistik: simpangan "
             "bakunya dalam kilometer (menit), di samping jarak paruh."})),
        as_advanced(with_words(
            number_parameter(prefix + "min-cost", {"", 1e-3, 1e7}), {"Least cost", "Jarak atau waktu terkecil"},
            {"Power decay: up to here the tie is whole, since no power of 0 is finite. In metres (1000 by default) or, "
             "with --cost time, in minutes (3).",
             "Penurunan pangkat: sampai di sini ikatan tetap penuh, karena pangkat dari 0 tidak berhingga. Dalam meter "
             "(1000 bila tidak diisi) atau, dengan --cost time, dalam menit (3)."})),
        as_advanced(with_words(numbers(prefix + "decay-limits", 1e7), {"Limits of the steps", "Batas tiap tingkat"},
                               {"Stepped decay: the upper limit of each step, included, in metres or, with --cost "
                                "time, in minutes.",
                                "Penurunan bertingkat: batas atas tiap tingkat, termasuk batas itu, dalam meter atau, "
                                "dengan --cost time, dalam menit."})),
        as_advanced(with_words(numbers(prefix + "decay-values", 1.0), {"Values of the steps", "Nilai tiap tingkat"},
                               {"Stepped decay: the value up to each limit, the first 1, none rising; beyond the last "
                                "limit it is 0.",
                                "Penurunan bertingkat: nilai sampai tiap batas, yang pertama 1 dan tidak pernah naik; "
                                "setelah batas terakhir nilainya 0."}))};
}

/// Reads the parameters of one decay.
class DecayReader {
public:
    DecayReader(const Arguments& arguments, Objective cost, core::Diagnostics& diagnostics, std::string prefix)
        : arguments_(arguments), cost_(cost), diagnostics_(diagnostics), prefix_(std::move(prefix)) {}

    access::Decay read() {
        const auto form = arguments_.text(prefix_ + "decay");
        auto decay = read_form(form);
        refuse_unused(form);
        const auto faults = access::decay_faults(decay);
        for (const auto& fault : faults)
            diagnostics_.error(Text{"--", "--"} + core::same_text(prefix_ + "decay ") + core::same_text(form) +
                               Text{": ", ": "} + fault + core::same_text("."));
        if (faults.empty()) return decay;
        return access::Exponential{scaled(kDefaultHalfDistance, kDefaultHalfTime)};
    }

private:
    access::Decay read_form(const std::string& form) {
        if (form == "stepped") return stepped();
        if (form == "power") return power();
        if (form == "logistic") return logistic();
        const auto parameter = take("decay-parameter");
        if (form == "gaussian") {
            return parameter ? access::gaussian_of_deviation(*parameter * thousand_units()) : access::Gaussian{half()};
        }
        return parameter ? access::exponential_of_rate(*parameter / thousand_units()) : access::Exponential{half()};
    }

    access::Decay power() {
        const auto floor = number("min-cost");
        const double least = floor ? in_units(*floor) : scaled(kDefaultLeastDistance, kDefaultLeastTime);
        used_.emplace_back("min-cost");
        const auto exponent = take("decay-parameter");
        if (exponent || !is_given(half_name())) return access::Power{exponent.value_or(kDefaultExponent), least};
        const double half_cost = half();
        if (half_cost > least) return access::power_of_half(half_cost, least);
        diagnostics_.error(core::format_text("--{0} must be more than the least cost (--{1}).",
                                             "--{0} harus lebih besar daripada jarak atau waktu terkecil (--{1}).",
                                             half_name(), prefix_ + "min-cost"));
        return access::Power{kDefaultExponent, least};
    }

    access::Decay logistic() {
        const double half_cost = half();
        const auto deviation = take("decay-parameter");
        if (!deviation) return access::logistic_of_half(half_cost);
        return access::Logistic{half_cost, *deviation * thousand_units()};
    }

    access::Decay stepped() {
        const auto limits = list("decay-limits");
        const auto values = list("decay-values");
        if (limits.empty() || limits.size() != values.size()) {
            diagnostics_.error(core::format_text(
                "--{0}decay stepped needs --{0}decay-limits and --{0}decay-values, one value for each limit.",
                "--{0}decay stepped memerlukan --{0}decay-limits dan --{0}decay-values, satu nilai untuk tiap batas.",
                prefix_));
            return access::Exponential{scaled(kDefaultHalfDistance, kDefaultHalfTime)};
        }
        access::Stepped steps;
        for (std::size_t i = 0; i < limits.size(); ++i) steps.steps.push_back({in_units(limits[i]), values[i]});
        return steps;
    }

    /// What was given and not used. Gave one both the parameter and the half-distance, the former counts.
    void refuse_unused(const std::string& form) {
        for (const auto* name : kOptions) {
            if (!is_given(prefix_ + name) || std::ranges::count(used_, name) > 0) continue;
            diagnostics_.option_without_effect(
                core::format_text("--{0} has no effect with --{1} {2}{3}: leave it out.",
                                  "--{0} tidak berpengaruh dengan --{1} {2}{3}: hilangkan pilihan ini.", prefix_ + name,
                                  prefix_ + "decay", form, others_of(name)));
        }
    }

    /// Which other option stands in the way.
    [[nodiscard]] std::string others_of(const std::string& name) const {
        if (name == "half-distance" && cost_ == Objective::Time) return " --cost time";
        if (name == "half-time" && cost_ == Objective::Distance) return " --cost distance";
        const bool is_half = name.starts_with("half-");
        return is_half && is_given(prefix_ + "decay-parameter") ? " --" + prefix_ + "decay-parameter" : "";
    }

    double half() {
        used_.push_back(cost_ == Objective::Time ? "half-time" : "half-distance");
        const auto value = arguments_.number(half_name());
        return value ? in_units(*value) : scaled(kDefaultHalfDistance, kDefaultHalfTime);
    }
    [[nodiscard]] std::string half_name() const {
        return prefix_ + (cost_ == Objective::Time ? "half-time" : "half-distance");
    }
    [[nodiscard]] bool is_given(const std::string& name) const { return arguments_.is_given(name); }
    [[nodiscard]] std::optional<double> number(const std::string& name) const {
        return arguments_.number(prefix_ + name);
    }
    std::optional<double> take(const std::string& name) {
        used_.push_back(name);
        return number(name);
    }
    std::vector<double> list(const std::string& name) {
        used_.push_back(name);
        const auto found = arguments_.numbers.find(prefix_ + name);
        return found == arguments_.numbers.end() ? std::vector<double>{} : found->second;
    }

    /// Metres or minutes to the units of costs.
    [[nodiscard]] double in_units(double value) const { return value * (cost_ == Objective::Time ? 60000.0 : 1000.0); }
    [[nodiscard]] double scaled(double metres, double minutes) const {
        return in_units(cost_ == Objective::Time ? minutes : metres);
    }
    /// A kilometre or a minute.
    [[nodiscard]] double thousand_units() const { return cost_ == Objective::Time ? 60000.0 : 1000000.0; }

    const Arguments& arguments_;
    Objective cost_;
    core::Diagnostics& diagnostics_;
    std::string prefix_;
    std::vector<std::string> used_;
};

struct FormName {
    Text operator()(const access::Exponential&) const { return {"exponential", "eksponensial"}; }
    Text operator()(const access::Power&) const { return {"power", "pangkat"}; }
    Text operator()(const access::Gaussian&) const { return {"Gaussian", "Gauss"}; }
    Text operator()(const access::Logistic&) const { return {"logistic", "logistik"}; }
    Text operator()(const access::Stepped&) const { return {"stepped", "bertingkat"}; }
};

}  // namespace

std::vector<Parameter> decay_parameters(const std::string& prefix) {
    std::vector<Parameter> all{
        form_parameter(prefix),
        with_words(with_default(number_parameter(prefix + "half-distance", {"m", 1.0, 1e7}), kDefaultHalfDistance),
                   {"Half-distance", "Jarak paruh"},
                   {"The distance at which a tie is half as strong as at none.",
                    "Jarak yang membuat ikatan tinggal separuh kekuatannya."}),
        with_words(with_default(number_parameter(prefix + "half-time", {"min", 0.1, 1e5}), kDefaultHalfTime),
                   {"Half-time", "Waktu paruh"},
                   {"With --cost time: the time of travel at which a tie is half as strong as at none.",
                    "Dengan --cost time: lama perjalanan yang membuat ikatan tinggal separuh kekuatannya."})};
    append(all, fine_parameters(prefix));
    return all;
}

access::Decay read_decay(const Arguments& arguments, Objective cost, core::Diagnostics& diagnostics,
                         const std::string& prefix) {
    return DecayReader(arguments, cost, diagnostics, prefix).read();
}

void refuse_decay_options(const Arguments& arguments, core::Diagnostics& diagnostics, const std::string& prefix) {
    for (const auto* name : kOptions) {
        if (!arguments.is_given(prefix + name)) continue;
        diagnostics.option_without_effect(core::format_text("--{0} has no effect without --{1}decay.",
                                                            "--{0} tidak berpengaruh tanpa --{1}decay.", prefix + name,
                                                            prefix));
    }
}

Text cost_text(std::int64_t cost, Objective objective) {
    return objective == Objective::Time ? duration_text(cost) : length_text(cost);
}

std::optional<std::int64_t> half_cost(const access::Decay& decay) {
    constexpr double kFarthest = 2e10;  // millimetres; as milliseconds more than half a year
    const auto half = access::half_of(decay);
    if (!half || !(*half <= kFarthest)) return std::nullopt;
    return std::llrint(*half);
}

Text decay_text(const access::Decay& decay, Objective cost) {
    auto name = std::visit(FormName{}, decay);
    const auto half = half_cost(decay);
    if (!half) return name;
    return std::move(name) + fill_text(", 1/2 at {}", ", 1/2 pada {}", cost_text(*half, cost));
}

}  // namespace desakota::analyses
