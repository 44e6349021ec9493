#include "engine/hinterland/centrality.h"

#include <algorithm>
#include <numeric>

namespace desakota::hinterland {
namespace {

constexpr double kCombinedCentrality = 100.0;

double counted(const FacilityCounts& counts, std::size_t place, std::size_t kind, CountAs count_as) {
    const double count = counts.at(place, kind);
    if (count_as == CountAs::Units) return count;
    return count > 0.0 ? 1.0 : 0.0;
}

/// 0, 1, 2 ... in falling order of `keys`; of equal keys the earlier first.
std::vector<std::size_t> falling_order(const std::vector<std::size_t>& keys) {
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t item) { return keys[item]; });
    return order;
}

std::size_t errors_of(const FacilityCounts& counts, const Scalogram& scalogram, std::size_t place) {
    std::size_t errors = 0;
    for (std::size_t rank = 0; rank < counts.kinds; ++rank) {
        const bool is_expected = rank < scalogram.kinds_of_place[place];
        if ((counts.at(place, scalogram.kind_order[rank]) > 0.0) != is_expected) ++errors;
    }
    return errors;
}

}  // namespace

MarshallIndex marshall_index(const FacilityCounts& counts, CountAs count_as) {
    MarshallIndex index;
    index.of_kind.assign(counts.kinds, 0.0);
    index.of_place.assign(counts.places(), 0.0);
    for (std::size_t kind = 0; kind < counts.kinds; ++kind) {
        double total = 0.0;
        for (std::size_t place = 0; place < counts.places(); ++place) total += counted(counts, place, kind, count_as);
        if (!(total > 0.0)) continue;
        ++index.kinds_found;
        index.of_kind[kind] = kCombinedCentrality / total;
        for (std::size_t place = 0; place < counts.places(); ++place) {
            index.of_place[place] += index.of_kind[kind] * counted(counts, place, kind, count_as);
        }
    }
    return index;
}

Scalogram guttman_scalogram(const FacilityCounts& counts) {
    Scalogram scalogram;
    scalogram.kinds_of_place.assign(counts.places(), 0);
    std::vector<std::size_t> places_of_kind(counts.kinds, 0);
    for (std::size_t place = 0; place < counts.places(); ++place) {
        for (std::size_t kind = 0; kind < counts.kinds; ++kind) {
            const std::size_t has = counts.at(place, kind) > 0.0 ? 1 : 0;
            scalogram.kinds_of_place[place] += has;
            places_of_kind[kind] += has;
        }
    }
    scalogram.kind_order = falling_order(places_of_kind);
    scalogram.place_order = falling_order(scalogram.kinds_of_place);
    for (std::size_t place = 0; place < counts.places(); ++place) {
        scalogram.errors_of_place.push_back(errors_of(counts, scalogram, place));
        scalogram.errors += scalogram.errors_of_place.back();
    }
    const auto cells = static_cast<double>(counts.places() * counts.kinds);
    if (cells == 0.0) return scalogram;
    std::size_t most_usual = 0;
    for (const auto with : places_of_kind) most_usual += std::max(with, counts.places() - with);
    scalogram.reproducibility = 1.0 - static_cast<double>(scalogram.errors) / cells;
    scalogram.minimal_reproducibility = static_cast<double>(most_usual) / cells;
    const double room = 1.0 - scalogram.minimal_reproducibility;
    if (room > 0.0) scalogram.scalability = (scalogram.reproducibility - scalogram.minimal_reproducibility) / room;
    return scalogram;
}

}  // namespace desakota::hinterland
