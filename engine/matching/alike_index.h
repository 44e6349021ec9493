#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace desakota::matching {

/// Finds those of many texts that may be like another, by the groups of three letters that they share.
///
/// Bounded: a query looks at the rarest groups first and at no more than about 8,000 entries, however many texts
/// there are.
class AlikeIndex {
public:
    AlikeIndex() = default;  ///< of no texts
    explicit AlikeIndex(std::span<const std::string> texts);

    /// The places of at most `most` texts that share a group with `text`: those that share the most first, then in
    /// their order.
    [[nodiscard]] std::vector<std::uint32_t> near(std::string_view text, std::size_t most) const;

private:
    struct Entry {
        std::uint32_t letters = 0;  ///< three of them
        std::uint32_t text = 0;
        auto operator<=>(const Entry&) const = default;
    };

    [[nodiscard]] std::vector<std::span<const Entry>> rarest_first(std::string_view text) const;

    std::vector<Entry> entries_;  // ascending, each once
    std::size_t text_count_ = 0;
};

}  // namespace desakota::matching
