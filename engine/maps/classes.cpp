#include "engine/maps/classes.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/core/number_text.h"
#include "engine/maps/marker_sizes.h"

namespace desakota::maps {
namespace {

/// A bound in the legend's unit, without the noise of the multiplication (0.6 * 100).
std::string bound_text(double bound, const Wording& wording) {
    return core::number_text(std::round(bound * wording.factor * 1e6) / 1e6);
}

/// The unit after a blank; nothing where there is none.
std::string unit_text(const Wording& wording) {
    return wording.unit.empty() ? std::string{} : fmt::format(" {}", wording.unit);
}

/// With the decimal mark of each language.
core::Text with_marks(const std::string& label) {
    core::Text text{label, label};
    std::ranges::replace(text.indonesian, '.', ',');
    return text;
}

core::Text range_label(double from, double to, const Wording& wording) {
    return with_marks(fmt::format("{}–{}{}", bound_text(from, wording), bound_text(to, wording), unit_text(wording)));
}

core::Text over_label(double from, const Wording& wording) {
    return core::Text{"over ", "lebih dari "} + with_marks(bound_text(from, wording) + unit_text(wording));
}

}  // namespace

std::vector<StyleClass> range_classes(const std::string& field, std::span<const double> bounds,
                                      const Wording& wording) {
    if (bounds.empty() || bounds.size() >= kLittleToMuch.size()) throw std::logic_error("range_classes: bounds");
    std::vector<StyleClass> classes;
    for (std::size_t i = 0; i <= bounds.size(); ++i) {
        const double from = i > 0 ? bounds[i - 1] : 0.0;
        Within range{field, std::nullopt, std::nullopt};
        if (i > 0) range.above = from;
        StyleClass next;
        if (i < bounds.size()) {
            range.at_most = bounds[i];
            next.label = range_label(from, bounds[i], wording);
        } else {
            next.label = over_label(from, wording);
        }
        next.symbol.colour = kLittleToMuch[i];
        next.symbol.size = kLittleToMuchSizes[i];
        next.criteria.emplace_back(std::move(range));
        classes.push_back(std::move(next));
    }
    return classes;
}

std::vector<StyleClass> range_classes_to(double highest, const std::string& field, std::span<const double> bounds,
                                         const Wording& wording) {
    auto classes = range_classes(field, bounds, wording);
    classes.back().label = range_label(bounds.back(), highest, wording);
    return classes;
}

}  // namespace desakota::maps
