#include "engine/report/plain_page.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace desakota::report {
namespace {

/// Without what stands from each `start` to the `end` behind it. Texts of a page are escaped, so that only elements
/// begin with "<".
std::string without(std::string_view page, std::string_view start, std::string_view end) {
    std::string rest;
    std::size_t from = 0;
    for (auto place = page.find(start); place != std::string_view::npos; place = page.find(start, from)) {
        rest += page.substr(from, place - from);
        const auto close = page.find(end, place);
        if (close == std::string_view::npos) return rest;
        from = close + end.size();
    }
    return rest + std::string(page.substr(from));
}

std::string without_elements(std::string_view page, std::string_view name) {
    return without(page, "<" + std::string(name), "</" + std::string(name) + ">");
}

/// Without the figures that wait for scripts.
std::string without_hidden_figures(std::string page) {
    constexpr std::string_view kStart = "<figure";
    constexpr std::string_view kEnd = "</figure>";
    for (auto place = page.find(kStart); place != std::string::npos; place = page.find(kStart, place)) {
        const auto tag_end = page.find('>', place);
        const auto end = page.find(kEnd, place);
        if (tag_end == std::string::npos || end == std::string::npos) return page;
        const bool is_hidden = std::string_view(page).substr(place, tag_end - place).ends_with(" hidden");
        if (is_hidden) {
            page.erase(place, end + kEnd.size() - place);
        } else {
            place = end;
        }
    }
    return page;
}

}  // namespace

std::string plain_page(const std::string& page) {
    auto plain = page;
    for (const std::string_view name :
         std::array<std::string_view, 7>{"script", "style", "svg", "form", "button", "nav", "caption"}) {
        plain = without_elements(plain, name);
    }
    plain = without(plain, "<a class=\"skip\"", "</a>");
    plain = without(plain, "<p class=\"notice\" id=\"scripts-off\"", "</p>");
    plain = without(plain, "<section id=\"map\"", "</section>");
    return without_hidden_figures(std::move(plain));
}

}  // namespace desakota::report
