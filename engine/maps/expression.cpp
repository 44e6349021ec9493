#include "engine/maps/expression.h"

#include "engine/core/number_text.h"

namespace desakota::maps {
namespace {

std::string quoted(std::string_view text, char mark) {
    std::string result{mark};
    for (const char letter : text) {
        result += letter;
        // QGIS reads a backslash in a text as the start of an escape.
        if (letter == mark || (letter == '\\' && mark == '\'')) result += letter;
    }
    return result + mark;
}

std::string term(const OneOf& wanted, const layers::Layer& /*layer*/) {
    if (wanted.codes.size() == 1) return quoted_field(wanted.field) + " = " + quoted_text(wanted.codes.front());
    std::string list;
    for (const auto& code : wanted.codes) list += (list.empty() ? "" : ", ") + quoted_text(code);
    return quoted_field(wanted.field) + " IN (" + list + ")";
}

/// Which of 0 (no) and 1 (yes) lie within, as a condition on a yes/no field.
std::string yes_no_term(const std::string& field, const Within& wanted) {
    const auto lies_within = [&](double value) {
        return !(wanted.above && value <= *wanted.above) && !(wanted.at_most && value > *wanted.at_most);
    };
    const bool takes_yes = lies_within(1.0);
    if (takes_yes == lies_within(0.0)) return takes_yes ? field + " IS NOT NULL" : "false";
    return takes_yes ? field : "NOT " + field;
}

std::string term(const Within& wanted, const layers::Layer& layer) {
    const auto field = quoted_field(wanted.field);
    const auto* column = layer.find(wanted.field);
    if (column != nullptr && column->type() == layers::ColumnType::YesNo) return yes_no_term(field, wanted);
    std::string result;
    if (wanted.above) result = field + " > " + core::number_text(*wanted.above);
    if (wanted.at_most) result += (result.empty() ? "" : " AND ") + field + " <= " + core::number_text(*wanted.at_most);
    return result.empty() ? field + " IS NOT NULL" : result;
}

std::string term(const Missing& wanted, const layers::Layer& /*layer*/) {
    return quoted_field(wanted.field) + " IS NULL";
}

}  // namespace

std::string quoted_field(std::string_view name) {
    return quoted(name, '"');
}

std::string quoted_text(std::string_view text) {
    return quoted(text, '\'');
}

std::string expression(const std::vector<Criterion>& criteria, const layers::Layer& layer) {
    std::string result;
    for (const auto& criterion : criteria) {
        if (!result.empty()) result += " AND ";
        result += std::visit([&](const auto& wanted) { return term(wanted, layer); }, criterion);
    }
    return result;
}

std::string none_of(const std::vector<StyleClass>& classes, const layers::Layer& layer) {
    std::string result;
    for (const auto& one : classes) {
        if (one.otherwise) continue;
        const auto taken = one.criteria.empty() ? std::string("true") : expression(one.criteria, layer);
        result += (result.empty() ? "" : " OR ") + ("coalesce(" + taken + ", false)");
    }
    return "NOT (" + (result.empty() ? std::string("false") : result) + ")";
}

}  // namespace desakota::maps
