#include "engine/report/text_pool.h"

#include <algorithm>
#include <numeric>

#include "engine/report/json_text.h"
#include "engine/report/packed_numbers.h"

namespace desakota::report {
namespace {

/// Where the word that begins at `from` ends: after its blanks. Only blanks divide, so no character is cut.
std::size_t end_of_word(std::string_view text, std::size_t from) {
    const auto blank = std::min(text.find(' ', from), text.size());
    return std::min(text.find_first_not_of(' ', blank), text.size());
}

}  // namespace

std::size_t TextPool::word(std::string_view text) {
    const auto [entry, is_new] = word_numbers_.try_emplace(std::string(text), words_.size());
    if (is_new) {
        words_.emplace_back(text);
        uses_.push_back(0);
    }
    ++uses_[entry->second];
    return entry->second;
}

std::size_t TextPool::add(std::string_view text) {
    const auto [entry, is_new] = numbers_.try_emplace(std::string(text), texts_.size());
    if (!is_new) return entry->second;
    std::vector<std::size_t> words;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = end_of_word(text, from);
        words.push_back(word(text.substr(from, end - from)));
        from = end;
    }
    texts_.push_back(std::move(words));
    return texts_.size() - 1;
}

std::string TextPool::json() const {
    std::vector<std::size_t> order(words_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return uses_[a] > uses_[b]; });
    std::vector<std::size_t> rank(order.size());
    std::vector<std::string> words;
    for (std::size_t i = 0; i < order.size(); ++i) {
        rank[order[i]] = i;
        words.push_back(json_string(words_[order[i]]));
    }
    PackedNumbers texts;
    for (const auto& text : texts_) {
        texts.add(std::uint64_t{text.size()});
        for (const auto number : text) texts.add(std::uint64_t{rank[number]});
    }
    return json_object({{"words", json_array(words)}, {"texts", texts.json()}});
}

}  // namespace desakota::report
