#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/report/page_table.h"
#include "engine/report/report.h"

namespace desakota::report {

/// A column that paper shows, and how many letters wide it wants to be.
struct PaperColumn {
    std::size_t number = 0;  ///< in the table
    double width = 0.0;
};

/// Which columns of a table paper shows, in the table's order, as far as `letters` allow: who it is, then where it
/// goes, how far, and the families that are concerned; then what the maps of the layer are drawn by, then other
/// families, shares and classes, then the rest. Columns without values, or with one text all over, are left out.
[[nodiscard]] std::vector<PaperColumn> paper_columns(const PageTable& table, const Table& of, const Report& report,
                                                     core::Language language, double letters);

/// A column as paper shows it: distances of more than a kilometre in km, shares in per cent. `name` is the layer's.
[[nodiscard]] PageColumn on_paper(PageColumn column, const layers::ColumnDefinition& definition);

}  // namespace desakota::report
