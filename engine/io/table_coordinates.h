#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/diagnostics.h"
#include "engine/io/open_dataset.h"
#include "engine/io/source_schema.h"

class OGRFeature;

namespace desakota::io {

/// The first row of a kind, for a message.
struct RowExample {
    std::size_t count = 0;
    std::int64_t feature = 0;
    std::string value;

    void add(const OGRFeature& row, std::string_view text);
};

/// The fields that hold the coordinates: those that `source` names, otherwise, in tables, those with a usual name (x,
/// lon, longitude, bujur ...; y, lat, latitude, lintang ...; koordinat, titik koordinat: both in one).
[[nodiscard]] std::optional<CoordinateFields> coordinate_fields(const OpenLayer& open, const Source& source,
                                                                const SourceSchema& schema);

/// What the coordinates of a table look like, row by row.
class CoordinateScan {
public:
    void add(const OGRFeature& row, const CoordinateFields& fields);
    [[nodiscard]] bool found_any() const { return in_range_ + beyond_.count + swapped_.count > 0; }

    /// Settles the coordinate system where `source` does not; tells `diagnostics` of what is no coordinate (an error)
    /// and of what was taken for degrees.
    void decide(const Source& source, SourceSchema& schema, core::Diagnostics& diagnostics) const;

private:
    void add_pair(const OGRFeature& row, std::string_view text);
    void decide_crs(const Source& source, SourceSchema& schema, core::Diagnostics& diagnostics) const;

    RowExample no_number_;
    RowExample swapped_;
    RowExample beyond_;  // not degrees
    std::size_t in_range_ = 0;
    std::size_t in_minutes_ = 0;  // written in degrees and minutes
};

/// A coordinate as users write it: with a decimal point or comma, or in degrees, minutes and seconds.
[[nodiscard]] std::optional<double> parse_coordinate(std::string_view text);
/// A latitude; a positive one without letters lies in the south where its column says so.
[[nodiscard]] std::optional<double> parse_latitude(std::string_view text, bool is_south);

}  // namespace desakota::io
