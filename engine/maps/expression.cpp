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

std::string term(const OneOf& wanted) {
    if (wanted.codes.size() == 1) return quoted_field(wanted.field) + " = " + quoted_text(wanted.codes.front());
    std::string list;
    for (const auto& code : wanted.codes) list += (list.empty() ? "" : ", ") + quoted_text(code);
    return quoted_field(wanted.field) + " IN (" + list + ")";
}

std::string term(const Within& wanted) {
    const auto field = quoted_field(wanted.field);
    std::string result;
    if (wanted.above) result = field + " > " + core::number_text(*wanted.above);
    if (wanted.at_most) result += (result.empty() ? "" : " AND ") + field + " <= " + core::number_text(*wanted.at_most);
    return result.empty() ? field + " IS NOT NULL" : result;
}

std::string term(const Missing& wanted) {
    return quoted_field(wanted.field) + " IS NULL";
}

}  // namespace

std::string quoted_field(std::string_view name) {
    return quoted(name, '"');
}

std::string quoted_text(std::string_view text) {
    return quoted(text, '\'');
}

std::string expression(const std::vector<Criterion>& criteria) {
    std::string result;
    for (const auto& criterion : criteria) {
        if (!result.empty()) result += " AND ";
        result += std::visit([](const auto& wanted) { return term(wanted); }, criterion);
    }
    return result;
}

}  // namespace desakota::maps
