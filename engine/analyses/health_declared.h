#pragma once

#include <optional>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/health_searches.h"
#include "engine/layers/layer.h"

namespace desakota::analyses {

/// The distance to the nearest puskesmas as declared (Podes, IDM), settlement by settlement; missing where none is.
struct DeclaredDistances {
    std::vector<std::optional<core::Millimetres>> lengths;
};

/// declared-distance-field, declared-unit.
[[nodiscard]] std::vector<Parameter> declared_distance_parameters();
/// A usage error for a unit without a field.
void refuse_declared_unit_alone(const Arguments& arguments, core::Diagnostics& diagnostics);

/// Missing without a field. Errors that name the settlement: a distance below 0, text that is no number. Warning: a
/// distance that no settlement can have, as of metres that are taken for kilometres.
[[nodiscard]] std::optional<DeclaredDistances> read_declared_distances(const Arguments& arguments,
                                                                       core::Diagnostics& diagnostics);

/// `health_access_declared`: the ten settlements whose declared and network distance differ most, largest difference
/// (whatever its sign) first, of equal ones the earlier row.
[[nodiscard]] OutputLayer declare_declared_distances();
[[nodiscard]] layers::Layer make_declared_distances(const HealthQuestion& question, const DeclaredDistances& declared,
                                                    const HealthFindings& findings);

void add_declared_answer(Results& results, const HealthQuestion& question, const DeclaredDistances& declared,
                         const HealthFindings& findings);

}  // namespace desakota::analyses
