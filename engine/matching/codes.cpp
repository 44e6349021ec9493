#include "engine/matching/codes.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/matching/place_letters.h"

namespace desakota::matching {
namespace {

/// How many digits stand between the dots; empty where there is anything but digits and single dots.
std::vector<std::size_t> digit_groups(std::string_view text) {
    std::vector<std::size_t> groups{0};
    for (const char letter : text) {
        if (is_digit(letter)) {
            ++groups.back();
        } else if (letter == '.' && groups.back() > 0) {
            groups.push_back(0);
        } else {
            return {};
        }
    }
    return groups.back() > 0 ? groups : std::vector<std::size_t>{};
}

std::string without_dots(std::string text) {
    std::erase(text, '.');
    return text;
}

using Groups = std::vector<std::size_t>;

bool is_home_affairs(const Groups& groups) {
    return groups == Groups{2, 2, 2} || groups == Groups{2, 2, 2, 4};
}

bool is_bps(const Groups& groups) {
    return groups == Groups{2, 2, 3} || groups == Groups{2, 2, 3, 3};
}

/// Whether so many digits are a kecamatan or a desa of that system.
bool has_length_of(CodeSystem system, std::size_t digits) {
    constexpr std::size_t kDesa = 10;
    constexpr std::size_t kBpsKecamatan = 7;
    constexpr std::size_t kHomeAffairsKecamatan = 6;
    return digits == kDesa || digits == (system == CodeSystem::Bps ? kBpsKecamatan : kHomeAffairsKecamatan);
}

Code of_digits(std::string digits, std::optional<CodeSystem> column) {
    if (column && *column != CodeSystem::Own && has_length_of(*column, digits.size())) {
        return {*column, std::move(digits), true};
    }
    const bool may_be_bps = !column && has_length_of(CodeSystem::Bps, digits.size());
    return {may_be_bps ? CodeSystem::Bps : CodeSystem::Own, std::move(digits), false};
}

}  // namespace

std::optional<CodeSystem> system_of_column(std::string_view name) {
    constexpr std::array<std::string_view, 3> kOfBps{"iddesa", "adm4pcode", "adm4code"};
    constexpr std::array<std::string_view, 4> kOfHomeAffairs{"dagri", "kodewilayah", "kdepum", "kdcpum"};
    std::string plain;
    for (const char letter : lower_case(name)) {
        if (is_letter(letter) || is_digit(letter)) plain += letter;
    }
    const auto holds = [&](std::string_view word) { return plain.find(word) != std::string::npos; };
    if (std::ranges::any_of(kOfHomeAffairs, holds)) return CodeSystem::HomeAffairs;
    if (holds("bps") || plain == "kdebps" || std::ranges::count(kOfBps, plain) > 0) return CodeSystem::Bps;
    return std::nullopt;
}

std::optional<Code> read_code(std::string_view text, std::optional<CodeSystem> column) {
    auto code = lower_case(text);
    std::erase_if(code, is_blank);
    if (code.empty()) return std::nullopt;
    const bool has_prefix = code.starts_with("id");
    const auto groups = digit_groups(has_prefix ? std::string_view(code).substr(2) : std::string_view(code));
    if (groups.empty()) return Code{CodeSystem::Own, code, false};
    if (groups.size() > 1 && !has_prefix && is_home_affairs(groups)) {
        return Code{CodeSystem::HomeAffairs, without_dots(code), true};
    }
    if (groups.size() > 1 && !has_prefix && is_bps(groups)) return Code{CodeSystem::Bps, without_dots(code), true};
    if (groups.size() == 1 && has_prefix && has_length_of(CodeSystem::Bps, groups.front())) {
        return Code{CodeSystem::Bps, code.substr(2), true};
    }
    if (groups.size() == 1 && !has_prefix) return of_digits(code, column);
    return Code{CodeSystem::Own, code, false};
}

bool is_same_code(const Code& left, const Code& right) {
    return left.system == right.system && left.text == right.text;
}

bool contradict(const Code& left, const Code& right) {
    return left.system != CodeSystem::Own && left.system == right.system && left.is_stated && right.is_stated &&
           left.text.size() == right.text.size() && left.text != right.text;
}

std::string code_key(const Code& code) {
    constexpr std::array<std::string_view, 3> kSystems{"bps ", "dagri ", "own "};
    return std::string(kSystems[static_cast<std::size_t>(code.system)]) + code.text;
}

std::string lasting_text(const Code& code, std::string_view written) {
    if (code.system != CodeSystem::HomeAffairs) return single_blanks(written);
    std::string text;
    for (std::size_t i = 0; i < code.text.size(); ++i) {
        if (i == 2 || i == 4 || i == 6) text += '.';
        text += code.text[i];
    }
    return text;
}

}  // namespace desakota::matching
