#include "engine/analyses/reason.h"

#include <algorithm>
#include <vector>

#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;
using network::WayKind;

/// Shorter parts of a way are not worth a word.
constexpr core::Millimetres kWorthTelling = 50'000;
/// More kinds of way than this do not fit a sentence: the shortest are told together.
constexpr std::size_t kMostParts = 5;

struct Part {
    core::Millimetres length = 0;
    Text words;
};

/// The network part of a way by the labels of its rules, in order of first use.
std::vector<Part> parts_by_label(const network::RoadNetwork& network, const paths::Trace& trace) {
    std::vector<Part> parts;
    for (const auto& [rule, length] : trace.by_rule) {
        const auto& label = network.rules[rule].label;
        const auto same = std::ranges::find(parts, label, &Part::words);
        if (same == parts.end()) {
            parts.push_back({length, label});
        } else {
            same->length += length;
        }
    }
    return parts;
}

/// Keeps the longest parts in their order and tells the others together.
void shorten(std::vector<Part>& parts) {
    Part others{0, {"on other ways", "jalan lain"}};
    const auto drop_shortest = [&] {
        const auto shortest = std::ranges::min_element(parts, {}, &Part::length);
        others.length += shortest->length;
        parts.erase(shortest);
    };
    while (parts.size() > kMostParts) drop_shortest();
    while (parts.size() > 1 && std::ranges::min(parts, {}, &Part::length).length < kWorthTelling) drop_shortest();
    if (others.length >= kWorthTelling) parts.push_back(others);
}

Text words_for_entry(WayKind kind) {
    if (kind == WayKind::River) return {"on foot to the river", "berjalan kaki sampai ke sungai"};
    if (kind == WayKind::Ferry) return {"on foot to the ferry", "berjalan kaki sampai ke feri"};
    return {"on foot to the road", "berjalan kaki sampai ke jalan"};
}

std::vector<Part> parts_of(const network::RoadNetwork& network, const paths::Way& way, const paths::Trace& trace) {
    auto parts = parts_by_label(network, trace);
    shorten(parts);
    if (trace.entry >= kWorthTelling) {
        const auto kind = network.lines.attributes[way.entry.line].kind;
        parts.insert(parts.begin(), {trace.entry, words_for_entry(kind)});
    }
    if (trace.exit >= kWorthTelling) {
        parts.push_back({trace.exit, {"on foot to the destination", "berjalan kaki sampai ke tujuan"}});
    }
    return parts;
}

Text listed(const std::vector<Part>& parts, core::Millimetres total) {
    Text text;
    for (const auto& part : parts) {
        const auto separator = core::same_text(&part == &parts.front() ? "" : ", ");
        text = text + separator + part_length_text(part.length, total) + core::same_text(" ") + part.words;
    }
    return text;
}

/// "7.4 km", or with times as what is least: "32 min (7.4 km)".
Text total_text(const ReasonContext& context, const paths::Trace& trace) {
    auto length = length_text(trace.total());
    if (context.options.access.objective == network::Objective::Distance || !trace.time) return length;
    return fill_text("{} ({})", "{} ({})", duration_text(*trace.time), length);
}

Text reach_text(const ReasonContext& context) {
    return grouped(context.options.access.max_access) + core::same_text(" m");
}

Text not_connected_reason(const ReasonContext& context, const std::optional<double>& gap_m) {
    if (gap_m && core::to_thousandths(*gap_m) == 0) {
        return fill_text(
            "Not connected to {0}: the roads that can be entered here cross those that lead there without a junction.",
            "Tidak tersambung ke {0}: jalan yang bisa dicapai dari sini bersilangan dengan jalan yang menuju ke sana, "
            "tanpa persimpangan.",
            context.wanted);
    }
    if (gap_m) {
        return fill_text(
            "Not connected to {0}: the roads that can be entered here end {1} short of those that lead there.",
            "Tidak tersambung ke {0}: jalan yang bisa dicapai dari sini terputus {1} dari jalan yang menuju ke sana.",
            context.wanted, length_text(core::to_thousandths(*gap_m)));
    }
    if (!context.any_on_network) {
        return fill_text("Not connected: {0} can be reached nowhere from the network within {1} (the access limit).",
                         "Tidak tersambung: tidak ada {0} yang bisa dicapai dari jaringan dalam jarak {1} (batas "
                         "akses).",
                         context.wanted, reach_text(context));
    }
    return fill_text("Not connected: the roads from here lead to {0} only against a one-way rule.",
                     "Tidak tersambung: jalan dari sini menuju {0} hanya melawan aturan satu arah.", context.wanted);
}

Text cutoff_text(const ReasonContext& context) {
    const auto cutoff = context.options.cutoff;
    return context.options.access.objective == network::Objective::Distance ? length_text(cutoff)
                                                                            : duration_text(cutoff);
}

}  // namespace

Text reached_reason(const ReasonContext& context, const std::string& destination, const paths::Way& way,
                    const paths::Trace& trace) {
    const auto name = core::same_text(destination);
    if (trace.total() == 0) return fill_text("{} is right here.", "{} ada di sini.", name);
    const auto total = total_text(context, trace);
    if (way.course == paths::Course::Direct) {
        return fill_text("{} to {} on foot, without a road.", "{} ke {} berjalan kaki, tanpa lewat jalan.", total,
                         name);
    }
    const auto parts = parts_of(context.network, way, trace);
    if (parts.empty()) return fill_text("{} to {}.", "{} ke {}.", total, name);
    return fill_text("{} to {}: {}.", "{} ke {}: {}.", total, name, listed(parts, trace.total()));
}

Text unreached_reason(const ReasonContext& context, RowStatus status, const std::optional<double>& gap_m) {
    switch (status) {
        case RowStatus::NotConnected:
            return not_connected_reason(context, gap_m);
        case RowStatus::NoRoadInReach:
            return fill_text("No road lies within {0} (the access limit), nor does {1}.",
                             "Tidak ada jalan dalam jarak {0} (batas akses), begitu pula {1}.", reach_text(context),
                             context.wanted);
        case RowStatus::BeyondCutoff:
            return fill_text("If there is a way to {0}, it is longer than {1} (the limit asked for).",
                             "Kalaupun ada jalan ke {0}, lebih dari {1} (batas yang diminta).", context.wanted,
                             cutoff_text(context));
        case RowStatus::NoDestination:
            return fill_text("No centre is named for this settlement: the field is empty.",
                             "Permukiman ini tidak menyebut pusatnya: kolomnya kosong.");
        case RowStatus::NoGeometry:
        case RowStatus::Reached:
            break;
    }
    return {"The settlement has no usable location.", "Permukiman ini tidak punya lokasi yang bisa dipakai."};
}

}  // namespace desakota::analyses
