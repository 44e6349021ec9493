#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/maps/office.h"
#include "engine/maps/prepared_layers.h"

namespace desakota::maps {

struct CardFigure {
    core::Text label;
    core::Text value;  ///< as readers of the language write it
};

/// What is told of one settlement. What is empty is left out. What it points at must outlive it.
struct SettlementCard {
    std::string name;
    std::string group;  ///< "Kecamatan Muara Telang"
    std::string area;
    Office office;                      ///< its name and date are shown
    std::vector<core::Text> sentences;  ///< the most telling first; those that find no room are left out
    std::vector<CardFigure> figures;    ///< at most six are shown
    const Basemap* base = nullptr;
    const PreparedLayer* index = nullptr;
    std::size_t row = 0;                      ///< of the settlement in the index's layer
    const PreparedLayer* ways = nullptr;      ///< lines to its destinations; nullptr: none
    std::vector<std::size_t> way_rows;        ///< which of them are this settlement's
    std::optional<LayerRole> destinations{};  ///< as in MapSheet
    core::Text map_title;                     ///< what the map's colours show, with the class of the settlement below
};

/// The content of a PNG file of 1080 x 1350 pixels: name, sentences, figures and a map of the surroundings.
[[nodiscard]] std::string draw_settlement_card_png(const SettlementCard& card, core::Language language);

}  // namespace desakota::maps
