#include "engine/matching/alike_index.h"

#include <algorithm>
#include <utility>

namespace desakota::matching {
namespace {

constexpr std::size_t kMostEntries = 8000;

/// The groups of three letters of a text with a blank before and after it, each once.
std::vector<std::uint32_t> groups_of(std::string_view text) {
    if (text.empty()) return {};
    const auto padded = " " + std::string(text) + " ";
    std::vector<std::uint32_t> groups;
    for (std::size_t i = 0; i + 2 < padded.size(); ++i) {
        std::uint32_t group = 0;
        for (const char letter : std::string_view(padded).substr(i, 3)) {
            group = group * 256 + static_cast<unsigned char>(letter);
        }
        groups.push_back(group);
    }
    std::ranges::sort(groups);
    const auto twice = std::ranges::unique(groups);
    groups.erase(twice.begin(), twice.end());
    return groups;
}

}  // namespace

AlikeIndex::AlikeIndex(std::span<const std::string> texts) : text_count_(texts.size()) {
    for (std::uint32_t text = 0; text < texts.size(); ++text) {
        for (const auto group : groups_of(texts[text])) entries_.push_back({group, text});
    }
    std::ranges::sort(entries_);
}

std::vector<std::span<const AlikeIndex::Entry>> AlikeIndex::rarest_first(std::string_view text) const {
    std::vector<std::span<const Entry>> lists;
    for (const auto group : groups_of(text)) {
        const auto list = std::ranges::equal_range(entries_, group, {}, &Entry::letters);
        if (!list.empty()) lists.emplace_back(list.begin(), list.end());
    }
    std::ranges::stable_sort(lists, {}, [](std::span<const Entry> list) { return list.size(); });
    return lists;
}

std::vector<std::uint32_t> AlikeIndex::near(std::string_view text, std::size_t most) const {
    std::vector<std::uint32_t> counts(text_count_, 0);
    std::vector<std::uint32_t> met;
    std::size_t seen = 0;
    for (const auto& list : rarest_first(text)) {
        if (seen > 0 && seen + list.size() > kMostEntries) break;
        for (const auto& entry : list.first(std::min(list.size(), kMostEntries))) {
            if (counts[entry.text]++ == 0) met.push_back(entry.text);
        }
        seen += list.size();
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> shared;  // how many groups, which text
    shared.reserve(met.size());
    for (const auto place : met) shared.emplace_back(counts[place], place);
    const auto before = [](const auto& left, const auto& right) {
        return left.first != right.first ? left.first > right.first : left.second < right.second;
    };
    const auto kept = std::min(most, shared.size());
    std::ranges::partial_sort(shared, shared.begin() + static_cast<std::ptrdiff_t>(kept), before);
    std::vector<std::uint32_t> nearest;
    nearest.reserve(kept);
    for (const auto& [count, place] : std::span(shared).first(kept)) nearest.push_back(place);
    return nearest;
}

}  // namespace desakota::matching
