#pragma once

#include <string>

#include "engine/analyses/catalogue.h"

namespace desakota::cli {

/// The whole catalogue as JSON text: an object with the engine's `version` and `analyses`, an array with all that was
/// declared, each text as an object of both languages, {"en": ..., "id": ...}. What does not belong to a parameter's
/// kind is left out.
[[nodiscard]] std::string catalogue_json(const analyses::Catalogue& catalogue);

}  // namespace desakota::cli
