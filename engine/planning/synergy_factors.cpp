#include "engine/planning/synergy_factors.h"

#include <array>
#include <cstddef>

namespace desakota::planning {

std::string_view influence_code(Influence influence) {
    constexpr std::array<std::string_view, 6> kCodes{"root_cause",       "trigger",   "trigger_and_triggered",
                                                     "external_trigger", "triggered", "not_placed"};
    return kCodes[static_cast<std::size_t>(influence)];
}

const std::vector<Factor>& synergy_factors() {
    static const std::vector<Factor> factors{
        {"perencanaan_kolaboratif",
         "planning",
         {"collaborative planning", "perencanaan kolaboratif"},
         Influence::Trigger},
        {"kesepakatan", "agreement", {"agreement", "kesepakatan"}, Influence::NotPlaced},
        {"komunikasi", "communication", {"communication", "komunikasi"}, Influence::Triggered},
        {"kepemimpinan", "leadership", {"leadership", "kepemimpinan"}, Influence::Trigger},
        {"komitmen", "commitment", {"commitment", "komitmen"}, Influence::Triggered},
        {"partisipasi", "participation", {"community participation", "partisipasi masyarakat"}, Influence::Triggered},
        {"kepercayaan", "trust", {"trust", "kepercayaan"}, Influence::Triggered},
        {"legitimasi", "legitimacy", {"legitimacy", "legitimasi"}, Influence::TriggerAndTriggered},
        {"konflik_kepentingan", "conflict", {"conflict of interest", "konflik kepentingan"}, Influence::Triggered},
        {"kesiapan", "readiness", {"readiness", "kesiapan (readiness)"}, Influence::Triggered},
        {"kapabilitas", "capability", {"collaborative capability", "kapabilitas kolaborasi"}, Influence::RootCause},
        {"motivasi", "motivation", {"motivation", "motivasi"}, Influence::Triggered},
        {"sistem", "collaboration-system", {"collaboration system", "sistem kolaborasi"}, Influence::Trigger},
        {"tujuan_bersama", "common-goals", {"common goals", "tujuan bersama"}, Influence::TriggerAndTriggered},
        {"keadilan", "justice", {"justice", "keadilan"}, Influence::Triggered},
        {"eksternal", "external", {"external factors", "faktor eksternal"}, Influence::ExternalTrigger},
        {"regulasi", "regulation", {"regulation", "regulasi"}, Influence::Trigger}};
    return factors;
}

const Scale& role_scale() {
    static const Scale scale{
        {"factor", "faktor"},
        {{"pendorong", {"driver", "pendorong"}, {"faktor pendorong"}},
         {"keduanya", {"both", "keduanya"}, {"pendorong dan kendala", "kendala dan pendorong", "driver and obstacle"}},
         {"kendala", {"obstacle", "kendala"}, {"penghambat", "faktor kendala"}},
         {"netral", {"neutral", "netral"}, {"0"}}},
        {}};
    return scale;
}

std::string_view role_code(Role role) {
    constexpr std::array<std::string_view, 4> kCodes{"driver", "both", "obstacle", "neutral"};
    return kCodes[static_cast<std::size_t>(role)];
}

}  // namespace desakota::planning
