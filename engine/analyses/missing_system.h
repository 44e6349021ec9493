#pragma once

#include <functional>
#include <string>

#include "engine/analyses/arguments.h"
#include "engine/core/text.h"

namespace desakota::analyses {

/// The error of a layer that has places and no coordinate system.
[[nodiscard]] core::Text missing_system_text(const std::string& label);

using Run = std::function<Results(Arguments&, RunContext&)>;

/// `run`, with this difference: where it ends in such an error, the error also lists the systems, to be copied, under
/// which the layer would meet those layers of the run that have one, or, where none has, would lie in Indonesia
/// (geo::system_candidates). A system is never taken by itself.
[[nodiscard]] Run with_system_candidates(Run run);

}  // namespace desakota::analyses
