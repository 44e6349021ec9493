#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace desakota::config {

struct Value;
struct Entry;

using Array = std::vector<Value>;

/// A TOML table: its entries in the file's order.
struct Table {
    std::vector<Entry> entries;
    int line = 1;

    /// The value of `key`, or nullptr.
    [[nodiscard]] const Value* find(std::string_view key) const;
};

/// One TOML value and the line (from 1) on which it stands. Dates and times are kept as their text, to
/// the second and without an offset.
struct Value {
    std::variant<std::string, std::int64_t, double, bool, Array, Table> data;
    int line = 1;
};

struct Entry {
    std::string key;
    Value value;
};

/// Reads TOML text. A fault of the text throws core::Error (unfit input) that names `name` and the line.
[[nodiscard]] Table parse_toml(std::string_view name, std::string_view text);

/// Every TOML file of the project starts with `format = 1`. Throws core::Error (unfit input) where the number is
/// missing or is not `supported`; a higher one needs a newer version, and the text says so.
void expect_format(std::string_view name, const Table& root, std::int64_t supported = 1);

}  // namespace desakota::config
