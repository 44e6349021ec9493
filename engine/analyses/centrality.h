#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/analyses/centre_facilities.h"
#include "engine/hinterland/centrality.h"

namespace desakota::analyses {

/// What the facilities say of the centres. Of kinds, those that function at some centre (or may).
struct Centrality {
    CentreFacilities facilities;
    std::vector<std::optional<std::size_t>>
        column_of_kind;  ///< its place in what follows; missing: nowhere functioning
    hinterland::MarshallIndex marshall;
    hinterland::Scalogram scalogram;
    /// Of each centre; missing where the facilities do not tell (CentreFacilities::tells_services).
    std::vector<std::optional<hinterland::CentreCompleteness>> completeness;

    /// Whether there are places and kinds enough (two of each) for a scale to mean anything.
    [[nodiscard]] bool has_scale() const;
};
/// Of facilities that were given, for so many centres.
[[nodiscard]] Centrality centrality_of(CentreFacilities facilities, std::size_t centres);

/// marshall_index, facility_kinds, scalogram_rank (1: the most kinds; as many kinds, the same rank), scalogram_errors,
/// services_present, services_missing, complete, completeness_unsure: of a layer with a row for each centre.
[[nodiscard]] std::vector<layers::ColumnDefinition> centrality_columns();
void add_centrality_columns(layers::Layer& layer, const Centrality& centrality, core::Language language);

/// hinterland_interaction_facilities: a row for each kind of facility.
[[nodiscard]] OutputLayer declare_facilities_table();
[[nodiscard]] layers::Layer make_facilities_table(const Centrality& centrality);

/// The coefficients of the scalogram and how many centres are complete, as figures and as sentences.
void add_centrality_figures(Results& results, const Centrality& centrality);

}  // namespace desakota::analyses
