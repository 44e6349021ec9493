#pragma once

#include "engine/layers/column.h"

namespace desakota::study {

/// The same values under another name or title; the type stays.
[[nodiscard]] layers::Column copied_as(const layers::Column& column, layers::ColumnDefinition definition);

}  // namespace desakota::study
