#include "engine/study/sheet_titles.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace desakota::study {
namespace {

constexpr std::size_t kMostLetters = 31;
constexpr std::size_t kLeastHead = 10;

bool begins_letter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_letter));
}

/// The first letters of a text, with an ellipsis where it goes on.
std::string shortened(const std::string& text, std::size_t most) {
    if (letters(text) <= most) return text;
    std::size_t kept = 0;
    std::size_t end = 0;
    while (end < text.size()) {
        if (begins_letter(text[end]) && ++kept == std::max<std::size_t>(most, 1)) break;
        ++end;
    }
    auto head = text.substr(0, end);
    while (head.ends_with(' ') || head.ends_with(',')) head.pop_back();
    return head + "…";
}

std::string without_refused(std::string text) {
    constexpr std::string_view kRefused = "[]*?/\\'";
    std::erase_if(text, [&](char letter) { return kRefused.find(letter) != std::string_view::npos; });
    std::ranges::replace(text, ':', ',');
    std::ranges::replace_if(
        text, [](char letter) { return letter >= 0 && letter < ' '; }, ' ');
    return text;
}

/// What comes behind ": ", " menurut " or " by ": what tells a table from others on the same subject.
struct Parts {
    std::string head;
    std::string tail;
};
Parts parts_of(const std::string& title) {
    constexpr std::array<std::string_view, 3> kMarks{": ", " menurut ", " by "};
    for (const auto mark : kMarks) {
        const auto place = title.rfind(mark);
        if (place == std::string::npos || place == 0) continue;
        return {title.substr(0, place), title.substr(place + mark.size())};
    }
    return {title, {}};
}

std::string name_of(const SheetTitle& title, std::size_t most) {
    const std::string season = title.season.empty() ? "" : " (" + title.season + ")";
    const auto room = most - std::min(letters(season), most / 2);
    const auto whole = without_refused(title.title);
    if (letters(whole) <= room) return whole + season;
    auto [head, tail] = parts_of(title.title);
    head = without_refused(head);
    if (tail.empty()) return shortened(head, room) + season;
    tail = ", " + shortened(without_refused(tail), room - kLeastHead - 2);
    return shortened(head, room - letters(tail)) + tail + season;
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](char letter) {
        constexpr char kToLower = 'a' - 'A';
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + kToLower) : letter;
    });
    return text;
}

}  // namespace

std::vector<std::string> sheet_titles(const std::vector<SheetTitle>& titles) {
    std::vector<std::string> names;
    std::vector<std::string> taken;
    for (const auto& title : titles) {
        auto name = name_of(title, kMostLetters);
        for (int number = 2; std::ranges::find(taken, lower(name)) != taken.end(); ++number) {
            const auto ending = " " + std::to_string(number);
            name = name_of(title, kMostLetters - ending.size()) + ending;
        }
        taken.push_back(lower(name));
        names.push_back(std::move(name));
    }
    return names;
}

}  // namespace desakota::study
