#include "engine/analyses/settlements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StrEq;

LayerMaker two_villages() {
    return LayerMaker("settlements.gpkg")
        .points({{105, -2}})
        .points({{105.1, -2}})
        .texts("nama", {"Mulyasari", "Telang"});
}

TestRun& with_families(TestRun& run, const LayerMaker& maker) {
    run.add("settlements", maker);
    run.find("name-field", "nama");
    run.find("families-field", "kk");
    return run;
}

TEST(ReadSettlements, BringsTogetherWhatIsKnownOfEach) {
    TestRun run;
    with_families(run, two_villages().whole_numbers("kk", {300, 0}).texts("kecamatan", {"A", ""}));
    run.arguments.fields["group-field"] = {{"kecamatan"}};
    const auto settlements = read_settlements(run.arguments, FamiliesUse::Needed, run.context);
    EXPECT_THAT(settlements.ids, ElementsAre("1", "2"));
    EXPECT_THAT(settlements.names, ElementsAre("Mulyasari", "Telang"));
    EXPECT_THAT(settlements.families, ElementsAre(300.0, 0.0));
    ASSERT_EQ(settlements.groups.size(), 1U);
    EXPECT_THAT(settlements.groups[0].values, ElementsAre("A", std::nullopt));
    EXPECT_EQ(settlements.places[1], (geo::GridPoint{105'100'000'000, -2'000'000'000}));
    EXPECT_THAT(run.warnings(), IsEmpty());
    EXPECT_EQ(run.arguments.layer("settlements")->geometry.size(), 2U);
}

TEST(ReadSettlements, RefusesNegativeFamiliesAndNamesTheSettlement) {
    TestRun run;
    with_families(run, two_villages().whole_numbers("kk", {-3, 5}));
    (void)read_settlements(run.arguments, FamiliesUse::Needed, run.context);
    EXPECT_THAT(run.errors(), ElementsAre(StrEq("settlements.gpkg, fid 1 \"Mulyasari\": families is -3; a count cannot "
                                                "be negative. Correct the value or leave it empty.")));
}

TEST(ReadSettlements, ReadsFamiliesWrittenAsText) {
    TestRun run;
    with_families(run, two_villages().texts("kk", {"1.234", ""}));
    const auto settlements = read_settlements(run.arguments, FamiliesUse::Needed, run.context);
    EXPECT_THAT(settlements.families, ElementsAre(1234.0, std::nullopt));
}

TEST(ReadSettlements, RefusesTextThatIsNoNumber) {
    TestRun run;
    with_families(run, two_villages().texts("kk", {"12a", "7"}));
    (void)read_settlements(run.arguments, FamiliesUse::Needed, run.context);
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("families is \"12a\"")));
}

TEST(ReadSettlements, WarnsOnceWithoutAFamiliesFieldWhereFamiliesAreNeeded) {
    TestRun needed;
    needed.add("settlements", two_villages().whole_numbers("penduduk", {900, 800}));
    const auto settlements = read_settlements(needed.arguments, FamiliesUse::Needed, needed.context);
    EXPECT_FALSE(settlements.has_families);
    EXPECT_THAT(settlements.families, ElementsAre(std::nullopt, std::nullopt));
    EXPECT_THAT(needed.warnings(),
                ElementsAre(HasSubstr(
                    "Population, households (rumah tangga) and RT (rukun tetangga) are not taken for families")));
    TestRun not_needed;
    not_needed.add("settlements", two_villages());
    (void)read_settlements(not_needed.arguments, FamiliesUse::NotNeeded, not_needed.context);
    EXPECT_THAT(not_needed.warnings(), IsEmpty());
}

TEST(ReadSettlements, TakesTheFirstOfSeveralPointsAndSaysSo) {
    TestRun run;
    run.add("settlements", LayerMaker("desa.gpkg").points({{105, -2}, {105.2, -2}, {105.3, -2}}).points({{106, -2}}));
    const auto settlements = read_settlements(run.arguments, FamiliesUse::NotNeeded, run.context);
    EXPECT_EQ(settlements.places[0], (geo::GridPoint{105'000'000'000, -2'000'000'000}));
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("at the first: fid 1.")));
}

}  // namespace
}  // namespace desakota::analyses
