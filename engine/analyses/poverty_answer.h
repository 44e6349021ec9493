#pragma once

#include "engine/analyses/poverty_findings.h"

namespace desakota::analyses {

/// Figures and sentences: the poor in total, by each line.
void add_poverty_answer(Results& results, const PovertyQuestion& question, const PovertyFindings& findings);

}  // namespace desakota::analyses
