#include "engine/io/row_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <utility>

#include "engine/io/fingerprint.h"

namespace desakota::io {
namespace {

using layers::ColumnType;
using testing::ElementsAre;

/// Rows with these feature numbers; every value tells its number, and 5 has neither geometry nor values.
layers::Layer layer_of(const std::vector<std::int64_t>& ids) {
    layers::Layer layer;
    layer.name = "jalan";
    layer.source = "PG:dbname=desa";
    layer.crs = "a system";
    layer.geometry_type = geo::GeometryType::Line;
    layer.row_count = ids.size();
    layer.feature_ids = ids;
    layer.columns.reserve(4);
    auto& text = layer.add_column({.name = "nama", .type = ColumnType::Text});
    auto& whole = layer.add_column({.name = "jumlah", .type = ColumnType::WholeNumber});
    auto& number = layer.add_column({.name = "lebar", .type = ColumnType::Number});
    auto& yes_no = layer.add_column({.name = "rusak", .type = ColumnType::YesNo});
    for (const auto id : ids) {
        const auto value = static_cast<double>(id);
        if (id == 5) {
            for (auto* column : {&text, &whole, &number, &yes_no}) column->add_missing();
        } else {
            layer.geometry.add_part(geo::PartRole::Line, std::vector<geo::Point>{{value, 0.0}, {value, 1.0}});
            layer.geometry.add_part(geo::PartRole::Line, std::vector<geo::Point>{{value, 2.0}, {value, 3.0}});
            text.add_text("jalan " + std::to_string(id));
            whole.add_whole_number(id);
            number.add_number(value / 2.0);
            yes_no.add_yes_no(id % 2 == 0);
        }
        layer.geometry.end_feature();
    }
    return layer;
}

TEST(RowOrder, FollowsFeatureNumbersWithAllThatBelongsToARow) {
    core::SilentProgress silent;
    const auto mixed = layer_of({7, 2, 5, 9, 1});
    const auto sorted = layer_of({1, 2, 5, 7, 9});
    EXPECT_FALSE(is_in_order_of_ids(mixed));
    const auto result = in_order_of_ids(mixed);
    EXPECT_TRUE(is_in_order_of_ids(result));
    EXPECT_THAT(result.feature_ids, ElementsAre(1, 2, 5, 7, 9));
    EXPECT_EQ(fingerprint_of(result, silent), fingerprint_of(sorted, silent));
    EXPECT_NE(fingerprint_of(result, silent), fingerprint_of(mixed, silent));
    EXPECT_EQ(result.source, mixed.source);
    EXPECT_EQ(result.crs, mixed.crs);
    EXPECT_EQ(result.row_count, 5U);
    EXPECT_TRUE(result.geometry.is_missing(2));
    EXPECT_EQ(result.columns[0].text(3), "jalan 7");
}

TEST(RowOrder, LeavesATableWithoutGeometryWithoutIt) {
    auto table = layer_of({2, 1});
    table.geometry = {};
    table.geometry_type = geo::GeometryType::None;
    const auto result = in_order_of_ids(table);
    EXPECT_EQ(result.geometry.size(), 0U);
    EXPECT_EQ(result.columns[1].whole_number(0), 1);
}

}  // namespace
}  // namespace desakota::io
