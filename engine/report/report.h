#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/text.h"
#include "engine/geo/point.h"
#include "engine/layers/layer.h"
#include "engine/maps/drawn_layer.h"
#include "engine/maps/office.h"

namespace desakota::report {

/// One index that a reader can choose: one result in one season, drawn in one way.
struct Index {
    std::string id;      ///< lower_snake, once in a report: "health_access_dry_distance"; the names of its maps
    core::Text title;    ///< "Distance by road"
    core::Text subject;  ///< the analysis it belongs to: "Access to health care"
    core::Text season;   ///< "Dry season"; empty where there is only one
    core::Text worse;    ///< which way is worse: "The darker, the longer the way."; empty where neither is
    maps::DrawnLayer drawn;
    /// Whether the rows of its layer are the report's settlements, in their order.
    bool is_by_settlement = false;
};

/// What lies below or above an index for orientation.
enum class BackgroundRole : std::uint8_t { Area, Rivers, Roads, Ferries, Facilities, Centres };
struct Background {
    BackgroundRole role = BackgroundRole::Roads;
    maps::DrawnLayer drawn;
};

/// A figure of a settlement or of the whole area, in both languages, its number already written for readers.
struct ShownFigure {
    core::Text label;
    core::Text value;
};

/// One settlement's card.
struct Settlement {
    std::string id;
    std::string name;
    std::string group;  ///< its kecamatan or kawasan; empty where none is known
    std::optional<double> families;
    std::optional<geo::Point> place;    ///< longitude and latitude on WGS 84
    std::vector<core::Text> sentences;  ///< what each analysis says of it, most telling first
    std::vector<ShownFigure> figures;
};

/// One line of the priority list.
struct Priority {
    std::size_t settlement = 0;  ///< index in Report::settlements
    double score = 0.0;          ///< the weights of the thresholds that it misses, added up
    std::vector<core::Text> missed;
    std::optional<double> families;  ///< that are concerned
    core::Text reason;               ///< one sentence
};

struct PriorityList {
    core::Text rule;  ///< as it was applied, with its weights
    std::vector<Priority> entries;
    /// Settlements of which too little is known to be ranked.
    std::size_t unknown = 0;
};

/// The grade of one input and what it rests on.
enum class Grade : std::uint8_t { A, B, C, D };
struct GradedShare {
    core::Text what;              ///< "Valid geometries"
    std::optional<double> share;  ///< 0 to 1; missing: does not apply
    std::optional<Grade> grade;   ///< of this share alone
};
struct GradedInput {
    std::string name;  ///< the layer as the study calls it
    core::Text title;
    std::size_t rows = 0;
    Grade grade = Grade::A;  ///< the worst of its shares'
    std::vector<GradedShare> shares;
};
struct Correction {
    core::Text what;                 ///< what to correct, where
    std::optional<double> families;  ///< whose status could change
};
/// The data-quality passport.
struct Passport {
    std::vector<GradedInput> inputs;
    std::vector<Correction> corrections;  ///< at most five, worth most first
    /// From which share on a grade is given: one line a kind of share, limits of A, B and C.
    struct Limits {
        core::Text what;
        double a = 1.0;
        double b = 1.0;
        double c = 1.0;
    };
    std::vector<Limits> limits;
};

enum class ChartKind : std::uint8_t { Curve, Bars, Intervals, Scatter };
struct ChartPoint {
    double x = 0.0;
    double y = 0.0;
    std::string name;           ///< of the settlement; empty: none
    std::optional<double> low;  ///< Intervals: of y
    std::optional<double> high;
};
struct Series {
    core::Text label;
    std::vector<ChartPoint> points;
    bool is_reference = false;  ///< a line to compare with, such as that of equality
};
struct Chart {
    std::string id;  ///< lower_snake
    ChartKind kind = ChartKind::Bars;
    core::Text title;
    core::Text x_title;
    core::Text y_title;
    core::Text description;              ///< what it shows, in a sentence: the alternative text
    std::vector<core::Text> categories;  ///< Bars, Intervals: one a point, in order
    std::vector<Series> series;
};

/// What the codes in columns mean, by the column's name and the code.
using CodeWords = std::map<std::string, std::map<std::string, core::Text>>;

/// A table that readers may sort and filter: a result layer's columns, geometry aside.
struct Table {
    std::string id;  ///< the layer's name
    core::Text title;
    const layers::Layer* layer = nullptr;
    CodeWords words{};    ///< other texts stand as they are
    bool is_main = true;  ///< what readers look for first; paper has no others
};

/// What one analysis did.
struct Method {
    core::Text title;
    core::Text season;
    core::Text what;                  ///< the analysis's help
    std::vector<core::Text> answers;  ///< the run's summary sentences
    std::vector<core::Text> notes;    ///< its warnings and information
    std::vector<ShownFigure> figures;
};

/// A parameter whose value is not the analysis's default.
struct ChosenParameter {
    core::Text analysis;
    core::Text what;
    core::Text value;

    bool operator==(const ChosenParameter&) const = default;
};

/// Where the numbers come from.
struct Source {
    std::string parameter;
    std::string source;  ///< relative to the study, without passwords
    std::string dated;   ///< as the study says; empty where it does not
    std::string sha256;
    std::optional<std::int64_t> rows;
    core::Text title{};  ///< of the parameter; empty: its name stands for it
};

/// All that a report says, in both languages; whoever writes a page chooses one. Layers must outlive it.
struct Report {
    core::Text title;
    std::string area;
    maps::Office office;
    std::vector<core::Text> findings;  ///< key findings, most important first
    std::vector<Settlement> settlements;
    std::vector<Index> indexes;
    std::vector<Background> background;  ///< the lowest first
    PriorityList priorities;
    Passport passport;
    std::vector<Chart> charts;
    std::vector<Table> tables;
    std::vector<Method> methods;
    std::vector<ChosenParameter> parameters;  ///< all others are the analyses' defaults
    std::vector<core::Text> limits;           ///< what the figures do not say
    std::vector<Source> sources;
    std::vector<std::pair<std::string, std::string>> versions;  ///< Desakota and libraries
    bool boundaries_are_indicative = true;
};

}  // namespace desakota::report
