#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/analyses/health_searches.h"
#include "engine/analyses/service_bands.h"
#include "engine/geo/geometry.h"
#include "engine/paths/road_bands.h"

namespace desakota::analyses {

/// Where a family lives, as bands see it. Bands are 0 .. count - 1; these come after them.
enum class Outside : std::uint8_t { Beyond, NotConnected, NoRoadInReach, NoLocation };
inline constexpr std::uint32_t kOutsides = 4;
[[nodiscard]] inline std::uint32_t slot_of(const ServiceBands& bands, Outside outside) {
    return bands.count() + static_cast<std::uint32_t>(outside);
}

/// The answer for one place: its band (or what is outside all), and the nearest facility's feature.
struct ServedPlace {
    std::uint32_t slot = 0;
    std::uint32_t facility = network::kNone;  ///< kNone where none is reached
};

struct ServiceFindings {
    std::vector<ServedPlace> points;  ///< by demand point
    std::vector<ServedPlace> rows;    ///< by settlement, its representative place
    /// Feature `facility * bands + band`, facility 0 where facilities are not told apart.
    geo::Geometries areas;
    std::vector<paths::RoadBand> roads;
};

[[nodiscard]] ServiceFindings find_service_areas(const HealthQuestion& question, const ServiceBands& bands,
                                                 bool by_facility, const SearchSetting& setting,
                                                 core::Progress& progress);

/// What lies in one band, or in one facility's part of it.
struct ServedCount {
    std::int64_t settlements = 0;    ///< by their representative places
    std::optional<double> families;  ///< known ones; missing without a families field, or where none is known
    std::optional<double> share;     ///< of all known families; of settlements where there is no families field
};

/// Counts over some settlements, made once.
class ServedCounts {
public:
    ServedCounts(const HealthQuestion& question, const ServiceBands& bands, const ServiceFindings& findings,
                 std::span<const std::uint32_t> members);

    /// Of a band or what is outside all, whichever facility is the nearest.
    [[nodiscard]] ServedCount of(std::uint32_t slot) const { return count(by_slot_[slot]); }
    /// Of a band, where this facility (a feature) is the nearest.
    [[nodiscard]] ServedCount of(std::uint32_t band, std::uint32_t facility) const {
        return count(by_facility_[facility * bands_ + band]);
    }
    /// All known families, or settlements where there is no families field: what shares are of.
    [[nodiscard]] double whole() const { return whole_; }

private:
    struct Sum {
        std::int64_t settlements = 0;
        double families = 0.0;
    };
    void add(const ServedPlace& place, const Sum& sum);
    [[nodiscard]] ServedCount count(const Sum& sum) const;

    std::uint32_t bands_ = 0;
    double whole_ = 0.0;
    bool families_are_known_ = false;
    std::vector<Sum> by_slot_;
    std::vector<Sum> by_facility_;  ///< bands only
};

}  // namespace desakota::analyses
