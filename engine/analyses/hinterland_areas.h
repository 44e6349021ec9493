#pragma once

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/hinterland_question.h"
#include "engine/analyses/search_setting.h"

namespace desakota::analyses {

/// The yes/no `hinterlands`, and the layer hinterland_interaction_hinterlands that it asks for.
[[nodiscard]] Parameter hinterlands_parameter();
[[nodiscard]] OutputLayer declare_hinterlands();

/// Styles of the layer of a run: with a colour and a name for each hinterland, where there are colours enough.
[[nodiscard]] std::vector<maps::Style> hinterland_area_styles(const layers::Layer& hinterlands);

/// One row a centre with a hinterland, in the centres' order and the settlements' coordinate system:
///
///   * Settlements as polygons: the polygons of the settlements whose main centre it is, dissolved; `area_km2` on the
///     ellipsoid, overlaps counted once. A centre with such settlements and no usable polygon has a row without
///     geometry.
///   * Settlements as points: the roads that are tied most to it (road_catchments.h), as lines; `road_km`. Centres have
///     a row if they have settlements or roads.
///   * `families` only with a families field, `population` only where populations are known: sums of those known,
///     missing where none is. `colour` is a number that differs between neighbours.
[[nodiscard]] layers::Layer make_hinterlands(const HinterlandQuestion& question, const HinterlandFindings& findings,
                                             const layers::Layer& settlement_layer, const SearchSetting& setting,
                                             RunContext& context);

}  // namespace desakota::analyses
