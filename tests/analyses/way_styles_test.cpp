#include "engine/analyses/way_styles.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/analyses/registry.h"
#include "engine/analyses/way_columns.h"
#include "engine/maps/qml.h"

namespace desakota::analyses {
namespace {

using core::Language;
using maps::Style;
using testing::HasSubstr;

/// One row of a result, as far as styles look at it.
layers::Layer row(const std::optional<std::string>& status, std::optional<double> total_m) {
    layers::Layer layer;
    layer.add_column(text_column("status", {"Status", "Status"})).add(status);
    layer.add_column(number_column("total_m", "m", {"Total", "Jumlah"})).add(total_m);
    layer.row_count = 1;
    return layer;
}

/// The label of the one class that takes the row; how many there are, where it is not one.
std::string label_of(const Style& style, const layers::Layer& layer) {
    const auto taking = std::ranges::count_if(style.classes, [&](const maps::StyleClass& candidate) {
        return !candidate.otherwise && maps::holds(candidate.criteria, layer, 0);
    });
    const auto found = maps::class_of(style, layer, 0);
    if (taking > 1 || !found) return std::to_string(taking) + " classes";
    return style.classes[*found].label.english;
}

TEST(DistanceStyle, TellsHowFarReachedRowsAre) {
    const auto style = distance_style();
    EXPECT_EQ(label_of(style, row("reached", 0.0)), "0–1 km by road");
    EXPECT_EQ(label_of(style, row("reached", 1000.0)), "0–1 km by road");
    EXPECT_EQ(label_of(style, row("reached", 1000.001)), "1–3 km by road");
    EXPECT_EQ(label_of(style, row("reached", 5000.0)), "3–5 km by road");
    EXPECT_EQ(label_of(style, row("reached", 5000.001)), "5–10 km by road");
    EXPECT_EQ(label_of(style, row("reached", 10000.001)), "over 10 km by road");
}

TEST(DistanceStyle, ShowsEveryOtherStatusAsItself) {
    for (const auto& style :
         {distance_style({"None named", "Tidak ada"}), reached_style({"None named", "Tidak ada"})}) {
        // Whatever stands in total_m: nothing that is unknown may look near.
        for (const std::optional<double> total : {std::optional<double>(), std::optional(10.0)}) {
            EXPECT_EQ(label_of(style, row("not_connected", total)), "Not connected");
            EXPECT_EQ(label_of(style, row("no_road_in_reach", total)), "No road in reach");
            EXPECT_EQ(label_of(style, row("beyond_cutoff", total)), "Beyond the limit of the search");
            EXPECT_EQ(label_of(style, row("no_geometry", total)), "None named");
            EXPECT_EQ(label_of(style, row(std::nullopt, total)), "None named");
        }
    }
    EXPECT_EQ(label_of(distance_style(), row("no_geometry", {})), "Without a location");
    EXPECT_EQ(label_of(distance_style(), row("reached", {})), "Without a location");
    EXPECT_EQ(label_of(reached_style(), row("reached", {})), "Reached");
}

TEST(DistanceStyle, GivesUnknownRowsNoColourOfADistance) {
    const auto style = distance_style({"None named", "Tidak ada"});
    for (const auto& candidate : style.classes) {
        const bool is_distance = candidate.label.english.ends_with("by road");
        EXPECT_EQ(std::ranges::count(maps::kLittleToMuch, candidate.symbol.colour) > 0, is_distance)
            << candidate.label.english;
    }
}

TEST(ShareStyle, HasAClassForEveryShareAndForNone) {
    const auto style = share_beyond_style();
    const auto of = [&](std::optional<double> share) {
        layers::Layer layer;
        layer.add_column(number_column("share_beyond", "", {"Share", "Bagian"})).add(share);
        return label_of(style, layer);
    };
    EXPECT_EQ(of(0.0), "0–20 %");
    EXPECT_EQ(of(0.2), "0–20 %");
    EXPECT_EQ(of(0.2000001), "20–40 %");
    EXPECT_EQ(of(0.8), "60–80 %");
    EXPECT_EQ(of(1.0), "80–100 %");
    EXPECT_EQ(of(std::nullopt), "Not known");
}

TEST(CompanionStyles, TakeEveryRowOnce) {
    for (const auto* const status : {"reached", "not_connected", "no_road_in_reach", "no_geometry"}) {
        for (const auto& style : leg_styles()) {
            EXPECT_THAT(label_of(style, row(status, {})), testing::StartsWith("To the")) << status;
        }
    }
    for (const auto& style : route_styles()) {
        EXPECT_THAT(label_of(style, row({}, 4000.0)), testing::AnyOf("Route", "3–5 km"));
        EXPECT_THAT(label_of(style, row({}, {})), testing::AnyOf("Route", "Not known"));
    }
}

/// A layer with the columns that an output declares.
layers::Layer as_declared(const OutputLayer& output, geo::GeometryType type) {
    layers::Layer layer;
    layer.name = output.name;
    layer.geometry_type = type;
    for (const auto& column : output.columns) layer.add_column(column);
    return layer;
}

TEST(StylesOfTheCatalogue, AreThereForEveryOutputWithAnAliasForEveryColumn) {
    for (const auto& analysis : catalogue()) {
        for (const auto& output : analysis.outputs) {
            SCOPED_TRACE(output.name);
            EXPECT_FALSE(output.styles.empty());
            const auto layer = as_declared(output, output.geometry);
            for (const auto language : {Language::English, Language::Indonesian}) {
                for (const auto& style : maps::layer_styles(output.styles, layer, language)) {
                    for (const auto& column : output.columns) {
                        EXPECT_THAT(style.qml, HasSubstr("<alias field=\"" + column.name + "\" name=\""));
                    }
                    EXPECT_THAT(style.qml, testing::Not(HasSubstr("name=\"\"/>")));
                }
            }
        }
    }
}

/// Rows of a reached settlement: inside the data and at their edge.
layers::Layer edge_rows(const std::string& status) {
    layers::Layer layer;
    layer.add_column(text_column("status", {"Status", "Status"})).add_text(status);
    layer.columns.back().add_text(status);
    layer.add_column({"edge", layers::ColumnType::YesNo, "", {"Edge", "Tepi"}}).add_yes_no(false);
    layer.columns.back().add_yes_no(true);
    layer.row_count = 2;
    return layer;
}

TEST(DistanceStyle, DoubtsReachedRowsAtTheEdgeOfTheData) {
    EXPECT_FALSE(maps::is_doubtful(distance_style(), edge_rows("reached"), 0));
    EXPECT_TRUE(maps::is_doubtful(distance_style(), edge_rows("reached"), 1));
    EXPECT_FALSE(maps::is_doubtful(distance_style(), edge_rows("not_connected"), 1));
    EXPECT_FALSE(distance_style().worse.indonesian.empty());
}

/// Graded from light to dark: its first two classes have colours of the ramp.
bool is_graded(const Style& style) {
    return style.classes.size() > 1 && style.classes[0].symbol.colour == maps::kLittleToMuch[0] &&
           style.classes[1].symbol.colour == maps::kLittleToMuch[1];
}

TEST(StylesOfTheCatalogue, SayWhichWayIsWorseWhereTheyAreGraded) {
    int graded = 0;
    for (const auto& analysis : catalogue()) {
        for (const auto& output : analysis.outputs) {
            for (const auto& style : output.styles) {
                EXPECT_EQ(style.worse.english.empty(), style.worse.indonesian.empty()) << style.name;
                if (!is_graded(style)) continue;
                ++graded;
                EXPECT_FALSE(style.worse.english.empty()) << output.name << ": " << style.name;
            }
        }
    }
    EXPECT_GT(graded, 5);
}

TEST(StylesOfTheCatalogue, MarkWhatIsUnsureWhereverAColumnSaysSo) {
    for (const auto& analysis : catalogue()) {
        for (const auto& output : analysis.outputs) {
            if (output.geometry == geo::GeometryType::None) continue;
            const bool tells =
                std::ranges::find(output.columns, "unsure", &layers::ColumnDefinition::name) != output.columns.end();
            for (const auto& style : output.styles) EXPECT_TRUE(!tells || style.doubt) << style.name;
        }
    }
}

}  // namespace
}  // namespace desakota::analyses
