#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/core/text.h"

namespace desakota::hinterland {

/// What the centre of an SKP (satuan kawasan pengembangan) must have at least.
///
/// Source: the manual of performance indicators (indikator kinerja utama) of the ministry for villages, on centres of
/// SKP.
enum class CentreService : std::uint8_t { JuniorHighSchool, HealthCare, DailyMarket, PublicServices };
inline constexpr std::size_t kCentreServices = 4;

struct CentreServiceName {
    CentreService service = CentreService::JuniorHighSchool;
    std::string_view code;
    std::string_view english;
    std::string_view indonesian;
};
inline constexpr std::array<CentreServiceName, kCentreServices> kCentreServiceNames{{
    {CentreService::JuniorHighSchool, "junior_high_school", "junior high school (SMP)",
     "sekolah menengah pertama (SMP)"},
    {CentreService::HealthCare, "health_care", "health care of the level of a health centre (puskesmas)",
     "pelayanan kesehatan setingkat puskesmas"},
    {CentreService::DailyMarket, "daily_market", "daily market", "pasar harian"},
    {CentreService::PublicServices, "public_services", "public services of the scale of the SKP",
     "pelayanan umum skala SKP"},
}};

/// What a facility is, as far as it matters here. A sub-health centre is a puskesmas pembantu (pustu).
enum class CentreFacility : std::uint8_t {
    JuniorHighSchool,
    HealthCentre,
    SubHealthCentre,
    DailyMarket,
    PublicServices
};

struct FacilityAtCentre {
    CentreFacility kind = CentreFacility::JuniorHighSchool;
    std::optional<bool> functions;  ///< missing: nothing is known, taken to function
};

/// Sources differ on which facility gives health care of the level of a puskesmas.
enum class HealthCareRule : std::uint8_t { HealthCentreOnly, SubHealthCentreSuffices };

struct ServiceState {
    enum class State : std::uint8_t {
        Present,
        NotFunctioning,  ///< facilities are there, and none functions: counts as absent
        Absent,
    };
    State state = State::Absent;
    std::size_t functioning = 0;  ///< facilities
    std::size_t not_functioning = 0;
    bool unsure = false;  ///< present only by facilities of which it is not known whether they function
};

struct CentreCompleteness {
    std::array<ServiceState, kCentreServices> services;  ///< in the order of CentreService
    std::size_t present = 0;                             ///< 0 to 4
    std::vector<CentreService> missing;                  ///< absent or not functioning
    bool unsure = false;                                 ///< some service is

    [[nodiscard]] bool is_complete() const { return missing.empty(); }
};

/// Of one centre, from the facilities that belong to it.
[[nodiscard]] CentreCompleteness centre_completeness(std::span<const FacilityAtCentre> facilities,
                                                     HealthCareRule health_care);

[[nodiscard]] core::Text service_name(CentreService service);

}  // namespace desakota::hinterland
