#include "engine/analyses/mended_roads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"
#include "tests/support/for_each_seed.h"
#include "tests/support/random_network.h"

#include "engine/analyses/check_network.h"
#include "engine/analyses/distance_to_centre.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;

struct CheckRun : MiniRun {
    explicit CheckRun(layers::Layer roads) : MiniRun(describe_check_network()) {
        arguments.layers["roads"].push_back(std::move(roads));
        arguments.yes_no["mended"] = true;
    }
    layers::Layer mended() { return layer_of(run(), "check_network_mended"); }
};

TEST(MendedRoads, HaveAVertexWhereLinesMeetAndALineAcrossEachGap) {
    const auto roads = LayerMaker("jalan")
                           .line({metres(0), metres(1000)})
                           .line({metres(1003), metres(2000)})
                           .line({metres(500, -100), metres(500, 100)})
                           .line({metres(0, 5000), metres(900, 5000)})
                           .texts("kelas", {"aspal", "tanah", "tanah", "tanah"})
                           .make();
    CheckRun run(roads);
    run.find("class-field", "kelas");
    const auto layer = run.mended();
    EXPECT_THAT(values_of(layer, "change"), ElementsAre("vertices", "none", "vertices", "none", "join"));
    EXPECT_THAT(values_of(layer, "join"), ElementsAre("0", "0", "0", "0", "1"));
    EXPECT_THAT(values_of(layer, "kelas"), ElementsAre("aspal", "tanah", "tanah", "tanah", "aspal"));
    EXPECT_THAT(values_of(layer, "source_feature"), ElementsAre("1", "2", "3", "4", "1"));
    EXPECT_EQ(layer.geometry.coordinates(0).size(), 3U);
    EXPECT_EQ(layer.geometry.coordinates(4).size(), 2U);
    EXPECT_EQ(layer.crs, roads.crs);
}

TEST(MendedRoads, AreGivenOnlyWhereAskedFor) {
    CheckRun run(LayerMaker("jalan").line({metres(0), metres(1000)}).make());
    run.arguments.yes_no["mended"] = false;
    EXPECT_EQ(run.run().layers.size(), 2U);
}

TEST(MendedRoads, LeaveRiversOut) {
    CheckRun run(LayerMaker("jalan").line({metres(0), metres(1000)}).make());
    run.add("rivers", LayerMaker("sungai").line({metres(1010), metres(1010, 3000)}));
    EXPECT_THAT(values_of(run.mended(), "source_layer"), ElementsAre("jalan"));
}

/// Roads with levels, one-way roads and all faults of real layers.
layers::Layer roads_of(const test_support::RandomNetwork& network) {
    LayerMaker maker("roads");
    std::vector<std::int64_t> levels;
    std::vector<std::string> one_way;
    for (const auto& line : network.lines) {
        maker.line(line.points);
        levels.push_back(line.level);
        one_way.push_back(line.one_way == 0 ? "" : std::to_string(line.one_way));
    }
    return maker.whole_numbers("layer", levels).texts("oneway", one_way).make();
}

void find_fields(MiniRun& run) {
    run.find("level-field", "layer");
    run.find("direction-field", "oneway");
}

std::vector<std::optional<double>> distances(layers::Layer roads, bool is_mended,
                                             const test_support::RandomNetwork& network) {
    MiniRun run(describe_distance_to_centre());
    run.arguments.layers["roads"].push_back(std::move(roads));
    find_fields(run);
    if (is_mended) run.find("join-field", "join");
    LayerMaker settlements("desa");
    for (const auto& place : network.settlements) settlements.points({place});
    LayerMaker centres("pusat");
    for (const auto& place : network.destinations) centres.points({place});
    run.add("settlements", settlements);
    run.add("centres", centres);
    const auto results = run.run();
    const auto& layer = layer_of(results, "distance_to_centre");
    std::vector<std::optional<double>> totals;
    for (std::size_t row = 0; row < layer.row_count; ++row) totals.push_back(number_of(layer, "total_m", row));
    return totals;
}

TEST(MendedRoads, NeedNoMendingAndLeadAsFarAsTheRoadsThatTheyWereMadeOf) {
    test_support::for_each_seed(60, [](test_support::Random& random) {
        const auto network = test_support::random_network(random);
        CheckRun run(roads_of(network));
        find_fields(run);
        const auto mended = run.mended();

        CheckRun again(mended);
        find_fields(again);
        again.find("join-field", "join");
        const auto checked = again.run();
        for (const auto* kind : {"gap_joined", "t_gap_joined", "crossing_joined"}) {
            EXPECT_FALSE(figure(checked, kind)) << kind;
        }

        const auto before = distances(roads_of(network), false, network);
        const auto after = distances(mended, true, network);
        // A millimetre for each vertex that a way can pass.
        const double allowed = 0.001 * static_cast<double>(mended.geometry.all_coordinates().size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            ASSERT_EQ(before[i].has_value(), after[i].has_value()) << i;
            if (!before[i]) continue;
            EXPECT_NEAR(*before[i], after[i].value_or(0.0), allowed) << i;
        }
    });
}

}  // namespace
}  // namespace desakota::analyses
