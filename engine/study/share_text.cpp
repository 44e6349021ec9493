#include "engine/study/share_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/core/shown_number.h"

namespace desakota::study {
namespace {

using core::Language;
using core::Text;

constexpr std::size_t kMostPriorities = 3;
constexpr std::size_t kLongestTitle = 120;
constexpr std::size_t kLongestName = 40;
constexpr std::size_t kLongestPlace = 120;
constexpr std::size_t kLongestReason = 90;
/// Of a message's lines, in the data's own words: what a line must not hold.
constexpr unsigned char kLastControl = 0x1F;

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::size_t length_of(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_character));
}

/// The first `most` characters; an ellipsis is the last where the text is longer.
std::string cut(const std::string& text, std::size_t most) {
    if (length_of(text) <= most) return text;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (begins_character(text[i]) && count++ == most - 1) return text.substr(0, i) + "…";
    }
    return text;
}

/// Without line breaks and other controls, so that data make no lines of their own.
std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char byte) { return static_cast<unsigned char>(byte) <= kLastControl; }, ' ');
    return text;
}

/// Whether the full stop at `place` ends an abbreviation of an address, such as "Kec. Telang".
bool is_abbreviation(std::string_view text, std::size_t place) {
    static const std::vector<std::string_view> known{"Kec", "kec", "Kab", "kab", "Kel", "kel", "Ds",
                                                     "ds",  "Kp",  "Jl",  "No",  "Dr",  "Prov"};
    return std::ranges::any_of(known, [&](std::string_view word) {
        if (place < word.size() || text.substr(place - word.size(), word.size()) != word) return false;
        return place == word.size() || text[place - word.size() - 1] == ' ' || text[place - word.size() - 1] == '(';
    });
}

/// The first sentence, with its full stop; all of it where there is no other.
std::string first_sentence(const std::string& text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] == '.' && text[i + 1] == ' ' && !is_abbreviation(text, i)) return text.substr(0, i + 1);
    }
    return text;
}

std::string title_lines(const report::Report& report, Language language) {
    std::string lines = cut(one_line(report.title.in(language)), kLongestTitle);
    std::string below = cut(one_line(report.area), kLongestTitle);
    if (!report.office.date.empty()) {
        below += (below.empty() ? "" : ", ") + cut(one_line(report.office.date), kLongestName);
    }
    if (!below.empty()) lines += "\n" + below;
    return lines;
}

/// What is missed, in a few words.
std::string missed_words(const report::Priority& priority, Language language) {
    std::string words;
    for (const auto& missed : priority.missed) words += (words.empty() ? "" : ", ") + missed.in(language);
    return cut(one_line(words), kLongestReason);
}

std::string priority_line(const report::Report& report, std::size_t place, bool with_reasons, Language language) {
    const auto& priority = report.priorities.entries[place];
    auto line = core::shown_number(static_cast<double>(place + 1), 0, language) + ". " +
                cut(one_line(report.settlements[priority.settlement].name), kLongestName);
    if (priority.families) {
        line += " (" + core::shown_number(*priority.families, 0, language) +
                (language == Language::English ? " families)" : " keluarga)");
    }
    const auto reasons = with_reasons ? missed_words(priority, language) : std::string{};
    return reasons.empty() ? line : line + ": " + reasons;
}

/// What the first of the list all miss; empty where they differ.
std::string common_reasons(const report::Report& report, std::size_t count, Language language) {
    const auto& entries = report.priorities.entries;
    const auto words = missed_words(entries.front(), language);
    for (std::size_t i = 1; i < count; ++i) {
        if (missed_words(entries[i], language) != words) return {};
    }
    return count > 1 ? words : std::string{};
}

std::string priority_lines(const report::Report& report, Language language) {
    const auto count = std::min(kMostPriorities, report.priorities.entries.size());
    if (count == 0) return {};
    static const Text heading{"Priorities", "Prioritas"};
    const auto common = common_reasons(report, count, language);
    auto lines = "\n\n" + heading.in(language) + (common.empty() ? ":" : " (" + common + "):");
    for (std::size_t i = 0; i < count; ++i) lines += "\n" + priority_line(report, i, common.empty(), language);
    return lines;
}

std::string place_line(const std::string& where, Language language) {
    if (where.empty()) return {};
    static const Text words{"Full report: ", "Laporan lengkap: "};
    return "\n\n" + words.in(language) + cut(one_line(where), kLongestPlace);
}

/// The first sentence of each finding, one a line, while they fit.
std::string finding_lines(const report::Report& report, std::size_t room, Language language) {
    std::string lines;
    std::size_t used = 0;
    for (const auto& finding : report.findings) {
        const auto line = (lines.empty() ? "\n\n- " : "\n- ") + first_sentence(one_line(finding.in(language)));
        const auto length = length_of(line);
        if (used + length > room) continue;
        lines += line;
        used += length;
    }
    return lines;
}

}  // namespace

std::string share_text(const report::Report& report, const std::string& where, Language language) {
    const auto head = title_lines(report, language);
    const auto tail = priority_lines(report, language) + place_line(where, language) + "\n";
    const auto fixed = length_of(head) + length_of(tail);
    return head + finding_lines(report, kShareTextLength - 1 - fixed, language) + tail;
}

}  // namespace desakota::study
