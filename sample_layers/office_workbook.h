#pragma once

#include <span>
#include <string>

#include "tests/support/telang_office.h"

namespace desakota::sample_layers {

/// Writes the office's population table as a workbook: titles, stacked and merged headings, a row of column numbers,
/// kecamatan as rows of their own, sums, notes and the source below; counts partly as texts.
void write_office_workbook(std::span<const test_support::OfficeVillage> villages, const std::string& path);

}  // namespace desakota::sample_layers
