#include "engine/analyses/settlements.h"

#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "engine/analyses/feature_messages.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

constexpr const char* kLayer = "settlements";
constexpr const char* kNameField = "name-field";
constexpr const char* kFamiliesField = "families-field";
constexpr const char* kGroupField = "group-field";
/// More than all families on earth.
constexpr double kMostFamilies = 1e10;

/// Reads the families of one settlement after another, and says what is wrong.
class FamiliesReader {
public:
    FamiliesReader(const layers::Layer& layer, const layers::Column& column, const layers::Column* names,
                   core::Diagnostics& diagnostics)
        : layer_(layer), column_(column), names_(names), diagnostics_(diagnostics) {}

    std::optional<double> read(std::size_t row) {
        if (column_.is_missing(row)) return std::nullopt;
        const auto value = column_.type() == layers::ColumnType::Text ? from_text(row) : column_.number(row);
        if (!value) return std::nullopt;
        if (!std::isfinite(*value)) return not_a_number(row, core::number_text(*value));
        if (*value > kMostFamilies) return too_many(row, *value);
        if (*value >= 0.0) return count(row, *value);
        diagnostics_.error(
            core::format_text("{0}: families is {1}; a count cannot be negative. Correct the value or leave it empty.",
                              "{0}: jumlah keluarga {1}; jumlah tidak boleh negatif. Betulkan nilainya atau kosongkan.",
                              feature_title(layer_, row, names_), core::number_text(*value)));
        return std::nullopt;
    }

    /// Fractions may be estimates, or thousands whose dot was taken for a decimal mark.
    void report_fractions() {
        if (fractions_ == 0) return;
        diagnostics_.warning(core::format_text(
            "{0}: families is {1}, no whole number ({2} settlements). Where a dot or comma stands between thousands, "
            "write the number without it.",
            "{0}: jumlah keluarga {1}, bukan bilangan bulat ({2} satuan permukiman). Jika titik atau koma memisahkan "
            "ribuan, tuliskan angkanya tanpa tanda itu.",
            feature_title(layer_, first_fraction_, names_), core::number_text(fraction_), fractions_));
    }

private:
    double count(std::size_t row, double value) {
        if (value != std::floor(value) && fractions_++ == 0) {
            first_fraction_ = row;
            fraction_ = value;
        }
        return value;
    }

    std::nullopt_t too_many(std::size_t row, double value) {
        diagnostics_.error(core::format_text(
            "{0}: families is {1}; no settlement has that many. Correct the value or leave it empty.",
            "{0}: jumlah keluarga {1}; tidak ada permukiman sebanyak itu. Betulkan nilainya atau kosongkan.",
            feature_title(layer_, row, names_), core::number_text(value)));
        return std::nullopt;
    }

    std::optional<double> from_text(std::size_t row) {
        const std::string text(column_.text(row).value_or(std::string_view{}));
        if (text.find_first_not_of(" \t\r\n") == std::string::npos) return std::nullopt;
        const auto value = parse_count(text);
        return value ? value : not_a_number(row, text);
    }

    std::nullopt_t not_a_number(std::size_t row, const std::string& text) {
        diagnostics_.error(
            core::format_text("{0}: families is \"{1}\", which is not a number. Correct the value or leave it empty.",
                              "{0}: jumlah keluarga \"{1}\" bukan angka. Betulkan nilainya atau kosongkan.",
                              feature_title(layer_, row, names_), text));
        return std::nullopt;
    }

    const layers::Layer& layer_;
    const layers::Column& column_;
    const layers::Column* names_;
    core::Diagnostics& diagnostics_;
    std::size_t fractions_ = 0;
    std::size_t first_fraction_ = 0;  // its row
    double fraction_ = 0.0;
};

void read_families(Arguments& arguments, FamiliesUse use, Settlements& settlements, core::Diagnostics& diagnostics) {
    const auto& layer = *arguments.layer(kLayer);
    const auto* column = arguments.column(kLayer, kFamiliesField);
    settlements.families.resize(layer.row_count);
    settlements.has_families = column != nullptr;
    if (column == nullptr) {
        if (use == FamiliesUse::NotNeeded) return;
        diagnostics.warning(core::format_text(
            "{0}: no field holds the number of families; settlements are counted instead, and the families columns "
            "stay "
            "empty. Name the field with --families-field. Population, households (rumah tangga) and RT (rukun "
            "tetangga) are not taken for families.",
            "{0}: tidak ada kolom jumlah keluarga; yang dihitung adalah satuan permukiman, dan kolom keluarga kosong. "
            "Sebutkan kolomnya dengan --families-field. Jumlah penduduk, rumah tangga, dan RT (rukun tetangga) tidak "
            "dianggap jumlah keluarga.",
            layers::describe_layer(layer)));
        return;
    }
    FamiliesReader reader(layer, *column, arguments.column(kLayer, kNameField), diagnostics);
    for (std::size_t row = 0; row < layer.row_count; ++row) settlements.families[row] = reader.read(row);
    reader.report_fractions();
}

/// Warns of settlements that lie at several points.
void report_several_points(const Places& places, const layers::Layer& layer, const layers::Column* names,
                           core::Diagnostics& diagnostics) {
    std::vector<std::size_t> several;
    for (std::size_t i = 1; i < places.features.size(); ++i) {
        const std::size_t row = places.features[i];
        if (row != places.features[i - 1] || (!several.empty() && several.back() == row)) continue;
        several.push_back(row);
    }
    if (several.empty()) return;
    diagnostics.warning(core::same_text(layers::describe_layer(layer) + ": ") +
                        core::Text{"settlements of several points, taken to be at the first: ",
                                   "satuan permukiman dengan beberapa titik, dianggap berada di titik pertama: "} +
                        feature_list(layer, several, names) + core::same_text("."));
}

/// Ids, names, families and groups.
Settlements read_attributes(Arguments& arguments, FamiliesUse use, core::Diagnostics& diagnostics) {
    const auto& layer = *arguments.layer(kLayer);
    Settlements settlements;
    settlements.ids = read_ids(arguments, {kLayer, "id-field", kNameField}, diagnostics);
    settlements.names = field_texts(arguments.column(kLayer, kNameField), layer.row_count);
    read_families(arguments, use, settlements, diagnostics);
    for (const auto& field : arguments.field_list(kGroupField)) {
        settlements.groups.push_back({field, field_texts(layer.find(field), layer.row_count)});
    }
    return settlements;
}

/// The settlements of each value, missing last.
void add_sets(std::vector<SettlementSet>& sets, const SettlementGroup& group) {
    std::map<std::string, std::vector<std::uint32_t>> by_value;
    std::vector<std::uint32_t> without;
    for (std::uint32_t i = 0; i < group.values.size(); ++i) {
        const auto& value = group.values[i];
        (value ? by_value[*value] : without).push_back(i);
    }
    for (auto& [value, members] : by_value) sets.push_back({group.field, value, std::move(members)});
    if (!without.empty()) sets.push_back({group.field, std::nullopt, std::move(without)});
}

}  // namespace

std::vector<SettlementSet> settlement_sets(const Settlements& settlements) {
    std::vector<SettlementSet> sets;
    for (const auto& group : settlements.groups) add_sets(sets, group);
    std::vector<std::uint32_t> all(settlements.size());
    std::iota(all.begin(), all.end(), 0U);
    sets.push_back({"total", "total", std::move(all)});
    return sets;
}

Settlements read_settlement_rows(Arguments& arguments, FamiliesUse use, core::Diagnostics& diagnostics) {
    const auto& layer = *arguments.layer(kLayer);
    if (layer.row_count == 0) {
        diagnostics.error(core::format_text("{}: the layer holds no settlements.",
                                            "{}: lapisan tidak berisi permukiman.", layers::describe_layer(layer)));
    }
    auto settlements = read_attributes(arguments, use, diagnostics);
    settlements.places.resize(layer.row_count);
    return settlements;
}

Settlements read_settlements(Arguments& arguments, FamiliesUse use, RunContext& context) {
    const auto& layer = *arguments.layer(kLayer);
    const auto* names = arguments.column(kLayer, kNameField);
    auto settlements = read_attributes(arguments, use, context.diagnostics);
    auto places = read_places(layer, names, context);
    report_several_points(places, layer, names, context.diagnostics);
    settlements.places = places.first_places(layer.row_count);
    settlements.geometry = std::move(places.geometry);
    settlements.extent = std::move(places.extent);
    return settlements;
}

}  // namespace desakota::analyses
