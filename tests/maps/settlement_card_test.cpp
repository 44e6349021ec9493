#include "engine/maps/settlement_card.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "tests/maps/png_file.h"
#include "tests/maps/small_area.h"

namespace desakota::maps {
namespace {

using core::Language;

SettlementCard card_of(const SmallMap& map, std::size_t row) {
    SettlementCard card;
    card.name = "Mulyasari";
    card.group = "Kecamatan Tanjung Lago";
    card.sentences = {core::same_text("Puskesmas terdekat 3 km.")};
    card.figures = {{{"Families", "Keluarga"}, core::same_text("812")}};
    card.base = &map.base;
    card.index = &map.index;
    card.row = row;
    return card;
}

TEST(SettlementCard, IsAPictureForATelephone) {
    const SmallMap map;
    const auto file = draw_settlement_card_png(card_of(map, 4), Language::Indonesian);
    EXPECT_EQ(decoded(file).width, 1080U);
    EXPECT_EQ(decoded(file).height, 1350U);
    EXPECT_EQ(draw_settlement_card_png(card_of(map, 4), Language::Indonesian), file);
    EXPECT_NE(draw_settlement_card_png(card_of(map, 5), Language::Indonesian), file);
}

TEST(SettlementCard, BeginsWithTheColourOfTheSettlementsClass) {
    const SmallMap map;
    EXPECT_EQ(decoded(draw_settlement_card_png(card_of(map, 0), Language::English)).pixels.front(), 0x56B4E9U);
    EXPECT_EQ(decoded(draw_settlement_card_png(card_of(map, 4), Language::English)).pixels.front(), 0xE69F00U);
}

TEST(SettlementCard, FindsRoomForManySentencesAndFigures) {
    const SmallMap map;
    auto card = card_of(map, 1);
    card.sentences.assign(40, core::same_text(std::string(90, 'w') + " " + std::string(90, 'w')));
    card.figures.assign(40, {core::same_text(std::string(200, 'l')), core::same_text(std::string(200, '9'))});
    card.name = std::string(400, 'N');
    EXPECT_NO_THROW((void)draw_settlement_card_png(card, Language::Indonesian));
}

TEST(SettlementCard, CanBeOfASettlementWithoutPlace) {
    auto layer = square_settlements(2, 2, {104.7, -2.6}, 0.05);
    layer.geometry.end_feature();
    for (auto& column : layer.columns) column.add_missing();
    ++layer.row_count;
    const SmallMap map(layer);
    EXPECT_NO_THROW((void)draw_settlement_card_png(card_of(map, 4), Language::English));
}

}  // namespace
}  // namespace desakota::maps
