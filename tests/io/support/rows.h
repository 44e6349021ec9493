#pragma once

#include <string>
#include <vector>

#include "engine/io/table_cells.h"

namespace desakota::io {

/// Rows of a sheet drawn as text, a line a row, cells between bars; empty lines are empty rows and left out.
inline std::vector<TableRow> drawn_rows(std::string_view text) {
    std::vector<TableRow> rows;
    std::int64_t number = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        TableRow row{++number, {}};
        while (!line.empty()) {
            const auto bar = line.find('|');
            row.cells.push_back(cell_text(line.substr(0, bar)));
            line.remove_prefix(bar == std::string_view::npos ? line.size() : bar + 1);
        }
        while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
        if (!row.cells.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace desakota::io
