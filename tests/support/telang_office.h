#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/region.h"

namespace desakota::test_support {

/// Telang as an office has it: the figures of make_telang(), in the files and the spelling of administrations. What
/// sample_layers/kantor/ holds; sample_layers/README.md describes it.

/// A row of the office's population table.
struct OfficeVillage {
    std::string kecamatan;   ///< as in the clean layer
    std::string written;     ///< its name in the table: old spelling, prefixes, doubled blanks, slips
    std::string settlement;  ///< the id that the office's polygons give it: KDEPUM, or the feature number of an UPT
    std::int64_t men = 0;
    std::int64_t women = 0;
    std::int64_t families = 0;
    std::int64_t poor_families = 0;
    std::int64_t transmigrant_families = 0;     ///< all families of an UPT, else none
    std::optional<double> declared_kilometres;  ///< to a puskesmas
    std::string serving;                        ///< the puskesmas of its wilayah kerja, in short
};

/// In the order of the table: kecamatan by kecamatan, villages in the order of their letters.
[[nodiscard]] std::vector<OfficeVillage> office_villages(const Region& telang);

/// The villages' polygons on DGN95 / UTM zone 48S (EPSG:23878) with NAMOBJ, KECAMATAN and KDEPUM (a code like those of
/// the Ministry of Home Affairs, of a province that there is not; missing for an UPT), in the order of the clean layer.
/// Feature numbers count from 0, as in shapefiles.
[[nodiscard]] layers::Layer office_polygons(const Region& telang);

/// The health facilities as a text with semicolons, coordinates in degrees, minutes and seconds.
[[nodiscard]] std::string office_facilities(const Region& telang);

/// The confirmed list of which row of the table is which settlement, as match-names writes it.
[[nodiscard]] std::string office_matches(const Region& telang);

}  // namespace desakota::test_support
