#pragma once

#include <string>

#include "engine/analyses/catalogue.h"
#include "engine/core/text.h"

namespace desakota::cli {

/// The reference page of the catalogue in one language, as Markdown: every analysis with its options and the columns
/// of its results.
[[nodiscard]] std::string reference_page(const analyses::Catalogue& catalogue, core::Language language);

}  // namespace desakota::cli
