#include "engine/analyses/food_parts.h"

#include <utility>

#include "engine/analyses/feature_messages.h"
#include "engine/analyses/food_household_parts.h"
#include "engine/analyses/food_parameters.h"
#include "engine/analyses/settlement_values.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

using core::Text;
using welfare::FoodPart;

class SettlementParts {
public:
    SettlementParts(Arguments& arguments, const FoodPlan& plan, const Settlements& settlements, FoodData& data,
                    core::Diagnostics& diagnostics)
        : arguments_(arguments), plan_(plan), settlements_(settlements), data_(data), diagnostics_(diagnostics) {}

    void read(FoodPart part, const Shares& beyond) {
        const auto source = plan_.of(part);
        if (source == FoodSource::Network) take_shares(part, beyond);
        if (source != FoodSource::Settlements) return;
        if (part == FoodPart::Availability) return read_availability();
        if (part == FoodPart::PoorHouseholds && plan_.by_poor_families) return read_poor_families();
        const auto& words = food_part_words()[welfare::index_of(part)];
        const auto unit = arguments_.text("shares-as") == "percent" ? ShareUnit::Percent : ShareUnit::Fraction;
        take_shares(part, read_settlement_shares(arguments_,
                                                 {words.settlement_fields.front(),
                                                  Text{"the share for ", "proporsi untuk "} + words.phrase},
                                                 unit, diagnostics_));
    }

    void warn_without_families() {
        // Reading settlements for the network has told the same.
        if (settlements_.has_families || !takes_shares_ || plan_.takes(FoodSource::Network)) return;
        diagnostics_.warning(core::format_text(
            "{}: no field holds the number of families; in the summary, shares of settlements count alike for each "
            "settlement. Name the field with --families-field.",
            "{}: tidak ada kolom jumlah keluarga; dalam ringkasan, proporsi tiap permukiman dihitung sama berat. "
            "Sebutkan kolomnya dengan --families-field.",
            layers::describe_layer(*arguments_.layer("settlements"))));
    }

private:
    FoodPartData& part_data(FoodPart part) { return data_.parts[welfare::index_of(part)]; }

    void take_shares(FoodPart part, std::vector<std::optional<double>> shares) {
        takes_shares_ = true;
        auto& data = part_data(part);
        shares.resize(settlements_.size());
        data.sums.resize(shares.size());
        for (std::size_t row = 0; row < shares.size(); ++row) {
            const auto families = settlements_.has_families ? settlements_.families[row] : std::optional(1.0);
            const auto& share = shares[row];
            if (share && families) data.sums[row] = {*share * *families, *families};
        }
        data.shares = std::move(shares);
    }

    void read_availability() {
        constexpr double kKilogramsATonne = 1000.0;
        const double factor =
            plan_.from_paddy ? kKilogramsATonne * arguments_.number("rice-per-paddy").value_or(1.0) : 1.0;
        const auto* field = plan_.from_paddy ? "paddy-production-field" : "settlement-production-field";
        const auto production =
            read_settlement_amounts(arguments_, {field, {"the production", "produksi"}}, diagnostics_);
        const auto people =
            read_settlement_amounts(arguments_, {"population-field", {"population", "jumlah penduduk"}}, diagnostics_);
        auto& sums = part_data(FoodPart::Availability).sums;
        sums.resize(settlements_.size());
        for (std::size_t row = 0; row < sums.size(); ++row) {
            const auto& produced = production[row];
            const auto& persons = people[row];
            if (!produced || !persons || *persons == 0.0) continue;
            sums[row] = welfare::availability_sums(*persons, data_.norm, *produced * factor);
        }
    }

    void read_poor_families() {
        auto poor = read_settlement_amounts(
            arguments_, {"poor-families-field", {"the number of poor families", "jumlah keluarga miskin"}},
            diagnostics_);
        auto& data = part_data(FoodPart::PoorHouseholds);
        data.sums.resize(settlements_.size());
        for (std::size_t row = 0; row < poor.size(); ++row) {
            const auto& families = settlements_.families[row];
            const auto& count = poor[row];
            if (!count || !families) continue;
            if (*count > *families) report_too_many(row, *count, *families);
            data.sums[row] = {*count, *families};
        }
    }

    void report_too_many(std::size_t row, double poor, double families) {
        diagnostics_.error(
            core::same_text(
                feature_title(*arguments_.layer("settlements"), row, arguments_.column("settlements", "name-field")) +
                ": ") +
            core::format_text("{0} poor families of {1}; there cannot be more than there are families. Correct the "
                              "numbers or leave them empty.",
                              "{0} keluarga miskin dari {1} keluarga; tidak bisa lebih banyak daripada jumlah "
                              "keluarga. Betulkan angkanya atau kosongkan.",
                              core::number_text(poor), core::number_text(families)));
    }

    Arguments& arguments_;
    const FoodPlan& plan_;
    const Settlements& settlements_;
    FoodData& data_;
    core::Diagnostics& diagnostics_;
    bool takes_shares_ = false;
};

}  // namespace

FoodData read_food_parts(Arguments& arguments, const FoodPlan& plan, const Settlements& settlements,
                         const Shares& beyond, RunContext& context) {
    FoodData data;
    data.norm = arguments.number("cereal-norm").value_or(data.norm);
    for (std::size_t i = 0; i < welfare::kFoodParts; ++i) data.parts[i].source = plan.sources[i];
    read_household_parts(arguments, plan, settlements, data, context);
    SettlementParts parts(arguments, plan, settlements, data, context.diagnostics);
    for (std::size_t i = 0; i < welfare::kFoodParts; ++i) parts.read(static_cast<FoodPart>(i), beyond);
    parts.warn_without_families();
    return data;
}

}  // namespace desakota::analyses
