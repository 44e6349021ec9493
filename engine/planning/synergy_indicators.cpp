#include "engine/planning/synergy_indicators.h"

#include <algorithm>
#include <span>

namespace desakota::planning {
namespace {

using core::Text;

/// Places in the scales of the indicators.
enum class Clusters : std::uint8_t { All, Some, None };
enum class Agreed : std::uint8_t { All, Some, None, NoGoals };
enum class Understood : std::uint8_t { All, Some, Few };

Scale clusters_scale() {
    return {{"clusters", "klaster"},
            {{"semua", {"all", "semua"}, {"komprehensif", "comprehensive"}},
             {"sebagian", {"some", "sebagian"}, {"partial"}},
             {"tidak", {"none", "tidak terklaster"}, {"tidak ada", "no"}}},
            {}};
}

Scale written_scale() {
    return {{"system written down", "sistem tertulis"},
            {{"ya", {"yes", "ya"}, {"1", "true", "tertulis"}},
             {"tidak", {"no", "tidak"}, {"0", "false", "tidak tertulis", "belum"}}},
            {}};
}

Scale agreed_scale() {
    return {{"agreement on the goals", "kesepakatan tujuan"},
            {{"semua", {"all", "semua"}, {}},
             {"sebagian", {"some", "sebagian"}, {}},
             {"tidak", {"nobody", "tidak disepakati"}, {"tidak ada yang sepakat"}},
             {"tidak_ada", {"there are no goals", "tidak ada tujuan"}, {"no goals"}}},
            {}};
}

Scale understood_scale() {
    return {{"understanding of the goals", "pemahaman tujuan"},
            {{"semua", {"all", "semua"}, {}},
             {"sebagian", {"some", "sebagian"}, {}},
             {"sedikit", {"few or nobody", "sedikit"}, {"few", "kurang", "tidak", "none", "nobody"}}},
            {}};
}

/// The ratings of another scale under a title of their own.
Scale titled(Scale scale, Text title) {
    scale.title = std::move(title);
    return scale;
}

Scale commitment(Text of) {
    return titled(scale_of(Dimension::Process), std::move(of));
}
Scale effect_on(Text what) {
    return titled(scale_of(Dimension::Effect), std::move(what));
}

std::array<Scale, kIndicatorCount> make_scales() {
    return {clusters_scale(),
            written_scale(),
            agreed_scale(),
            understood_scale(),
            commitment({"commitment of the leadership", "komitmen pimpinan"}),
            commitment({"commitment of the agencies", "komitmen SKPD"}),
            commitment({"commitment of business", "komitmen badan usaha"}),
            commitment({"participation of the community", "partisipasi masyarakat"}),
            effect_on({"effect on livelihood resources", "efek pada sumber penghidupan"}),
            effect_on({"effect on business", "efek pada kondisi usaha"}),
            effect_on({"effect on livelihood outcomes", "efek pada hasil penghidupan"}),
            effect_on({"effect on the reach of the poor", "efek pada keterjangkauan keluarga miskin"})};
}

using Places = std::vector<std::optional<std::size_t>>;

Places places_of(Dimension dimension, const Indicators& indicators) {
    Places places;
    for (std::size_t i = 0; i < kIndicatorCount; ++i) {
        if (dimension_of(static_cast<Indicator>(i)) == dimension) places.push_back(indicators.places[i]);
    }
    return places;
}

System derive_system(Clusters clusters, bool written) {
    if (clusters == Clusters::All && written) return System::Comprehensive;
    return clusters == Clusters::None && !written ? System::None : System::Partial;
}

Goals derive_goals(Agreed agreed, Understood understood) {
    if (agreed == Agreed::NoGoals) return Goals::None;
    if (agreed == Agreed::None || understood == Understood::Few) return Goals::NotAgreed;
    return agreed == Agreed::All && understood == Understood::All ? Goals::All : Goals::Some;
}

Process derive_process(std::span<const std::size_t> places) {
    const auto all = [&](auto holds) {
        return std::ranges::all_of(places, [&](std::size_t place) { return holds(static_cast<Process>(place)); });
    };
    if (all([](Process process) { return process == Process::High; })) return Process::High;
    if (all([](Process process) { return process == Process::None; })) return Process::None;
    return all([](Process process) { return process >= Process::Low; }) ? Process::Low : Process::Varied;
}

std::optional<std::size_t> derive_effect(std::span<const std::size_t> places) {
    constexpr std::ptrdiff_t kGenerally = 3;
    for (const auto place : places) {
        if (std::ranges::count(places, place) >= kGenerally) return place;
    }
    return std::nullopt;
}

/// From ratings that are all there.
std::optional<std::size_t> derive_complete(Dimension dimension, std::span<const std::size_t> places) {
    switch (dimension) {
        case Dimension::System:
            return static_cast<std::size_t>(derive_system(static_cast<Clusters>(places[0]), places[1] == 0));
        case Dimension::Goals:
            return static_cast<std::size_t>(
                derive_goals(static_cast<Agreed>(places[0]), static_cast<Understood>(places[1])));
        case Dimension::Process:
            return static_cast<std::size_t>(derive_process(places));
        case Dimension::Effect:
            return derive_effect(places);
    }
    return std::nullopt;
}

/// Every way to fill in what is missing.
std::vector<std::vector<std::size_t>> filled(Dimension dimension, const Places& places) {
    std::vector<std::vector<std::size_t>> all(1);
    std::size_t next = 0;
    for (std::size_t i = 0; i < kIndicatorCount; ++i) {
        const auto indicator = static_cast<Indicator>(i);
        if (dimension_of(indicator) != dimension) continue;
        const auto known = places[next++];
        std::vector<std::vector<std::size_t>> longer;
        for (const auto& one : all) {
            for (std::size_t place = 0; place < indicator_scale(indicator).ratings.size(); ++place) {
                if (known && *known != place) continue;
                longer.push_back(one);
                longer.back().push_back(place);
            }
        }
        all = std::move(longer);
    }
    return all;
}

}  // namespace

const Scale& ladder_scale() {
    static const Scale scale{
        {"participation", "partisipasi"},
        {{"memiliki_kontrol",
          {"control or delegation", "memiliki kontrol/mendelegasikan"},
          {"control", "memiliki kontrol", "mendelegasikan", "delegation", "delegated power", "6"}},
         {"merencanakan_bersama", {"planning together", "merencanakan bersama"}, {"joint planning", "5"}},
         {"menasihati",
          {"advising or proposing", "menasihati/mengusulkan"},
          {"mengusulkan", "advising", "proposing", "4"}},
         {"mengkonsultasikan", {"consulted", "mengkonsultasikan"}, {"konsultasi", "dikonsultasikan", "3"}},
         {"menerima_informasi", {"informed", "menerima informasi"}, {"2"}},
         {"nihil", {"none", "nihil"}, {"tanpa partisipasi", "no participation", "1"}}},
        {}};
    return scale;
}

const Scale& indicator_scale(Indicator indicator) {
    static const auto scales = make_scales();
    return scales[static_cast<std::size_t>(indicator)];
}

Dimension dimension_of(Indicator indicator) {
    if (indicator <= Indicator::SystemWritten) return Dimension::System;
    if (indicator <= Indicator::GoalsUnderstood) return Dimension::Goals;
    return indicator <= Indicator::Participation ? Dimension::Process : Dimension::Effect;
}

std::optional<Process> participation_of(const std::vector<Rung>& rungs, Rung high_from) {
    if (rungs.empty()) return std::nullopt;
    const auto is_high = [&](Rung rung) { return rung <= high_from; };
    if (std::ranges::all_of(rungs, is_high)) return Process::High;
    if (std::ranges::any_of(rungs, is_high)) return Process::Varied;
    const bool none = std::ranges::all_of(rungs, [](Rung rung) { return rung == Rung::None; });
    return none ? Process::None : Process::Low;
}

std::optional<std::size_t> derive(Dimension dimension, const Indicators& indicators) {
    const auto places = places_of(dimension, indicators);
    if (std::ranges::none_of(places, [](const auto& place) { return place.has_value(); })) return std::nullopt;
    const auto ways = filled(dimension, places);
    const auto derived = derive_complete(dimension, ways.front());
    const bool settled =
        std::ranges::all_of(ways, [&](const auto& way) { return derive_complete(dimension, way) == derived; });
    return settled ? derived : std::nullopt;
}

}  // namespace desakota::planning
