#include "engine/config/reader.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "engine/core/number_text.h"
#include "engine/core/suggestion.h"

namespace desakota::config {
namespace {

std::optional<double> number_of(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return static_cast<double>(*whole);
    if (const auto* decimal = std::get_if<double>(&value.data); decimal != nullptr && std::isfinite(*decimal)) {
        return *decimal;
    }
    return std::nullopt;
}

std::optional<std::vector<std::string>> texts_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.data)) return std::vector<std::string>{*text};
    const auto* array = std::get_if<Array>(&value.data);
    if (array == nullptr) return std::nullopt;
    std::vector<std::string> texts;
    for (const auto& item : *array) {
        const auto* text = std::get_if<std::string>(&item.data);
        if (text == nullptr) return std::nullopt;
        texts.push_back(*text);
    }
    return texts;
}

}  // namespace

Reader::Reader(std::string name, const Table& table, core::Diagnostics& diagnostics)
    : name_(std::move(name)), table_(&table), diagnostics_(&diagnostics) {}

void Reader::error(int line, const core::Text& problem) {
    diagnostics_->error(core::format_text("{0}, line {1}: ", "{0}, baris {1}: ", name_, line) + problem);
}

void Reader::wrong_type(std::string_view key, int line, const core::Text& wanted) {
    error(line, core::format_text("`{0}` must be ", "`{0}` harus berupa ", key) + wanted + core::Text{".", "."});
}

const Value* Reader::value(std::string_view key) {
    asked_.emplace_back(key);
    return table_->find(key);
}

std::optional<std::string> Reader::text(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr) return std::nullopt;
    if (const auto* text = std::get_if<std::string>(&found->data)) return *text;
    wrong_type(key, found->line, {"a text in quotes", "teks di dalam tanda kutip"});
    return std::nullopt;
}

std::optional<std::string> Reader::choice(std::string_view key, const std::vector<std::string>& choices) {
    auto chosen = text(key);
    if (!chosen || std::find(choices.begin(), choices.end(), *chosen) != choices.end()) return chosen;
    error(table_->find(key)->line,
          core::format_text("`{0}` is \"{1}\"; accepted: {2}.", "`{0}` berisi \"{1}\"; pilihannya: {2}.", key, *chosen,
                            fmt::format("{}", fmt::join(choices, ", "))));
    return std::nullopt;
}

std::optional<double> Reader::number(std::string_view key, double minimum, double maximum) {
    const auto* found = value(key);
    if (found == nullptr) return std::nullopt;
    const auto number = number_of(*found);
    if (number && *number >= minimum && *number <= maximum) return number;
    wrong_type(key, found->line,
               core::format_text("a number from {0} to {1}", "bilangan dari {0} sampai {1}", core::number_text(minimum),
                                 core::number_text(maximum)));
    return std::nullopt;
}

std::optional<bool> Reader::yes_no(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr) return std::nullopt;
    if (const auto* flag = std::get_if<bool>(&found->data)) return *flag;
    wrong_type(key, found->line, {"true or false, without quotes", "true atau false, tanpa tanda kutip"});
    return std::nullopt;
}

std::vector<std::string> Reader::texts(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr) return {};
    if (auto texts = texts_of(*found)) return *std::move(texts);
    wrong_type(key, found->line, {"a list of texts in quotes", "daftar teks di dalam tanda kutip"});
    return {};
}

std::optional<core::Text> Reader::bilingual(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr) return std::nullopt;
    if (const auto* table = std::get_if<Table>(&found->data)) {
        Reader languages{name_, *table, *diagnostics_};
        const auto english = languages.text("en");
        const auto indonesian = languages.text("id");
        languages.finish();
        if (english && indonesian) return core::Text{*english, *indonesian};
    }
    wrong_type(key, found->line,
               {"a text in both languages, { en = \"...\", id = \"...\" }",
                "teks dalam kedua bahasa, { en = \"...\", id = \"...\" }"});
    return std::nullopt;
}

std::vector<Reader> Reader::tables(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr) return {};
    std::vector<Reader> readers;
    const auto* array = std::get_if<Array>(&found->data);
    if (array != nullptr) {
        for (const auto& item : *array) {
            if (const auto* table = std::get_if<Table>(&item.data)) readers.emplace_back(name_, *table, *diagnostics_);
        }
    }
    if (array == nullptr || readers.size() != array->size()) {
        wrong_type(key, found->line,
                   core::format_text("written as [[{0}]], one a row", "ditulis sebagai [[{0}]], satu per baris", key));
    }
    return readers;
}

void Reader::finish() {
    for (const auto& [key, found] : table_->entries) {
        if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
        error(found.line,
              core::format_text("unknown key `{0}`; known here: {1}. Correct or remove it.",
                                "kunci `{0}` tidak dikenal; yang dikenal di sini: {1}. Perbaiki atau hapus.", key,
                                fmt::format("{}", fmt::join(asked_, ", "))) +
                  core::did_you_mean(core::nearest_word(key, asked_)));
    }
}

}  // namespace desakota::config
