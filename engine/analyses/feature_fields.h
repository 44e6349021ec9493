#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"

namespace desakota::analyses {

/// The names that id, name, families, kind and status fields usually have, Indonesian and English, most wanted first,
/// in lower case: for the declarations of parameters.
[[nodiscard]] std::vector<std::string> usual_id_names();        ///< of settlements and centres
[[nodiscard]] std::vector<std::string> usual_name_names();      ///< of settlements and centres
[[nodiscard]] std::vector<std::string> usual_families_names();  ///< never population
[[nodiscard]] std::vector<std::string> usual_population_names();
[[nodiscard]] std::vector<std::string> usual_facility_id_names();
[[nodiscard]] std::vector<std::string> usual_facility_name_names();
[[nodiscard]] std::vector<std::string> usual_facility_kind_names();
[[nodiscard]] std::vector<std::string> usual_facility_status_names();
[[nodiscard]] std::vector<std::string> usual_centre_level_names();

/// Text without the blanks around it.
[[nodiscard]] std::string trimmed_text(const std::string& text);
/// A field's value as text, a whole number without decimal point or exponent; blank text is missing.
[[nodiscard]] std::optional<std::string> field_text(const layers::Column& column, std::size_t row);
/// The same, row for row. `column` nullptr: all missing.
[[nodiscard]] std::vector<std::optional<std::string>> field_texts(const layers::Column* column, std::size_t rows);

/// A layer parameter and the field parameters that say what its features are called.
struct FeatureFields {
    std::string layer;  ///< such as "settlements"
    std::string id;     ///< such as "id-field"
    std::string name;   ///< such as "name-field"
};

/// The id of every row as text, whole numbers without a decimal point. The feature number stands where the id is
/// missing (or there is no id field), and in all rows where an id field that was found, not named, holds a value twice
/// (a warning says so). Values twice in a field that the user named: an error that lists them.
[[nodiscard]] std::vector<std::string> read_ids(Arguments& arguments, const FeatureFields& fields,
                                                core::Diagnostics& diagnostics);

/// A count written as a number or as text: "1.234" and "1,234" are 1234 where groups of three leave no doubt and the
/// value is to be whole, "12,5" is 12.5. Missing where the text is no number.
[[nodiscard]] std::optional<double> parse_count(const std::string& text);
/// A measurement or, with `thousands`, an amount of money: without it a single mark is a decimal one, so that "1.250"
/// and "1,250" are 1.25. Missing where the text is no number.
[[nodiscard]] std::optional<double> parse_amount(const std::string& text, bool thousands);

}  // namespace desakota::analyses
