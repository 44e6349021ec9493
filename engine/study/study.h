#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/config/config.h"
#include "engine/core/text.h"
#include "engine/maps/office.h"
#include "engine/statistics/breaks.h"

namespace desakota::study {

/// Keys and values that become parameters of an analysis, as the file has them.
struct ParameterValues {
    std::vector<config::Entry> entries;
    int line = 1;
};

/// One layer of the study: what parameters of its name take, with its fields.
struct StudyLayer {
    std::string name;                  ///< of the layer parameter: "settlements", "roads"
    std::vector<std::string> sources;  ///< as the file has them, relative to it
    ParameterValues fields;            ///< "families-field" and so on
    std::string dated;                 ///< what maps and report say of its age; empty: nothing
    int source_line = 1;
    int line = 1;
};

struct StudyRun {
    std::string analysis;
    std::string name;  ///< how its layers begin; the analysis's own name by default
    /// Which of the study's layers it takes; nothing: all that have a parameter of their name.
    std::optional<std::vector<std::string>> layers;
    ParameterValues parameters;
    int line = 1;
};

/// How many points each missed threshold counts in the priority list; 0 leaves it out.
struct PriorityWeights {
    double health = 1.0;
    double poverty = 1.0;
    double food = 1.0;
    double unconnected = 1.0;
};

struct MapSettings {
    std::vector<std::string> papers{"A4"};  ///< "A4", "A3"
    bool indicative_boundaries = true;
    bool atlas = false;       ///< a page for each group as well
    bool cards = true;        ///< a picture for each settlement
    std::string group_field;  ///< of the settlements: kecamatan; empty: the first group field of the runs
};

/// A map of one column, asked for as [[map]].
struct StudyMap {
    std::string layer;   ///< of the results: "health_access_dry"
    std::string column;  ///< of numbers
    core::Text title;    ///< empty: the column's
    statistics::BreakRule rule = statistics::BreakRule::Jenks;
    std::size_t classes = 5;
    std::vector<double> limits;  ///< that a policy sets; they go before the rule
    int line = 1;
};

/// One study as its file has it.
struct Study {
    core::Text title;
    std::string area;
    maps::Office office;  ///< logo_png empty
    std::string logo;     ///< path as the file has it; empty: none
    int logo_line = 1;
    std::string output;  ///< the folder for the results, as the file has it; empty: not said
    int output_line = 1;
    std::vector<std::string> seasons;  ///< "dry", "wet"; empty: each analysis's default
    int seasons_line = 1;
    std::vector<StudyLayer> layers;
    ParameterValues parameters;  ///< for every analysis that has them
    std::vector<StudyRun> runs;
    std::vector<StudyMap> asked_maps;
    PriorityWeights weights;
    MapSettings maps;
};

}  // namespace desakota::study
