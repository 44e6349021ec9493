#include "engine/analyses/facilities.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <utility>

#include "engine/analyses/facility_kinds.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

constexpr const char* kLayer = "facilities";

std::vector<std::string> comma_separated(const std::string& text) {
    std::vector<std::string> items;
    for (std::size_t from = 0; from <= text.size();) {
        const auto comma = std::min(text.find(',', from), text.size());
        auto item = network::normalised(std::string_view(text).substr(from, comma - from));
        if (!item.empty()) items.push_back(std::move(item));
        from = comma + 1;
    }
    return items;
}

/// The kinds that count, as the user gave them.
class WantedKinds {
public:
    explicit WantedKinds(const std::string& count_as) : values_(comma_separated(count_as)) {
        for (const auto& value : values_) {
            const auto kind = facility_kind(value);
            codes_.push_back(kind.value_or(value));
            all_known_ = all_known_ && kind.has_value();
        }
    }

    /// False only where kind or name names another kind. A wanted kind that is none of the known ones is compared with
    /// the kind field, where every other value then is another kind.
    [[nodiscard]] bool count(const std::optional<std::string>& kind, const std::optional<std::string>& name) const {
        if (values_.empty()) return true;
        if (kind && !facility_kind(*kind) && holds(values_, network::normalised(*kind))) return true;
        const auto signs = kind_signs(kind, name);
        if (is_other(signs.by_kind) || is_other(signs.by_name)) return false;
        return all_known_ || signs.by_kind || signs.by_name || !kind;
    }

private:
    static bool holds(const std::vector<std::string>& list, const std::string& value) {
        return std::ranges::find(list, value) != list.end();
    }
    [[nodiscard]] bool is_other(const std::optional<std::string>& code) const { return code && !holds(codes_, *code); }

    std::vector<std::string> values_;
    std::vector<std::string> codes_;
    bool all_known_ = true;
};

/// How a list of kinds calls a facility: by its kind field and, where the name alone decides, by what the name says.
std::string kind_label(const std::optional<std::string>& kind, const std::optional<std::string>& name) {
    const auto by_name = name ? facility_kind(*name) : std::nullopt;
    if (!kind) return by_name.value_or("");
    const auto by_kind = facility_kind(*kind);
    if (!by_name || by_kind == by_name) return *kind;
    return *kind + ", " + *by_name;
}

struct KindLists {
    network::ValueCounts counted;
    network::ValueCounts left_out;
};

KindLists choose_kinds(Facilities& facilities, const WantedKinds& wanted, core::LoopSteps steps) {
    KindLists lists;
    auto& destinations = facilities.destinations;
    for (std::size_t i = 0; i < destinations.size(); ++i) {
        steps.at(i);
        auto& kind = destinations.kinds[i];
        const auto& name = destinations.names[i];
        facilities.counts.push_back(wanted.count(kind, name));
        (facilities.counts.back() ? lists.counted : lists.left_out).add(kind_label(kind, name));
        if (!kind && name) kind = facility_kind(*name);
    }
    return lists;
}

void report_kinds(const KindLists& lists, const std::string& label, const std::string& count_as,
                  core::Diagnostics& diagnostics) {
    const core::Text no_kind{"kind not given", "jenis tidak disebutkan"};
    if (lists.counted.empty()) {
        diagnostics.error(core::format_text("{0}: no facility is left that counts as {1}. Kinds: ",
                                            "{0}: tidak ada fasilitas yang dihitung sebagai {1}. Jenis: ", label,
                                            count_as) +
                          lists.left_out.listing(no_kind) +
                          core::Text{". Choose one with --count-as.", ". Pilih salah satu dengan --count-as."});
        return;
    }
    auto text = core::format_text("{0}: counted as {1}: ", "{0}: dihitung sebagai {1}: ", label, count_as) +
                lists.counted.listing(no_kind);
    if (!lists.left_out.empty()) {
        text = text + core::Text{"; left out as other kinds: ", "; tidak dihitung karena jenisnya lain: "} +
               lists.left_out.listing(no_kind);
    }
    diagnostics.information(text + core::same_text("."));
}

void read_statuses(Facilities& facilities, const std::string& label, core::Diagnostics& diagnostics) {
    KindLists lists;
    for (const auto& status : facilities.destinations.statuses) {
        facilities.functions.push_back(is_functioning(status));
        if (status) (facilities.functions.back() ? lists.counted : lists.left_out).add(*status);
    }
    if (lists.counted.empty() && lists.left_out.empty()) return;
    const core::Text none{"none", "tidak ada"};
    diagnostics.information(
        core::format_text("{0}: status values that function: ", "{0}: nilai status yang berfungsi: ", label) +
        (lists.counted.empty() ? none : lists.counted.listing()) +
        core::Text{"; that do not: ", "; yang tidak berfungsi: "} +
        (lists.left_out.empty() ? none : lists.left_out.listing()) + core::same_text("."));
}

/// Those that would count and do not function, by name: whoever lives beside one wonders why it is not the nearest.
void report_out_of_function(const Facilities& facilities, const std::string& label, const std::string& count_as,
                            core::Diagnostics& diagnostics) {
    constexpr std::size_t kMostNamed = 20;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < facilities.counts.size(); ++i) {
        if (facilities.counts[i] && !facilities.functions[i]) names.push_back(facilities.destinations.title(i));
    }
    if (names.empty()) return;
    const auto all = std::ranges::count(facilities.counts, true);
    const auto count = names.size();
    names.resize(std::min(count, kMostNamed));
    const auto more =
        count > kMostNamed ? core::format_text(" and {} more", " dan {} lagi", count - kMostNamed) : core::Text{};
    diagnostics.information(
        core::format_text("{0}: of {2} counted as {3}, {1} left out as not functioning: {4}",
                          "{0}: dari {2} yang dihitung sebagai {3}, {1} tidak dipakai karena tidak berfungsi: {4}",
                          label, count, all, count_as, fmt::format("{}", fmt::join(names, ", "))) +
        more + core::same_text("."));
}

}  // namespace

std::vector<bool> Facilities::counting() const {
    std::vector<bool> chosen(counts.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = counts[i] && functions[i];
    return chosen;
}

Facilities read_facilities(Arguments& arguments, RunContext& context) {
    const auto label = layers::describe_layer(*arguments.layer(kLayer));
    core::Stage placing(context.progress, 0.0, 0.6);
    auto placing_context = with_progress(context, placing);
    Facilities facilities;
    facilities.destinations = read_destinations(
        arguments,
        {{kLayer, "facility-id-field", "facility-name-field"}, "facility-kind-field", "facility-status-field"},
        placing_context);
    if (facilities.destinations.size() == 0) return facilities;  // its reader said why
    const auto count_as = arguments.text("count-as");
    constexpr std::size_t kNames = 1024;  // each takes a while to understand
    const core::LoopSteps steps(context.progress, 0.6, 1.0, facilities.destinations.size(), kNames);
    report_kinds(choose_kinds(facilities, WantedKinds(count_as), steps), label, count_as, context.diagnostics);
    read_statuses(facilities, label, context.diagnostics);
    report_out_of_function(facilities, label, count_as, context.diagnostics);
    const auto counting = facilities.counting();
    const bool any_counts = std::ranges::find(facilities.counts, true) != facilities.counts.end();
    if (any_counts && std::ranges::find(counting, true) == counting.end()) {
        context.diagnostics.error(core::format_text(
            "{0}: no facility that counts as {1} functions. Check the values of the status field '{2}'.",
            "{0}: tidak ada fasilitas yang dihitung sebagai {1} dan berfungsi. Periksa nilai kolom status '{2}'.",
            label, count_as, arguments.field("facility-status-field")));
    }
    return facilities;
}

}  // namespace desakota::analyses
