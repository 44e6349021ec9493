#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/geo/geometry.h"
#include "engine/layers/column.h"
#include "engine/maps/style.h"

namespace desakota::analyses {

class Arguments;
struct RunContext;
struct Results;

enum class ParameterKind : std::uint8_t {
    Layer,   ///< one layer
    Layers,  ///< one layer or more
    Raster,  ///< one raster, handed to the analysis as a point layer of cell centres with column `value`
    Field,   ///< a field of the layer parameter `of`
    Fields,  ///< any number of fields of the layer parameter `of`
    Number,
    Choice,
    YesNo,
    Numbers,  ///< a list of numbers
    Text,
    File,  ///< a text file, handed to the analysis as its text and name
};

/// One value of a Choice: its code (typed, never translated) and what users read.
struct Choice {
    std::string code;
    core::Text label;
};

/// One parameter of an analysis, as every front end shows it. Fill what the kind needs and leave the rest.
struct Parameter {
    std::string name;  ///< words joined by '-': the option `--max-access`, QGIS's MAX_ACCESS
    ParameterKind kind = ParameterKind::Text;
    core::Text title;  ///< a few words
    core::Text help;   ///< one to three sentences
    bool required = false;
    bool advanced = false;  ///< rarely changed: front ends fold it away

    /// Layer, Layers: accepted geometries; empty accepts all. {None} alone means a table.
    std::vector<geo::GeometryType> geometry;

    /// Field, Fields: the layer parameter they belong to, and the names looked for where the user names none, most
    /// wanted first, in lower case (letter case is ignored); Fields takes all of them that there are.
    std::string of;
    std::vector<std::string> usual_names;
    /// Field: take only columns that hold numbers (of type WholeNumber or Number) when looking by usual names.
    bool numeric = false;

    /// Number, Numbers: symbol of the unit ("m", "min", "km/h", "" for a count or share) and the valid range.
    std::string unit;
    bool whole = false;
    std::optional<double> minimum;
    std::optional<double> maximum;

    std::vector<Choice> choices;

    /// What holds when the user gives nothing: Number, Choice (its code), YesNo, Text.
    std::optional<double> default_number;
    std::string default_text;
    bool default_yes = false;
};

struct OutputLayer {
    std::string name;  ///< lower_snake; the first output of an analysis is its main layer
    core::Text title;
    geo::GeometryType geometry = geo::GeometryType::None;
    std::vector<layers::ColumnDefinition> columns;
    core::Text when;  ///< what must be asked for to get it ("with --routes"); empty: always there
    /// The yes/no parameter that asks for it, no by default; empty: none does. Goes with `when`.
    std::string asked_by;
    /// How it is drawn in QGIS, the default first; they look at `columns` only.
    std::vector<maps::Style> styles{};
};

/// One analysis, declared once: command line, QGIS and documentation are derived from this.
struct Analysis {
    std::string id;  ///< words joined by '-'
    core::Text group;
    core::Text title;  ///< the question it answers, short
    core::Text help;   ///< what it does and how to read the result
    std::vector<Parameter> parameters;
    std::vector<OutputLayer> outputs;
    std::function<Results(Arguments&, RunContext&)> run;
    /// Fields that other values of the run ask for, by the Fields parameter that takes them: such as the indicators
    /// that a scheme file names. Asked once texts and files are there, before layers are read; nullptr: none. Throws
    /// core::Error where a file is unfit.
    std::function<std::map<std::string, std::vector<std::string>>(const Arguments&)> asked_fields = nullptr;

    /// The parameter of that name, or nullptr.
    [[nodiscard]] const Parameter* find(const std::string& name) const;
};

using Catalogue = std::vector<Analysis>;

/// Every rule the catalogue breaks (an id twice, a field of no layer, a default outside its choices, a text in one
/// language only ...), one sentence each; empty for a sound catalogue. For tests.
[[nodiscard]] std::vector<std::string> catalogue_faults(const Catalogue& catalogue);

}  // namespace desakota::analyses
