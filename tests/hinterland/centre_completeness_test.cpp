#include "engine/hinterland/centre_completeness.h"

#include <gtest/gtest.h>
#include <set>

namespace desakota::hinterland {
namespace {

using State = ServiceState::State;
using Services = std::vector<CentreService>;

const ServiceState& state_of(const CentreCompleteness& completeness, CentreService service) {
    return completeness.services[static_cast<std::size_t>(service)];
}

TEST(CentreCompleteness, AsksForFourServices) {
    const std::vector<FacilityAtCentre> facilities{{CentreFacility::JuniorHighSchool, true},
                                                   {CentreFacility::HealthCentre, true},
                                                   {CentreFacility::DailyMarket, true},
                                                   {CentreFacility::PublicServices, true}};
    const auto completeness = centre_completeness(facilities, HealthCareRule::HealthCentreOnly);
    EXPECT_TRUE(completeness.is_complete());
    EXPECT_EQ(completeness.present, 4U);
    EXPECT_FALSE(completeness.unsure);
}

TEST(CentreCompleteness, OfNoFacilityLacksAll) {
    const auto completeness = centre_completeness({}, HealthCareRule::SubHealthCentreSuffices);
    EXPECT_EQ(completeness.present, 0U);
    EXPECT_EQ(completeness.missing, (Services{CentreService::JuniorHighSchool, CentreService::HealthCare,
                                              CentreService::DailyMarket, CentreService::PublicServices}));
    for (const auto& state : completeness.services) EXPECT_EQ(state.state, State::Absent);
}

TEST(CentreCompleteness, TakesASubHealthCentreForHealthCareOnlyWhereItSuffices) {
    const std::vector<FacilityAtCentre> facilities{{CentreFacility::SubHealthCentre, true}};
    const auto strict = centre_completeness(facilities, HealthCareRule::HealthCentreOnly);
    EXPECT_EQ(state_of(strict, CentreService::HealthCare).state, State::Absent);
    const auto mild = centre_completeness(facilities, HealthCareRule::SubHealthCentreSuffices);
    EXPECT_EQ(state_of(mild, CentreService::HealthCare).state, State::Present);
}

TEST(CentreCompleteness, CountsAFacilityThatDoesNotFunctionAsAbsent) {
    const std::vector<FacilityAtCentre> facilities{{CentreFacility::DailyMarket, false},
                                                   {CentreFacility::DailyMarket, false}};
    const auto completeness = centre_completeness(facilities, HealthCareRule::HealthCentreOnly);
    const auto& market = state_of(completeness, CentreService::DailyMarket);
    EXPECT_EQ(market.state, State::NotFunctioning);
    EXPECT_EQ(market.not_functioning, 2U);
    EXPECT_EQ(completeness.missing.size(), 4U);
}

TEST(CentreCompleteness, IsServedByOneFunctioningFacilityAmongOthers) {
    const std::vector<FacilityAtCentre> facilities{{CentreFacility::DailyMarket, false},
                                                   {CentreFacility::DailyMarket, true},
                                                   {CentreFacility::DailyMarket, std::nullopt}};
    const auto completeness = centre_completeness(facilities, HealthCareRule::HealthCentreOnly);
    const auto& market = state_of(completeness, CentreService::DailyMarket);
    EXPECT_EQ(market.state, State::Present);
    EXPECT_EQ(market.functioning, 2U);
    EXPECT_FALSE(market.unsure);
}

TEST(CentreCompleteness, IsUnsureWhereNothingIsKnownOfTheOnlyFacilities) {
    const std::vector<FacilityAtCentre> facilities{{CentreFacility::JuniorHighSchool, std::nullopt}};
    const auto completeness = centre_completeness(facilities, HealthCareRule::HealthCentreOnly);
    EXPECT_EQ(completeness.present, 1U);
    EXPECT_TRUE(completeness.unsure);
    EXPECT_TRUE(state_of(completeness, CentreService::JuniorHighSchool).unsure);
}

TEST(CentreServices, AreNamedInBothLanguagesInTheirOrder) {
    std::set<std::string_view> codes;
    for (std::size_t i = 0; i < kCentreServices; ++i) {
        const auto& name = kCentreServiceNames[i];
        EXPECT_EQ(static_cast<std::size_t>(name.service), i);
        codes.insert(name.code);
        EXPECT_EQ(service_name(name.service), (core::Text{std::string(name.english), std::string(name.indonesian)}));
    }
    EXPECT_EQ(codes.size(), kCentreServices);
}

}  // namespace
}  // namespace desakota::hinterland
