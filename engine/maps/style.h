#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/core/text.h"
#include "engine/layers/layer.h"
#include "engine/maps/palette.h"

namespace desakota::maps {

/// What a row must fulfil to fall into a class.
struct OneOf {  ///< a Text column holds one of these
    std::string field;
    std::vector<std::string> codes;
};
struct Within {  ///< a number is more than `above` and at most `at_most`; a limit that is missing does not bind
    std::string field;
    std::optional<double> above;
    std::optional<double> at_most;
};
struct Missing {
    std::string field;
};
using Criterion = std::variant<OneOf, Within, Missing>;

enum class Marker : std::uint8_t { Circle, Square, Diamond, Triangle, Star, Cross };
enum class Hatch : std::uint8_t { None, Rising, Falling, Level, Upright };
enum class Dash : std::uint8_t { Solid, Dashed, Dotted };

/// How the rows of a class are drawn, whatever the geometry: of a point the marker counts, of a line the dash and the
/// width, of an area the hatch.
struct Symbol {
    Colour colour;
    Marker marker = Marker::Circle;
    double size = 3.0;  ///< mm
    Dash dash = Dash::Solid;
    double width = 0.6;  ///< mm
    Hatch hatch = Hatch::None;
    double opacity = 1.0;
};

/// One entry of the legend.
struct StyleClass {
    core::Text label;
    Symbol symbol;
    std::vector<Criterion> criteria;  ///< all must hold; none: every row
    bool otherwise = false;           ///< the rows that no other class takes; without criteria and heading
    core::Text heading;               ///< classes in a row with the same heading stand below it; empty: none
};

/// Names beside the features, drawn where the map is at least as large as 1 : `smallest_scale`.
struct Names {
    std::string field;
    double smallest_scale = 300000.0;
};

/// Rows whose figure is not sure. They are marked above their class: areas with a thin hatch, points with a ring.
struct Doubt {
    core::Text label;
    std::vector<Criterion> criteria;  ///< all must hold
};

/// How a layer is drawn. A value that knows neither language nor file format.
struct Style {
    std::string name;  ///< lower_snake, never translated
    core::Text title;
    std::vector<StyleClass> classes;  ///< in the legend's order; none in the style of a table
    std::optional<Names> names;
    std::optional<Doubt> doubt{};
    core::Text worse{};  ///< which way is worse: "The darker, the longer the way."; empty where neither is
};

/// Whether a row fulfils all criteria. A column that the layer lacks is missing in every row.
[[nodiscard]] bool holds(const std::vector<Criterion>& criteria, const layers::Layer& layer, std::size_t row);
/// The class of a row: the first that takes it; missing where none does.
[[nodiscard]] std::optional<std::size_t> class_of(const Style& style, const layers::Layer& layer, std::size_t row);

/// Whether a row's figure is not sure.
[[nodiscard]] bool is_doubtful(const Style& style, const layers::Layer& layer, std::size_t row);

/// Every field that the style looks at, each once, in the order of the alphabet.
[[nodiscard]] std::vector<std::string> fields_of(const Style& style);

/// The same style for columns that begin with `prefix` ("skp_"): its name begins with it as well, its title and the
/// headings of its legend with `words`; classes without a heading stand below the title. Names beside the features
/// stay.
[[nodiscard]] Style with_prefix(Style style, const std::string& prefix, const core::Text& words);

}  // namespace desakota::maps
