#pragma once

#include <string>
#include <vector>

#include "engine/layers/layer.h"

namespace desakota::io {

/// `wanted`, or `wanted_2`, `wanted_3` ... where `taken` has it already (letter case aside: formats and programs
/// ignore it).
[[nodiscard]] std::string unused_name(const std::string& wanted, const std::vector<std::string>& taken);

/// The names under which a layer's columns are written: their own, told apart where two differ in letter case only.
[[nodiscard]] std::vector<std::string> column_names(const layers::Layer& layer);

}  // namespace desakota::io
