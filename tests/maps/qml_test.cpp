#include "engine/maps/qml.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string_view>
#include <vector>

#include "engine/maps/classes.h"

namespace desakota::maps {
namespace {

using core::Language;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Takes the next tag, without its brackets, off the front of `text`; empty where what comes first is no tag.
std::string_view take_tag(std::string_view& text) {
    const auto begin = text.find('<');
    const auto end = text.find('>');
    if (end == std::string_view::npos || begin > end) return {};
    const auto tag = text.substr(begin + 1, end - begin - 1);
    text.remove_prefix(end + 1);
    const bool is_whole = tag.find('<') == std::string_view::npos && std::ranges::count(tag, '"') % 2 == 0;
    return is_whole ? tag : std::string_view{};
}

/// Every tag is closed in its turn, and no bracket is left unescaped.
bool is_well_formed(std::string_view text) {
    if (text.starts_with("<!DOCTYPE")) text.remove_prefix(text.find('>') + 1);
    std::vector<std::string_view> open;
    while (text.find_first_of("<>") != std::string_view::npos) {
        const auto tag = take_tag(text);
        if (tag.empty()) return false;
        const bool closes = tag.front() == '/';
        const auto name = tag.substr(closes ? 1 : 0);
        const auto bare = name.substr(0, name.find_first_of(" /"));
        if (closes && (open.empty() || open.back() != bare)) return false;
        if (closes) open.pop_back();
        if (!closes && tag.back() != '/') open.push_back(bare);
    }
    return open.empty();
}

layers::Layer layer_of(geo::GeometryType type) {
    layers::Layer layer;
    layer.name = "result";
    layer.geometry_type = type;
    layer.add_column({"settlement_name", layers::ColumnType::Text, "", {"Settlement", "Permukiman"}});
    layer.add_column({"total_m", layers::ColumnType::Number, "m", {"Way <all> & \"more\"", "Jarak <semua>"}});
    return layer;
}

Style distance() {
    Style style{"distance", {"Distance", "Jarak"}, range_classes("total_m", kDistanceBounds, kKilometres), {}};
    for (auto& next : style.classes) next.heading = {"By road", "Lewat jalan"};
    StyleClass rest;
    rest.label = {"<Not> & 'known'", "Tidak diketahui"};
    rest.otherwise = true;
    rest.symbol.hatch = Hatch::Rising;
    style.classes.push_back(rest);
    style.names = Names{"settlement_name"};
    return style;
}

TEST(Qml, IsWellFormedForEveryGeometryWhateverTheTexts) {
    for (const auto type :
         {geo::GeometryType::Point, geo::GeometryType::Line, geo::GeometryType::Polygon, geo::GeometryType::None}) {
        for (const auto language : {Language::English, Language::Indonesian}) {
            EXPECT_TRUE(is_well_formed(qml(distance(), layer_of(type), language))) << static_cast<int>(type);
        }
    }
    EXPECT_FALSE(is_well_formed("<a><b></a></b>"));
    EXPECT_FALSE(is_well_formed("<a k=\"<\"></a>"));
}

TEST(Qml, DrawsTheLayersOwnGeometry) {
    EXPECT_THAT(qml(distance(), layer_of(geo::GeometryType::Point), Language::English),
                AllOf(HasSubstr("type=\"marker\""), HasSubstr("<layerGeometryType>0<"), Not(HasSubstr("\"fill\""))));
    EXPECT_THAT(qml(distance(), layer_of(geo::GeometryType::Line), Language::English),
                AllOf(HasSubstr("type=\"line\""), HasSubstr("<layerGeometryType>1<"), Not(HasSubstr("\"marker\""))));
    EXPECT_THAT(qml(distance(), layer_of(geo::GeometryType::Polygon), Language::English),
                AllOf(HasSubstr("type=\"fill\""), HasSubstr("<layerGeometryType>2<"), HasSubstr("LinePatternFill")));
}

TEST(Qml, FiltersEachClassAndGivesTheRestToTheLast) {
    EXPECT_THAT(qml(distance(), layer_of(geo::GeometryType::Point), Language::English),
                AllOf(HasSubstr("filter=\"&quot;total_m&quot; &gt; 3000 AND &quot;total_m&quot; &lt;= 5000\""),
                      HasSubstr("filter=\"ELSE\""), HasSubstr("label=\"By road\"")));
}

TEST(Qml, SpeaksTheLanguageAskedForAndEscapesIt) {
    const auto layer = layer_of(geo::GeometryType::Point);
    EXPECT_THAT(qml(distance(), layer, Language::English),
                AllOf(HasSubstr("name=\"Way &lt;all&gt; &amp; &quot;more&quot;\""),
                      HasSubstr("label=\"&lt;Not&gt; &amp; &apos;known&apos;\""), Not(HasSubstr("Permukiman"))));
    EXPECT_THAT(qml(distance(), layer, Language::Indonesian),
                AllOf(HasSubstr("<alias field=\"settlement_name\" name=\"Permukiman\"/>"),
                      HasSubstr("label=\"lebih dari 10 km\""), Not(HasSubstr("over"))));
}

TEST(Qml, OfATableHoldsAliasesOnly) {
    EXPECT_THAT(qml(distance(), layer_of(geo::GeometryType::None), Language::English),
                AllOf(HasSubstr("<aliases>"), Not(HasSubstr("renderer-v2")), Not(HasSubstr("labeling"))));
}

TEST(Qml, RefusesALayerWithoutAFieldOfTheStyle) {
    auto layer = layer_of(geo::GeometryType::Point);
    layer.columns.pop_back();
    EXPECT_THROW(static_cast<void>(qml(distance(), layer, Language::English)), std::logic_error);
}

TEST(LayerStyles, KeepTheirOrder) {
    auto second = distance();
    second.name = "other";
    const auto styles = layer_styles({distance(), second}, layer_of(geo::GeometryType::Point), Language::Indonesian);
    ASSERT_EQ(styles.size(), 2U);
    EXPECT_EQ(styles[0].name, "distance");
    EXPECT_EQ(styles[0].title, "Jarak");
    EXPECT_EQ(styles[1].name, "other");
}

}  // namespace
}  // namespace desakota::maps
