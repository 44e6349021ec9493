#include "engine/study/result_tables.h"

#include <gmock/gmock.h>

#include "tests/study/small_study.h"

namespace desakota::study {
namespace {

using core::Language;
using core::Text;
using layers::ColumnType;
using testing::ElementsAre;

class ResultTables : public testing::Test {
protected:
    ResultTables() {
        auto layer = named_settlements("health_access_dry");
        layer.title = {"Access (dry season)", "Keterjangkauan (musim kemarau)"};
        add_texts(layer, "status", {"reached", "far", std::nullopt});
        auto& near = layer.add_column({"edge", ColumnType::YesNo, "", {"Edge", "Tepi"}});
        near.add_yes_no(true);
        near.add_yes_no(false);
        near.add_missing();
        add("total_m", "m", {"Way (m)", "Jarak (m)"}, layer);
        add("travel_min", "min", {"Time (min)", "Waktu (menit)"}, layer);
        add("share_beyond", "", {"Share", "Bagian"}, layer);
        add("families_beyond", "", {"Families", "Keluarga"}, layer);
        auto run = run_of("health-access", "health_access", {std::move(layer)});
        run.season = "dry";
        run.suffix = "_dry";
        maps::Style style;
        style.classes.push_back({{"up to 1 km", "sampai 1 km"},
                                 {},
                                 {maps::OneOf{"status", {"reached"}}, maps::Within{"total_m", {}, 1000.0}},
                                 false,
                                 {}});
        style.classes.push_back({{"far away", "jauh sekali"}, {}, {maps::OneOf{"status", {"far"}}}, false, {}});
        run.results.styles["health_access_dry"].push_back(style);
        results.runs.push_back(std::move(run));
        const auto& kept = results.runs.front().results.layers.front();
        report.tables.push_back({kept.name, kept.title, &kept});
    }

    static void add(const std::string& name, const std::string& unit, const Text& alias, layers::Layer& layer) {
        auto& column = layer.add_column({name, ColumnType::Number, unit, alias});
        for (int i = 0; i < 3; ++i) column.add_number(1.25);
    }
    [[nodiscard]] std::vector<std::string> headings(Language language) const {
        std::vector<std::string> names;
        const auto tables = result_tables(report, results, language);
        for (const auto& column : tables.front().layer.columns) names.push_back(column.name());
        return names;
    }
    [[nodiscard]] std::vector<std::string> texts(const std::string& heading, Language language) const {
        const auto tables = result_tables(report, results, language);
        const auto* column = tables.front().layer.find(heading);
        std::vector<std::string> found;
        for (std::size_t row = 0; row < 3; ++row) found.push_back(column->as_text(row).value_or("-"));
        return found;
    }

    StudyResults results;
    report::Report report;
};

TEST_F(ResultTables, AreHeadedInTheLanguageWithEachUnitOnce) {
    EXPECT_THAT(headings(Language::Indonesian), ElementsAre("settlement_id", "settlement_name", "status", "Tepi",
                                                            "Jarak (m)", "Waktu (menit)", "Bagian", "Keluarga"));
    EXPECT_EQ(headings(Language::English)[5], "Time (min)");
}

TEST_F(ResultTables, HoldWordsForCodesYesAndNo) {
    EXPECT_THAT(texts("status", Language::Indonesian), ElementsAre("terjangkau", "jauh sekali", "-"));
    EXPECT_THAT(texts("Tepi", Language::Indonesian), ElementsAre("ya", "tidak", "-"));
    EXPECT_THAT(texts("Edge", Language::English), ElementsAre("yes", "no", "-"));
    EXPECT_THAT(texts("settlement_name", Language::English), ElementsAre("A", "B", "C"));
}

TEST_F(ResultTables, ShowNumbersAsTheirColumnsMean) {
    const auto tables = result_tables(report, results, Language::English);
    EXPECT_THAT(tables.front().number_formats, ElementsAre("", "", "", "", "#,##0", "#,##0", "0.0%", "#,##0"));
    EXPECT_EQ(tables.front().layer.columns[4].number(0), 1.25);
}

TEST_F(ResultTables, AreNamedByTitleAndSeasonAndKnowTheirNamesInTheData) {
    const auto tables = result_tables(report, results, Language::Indonesian);
    const auto& layer = tables.front().layer;
    EXPECT_EQ(layer.name, "Keterjangkauan (kemarau)");
    EXPECT_EQ(layer.source, "health_access_dry");
    EXPECT_EQ(layer.columns[4].definition().alias, core::same_text("total_m"));
    EXPECT_EQ(result_tables(report, results, Language::English).front().layer.name, "Access (dry)");
}

TEST_F(ResultTables, TurnNoDirectionOfWriting) {
    auto& layer = results.runs.front().results.layers.front();
    layers::Column names({"settlement_name", ColumnType::Text, "", {"settlement_name", "settlement_name"}});
    for (const auto* name : {"A\xE2\x80\xAE'; DROP", "B", "C"}) names.add_text(name);
    layer.columns[1] = names;
    EXPECT_THAT(texts("settlement_name", Language::English), ElementsAre("A'; DROP", "B", "C"));
}

}  // namespace
}  // namespace desakota::study
