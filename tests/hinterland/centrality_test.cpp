#include "engine/hinterland/centrality.h"

#include <gtest/gtest.h>
#include <numeric>
#include <string>

#include "tests/support/for_each_seed.h"

namespace desakota::hinterland {
namespace {

using test_support::for_each_seed;
using test_support::Random;

/// Twelve places and the facilities A to F (teaching slides of Jawoto S. Setyono, 2004).
std::vector<double> published_matrix() {
    std::vector<double> cells;
    for (const char* row : {"011110", "111000", "100001", "110000", "001110", "010110", "010010", "011000", "110111",
                            "011100", "001000", "011010"}) {
        for (const char cell : std::string(row)) cells.push_back(cell == '1' ? 1.0 : 0.0);
    }
    return cells;
}

TEST(MarshallIndex, OfThePublishedMatrixIsAsComputed) {
    const auto cells = published_matrix();
    const auto index = marshall_index({cells, 6}, CountAs::Units);
    const std::vector<double> of_kind{25.0, 11.11111111111111, 14.285714285714286, 20.0, 16.666666666666668, 50.0};
    const std::vector<double> of_place{62.06349206349206,  50.3968253968254,   75.0,
                                       36.111111111111114, 50.95238095238095,  47.77777777777778,
                                       27.77777777777778,  25.3968253968254,   122.77777777777779,
                                       45.3968253968254,   14.285714285714286, 42.06349206349206};
    for (std::size_t i = 0; i < of_kind.size(); ++i) EXPECT_NEAR(index.of_kind[i], of_kind[i], 1e-9);
    for (std::size_t i = 0; i < of_place.size(); ++i) EXPECT_NEAR(index.of_place[i], of_place[i], 1e-9);
}

TEST(MarshallIndex, CountsUnitsOrPresence) {
    // Three and one schools, one market.
    const std::vector<double> counts{3, 1, 1, 0};
    EXPECT_EQ(marshall_index({counts, 2}, CountAs::Units).of_place, (std::vector<double>{175.0, 25.0}));
    EXPECT_EQ(marshall_index({counts, 2}, CountAs::Presence).of_place, (std::vector<double>{150.0, 50.0}));
}

TEST(MarshallIndex, PassesOverAKindThatNoPlaceHas) {
    const std::vector<double> counts{0, 2, 0, 2};
    const auto index = marshall_index({counts, 2}, CountAs::Units);
    EXPECT_EQ(index.of_kind, (std::vector<double>{0.0, 25.0}));
    EXPECT_EQ(index.of_place, (std::vector<double>{50.0, 50.0}));
    EXPECT_EQ(index.kinds_found, 1U);
}

TEST(MarshallIndex, OfAllPlacesIs100ForEachKind) {
    for_each_seed(100, [](Random& random) {
        const auto kinds = 1 + random.below(9);
        std::vector<double> counts;
        for (std::size_t i = 0; i < kinds * (1 + random.below(40)); ++i) {
            counts.push_back(static_cast<double>(random.below(4)));
        }
        for (const auto count_as : {CountAs::Units, CountAs::Presence}) {
            const auto index = marshall_index({counts, kinds}, count_as);
            EXPECT_NEAR(std::accumulate(index.of_place.begin(), index.of_place.end(), 0.0),
                        100.0 * static_cast<double>(index.kinds_found), 1e-9);
        }
    });
}

TEST(GuttmanScalogram, OfThePublishedMatrixIsAsComputed) {
    const auto cells = published_matrix();
    const auto scalogram = guttman_scalogram({cells, 6});
    std::string order;
    for (const auto kind : scalogram.kind_order) order += static_cast<char>('A' + static_cast<char>(kind));
    EXPECT_EQ(order, "BCEDAF");
    EXPECT_EQ(scalogram.errors, 20U);
    EXPECT_NEAR(scalogram.reproducibility, 0.7222222222222222, 1e-9);
    EXPECT_NEAR(scalogram.minimal_reproducibility, 0.6527777777777778, 1e-9);
    EXPECT_NEAR(scalogram.scalability, 0.2, 1e-9);
    EXPECT_EQ(scalogram.place_order.front(), 8U);
    EXPECT_EQ(scalogram.place_order.back(), 10U);
}

TEST(GuttmanScalogram, OfAPerfectScaleHasNoErrors) {
    const std::vector<double> counts{5, 2, 1, 3, 1, 0, 2, 0, 0, 0, 0, 0};
    const auto scalogram = guttman_scalogram({counts, 3});
    EXPECT_EQ(scalogram.errors, 0U);
    EXPECT_EQ(scalogram.reproducibility, 1.0);
    EXPECT_EQ(scalogram.scalability, 1.0);
    EXPECT_EQ(scalogram.kinds_of_place, (std::vector<std::size_t>{3, 2, 1, 0}));
}

TEST(GuttmanScalogram, CountsEachMisplacedPairAsTwoErrors) {
    // The third place has the rarer kind and lacks the more common one.
    const std::vector<double> counts{1, 1, 1, 0, 0, 1, 1, 0};
    const auto scalogram = guttman_scalogram({counts, 2});
    EXPECT_EQ(scalogram.errors_of_place, (std::vector<std::size_t>{0, 0, 2, 0}));
    EXPECT_EQ(scalogram.errors, 2U);
}

TEST(GuttmanScalogram, SaysNothingWhereAllPlacesAreAlike) {
    const std::vector<double> counts{1, 0, 1, 0};
    EXPECT_EQ(guttman_scalogram({counts, 2}).scalability, 0.0);
    EXPECT_EQ(guttman_scalogram({{}, 0}).errors, 0U);
}

}  // namespace
}  // namespace desakota::hinterland
