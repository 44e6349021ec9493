#include "engine/analyses/facilities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LayerMaker facilities(std::size_t count) {
    LayerMaker maker("faskes.gpkg");
    for (std::size_t i = 0; i < count; ++i) maker.points({{105.0 + 0.1 * static_cast<double>(i), -2.0}});
    return maker;
}

TestRun& prepare(TestRun& run, const LayerMaker& maker, const std::string& count_as = "puskesmas") {
    run.add("facilities", maker);
    run.find("facility-name-field", "nama");
    run.arguments.texts["count-as"] = count_as;
    return run;
}

TEST(ReadFacilities, LeavesOutByNameWhatNamesAnotherKind) {
    TestRun run;
    prepare(run, facilities(4).texts("nama", {"Puskesmas Telang", "Pustu Mulyasari", "Sembawa", ""}));
    const auto read = read_facilities(run.arguments, run.context);
    EXPECT_THAT(read.counts, ElementsAre(true, false, true, true));
    EXPECT_THAT(read.any_kind(), ElementsAre(true, true, true, true));
    EXPECT_EQ(read.destinations.kinds[1], "pustu");
    EXPECT_THAT(run.told(core::Severity::Information),
                ElementsAre(AllOf(HasSubstr("counted as puskesmas: kind not given (2), \"puskesmas\" (1)"),
                                  HasSubstr("other kinds: \"pustu\" (1)"))));
}

TEST(ReadFacilities, LeavesOutByKindOrName) {
    TestRun run;
    prepare(run, facilities(5)
                     .texts("nama", {"Telang", "Puskesmas Pembantu Sari", "Kota", "Puskesmas Betung", "Lama"})
                     .texts("jenis", {"Puskesmas", "Puskesmas", "RSUD", "clinic", "Rawat Inap"}));
    run.find("facility-kind-field", "jenis");
    EXPECT_THAT(read_facilities(run.arguments, run.context).counts, ElementsAre(true, false, false, true, true));
}

TEST(ReadFacilities, CountsTheKindsThatTheUserChooses) {
    TestRun run;
    prepare(run, facilities(4).texts("nama", {"A", "B", "C", "D"}).texts("jenis", {"Pustu", "Puskesmas", "Apung", ""}),
            "pustu, apung");
    run.find("facility-kind-field", "jenis");
    EXPECT_THAT(read_facilities(run.arguments, run.context).counts, ElementsAre(true, false, true, true));
}

TEST(ReadFacilities, RefusesALayerInWhichNothingCounts) {
    TestRun run;
    prepare(run, facilities(3).texts("nama", {"Pustu A", "Pustu B", "Klinik C"}));
    (void)read_facilities(run.arguments, run.context);
    EXPECT_THAT(run.errors(), ElementsAre(AllOf(HasSubstr("no facility is left"), HasSubstr("\"pustu\" (2)"),
                                                HasSubstr("\"klinik\" (1)"))));
}

TEST(ReadFacilities, TellsWhatFunctionsFromWhatIsThereOnPaper) {
    TestRun run;
    prepare(run, facilities(3)
                     .texts("nama", {"Puskesmas A", "Puskesmas B", "Pustu C"})
                     .texts("status", {"Terbengkalai", "rusak ringan", ""}));
    run.find("facility-status-field", "status");
    const auto read = read_facilities(run.arguments, run.context);
    EXPECT_THAT(read.counting(), ElementsAre(false, true, false));
    EXPECT_THAT(read.on_paper(), ElementsAre(true, true, false));
    EXPECT_THAT(read.any_kind(), ElementsAre(false, true, true));
    EXPECT_THAT(run.told(core::Severity::Information),
                testing::Contains(
                    AllOf(HasSubstr("function: \"rusak ringan\" (1)"), HasSubstr("do not: \"Terbengkalai\" (1)"))));
    EXPECT_THAT(
        run.told(core::Severity::Information),
        testing::Contains(HasSubstr(": of 2 counted as puskesmas, 1 left out as not functioning: Puskesmas A.")));
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(ReadFacilities, RefusesALayerInWhichNothingThatCountsFunctions) {
    TestRun run;
    prepare(run, facilities(1).texts("nama", {"Puskesmas A"}).texts("status", {"closed"}));
    run.find("facility-status-field", "status");
    (void)read_facilities(run.arguments, run.context);
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("no facility that counts as puskesmas functions")));
}

}  // namespace
}  // namespace desakota::analyses
