#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <set>
#include <string_view>

#include "engine/analyses/catalogue.h"

namespace desakota::analyses {
namespace {

/// Commands and options that belong to the front ends.
constexpr std::array<std::string_view, 5> kCommands{"list", "help", "version", "new-study", "replay"};
constexpr std::array<std::string_view, 10> kFrontEndOptions{
    "output", "overwrite", "lang", "threads", "quiet", "json", "progress-lines", "allow-unused-options",
    "help",   "version"};
/// A column in one of these units ends in `_` and the unit.
constexpr std::array<std::string_view, 3> kUnitsInNames{"m", "km", "min"};

/// Lower-case letters and digits in words joined by `joint`, a letter first.
bool is_joined(std::string_view name, char joint) {
    if (name.empty() || name.front() < 'a' || name.front() > 'z' || name.back() == joint) return false;
    char before = joint;
    for (const char letter : name) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (!plain && (letter != joint || before == joint)) return false;
        before = letter;
    }
    return true;
}

std::string replaced(std::string_view text, char from, std::string_view with) {
    std::string result;
    for (const char letter : text) {
        if (letter == from) {
            result += with;
        } else {
            result += letter;
        }
    }
    return result;
}

bool is_lower_case(std::string_view text) {
    return std::ranges::none_of(text, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

bool is_whole(double value) {
    return value == std::floor(value);
}

bool is_layer(const Parameter& parameter) {
    return parameter.kind == ParameterKind::Layer || parameter.kind == ParameterKind::Layers;
}
bool is_field(const Parameter& parameter) {
    return parameter.kind == ParameterKind::Field || parameter.kind == ParameterKind::Fields;
}
bool is_number(const Parameter& parameter) {
    return parameter.kind == ParameterKind::Number || parameter.kind == ParameterKind::Numbers;
}

/// Collects the faults of the thing that `where` names.
class Faults {
public:
    Faults(std::vector<std::string>& faults, std::string where) : faults_(faults), where_(std::move(where)) {}

    void unless(bool sound, std::string_view what) {
        if (!sound) faults_.push_back(fmt::format("{}: {}", where_, what));
    }
    void expect_both_languages(const core::Text& text, std::string_view what) {
        unless(!text.english.empty() && !text.indonesian.empty(), fmt::format("no {} in both languages", what));
    }
    void expect_both_or_none(const core::Text& text, std::string_view what) {
        unless(text.english.empty() == text.indonesian.empty(), fmt::format("{} in one language only", what));
    }
    void expect_first_use(std::set<std::string>& seen, const std::string& name, std::string_view what) {
        unless(seen.insert(name).second, fmt::format("{} \"{}\" is there twice", what, name));
    }
    [[nodiscard]] Faults within(std::string_view part) const { return {faults_, fmt::format("{} {}", where_, part)}; }

private:
    std::vector<std::string>& faults_;
    std::string where_;
};

void check_layer_or_field(const Analysis& analysis, const Parameter& parameter, Faults& faults) {
    if (is_field(parameter)) {
        const auto* layer = analysis.find(parameter.of);
        faults.unless(layer != nullptr && is_layer(*layer), "is the field of no layer parameter");
        faults.unless(std::ranges::all_of(parameter.usual_names, is_lower_case), "a usual name is not in lower case");
        return;
    }
    faults.unless(is_layer(parameter) || parameter.geometry.empty(), "has geometry types but is no layer");
    faults.unless(parameter.of.empty() && parameter.usual_names.empty() && !parameter.numeric,
                  "belongs to a layer or has usual names but is no field");
}

bool is_in_range(const Parameter& parameter, double value) {
    return !(parameter.minimum && value < *parameter.minimum) && !(parameter.maximum && value > *parameter.maximum) &&
           (!parameter.whole || is_whole(value));
}

void check_number(const Parameter& parameter, Faults& faults) {
    if (!is_number(parameter)) {
        faults.unless(parameter.unit.empty() && !parameter.whole && !parameter.minimum && !parameter.maximum,
                      "has a unit or a range but is no number");
    } else if (parameter.minimum && parameter.maximum) {
        faults.unless(*parameter.minimum <= *parameter.maximum, "its least value is above its greatest");
    }
    if (!parameter.default_number) return;
    faults.unless(parameter.kind == ParameterKind::Number, "has a default number but is no number");
    faults.unless(is_in_range(parameter, *parameter.default_number), "its default is outside its range");
}

void check_choices(const Parameter& parameter, Faults faults) {
    if (parameter.kind != ParameterKind::Choice) {
        faults.unless(parameter.choices.empty(), "has choices but is no choice");
        return;
    }
    faults.unless(parameter.choices.size() >= 2, "offers fewer than two choices");
    std::set<std::string> codes;
    for (const auto& choice : parameter.choices) {
        faults.unless(is_joined(choice.code, '_'), fmt::format("code \"{}\" is not lower_snake", choice.code));
        faults.expect_first_use(codes, choice.code, "code");
        faults.expect_both_languages(choice.label, fmt::format("label of {}", choice.code));
    }
    faults.unless(parameter.default_text.empty() || codes.contains(parameter.default_text),
                  "its default is none of its choices");
}

void check_defaults(const Parameter& parameter, Faults& faults) {
    const bool takes_text = parameter.kind == ParameterKind::Choice || parameter.kind == ParameterKind::Text;
    faults.unless(takes_text || parameter.default_text.empty(), "has a default text but is neither choice nor text");
    faults.unless(parameter.kind == ParameterKind::YesNo || !parameter.default_yes,
                  "has a default \"yes\" but is no yes/no");
    faults.unless(!parameter.required || parameter.kind != ParameterKind::YesNo, "a yes/no cannot be required");
    const bool has_default = parameter.default_number.has_value() || !parameter.default_text.empty();
    faults.unless(!parameter.required || !has_default, "is required and has a default");
}

void check_parameter(const Analysis& analysis, const Parameter& parameter, Faults faults) {
    faults.unless(is_joined(parameter.name, '-'), "its name is not lower-case words joined by '-'");
    faults.unless(std::ranges::find(kFrontEndOptions, parameter.name) == kFrontEndOptions.end(),
                  "its name belongs to the front ends");
    faults.expect_both_languages(parameter.title, "title");
    faults.expect_both_languages(parameter.help, "help");
    check_layer_or_field(analysis, parameter, faults);
    check_number(parameter, faults);
    check_choices(parameter, faults);
    check_defaults(parameter, faults);
}

bool names_its_unit(const layers::ColumnDefinition& column) {
    const bool in_name = std::ranges::find(kUnitsInNames, column.unit) != kUnitsInNames.end();
    return !in_name || column.name.ends_with("_" + column.unit);
}

void check_columns(const OutputLayer& output, Faults& faults) {
    std::set<std::string> names;
    for (const auto& column : output.columns) {
        faults.unless(is_joined(column.name, '_'), fmt::format("column \"{}\" is not lower_snake", column.name));
        faults.unless(column.name != "fid" && column.name != "geom",
                      fmt::format("column \"{}\" has a name that formats keep for themselves", column.name));
        faults.expect_first_use(names, column.name, "column");
        faults.expect_both_languages(column.alias, fmt::format("alias of column {}", column.name));
        faults.unless(names_its_unit(column), fmt::format("column \"{}\" does not end in its unit", column.name));
    }
}

/// Who asks for an output, and whether texts say so.
void check_asking(const Analysis& analysis, const OutputLayer& output, Faults& faults) {
    if (output.asked_by.empty()) return;
    const auto* parameter = analysis.find(output.asked_by);
    const bool is_question = parameter != nullptr && parameter->kind == ParameterKind::YesNo && !parameter->default_yes;
    faults.unless(is_question, "is asked for by no yes/no parameter that is no by default");
    const auto option = "--" + output.asked_by;
    const bool says_so = output.when.english.find(option) != std::string::npos &&
                         output.when.indonesian.find(option) != std::string::npos;
    faults.unless(says_so, fmt::format("its condition does not name {}", option));
}

void check_style(const OutputLayer& output, const maps::Style& style, Faults faults) {
    faults.unless(is_joined(style.name, '_'), "its name is not lower_snake");
    faults.expect_both_languages(style.title, "title");
    for (const auto& style_class : style.classes) {
        faults.expect_both_languages(style_class.label, "label of a class");
        faults.expect_both_or_none(style_class.heading, "heading");
    }
    faults.expect_both_or_none(style.worse, "which way is worse");
    if (const auto& doubt = style.doubt) faults.expect_both_languages(doubt->label, "label of what is not sure");
    for (const auto& field : maps::fields_of(style)) {
        const bool is_there = std::ranges::count(output.columns, field, &layers::ColumnDefinition::name) > 0;
        faults.unless(is_there, fmt::format("looks at \"{}\", which is no column", field));
    }
    const bool is_drawn = output.geometry != geo::GeometryType::None;
    faults.unless(is_drawn == !style.classes.empty(), "a layer is drawn in classes, a table in none");
}

void check_styles(const OutputLayer& output, Faults& faults) {
    std::set<std::string> names;
    for (const auto& style : output.styles) {
        faults.expect_first_use(names, style.name, "style");
        check_style(output, style, faults.within("style " + style.name));
    }
}

void check_outputs(const Analysis& analysis, Faults& faults) {
    faults.unless(!analysis.outputs.empty(), "has no output layer");
    const auto main_layer = replaced(analysis.id, '-', "_");
    std::set<std::string> names;
    for (const auto& output : analysis.outputs) {
        auto of_output = faults.within("output " + output.name);
        const bool is_main = &output == &analysis.outputs.front();
        of_output.unless(is_joined(output.name, '_'), "its name is not lower_snake");
        of_output.unless(is_main ? output.name == main_layer : output.name.starts_with(main_layer + "_"),
                         fmt::format("its name is not {}", is_main ? main_layer : main_layer + "_..."));
        of_output.unless(!is_main || output.when.english.empty(), "the main layer must always be there");
        of_output.expect_both_languages(output.title, "title");
        of_output.expect_both_or_none(output.when, "condition");
        check_asking(analysis, output, of_output);
        faults.expect_first_use(names, output.name, "output");
        check_columns(output, of_output);
        check_styles(output, of_output);
    }
}

void check_analysis(const Analysis& analysis, Faults faults) {
    faults.unless(is_joined(analysis.id, '-'), "its id is not lower-case words joined by '-'");
    faults.unless(std::ranges::find(kCommands, analysis.id) == kCommands.end(), "its id is a command");
    faults.expect_both_languages(analysis.group, "group");
    faults.expect_both_languages(analysis.title, "title");
    faults.expect_both_languages(analysis.help, "help");
    faults.unless(static_cast<bool>(analysis.run), "has no function that runs it");
    std::set<std::string> names;
    for (const auto& parameter : analysis.parameters) {
        faults.expect_first_use(names, parameter.name, "parameter");
        check_parameter(analysis, parameter, faults.within("--" + parameter.name));
    }
    check_outputs(analysis, faults);
}

}  // namespace

std::vector<std::string> catalogue_faults(const Catalogue& catalogue) {
    std::vector<std::string> faults;
    std::set<std::string> plain_ids;
    for (const auto& analysis : catalogue) {
        Faults of_analysis(faults, analysis.id);
        // QGIS ids are the same without '-', so ids must differ there too.
        of_analysis.expect_first_use(plain_ids, replaced(analysis.id, '-', ""), "id (as QGIS spells it)");
        check_analysis(analysis, of_analysis);
    }
    return faults;
}

}  // namespace desakota::analyses
