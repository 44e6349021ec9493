#include "engine/report/pdf_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::report {
namespace {

using core::Language;
using testing::ElementsAre;

constexpr double kWide = 1000.0;

void add_numbers(layers::Layer& layer, const std::string& name, const std::string& unit, double value) {
    auto& column = layer.add_column({name, layers::ColumnType::Number, unit, {name, name}});
    for (std::size_t row = 0; row < layer.row_count; ++row) column.add_number(value);
}
void add_texts(layers::Layer& layer, const std::string& name) {
    auto& column = layer.add_column({name, layers::ColumnType::Text, "", {name, name}});
    for (std::size_t row = 0; row < layer.row_count; ++row) column.add_text("Desa " + std::to_string(row));
}

layers::Layer health() {
    layers::Layer layer;
    layer.row_count = 2;
    for (const auto* name : {"settlement_id", "settlement_name", "facility_name", "reason"}) add_texts(layer, name);
    add_numbers(layer, "gap_m", "m", 4.0);
    add_numbers(layer, "total_m", "m", 5400.0);
    add_numbers(layer, "detour_ratio", "", 1.5);
    add_numbers(layer, "total_min", "min", 12.0);
    add_numbers(layer, "any_total_m", "m", 200.0);
    add_numbers(layer, "families", "", 120.0);
    add_numbers(layer, "families_beyond", "", 60.0);
    add_numbers(layer, "share_beyond", "", 0.5);
    return layer;
}

std::vector<std::string> names_of(const layers::Layer& layer, const Report& report, double letters) {
    const Table table{"health_access", {"Health", "Kesehatan"}, &layer};
    const auto shown = page_table(table, report, Language::English);
    std::vector<std::string> names;
    for (const auto& column : paper_columns(shown, table, report, Language::English, letters)) {
        names.push_back(layer.columns[column.number].name());
    }
    return names;
}

TEST(PaperColumns, AreWhoWhereHowFarAndTheFamiliesWhereRoomIsShort) {
    const auto layer = health();
    EXPECT_THAT(names_of(layer, {}, 106.0), ElementsAre("settlement_name", "facility_name", "total_m", "total_min",
                                                        "families", "families_beyond", "share_beyond"));
}

TEST(PaperColumns, AreAllThatSaySomethingWhereThereIsRoom) {
    const auto layer = health();
    EXPECT_THAT(names_of(layer, {}, kWide),
                ElementsAre("settlement_name", "facility_name", "total_m", "detour_ratio", "total_min", "any_total_m",
                            "families", "families_beyond", "share_beyond"));
}

TEST(PaperColumns, PreferWhatTheMapsAreDrawnBy) {
    const auto layer = health();
    maps::Style style;
    maps::StyleClass one;
    one.criteria = {maps::Within{"any_total_m", {}, 1000.0}};
    style.classes = {one};
    Report report;
    report.indexes.push_back({"index", {}, {}, {}, {}, {&layer, style}});
    const auto names = names_of(layer, report, 122.0);
    EXPECT_THAT(names, testing::Contains("any_total_m"));
    EXPECT_THAT(names, testing::Not(testing::Contains("detour_ratio")));
    EXPECT_THAT(names_of(layer, {}, 122.0), testing::Not(testing::Contains("any_total_m")));
}

TEST(PaperColumns, ShowAtLeastOne) {
    const auto layer = health();
    EXPECT_THAT(names_of(layer, {}, 1.0), ElementsAre("settlement_name"));
}

TEST(OnPaper, WritesLongWaysInKilometresAndSharesInPerCent) {
    const auto layer = health();
    const Table table{"health_access", {}, &layer};
    const auto shown = page_table(table, {}, Language::Indonesian);
    const auto cell = [&](std::size_t number) {
        const auto column = on_paper(shown.columns[number], layer.columns[number].definition());
        return column.heading + " " + shown_cell(column, 0, Language::Indonesian);
    };
    EXPECT_EQ(cell(5), "total_m (km) 5,4");
    EXPECT_EQ(cell(4), "gap_m (m) 4");
    EXPECT_EQ(cell(11), "share_beyond (%) 50");
    EXPECT_EQ(cell(10), "families_beyond 60");
}

}  // namespace
}  // namespace desakota::report
