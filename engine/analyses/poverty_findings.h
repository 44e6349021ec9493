#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/analyses/poverty_question.h"
#include "engine/analyses/welfare_rows.h"
#include "engine/statistics/interval.h"
#include "engine/welfare/poverty.h"

namespace desakota::analyses {

/// The poor by one line, row by row.
struct PoorFigures {
    Amounts poor_households;  ///< as many as the sample stands for
    Amounts poor_persons;
    Amounts households_share;
    Amounts persons_share;
    Amounts gap;
    Amounts severity;
    std::vector<std::optional<statistics::Interval>> households_interval;
    std::vector<std::optional<statistics::Interval>> persons_interval;

    void resize(std::size_t rows);
};

/// What the result says of some rows: of the settlements, or of the sets of a summary. Lists that the run does not fill
/// are empty. Rows without figures have none in any list.
struct PovertyFigures {
    std::vector<Basis> bases;
    Amounts households;
    Amounts persons;
    Amounts mean_income;    ///< rupiah per head a month, of persons
    Amounts median_income;  ///< the same
    std::vector<PoorFigures> lines;
    PoorFigures sajogyo;                                        ///< the poor by the version asked for
    std::vector<Amounts> sajogyo_shares;                        ///< of households, by class
    std::vector<std::optional<std::size_t>> sajogyo_commonest;  ///< the class with most households; the poorer of two
    Amounts decile_families;
    std::vector<Amounts> decile_shares;  ///< in decile 1, 1-2, 1-4, 1-5

    [[nodiscard]] std::size_t size() const { return bases.size(); }
};

struct PovertyFindings {
    PovertyFigures settlements;
    std::vector<SettlementSet> sets;
    PovertyFigures summary;  ///< of the sets
};
[[nodiscard]] PovertyFindings find_poverty(const PovertyQuestion& question, RunContext& context);

/// Fills in, from the fields of the settlements, the shares that were given and those of the deciles.
void add_given_figures(const PovertyQuestion& question, PovertyFindings& findings);
/// Warns where of two lines the lower has more poor by the shares that were given.
void warn_of_impossible_shares(const PovertyQuestion& question, const PovertyFindings& findings,
                               const Arguments& arguments, core::Diagnostics& diagnostics);

/// The mean of those settlements' values that there are.
[[nodiscard]] std::optional<double> mean_of(std::span<const std::uint32_t> members, const Amounts& values);

}  // namespace desakota::analyses
