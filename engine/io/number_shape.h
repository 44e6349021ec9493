#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/io/source_schema.h"

namespace desakota::io {

/// What all the texts of a table's column have in common, as far as they could be numbers.
class NumberShape {
public:
    void add(std::string_view text);

    struct Decision {
        layers::ColumnType type = layers::ColumnType::Text;
        ValueForm form = ValueForm::Plain;
    };
    /// `dots_may_group`: in this file a dot followed by three digits is taken for thousands.
    [[nodiscard]] Decision decide(bool dots_may_group) const;

private:
    std::size_t count_ = 0;
    bool all_whole_ = true;
    bool all_with_point_ = true;
    bool all_with_comma_ = true;  // with dots at most between thousands
    bool has_point_ = false;
    bool has_comma_ = false;
    bool all_points_group_ = true;
};

/// A number in the form that `NumberShape` found; empty where it is none.
[[nodiscard]] std::optional<double> parse_in_form(std::string_view text, ValueForm form);

/// Does a column of this name hold codes, whose digits are not to be counted with?
[[nodiscard]] bool is_code_name(std::string_view name);

}  // namespace desakota::io
