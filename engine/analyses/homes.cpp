#include "engine/analyses/homes.h"

#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/analyses/feature_messages.h"
#include "engine/core/number_text.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

constexpr const char* kLayer = "homes";
constexpr const char* kFamiliesField = "homes-families-field";

/// Reads homes row by row.
class HomesReader {
public:
    HomesReader(const layers::Layer& layer, const Settlements& settlements, core::Diagnostics& diagnostics)
        : layer_(layer), diagnostics_(diagnostics), homes_(settlements.size()) {
        for (std::uint32_t i = 0; i < settlements.size(); ++i) settlement_of_.emplace(settlements.ids[i], i);
    }

    std::vector<std::vector<network::WeightedPlace>> read(const std::vector<std::optional<std::string>>& ids,
                                                          const layers::Column* families,
                                                          const std::vector<std::optional<geo::GridPoint>>& places) {
        for (std::size_t row = 0; row < layer_.row_count; ++row) {
            const auto settlement = settlement_of_.find(ids[row].value_or(std::string{}));
            if (settlement == settlement_of_.end()) {
                unknown_.add(ids[row].value_or(std::string{}));
                continue;
            }
            const auto& place = places[row];
            const auto count = families == nullptr ? std::optional(1.0) : count_of(*families, row);
            if (place && count && *count > 0.0) homes_[settlement->second].push_back({*place, *count});
        }
        report();
        return std::move(homes_);
    }

private:
    std::optional<double> count_of(const layers::Column& families, std::size_t row) {
        if (families.is_missing(row)) {
            ++uncounted_;
            return std::nullopt;
        }
        const auto count = families.type() == layers::ColumnType::Text
                               ? parse_count(std::string(families.text(row).value_or(std::string_view{})))
                               : families.number(row);
        if (count && std::isfinite(*count) && *count >= 0.0) return count;
        const auto title = feature_title(layer_, row, nullptr);
        if (count && *count < 0.0) {
            diagnostics_.error(core::format_text(
                "{0}: families is {1}; a count cannot be negative. Correct the value or leave it empty.",
                "{0}: jumlah keluarga {1}; jumlah tidak boleh negatif. Betulkan nilainya atau kosongkan.", title,
                core::number_text(*count)));
        } else {
            diagnostics_.error(
                core::format_text("{}: the number of families is not a number. Correct the value or leave it empty.",
                                  "{}: jumlah keluarga bukan angka. Betulkan nilainya atau kosongkan.", title));
        }
        return std::nullopt;
    }

    void report() {
        const auto label = layers::describe_layer(layer_);
        if (!unknown_.empty()) {
            diagnostics_.error(
                core::format_text("{}: homes of settlements that are not among the settlements: ",
                                  "{}: rumah milik permukiman yang tidak ada di lapisan permukiman: ", label) +
                unknown_.listing() +
                core::Text{". Correct the ids, or name the fields with --homes-id-field and --id-field.",
                           ". Betulkan id-nya, atau sebutkan kolomnya dengan --homes-id-field dan --id-field."});
        }
        if (uncounted_ == 0) return;
        diagnostics_.warning(core::format_text("{0}: {1} homes have no number of families and are left out.",
                                               "{0}: {1} rumah tidak memiliki jumlah keluarga dan tidak dipakai.",
                                               label, uncounted_));
    }

    const layers::Layer& layer_;
    core::Diagnostics& diagnostics_;
    std::unordered_map<std::string, std::uint32_t> settlement_of_;
    std::vector<std::vector<network::WeightedPlace>> homes_;
    network::ValueCounts unknown_;
    std::size_t uncounted_ = 0;
};

}  // namespace

FamilyLayer read_homes(Arguments& arguments, const Settlements& settlements, RunContext& context) {
    auto& layer = *arguments.layer(kLayer);
    const auto* ids = arguments.column(kLayer, "homes-id-field");
    if (ids == nullptr) {
        context.diagnostics.error(core::format_text(
            "{}: no field holds the id of each home's settlement; name it with --homes-id-field.",
            "{}: tidak ada kolom id permukiman tiap rumah; sebutkan kolomnya dengan --homes-id-field.",
            layers::describe_layer(layer)));
        return {};
    }
    auto places = read_places(layer, nullptr, context);
    if (places.places.empty()) return {};
    HomesReader reader(layer, settlements, context.diagnostics);
    auto homes = reader.read(field_texts(ids, layer.row_count), arguments.column(kLayer, kFamiliesField),
                             places.first_places(layer.row_count));
    layer.geometry = {};
    layer.columns.clear();
    return {network::join_weighted(std::move(homes)), std::move(places.extent)};
}

}  // namespace desakota::analyses
