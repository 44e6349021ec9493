#include "engine/maps/qml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>

#include "engine/maps/classes.h"

namespace desakota::maps {
namespace {

using core::Language;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Every tag is closed in its turn, and no sign is left unescaped.
bool is_well_formed(std::string text) {
    text = std::regex_replace(text, std::regex("^<!DOCTYPE[^>]*>"), "");
    const std::regex tag(R"(<(/?)([a-zA-Z0-9_-]+)((?: [a-z0-9A-Z_-]+="[^"<>]*")*)(/?)>)");
    std::vector<std::string> open;
    for (auto it = std::sregex_iterator(text.begin(), text.end(), tag); it != std::sregex_iterator(); ++it) {
        if ((*it)[1].length() > 0) {
            if (open.empty() || open.back() != (*it)[2].str()) return false;
            open.pop_back();
        } else if ((*it)[4].length() == 0) {
            open.push_back((*it)[2].str());
        }
    }
    const auto rest = std::regex_replace(text, tag, "");
    return open.empty() && rest.find_first_of("<>") == std::string::npos;
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
