#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/text.h"

namespace desakota::layers {

enum class ColumnType : std::uint8_t { Text, WholeNumber, Number, YesNo };

/// What a column is, apart from its values. `unit` is a short symbol ("m", "min", "km/h"; empty: none).
struct ColumnDefinition {
    std::string name;
    ColumnType type = ColumnType::Text;
    std::string unit;
    core::Text alias;
    bool operator==(const ColumnDefinition&) const = default;
};

/// One column of a layer. Every row holds a value of the column's type or is missing; missing is never 0 or "".
///
/// Text is kept once for each distinct value (`code`), so that a million road classes cost four bytes each.
class Column {
public:
    explicit Column(ColumnDefinition definition) : definition_(std::move(definition)) {}

    [[nodiscard]] const ColumnDefinition& definition() const { return definition_; }
    [[nodiscard]] const std::string& name() const { return definition_.name; }
    [[nodiscard]] ColumnType type() const { return definition_.type; }
    [[nodiscard]] std::size_t size() const;
    void reserve(std::size_t rows);

    [[nodiscard]] bool is_missing(std::size_t row) const;

    /// The value of a Text column; empty optional where missing. The view lives as long as the column.
    [[nodiscard]] std::optional<std::string_view> text(std::size_t row) const;
    /// The value of a WholeNumber, Number or YesNo (1, 0) column as a number.
    [[nodiscard]] std::optional<double> number(std::size_t row) const;
    /// The value of a WholeNumber or YesNo column.
    [[nodiscard]] std::optional<std::int64_t> whole_number(std::size_t row) const;
    /// Any value as text, in the C locale; a number in its shortest exact form, yes/no as "true", "false".
    [[nodiscard]] std::optional<std::string> as_text(std::size_t row) const;

    /// Text columns: an index into `distinct_texts`, or kMissingCode.
    [[nodiscard]] std::uint32_t code(std::size_t row) const { return codes_[row]; }
    [[nodiscard]] const std::vector<std::string>& distinct_texts() const { return texts_; }
    static constexpr std::uint32_t kMissingCode = 0xFFFFFFFF;

    /// Adding rows: the value must fit the column's type (a whole number also fits a Number column); std::logic_error
    /// otherwise.
    void add_text(std::string_view value);
    void add_number(double value);
    void add_whole_number(std::int64_t value);
    void add_yes_no(bool value);
    void add_missing();
    /// Adds the value where there is one, else missing.
    void add(const std::optional<double>& value) { value ? add_number(*value) : add_missing(); }
    void add(const std::optional<std::string>& value) { value ? add_text(*value) : add_missing(); }
    void add(const std::optional<std::int64_t>& value) { value ? add_whole_number(*value) : add_missing(); }

private:
    /// Of a hash table with open addressing.
    struct Slot {
        std::uint32_t code = kMissingCode;  ///< of a text; kMissingCode where the slot is free
        std::uint32_t hash = 0;             ///< of that text: most others are told apart without a look at them
    };

    void expect(ColumnType type) const;
    std::uint32_t code_for(std::string_view value);
    void grow_slots();

    ColumnDefinition definition_;
    std::vector<std::uint32_t> codes_;    // Text
    std::vector<std::string> texts_;      // Text: distinct values in order of first use
    std::vector<Slot> slots_;             // Text: where the distinct values are; size a power of two
    std::vector<std::int64_t> integers_;  // WholeNumber, YesNo
    std::vector<double> numbers_;         // Number; NaN is missing
    std::vector<bool> missing_;           // WholeNumber, YesNo
};

}  // namespace desakota::layers
