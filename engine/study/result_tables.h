#pragma once

#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/layers/layer.h"
#include "engine/report/report.h"
#include "engine/study/results.h"

namespace desakota::study {

/// A table as a workbook for readers has it.
struct ResultTable {
    /// Named as its sheet is; its source is the layer's name in the data. Columns are named as they are headed, in the
    /// language, with their unit, each heading once; their aliases are their names in the data. Codes, yes and no are
    /// words of the language.
    layers::Layer layer;
    std::vector<std::string> number_formats;  ///< of each column, as a spreadsheet takes them; empty: general
};

/// The report's tables for a workbook, without geometry. The results must still hold the layers of the report's tables.
[[nodiscard]] std::vector<ResultTable> result_tables(const report::Report& report, const StudyResults& results,
                                                     core::Language language);

}  // namespace desakota::study
