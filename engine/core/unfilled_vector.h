#pragma once

#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace desakota::core {

/// Makes new elements without a value of their own.
template <class T>
struct LeavesUnfilled : std::allocator<T> {
    template <class Element>
    void construct(Element* /*place*/) noexcept {}
    template <class Element, class... Arguments>
    void construct(Element* place, Arguments&&... arguments) {
        std::construct_at(place, std::forward<Arguments>(arguments)...);
    }
};

/// A vector for large arrays that several threads fill: to grow it takes no time, and its memory is first touched by
/// the thread that writes there. What `resize` adds holds nothing: write every element before it is read. For plain
/// values without destructors only.
template <class T>
    requires(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>)
using UnfilledVector = std::vector<T, LeavesUnfilled<T>>;

}  // namespace desakota::core
