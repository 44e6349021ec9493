#pragma once

#include <string>
#include <vector>

#include "engine/io/run_record.h"

namespace desakota::study {

/// Throws an input error that names every input whose content is not what it was in an earlier run, by its SHA-256, and
/// those that are read now and were not then, or the other way round. `place` is the file from whose folder the earlier
/// record names sources.
void check_inputs_are(const std::vector<io::RecordedInput>& now, const std::vector<io::RecordedInput>& then,
                      const std::string& place);

}  // namespace desakota::study
