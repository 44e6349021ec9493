#pragma once

#include <vector>

#include "engine/maps/style.h"

namespace desakota::analyses {

/// Styles of `check_network`: `findings` by severity and kind, and `gain` by the settlements that mending would help.
[[nodiscard]] std::vector<maps::Style> finding_styles();
/// Of `check_network_mended`: what was changed.
[[nodiscard]] std::vector<maps::Style> mended_styles();
/// Of `check_network_missing_links`: by what they are and what they would bring.
[[nodiscard]] std::vector<maps::Style> missing_link_styles();
/// Of `check_network_components`: the longest component quiet, the others loud.
[[nodiscard]] std::vector<maps::Style> component_styles();

}  // namespace desakota::analyses
