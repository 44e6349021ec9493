#include "engine/config/config.h"

#include <algorithm>
#include <fmt/format.h>
#include <toml++/toml.h>
#include <utility>

#include "engine/core/error.h"

namespace desakota::config {
namespace {

int line_of(const toml::node& node) {
    return static_cast<int>(node.source().begin.line);
}

Value converted(const toml::node& node);

Array converted_array(const toml::array& array) {
    Array values;
    values.reserve(array.size());
    for (const auto& item : array) values.push_back(converted(item));
    return values;
}

/// toml++ keeps keys in alphabetical order; the file's order is restored from their positions.
Table converted_table(const toml::table& table) {
    std::vector<std::pair<toml::source_position, Entry>> placed;
    for (const auto& [key, node] : table) {
        placed.emplace_back(key.source().begin, Entry{std::string{key.str()}, converted(node)});
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    Table result{{}, std::max(1, line_of(table))};
    for (auto& [position, entry] : placed) result.entries.push_back(std::move(entry));
    return result;
}

std::string text_of(const toml::date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string text_of(const toml::time& time) {
    return fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
}

std::string text_of(const toml::date_time& moment) {
    return text_of(moment.date) + "T" + text_of(moment.time);
}

Value converted(const toml::node& node) {
    Value result{{}, std::max(1, line_of(node))};
    node.visit([&result](const auto& typed) {
        using Node = std::decay_t<decltype(typed)>;
        if constexpr (toml::is_table<Node>) {
            result.data = converted_table(typed);
        } else if constexpr (toml::is_array<Node>) {
            result.data = converted_array(typed);
        } else if constexpr (toml::is_chronological<Node>) {
            result.data = text_of(typed.get());
        } else {
            result.data = typed.get();
        }
    });
    return result;
}

}  // namespace

const Value* Table::find(std::string_view key) const {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

Table parse_toml(std::string_view name, std::string_view text) {
    try {
        return converted_table(toml::parse(text, name));
    } catch (const toml::parse_error& fault) {
        throw core::input_error(
            core::format_text("{0}, line {1}: this is not valid TOML ({2}). Correct the line.",
                              "{0}, baris {1}: ini bukan TOML yang sah ({2}). Perbaiki baris tersebut.", name,
                              fault.source().begin.line, fault.description()));
    }
}

void expect_format(std::string_view name, const Table& root, std::int64_t supported) {
    const auto* value = root.find("format");
    const auto* format = value == nullptr ? nullptr : std::get_if<std::int64_t>(&value->data);
    if (format == nullptr) {
        throw core::input_error(core::format_text(
            "{0}, line 1: the file must start with `format = {1}`. Add that line.",
            "{0}, baris 1: berkas harus diawali `format = {1}`. Tambahkan baris itu.", name, supported));
    }
    if (*format == supported) return;
    const auto wanted =
        *format > supported
            ? core::format_text("Use a newer version of Desakota, or write the file in format {0}.",
                                "Gunakan versi Desakota yang lebih baru, atau tulis berkas dalam format {0}.",
                                supported)
            : core::format_text("Write the file in format {0}.", "Tulis berkas dalam format {0}.", supported);
    throw core::input_error(
        core::format_text("{0}, line {1}: the file is in format {2}, but Desakota {3} reads format {4}. ",
                          "{0}, baris {1}: berkas ini berformat {2}, sedangkan Desakota {3} membaca format {4}. ", name,
                          value->line, *format, DESAKOTA_VERSION, supported) +
        wanted);
}

}  // namespace desakota::config
