#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/io/run_record.h"
#include "engine/study/typed_values.h"

namespace desakota::study {

/// The value of every parameter of a run, in the catalogue's order, for run.json: defaults and fields found by their
/// usual names too; files relative to the folder of `output`. A field of several layers is a list of the columns taken.
[[nodiscard]] std::vector<std::pair<std::string, io::RecordValue>> effective_parameters(
    const analyses::Analysis& analysis, const TypedValues& values, const analyses::Arguments& arguments,
    const std::string& output);

}  // namespace desakota::study
