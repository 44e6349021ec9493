#include "engine/analyses/missing_system.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

#include "engine/analyses/places.h"

namespace desakota::analyses {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Reads every layer, and spoils its coordinates as analyses may.
Results read_all_layers(Arguments& arguments, RunContext& context) {
    for (auto& [parameter, layers] : arguments.layers) {
        for (auto& layer : layers) {
            static_cast<void>(read_places(layer, nullptr, context));
            for (auto& place : layer.geometry.all_coordinates()) place = {};
        }
    }
    context.diagnostics.throw_errors();
    return {};
}

std::vector<std::string> errors_of(TestRun& run) {
    try {
        with_system_candidates(read_all_layers)(run.arguments, run.context);
    } catch (const core::Error& error) {
        EXPECT_EQ(error.status(), core::ExitStatus::UnfitInput);
        std::vector<std::string> texts;
        for (const auto& problem : error.problems()) {
            EXPECT_NE(problem.english, problem.indonesian);
            texts.push_back(problem.english);
        }
        return texts;
    }
    return {};
}

LayerMaker utm_places() {
    return LayerMaker("desa.shp", "").points({{461646, 9729722}}).points({{471646, 9739722}});
}

TEST(MissingSystem, NamesTheSystemUnderWhichTheLayersMeet) {
    TestRun run;
    run.add("settlements", utm_places());
    run.add("facilities", LayerMaker("puskesmas.csv").points({{104.6, -2.5}}).points({{104.8, -2.3}}));
    EXPECT_THAT(errors_of(run),
                ElementsAre(AllOf(HasSubstr("desa.shp: the layer has no coordinate system (is its .prj file missing?)"),
                                  HasSubstr("it would meet under: |crs=EPSG:32748 (WGS 84 / UTM zone 48S, 100 % in "
                                            "common). Of EPSG:32748, the same on DGN95 (EPSG:23878) or SRGI2013 "
                                            "(EPSG:9488) lies within about a metre, on ID74 (EPSG:23888) tens of "
                                            "metres away; another zone lies elsewhere"),
                                  HasSubstr("Ask who made the layer"))));
}

TEST(MissingSystem, NamesThePlacesOfAllZonesWhereNothingElseHasASystem) {
    TestRun run;
    run.add("settlements", utm_places());
    EXPECT_THAT(errors_of(run),
                ElementsAre(AllOf(HasSubstr("No other layer of this run has one to compare with. In Indonesia it would "
                                            "lie under: |crs=EPSG:32747 (WGS 84 / UTM zone 47S, longitude 98.70, "
                                            "latitude -2.40); |crs=EPSG:32748 "),
                                  HasSubstr("|crs=EPSG:32754 "), Not(HasSubstr("more.")))));
}

TEST(MissingSystem, CountsTheZonesThatItDoesNotList) {
    TestRun run;
    run.add("settlements", LayerMaker("desa.shp", "").points({{200000, 1200000}}).points({{210000, 1210000}}));
    EXPECT_THAT(errors_of(run), ElementsAre(AllOf(HasSubstr("|crs=EPSG:23830 "), HasSubstr("|crs=EPSG:23838 "),
                                                  Not(HasSubstr("|crs=EPSG:23839 ")), HasSubstr("; and 7 more."))));
}

TEST(MissingSystem, SaysWhereNoSystemFits) {
    TestRun run;
    run.add("settlements", utm_places());
    run.add("facilities", LayerMaker("puskesmas.csv").points({{4.9, 52.3}}));
    EXPECT_THAT(errors_of(run),
                ElementsAre(HasSubstr("Under none of the systems in use in Indonesia (degrees, UTM, TM-3, "
                                      "Web Mercator) would it meet the other layers")));
    TestRun alone;
    alone.add("settlements", LayerMaker("desa.shp", "").points({{4.9, 52.3}}));
    EXPECT_THAT(errors_of(alone), ElementsAre(HasSubstr("would it lie there: check its coordinates")));
}

TEST(MissingSystem, TellsOfEveryLayerAndKeepsOtherErrors) {
    TestRun run;
    run.add("a", utm_places());
    run.add("b", LayerMaker("leer.gpkg"));
    run.add("c", LayerMaker("jalan.shp", "").points({{104.7, -2.4}}));
    run.add("d", LayerMaker("puskesmas.csv").points({{104.6, -2.5}}).points({{104.8, -2.3}}));
    EXPECT_THAT(errors_of(run), ElementsAre(HasSubstr("|crs=EPSG:32748"), Not(HasSubstr("crs")),
                                            AllOf(HasSubstr("|crs=EPSG:4326"), HasSubstr("(EPSG:4755)"))));
}

TEST(MissingSystem, LeavesARunAloneThatNeedsNoPlaces) {
    TestRun run;
    run.add("settlements", utm_places());
    const auto answer = [](Arguments&, RunContext&) { return Results{.summary = {core::same_text("42")}}; };
    EXPECT_EQ(with_system_candidates(answer)(run.arguments, run.context).summary.front().english, "42");
    TestRun placed;
    placed.add("settlements", LayerMaker("desa.gpkg").points({{104.7, -2.4}}));
    EXPECT_THAT(errors_of(placed), IsEmpty());
}

TEST(MissingSystem, LeavesACancelACancel) {
    TestRun run;
    run.add("settlements", utm_places());
    const auto cancelled = [](Arguments&, RunContext&) -> Results { throw core::Cancelled(); };
    EXPECT_THROW(with_system_candidates(cancelled)(run.arguments, run.context), core::Cancelled);
}

}  // namespace
}  // namespace desakota::analyses
