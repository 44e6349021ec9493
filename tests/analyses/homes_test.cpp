#include "engine/analyses/homes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Two settlements, A and B, and homes as the test gives them.
struct HomesRun : TestRun {
    explicit HomesRun(const LayerMaker& homes) {
        settlements.ids = {"A", "B"};
        add("homes", homes);
        find("homes-id-field", "sp");
    }
    FamilyLayer read() { return read_homes(arguments, settlements, context); }

    Settlements settlements;
};

TEST(Homes, AreWeightedByTheirFamilies) {
    HomesRun run(LayerMaker("rumah")
                     .points({metres(0)})
                     .points({metres(10)})
                     .points({metres(20)})
                     .points({metres(30)})
                     .points({metres(40)})
                     .texts("sp", {"B", "A", "B", "B", "B"})
                     .texts("kk", {"1", "2", "3", "", "0"}));
    run.find("homes-families-field", "kk");
    const auto homes = run.read().places;
    EXPECT_EQ(homes.first, (std::vector<std::uint32_t>{0, 1, 3}));
    EXPECT_EQ(homes.places[1], geo::to_grid(metres(0)));
    EXPECT_THAT(homes.weights, ElementsAre(1.0, 0.25, 0.75));
    EXPECT_THAT(run.warnings(), ElementsAre("rumah: 1 homes have no number of families and are left out."));
    EXPECT_TRUE(run.arguments.layers["homes"][0].columns.empty());
}

TEST(Homes, CountOneFamilyEachWithoutANumber) {
    HomesRun run(LayerMaker("rumah").points({metres(0)}).points({metres(10)}).texts("sp", {"A", "A"}));
    EXPECT_THAT(run.read().places.weights, ElementsAre(0.5, 0.5));
}

TEST(Homes, FindTheirSettlementByAWholeNumber) {
    HomesRun run(LayerMaker("rumah").points({metres(0)}).numbers("sp", {1602}));
    run.settlements.ids = {"1601", "1602"};
    EXPECT_EQ(run.read().places.first, (std::vector<std::uint32_t>{0, 0, 1}));
}

TEST(Homes, OfUnknownSettlementsAreListed) {
    HomesRun run(LayerMaker("rumah")
                     .points({metres(0)})
                     .points({metres(0)})
                     .points({metres(0)})
                     .texts("sp", {"C", "C", ""})
                     .texts("nama_kk", {"Siti", "Budi", "Ani"}));
    run.read();
    const auto errors = run.errors();
    ASSERT_EQ(errors.size(), 1U);
    EXPECT_THAT(errors[0], HasSubstr("\"C\" (2)"));
    EXPECT_THAT(errors[0], HasSubstr("empty (1)"));
    EXPECT_THAT(errors[0], Not(HasSubstr("Siti")));
}

TEST(Homes, WithoutAFieldForTheirSettlementAreAnError) {
    HomesRun run(LayerMaker("rumah").points({metres(0)}));
    run.arguments.fields.clear();
    run.read();
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("--homes-id-field")));
}

TEST(Homes, WithANegativeCountAreNamedByTheirRowOnly) {
    HomesRun run(
        LayerMaker("rumah").points({metres(0)}).points({metres(0)}).texts("sp", {"A", "A"}).texts("kk", {"-2", "dua"}));
    run.find("homes-families-field", "kk");
    run.read();
    EXPECT_THAT(run.errors(),
                ElementsAre(HasSubstr("rumah, fid 1: families is -2"), HasSubstr("rumah, fid 2: the number")));
}

}  // namespace
}  // namespace desakota::analyses
