#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/health_searches.h"
#include "engine/analyses/summary_table.h"
#include "engine/layers/layer.h"

namespace desakota::analyses {

/// What became of the name of a settlement's assigned facility (wilayah kerja).
enum class ServingMatch : std::uint8_t {
    Found,
    NotAssigned,  ///< the field is empty, or says so ("-", "tidak ada")
    NotFound,     ///< no facility has that id or name
    Ambiguous,    ///< several facilities share the name
    NotCounted,   ///< the threshold rule leaves it out: of another kind, not functioning, or without a location
};

/// Row for row as the settlements.
struct ServingQuestion {
    std::vector<ServingMatch> matches;
    std::vector<std::uint32_t> facilities;           ///< Found and NotCounted; else network::kNone
    std::vector<std::optional<std::string>> called;  ///< as the field has it
};

/// Shares are missing where nothing is known: not Found, or no location.
struct ServingFindings {
    std::vector<WayRow> rows;  ///< the shortest way to the assigned facility; where not Found, only its reason holds
    Shares beyond;             ///< of families beyond the threshold to the assigned facility
    /// 1 where another facility that counts is nearer, else 0; missing also where neither can be reached.
    Shares not_nearest;
};

/// serving-field.
[[nodiscard]] std::vector<Parameter> serving_parameters();

/// Missing without a serving field. A facility is called by its id or its name, letter case, blanks and the words
/// Puskesmas, Pusk. and PKM (after UPT or UPTD too) before the name aside, and by a name without or with more blanks
/// where none is spelt so; one that counts goes before others of that name. Warnings list names that no facility has,
/// that several share, and facilities that do not count. Error: no settlement names a facility of the layer.
[[nodiscard]] std::optional<ServingQuestion> read_serving(const HealthQuestion& question, const Arguments& arguments,
                                                          core::Diagnostics& diagnostics);

/// Distances by the threshold rule, each assigned facility searched for alone: `rows[i].total()` is the row's least
/// distance wherever the assigned facility is the nearest. `findings`: what the run found of the nearest.
[[nodiscard]] ServingFindings find_serving(const HealthQuestion& question, const ServingQuestion& serving,
                                           const HealthFindings& findings, const SearchSetting& setting,
                                           core::Progress& progress);

/// serving_id ... share_beyond_serving: of the main layer.
[[nodiscard]] std::vector<layers::ColumnDefinition> serving_columns();
/// What all layers of assigned facilities are made of.
struct Serving {
    const HealthQuestion& question;
    const ServingQuestion& named;
    const HealthFindings& nearest;
    const ServingFindings& found;
};
void add_serving_columns(layers::Layer& layer, const Serving& serving);

/// What the summary pools besides. `findings` nullptr: for declarations.
[[nodiscard]] std::vector<PooledColumn> serving_pooled_columns(const ServingFindings* findings);

/// `health_access_serving`: straight lines to the assigned facility from the settlements to which another is nearer,
/// in the settlements' coordinate system.
[[nodiscard]] OutputLayer declare_serving_lines();
[[nodiscard]] layers::Layer make_serving_lines(const Serving& serving, const layers::Layer& settlement_layer,
                                               RunContext& context);

void add_serving_answer(Results& results, const Serving& serving, const SummaryInput& pooled);

}  // namespace desakota::analyses
