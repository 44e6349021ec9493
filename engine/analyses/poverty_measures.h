#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/analyses/poverty_findings.h"
#include "engine/welfare/poverty_replications.h"

namespace desakota::analyses {

/// What is counted in the households of each settlement once, and is added up or drawn again afterwards. A measure is
/// a poverty line or, behind the lines, Sajogyo's poor.
struct PovertyMeasures {
    std::size_t count = 0;                   ///< of measures
    std::vector<std::uint32_t> poor;         ///< by settlement, then measure: of the poorest; or welfare::kNoLine
    std::vector<welfare::PovertySums> sums;  ///< by settlement, then measure
    std::vector<double> households;          ///< by settlement: for how many its sample stands
    std::vector<double> persons;             ///< by settlement
    std::vector<double> incomes;             ///< by settlement: of all persons, rupiah a month
    std::size_t class_count = 0;             ///< Sajogyo's
    std::vector<double> class_households;    ///< by settlement, then class

    [[nodiscard]] std::span<const std::uint32_t> poor_of(std::size_t settlement) const {
        return std::span(poor).subspan(settlement * count, count);
    }
};
[[nodiscard]] PovertyMeasures measure_poverty(const PovertyQuestion& question, RunContext& context);

/// The confidence intervals of the settlements' shares and of the summary's: Wilson's where households count alike and
/// are pooled, else a bootstrap within settlements. Missing where none or all of the sample are poor, since a bootstrap
/// then says nothing, and where there are no replications.
void find_intervals(const PovertyQuestion& question, const PovertyMeasures& measures, PovertyFindings& findings,
                    RunContext& context);

}  // namespace desakota::analyses
