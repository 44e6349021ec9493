#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/core/text.h"
#include "engine/layers/layer.h"

namespace desakota::analyses {

/// A column of numbers, and what messages say of it.
struct NumberSource {
    const layers::Layer& layer;
    const layers::Column* names = nullptr;  ///< of the features; nullptr: messages name none
    const layers::Column& column;
    core::Text what;  ///< in a sentence: "the mass", "massanya"
    core::Text remedy = {"Correct the value or leave it empty.", "Betulkan nilainya atau kosongkan."};
};

/// Reads such a column, row by row, and says what is wrong with a value.
class NumberReader {
public:
    using Parse = std::optional<double> (*)(const std::string& text);

    NumberReader(NumberSource source, core::Diagnostics& diagnostics)
        : source_(std::move(source)), diagnostics_(diagnostics) {}

    /// Missing where the row is empty and, with an error that names the row, where it is no number. `parse` reads text.
    [[nodiscard]] std::optional<double> read(std::size_t row, Parse parse) const;
    [[nodiscard]] std::vector<std::optional<double>> read_all(Parse parse) const;

    [[nodiscard]] bool is_empty(std::size_t row) const;  ///< missing or blank

    /// An error that names the row: what the column holds, why that will not do, and the remedy.
    void refuse(std::size_t row, const core::Text& why) const;

    [[nodiscard]] const NumberSource& source() const { return source_; }

private:
    NumberSource source_;
    core::Diagnostics& diagnostics_;
};

}  // namespace desakota::analyses
