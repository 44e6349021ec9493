#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/unfilled_vector.h"
#include "engine/core/units.h"
#include "engine/network/barriers.h"
#include "engine/network/joins.h"
#include "engine/network/lines.h"
#include "engine/network/meetings.h"
#include "engine/network/segment_index.h"

namespace desakota::network {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// Roads, rivers and ferries as one network: the input's lines, connectors for the joins, and the cuts at which they
/// meet. Immutable once built; shared by any number of threads.
///
/// A cut is a place on a line that belongs to a node. A line's cuts lie in order along it, its two ends among them:
///
///     line     0------------1------2          cuts of the line: first_cut[line] .. first_cut[line + 1]
///     piece      (cut 0)      (cut 1)          piece c runs from cut c to cut c + 1 of the same line
///
/// The number of a piece is the number of its first cut; a line's last cut begins no piece.
struct RoadNetwork {
    Lines lines;  ///< the input's lines, then the connectors
    std::uint32_t input_line_count = 0;
    std::vector<TravelRule> rules;

    std::vector<std::uint32_t> first_cut{0};
    core::UnfilledVector<std::uint32_t> cut_segment;  ///< the segment on which the cut lies
    core::UnfilledVector<double> cut_metres;          ///< along the line, from its start
    core::UnfilledVector<std::uint32_t> cut_node;
    core::UnfilledVector<std::uint32_t> cut_line;

    core::UnfilledVector<geo::GridPoint> node_places;  ///< along a space-filling curve
    /// The part of the network that a node belongs to, passable ways taken in both directions; parts are numbered by
    /// their first node.
    std::vector<std::uint32_t> node_component;
    std::uint32_t component_count = 0;

    std::vector<Join> joins;          ///< the connector of joins[i] is line input_line_count + i
    std::vector<Crossing> crossings;  ///< that were joined
    SegmentIndex index;               ///< of the input's lines
    Barriers barriers;                ///< that cut access legs
    bool has_landings = false;        ///< rivers are then entered at landings only, not anywhere

    [[nodiscard]] std::uint32_t node_count() const { return static_cast<std::uint32_t>(node_places.size()); }
    [[nodiscard]] std::uint32_t cut_count() const { return static_cast<std::uint32_t>(cut_node.size()); }
    /// Whether a piece begins at this cut.
    [[nodiscard]] bool is_piece(std::uint32_t cut) const { return cut + 1 < first_cut[cut_line[cut] + 1]; }
    [[nodiscard]] const TravelRule& rule_of(std::uint32_t line) const { return rules[lines.attributes[line].rule]; }
    [[nodiscard]] bool is_connector(std::uint32_t line) const { return line >= input_line_count; }
};

enum class Cleaning : std::uint8_t { On, Off };
struct NetworkOptions {
    Cleaning cleaning = Cleaning::On;
    JoinOptions joins;
    Lines barriers;  ///< lines and outlines that access legs must not cross
};

/// Builds the network: finds where lines meet, joins what nearly meets (unless cleaning is off), numbers nodes and
/// components. `lines` need not be measured.
[[nodiscard]] RoadNetwork build_network(Lines lines, std::vector<TravelRule> rules, const NetworkOptions& options,
                                        const core::Parallel& parallel, core::Progress& progress);

/// Every rule that a network breaks (cuts out of order, a node without place ...), one sentence each; empty for a
/// sound one. For tests.
[[nodiscard]] std::vector<std::string> network_faults(const RoadNetwork& network);

/// What a way costs: millimetres, or milliseconds where the profile knows speeds.
enum class Objective : std::uint8_t { Distance, Time };

/// Cost from a line's start to a place `metres` along it: a whole number, so that the costs of a line's pieces add up
/// to the line's whatever its cuts. Time needs a rule with a speed or duration.
[[nodiscard]] std::int64_t cost_at(const RoadNetwork& network, std::uint32_t line, double metres, Objective objective);
/// Cost of a piece between its cuts, without boarding.
[[nodiscard]] std::int64_t piece_cost(const RoadNetwork& network, std::uint32_t piece, Objective objective);
/// Waiting when a connector is travelled from its road to its river or ferry (0 for every other line, and in the
/// other direction), in milliseconds.
[[nodiscard]] core::Milliseconds boarding_wait(const RoadNetwork& network, std::uint32_t line);

/// Whether every passable rule that the network's lines use has a speed or a duration.
[[nodiscard]] bool has_times(const RoadNetwork& network);

}  // namespace desakota::network
