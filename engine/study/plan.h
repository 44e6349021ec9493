#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/core/diagnostics.h"
#include "engine/study/source_paths.h"
#include "engine/study/study.h"
#include "engine/study/typed_values.h"

namespace desakota::study {

/// A column of an earlier run's main layer that a later run reads as one of its settlements'.
struct FedColumn {
    std::size_t run = 0;  ///< which run has it, in the plan's order
    std::string column;   ///< its name there: "share_beyond"
    std::string name;     ///< what the study calls it: "health_access.share_beyond"
    layers::ColumnType type = layers::ColumnType::Number;
};

/// One analysis in one season, ready to be read and run.
struct PlannedRun {
    const analyses::Analysis* analysis = nullptr;
    std::string name;    ///< how its layers begin
    std::string season;  ///< "dry", "wet"; empty where it knows none
    std::string suffix;  ///< "_dry" where there are several seasons
    TypedValues values;
    int line = 1;                      ///< of its [[run]]
    std::map<std::string, int> lines;  ///< where each parameter was given
    std::set<std::string> own;         ///< parameters that the run itself gives, not the whole study
    std::vector<FedColumn> fed;
};

/// A source of a layer that no run takes, or only runs with faults.
struct UnusedSource {
    std::string path;
    int line = 1;
};

struct Plan {
    std::string name;  ///< of the study file, for messages
    std::vector<UnusedSource> unused;
    std::vector<PlannedRun> runs;
};

struct PlanQuestion {
    const std::string& name;
    const Study& study;
    const analyses::Catalogue& catalogue;
    StudyFolder folder;
};

/// Which analyses run, in what order and with what:
///
///   * A layer of the study goes to every run whose analysis has a layer parameter of its name, with its fields, unless
///     the run's `layers` leaves it out. A run's own layer parameter names another layer of the study, or a source.
///   * What stands under [parameters] goes to every analysis that has it; what a run says itself comes first.
///   * An analysis with seasons and roads runs once for each season of the study.
///   * A layer that neither an analysis nor a run knows is a fault.
///   * "health_access.share_beyond" is a column of that earlier run, for runs on the same settlements.
/// Faults go to `diagnostics` with file and line: unknown analyses, layers, keys; wrong types and values; two runs of
/// one name; files outside the folder. Runs with faults are left out.
[[nodiscard]] Plan make_plan(const PlanQuestion& question, core::Diagnostics& diagnostics);

/// A fault of a run as the study's author reads it: "study.toml, line 12: `threshold`: ...". The line is that of the
/// parameter which the fault names first, else the run's.
[[nodiscard]] core::Text told_with_line(const Plan& plan, const PlannedRun& run, const core::Text& fault);

}  // namespace desakota::study
