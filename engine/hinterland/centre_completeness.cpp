#include "engine/hinterland/centre_completeness.h"

#include <string>

namespace desakota::hinterland {
namespace {

/// The service that a facility gives; none for a sub-health centre that does not suffice.
std::optional<CentreService> service_of(CentreFacility kind, HealthCareRule health_care) {
    switch (kind) {
        case CentreFacility::JuniorHighSchool:
            return CentreService::JuniorHighSchool;
        case CentreFacility::HealthCentre:
            return CentreService::HealthCare;
        case CentreFacility::SubHealthCentre:
            if (health_care == HealthCareRule::HealthCentreOnly) return std::nullopt;
            return CentreService::HealthCare;
        case CentreFacility::DailyMarket:
            return CentreService::DailyMarket;
        case CentreFacility::PublicServices:
            return CentreService::PublicServices;
    }
    return std::nullopt;
}

}  // namespace

CentreCompleteness centre_completeness(std::span<const FacilityAtCentre> facilities, HealthCareRule health_care) {
    CentreCompleteness result;
    std::array<bool, kCentreServices> known_to_function{};
    for (const auto& facility : facilities) {
        const auto service = service_of(facility.kind, health_care);
        if (!service) continue;
        const auto place = static_cast<std::size_t>(*service);
        auto& state = result.services[place];
        ++(facility.functions.value_or(true) ? state.functioning : state.not_functioning);
        if (facility.functions == true) known_to_function[place] = true;
    }
    for (const auto& name : kCentreServiceNames) {
        const auto place = static_cast<std::size_t>(name.service);
        auto& state = result.services[place];
        if (state.functioning > 0) {
            state.state = ServiceState::State::Present;
            state.unsure = !known_to_function[place];
            result.unsure = result.unsure || state.unsure;
            ++result.present;
            continue;
        }
        if (state.not_functioning > 0) state.state = ServiceState::State::NotFunctioning;
        result.missing.push_back(name.service);
    }
    return result;
}

core::Text service_name(CentreService service) {
    const auto& name = kCentreServiceNames[static_cast<std::size_t>(service)];
    return {std::string(name.english), std::string(name.indonesian)};
}

}  // namespace desakota::hinterland
