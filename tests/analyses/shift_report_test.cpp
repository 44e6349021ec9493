#include "engine/analyses/shift_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

#include "engine/analyses/places.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TestRun& placed(TestRun& run, const std::string& crs, const geo::Point& place) {
    static_cast<void>(read_places(LayerMaker("desa.shp", crs).points({place}).make(), nullptr, run.context));
    return run;
}

TEST(ShiftReport, TellsOfTheNationalDatumAsInformation) {
    TestRun run;
    placed(run, "EPSG:23833", {333463.439, 1234588.185});
    EXPECT_THAT(run.warnings(), IsEmpty());
    EXPECT_THAT(
        run.told(core::Severity::Information),
        ElementsAre("desa.shp: places are converted from DGN95 / Indonesia TM-3 zone 48.1 (EPSG:23833) to WGS "
                    "84. The shift used (DGN95 to WGS 84 (1)) has an accuracy of 1 m and leaves them where they "
                    "are: nothing that matters for distances."));
}

TEST(ShiftReport, WarnsOfTheOldDatum) {
    TestRun run;
    placed(run, "EPSG:23888", {500000.0, 9723628.0});
    EXPECT_THAT(run.told(core::Severity::Information), IsEmpty());
    EXPECT_THAT(
        run.warnings(),
        ElementsAre("desa.shp: places are converted from ID74 / UTM zone 48S (EPSG:23888) to WGS 84. The shift "
                    "used (ID74 to WGS 84 (3)) has an accuracy of 3 m and moves them by 27 m: distances to other "
                    "layers may be off by its accuracy."));
}

TEST(ShiftReport, SaysNothingWhereTheDatumIsTheSame) {
    TestRun run;
    placed(placed(run, "EPSG:32748", {500000.0, 9723628.0}), "EPSG:4326", {105.0, -2.5});
    EXPECT_THAT(run.diagnostics.items(), IsEmpty());
}

TEST(ShiftReport, SaysItOnceOfALayer) {
    TestRun run;
    placed(placed(run, "EPSG:4238", {105.0, -2.5}), "EPSG:4238", {105.0, -2.5});
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("ID74 (EPSG:4238)")));
}

TEST(ShiftReport, WarnsOfWhatIsNotKnown) {
    TestRun run;
    report_shift("desa.shp", "EPSG:4238", {105.0, -2.5}, {.name = "Ballpark"}, run.diagnostics);
    EXPECT_THAT(run.warnings(),
                ElementsAre(HasSubstr("The shift used (Ballpark) has an unknown accuracy and moves them "
                                      "by 27 m: compare the layer with others on the map.")));
}

}  // namespace
}  // namespace desakota::analyses
