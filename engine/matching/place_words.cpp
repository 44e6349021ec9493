#include "engine/matching/place_words.h"

#include <array>
#include <optional>
#include <utility>

#include "engine/matching/footnote_marks.h"
#include "engine/matching/place_letters.h"

namespace desakota::matching {
namespace {

enum class Stroke : std::uint8_t { Letter, Digit, Dropped, BetweenWords, BetweenParts };

/// What a byte of a name does. Bytes of letters beyond A to Z are letters.
Stroke stroke_of(char letter) {
    if (is_digit(letter)) return Stroke::Digit;
    if (is_letter(letter) || static_cast<unsigned char>(letter) >= 0x80) return Stroke::Letter;
    constexpr std::string_view kBetweenParts = "()[]{},;";
    if (kBetweenParts.find(letter) != std::string_view::npos) return Stroke::BetweenParts;
    return letter == '\'' || letter == '`' ? Stroke::Dropped : Stroke::BetweenWords;
}

/// Blanks, dashes and apostrophes beyond ASCII, as the plain ones.
std::string with_plain_marks(std::string text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kMarks{{{"\xC2\xA0", " "},
                                                                                   {"\xE2\x80\x98", "'"},
                                                                                   {"\xE2\x80\x99", "'"},
                                                                                   {"\xC2\xB4", "'"},
                                                                                   {"\xE2\x80\x93", "-"},
                                                                                   {"\xE2\x80\x94", "-"}}};
    for (const auto& [mark, plain] : kMarks) {
        for (auto place = text.find(mark); place != std::string::npos; place = text.find(mark, place + plain.size())) {
            text.replace(place, mark.size(), plain);
        }
    }
    return text;
}

class WordList {
public:
    void add(char letter, Stroke stroke) {
        const bool is_number = stroke == Stroke::Digit;
        if (!is_open_ || words_.back().is_number != is_number) {
            words_.push_back({{}, is_number, std::exchange(begins_part_, false), part_});
            is_open_ = true;
        }
        words_.back().text += letter;
    }
    void end_word() { is_open_ = false; }
    void end_part() {
        is_open_ = false;
        begins_part_ = true;
        ++part_;
    }
    [[nodiscard]] std::vector<PlaceWord> take() { return std::move(words_); }

private:
    std::vector<PlaceWord> words_;
    bool is_open_ = false;
    bool begins_part_ = true;
    std::size_t part_ = 0;
};

}  // namespace

std::vector<PlaceWord> place_words(std::string_view text) {
    WordList words;
    for (const char letter : with_plain_marks(lower_case(without_footnote_marks(text)))) {
        const auto stroke = stroke_of(letter);
        if (stroke == Stroke::BetweenParts) {
            words.end_part();
        } else if (stroke == Stroke::BetweenWords) {
            words.end_word();
        } else if (stroke != Stroke::Dropped) {
            words.add(letter, stroke);
        }
    }
    return words.take();
}

}  // namespace desakota::matching
