#pragma once

#include <string>
#include <vector>

#include "tests/support/run_tool.h"

namespace desakota::tests {

using Words = std::vector<std::string>;

/// A layer of the committed sample area.
[[nodiscard]] std::string sample(const std::string& layer);

/// A call of the program as a user makes it, in a plain C locale and on this machine's processors.
[[nodiscard]] ToolCall desakota_call(Words arguments);
[[nodiscard]] ToolRun run_desakota(Words arguments);

/// What `health-access` is run on; each is the sample's unless a test says otherwise.
struct AccessInputs {
    std::string settlements = sample("settlements");
    std::string roads = sample("roads");
    std::string facilities = sample("facilities");
};
/// The words of `health-access` in English, with `more` behind them.
[[nodiscard]] Words access_words(const AccessInputs& inputs, const std::string& output, const Words& more = {});
[[nodiscard]] Words access_words_in(const std::string& language, const AccessInputs& inputs, const std::string& output,
                                    const Words& more = {});

/// Copies a layer as ogr2ogr does, with its options, and returns `target`. Throws where GDAL does not take it.
std::string convert(const std::string& source, const std::string& target, const Words& options = {});
/// Copies one layer of the sample into a GeoPackage.
std::string copy_sample(const std::string& layer, const std::string& target);
/// Changes a GeoPackage by a statement of SQL.
void change(const std::string& path, const std::string& statement);

/// The values of a field as GDAL reads them, as text, "-" where missing. `source` is a file, or names its layer too.
[[nodiscard]] std::vector<std::string> column_of(const std::string& source, const std::string& column);
/// The same as numbers; NaN where missing.
[[nodiscard]] std::vector<double> numbers_of(const std::string& source, const std::string& column);

/// Expects an exit status and that standard error holds each of `words`.
void expect_said(const ToolRun& run, int status, const Words& words);

}  // namespace desakota::tests
