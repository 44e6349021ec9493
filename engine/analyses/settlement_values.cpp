#include "engine/analyses/settlement_values.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/feature_messages.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kSettlements = "settlements";
constexpr double kPercent = 100.0;
/// What a share may exceed its limit by, for figures that were rounded or summed.
constexpr double kRoundings = 1e-9;

std::optional<double> parse_share(std::string text) {
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

/// Reads one field, settlement by settlement, and says what is wrong.
class FieldReader {
public:
    FieldReader(const Arguments& arguments, const SettlementField& field, core::Diagnostics& diagnostics)
        : layer_(arguments.layers.at(kSettlements).front()),
          names_(arguments.column(kSettlements, "name-field")),
          column_(column_of(arguments, field)),
          what_(field.what),
          diagnostics_(diagnostics) {}

    [[nodiscard]] bool has_field() const { return column_ != nullptr; }
    [[nodiscard]] const std::string& field_name() const { return column_->name(); }
    [[nodiscard]] std::string label() const { return layers::describe_layer(layer_); }

    template <class Parse>
    std::vector<std::optional<double>> read(Parse parse) {
        std::vector<std::optional<double>> values(layer_.row_count);
        for (std::size_t row = 0; row < values.size(); ++row) values[row] = read_row(row, parse);
        return values;
    }

    void refuse(std::size_t row, const Text& why) {
        diagnostics_.error(core::same_text(feature_title(layer_, row, names_) + ": ") + what_ + core::same_text(" ") +
                           why + Text{". Correct the value or leave it empty.", ". Betulkan nilainya atau kosongkan."});
    }

private:
    template <class Parse>
    std::optional<double> read_row(std::size_t row, Parse parse) {
        if (column_->is_missing(row)) return std::nullopt;
        if (column_->type() != layers::ColumnType::Text) {
            const auto value = column_->number(row);
            if (value && std::isfinite(*value)) return value;
            refuse(row, {"is no number", "bukan angka"});
            return std::nullopt;
        }
        const auto text = trimmed_text(std::string(*column_->text(row)));
        if (text.empty()) return std::nullopt;
        auto value = parse(text);
        if (!value) {
            refuse(row, core::format_text("is \"{}\", which is not a number", "\"{}\" bukan angka", text));
        }
        return value;
    }

    const layers::Layer& layer_;
    const layers::Column* names_;
    const layers::Column* column_;
    const Text& what_;
    core::Diagnostics& diagnostics_;
};

void refuse_outside(FieldReader& reader, std::vector<std::optional<double>>& values, double most) {
    for (std::size_t row = 0; row < values.size(); ++row) {
        auto& value = values[row];
        if (!value || (*value >= 0.0 && *value <= most * (1.0 + kRoundings))) continue;
        reader.refuse(row, core::format_text("is {0}; it must lie between 0 and {1}", "{0}; harus antara 0 dan {1}",
                                             core::number_text(*value), core::number_text(most)));
        value.reset();
    }
}

/// Whether fractions were expected and percentages found, which is told once for the field.
bool refuse_percent(const FieldReader& reader, const std::vector<std::optional<double>>& values,
                    core::Diagnostics& diagnostics) {
    const auto in_percent = [](const std::optional<double>& value) {
        return value && *value > 1.0 + kRoundings && *value <= kPercent;
    };
    const auto first = std::ranges::find_if(values, in_percent);
    if (first == values.end()) return false;
    const bool ours = is_named_as_fraction(reader.field_name());
    const auto looks = core::format_text(
        "{0}: '{1}' holds {2} ({3} settlements with more than 1); a share lies between 0 and 1. ",
        "{0}: kolom '{1}' berisi {2} ({3} permukiman dengan nilai lebih dari 1); proporsi harus antara 0 dan 1. ",
        reader.label(), reader.field_name(), core::number_text(**first), std::ranges::count_if(values, in_percent));
    diagnostics.error(
        looks + (ours ? Text{"A field of this name holds fractions: divide it by 100, or rename it and say --shares-as "
                             "percent.",
                             "Kolom dengan nama ini berisi pecahan: bagi dengan 100, atau ganti namanya dan tulis "
                             "--shares-as percent."}
                      : Text{"It looks like percent: if so, say --shares-as percent.",
                             "Tampaknya ini persen: bila benar, tulis --shares-as percent."}));
    return true;
}

void warn_of_percent_by_name(const FieldReader& reader, const std::vector<std::optional<double>>& values,
                             core::Diagnostics& diagnostics) {
    const bool any = std::ranges::any_of(values, [](const auto& value) { return value && *value > 0.0; });
    if (!any || !contains_any(reader.field_name(), {"persen", "percent", "pct"})) return;
    diagnostics.warning(core::format_text(
        "{0}: '{1}' is named for percent, but holds nothing above 1 and is read as fractions. If it is percent, say "
        "--shares-as percent.",
        "{0}: kolom '{1}' bernama persen, tetapi isinya tidak ada yang lebih dari 1 sehingga dibaca sebagai pecahan. "
        "Bila memang persen, tulis --shares-as percent.",
        reader.label(), reader.field_name()));
}

}  // namespace

bool is_named_as_fraction(std::string_view field) {
    return field.starts_with("share_") || field.ends_with("_share");
}

std::vector<std::optional<double>> read_settlement_amounts(const Arguments& arguments, const SettlementField& field,
                                                           core::Diagnostics& diagnostics) {
    FieldReader reader(arguments, field, diagnostics);
    if (!reader.has_field()) return {};
    auto values = reader.read([](const std::string& text) { return parse_count(text); });
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (!values[row] || *values[row] >= 0.0) continue;
        reader.refuse(row, core::format_text("is {0}; it cannot be negative", "{0}; tidak boleh negatif",
                                             core::number_text(*values[row])));
        values[row].reset();
    }
    return values;
}

std::vector<std::optional<double>> read_settlement_shares(const Arguments& arguments, const SettlementField& field,
                                                          ShareUnit unit, core::Diagnostics& diagnostics) {
    FieldReader reader(arguments, field, diagnostics);
    if (!reader.has_field()) return {};
    auto values = reader.read(parse_share);
    const bool in_percent = unit == ShareUnit::Percent && !is_named_as_fraction(reader.field_name());
    if (!in_percent && refuse_percent(reader, values, diagnostics)) return values;
    refuse_outside(reader, values, in_percent ? kPercent : 1.0);
    if (!in_percent) warn_of_percent_by_name(reader, values, diagnostics);
    for (auto& value : values) {
        if (value) value = std::clamp(in_percent ? *value / kPercent : *value, 0.0, 1.0);
    }
    return values;
}

}  // namespace desakota::analyses
