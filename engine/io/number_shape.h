#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/io/source_schema.h"
#include "engine/io/table_cells.h"
#include "engine/io/table_reading.h"

namespace desakota::io {

/// What all the texts of a table's column have in common, as far as they could be numbers.
class NumberShape {
public:
    /// Marks in place of numbers ("-", "...", "#REF!") are counted apart and do not make a column text.
    void add(std::string_view text);

    struct Decision {
        layers::ColumnType type = layers::ColumnType::Text;
        ValueForm form = ValueForm::Plain;
        bool is_open = false;  ///< only numbers such as 1.234, which are 1234 or 1,234
    };
    /// `mark`: the decimal mark to take where the values leave it open.
    [[nodiscard]] Decision decide(const std::optional<DecimalMark>& mark) const;

    /// Do the values show that the decimal mark is a comma?
    [[nodiscard]] bool shows_comma() const { return has_comma_ && all_with_comma_; }
    [[nodiscard]] std::size_t count_of(CellMark mark) const { return marks_.at(static_cast<std::size_t>(mark)); }

private:
    std::size_t count_ = 0;
    bool all_whole_ = true;
    bool all_with_point_ = true;
    bool all_with_comma_ = true;  // with dots at most between thousands
    bool has_point_ = false;
    bool has_comma_ = false;
    bool all_points_group_ = true;
    std::array<std::size_t, 4> marks_{};  // by CellMark
};

/// A number in the form that `NumberShape` found; empty where it is none.
[[nodiscard]] std::optional<double> parse_in_form(std::string_view text, ValueForm form);

/// Does a column of this name hold codes, whose digits are not to be counted with?
[[nodiscard]] bool is_code_name(std::string_view name);

}  // namespace desakota::io
