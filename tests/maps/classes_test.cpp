#include "engine/maps/classes.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::maps {
namespace {

using testing::ElementsAre;

std::vector<std::string> labels(const std::vector<StyleClass>& classes, core::Language language) {
    std::vector<std::string> all;
    for (const auto& next : classes) all.push_back(next.label.in(language));
    return all;
}

/// The places of the classes that take a value.
std::vector<std::size_t> classes_of(const std::vector<StyleClass>& classes, std::optional<double> value) {
    layers::Layer layer;
    layer.add_column({"value", layers::ColumnType::Number, "", {"Value", "Nilai"}}).add(value);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (holds(classes[i].criteria, layer, 0)) found.push_back(i);
    }
    return found;
}

TEST(RangeClasses, AreWrittenInTheLegendsUnit) {
    const auto classes = range_classes("value", kDistanceBounds, kKilometres);
    EXPECT_THAT(labels(classes, core::Language::English),
                ElementsAre("0–1 km", "1–3 km", "3–5 km", "5–10 km", "over 10 km"));
    EXPECT_EQ(classes.back().label.indonesian, "lebih dari 10 km");
    EXPECT_THAT(labels(range_classes_to(1.0, "value", kShareBounds, kPercent), core::Language::Indonesian),
                ElementsAre("0–20 %", "20–40 %", "40–60 %", "60–80 %", "80–100 %"));
}

TEST(RangeClasses, HoldTheirUpperBoundAndNotTheirLower) {
    const auto classes = range_classes("value", kDistanceBounds, kKilometres);
    for (std::size_t i = 0; i < kDistanceBounds.size(); ++i) {
        const double bound = kDistanceBounds[i];
        EXPECT_THAT(classes_of(classes, std::nextafter(bound, 0.0)), ElementsAre(i));
        EXPECT_THAT(classes_of(classes, bound), ElementsAre(i));
        EXPECT_THAT(classes_of(classes, std::nextafter(bound, 1e9)), ElementsAre(i + 1));
    }
}

TEST(RangeClasses, TakeEveryNumberOnceAndNoMissingOne) {
    const auto distances = range_classes("value", kDistanceBounds, kKilometres);
    for (int i = 0; i <= 2000; ++i) EXPECT_EQ(classes_of(distances, i * 10.0).size(), 1U) << i;
    const auto shares = range_classes_to(1.0, "value", kShareBounds, kPercent);
    for (int i = 0; i <= 1000; ++i) EXPECT_EQ(classes_of(shares, i / 1000.0).size(), 1U) << i;
    EXPECT_TRUE(classes_of(distances, std::nullopt).empty());
    EXPECT_TRUE(classes_of(shares, std::nullopt).empty());
}

double lightness(const Colour& colour) {
    return 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue;
}

TEST(RangeClasses, GetDarkerStepByStepInGreyPrint) {
    const auto classes = range_classes("value", kDistanceBounds, kKilometres);
    for (std::size_t i = 1; i < classes.size(); ++i) {
        EXPECT_GT(lightness(classes[i - 1].symbol.colour) - lightness(classes[i].symbol.colour), 25.0) << i;
    }
}

TEST(RangeClasses, RefuseMoreBoundsThanThereAreColours) {
    EXPECT_THROW(static_cast<void>(range_classes("value", {}, kPercent)), std::logic_error);
    EXPECT_THROW(static_cast<void>(range_classes("value", std::vector<double>(5, 1.0), kPercent)), std::logic_error);
}

}  // namespace
}  // namespace desakota::maps
