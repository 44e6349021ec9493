#include "engine/maps/style.h"

#include <algorithm>
#include <set>

namespace desakota::maps {
namespace {

bool holds(const OneOf& wanted, const layers::Column& column, std::size_t row) {
    const auto value = column.text(row);
    return value && std::ranges::find(wanted.codes, *value) != wanted.codes.end();
}

bool holds(const Within& wanted, const layers::Column& column, std::size_t row) {
    const auto value = column.number(row);
    return value && !(wanted.above && *value <= *wanted.above) && !(wanted.at_most && *value > *wanted.at_most);
}

bool holds(const Missing& /*wanted*/, const layers::Column& column, std::size_t row) {
    return column.is_missing(row);
}

bool holds(const Criterion& criterion, const layers::Layer& layer, std::size_t row) {
    return std::visit(
        [&](const auto& wanted) {
            const auto* column = layer.find(wanted.field);
            return column == nullptr ? std::holds_alternative<Missing>(criterion) : holds(wanted, *column, row);
        },
        criterion);
}

std::string& field_of(Criterion& criterion) {
    return std::visit([](auto& wanted) -> std::string& { return wanted.field; }, criterion);
}
const std::string& field_of(const Criterion& criterion) {
    return std::visit([](const auto& wanted) -> const std::string& { return wanted.field; }, criterion);
}

}  // namespace

bool holds(const std::vector<Criterion>& criteria, const layers::Layer& layer, std::size_t row) {
    return std::ranges::all_of(criteria, [&](const Criterion& criterion) { return holds(criterion, layer, row); });
}

std::optional<std::size_t> class_of(const Style& style, const layers::Layer& layer, std::size_t row) {
    std::optional<std::size_t> rest;
    for (std::size_t i = 0; i < style.classes.size(); ++i) {
        const auto& candidate = style.classes[i];
        if (candidate.otherwise) {
            rest = i;
        } else if (holds(candidate.criteria, layer, row)) {
            return i;
        }
    }
    return rest;
}

bool is_doubtful(const Style& style, const layers::Layer& layer, std::size_t row) {
    const auto& doubt = style.doubt;
    return doubt && holds(doubt->criteria, layer, row);
}

std::vector<std::string> fields_of(const Style& style) {
    std::set<std::string> fields;
    for (const auto& style_class : style.classes) {
        for (const auto& criterion : style_class.criteria) fields.insert(field_of(criterion));
    }
    if (const auto& doubt = style.doubt) {
        for (const auto& criterion : doubt->criteria) fields.insert(field_of(criterion));
    }
    if (style.names) fields.insert(style.names->field);
    return {fields.begin(), fields.end()};
}

namespace {

core::Text with_capital(core::Text text) {
    for (auto* const one : {&text.english, &text.indonesian}) {
        if (!one->empty() && one->front() >= 'a' && one->front() <= 'z') one->front() += 'A' - 'a';
    }
    return text;
}

}  // namespace

Style with_prefix(Style style, const std::string& prefix, const core::Text& words) {
    style.name = prefix + style.name;
    style.title = with_capital(words + style.title);
    for (auto& style_class : style.classes) {
        for (auto& criterion : style_class.criteria) field_of(criterion) = prefix + field_of(criterion);
        style_class.heading = style_class.heading.english.empty() ? style.title : words + style_class.heading;
    }
    if (auto& doubt = style.doubt) {
        for (auto& criterion : doubt->criteria) field_of(criterion) = prefix + field_of(criterion);
    }
    return style;
}

}  // namespace desakota::maps
