#include "engine/network/way_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <utility>

#include "engine/core/number_text.h"

namespace desakota::network {
namespace {

bool is_blank(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

template <class List>
bool holds(const List& list, std::string_view value) {
    return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

bool holds_normalised(const std::vector<std::string>& list, const std::string& value) {
    return std::any_of(list.begin(), list.end(), [&](const auto& item) { return normalised(item) == value; });
}

std::optional<Direction> known_direction(std::string_view value) {
    constexpr std::array<std::string_view, 3> kForward{"yes", "true", "1"};
    constexpr std::array<std::string_view, 6> kBoth{"", "no", "false", "0", "reversible", "alternating"};
    if (holds(kForward, value)) return Direction::Forward;
    if (value == "-1") return Direction::Backward;
    if (holds(kBoth, value)) return Direction::Both;
    return std::nullopt;
}

/// Hours, minutes and seconds between colons, in minutes.
std::optional<double> clock_minutes(std::string_view value) {
    double minutes = 0.0;
    double unit = 60.0;
    for (int part = 0; part < 3; ++part, unit /= 60.0) {
        const auto colon = value.find(':');
        const auto number = core::parse_integer(value.substr(0, colon));
        if (!number || *number < 0) return std::nullopt;
        minutes += static_cast<double>(*number) * unit;
        if (colon == std::string_view::npos) return minutes;
        value.remove_prefix(colon + 1);
    }
    return std::nullopt;
}

/// ISO 8601, hours to seconds only, in lower case: "pt1h30m".
std::optional<double> period_minutes(std::string_view value) {
    constexpr std::array<std::pair<char, double>, 3> kUnits{{{'h', 60.0}, {'m', 1.0}, {'s', 1.0 / 60.0}}};
    value.remove_prefix(2);
    double minutes = 0.0;
    for (const auto& [letter, unit] : kUnits) {
        const auto end = value.find(letter);
        if (end == std::string_view::npos) continue;
        const auto number = core::parse_number(value.substr(0, end));
        if (!number || *number < 0) return std::nullopt;
        minutes += *number * unit;
        value.remove_prefix(end + 1);
    }
    return value.empty() ? std::optional{minutes} : std::nullopt;
}

}  // namespace

std::string normalised(std::string_view value) {
    std::string result;
    for (const char letter : value) {
        if (is_blank(letter)) {
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else {
            result += lower(letter);
        }
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::optional<Direction> parse_direction(std::string_view value, const DirectionValues& values) {
    const auto wanted = normalised(value);
    if (holds_normalised(values.forward, wanted)) return Direction::Forward;
    if (holds_normalised(values.backward, wanted)) return Direction::Backward;
    if (holds_normalised(values.both, wanted)) return Direction::Both;
    return known_direction(wanted);
}

std::optional<Direction> direction_of(const WayDirection& way, Mode mode, const DirectionValues& values) {
    constexpr std::array<std::string_view, 4> kOneWay{"roundabout", "circular", "motorway", "motorway_link"};
    auto direction = parse_direction(way.direction, values);
    if (!direction) return std::nullopt;
    if (mode == Mode::Walking) return Direction::Both;
    const bool is_one_way = holds(kOneWay, normalised(way.junction)) || holds(kOneWay, normalised(way.class_value));
    return normalised(way.direction).empty() && is_one_way ? Direction::Forward : direction;
}

std::optional<int> parse_level(std::string_view value) {
    if (normalised(value).empty()) return 0;
    const auto number = core::parse_number(value);
    constexpr double kHighest = 1000.0;  // far above any real one; keeps the conversion safe
    if (!number || std::trunc(*number) != *number || std::abs(*number) > kHighest) return std::nullopt;
    return static_cast<int>(*number);
}

bool says_yes(std::string_view value) {
    constexpr std::array<std::string_view, 10> kNo{"",  "-",    "no",    "n",         "false",
                                                   "f", "none", "tidak", "tidak ada", "bukan"};
    const auto wanted = normalised(value);
    return !holds(kNo, wanted) && core::parse_number(wanted) != 0.0;
}

bool is_join(std::string_view value) {
    return core::parse_number(value) == 1.0;
}

std::optional<double> parse_duration_min(std::string_view value) {
    const auto wanted = normalised(value);
    auto minutes = core::parse_number(wanted);
    if (wanted.starts_with("pt")) {
        minutes = period_minutes(wanted);
    } else if (wanted.find(':') != std::string::npos) {
        minutes = clock_minutes(wanted);
    }
    return minutes && *minutes > 0.0 ? minutes : std::nullopt;
}

void ValueCounts::add(std::string_view value, std::size_t count) {
    const auto found = counts_.find(value);
    if (found != counts_.end()) {
        found->second += count;
    } else {
        counts_.emplace(value, count);
    }
}

std::size_t ValueCounts::total() const {
    std::size_t sum = 0;
    for (const auto& [value, count] : counts_) sum += count;
    return sum;
}

core::Text ValueCounts::listing(const core::Text& blank) const {
    std::vector<std::pair<std::string_view, std::size_t>> ordered(counts_.begin(), counts_.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto& left, const auto& right) { return left.second > right.second; });
    const auto kept = std::min(kShown, ordered.size());
    core::Text result;
    for (std::size_t i = 0; i < kept; ++i) {
        const auto& [value, count] = ordered[i];
        const bool is_empty = normalised(value).empty();
        result = result + core::same_text(i == 0 ? "" : ", ") +
                 (is_empty ? blank : core::same_text(fmt::format("\"{}\"", value))) +
                 core::same_text(fmt::format(" ({})", count));
    }
    if (kept == ordered.size()) return result;
    return result + core::format_text(" and {0} more values", " dan {0} nilai lain", ordered.size() - kept);
}

void report_unknown_directions(const ValueCounts& unknown, std::string_view layer, std::string_view field,
                               FieldOrigin origin, core::Diagnostics& diagnostics) {
    if (unknown.empty()) return;
    const auto found = core::format_text("{0}: the direction field '{1}' holds unknown values: ",
                                         "{0}: kolom arah '{1}' berisi nilai yang tidak dikenal: ", layer, field) +
                       unknown.listing();
    if (origin == FieldOrigin::Named) {
        diagnostics.error(found + core::Text{". Say what they mean with --value-forward, --value-backward or "
                                             "--value-both, or correct them.",
                                             ". Jelaskan artinya dengan --value-forward, --value-backward, atau "
                                             "--value-both, atau perbaiki nilainya."});
    } else {
        diagnostics.warning(
            found + core::Text{". These ways are taken as open both ways.", ". Ruas tersebut dianggap dua arah."});
    }
}

}  // namespace desakota::network
