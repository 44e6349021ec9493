#include "engine/maps/qml_rules.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "engine/maps/expression.h"

namespace desakota::maps {
namespace {

using layers::Layer;

constexpr std::size_t kLongestUnfolded = 9;

bool has_doubt(const Style& style, const Layer& layer) {
    if (!style.doubt || layer.row_count == 0) return style.doubt.has_value();
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        if (is_doubtful(style, layer, row)) return true;
    }
    return false;
}

std::vector<bool> classes_taken(const Style& style, const Layer& layer) {
    std::vector<bool> taken(style.classes.size(), layer.row_count == 0);
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        if (const auto place = class_of(style, layer, row)) taken[*place] = true;
    }
    return taken;
}

bool is_range(const StyleClass& one) {
    return std::ranges::any_of(one.criteria,
                               [](const Criterion& criterion) { return std::holds_alternative<Within>(criterion); });
}

bool begins_heading(const Style& style, const std::vector<std::size_t>& classes, std::size_t place) {
    const auto& heading = style.classes[classes[place]].heading;
    return !heading.english.empty() && (place == 0 || style.classes[classes[place - 1]].heading != heading);
}

std::size_t length(const Style& style, const LegendEntries& entries) {
    auto count = entries.classes.size() + (entries.has_doubt ? 1 : 0) + (style.worse.english.empty() ? 0 : 1);
    for (std::size_t i = 0; i < entries.classes.size(); ++i) {
        if (begins_heading(style, entries.classes, i)) ++count;
    }
    return count;
}

/// A rule without symbol shows its text in the legend and draws nothing.
void write_text(XmlWriter& xml, const std::string& key, const std::string& text) {
    xml.element("rule", {{"key", key}, {"label", text}});
}

/// What rules are written for.
struct Rules {
    const Style& style;
    const Layer& layer;
    const LegendEntries& entries;
    core::Language language;
};

void write_rule(XmlWriter& xml, const std::string& key, const std::string& label, std::size_t symbol,
                const std::string& filter) {
    XmlWriter::Attributes attributes{{"key", key}, {"label", label}, {"symbol", fmt::format("{}", symbol)}};
    if (!filter.empty()) attributes.emplace_back("filter", filter);
    xml.element("rule", attributes);
}

/// QGIS takes the mark of doubt for a class: ELSE would leave the row without its own.
std::string filter_of(const StyleClass& one, const Rules& rules) {
    if (!one.otherwise) return expression(one.criteria, rules.layer);
    return rules.entries.has_doubt ? none_of(rules.style.classes, rules.layer) : "ELSE";
}

void write_class(XmlWriter& xml, const Rules& rules, std::size_t i) {
    const auto& one = rules.style.classes[i];
    write_rule(xml, fmt::format("{}_{}", rules.style.name, i), one.label.in(rules.language), i, filter_of(one, rules));
}

void write_doubt(XmlWriter& xml, const Rules& rules) {
    const auto& doubt = rules.style.doubt;
    if (!doubt || !rules.entries.has_doubt) return;
    write_rule(xml, rules.style.name + "_doubt", doubt->label.in(rules.language), rules.style.classes.size(),
               expression(doubt->criteria, rules.layer));
}

}  // namespace

LegendEntries legend_entries(const Style& style, const Layer& layer) {
    LegendEntries entries;
    for (std::size_t i = 0; i < style.classes.size(); ++i) entries.classes.push_back(i);
    entries.has_doubt = has_doubt(style, layer);
    if (length(style, entries) <= kLongestUnfolded) return entries;
    const auto taken = classes_taken(style, layer);
    for (auto i = style.classes.size(); i-- > 0 && length(style, entries) > kLongestUnfolded;) {
        if (!taken[i] && !is_range(style.classes[i])) std::erase(entries.classes, i);
    }
    return entries;
}

/// A heading is a rule without symbol before its classes, not around them: QGIS shows nested rules folded.
void write_rules(XmlWriter& xml, const Style& style, const Layer& layer, const LegendEntries& entries,
                 core::Language language) {
    const Rules rules{style, layer, entries, language};
    xml.open("rules", {{"key", style.name}});
    for (std::size_t place = 0; place < entries.classes.size(); ++place) {
        const auto i = entries.classes[place];
        if (begins_heading(style, entries.classes, place)) {
            write_text(xml, fmt::format("{}_heading_{}", style.name, i), style.classes[i].heading.in(language));
        }
        write_class(xml, rules, i);
    }
    write_doubt(xml, rules);
    if (!style.worse.english.empty()) write_text(xml, style.name + "_worse", style.worse.in(language));
    xml.close();
}

}  // namespace desakota::maps
