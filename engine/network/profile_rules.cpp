#include "engine/network/profile_rules.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "engine/network/way_fields.h"

namespace desakota::network {
namespace {

const Profile& profile_or_generic(const LayerWays& layer) {
    return layer.profile != nullptr ? *layer.profile : *built_in_profile("generic");
}

template <class Table>
const Travel& travel_of(const Table& table, const RuleSettings& settings) {
    return table.at(static_cast<std::size_t>(settings.season)).at(static_cast<std::size_t>(settings.mode));
}

TravelRule rule_of(const WayRow& row, const RuleSettings& settings) {
    const auto& travel = travel_of(row.travel, settings);
    return {row.label,        row.kind,       travel.passable, travel.speed_kmh, row.boarding_wait_min,
            row.duration_min, row.holds_homes};
}

TravelRule default_road(const LayerWays& layer, const RuleSettings& settings) {
    TravelRule rule;
    rule.label = {"road", "jalan"};
    rule.speed_kmh = settings.default_speed_kmh;
    if (rule.speed_kmh && settings.mode == Mode::Walking) {
        rule.speed_kmh = std::min(*rule.speed_kmh, profile_or_generic(layer).walking_off_road_kmh);
    }
    return rule;
}

TravelRule no_way() {
    TravelRule rule;
    rule.label = {"not a way", "bukan jalan"};
    rule.passable = false;
    rule.holds_homes = false;
    return rule;
}

WayKind kind_of(LayerRole role) {
    return role == LayerRole::Ferries ? WayKind::Ferry : WayKind::River;
}

/// The row for a river or ferry that no row of its layer's profile names.
const WayRow& default_boat_row(const LayerWays& layer) {
    const auto kind = kind_of(layer.role);
    const auto* row = profile_or_generic(layer).first_of(kind);
    return row != nullptr ? *row : *built_in_profile("generic")->first_of(kind);
}

/// A class value that the profile lacks. OpenStreetMap lines without a highway value are no ways, whatever the
/// default speed.
WayFinding find_unlisted(const LayerWays& layer, const std::string& class_value, const RuleSettings& settings) {
    const bool may_be_road =
        !layer.profile->unlisted_is_impassable || (!class_value.empty() && class_value.find('=') == std::string::npos);
    if (settings.default_speed_kmh && may_be_road) {
        return {default_road(layer, settings), WayRemark::DefaultSpeed};
    }
    return {no_way(), layer.profile->unlisted_is_impassable ? WayRemark::UnlistedClass : WayRemark::UnknownClass};
}

WayFinding find_boat(const LayerWays& layer, const WayRow* row, const RuleSettings& settings) {
    if (row == nullptr && layer.profile != nullptr && layer.profile->unlisted_is_impassable) {
        return {no_way(), WayRemark::UnlistedClass};
    }
    if (row == nullptr) return {rule_of(default_boat_row(layer), settings)};
    if (row->kind != kind_of(layer.role)) return {no_way(), WayRemark::OtherKind};
    return {rule_of(*row, settings)};
}

bool is_unknown_surface_word(const std::string& surface) {
    constexpr std::array<std::string_view, 8> kWords{"",       "0",         "-",  "unknown", "tidak diketahui",
                                                     "others", "lain-lain", "yes"};
    return std::find(kWords.begin(), kWords.end(), surface) != kWords.end();
}

bool takes_surface(const TravelRule& rule) {
    return rule.kind == WayKind::Road || rule.kind == WayKind::ControlledAccess;
}

void apply_surface(const SurfaceRow& surface, bool keeps_label, const RuleSettings& settings, TravelRule& rule) {
    const auto& cap = travel_of(surface.at_most, settings);
    rule.passable = rule.passable && cap.passable;
    if (rule.speed_kmh && cap.speed_kmh) rule.speed_kmh = std::min(*rule.speed_kmh, *cap.speed_kmh);
    if (!keeps_label && surface.label) rule.label = *surface.label;
}

void apply_tags(const LayerWays& layer, const WayTags& tags, const RuleSettings& settings, const WayRow* row,
                WayFinding& finding) {
    auto& rule = finding.rule;
    const auto surface = normalised(tags.surface);
    const bool names_surface = row != nullptr && !row->surfaces.empty();
    if (takes_surface(rule) && !names_surface && !is_unknown_surface_word(surface)) {
        const auto* found = profile_or_generic(layer).find_surface(surface);
        finding.surface_is_unknown = found == nullptr;
        if (found != nullptr) apply_surface(*found, row != nullptr && row->keeps_label, settings, rule);
    }
    if (rule.kind == WayKind::Ferry && !normalised(tags.duration).empty()) {
        const auto minutes = parse_duration_min(tags.duration);
        finding.duration_is_unreadable = !minutes;
        if (minutes) rule.duration_min = minutes;
    }
    finding.is_closed = normalised(tags.access) == "no";
    rule.passable = rule.passable && !finding.is_closed;
}

/// Impassable ways differ in nothing that matters but what they are.
void strip_impassable(TravelRule& rule) {
    if (rule.passable) return;
    rule.speed_kmh.reset();
    rule.duration_min.reset();
}

}  // namespace

WayFinding find_rule(const LayerWays& layer, const WayTags& tags, const RuleSettings& settings) {
    const auto class_value = normalised(tags.class_value);
    const auto* row =
        layer.profile == nullptr ? nullptr : layer.profile->find_way(class_value, normalised(tags.surface));
    WayFinding finding;
    if (layer.role != LayerRole::Roads) {
        finding = find_boat(layer, row, settings);
    } else if (layer.profile == nullptr) {
        finding.rule = default_road(layer, settings);
    } else if (row == nullptr) {
        finding = find_unlisted(layer, class_value, settings);
    } else {
        finding.rule = rule_of(*row, settings);
    }
    if (finding.rule.passable) apply_tags(layer, tags, settings, row, finding);
    strip_impassable(finding.rule);
    return finding;
}

bool RuleTable::default_speed_is_unused() const {
    return settings_.default_speed_kmh && std::ranges::none_of(seen_, [&](const Seen& way) {
               const auto& layer = layers_[way.layer];
               const bool without_profile = layer.role == LayerRole::Roads && layer.profile == nullptr;
               return without_profile || way.finding.remark == WayRemark::DefaultSpeed;
           });
}

std::uint16_t RuleTable::index_of(const TravelRule& rule) {
    const auto found = std::find(rules_.begin(), rules_.end(), rule);
    if (found != rules_.end()) return static_cast<std::uint16_t>(found - rules_.begin());
    if (rules_.size() > 0xFFFF) {
        throw core::input_error(
            {"The line layers have more than 65,536 different rules of travel. Write ferry durations "
             "in whole minutes.",
             "Lapisan garis memuat lebih dari 65.536 aturan perjalanan yang berbeda. Tulis lama "
             "penyeberangan dalam menit bulat."});
    }
    rules_.push_back(rule);
    return static_cast<std::uint16_t>(rules_.size() - 1);
}

std::size_t RuleTable::index_of(const LayerWays& layer) {
    const auto same = [&](const LayerWays& other) { return other.label == layer.label && other.role == layer.role; };
    const auto found = std::find_if(layers_.begin(), layers_.end(), same);
    if (found == layers_.end()) layers_.push_back(layer);
    return static_cast<std::size_t>(std::find_if(layers_.begin(), layers_.end(), same) - layers_.begin());
}

RuleTable::Seen& RuleTable::seen(const LayerWays& layer, const WayTags& tags) {
    const auto place = index_of(layer);
    std::string key = std::to_string(place);
    for (const auto* part : {&tags.class_value, &tags.surface, &tags.access, &tags.duration}) {
        key += '\n';
        key += *part;
    }
    const auto [known, is_new] = place_of_.emplace(std::move(key), seen_.size());
    if (is_new) {
        auto finding = find_rule(layer, tags, settings_);
        const auto rule = index_of(finding.rule);
        seen_.push_back({place, tags, std::move(finding), rule, 0});
    }
    return seen_[known->second];
}

std::uint16_t RuleTable::rule_for(const LayerWays& layer, const WayTags& tags, std::size_t count) {
    auto& way = seen(layer, tags);
    way.count += count;
    return way.rule;
}

bool RuleTable::has_times() const {
    return std::all_of(rules_.begin(), rules_.end(), [](const TravelRule& rule) {
        return !rule.passable || rule.speed_kmh.has_value() || rule.duration_min.has_value();
    });
}

}  // namespace desakota::network
