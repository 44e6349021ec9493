#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/core/text.h"
#include "engine/layers/layer.h"
#include "engine/maps/style.h"

namespace desakota::analyses {

class KeptNetworks;

/// A text file that a parameter named: its text and its name for messages.
struct NamedText {
    std::string name;
    std::string text;
};

/// The effective values of one run, by parameter name. Front ends fill it (see resolve.h); every number, choice and
/// yes/no parameter that has a default is there, whether or not the user gave it.
class Arguments {
public:
    std::map<std::string, std::vector<layers::Layer>> layers;  ///< Layer, Raster: one; Layers: as many as given
    /// Field, Fields: the columns to take, for each layer of the layer parameter in order. An empty list: none.
    std::map<std::string, std::vector<std::vector<std::string>>> fields;
    std::map<std::string, std::vector<double>> numbers;  ///< Number: one; Numbers: as many as given
    std::map<std::string, std::string> texts;            ///< Choice (code), Text
    std::map<std::string, bool> yes_no;
    std::map<std::string, NamedText> files;
    /// Names of the parameters that the user gave (not defaults, not fields found by their usual names).
    std::vector<std::string> given;

    [[nodiscard]] bool has_layer(const std::string& name) const;
    /// The layer of a Layer parameter, nullptr where it was not given.
    [[nodiscard]] layers::Layer* layer(const std::string& name);
    /// The column that a Field parameter names in its `index`-th layer, nullptr where there is none.
    [[nodiscard]] const layers::Column* column(const std::string& layer_name, const std::string& field_name,
                                               std::size_t index = 0) const;
    /// The field name of a Field parameter; empty where there is none.
    [[nodiscard]] std::string field(const std::string& name, std::size_t index = 0) const;
    [[nodiscard]] std::vector<std::string> field_list(const std::string& name, std::size_t index = 0) const;
    [[nodiscard]] std::optional<double> number(const std::string& name) const;
    [[nodiscard]] std::string text(const std::string& name) const;  ///< empty where not given
    [[nodiscard]] bool is_yes(const std::string& name) const;
    [[nodiscard]] bool is_given(const std::string& name) const;
};

/// What surrounds a run.
struct RunContext {
    core::Progress& progress;
    core::Diagnostics& diagnostics;
    core::Language language = core::Language::English;
    int threads = 1;
    /// Networks that several runs share (kept_networks.h); nullptr: each builds its own.
    KeptNetworks* networks = nullptr;
};
/// A context that differs in its progress.
[[nodiscard]] RunContext with_progress(const RunContext& context, core::Progress& progress);

/// One figure of a run's summary, for `--json` and the lines on the terminal.
struct Figure {
    std::string name;  ///< lower_snake, with its unit, never translated
    core::Text label;
    std::optional<double> value;  ///< missing where it could not be computed
    int decimals = 0;             ///< shown on the terminal; data keep the full value
};

struct Results {
    /// In the order of the analysis's outputs, main layer first; an output that was not asked for is left out.
    std::vector<layers::Layer> layers;
    /// How each layer is drawn, the default first, by the layer's name: what its QML says, as values.
    std::map<std::string, std::vector<maps::Style>> styles;
    std::vector<Figure> figures;
    /// The answer in one to three sentences.
    std::vector<core::Text> summary;
};

}  // namespace desakota::analyses
