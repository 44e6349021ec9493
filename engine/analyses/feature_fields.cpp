#include "engine/analyses/feature_fields.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "engine/core/number_text.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

/// A whole number without a decimal point or an exponent, whatever the column's type.
std::optional<std::string> value_text(const layers::Column& column, std::size_t row) {
    constexpr double kExactBelow = 9007199254740992.0;  // 2^53
    if (column.type() == layers::ColumnType::Number) {
        const auto value = column.number(row);
        if (value && std::trunc(*value) == *value && std::abs(*value) < kExactBelow) {
            return fmt::format("{}", static_cast<std::int64_t>(*value));
        }
    }
    return column.as_text(row);
}

std::string feature_number(const layers::Layer& layer, std::size_t row) {
    return std::to_string(row < layer.feature_ids.size() ? layer.feature_ids[row] : static_cast<std::int64_t>(row));
}

/// Whether no text is there twice, as far as the column tells without a look at its rows.
bool is_surely_distinct(const layers::Column* column, const std::vector<std::optional<std::string>>& values) {
    if (column == nullptr || column->type() != layers::ColumnType::Text) return false;
    const auto& texts = column->distinct_texts();
    const auto missing =
        static_cast<std::size_t>(std::ranges::count_if(values, [](const auto& value) { return !value; }));
    return texts.size() + missing == values.size() && std::ranges::all_of(texts, [](const std::string& text) {
               return !text.empty() && trimmed_text(text) == text;
           });
}

/// The values that are there more than once.
network::ValueCounts repeated(const std::vector<std::optional<std::string>>& values) {
    std::unordered_map<std::string_view, std::size_t> counts;
    counts.reserve(values.size());
    for (const auto& value : values) {
        if (value) ++counts[*value];
    }
    network::ValueCounts result;
    for (const auto& [value, count] : counts) {
        if (count > 1) result.add(value, count);
    }
    return result;
}

void report_repeated(const network::ValueCounts& values, const std::string& label, const std::string& field, bool named,
                     core::Diagnostics& diagnostics) {
    const auto found = core::format_text("{0}: the id field '{1}' holds values more than once: ",
                                         "{0}: kolom id '{1}' berisi nilai yang berulang: ", label, field) +
                       values.listing();
    if (named) {
        diagnostics.error(found + core::Text{". Give every feature its own id, or name another field.",
                                             ". Beri setiap fitur id tersendiri, atau sebutkan kolom lain."});
    } else {
        diagnostics.warning(found + core::Text{". The feature number is used as the id instead.",
                                               ". Nomor fitur dipakai sebagai gantinya."});
    }
}

/// Feature numbers for missing ids; "fid 5" where another feature's id is the same number.
std::vector<std::string> with_feature_numbers(const std::vector<std::optional<std::string>>& values,
                                              const layers::Layer& layer) {
    std::unordered_set<std::string_view> taken;
    const bool any_missing = std::ranges::any_of(values, [](const auto& value) { return !value; });
    for (const auto& value : values) {
        if (any_missing && value) taken.insert(*value);
    }
    std::vector<std::string> ids;
    ids.reserve(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (const auto& value = values[row]) {
            ids.push_back(*value);
            continue;
        }
        const auto number = feature_number(layer, row);
        ids.push_back(taken.contains(number) ? "fid " + number : number);
    }
    return ids;
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// Whether `mark` parts the digits of `text` into groups of three, as in "1.234" or "12.345.678".
bool groups_thousands(std::string_view text, char mark) {
    constexpr std::size_t kGroup = 3;
    const auto first = text.find(mark);
    if (first == std::string_view::npos || first == 0 || first > kGroup || text.front() == '0') return false;
    if ((text.size() - first) % (kGroup + 1) != 0) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool at_mark = i >= first && (i - first) % (kGroup + 1) == 0;
        if (at_mark ? text[i] != mark : !is_digit(text[i])) return false;
    }
    return true;
}

std::string without(std::string_view text, char letter) {
    std::string result(text);
    std::erase(result, letter);
    return result;
}

/// A number whose thousands are parted by `group` and whose decimals follow `decimal`.
std::optional<double> parse_marked(std::string_view text, char group, char decimal) {
    const auto place = text.find(decimal);
    const auto whole = text.substr(0, place);
    if (whole.find(group) != std::string_view::npos && !groups_thousands(whole, group)) return std::nullopt;
    if (place == std::string_view::npos) return core::parse_number(without(whole, group));
    const auto decimals = text.substr(place + 1);
    if (decimals.empty() || !std::ranges::all_of(decimals, is_digit)) return std::nullopt;
    return core::parse_number(without(whole, group) + "." + std::string(decimals));
}

}  // namespace

std::vector<std::string> usual_id_names() {
    return {"kode_desa", "kdepum",   "kdebps", "kdcpum",    "iddesa",       "id_desa",       "kd_desa",
            "kode_sp",   "kode_upt", "id_sp",  "id_upt",    "kode",         "settlement_id", "centre_id",
            "kode_bps",  "id",       "code",   "desa_code", "village_code", "adm4_pcode"};
}

std::vector<std::string> usual_name_names() {
    return {"nama_desa", "nmdesa",    "namobj",   "wadmkd",  "nama_sp", "nama_upt",        "nama",
            "desa",      "kelurahan", "nama_kel", "sp",      "upt",     "settlement_name", "centre_name",
            "pusat",     "village",   "name",     "adm4_en", "nm_desa", "namdesa"};
}

std::vector<std::string> usual_families_names() {
    return {"jumlah_kk",    "jml_kk", "jmlh_kk",  "jum_kk",  "jumlah_keluarga",
            "jml_keluarga", "kk",     "keluarga", "families"};
}

std::vector<std::string> usual_population_names() {
    return {"jumlah_penduduk", "jml_penduduk", "penduduk", "jumlah_jiwa", "jml_jiwa", "jiwa", "population"};
}

std::vector<std::string> usual_facility_id_names() {
    return {"kode_faskes", "kode_puskesmas", "kode_pkm", "facility_id", "kode", "id", "code", "osm_id"};
}

std::vector<std::string> usual_facility_name_names() {
    return {"nama_faskes", "nama_puskesmas", "nama_pkm",      "nama_fasilitas", "nama_fasilitas_kesehatan",
            "namobj",      "nama",           "facility_name", "puskesmas",      "faskes",
            "name"};
}

std::vector<std::string> usual_facility_kind_names() {
    return {"jenis_faskes", "jenis",      "tipe_faskes", "kategori", "facility_kind", "facility_type",
            "kind",         "healthcare", "amenity",     "tipe",     "remark"};
}

std::vector<std::string> usual_facility_status_names() {
    return {"status_fungsi", "keberfungsian", "status", "kondisi", "operational_status", "berfungsi", "aktif"};
}

std::vector<std::string> usual_centre_level_names() {
    return {"tingkat_pusat", "tingkat", "jenjang", "hierarki", "centre_level", "level"};
}

std::string trimmed_text(const std::string& text) {
    constexpr const char* kBlanks = " \t\r\n";
    const auto first = text.find_first_not_of(kBlanks);
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<std::string> field_text(const layers::Column& column, std::size_t row) {
    const auto value = value_text(column, row);
    if (!value) return std::nullopt;
    auto text = trimmed_text(*value);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::vector<std::optional<std::string>> field_texts(const layers::Column* column, std::size_t rows) {
    std::vector<std::optional<std::string>> texts(rows);
    if (column == nullptr) return texts;
    for (std::size_t row = 0; row < rows; ++row) {
        texts[row] = field_text(*column, row);
    }
    return texts;
}

std::vector<std::string> read_ids(Arguments& arguments, const FeatureFields& fields, core::Diagnostics& diagnostics) {
    const auto& layer = *arguments.layer(fields.layer);
    const auto* const column = arguments.column(fields.layer, fields.id);
    auto values = field_texts(column, layer.row_count);
    const auto twice = is_surely_distinct(column, values) ? network::ValueCounts() : repeated(values);
    if (!twice.empty()) {
        report_repeated(twice, layers::describe_layer(layer), arguments.field(fields.id), arguments.is_given(fields.id),
                        diagnostics);
        values.assign(layer.row_count, std::nullopt);
    }
    return with_feature_numbers(values, layer);
}

std::optional<double> parse_count(const std::string& text) {
    auto digits = trimmed_text(text);
    const bool negative = digits.starts_with('-');
    if (negative) digits.erase(0, 1);
    if (digits.empty() || !is_digit(digits.front())) return std::nullopt;
    const auto comma = digits.rfind(',');
    const auto stop = digits.rfind('.');
    std::optional<double> value;
    if (groups_thousands(digits, '.')) {
        value = core::parse_number(without(digits, '.'));
    } else if (groups_thousands(digits, ',')) {
        value = core::parse_number(without(digits, ','));
    } else if (comma == std::string::npos) {
        value = core::parse_number(digits);
    } else if (stop == std::string::npos || comma > stop) {
        value = parse_marked(digits, '.', ',');
    } else {
        value = parse_marked(digits, ',', '.');
    }
    return value && negative ? std::optional{-*value} : value;
}

std::optional<double> parse_amount(const std::string& text, bool thousands) {
    const auto marks = std::ranges::count_if(text, [](char letter) { return letter == '.' || letter == ','; });
    if (!thousands && marks == 1) {
        auto plain = text;
        std::ranges::replace(plain, ',', '.');
        return core::parse_number(plain);
    }
    return parse_count(text);
}

}  // namespace desakota::analyses
