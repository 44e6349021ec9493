#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/config/reader.h"
#include "engine/welfare/scheme.h"

/// Parts of parse_scheme.
namespace desakota::welfare {

/// What is written at `breaks`: numbers, each joining the side that `closure` says ("left": the class above, so that
/// classes are [a, b); "right": the class below), or tables {at, joins}. Empty where the key is missing.
[[nodiscard]] std::vector<Break> read_breaks(config::Reader& reader);

/// A number, or a quotient as text: "1/3". Missing where the key is.
[[nodiscard]] std::optional<double> read_weight(config::Reader& reader);

/// The direction at the key `direction`; missing where the key is or holds another word, which is an error.
[[nodiscard]] std::optional<Direction> read_direction(config::Reader& reader);
[[nodiscard]] std::optional<Aggregation> read_aggregation(config::Reader& reader);

/// A text, or an error where the key is missing.
[[nodiscard]] std::string needed_text(config::Reader& reader, const std::string& key);
[[nodiscard]] core::Text needed_bilingual(config::Reader& reader, const std::string& key);
/// A code of small letters, digits and underscores.
[[nodiscard]] std::string needed_code(config::Reader& reader);

/// Reads [[dimension]] and [[indicator]] and checks their weights and codes.
void read_tree(config::Reader& root, Scheme& scheme);

/// The normalisation at the key `normalise`.
[[nodiscard]] Normalisation read_normalisation(config::Reader& indicator);

}  // namespace desakota::welfare
