#pragma once

#include <atomic>
#include <cstdint>

namespace desakota::core {

/// Adds one to a counter that several threads count with, and tells what it was before.
inline std::uint32_t count_one(std::uint32_t& counter) {
    return std::atomic_ref(counter).fetch_add(1, std::memory_order_relaxed);
}

}  // namespace desakota::core
