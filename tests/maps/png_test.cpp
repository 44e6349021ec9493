#include "engine/maps/png.h"

#include <gtest/gtest.h>

#include "tests/maps/png_file.h"

namespace desakota::maps {
namespace {

TEST(PngFile, KeepsTheColoursOfAPlainPicture) {
    std::vector<std::uint32_t> values;
    for (std::uint32_t i = 0; i < 12 * 7; ++i) values.push_back((i % 5) * 0x332211U);
    const auto file = png_file({12, 7, values}, {});
    const auto read = decoded(file);
    EXPECT_EQ(read.width, 12U);
    EXPECT_EQ(read.height, 7U);
    EXPECT_EQ(read.pixels, values);
}

TEST(DrawablePng, IsAWholeFile) {
    std::vector<std::uint32_t> values(64 * 64, 0x112233U);
    for (std::uint32_t i = 0; i < values.size(); ++i) values[i] = i * i % 251 << 8U;
    const auto file = png_file({64, 64, values}, {});
    EXPECT_TRUE(is_drawable_png(file));
    EXPECT_FALSE(is_drawable_png(file.substr(0, file.size() / 2)));
    EXPECT_FALSE(is_drawable_png("GIF89a"));
    EXPECT_FALSE(is_drawable_png(""));
}

TEST(DrawablePng, IsNotTooLarge) {
    const std::vector<std::uint32_t> values(26'000'000, 0U);
    EXPECT_FALSE(is_drawable_png(png_file({13'000, 2'000, values}, {})));
}

TEST(PngFile, SaysItsResolution) {
    const std::vector<std::uint32_t> values(4, 0xFFFFFFU);
    EXPECT_EQ(pixels_per_metre(png_file({2, 2, values}, {300.0 / 0.0254, 1})), 11811U);
}

/// More colours than a palette holds: the common ones stay as they are, the others come near.
TEST(PngFile, ComesNearWhereThereAreManyColours) {
    std::vector<std::uint32_t> values(5000, 0xD55E00U);
    for (std::uint32_t i = 0; i < 4096; ++i) values.push_back((i % 16) << 20U | (i / 16 % 16) << 12U | (i / 256) << 4U);
    const auto read = decoded(png_file({values.size(), 1, values}, {}));
    EXPECT_EQ(read.pixels[0], 0xD55E00U);
    EXPECT_EQ(read.pixels[4999], 0xD55E00U);
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (const unsigned shift : {0U, 8U, 16U}) {
            const int wanted = static_cast<int>(values[i] >> shift & 0xFFU);
            EXPECT_NEAR(static_cast<int>(read.pixels[i] >> shift & 0xFFU), wanted, 64) << i;
        }
    }
}

}  // namespace
}  // namespace desakota::maps
