#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/io/staged_files.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// One column of a dBASE file.
struct DbfField {
    std::string name;  ///< at most 10 bytes
    char type = 'C';   ///< 'C' text, 'N' number
    std::uint8_t width = 1;
    std::uint8_t decimals = 0;
    /// Texts of more than 254 bytes, which do not fit: how many, and the first one's row.
    std::size_t cut_texts = 0;
    std::size_t first_cut = 0;
};

/// How the columns of a layer are written; the widths follow from the values. A layer without columns gets one with
/// the row numbers, since the format takes no less.
[[nodiscard]] std::vector<DbfField> plan_fields(const layers::Layer& layer);

/// The size of the file in bytes.
[[nodiscard]] std::uint64_t dbf_size(const std::vector<DbfField>& fields, std::size_t rows);

/// Writes the table as dBASE III, in UTF-8 (say so in a .cpg file beside it), dated 1970-01-01. Missing values, and
/// empty texts, are blank; numbers are exact; yes and no are 1 and 0. Texts end at a whole character within 254 bytes.
void write_dbf(const layers::Layer& layer, const std::vector<DbfField>& fields, TextFile& file,
               core::Progress& progress);

}  // namespace desakota::io
