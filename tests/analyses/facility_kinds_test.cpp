#include "engine/analyses/facility_kinds.h"

#include <gtest/gtest.h>

namespace desakota::analyses {
namespace {

TEST(FacilityKind, TellsAPuskesmasFromAPuskesmasPembantu) {
    EXPECT_EQ(facility_kind("Puskesmas Muara Telang"), "puskesmas");
    EXPECT_EQ(facility_kind("UPTD Puskesmas Sembawa"), "puskesmas");
    EXPECT_EQ(facility_kind("PUSKESMAS PEMBANTU Telang"), "pustu");
    EXPECT_EQ(facility_kind("Puskesmas-Pembantu"), "pustu");
    EXPECT_EQ(facility_kind("Pustu Puskesmas Telang"), "pustu");
    EXPECT_EQ(facility_kind("Poskesdes Mulyasari"), "poskesdes");
    EXPECT_EQ(facility_kind("RSUD Banyuasin"), "rumah_sakit");
}

TEST(FacilityKind, TakesWholeWordsOnlyAndTheFirstOfSeveral) {
    EXPECT_EQ(facility_kind("Karsa Sejahtera"), std::nullopt);
    EXPECT_EQ(facility_kind("Puskesmas Bidan Sari"), "puskesmas");
    EXPECT_EQ(facility_kind("Sembawa"), std::nullopt);
    EXPECT_EQ(facility_kind(""), std::nullopt);
}

TEST(KindSigns, LetOpenStreetMapsLooseKindsYieldToAName) {
    const auto named = kind_signs("clinic", "Puskesmas Telang");
    EXPECT_EQ(named.by_kind, std::nullopt);
    EXPECT_EQ(named.by_name, "puskesmas");
    EXPECT_EQ(kind_signs("clinic", "Sehat Bersama").by_kind, "klinik");
    EXPECT_EQ(kind_signs("Klinik", "Puskesmas Telang").by_kind, "klinik");
}

TEST(IsFunctioning, KnowsTheWordsForOutOfUse) {
    for (const auto* status :
         {"terbengkalai", "Tidak  Berfungsi", "TIDAK AKTIF", "rusak berat", "abandoned", "closed", "0", "false"}) {
        EXPECT_FALSE(is_functioning(status)) << status;
    }
    for (const auto* status : {"baik", "rusak ringan", "1", "true", "aktif"}) EXPECT_TRUE(is_functioning(status));
    EXPECT_TRUE(is_functioning(std::nullopt));
}

}  // namespace
}  // namespace desakota::analyses
