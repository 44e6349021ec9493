#include "engine/maps/style.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::maps {
namespace {

using testing::ElementsAre;

/// Rows: (reached, 5), (reached, missing), (missing, 7).
layers::Layer three_rows() {
    layers::Layer layer;
    auto& status = layer.add_column({"status", layers::ColumnType::Text, "", {"Status", "Status"}});
    status.add_text("reached");
    status.add_text("reached");
    status.add_missing();
    auto& total = layer.add_column({"total_m", layers::ColumnType::Number, "m", {"Total", "Jumlah"}});
    total.add_number(5.0);
    total.add_missing();
    total.add_number(7.0);
    layer.row_count = 3;
    return layer;
}

std::vector<bool> rows_that_hold(const std::vector<Criterion>& criteria) {
    const auto layer = three_rows();
    std::vector<bool> rows;
    for (std::size_t row = 0; row < layer.row_count; ++row) rows.push_back(holds(criteria, layer, row));
    return rows;
}

StyleClass of(std::vector<Criterion> criteria) {
    StyleClass made;
    made.label = {"label", "label"};
    made.criteria = std::move(criteria);
    return made;
}

TEST(Criteria, AllMustHold) {
    EXPECT_THAT(rows_that_hold({}), ElementsAre(true, true, true));
    EXPECT_THAT(rows_that_hold({OneOf{"status", {"other", "reached"}}}), ElementsAre(true, true, false));
    EXPECT_THAT(rows_that_hold({OneOf{"status", {"reached"}}, Within{"total_m", {}, 6.0}}),
                ElementsAre(true, false, false));
}

TEST(Criteria, ARangeIsWithoutItsLowerAndWithItsUpperBound) {
    EXPECT_THAT(rows_that_hold({Within{"total_m", 5.0, 7.0}}), ElementsAre(false, false, true));
    EXPECT_THAT(rows_that_hold({Within{"total_m", {}, 5.0}}), ElementsAre(true, false, false));
    EXPECT_THAT(rows_that_hold({Within{"total_m", {}, {}}}), ElementsAre(true, false, true));
}

TEST(Criteria, AMissingValueIsInNoRange) {
    EXPECT_THAT(rows_that_hold({Missing{"total_m"}}), ElementsAre(false, true, false));
    EXPECT_THAT(rows_that_hold({Missing{"status"}}), ElementsAre(false, false, true));
}

TEST(Criteria, AColumnThatIsNotThereIsMissing) {
    EXPECT_THAT(rows_that_hold({Missing{"other"}}), ElementsAre(true, true, true));
    EXPECT_THAT(rows_that_hold({Within{"other", {}, {}}}), ElementsAre(false, false, false));
}

TEST(ClassOf, TakesTheRestWhereNoOtherClassDoes) {
    Style style;
    auto rest = of({});
    rest.otherwise = true;
    style.classes = {rest, of({Within{"total_m", {}, 6.0}})};
    const auto layer = three_rows();
    EXPECT_EQ(class_of(style, layer, 0), 1U);
    EXPECT_EQ(class_of(style, layer, 1), 0U);
    style.classes.erase(style.classes.begin());
    EXPECT_EQ(class_of(style, layer, 1), std::nullopt);
}

TEST(IsDoubtful, AsksForAllCriteria) {
    Style style;
    EXPECT_FALSE(is_doubtful(style, three_rows(), 0));
    style.doubt = Doubt{{"Unsure", "Kurang andal"}, {OneOf{"status", {"reached"}}, Within{"total_m", 4.0, {}}}};
    EXPECT_TRUE(is_doubtful(style, three_rows(), 0));
    EXPECT_FALSE(is_doubtful(style, three_rows(), 1));
    EXPECT_FALSE(is_doubtful(style, three_rows(), 2));
    EXPECT_EQ(class_of(style, three_rows(), 0), std::nullopt);
}

TEST(FieldsOf, NameThoseOfDoubtAsWell) {
    Style style;
    style.doubt = Doubt{{"Unsure", "Kurang andal"}, {Within{"unsure", 0.5, {}}}};
    EXPECT_THAT(fields_of(style), ElementsAre("unsure"));
}

TEST(WithPrefix, ReachesDoubtAndTheWayThatIsWorse) {
    Style style;
    style.doubt = Doubt{{"Unsure", "Kurang andal"}, {Within{"edge", 0.5, {}}}};
    style.worse = {"Far is dark.", "Jauh itu gelap."};
    const auto prefixed = with_prefix(style, "skp_", {"SKP: ", "SKP: "});
    EXPECT_THAT(fields_of(prefixed), ElementsAre("skp_edge"));
    EXPECT_EQ(prefixed.worse, style.worse);
    EXPECT_EQ(with_prefix({}, "skp_", {"skp: ", "skp: "}).title, (core::Text{"Skp: ", "Skp: "}));
}

TEST(WithPrefix, LooksAtTheColumnsThatBeginSo) {
    Style style{"distance", {"Distance", "Jarak"}, {}, Names{"settlement_name"}};
    style.classes = {of({OneOf{"status", {"reached"}}, Within{"total_m", {}, 1.0}}), of({Missing{"total_m"}})};
    style.classes[1].heading = {"Far", "Jauh"};
    const auto prefixed = with_prefix(style, "skp_", {"SKP: ", "SKP: "});
    EXPECT_EQ(prefixed.name, "skp_distance");
    EXPECT_EQ(prefixed.title, (core::Text{"SKP: Distance", "SKP: Jarak"}));
    EXPECT_EQ(prefixed.classes[0].heading, prefixed.title);
    EXPECT_EQ(prefixed.classes[1].heading, (core::Text{"SKP: Far", "SKP: Jauh"}));
    EXPECT_THAT(fields_of(prefixed), ElementsAre("settlement_name", "skp_status", "skp_total_m"));
}

}  // namespace
}  // namespace desakota::maps
