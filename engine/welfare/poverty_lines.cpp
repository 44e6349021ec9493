#include "engine/welfare/poverty_lines.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>
#include <utility>

#include "engine/config/config.h"
#include "engine/config/reader.h"
#include "engine/core/diagnostics.h"
#include "engine/core/number_text.h"
#include "engine/core/shown_number.h"
#include "engine/welfare/embedded_text.h"

namespace desakota::welfare {
namespace {

constexpr const char* kBuiltIn = "lines/poverty_lines.toml";
constexpr double kMostRupiah = 1e12;
constexpr double kFirstYear = 1900.0;
constexpr double kLastYear = 2200.0;

/// A text that is the same in both languages, or one for each.
core::Text read_text(config::Reader& reader, std::string_view key) {
    const auto* value = reader.value(key);
    if (value == nullptr) return {};
    if (const auto* text = std::get_if<std::string>(&value->data)) return core::same_text(*text);
    return reader.bilingual(key).value_or(core::Text{});
}

void check_id(config::Reader& reader, const PovertyLine& line, std::set<std::string>& ids) {
    const auto* value = reader.value("id");
    const int place = value == nullptr ? reader.table().line : value->line;
    if (!is_line_id(line.id)) {
        reader.error(place,
                     core::format_text("`id` must be lower-case letters, digits and '_', a letter first, at most {0} "
                                       "of them: it begins the names of columns.",
                                       "`id` harus berupa huruf kecil, angka, dan '_', diawali huruf, paling banyak "
                                       "{0}: dengan itu nama kolom dimulai.",
                                       kLongestLineId));
    } else if (!ids.insert(line.id).second) {
        reader.error(place, core::format_text("the line \"{}\" is there twice; give each its own id.",
                                              "garis \"{}\" ada dua kali; beri masing-masing id sendiri.", line.id));
    }
}

PovertyLine read_line(config::Reader& reader, std::set<std::string>& ids) {
    PovertyLine line;
    line.id = reader.text("id").value_or("");
    check_id(reader, line, ids);
    line.title = read_text(reader, "title");
    if (line.title.english.empty()) line.title = core::same_text(line.id);
    line.rp = reader.number("rp_a_month", 0.0, kMostRupiah).value_or(0.0);
    if (!(line.rp > 0.0)) {
        reader.error(reader.table().line, {"`rp_a_month` is needed: rupiah per head a month, above 0.",
                                           "`rp_a_month` harus ada: rupiah per kapita sebulan, lebih dari 0."});
    }
    const auto year = reader.number("year", kFirstYear, kLastYear);
    if (year) line.year = static_cast<int>(*year);
    line.source = reader.text("source").value_or("");
    const auto provenance = reader.choice("provenance", {"verified", "unverified", "own"}).value_or("own");
    if (provenance == "verified") line.provenance = Provenance::Verified;
    if (provenance == "unverified") line.provenance = Provenance::Unverified;
    line.note = read_text(reader, "note");
    reader.finish();
    return line;
}

/// A number as a part of an id: "2", "1_25".
std::string id_part(double value) {
    auto text = core::number_text(value);
    std::ranges::replace_if(
        text, [](char letter) { return letter < '0' || letter > '9'; }, '_');
    return text;
}

}  // namespace

bool is_line_id(std::string_view id) {
    if (id.empty() || id.size() > kLongestLineId || id.front() < 'a' || id.front() > 'z' || id.back() == '_') {
        return false;
    }
    char before = '_';
    for (const char letter : id) {
        const bool is_plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (!is_plain && (letter != '_' || before == '_')) return false;
        before = letter;
    }
    return true;
}

std::vector<PovertyLine> parse_poverty_lines(std::string_view name, std::string_view text) {
    const auto root = config::parse_toml(name, text);
    config::expect_format(name, root);
    core::Diagnostics diagnostics;
    config::Reader reader(std::string(name), root, diagnostics);
    static_cast<void>(reader.value("format"));
    std::vector<PovertyLine> lines;
    std::set<std::string> ids;
    for (auto& table : reader.tables("line")) lines.push_back(read_line(table, ids));
    reader.finish();
    if (lines.empty()) {
        reader.error(1, {"there is no line; write each as [[line]] with `id` and `rp_a_month`.",
                         "tidak ada garis; tulis masing-masing sebagai [[line]] dengan `id` dan `rp_a_month`."});
    }
    diagnostics.throw_errors();
    return lines;
}

const std::vector<PovertyLine>& built_in_poverty_lines() {
    static const auto lines = parse_poverty_lines(kBuiltIn, embedded_text(kBuiltIn));
    return lines;
}

const PovertyLine* built_in_poverty_line(std::string_view id) {
    const auto& lines = built_in_poverty_lines();
    const auto found = std::ranges::find(lines, id, &PovertyLine::id);
    return found == lines.end() ? nullptr : &*found;
}

PovertyLine own_poverty_line(double rp) {
    const auto decimals_of = [](double amount) { return amount == std::floor(amount) ? 0 : 2; };
    PovertyLine line;
    line.id = "line_" + id_part(rp);
    line.title = core::Text{"own line Rp " + core::shown_number(rp, decimals_of(rp), core::Language::English),
                            "garis sendiri Rp " + core::shown_number(rp, decimals_of(rp), core::Language::Indonesian)};
    line.rp = rp;
    return line;
}

PovertyLine dollar_poverty_line(const DollarLine& dollars) {
    PovertyLine line;
    line.id = "dollar_" + id_part(dollars.dollars_a_day);
    const auto dollar = core::number_text(dollars.dollars_a_day);
    line.title = core::format_text("${} a day at a market exchange rate", "${} sehari dengan kurs pasar", dollar);
    // Enough decimals to tell a twelfth of 365 days from 30.
    const int decimals = dollars.days_a_month == std::floor(dollars.days_a_month) ? 0 : 2;
    line.source = fmt::format("$ {} x {} x Rp {}", dollar, core::number_text(dollars.days_a_month, decimals),
                              core::number_text(dollars.rupiah_a_dollar));
    line.rp = dollars.dollars_a_day * dollars.days_a_month * dollars.rupiah_a_dollar;
    line.note = {
        "A market exchange rate, no purchasing power parity: it counts far more poor than the World Bank does.",
        "Kurs pasar, bukan paritas daya beli: jumlah orang miskinnya jauh lebih banyak daripada menurut Bank "
        "Dunia."};
    return line;
}

}  // namespace desakota::welfare
