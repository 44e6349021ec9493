#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "engine/io/run_record.h"

namespace desakota::io {

/// The parts that run.json has for one analysis and for a study. Passwords are left out; files are named relative to
/// the folder of `place`.
[[nodiscard]] nlohmann::ordered_json json_of_texts(const std::vector<std::pair<std::string, std::string>>& texts);
[[nodiscard]] nlohmann::ordered_json json_of_parameters(
    const std::vector<std::pair<std::string, RecordValue>>& parameters);
[[nodiscard]] nlohmann::ordered_json json_of_inputs(const std::vector<RecordedInput>& inputs, const std::string& place);
[[nodiscard]] nlohmann::ordered_json json_of_operations(const std::vector<RecordedOperation>& operations);

}  // namespace desakota::io
