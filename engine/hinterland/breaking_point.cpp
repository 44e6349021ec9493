#include "engine/hinterland/breaking_point.h"

#include <cmath>
#include <numeric>

namespace desakota::hinterland {
namespace {

/// The last place from 0 on at which `holds`, which is true at 0, false at `length`, and once false stays so.
template <class Condition>
double last_place(double length, Condition holds) {
    double low = 0.0;
    double high = length;
    for (double middle = std::midpoint(low, high); middle > low && middle < high; middle = std::midpoint(low, high)) {
        if (holds(middle)) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

}  // namespace

BreakingPoint breaking_point(double first_mass, double second_mass, double length, const access::Decay& decay) {
    // By how much the first pulls more: never rising along the way from the first to the second.
    const auto difference = [&](double place) {
        return first_mass * access::decay_at(decay, place) - second_mass * access::decay_at(decay, length - place);
    };
    using Place = BreakingPoint::Place;
    const double at_first = difference(0.0);
    const double at_second = difference(length);
    if (at_first == 0.0 && at_second == 0.0) return {Place::Between, length / 2.0};
    if (at_first <= 0.0) return {Place::SecondPullsAll, 0.0};
    if (at_second >= 0.0) return {Place::FirstPullsAll, length};
    const double first_ends = last_place(length, [&](double place) { return difference(place) > 0.0; });
    // From the other end, so that exchanging the centres does the same arithmetic.
    const double second_ends = last_place(length, [&](double place) { return difference(length - place) < 0.0; });
    return {Place::Between, std::midpoint(first_ends, length - second_ends)};
}

}  // namespace desakota::hinterland
