#include "engine/maps/graduated.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>

#include "tests/support/random.h"

#include "engine/maps/classes.h"

namespace desakota::maps {
namespace {

using layers::ColumnType;
using statistics::BreakRule;
using testing::ElementsAre;
using Values = std::vector<std::optional<double>>;

layers::Layer layer_of(const Values& values, const std::string& name = "families", const std::string& unit = "") {
    layers::Layer layer;
    auto& column = layer.add_column({name, ColumnType::Number, unit, {"Families", "Keluarga"}});
    for (const auto& value : values) column.add(value);
    layer.row_count = values.size();
    return layer;
}

Style graduated(const layers::Layer& layer, BreakRule rule = BreakRule::Jenks, std::size_t classes = 5) {
    return graduated_style(layer, {layer.columns.front().name(), {}, rule, classes, {}});
}

std::vector<std::string> labels(const Style& style, core::Language language = core::Language::English) {
    std::vector<std::string> texts;
    for (const auto& one : style.classes) texts.push_back(one.label.in(language));
    return texts;
}

TEST(GraduatedStyle, CutsByTheRule) {
    const auto layer = layer_of({4.0, 5.0, 9.0, 10.0});
    EXPECT_THAT(labels(graduated(layer, BreakRule::Jenks, 2)), ElementsAre("4–5", "5–10"));
    const auto skew = layer_of({0.5, 1.0, 2.0, 3.0, 10.0});
    EXPECT_THAT(labels(graduated(skew, BreakRule::Jenks, 2)), ElementsAre("0–3", "3–10"));
    EXPECT_THAT(labels(graduated(skew, BreakRule::EqualInterval, 2)), ElementsAre("0–5", "5–10"));
}

TEST(GraduatedStyle, GivesZeroAndWhatIsMissingClassesOfTheirOwn) {
    const auto layer = layer_of({0.0, std::nullopt, 5.0, 0.0, 20.0});
    const auto style = graduated(layer);
    EXPECT_THAT(labels(style), ElementsAre("0", "5", "20", "No data"));
    EXPECT_THAT(labels(style, core::Language::Indonesian).back(), "Tidak ada data");
    std::vector<std::optional<std::size_t>> classes;
    for (std::size_t row = 0; row < layer.row_count; ++row) classes.push_back(class_of(style, layer, row));
    EXPECT_THAT(classes, ElementsAre(0, 3, 1, 0, 2));
    EXPECT_TRUE(style.classes.back().heading.english.empty());
}

TEST(GraduatedStyle, HasNoClassForZeroAmongNegativeNumbers) {
    const auto layer = layer_of({-3.0, 0.0, 4.0});
    EXPECT_THAT(labels(graduated(layer)), ElementsAre("-3", "0", "4"));
}

TEST(GraduatedStyle, OfNothingButMissingValuesIsNoData) {
    EXPECT_THAT(labels(graduated(layer_of({std::nullopt}))), ElementsAre("No data"));
    EXPECT_THAT(labels(graduated(layer_of({}))), ElementsAre("No data"));
    EXPECT_THAT(labels(graduated(layer_of({0.0, 0.0}))), ElementsAre("0"));
}

TEST(GraduatedStyle, TakesPolicyLimitsBeforeAnyRule) {
    const auto layer = layer_of({0.0, 1200.0, 5000.0, 5000.1, 9000.0}, "total_m", "m");
    const auto style = graduated_style(layer, {"total_m", {1000.0, 5000.0}, BreakRule::Jenks, 5, {}});
    EXPECT_THAT(labels(style), ElementsAre("0–1,000 m", "1,000–5,000 m", "over 5,000 m"));
    EXPECT_THAT(labels(style, core::Language::Indonesian),
                ElementsAre("0–1.000 m", "1.000–5.000 m", "lebih dari 5.000 m"));
    EXPECT_EQ(class_of(style, layer, 2), 1U);
    EXPECT_EQ(class_of(style, layer, 3), 2U);
}

TEST(GraduatedStyle, WritesSharesInPercentWithEachLanguagesMarks) {
    const auto layer = layer_of({0.101, 0.1023, 0.104, 0.1062}, "poor_share");
    const auto style = graduated(layer, BreakRule::Jenks, 2);
    EXPECT_THAT(labels(style), ElementsAre("10.1–10.3 %", "10.3–10.7 %"));
    EXPECT_THAT(labels(style, core::Language::Indonesian), ElementsAre("10,1–10,3 %", "10,3–10,7 %"));
    EXPECT_EQ(style.title.indonesian, "Keluarga");
    EXPECT_EQ(style.classes[0].heading.english, "Families (upper limits included)");
}

TEST(GraduatedStyle, ShortensLimitsWithoutMovingAnyValue) {
    test_support::Random random(3);
    for (int trial = 0; trial < 200; ++trial) {
        Values values;
        const double scale = std::pow(10.0, random.between(-6.0, 9.0));
        for (int i = 0; i < 30; ++i) values.emplace_back(scale * random.between(0.5, 40.0));
        const auto layer = layer_of(values);
        for (const auto rule : {BreakRule::Jenks, BreakRule::Quantile}) {
            const auto style = graduated(layer, rule);
            std::vector<double> numbers;
            for (const auto& value : values) numbers.push_back(*value);
            const auto breaks = statistics::class_breaks(statistics::FiniteValues(numbers), 5, rule);
            ASSERT_EQ(style.classes.size(), breaks.size());
            for (std::size_t row = 0; row < numbers.size(); ++row) {
                const auto place = static_cast<std::size_t>(
                    std::ranges::count_if(breaks, [&](double limit) { return limit < numbers[row]; }));
                ASSERT_EQ(class_of(style, layer, row), place) << trial;
            }
        }
    }
}

TEST(GraduatedStyle, CutsEqualIntervalsAtRoundNumbersOfOneWidth) {
    test_support::Random random(4);
    for (int trial = 0; trial < 200; ++trial) {
        Values values;
        const double scale = std::pow(10.0, random.between(-6.0, 9.0));
        for (int i = 0; i < 30; ++i) values.emplace_back(scale * random.between(-10.0, 40.0));
        const auto layer = layer_of(values);
        const auto style = graduated(layer, BreakRule::EqualInterval);
        ASSERT_LE(style.classes.size(), 5U);
        ASSERT_GE(style.classes.size(), 3U);
        std::vector<double> limits;
        for (const auto& one : style.classes) {
            const auto at_most = std::get<Within>(one.criteria.front()).at_most;
            if (at_most) limits.push_back(*at_most);
        }
        ASSERT_EQ(limits.size() + 1, style.classes.size());
        for (std::size_t i = 2; i < limits.size(); ++i) {
            ASSERT_NEAR(limits[i] - limits[i - 1], limits[1] - limits[0], 1e-6 * scale);
        }
        for (std::size_t row = 0; row < values.size(); ++row) ASSERT_TRUE(class_of(style, layer, row));
    }
    const auto families = layer_of({463.0, 470.0, 485.0, 530.0, 806.0});
    EXPECT_THAT(labels(graduated(families, BreakRule::EqualInterval)),
                ElementsAre("400–500", "500–600", "600–700", "700–800", "800–900"));
}

TEST(GraduatedStyle, CallsFewValuesByThemselves) {
    EXPECT_THAT(labels(graduated(layer_of({470.0, 806.0, 485.0, 470.0}), BreakRule::EqualInterval)),
                ElementsAre("470", "485", "806"));
    EXPECT_THAT(labels(graduated(layer_of({1.0 / 3.0, 0.5}, "poor_share"))), ElementsAre("33 %", "50 %"));
}

TEST(GraduatedStyle, WritesLargeNumbersRound) {
    const auto layer = layer_of({812'345.0, 1'234'567.0, 1'250'001.0, 4'987'654.0}, "income_rp", "Rp");
    EXPECT_THAT(labels(graduated(layer, BreakRule::Jenks, 2), core::Language::Indonesian),
                ElementsAre("800.000–1.300.000 Rp", "1.300.000–5.000.000 Rp"));
}

TEST(GraduatedStyle, GivesSmallDifferencesNoColoursOfTheirOwn) {
    const auto layer = layer_of({5.5, 5.8, 13.0, 13.3, 20.0});
    EXPECT_THAT(labels(graduated(layer)), ElementsAre("5–6", "6–14", "14–20"));
    EXPECT_THAT(labels(graduated(layer, BreakRule::Quantile)), testing::SizeIs(5));
}

TEST(GraduatedStyle, GrowsLargerAndDarker) {
    const auto style = graduated(layer_of({1.0, 2.0, 3.0, 4.0}));
    ASSERT_EQ(style.classes.size(), 4U);
    for (std::size_t i = 1; i < style.classes.size(); ++i) {
        EXPECT_GT(style.classes[i].symbol.size, style.classes[i - 1].symbol.size);
        EXPECT_LT(style.classes[i].symbol.colour.green, style.classes[i - 1].symbol.colour.green);
    }
    EXPECT_EQ(style.classes.back().symbol.colour, kLittleToMuch.back());
    EXPECT_EQ(style.worse.english, "The darker, the higher.");
}

TEST(GraduatedStyle, RefusesWhatIsNoColumnOfNumbers) {
    layers::Layer layer;
    layer.add_column({"name", ColumnType::Text, "", {}});
    EXPECT_THROW(static_cast<void>(graduated(layer)), std::logic_error);
    EXPECT_THROW(static_cast<void>(graduated_style(layer, {"other", {}, BreakRule::Jenks, 5, {}})), std::logic_error);
}

/// The classes 0-20 % to 80-100 % and the rest.
Style fifths() {
    Style style{"poor", {"Poor", "Miskin"}, range_classes_to(1.0, "poor_share", kShareBounds, kPercent), {}};
    for (auto& one : style.classes) one.heading = {"Share", "Bagian"};
    StyleClass rest;
    rest.label = {"Not known", "Tidak diketahui"};
    rest.otherwise = true;
    style.classes.push_back(std::move(rest));
    style.worse = {"Dark is poor.", "Gelap itu miskin."};
    return style;
}

TEST(NaturalBreaksWhereAlike, TakeOverWhereFixedRangesTellLittle) {
    const auto layer = layer_of({0.05, 0.06, 0.11, 0.18, std::nullopt}, "poor_share");
    const auto style = with_natural_breaks_where_alike(fifths(), layer);
    EXPECT_THAT(labels(style), ElementsAre("5–6 %", "6–11 %", "11–18 %", "Not known"));
    EXPECT_EQ(style.name, "poor");
    EXPECT_EQ(style.worse.english, "Dark is poor.");
    EXPECT_EQ(style.classes[0].heading.english, "Share");
    EXPECT_EQ(class_of(style, layer, 4), 3U);
}

TEST(NaturalBreaksWhereAlike, KeepTheCriteriaThatAllRangesShareAndTheOtherClasses) {
    auto layer = layer_of({0.05, 0.06, 0.11, 0.9}, "poor_share");
    auto& status = layer.add_column({"status", ColumnType::Text, "", {"Status", "Status"}});
    for (const auto* const code : {"reached", "reached", "reached", "cut_off"}) status.add_text(code);
    auto style = fifths();
    for (auto& one : style.classes) {
        if (!one.otherwise) one.criteria.insert(one.criteria.begin(), OneOf{"status", {"reached"}});
    }
    StyleClass cut_off;
    cut_off.label = {"Cut off", "Terputus"};
    cut_off.criteria = {OneOf{"status", {"cut_off"}}};
    style.classes.push_back(cut_off);
    style = with_natural_breaks_where_alike(style, layer);
    EXPECT_THAT(labels(style), ElementsAre("5 %", "6 %", "11 %", "Not known", "Cut off"));
    EXPECT_EQ(class_of(style, layer, 2), 2U);
    EXPECT_EQ(class_of(style, layer, 3), 4U);
}

TEST(NaturalBreaksWhereAlike, LeaveOtherStylesAsTheyAre) {
    const auto spread = layer_of({0.05, 0.3, 0.5}, "poor_share");
    EXPECT_EQ(labels(with_natural_breaks_where_alike(fifths(), spread)), labels(fifths()));
    const auto same = layer_of({0.05, 0.05}, "poor_share");
    EXPECT_EQ(labels(with_natural_breaks_where_alike(fifths(), same)), labels(fifths()));
    auto by_code = fifths();
    by_code.classes[0].criteria = {OneOf{"status", {"reached"}}};
    const auto alike = layer_of({0.05, 0.06}, "poor_share");
    EXPECT_EQ(labels(with_natural_breaks_where_alike(by_code, alike)), labels(by_code));
    EXPECT_EQ(labels(with_natural_breaks_where_alike(fifths(), layer_of({0.1}))), labels(fifths()));
}

}  // namespace
}  // namespace desakota::maps
