#include "engine/analyses/centre_facility_kinds.h"

#include <gtest/gtest.h>

namespace desakota::analyses {
namespace {

using hinterland::CentreFacility;

std::optional<CentreFacility> of_kind(const std::string& kind) {
    return centre_facility(kind, std::nullopt);
}

TEST(CentreFacilityKinds, KnowJuniorHighSchools) {
    for (const auto* kind : {"SMP", "MTs", "SLTP", "jumlah_smp", "smp_mts", "Junior high school", "SD-SMP Satu Atap",
                             "Madrasah Tsanawiyah", "MTsN 2"}) {
        EXPECT_EQ(of_kind(kind), CentreFacility::JuniorHighSchool) << kind;
    }
}

TEST(CentreFacilityKinds, TellHealthCentresFromSubHealthCentres) {
    for (const auto* kind : {"Puskesmas", "PKM", "health centre", "RSUD", "jml_puskesmas"}) {
        EXPECT_EQ(of_kind(kind), CentreFacility::HealthCentre) << kind;
    }
    for (const auto* kind : {"Pustu", "Puskesmas Pembantu", "sub-health centre"}) {
        EXPECT_EQ(of_kind(kind), CentreFacility::SubHealthCentre) << kind;
    }
}

TEST(CentreFacilityKinds, TellDailyMarketsFromOthers) {
    for (const auto* kind : {"Pasar harian", "pasar", "Daily market", "market"}) {
        EXPECT_EQ(of_kind(kind), CentreFacility::DailyMarket) << kind;
    }
    for (const auto* kind : {"Pasar mingguan", "weekly market", "Pasar hewan", "pasar malam", "mini market"}) {
        EXPECT_EQ(of_kind(kind), std::nullopt) << kind;
    }
}

TEST(CentreFacilityKinds, KnowPublicServices) {
    for (const auto* kind : {"Kantor SKP", "Kantor Camat", "kantor kecamatan", "Balai Desa", "pelayanan umum",
                             "village office", "kantor"}) {
        EXPECT_EQ(of_kind(kind), CentreFacility::PublicServices) << kind;
    }
    for (const auto* kind : {"Kantor Pos", "Bank", "post office"}) EXPECT_EQ(of_kind(kind), std::nullopt) << kind;
}

TEST(CentreFacilityKinds, LeaveOtherKindsOut) {
    for (const auto* kind : {"SD", "SMA", "polindes", "posyandu", "masjid", "terminal", "Kios pasar", "apa saja"}) {
        EXPECT_EQ(of_kind(kind), std::nullopt) << kind;
    }
}

TEST(CentreFacilityKinds, AskTheNameWhereTheKindLeavesItOpen) {
    EXPECT_EQ(centre_facility(std::nullopt, "SMP Negeri 1"), CentreFacility::JuniorHighSchool);
    EXPECT_EQ(centre_facility("sekolah", "SMP Negeri 1"), CentreFacility::JuniorHighSchool);
    EXPECT_EQ(centre_facility("sekolah", "SD Negeri 1"), std::nullopt);
    EXPECT_EQ(centre_facility("pendidikan", "MTs Telang"), CentreFacility::JuniorHighSchool);
    EXPECT_EQ(centre_facility("pasar", "Pasar Mingguan Telang"), std::nullopt);
    EXPECT_EQ(centre_facility("pasar", "Pasar Telang"), CentreFacility::DailyMarket);
    EXPECT_EQ(centre_facility("kantor", "Kantor Pos Telang"), std::nullopt);
    EXPECT_EQ(centre_facility("Pasar harian", "Pasar Mingguan"), CentreFacility::DailyMarket) << "the kind is plain";
    EXPECT_EQ(centre_facility("Pustu", "Puskesmas Telang"), CentreFacility::SubHealthCentre);
    EXPECT_EQ(centre_facility(std::nullopt, std::nullopt), std::nullopt);
}

}  // namespace
}  // namespace desakota::analyses
