#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/config/config.h"
#include "engine/core/text.h"

namespace desakota::study {

/// A value of a study file as the texts that a command line would have for this parameter; nothing where its type does
/// not fit, which `fault` is told ("must be a number").
///
///     Number 5000; Numbers [1000, 5000]; YesNo true; Choice, Text, File, Field, Layer, Raster "a"; Fields, Layers
///     ["a", "b"] or "a"
[[nodiscard]] std::optional<std::vector<std::string>> parameter_words(const analyses::Parameter& parameter,
                                                                      const config::Value& value,
                                                                      const std::function<void(core::Text)>& fault);

}  // namespace desakota::study
