#include "engine/analyses/household_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

#include "engine/analyses/feature_fields.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

constexpr const char* kHouseholds = "households";
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

constexpr std::array<std::string_view, 9> kYes{"true", "1", "ya", "y", "ada", "yes", "sudah", "punya", "t"};
constexpr std::array<std::string_view, 11> kNo{"false", "0",   "tidak",       "no",  "n", "tidak ada",
                                               "belum", "tdk", "tidak punya", "tak", "f"};

/// Reads the numbers of one column and says what is wrong, by row; a household's own text is never repeated.
class NumberReader {
public:
    NumberReader(const layers::Layer& table, const layers::Column& column, const NumberRule& rule,
                 core::Diagnostics& diagnostics)
        : table_(table), column_(column), rule_(rule), diagnostics_(diagnostics) {}

    double read(std::size_t row) {
        if (column_.type() == layers::ColumnType::Text) return from_text(row);
        const auto value = column_.number(row);
        return value ? checked(row, *value) : kMissing;
    }

private:
    double from_text(std::size_t row) {
        const auto text = trimmed_text(std::string(column_.text(row).value_or(std::string_view{})));
        if (text.empty()) return kMissing;
        const auto value = parse_amount(text, rule_.thousands);
        if (value) return checked(row, *value);
        refuse(row, {"is no number", "bukan angka"});
        return kMissing;
    }

    double checked(std::size_t row, double value) {
        if (!std::isfinite(value)) {
            refuse(row, {"is no number", "bukan angka"});
        } else if (value < rule_.least || (rule_.above_least && value == rule_.least)) {
            refuse(row, core::format_text("is {0}; it must be {1} {2}", "{0}; harus {3} {2}", core::number_text(value),
                                          rule_.above_least ? "above" : "at least", core::number_text(rule_.least),
                                          rule_.above_least ? "lebih dari" : "sekurang-kurangnya"));
        } else if (value > rule_.most) {
            refuse(row, core::format_text("is {0}; it must be at most {1}", "{0}; paling banyak {1}",
                                          core::number_text(value), core::number_text(rule_.most)));
        } else {
            return value;
        }
        return kMissing;
    }

    void refuse(std::size_t row, const core::Text& why) {
        diagnostics_.error(core::same_text(layers::describe_feature(table_, row) + ": ") + rule_.what +
                           core::same_text(" ") + why +
                           core::Text{". Correct the value or leave it empty.", ". Betulkan nilainya atau kosongkan."});
    }

    const layers::Layer& table_;
    const layers::Column& column_;
    const NumberRule& rule_;
    core::Diagnostics& diagnostics_;
};

std::string lower_case(std::string text) {
    for (auto& letter : text) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

}  // namespace

std::optional<double> parse_yes_no(const std::string& text) {
    const auto word = lower_case(trimmed_text(text));
    if (word.empty()) return std::nullopt;
    if (std::ranges::find(kYes, word) != kYes.end()) return 1.0;
    return std::ranges::find(kNo, word) != kNo.end() ? 0.0 : kMissing;
}

std::vector<double> read_number_column(const layers::Layer& table, const layers::Column& column, const NumberRule& rule,
                                       core::Diagnostics& diagnostics) {
    NumberReader reader(table, column, rule, diagnostics);
    std::vector<double> values(table.row_count);
    for (std::size_t row = 0; row < values.size(); ++row) values[row] = reader.read(row);
    return values;
}

std::vector<double> read_yes_no_column(const layers::Layer& table, const layers::Column& column, const core::Text& what,
                                       core::Diagnostics& diagnostics) {
    std::vector<double> values(table.row_count, kMissing);
    for (std::size_t row = 0; row < values.size(); ++row) {
        const auto text = column.as_text(row);
        const auto value = text ? parse_yes_no(*text) : std::nullopt;
        if (!value) continue;
        values[row] = *value;
        if (!std::isnan(*value)) continue;
        diagnostics.error(core::same_text(layers::describe_feature(table, row) + ": ") + what +
                          core::Text{" is neither yes nor no. Write ya or tidak, 1 or 0, or leave it empty.",
                                     " bukan ya dan bukan tidak. Tulis ya atau tidak, 1 atau 0, atau kosongkan."});
    }
    return values;
}

std::vector<double> read_household_numbers(const Arguments& arguments, const NumberRule& rule,
                                           core::Diagnostics& diagnostics) {
    const auto* column = arguments.column(kHouseholds, rule.field);
    if (column == nullptr) return {};
    return read_number_column(arguments.layers.at(kHouseholds).front(), *column, rule, diagnostics);
}

std::vector<double> read_household_yes_no(const Arguments& arguments, const std::string& field, const core::Text& what,
                                          core::Diagnostics& diagnostics) {
    const auto* column = arguments.column(kHouseholds, field);
    if (column == nullptr) return {};
    return read_yes_no_column(arguments.layers.at(kHouseholds).front(), *column, what, diagnostics);
}

}  // namespace desakota::analyses
