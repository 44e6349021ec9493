#include "engine/analyses/programme_findings.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/analyses/decay_parameters.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;

/// The centre of the greatest mass, of those that have a location inside the area where one is.
std::size_t greatest_centre(const HinterlandQuestion& question) {
    const bool all_outside = std::ranges::count(question.outside, false) == 0;
    std::optional<std::size_t> greatest;
    for (std::size_t j = 0; j < question.masses.size(); ++j) {
        if (!all_outside && question.outside[j]) continue;
        if (!has_location(question.centres, j)) continue;
        if (!greatest || question.masses[j] > question.masses[*greatest]) greatest = j;
    }
    return greatest.value_or(0);
}

void tell_centre(const HinterlandQuestion& question, std::size_t centre, core::Diagnostics& diagnostics) {
    if (question.centres.size() < 2) return;
    diagnostics.information(core::format_text(
        "Programme: distances are taken from {}, the centre of the greatest mass in the area; name another with "
        "--programme-centre.",
        "Program: jarak dihitung dari {}, pusat bermassa terbesar di dalam kawasan; sebutkan pusat lain dengan "
        "--programme-centre.",
        question.centres.title(centre)));
}

/// "49 families take part".
Text participants_text(const hinterland::SettlementReach& reach) {
    const auto activities = grouped(static_cast<double>(reach.activities));
    if (!reach.participants) {
        return fill_text("Activities: {0}, without a number of participants.", "Kegiatan: {0}, tanpa jumlah peserta.",
                         activities);
    }
    const auto participants = grouped(*reach.participants);
    if (!reach.coverage) {
        return fill_text("Activities: {0}; families taking part: {1}.", "Kegiatan: {0}; keluarga peserta: {1}.",
                         activities, participants);
    }
    return fill_text("Activities: {0}; families taking part: {1} ({2} of all).",
                     "Kegiatan: {0}; keluarga peserta: {1} ({2} dari semua keluarga).", activities, participants,
                     percent_text(*reach.coverage));
}

Text poor_text(const hinterland::SettlementReach& reach, const hinterland::ProgrammeSettlement& settlement) {
    if (!settlement.poor_families) return {};
    const auto poor = grouped(*settlement.poor_families);
    if (!reach.poor_participants) {
        return fill_text(" Poor families: {}; not known how many of them take part.",
                         " Keluarga miskin: {}; tidak diketahui berapa yang ikut.", poor);
    }
    return fill_text(" Poor families: {0}, of which taking part: {1}.", " Keluarga miskin: {0}, yang ikut: {1}.", poor,
                     grouped(*reach.poor_participants));
}

}  // namespace

ProgrammeFindings find_programme_reach(const Programme& programme, const HinterlandQuestion& question,
                                       const HinterlandFindings& findings, core::Diagnostics& diagnostics) {
    ProgrammeFindings found;
    found.centre = programme.centre ? *programme.centre : greatest_centre(question);
    if (!programme.centre) tell_centre(question, found.centre, diagnostics);
    found.settlements.reserve(question.settlements.size());
    for (std::size_t row = 0; row < question.settlements.size(); ++row) {
        found.settlements.push_back({question.settlements.families[row], programme.poor_families[row],
                                     findings.costs.at(row, found.centre),
                                     question.settlements.places[row].has_value()});
    }
    found.reached = hinterland::settlement_reach(found.settlements, programme.activities, programme.participants_are);
    found.unreached_poor = hinterland::unreached_poor(found.reach());
    found.bands = hinterland::reach_by_cost(found.reach(), programme.limits);
    return found;
}

std::string_view status_code(ProgrammeStatus status) {
    switch (status) {
        case ProgrammeStatus::Reached:
            return "reached";
        case ProgrammeStatus::PoorNotReached:
            return "poor_not_reached";
        case ProgrammeStatus::NotReached:
            break;
    }
    return "not_reached";
}

ProgrammeStatus programme_status(const ProgrammeFindings& found, std::size_t settlement) {
    const auto& reach = found.reached[settlement];
    if (!reach.reached) return ProgrammeStatus::NotReached;
    const bool has_poor = found.settlements[settlement].poor_families.value_or(0.0) > 0.0;
    return has_poor && reach.poor_participants == 0.0 ? ProgrammeStatus::PoorNotReached : ProgrammeStatus::Reached;
}

Text programme_cost_text(const Programme& programme, const hinterland::ProgrammeSettlement& settlement) {
    if (!settlement.has_location) return {"place not known", "letak tidak diketahui"};
    if (settlement.cost >= core::kUnreachable) return {"no way", "tidak ada jalan"};
    return cost_text(settlement.cost, programme.cost);
}

Text programme_reason(const Programme& programme, const HinterlandQuestion& question, const ProgrammeFindings& found,
                      std::size_t settlement) {
    const auto& reach = found.reached[settlement];
    const auto& here = found.settlements[settlement];
    Text reason;
    if (reach.activities == 0) {
        reason = {"No activity took place here.", "Tidak ada kegiatan di sini."};
        if (here.poor_families) {
            reason = std::move(reason) +
                     fill_text(" Poor families: {}.", " Keluarga miskin: {}.", grouped(*here.poor_families));
        }
    } else {
        reason = participants_text(reach) + poor_text(reach, here);
    }
    const auto centre = core::same_text(question.centres.title(found.centre));
    if (!here.has_location) return std::move(reason) + Text{" Its place is not known.", " Letaknya tidak diketahui."};
    if (here.cost >= core::kUnreachable) {
        return std::move(reason) + fill_text(" No way to {}.", " Tidak ada jalan ke {}.", centre);
    }
    return std::move(reason) + fill_text(" {0} to {1}.", " {0} ke {1}.", programme_cost_text(programme, here), centre);
}

}  // namespace desakota::analyses
