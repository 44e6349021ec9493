#include "engine/maps/qml_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/maps/classes.h"
#include "engine/maps/qml.h"

namespace desakota::maps {
namespace {

using core::Language;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

StyleClass status_class(const std::string& code) {
    StyleClass one;
    one.label = core::same_text(code);
    one.criteria = {OneOf{"status", {code}}};
    return one;
}

/// Five ranges, four statuses and the rest: ten entries.
Style long_style() {
    Style style{"distance", {"Distance", "Jarak"}, range_classes("total_m", kDistanceBounds, kKilometres), {}};
    for (const auto* const code : {"a", "b", "c", "d"}) style.classes.push_back(status_class(code));
    StyleClass rest;
    rest.label = {"Rest", "Lainnya"};
    rest.otherwise = true;
    style.classes.push_back(rest);
    return style;
}

Style doubtful_style() {
    auto style = long_style();
    style.classes.erase(style.classes.begin() + 2, style.classes.end() - 1);
    style.doubt = Doubt{{"Unsure <5", "Kurang andal"}, {Within{"unsure", 0.5, {}}}};
    style.worse = {"Dark is far.", "Gelap itu jauh."};
    return style;
}

/// Rows of that status, each `total_m` 100, unsure or not.
layers::Layer rows(const std::vector<std::string>& statuses, bool unsure = false,
                   geo::GeometryType type = geo::GeometryType::Polygon) {
    layers::Layer layer;
    layer.geometry_type = type;
    layer.row_count = statuses.size();
    layer.add_column({"status", layers::ColumnType::Text, "", {"Status", "Status"}});
    layer.add_column({"total_m", layers::ColumnType::Number, "m", {"Way", "Jarak"}});
    layer.add_column({"unsure", layers::ColumnType::YesNo, "", {"Unsure", "Kurang andal"}});
    for (const auto& status : statuses) {
        layer.columns[0].add_text(status);
        status == "reached" ? layer.columns[1].add_number(100.0) : layer.columns[1].add_missing();
        layer.columns[2].add_yes_no(unsure);
        layer.geometry.end_feature();
    }
    return layer;
}

TEST(LegendEntries, LeaveOutClassesWithoutRowsOfALongLegendFromTheLastOn) {
    EXPECT_THAT(legend_entries(long_style(), rows({"a", "reached"})).classes, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8));
    auto style = long_style();
    style.worse = {"Dark is far.", "Gelap itu jauh."};
    EXPECT_THAT(legend_entries(style, rows({"d", "other"})).classes, ElementsAre(0, 1, 2, 3, 4, 5, 8, 9));
}

TEST(LegendEntries, KeepAllOfAShortLegendAndOfALayerWithoutRows) {
    EXPECT_EQ(legend_entries(doubtful_style(), rows({"a"})).classes.size(), 3U);
    EXPECT_EQ(legend_entries(long_style(), rows({})).classes.size(), 10U);
}

TEST(LegendEntries, KeepRangesWhateverTheLength) {
    auto style = long_style();
    for (auto& one : style.classes) one.heading = one.label;
    const auto entries = legend_entries(style, rows({"reached"}));
    EXPECT_THAT(entries.classes, ElementsAre(0, 1, 2, 3, 4));
}

TEST(LegendEntries, HaveDoubtWhereARowHas) {
    EXPECT_TRUE(legend_entries(doubtful_style(), rows({"reached"}, true)).has_doubt);
    EXPECT_FALSE(legend_entries(doubtful_style(), rows({"reached"}, false)).has_doubt);
    EXPECT_TRUE(legend_entries(doubtful_style(), rows({})).has_doubt);
    EXPECT_FALSE(legend_entries(long_style(), rows({"reached"}, true)).has_doubt);
}

TEST(Qml, MarksDoubtAboveTheClassesAndLeavesEveryRowItsClass) {
    const auto text = qml(doubtful_style(), rows({"reached"}, true), Language::English);
    EXPECT_THAT(text, AllOf(HasSubstr("label=\"Unsure &lt;5\" symbol=\"3\" filter=\"&quot;unsure&quot;\""),
                            HasSubstr("filter=\"NOT (coalesce(&quot;total_m&quot; &lt;= 1000, false)"),
                            Not(HasSubstr("ELSE")), HasSubstr("<symbol name=\"3\" type=\"fill\"")));
    EXPECT_LT(text.find("distance_2"), text.find("distance_doubt"));
}

TEST(Qml, SaysLastWhichWayIsWorse) {
    const auto text = qml(doubtful_style(), rows({"reached"}), Language::Indonesian);
    EXPECT_THAT(text, AllOf(HasSubstr("<rule key=\"distance_worse\" label=\"Gelap itu jauh.\"/>"), HasSubstr("ELSE"),
                            Not(HasSubstr("distance_doubt"))));
    EXPECT_LT(text.find("distance_2"), text.find("distance_worse"));
    EXPECT_THAT(qml(long_style(), rows({}), Language::English), Not(HasSubstr("_worse")));
}

TEST(Qml, MarksDoubtByTheGeometry) {
    const auto in = [](geo::GeometryType type) {
        return qml(doubtful_style(), rows({"reached"}, true, type), Language::English);
    };
    EXPECT_THAT(in(geo::GeometryType::Polygon), HasSubstr("LinePatternFill"));
    // Wider than the largest marker, 3.2 mm.
    EXPECT_THAT(in(geo::GeometryType::Point), AllOf(HasSubstr("value=\"255,255,255,0\""), HasSubstr("value=\"5.00\"")));
    EXPECT_THAT(in(geo::GeometryType::Line), HasSubstr("<symbol name=\"3\" type=\"line\""));
}

}  // namespace
}  // namespace desakota::maps
