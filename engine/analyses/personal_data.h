#pragma once

#include <string>
#include <string_view>

#include "engine/layers/column.h"

namespace desakota::analyses {

/// Whether a column holds what must never reach a result, a message or a log, by its name: identity and family-card
/// numbers, names of persons, addresses, telephone numbers. A count of heads of families (a number) is not personal.
[[nodiscard]] bool is_personal(const layers::ColumnDefinition& column);

/// Whether a filter names such a column.
[[nodiscard]] bool names_personal_data(std::string_view filter);

}  // namespace desakota::analyses
