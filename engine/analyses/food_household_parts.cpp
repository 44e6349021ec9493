#include "engine/analyses/food_household_parts.h"

#include <cmath>
#include <limits>
#include <string>

#include "engine/analyses/households.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

using core::Text;
using welfare::FoodPart;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// What each household adds to both sides of a part, row for row; NaN where it does not count.
struct Sides {
    std::vector<double> numerators;
    std::vector<double> denominators;
};

Sides shares_of(std::vector<double> fails) {
    std::vector<double> ones(fails.size(), 1.0);
    return {std::move(fails), std::move(ones)};
}

/// 1 where a number is below a limit (or exactly it, where that counts), 0 elsewhere, NaN where it is missing.
std::vector<double> below(const std::vector<double>& values, double limit, bool at_limit_too = false) {
    std::vector<double> result(values.size(), kMissing);
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (std::isnan(values[row])) continue;
        result[row] = values[row] < limit || (at_limit_too && values[row] == limit) ? 1.0 : 0.0;
    }
    return result;
}

/// The other answer; missing stays missing.
std::vector<double> no_for_yes(std::vector<double> answers) {
    for (auto& answer : answers) answer = 1.0 - answer;
    return answers;
}

class HouseholdParts {
public:
    HouseholdParts(Arguments& arguments, const FoodPlan& plan, const Households& households, FoodData& data,
                   core::Diagnostics& diagnostics)
        : arguments_(arguments),
          plan_(plan),
          households_(households),
          data_(data),
          diagnostics_(diagnostics),
          counts_(households.size()) {}

    void read(FoodPart part, std::size_t settlement_count) {
        if (plan_.of(part) != FoodSource::Households) return;
        add_up(sides_of(part), part, settlement_count);
    }

    /// How many households count for some part, and how many for none.
    void count(std::size_t settlement_count) {
        data_.counted.assign(settlement_count, 0);
        data_.left_out.assign(settlement_count, 0);
        for (std::size_t row = 0; row < households_.size(); ++row) {
            const auto settlement = households_.settlements[row];
            if (settlement == kNoSettlement) continue;
            ++(counts_[row] ? data_.counted : data_.left_out)[settlement];
        }
    }

private:
    Sides sides_of(FoodPart part) {
        switch (part) {
            case FoodPart::Availability:
                return availability();
            case FoodPart::PoorHouseholds: {
                const auto income = read_income(arguments_, households_, diagnostics_);
                return shares_of(below(income.per_head, arguments_.number("line").value_or(0.0),
                                       arguments_.is_yes("at-line-is-poor")));
            }
            case FoodPart::ShortHours: {
                constexpr double kHoursAWeek = 168.0;
                return shares_of(
                    below(number("weekly-hours-field", {"the hours a week", "jam kerja per minggu"}, kHoursAWeek),
                          welfare::kShortHours));
            }
            case FoodPart::NoBasicEducation:
                return shares_of(without_basic_education());
            case FoodPart::NoElectricity:
                return shares_of(no_for_yes(yes_no("electricity-field", {"electricity", "listrik"})));
            case FoodPart::NotImmunised:
                return immunisation();
            case FoodPart::NoCleanWater:
                return shares_of(no_for_yes(yes_no("clean-water-field", {"clean water", "air bersih"})));
            case FoodPart::Illiterate:
                return shares_of(no_for_yes(
                    yes_no("literate-field", {"whether the housewife can read and write", "ibu melek huruf"})));
            case FoodPart::BeyondHealthCentre:
                break;
        }
        return {};
    }

    std::vector<double> number(const char* field, Text what, double most) {
        return read_household_numbers(arguments_, {field, std::move(what), 0.0, most}, diagnostics_);
    }
    std::vector<double> yes_no(const char* field, const Text& what) {
        return read_household_yes_no(arguments_, field, what, diagnostics_);
    }

    Sides availability() {
        constexpr double kMost = 1e9;
        const auto production = number("production-field", {"the production", "produksi"}, kMost);
        Sides sides;
        for (std::size_t row = 0; row < production.size(); ++row) {
            const auto sums = welfare::availability_sums(households_.persons[row], data_.norm, production[row]);
            sides.numerators.push_back(sums.numerator);
            sides.denominators.push_back(sums.denominator);
        }
        return sides;
    }

    std::vector<double> without_basic_education() {
        if (!plan_.by_schooling) {
            return no_for_yes(yes_no("basic-education-field", {"basic education", "tamat pendidikan dasar"}));
        }
        constexpr double kPrimary = 6.0;
        constexpr double kJuniorSecondary = 9.0;
        constexpr double kMostYears = 30.0;
        return below(number("schooling-field", {"the years of schooling", "lama sekolah"}, kMostYears),
                     arguments_.text("basic-education") == "smp" ? kJuniorSecondary : kPrimary);
    }

    Sides immunisation() {
        constexpr double kMostChildren = 100.0;
        const auto children = number("children-field", {"the number of children", "jumlah anak"}, kMostChildren);
        const auto immunised = number(
            "immunised-field", {"the number of immunised children", "jumlah anak yang diimunisasi"}, kMostChildren);
        Sides sides{std::vector<double>(children.size(), kMissing), children};
        for (std::size_t row = 0; row < children.size(); ++row) {
            if (children[row] == 0.0 && std::isnan(immunised[row])) continue;
            if (immunised[row] > children[row]) {
                report_too_many(row, immunised[row], children[row]);
            } else {
                sides.numerators[row] = children[row] - immunised[row];
            }
        }
        return sides;
    }

    void report_too_many(std::size_t row, double immunised, double children) {
        diagnostics_.error(
            core::same_text(layers::describe_feature(*households_.table, row) + ": ") +
            core::format_text("{0} immunised children of {1}; there cannot be more than there are children. Correct "
                              "the numbers or leave them empty.",
                              "{0} anak diimunisasi dari {1} anak; tidak bisa lebih banyak daripada jumlah anak. "
                              "Betulkan angkanya atau kosongkan.",
                              core::number_text(immunised), core::number_text(children)));
    }

    void add_up(const Sides& sides, FoodPart part, std::size_t settlement_count) {
        auto& sums = data_.parts[welfare::index_of(part)];
        sums.sums.assign(settlement_count, {});
        sums.households.assign(settlement_count, 0);
        for (std::size_t row = 0; row < sides.numerators.size(); ++row) {
            const auto settlement = households_.settlements[row];
            if (settlement == kNoSettlement || std::isnan(sides.numerators[row]) || std::isnan(sides.denominators[row]))
                continue;
            const bool has_children = part != FoodPart::NotImmunised || sides.denominators[row] > 0.0;
            if (!has_children) continue;
            const double weight = households_.weights[row];
            sums.sums[settlement] += {weight * sides.numerators[row], weight * sides.denominators[row]};
            ++sums.households[settlement];
            counts_[row] = true;
        }
    }

    Arguments& arguments_;
    const FoodPlan& plan_;
    const Households& households_;
    FoodData& data_;
    core::Diagnostics& diagnostics_;
    std::vector<bool> counts_;
};

}  // namespace

void read_household_parts(Arguments& arguments, const FoodPlan& plan, const Settlements& settlements, FoodData& data,
                          RunContext& context) {
    if (!plan.takes(FoodSource::Households)) return;
    data.has_households = true;
    core::Stage reading(context.progress, 0.0, 0.5);
    auto reading_context = with_progress(context, reading);
    const auto households = read_households(arguments, settlements, reading_context);
    HouseholdParts parts(arguments, plan, households, data, context.diagnostics);
    for (std::size_t i = 0; i < welfare::kFoodParts; ++i) {
        parts.read(static_cast<FoodPart>(i), settlements.size());
        context.progress.step(0.5 + 0.5 * static_cast<double>(i + 1) / static_cast<double>(welfare::kFoodParts));
    }
    parts.count(settlements.size());
    const auto sets = settlement_sets(settlements);
    for (auto& part : data.parts) {
        if (!part.households.empty()) part.withheld = withheld_rows(part.households, sets);
    }
}

}  // namespace desakota::analyses
