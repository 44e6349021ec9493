// Values that occur in several places of a scheme file.
#include <algorithm>
#include <cmath>
#include <variant>

#include "engine/core/number_text.h"
#include "engine/welfare/scheme_reading.h"

namespace desakota::welfare {
namespace {

using config::Reader;

constexpr double kLargest = 1e15;

std::optional<double> number_of(const config::Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return static_cast<double>(*whole);
    if (const auto* decimal = std::get_if<double>(&value.data); decimal != nullptr && std::isfinite(*decimal)) {
        return *decimal;
    }
    return std::nullopt;
}

std::optional<Joins> joins_of(const std::optional<std::string>& word, const std::string& below) {
    if (!word) return std::nullopt;
    return *word == below ? Joins::Below : Joins::Above;
}

Break read_break_table(Reader& row) {
    Break result;
    const auto at = row.number("at", -kLargest, kLargest);
    const auto joins = joins_of(row.choice("joins", {"below", "above"}), "below");
    row.finish();
    if (row.table().find("at") == nullptr || row.table().find("joins") == nullptr) {
        row.error(row.table().line, {"a break needs `at` and `joins`: {at = 0.3, joins = \"above\"}.",
                                     "batas kelas perlu `at` dan `joins`: {at = 0.3, joins = \"above\"}."});
    }
    result.at = at.value_or(0.0);
    result.joins = joins.value_or(Joins::Above);
    return result;
}

std::optional<double> quotient(const std::string& text) {
    const auto slash = text.find('/');
    if (slash == std::string::npos) return core::parse_number(text);
    const auto above = core::parse_number(text.substr(0, slash));
    const auto below = core::parse_number(text.substr(slash + 1));
    if (!above || !below || !(*below > 0.0)) return std::nullopt;
    return *above / *below;
}

void missing_key(Reader& reader, const std::string& key, const core::Text& example) {
    reader.error(reader.table().line,
                 core::format_text("`{0}` is missing; add {0} = ", "`{0}` belum ada; tambahkan {0} = ", key) + example +
                     core::same_text("."));
}

}  // namespace

std::vector<Break> read_breaks(Reader& reader) {
    const auto closure = joins_of(reader.choice("closure", {"left", "right"}), "right");
    const auto* value = reader.value("breaks");
    if (value == nullptr) return {};
    const auto* array = std::get_if<config::Array>(&value->data);
    std::vector<Break> breaks;
    bool fits = array != nullptr;
    for (const auto& item : array == nullptr ? config::Array{} : *array) {
        if (const auto* table = std::get_if<config::Table>(&item.data)) {
            auto row = reader.within(*table);
            breaks.push_back(read_break_table(row));
        } else if (const auto number = number_of(item)) {
            breaks.push_back({*number, closure.value_or(Joins::Above)});
            fits = fits && reader.table().find("closure") != nullptr;
        } else {
            fits = false;
        }
    }
    if (!fits) {
        reader.error(value->line,
                     {"`breaks` must be a list of numbers beside `closure = \"left\"` (a break belongs to the class "
                      "above) or \"right\" (to the class below), or a list of {at = 0.3, joins = \"above\"}.",
                      "`breaks` harus berupa daftar bilangan disertai `closure = \"left\"` (batas masuk kelas di "
                      "atasnya) atau \"right\" (masuk kelas di bawahnya), atau daftar {at = 0.3, joins = \"above\"}."});
    }
    return breaks;
}

std::optional<double> read_weight(Reader& reader) {
    const auto* value = reader.value("weight");
    if (value == nullptr) return std::nullopt;
    auto weight = number_of(*value);
    if (const auto* text = std::get_if<std::string>(&value->data)) weight = quotient(*text);
    if (weight && *weight > 0.0 && *weight <= 1.0) return weight;
    reader.error(value->line,
                 {"`weight` must be a number above 0 and at most 1, or a quotient in quotes: \"1/3\".",
                  "`weight` harus berupa bilangan di atas 0 dan paling besar 1, atau hasil bagi dalam tanda kutip: "
                  "\"1/3\"."});
    return std::nullopt;
}

std::optional<Direction> read_direction(Reader& reader) {
    const auto word = reader.choice("direction", {"higher_is_better", "higher_is_worse"});
    if (!word) return std::nullopt;
    return *word == "higher_is_better" ? Direction::HigherIsBetter : Direction::HigherIsWorse;
}

std::optional<Aggregation> read_aggregation(Reader& reader) {
    const auto word = reader.choice("aggregation", {"arithmetic", "geometric"});
    if (!word) return std::nullopt;
    return *word == "arithmetic" ? Aggregation::Arithmetic : Aggregation::Geometric;
}

std::string needed_text(Reader& reader, const std::string& key) {
    auto text = reader.text(key);
    if (reader.table().find(key) == nullptr || (text && text->empty()))
        missing_key(reader, key, {"\"...\"", "\"...\""});
    return text.value_or("");
}

core::Text needed_bilingual(Reader& reader, const std::string& key) {
    auto text = reader.bilingual(key);
    if (reader.table().find(key) == nullptr) missing_key(reader, key, core::same_text("{en = \"...\", id = \"...\"}"));
    return text.value_or(core::Text{});
}

std::string needed_code(Reader& reader) {
    auto code = needed_text(reader, "code");
    const bool is_code = code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (!is_code) {
        reader.error(reader.table().find("code")->line,
                     core::format_text("the code \"{0}\" must be of small letters, digits and underscores.",
                                       "kode \"{0}\" harus terdiri atas huruf kecil, angka, dan garis bawah.", code));
    }
    return code;
}

}  // namespace desakota::welfare
