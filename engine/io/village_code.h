#pragma once

#include <string>
#include <vector>

#include "engine/io/source_schema.h"

class OGRFeature;

namespace desakota::io {

/// The statistics office's tables give a village's code in four columns: r101 to r104 (Podes) or kdprov, kdkab, kdkec,
/// kddesa, of 2, 2, 3 and 3 digits. Where `columns` has all four and no such column, adds `kode_bps`, which joins them.
void offer_village_code(std::vector<SchemaColumn>& columns);

/// The ten digits of a row; empty where a part is missing or too long.
[[nodiscard]] std::string village_code(const OGRFeature& feature, const SchemaColumn& column);

}  // namespace desakota::io
