#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace desakota::report {

/// The texts of a page, each once, written as numbers of their words, of which each stands once as well: the thousands
/// of sentences of a province differ in a few words only.
class TextPool {
public:
    /// The number by which the page's scripts find the text.
    std::size_t add(std::string_view text);

    /// {"words": [...], "texts": "..."}: the most frequent words first; of each text its packed count of words, then
    /// their numbers (packed_numbers.h). Words put together give the text.
    [[nodiscard]] std::string json() const;

private:
    std::size_t word(std::string_view text);

    std::unordered_map<std::string, std::size_t> numbers_;
    std::vector<std::vector<std::size_t>> texts_;
    std::unordered_map<std::string, std::size_t> word_numbers_;
    std::vector<std::string> words_;
    std::vector<std::size_t> uses_;
};

}  // namespace desakota::report
