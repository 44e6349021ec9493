#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace desakota::hinterland {

/// How many facilities of each kind each place has, row for row: counts[place x kinds + kind], not negative.
struct FacilityCounts {
    std::span<const double> counts;
    std::size_t kinds = 0;

    [[nodiscard]] std::size_t places() const { return kinds == 0 ? 0 : counts.size() / kinds; }
    [[nodiscard]] double at(std::size_t place, std::size_t kind) const { return counts[place * kinds + kind]; }
};

/// Each kind shares out a centrality of 100 among the places that have it: a facility of a kind of which there are T
/// counts 100 / T. A kind that no place has is passed over, so that the places' indices sum to 100 x the other kinds.
///
/// Source: Marshall (1969), The Location of Service Towns, University of Toronto Press.
struct MarshallIndex {
    std::vector<double> of_kind;   ///< 100 / T; 0 for a kind that no place has
    std::vector<double> of_place;  ///< sum over kinds of of_kind x count
    std::size_t kinds_found = 0;   ///< that some place has
};
/// Presence: a place counts once for each kind that it has, however many facilities.
enum class CountAs : std::uint8_t { Units, Presence };
[[nodiscard]] MarshallIndex marshall_index(const FacilityCounts& counts, CountAs count_as);

/// Kinds ordered from the most to the least common, places from the most to the fewest kinds. If kinds form a scale, a
/// place with k kinds has the k most common ones; each place's errors are the kinds in which it differs from that.
///
///   * reproducibility COR = 1 - errors / (places x kinds), usually asked to be at least 0.90;
///   * minimal_reproducibility MMR = sum over kinds of max(places with, places without) / (places x kinds);
///   * scalability CS = (COR - MMR) / (1 - MMR), usually asked to be at least 0.60 to 0.65; 0 where MMR is 1 (every
///     place has the same kinds, which says nothing).
///
/// Sources: Guttman (1944), American Sociological Review 9, 139-150; errors: Goodenough (1944), Educational and
/// Psychological Measurement 4, 179-190; MMR: Edwards (1957), Techniques of Attitude Scale Construction; CS: Menzel
/// (1953), Public Opinion Quarterly 17, 268-280.
struct Scalogram {
    std::vector<std::size_t> kind_order;   ///< of equally common kinds the earlier first
    std::vector<std::size_t> place_order;  ///< of places with as many kinds the earlier first
    std::vector<std::size_t> kinds_of_place;
    std::vector<std::size_t> errors_of_place;
    std::size_t errors = 0;
    double reproducibility = 1.0;
    double minimal_reproducibility = 1.0;
    double scalability = 0.0;
};
[[nodiscard]] Scalogram guttman_scalogram(const FacilityCounts& counts);

}  // namespace desakota::hinterland
