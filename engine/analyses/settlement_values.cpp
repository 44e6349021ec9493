#include "engine/analyses/settlement_values.h"

#include <algorithm>
#include <string_view>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/number_reader.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kSettlements = "settlements";
constexpr double kPercent = 100.0;
/// What a share may exceed its limit by, for figures that were rounded or summed.
constexpr double kRoundings = 1e-9;

std::optional<double> parse_share(const std::string& written) {
    auto text = written;
    std::ranges::replace(text, ',', '.');
    return core::parse_number(text);
}

bool contains_any(std::string_view name, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [name](std::string_view word) { return name.find(word) != name.npos; });
}

const layers::Column* column_of(const Arguments& arguments, const SettlementField& field) {
    const auto names = arguments.field_list(field.parameter);
    return field.place < names.size() ? arguments.layers.at(kSettlements).front().find(names[field.place]) : nullptr;
}

NumberReader reader_of(const Arguments& arguments, const SettlementField& field, const layers::Column& column,
                       core::Diagnostics& diagnostics) {
    return {
        {arguments.layers.at(kSettlements).front(), arguments.column(kSettlements, "name-field"), column, field.what},
        diagnostics};
}

void refuse_outside(const NumberReader& reader, std::vector<std::optional<double>>& values, double most) {
    for (std::size_t row = 0; row < values.size(); ++row) {
        auto& value = values[row];
        if (!value || (*value >= 0.0 && *value <= most * (1.0 + kRoundings))) continue;
        reader.refuse(row, core::format_text("is {0}; it must lie between 0 and {1}", "{0}; harus antara 0 dan {1}",
                                             core::number_text(*value), core::number_text(most)));
        value.reset();
    }
}

/// Whether fractions were expected and percentages found, which is told once for the field.
bool refuse_percent(const NumberReader& reader, const std::vector<std::optional<double>>& values,
                    core::Diagnostics& diagnostics) {
    std::optional<double> first;
    std::size_t count = 0;
    for (const auto& value : values) {
        if (!value || *value <= 1.0 + kRoundings || *value > kPercent) continue;
        first = first.value_or(*value);
        ++count;
    }
    if (!first) return false;
    const bool ours = is_named_as_fraction(reader.source().column.name());
    const auto looks = core::format_text(
        "{0}: '{1}' holds {2} (values above 1: {3}); a share lies between 0 and 1. ",
        "{0}: kolom '{1}' berisi {2} (nilai di atas 1: {3}); proporsi harus antara 0 dan 1. ",
        layers::describe_layer(reader.source().layer), reader.source().column.name(), core::number_text(*first), count);
    diagnostics.error(
        looks + (ours ? Text{"A field of this name holds fractions: divide it by 100, or rename it and say --shares-as "
                             "percent.",
                             "Kolom dengan nama ini berisi pecahan: bagi dengan 100, atau ganti namanya dan tulis "
                             "--shares-as percent."}
                      : Text{"It looks like percent: if so, say --shares-as percent.",
                             "Tampaknya ini persen: bila benar, tulis --shares-as percent."}));
    return true;
}

void warn_of_percent_by_name(const NumberReader& reader, const std::vector<std::optional<double>>& values,
                             core::Diagnostics& diagnostics) {
    const bool any = std::ranges::any_of(values, [](const auto& value) { return value && *value > 0.0; });
    if (!any || !contains_any(reader.source().column.name(), {"persen", "percent", "pct"})) return;
    diagnostics.warning(core::format_text(
        "{0}: '{1}' is named for percent, but holds nothing above 1 and is read as fractions. If it is percent, say "
        "--shares-as percent.",
        "{0}: kolom '{1}' bernama persen, tetapi isinya tidak ada yang lebih dari 1 sehingga dibaca sebagai pecahan. "
        "Bila memang persen, tulis --shares-as percent.",
        layers::describe_layer(reader.source().layer), reader.source().column.name()));
}

}  // namespace

bool is_named_as_fraction(std::string_view field) {
    return field.starts_with("share_") || field.ends_with("_share");
}

std::vector<std::optional<double>> read_settlement_amounts(const Arguments& arguments, const SettlementField& field,
                                                           core::Diagnostics& diagnostics) {
    const auto* column = column_of(arguments, field);
    if (column == nullptr) return {};
    const auto reader = reader_of(arguments, field, *column, diagnostics);
    auto values = reader.read_all(parse_count);
    for (std::size_t row = 0; row < values.size(); ++row) {
        auto& value = values[row];
        if (!value || *value >= 0.0) continue;
        reader.refuse(row, core::format_text("is {0}; it cannot be negative", "{0}; tidak boleh negatif",
                                             core::number_text(*value)));
        value.reset();
    }
    return values;
}

std::vector<std::optional<double>> read_settlement_shares(const Arguments& arguments, const SettlementField& field,
                                                          ShareUnit unit, core::Diagnostics& diagnostics) {
    const auto* column = column_of(arguments, field);
    if (column == nullptr) return {};
    const auto reader = reader_of(arguments, field, *column, diagnostics);
    auto values = reader.read_all(parse_share);
    const bool in_percent = unit == ShareUnit::Percent && !is_named_as_fraction(reader.source().column.name());
    if (!in_percent && refuse_percent(reader, values, diagnostics)) return values;
    refuse_outside(reader, values, in_percent ? kPercent : 1.0);
    if (!in_percent) warn_of_percent_by_name(reader, values, diagnostics);
    for (auto& value : values) {
        if (value) value = std::clamp(in_percent ? *value / kPercent : *value, 0.0, 1.0);
    }
    return values;
}

}  // namespace desakota::analyses
