#pragma once

#include "engine/io/open_dataset.h"
#include "engine/io/source.h"

namespace desakota::io {

/// Sets the subset of `source` on its open layer. Throws a usage error with the reason where the layer cannot apply it:
/// bad SQL, or a column that is not there (a quoted name too, which SQLite would silently take for a text).
void apply_subset(const OpenLayer& open, const Source& source);

}  // namespace desakota::io
