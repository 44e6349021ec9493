#pragma once

#include <string>

#include "engine/core/text.h"
#include "engine/study/results.h"
#include "engine/study/study.h"

namespace desakota::study {

/// Gives the layers of the results the further maps that the study asks for ([[map]]): one more style each, of a column
/// of numbers, cut into classes by rule. Throws a usage error with the lines of those whose layer or column is not
/// there (with those that are), or holds no numbers.
void add_asked_maps(const std::string& study_name, const Study& study, StudyResults& results, core::Language language);

}  // namespace desakota::study
