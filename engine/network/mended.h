#pragma once

#include "engine/network/road_network.h"

namespace desakota::network {

/// The network as lines again, for a file that needs no cleaning: the input's lines in their order, with a vertex at
/// every cut, then each join by tolerance as a line of two points with `join` set (none where both lie at one place).
///
///   * Lines that meet have the very same vertex there. None of the input's vertices moves; an inserted one lies on
///     its line to 0.1 mm.
///   * Cleaning it again finds no join by tolerance and no crossing, and no distance differs by more than 1 mm a cut.
///   * Boardings and landings are not written: they are found again.
/// `cleaning` is that with which the network was built.
[[nodiscard]] Lines mended_lines(const RoadNetwork& network, Cleaning cleaning, core::Progress& progress);

}  // namespace desakota::network
