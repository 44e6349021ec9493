#include "engine/io/short_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::io {
namespace {

using testing::ElementsAre;

TEST(ShortNames, StayWhereTheyFit) {
    EXPECT_THAT(short_names({"network_m", "Kode_Desa1", "id"}), ElementsAre("network_m", "Kode_Desa1", "id"));
}

TEST(ShortNames, LoseTheVowelsInsideWords) {
    EXPECT_THAT(short_names({"settlement_id", "share_beyond", "reason_of_all", "unconnected"}),
                ElementsAre("sttlmnt_id", "shr_bynd", "rsn_of_all", "uncnnctd"));
}

TEST(ShortNames, KeepTheUnitAtTheEnd) {
    EXPECT_THAT(short_names({"nearest_facility_m", "nearest_facility_name", "settlements_unknown", "straightforward"}),
                ElementsAre("nrst_fcl_m", "nrst_fc_nm", "sttlmnts_u", "strghtfrwr"));
}

TEST(ShortNames, AreToldApartByNumbersAndLeaveShortOnesAlone) {
    EXPECT_THAT(short_names({"distance_to_centre_m", "distance_to_centres_m", "dstnc_to_m", "DSTNC_TO_M"}),
                ElementsAre("dstnc_t_m", "dstnc_t_m2", "dstnc_to_m", "DSTNC_TO_2"));
}

TEST(ShortNames, HoldPlainLettersOnly) {
    EXPECT_THAT(short_names({"jarak (km)", "désa", "", "a-b"}), ElementsAre("jarak__km_", "d_sa", "_", "a_b"));
}

TEST(ShortNames, AreUniqueForAnyNumber) {
    std::vector<std::string> names(1200, "the_same_long_name_m");
    const auto found = short_names(names);
    EXPECT_EQ(found[1199], "th_sm_1200");
    EXPECT_EQ(std::set<std::string>(found.begin(), found.end()).size(), 1200U);
}

}  // namespace
}  // namespace desakota::io
