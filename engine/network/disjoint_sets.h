#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace desakota::network {

/// Sets of numbers 0 .. count - 1 that are merged two at a time; a set is named by its smallest member.
class DisjointSets {
public:
    explicit DisjointSets(std::uint32_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }

    [[nodiscard]] std::uint32_t find(std::uint32_t member) {
        while (parent_[member] != member) {
            parent_[member] = parent_[parent_[member]];
            member = parent_[member];
        }
        return member;
    }
    /// From now on `name` tells every member's set without looking far.
    void flatten() {
        // A member's parent is smaller, and so knows its set already.
        for (auto& parent : parent_) parent = parent_[parent];
    }
    [[nodiscard]] std::uint32_t name(std::uint32_t member) const { return parent_[member]; }

    void merge(std::uint32_t one, std::uint32_t other) {
        one = find(one);
        other = find(other);
        if (one > other) std::swap(one, other);
        parent_[other] = one;
    }

private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace desakota::network
