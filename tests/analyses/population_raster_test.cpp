#include "engine/analyses/population_raster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"
#include "tests/support/for_each_seed.h"

#include "engine/geo/grid_polygon.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

void add_polygon(Settlements& settlements, const std::vector<geo::Point>& outline) {
    settlements.ids.push_back(std::to_string(settlements.ids.size()));
    if (!outline.empty()) settlements.geometry.add_part(geo::PartRole::OuterRing, outline);
    settlements.geometry.end_feature();
}

TEST(PopulationRaster, WeighsTheCellsInsideAPolygon) {
    TestRun run;
    Settlements settlements;
    add_polygon(settlements, {metres(0, 0), metres(100, 0), metres(0, 100), metres(0, 0)});
    add_polygon(settlements, {});
    run.add("population-raster", LayerMaker("p.tif")
                                     .points({metres(10, 10)})
                                     .points({metres(20, 60)})
                                     .points({metres(90, 90)})
                                     .points({metres(30, 30)})
                                     .numbers("value", {1, 3, 100, 0}));
    const auto cells = read_population(run.arguments, settlements, run.context).places;
    EXPECT_EQ(cells.first, (std::vector<std::uint32_t>{0, 2, 2}));
    EXPECT_THAT(cells.weights, ElementsAre(0.25, 0.75));
    EXPECT_EQ(cells.places[1], geo::to_grid(metres(20, 60)));
    EXPECT_THAT(run.errors(), ElementsAre());
}

TEST(PopulationRaster, RefusesNegativeValues) {
    TestRun run;
    Settlements settlements;
    add_polygon(settlements, {metres(0, 0), metres(100, 0), metres(0, 100), metres(0, 0)});
    run.add("population-raster",
            LayerMaker("p.tif").points({metres(10, 10)}).points({metres(20, 60)}).numbers("value", {-9999, -1}));
    static_cast<void>(read_population(run.arguments, settlements, run.context));
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("2 cells hold a value that cannot be a number of people, such as "
                                                    "-9999")));
}

TEST(PopulationRaster, FindsEveryCellOfRandomPolygons) {
    test_support::for_each_seed(50, [](test_support::Random& random) {
        TestRun run;
        Settlements settlements;
        const auto corner = [&] { return metres(random.between(0, 5000), random.between(0, 5000)); };
        for (int i = 0; i < 5; ++i) {
            const auto first = corner();
            add_polygon(settlements, {first, corner(), corner(), first});
        }
        LayerMaker raster("p.tif");
        std::vector<double> values;
        std::vector<std::size_t> expected(settlements.size(), 0);
        for (int i = 0; i < 300; ++i) {
            const auto cell = corner();
            raster.points({cell});
            values.push_back(random.chance(0.3) ? 0.0 : random.between(0.1, 9.0));
            for (std::size_t j = 0; j < settlements.size(); ++j) {
                const geo::GridPolygon polygon(settlements.geometry, j);
                if (values.back() > 0.0 && polygon.contains(geo::to_grid(cell))) ++expected[j];
            }
        }
        run.add("population-raster", raster.numbers("value", values));
        const auto cells = read_population(run.arguments, settlements, run.context).places;
        for (std::size_t j = 0; j < settlements.size(); ++j) {
            EXPECT_EQ(cells.first[j + 1] - cells.first[j], expected[j]);
        }
    });
}

}  // namespace
}  // namespace desakota::analyses
