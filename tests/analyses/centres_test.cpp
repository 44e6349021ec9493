#include "engine/analyses/centres.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LayerMaker three_centres() {
    return LayerMaker("pusat.gpkg")
        .points({{105, -2}})
        .points({{105.1, -2}})
        .points({{105.2, -2}})
        .texts("kode", {"P1", "P2", "P3"})
        .texts("nama", {"Mulyasari", "Telang", "Mulyasari"});
}

Centres read(TestRun& run, const LayerMaker& centres, const std::vector<std::string>& named) {
    LayerMaker settlements("desa.gpkg");
    for (std::size_t i = 0; i < named.size(); ++i) settlements.points({{105, -2}});
    run.add("settlements", settlements.texts("pusat", named));
    run.add("centres", centres);
    run.find("centre-id-field", "kode");
    run.find("centre-name-field", "nama");
    const auto read_settlements_first = read_settlements(run.arguments, FamiliesUse::NotNeeded, run.context);
    return read_centres(run.arguments, read_settlements_first, run.context);
}

TEST(ReadCentres, AreNamedByIdOrByName) {
    TestRun run;
    run.name("centre-field", "pusat");
    const auto centres = read(run, three_centres(), {"P2", "mulyasari", ""});
    EXPECT_THAT(centres.named, ElementsAre(ElementsAre(1), ElementsAre(0, 2), IsEmpty()));
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(ReadCentres, ListCentresThatAreNotThere) {
    TestRun run;
    run.name("centre-field", "pusat");
    (void)read(run, three_centres(), {"P9", "P9", "Telang"});
    EXPECT_THAT(run.errors(), ElementsAre(AllOf(HasSubstr("\"P9\" (2)"), HasSubstr("not in pusat.gpkg"))));
}

TEST(ReadCentres, NameNoneWithoutTheField) {
    TestRun run;
    EXPECT_THAT(read(run, three_centres(), {"P9"}).named, IsEmpty());
}

TEST(ReadCentres, AreChosenByLevel) {
    TestRun run;
    run.name("centre-level-field", "tingkat");
    const auto centres = read(run, three_centres().texts("tingkat", {"SKP", "kabupaten", " skp "}), {""});
    EXPECT_TRUE(centres.has_levels);
    EXPECT_THAT(centres.of_level(CentreLevel::Skp), ElementsAre(true, false, true));
    EXPECT_THAT(centres.of_level(CentreLevel::Kawasan), ElementsAre(false, false, false));
    EXPECT_THAT(centres.of_level(std::nullopt), ElementsAre(true, true, true));
    EXPECT_EQ(centres.destinations.kinds[0], "skp");
}

TEST(ReadCentres, RefuseALevelThatIsNoneOfTheThree) {
    TestRun run;
    run.name("centre-level-field", "tingkat");
    (void)read(run, three_centres().texts("tingkat", {"skp", "provinsi", ""}), {""});
    EXPECT_THAT(run.errors(), ElementsAre(AllOf(HasSubstr("\"provinsi\" (1)"), HasSubstr("empty (1)"))));
}

}  // namespace
}  // namespace desakota::analyses
