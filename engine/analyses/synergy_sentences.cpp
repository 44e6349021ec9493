#include <string>

#include "engine/analyses/quantity_text.h"
#include "engine/analyses/synergy_layers.h"

namespace desakota::analyses {
namespace {

using core::Text;
using planning::Dimension;

Text listed(const std::vector<Dimension>& dimensions) {
    Text list;
    for (const auto dimension : dimensions) {
        if (!list.english.empty()) list = std::move(list) + core::same_text(", ");
        list = std::move(list) + planning::scale_of(dimension).title;
    }
    return list;
}

Text change_text(const planning::Change& change) {
    const auto& scale = planning::scale_of(change.dimension);
    const auto& to = scale.ratings[change.to].label;
    if (!change.from) {
        return fill_text("{0} (not rated so far) \"{1}\"", "{0} (belum dinilai) \"{1}\"", scale.title, to);
    }
    return fill_text("{0} from \"{1}\" to \"{2}\"", "{0} dari \"{1}\" menjadi \"{2}\"", scale.title,
                     scale.ratings[*change.from].label, to);
}

Text alternative_text(const std::vector<planning::Change>& changes) {
    Text text;
    for (const auto& change : changes) {
        if (!text.english.empty()) text = std::move(text) + core::same_text(", ");
        text = std::move(text) + change_text(change);
    }
    return text;
}

}  // namespace

Text synergy_reason(const SynergyArea& area, const planning::Assessment& assessment) {
    Text reason;
    if (assessment.category) {
        const auto& rule = planning::rule_of(*assessment.category);
        reason =
            fill_text("{0} (rule {1}). {2}", "{0} (aturan {1}). {2}", planning::category_label(*assessment.category),
                      core::same_text(std::to_string(rule.number)), rule.sentence);
    } else {
        reason = fill_text("Cannot be assessed yet; not rated: {}.", "Belum dapat dinilai; penilaian yang kurang: {}.",
                           listed(assessment.needed));
    }
    if (!area.derived.empty()) {
        reason = std::move(reason) +
                 fill_text(" Derived from indicators: {}.", " Diturunkan dari indikator: {}.", listed(area.derived));
    }
    if (!assessment.unneeded.empty()) {
        reason = std::move(reason) + fill_text(" Not rated, and not needed for this category: {}.",
                                               " Belum dinilai, dan tidak diperlukan untuk kategori ini: {}.",
                                               listed(assessment.unneeded));
    }
    return reason;
}

Text lift_sentence(const SynergyFinding& finding) {
    if (!finding.assessment.category) {
        return fill_text("Rate first: {}.", "Nilai dahulu: {}.", listed(finding.assessment.needed));
    }
    if (!finding.lift) return {"Nothing: this is the best category.", "Tidak ada: ini kategori terbaik."};
    Text ways;
    for (const auto& alternative : finding.lift->alternatives) {
        if (!ways.english.empty()) ways = std::move(ways) + Text{"; or ", "; atau "};
        ways = std::move(ways) + alternative_text(alternative);
    }
    return fill_text("{0} with: {1}.", "{0} bila: {1}.", planning::category_label(finding.lift->category), ways);
}

}  // namespace desakota::analyses
