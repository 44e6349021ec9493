#include "engine/maps/picture.h"

#include <gtest/gtest.h>

#include "tests/maps/png_file.h"
#include "tests/maps/small_area.h"

namespace desakota::maps {
namespace {

using core::Language;

constexpr std::size_t kMostBytes = 400'000;

TEST(Picture, HasItsSizeAndFitsAMessage) {
    const SmallMap map(square_settlements(30, 30, {104.7, -2.6}, 0.01));
    const auto telephone = draw_picture_png(map.sheet(), PictureShape::Telephone, Language::Indonesian);
    EXPECT_LT(telephone.size(), kMostBytes);
    EXPECT_EQ(decoded(telephone).width, 1080U);
    EXPECT_EQ(decoded(telephone).height, 1350U);
    const auto projector = draw_picture_png(map.sheet(), PictureShape::Projector, Language::English);
    EXPECT_LT(projector.size(), kMostBytes);
    EXPECT_EQ(decoded(projector).width, 1920U);
    EXPECT_EQ(decoded(projector).height, 1080U);
}

TEST(Picture, HasFewerDotsWhereAsked) {
    const SmallMap map(square_settlements(30, 30, {104.7, -2.6}, 0.01));
    const PictureFile small{.scale = 0.5, .most_bytes = 20'000};
    const auto picture = draw_picture_png(map.sheet(), PictureShape::Telephone, Language::Indonesian, small);
    EXPECT_EQ(decoded(picture).width, 540U);
    EXPECT_EQ(decoded(picture).height, 675U);
    const auto any_size = draw_picture_png(map.sheet(), PictureShape::Telephone, Language::Indonesian, {.scale = 0.5});
    EXPECT_LT(picture.size(), any_size.size());
}

TEST(Picture, IsTheSameEachTime) {
    const SmallMap map;
    EXPECT_EQ(draw_picture_png(map.sheet(), PictureShape::Telephone, Language::Indonesian),
              draw_picture_png(map.sheet(), PictureShape::Telephone, Language::Indonesian));
}

/// The map keeps its room, however many classes there are: its middle is a settlement, not a legend.
TEST(Picture, KeepsItsMapAboveALegendOfManyClasses) {
    auto style = distance_classes();
    for (int i = 0; i < 80; ++i) {
        auto more = style.classes[0];
        more.label = core::same_text("Kelas " + std::to_string(i));
        style.classes.insert(style.classes.begin() + 1, more);
    }
    const SmallMap map(square_settlements(1, 1, {104.7, -2.6}, 0.05), style);
    const auto read = decoded(draw_picture_png(map.sheet(), PictureShape::Telephone, Language::Indonesian));
    const auto at_top = read.pixels[250 * read.width + 500];
    const auto in_middle = read.pixels[650 * read.width + 500];
    EXPECT_EQ(at_top, in_middle);
    EXPECT_NE(in_middle, 0xFFFFFFU);
}

}  // namespace
}  // namespace desakota::maps
