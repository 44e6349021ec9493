#pragma once

#include <string>
#include <vector>

#include "tests/support/region.h"

namespace desakota::sample_layers {

/// Writes sample_layers/kantor/ into the folder, which there must be: desa.zip, penduduk.xlsx, puskesmas.csv and
/// padanan.csv. The same bytes on every run. Gives the paths that were written; throws std::runtime_error where that
/// fails.
[[nodiscard]] std::vector<std::string> write_office_files(const test_support::Region& telang,
                                                          const std::string& folder);

}  // namespace desakota::sample_layers
