#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/config/config.h"
#include "engine/core/diagnostics.h"
#include "engine/core/text.h"

namespace desakota::config {

/// Reads one table key by key and tells what does not fit. A value of the wrong type is an error in `diagnostics`
/// that names the file and the line, and counts as missing; `finish` does the same for keys that nobody asked for.
///
///     Reader reader{name, root, diagnostics};
///     const auto speed = reader.number("speed", 0, 200);
///     reader.finish();
///
/// The table and the diagnostics must outlive the reader.
class Reader {
public:
    Reader(std::string name, const Table& table, core::Diagnostics& diagnostics);

    [[nodiscard]] const Table& table() const { return *table_; }
    [[nodiscard]] const std::string& name() const { return name_; }

    /// The raw value of `key`, or nullptr; the key counts as asked for.
    [[nodiscard]] const Value* value(std::string_view key);
    [[nodiscard]] std::optional<std::string> text(std::string_view key);
    /// One of `choices`.
    [[nodiscard]] std::optional<std::string> choice(std::string_view key, const std::vector<std::string>& choices);
    /// A whole or decimal number within [minimum, maximum].
    [[nodiscard]] std::optional<double> number(std::string_view key, double minimum, double maximum);
    [[nodiscard]] std::optional<bool> yes_no(std::string_view key);
    /// A list of texts; a single text counts as a list of one. Empty where the key is missing.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    /// A text in both languages: `{ en = "...", id = "..." }`.
    [[nodiscard]] std::optional<core::Text> bilingual(std::string_view key);
    /// The tables of `[[key]]`. Empty where the key is missing.
    [[nodiscard]] std::vector<Reader> tables(std::string_view key);

    /// A reader of a table within this one, such as an item of a list.
    [[nodiscard]] Reader within(const Table& table) const { return {name_, table, *diagnostics_}; }

    /// Reports every key of the table that was not asked for.
    void finish();

    /// Adds "NAME, line LINE: problem" to the errors.
    void error(int line, const core::Text& problem);

private:
    void wrong_type(std::string_view key, int line, const core::Text& wanted);

    std::string name_;
    const Table* table_;
    core::Diagnostics* diagnostics_;
    std::vector<std::string> asked_;
};

}  // namespace desakota::config
