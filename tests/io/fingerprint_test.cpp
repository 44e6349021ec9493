#include "engine/io/fingerprint.h"

#include <gtest/gtest.h>

namespace desakota::io {
namespace {

layers::Layer line_layer() {
    layers::Layer layer;
    for (const double x : {1.0, 2.0, 3.0, 4.0}) layer.geometry.add_coordinate({x, 0.0});
    layer.geometry.end_part(geo::PartRole::Line);
    layer.geometry.end_feature();
    layer.geometry.end_feature();
    auto& column = layer.add_column({.name = "class"});
    column.add_text("track");
    column.add_missing();
    return layer;
}

std::string digits_of(const layers::Layer& layer, std::size_t step = 1) {
    core::SilentProgress progress;
    Fingerprint fingerprint;
    const auto all = layer.geometry.all_coordinates();
    for (std::size_t at = 0; at < all.size(); at += step) {
        fingerprint.add(all.subspan(at, std::min(step, all.size() - at)));
    }
    return fingerprint.finish(layer, progress);
}

TEST(Fingerprint, IsSha256) {
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Fingerprint, DoesNotDependOnThePortionsThatCame) {
    EXPECT_EQ(digits_of(line_layer(), 1), digits_of(line_layer(), 4));
    EXPECT_EQ(digits_of(line_layer(), 3), digits_of(line_layer(), 4));
}

TEST(Fingerprint, ChangesWithEveryPartOfTheData) {
    const auto before = digits_of(line_layer());
    auto moved = line_layer();
    moved.geometry.all_coordinates()[2].y = 1e-12;
    EXPECT_NE(digits_of(moved), before);
    auto renamed = line_layer();
    renamed.columns.clear();
    auto& column = renamed.add_column({.name = "kelas"});
    column.add_text("track");
    column.add_missing();
    EXPECT_NE(digits_of(renamed), before);
    auto longer = line_layer();
    longer.geometry.end_feature();
    EXPECT_NE(digits_of(longer), before);
    auto swapped = line_layer();
    swapped.columns.clear();
    auto& values = swapped.add_column({.name = "class"});
    values.add_missing();
    values.add_text("track");
    EXPECT_NE(digits_of(swapped), before);
}

}  // namespace
}  // namespace desakota::io
