#pragma once

#include <atomic>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace desakota::network {

/// Sets of numbers 0 .. count - 1 that are merged two at a time, by several threads at once where they like; a set is
/// named by its smallest member, whatever the order of merges.
/// Source: Anderson and Woll (1991), "Wait-free parallel algorithms for the union-find problem", Proc. STOC.
class DisjointSets {
public:
    explicit DisjointSets(std::uint32_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }

    [[nodiscard]] std::uint32_t find(std::uint32_t member) {
        while (true) {
            const auto parent = parent_of(member).load(std::memory_order_relaxed);
            if (parent == member) return member;
            const auto next = parent_of(parent).load(std::memory_order_relaxed);
            // Another thread may know a nearer one by now; this one leads to the same set.
            if (next != parent) parent_of(member).store(next, std::memory_order_relaxed);
            member = next;
        }
    }
    /// From now on `name` tells every member's set without looking far.
    void flatten() {
        // A member's parent is smaller, and so knows its set already.
        for (auto& parent : parent_) parent = parent_[parent];
    }
    [[nodiscard]] std::uint32_t name(std::uint32_t member) const { return parent_[member]; }

    void merge(std::uint32_t one, std::uint32_t other) {
        while (true) {
            one = find(one);
            other = find(other);
            if (one == other) return;
            if (one > other) std::swap(one, other);
            auto first = other;
            // Unless another thread has given it a parent meanwhile.
            if (parent_of(other).compare_exchange_strong(first, one, std::memory_order_relaxed)) return;
        }
    }

private:
    std::atomic_ref<std::uint32_t> parent_of(std::uint32_t member) { return std::atomic_ref(parent_[member]); }

    std::vector<std::uint32_t> parent_;
};

}  // namespace desakota::network
