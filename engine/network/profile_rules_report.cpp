// RuleTable::report: what there is to tell of the ways of each layer.
#include "engine/network/profile_rules.h"
#include "engine/network/way_fields.h"

namespace desakota::network {
namespace {

/// What was met in one layer.
struct Findings {
    ValueCounts unknown;
    ValueCounts at_default_speed;
    ValueCounts unlisted;
    ValueCounts of_other_kind;
    ValueCounts surfaces;
    ValueCounts durations;
    std::size_t without_class = 0;
    std::size_t closed = 0;
};

void add(const WayFinding& finding, const WayTags& tags, std::size_t count, Findings& findings) {
    const auto& class_value = tags.class_value;
    switch (finding.remark) {
        case WayRemark::None:
            break;
        case WayRemark::UnknownClass:
            findings.unknown.add(class_value, count);
            break;
        case WayRemark::DefaultSpeed:
            findings.at_default_speed.add(class_value, count);
            break;
        case WayRemark::UnlistedClass:
            if (normalised(class_value).empty()) {
                findings.without_class += count;
            } else {
                findings.unlisted.add(class_value, count);
            }
            break;
        case WayRemark::OtherKind:
            findings.of_other_kind.add(class_value, count);
            break;
    }
    if (finding.surface_is_unknown) findings.surfaces.add(tags.surface, count);
    if (finding.duration_is_unreadable) findings.durations.add(tags.duration, count);
    if (finding.is_closed) findings.closed += count;
}

/// `before` + the listed values + `after`, where there are any.
core::Text listed(const LayerWays& layer, const core::Text& before, const ValueCounts& values,
                  const core::Text& after) {
    return core::same_text(layer.label + ": ") + before + values.listing() + after;
}

void report_unknown(const LayerWays& layer, const ValueCounts& values, core::Diagnostics& diagnostics) {
    if (values.empty()) return;
    diagnostics.error(listed(
        layer,
        core::format_text("the speed profile '{0}' lacks these values of '{1}': ",
                          "profil kecepatan '{0}' tidak memuat nilai '{1}' berikut: ", layer.profile->name,
                          layer.class_field),
        values,
        {". Add rows for them to a profile file (--profile), or give their speed with --default-speed.",
         ". Tambahkan barisnya ke berkas profil (--profile), atau berikan kecepatannya dengan --default-speed."}));
}

void report_classes(const LayerWays& layer, const Findings& findings, core::Diagnostics& diagnostics) {
    report_unknown(layer, findings.unknown, diagnostics);
    if (!findings.at_default_speed.empty()) {
        diagnostics.information(listed(layer, {"travelled at the default speed: ", "memakai kecepatan bawaan: "},
                                       findings.at_default_speed, {".", "."}));
    }
    if (!findings.unlisted.empty()) {
        diagnostics.warning(
            listed(layer,
                   core::format_text("{0} lines are no ways that the speed profile '{1}' knows, and are taken as "
                                     "impassable: ",
                                     "{0} garis bukan jalan yang dikenal profil kecepatan '{1}' dan dianggap tidak "
                                     "dapat dilalui: ",
                                     findings.unlisted.total(), layer.profile->name),
                   findings.unlisted, {".", "."}));
    }
    if (findings.without_class > 0) {
        diagnostics.warning(
            core::format_text("{0}: {1} lines have no value in '{2}' and are taken as impassable. In OpenStreetMap "
                              "data these are streams, "
                              "walls and the like.",
                              "{0}: {1} garis tidak punya nilai di kolom '{2}' dan dianggap tidak dapat dilalui. Dalam "
                              "data OpenStreetMap "
                              "garis seperti ini berupa alur sungai, tembok, dan sejenisnya.",
                              layer.label, findings.without_class, layer.class_field));
    }
    if (!findings.of_other_kind.empty()) {
        const bool rivers = layer.role == LayerRole::Rivers;
        const core::Text before =
            rivers ? core::Text{"left out, since they are no rivers: ", "dilewati karena bukan sungai: "}
                   : core::Text{"left out, since they are no ferries: ", "dilewati karena bukan feri: "};
        diagnostics.warning(listed(layer, before, findings.of_other_kind, {".", "."}));
    }
}

void report_tags(const LayerWays& layer, const Findings& findings, core::Diagnostics& diagnostics) {
    if (!findings.surfaces.empty()) {
        diagnostics.warning(listed(layer,
                                   {"surfaces that the speed profile lacks, taken as unknown: ",
                                    "permukaan yang tidak dimuat profil kecepatan, dianggap tidak diketahui: "},
                                   findings.surfaces, {".", "."}));
    }
    if (!findings.durations.empty()) {
        diagnostics.warning(listed(layer,
                                   {"ferry durations that are no time; the speed holds instead: ",
                                    "lama penyeberangan yang bukan waktu; kecepatannya yang dipakai: "},
                                   findings.durations,
                                   {". Write hours and minutes, 00:20.", ". Tulis jam dan menit, 00:20."}));
    }
    if (findings.closed > 0) {
        diagnostics.information(core::format_text("{0}: {1} ways are closed to everyone (access is no).",
                                                  "{0}: {1} ruas tertutup untuk semua orang (access berisi no).",
                                                  layer.label, findings.closed));
    }
}

}  // namespace

void RuleTable::report(core::Diagnostics& diagnostics) const {
    std::vector<Findings> findings(layers_.size());
    for (const auto& way : seen_) add(way.finding, way.tags, way.count, findings[way.layer]);
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        report_classes(layers_[i], findings[i], diagnostics);
        report_tags(layers_[i], findings[i], diagnostics);
    }
}

}  // namespace desakota::network
