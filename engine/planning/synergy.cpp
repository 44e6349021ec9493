#include "engine/planning/synergy.h"

#include <algorithm>
#include <utility>

namespace desakota::planning {
namespace {

using core::Text;

Scale system_scale() {
    return {{"system", "sistem"},
            {{"komprehensif", {"comprehensive", "komprehensif"}, {"tersistem", "lengkap", "full"}},
             {"sebagian", {"partial", "sebagian"}, {"tidak komprehensif", "sebagian tersistem", "partly"}},
             {"tidak", {"none", "tidak tersistem"}, {"tidak ada", "no", "no system"}}},
            {}};
}

Scale goals_scale() {
    return {{"common goals", "tujuan bersama"},
            {{"semua", {"agreed and understood by all", "disepakati dan dipahami semua"}, {"all", "disepakati semua"}},
             {"sebagian", {"agreed by some", "disepakati sebagian"}, {"some", "partial", "partly", "agreed by part"}},
             {"tidak_disepakati", {"not agreed", "tidak disepakati"}, {}},
             {"tidak_ada", {"none", "tidak ada tujuan"}, {"no goals"}}},
            {}};
}

Scale process_scale() {
    return {{"process of collaboration", "proses kolaborasi"},
            {{"tinggi", {"high", "tinggi"}, {}},
             {"bervariasi", {"varied", "bervariasi"}, {"varying", "bervariasi tinggi kurang", "beragam"}},
             {"kurang", {"low", "kurang"}, {"rendah", "umumnya kurang"}},
             {"tidak_ada", {"none", "tidak ada"}, {"tidak", "nihil"}}},
            {}};
}

Scale effect_scale() {
    return {{"effect on welfare", "efek pada kesejahteraan"},
            {{"sangat_meningkat", {"greatly risen", "sangat meningkat"}, {"risen greatly"}},
             {"meningkat_tak_optimal",
              {"risen, not optimal", "meningkat, tidak optimal"},
              {"meningkat tidak optimal", "meningkat kurang optimal", "risen not optimal"}},
             {"sebagian_meningkat", {"risen for some", "meningkat untuk sebagian"}, {"partly risen"}},
             {"tetap", {"unchanged", "tetap"}, {"tidak berubah", "no change"}},
             {"menurun", {"fallen", "menurun"}, {"falling", "turun"}}},
            {"na", "n/a", "tidak berlaku", "not applicable"}};
}

template <class Value>
std::optional<std::size_t> place_of(const std::optional<Value>& value) {
    return value ? std::optional{static_cast<std::size_t>(*value)} : std::nullopt;
}

template <class Value>
std::optional<Value> value_at(std::optional<std::size_t> place) {
    return place ? std::optional{static_cast<Value>(*place)} : std::nullopt;
}

/// Rules 1 to 3, on what is known.
std::optional<Category> by_absence_or_effect(const SynergyInputs& inputs) {
    if (inputs.system == System::None && inputs.goals == Goals::None && inputs.process == Process::None) {
        return Category::Sectoral;
    }
    if (inputs.effect == Effect::Fallen) return Category::Antagonistic;
    if (inputs.effect == Effect::Unchanged) return Category::Additive;
    return std::nullopt;
}

/// All rules, for an area with all ratings.
Category complete_category(const SynergyInputs& inputs) {
    if (const auto early = by_absence_or_effect(inputs)) return *early;
    constexpr SynergyInputs kBest{System::Comprehensive, Goals::All, Process::High, Effect::GreatlyRisen};
    if (inputs == kBest) return Category::Synergism;
    return inputs.system == System::None ? Category::Fragmented : Category::LessSynergistic;
}

std::vector<Dimension> missing_dimensions(const SynergyInputs& inputs) {
    std::vector<Dimension> missing;
    for (const auto dimension : kDimensions) {
        if (!inputs.place(dimension)) missing.push_back(dimension);
    }
    return missing;
}

/// Every area with all ratings that this one could be.
std::vector<SynergyInputs> completions(const SynergyInputs& inputs, const std::vector<Dimension>& missing) {
    std::vector<SynergyInputs> all{inputs};
    for (const auto dimension : missing) {
        std::vector<SynergyInputs> more;
        for (auto one : all) {
            for (std::size_t place = 0; place < scale_of(dimension).ratings.size(); ++place) {
                one.set(dimension, place);
                more.push_back(one);
            }
        }
        all = std::move(more);
    }
    return all;
}

/// Whether any of these areas would be in another category if only this dimension were rated otherwise.
bool matters(const std::vector<SynergyInputs>& areas, Dimension dimension) {
    return std::ranges::any_of(areas, [&](SynergyInputs area) {
        const auto category = complete_category(area);
        for (std::size_t place = 0; place < scale_of(dimension).ratings.size(); ++place) {
            area.set(dimension, place);
            if (complete_category(area) != category) return true;
        }
        return false;
    });
}

}  // namespace

const Scale& scale_of(Dimension dimension) {
    static const std::array scales{system_scale(), goals_scale(), process_scale(), effect_scale()};
    return scales[static_cast<std::size_t>(dimension)];
}

std::optional<std::size_t> SynergyInputs::place(Dimension dimension) const {
    switch (dimension) {
        case Dimension::System:
            return place_of(system);
        case Dimension::Goals:
            return place_of(goals);
        case Dimension::Process:
            return place_of(process);
        case Dimension::Effect:
            return place_of(effect);
    }
    return std::nullopt;
}

void SynergyInputs::set(Dimension dimension, std::optional<std::size_t> place) {
    switch (dimension) {
        case Dimension::System:
            system = value_at<System>(place);
            break;
        case Dimension::Goals:
            goals = value_at<Goals>(place);
            break;
        case Dimension::Process:
            process = value_at<Process>(place);
            break;
        case Dimension::Effect:
            effect = value_at<Effect>(place);
            break;
    }
}

std::string_view category_code(Category category) {
    constexpr std::array<std::string_view, 6> kCodes{"sectoral",   "antagonistic",     "additive",
                                                     "fragmented", "less_synergistic", "synergism"};
    return kCodes[static_cast<std::size_t>(category)];
}

Text category_label(Category category) {
    switch (category) {
        case Category::Sectoral:
            return {"Sectoral", "Sektoral"};
        case Category::Antagonistic:
            return {"Antagonistic", "Antagonis"};
        case Category::Additive:
            return {"Additive (integrated)", "Aditif (terintegrasi)"};
        case Category::Fragmented:
            return {"Fragmented", "Terfragmentasi"};
        case Category::LessSynergistic:
            return {"Less synergistic", "Kurang sinergis"};
        case Category::Synergism:
            return {"Synergism", "Sinergisme"};
    }
    return {};
}

bool is_better(Category category, Category than) {
    return category > than && category != Category::Antagonistic;
}

const Rule& rule_of(Category category) {
    static const std::array rules{
        Rule{1,
             Category::Sectoral,
             {"No system, no common goals and no commitment to work together.",
              "Tidak ada sistem, tujuan bersama, maupun komitmen berkolaborasi."}},
        Rule{2,
             Category::Antagonistic,
             {"Welfare has fallen, whatever the system, goals and process.",
              "Kesejahteraan menurun, apa pun sistem, tujuan, dan prosesnya."}},
        Rule{3,
             Category::Additive,
             {"Welfare has not changed, whatever the system, goals and process.",
              "Kesejahteraan tidak berubah, apa pun sistem, tujuan, dan prosesnya."}},
        Rule{5,
             Category::Fragmented,
             {"They work together and welfare has risen, but without a system.",
              "Ada kolaborasi dan kesejahteraan meningkat, tetapi tidak tersistem."}},
        Rule{6,
             Category::LessSynergistic,
             {"They work together within a system and welfare has risen, but not all four dimensions are at their "
              "best.",
              "Ada kolaborasi yang tersistem dan kesejahteraan meningkat, tetapi keempat dimensi belum seluruhnya "
              "terpenuhi."}},
        Rule{4,
             Category::Synergism,
             {"A comprehensive system, goals agreed and understood by all, high commitment and participation, and "
              "welfare greatly risen.",
              "Sistem komprehensif, tujuan disepakati dan dipahami semua, komitmen dan partisipasi tinggi, serta "
              "kesejahteraan sangat meningkat."}}};
    return rules[static_cast<std::size_t>(category)];
}

Assessment assess(const SynergyInputs& inputs) {
    Assessment result;
    const auto missing = missing_dimensions(inputs);
    result.category = by_absence_or_effect(inputs);
    if (!result.category) {
        const auto areas = completions(inputs, missing);
        for (const auto dimension : missing) {
            if (matters(areas, dimension)) result.needed.push_back(dimension);
        }
        if (!result.needed.empty()) return result;
        result.category = complete_category(areas.front());
    }
    result.unneeded = missing;
    return result;
}

}  // namespace desakota::planning
