#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/households.h"

namespace desakota::analyses {

/// traits (any fields of households), schooling-field, working-members-field, land-field, working-members-as.
[[nodiscard]] std::vector<Parameter> trait_parameters();

/// A trait of each household, row for row.
struct HouseholdTrait {
    enum class Kind : std::uint8_t { Number, YesNo, Category };

    std::string name;  ///< the field's, or "working_members_ratio"
    core::Text label;  ///< in a sentence: "schooling of the head", "'jam_kerja'"
    Kind kind = Kind::Number;
    std::vector<double> values;           ///< NaN: missing. YesNo: 1, 0; Category: a place in `categories`
    std::vector<std::string> categories;  ///< in the order of their letters
    bool is_whole = true;                 ///< all its numbers are whole
    /// Number: the difference that a sentence speaks of, and what it is, with its number for {} ("{} in the ratio of
    /// working members"); 0 and empty: as the values are spread.
    double step = 0.0;
    core::Text step_words;
};

/// Reads the traits that `traits` names, or else the usual ones that there are: schooling, the ratio of working members
/// to persons (with working-members-as count their number), land. Where `traits` names the field of one of these, it is
/// taken in the same way. One that holds words (schooling as "SMP") is taken as any other text.
///
/// A text column is a number where at least half of its values are, else yes or no, else categories (letter case does
/// not count). Errors: no trait at all, text that is no number, more than 10 categories, more working members than
/// persons, no persons for the ratio.
[[nodiscard]] std::vector<HouseholdTrait> read_household_traits(const Arguments& arguments,
                                                                const Households& households, RunContext& context);
/// Errors (usage): fields of usual traits that were named beside `traits` and are not among them; working-members-as
/// without working members.
void refuse_trait_options_without_effect(const Arguments& arguments, core::Diagnostics& diagnostics);
/// Whether the run takes working members as a ratio, for which it needs persons.
[[nodiscard]] bool takes_working_members_ratio(const Arguments& arguments);
/// The columns of the household table that the run takes as traits, in order.
[[nodiscard]] std::vector<std::string> trait_fields(const Arguments& arguments);

}  // namespace desakota::analyses
