// parse_scheme: the text of a scheme file to a Scheme.
#include <algorithm>
#include <array>
#include <utility>

#include "engine/config/config.h"
#include "engine/core/diagnostics.h"
#include "engine/core/number_text.h"
#include "engine/welfare/scheme_reading.h"

namespace desakota::welfare {
namespace {

using config::Reader;

int line_of(const Reader& reader, std::string_view key) {
    const auto* value = reader.table().find(key);
    return value == nullptr ? reader.table().line : value->line;
}

void read_heading(Reader& root, Scheme& scheme) {
    constexpr int kFirstYear = 1900;
    constexpr int kLastYear = 2200;
    scheme.id = needed_text(root, "id");
    scheme.title = needed_bilingual(root, "title");
    scheme.authority = needed_text(root, "authority");
    scheme.year = static_cast<int>(root.number("year", kFirstYear, kLastYear).value_or(0.0));
    scheme.unit_level =
        root.choice("unit_level", {"household", "settlement", "village", "subdistrict", "district", "city", "region"})
            .value_or("settlement");
    scheme.source = root.bilingual("source").value_or(core::Text{});
    scheme.note = root.bilingual("note").value_or(core::Text{});
    scheme.value = root.bilingual("value").value_or(core::Text{});
}

void read_standing(Reader& root, Scheme& scheme) {
    const auto provenance = root.choice("provenance", {"verified", "unverified", "own"}).value_or("unverified");
    scheme.provenance = provenance == "verified" ? Provenance::Verified
                        : provenance == "own"    ? Provenance::Own
                                                 : Provenance::Unverified;
    scheme.official = root.yes_no("official").value_or(false);
    if (scheme.official && scheme.provenance != Provenance::Verified) {
        root.error(line_of(root, "official"),
                   {"`official = true` needs `provenance = \"verified\"`: numbers that were read in a public source.",
                    "`official = true` memerlukan `provenance = \"verified\"`: angka yang dibaca dari sumber publik."});
    }
    if (scheme.provenance == Provenance::Verified && scheme.source.english.empty()) {
        root.error(line_of(root, "provenance"),
                   {"`provenance = \"verified\"` needs a `source`, in which the numbers were read.",
                    "`provenance = \"verified\"` memerlukan `source`, tempat angka itu dibaca."});
    }
}

Class read_class(Reader& row) {
    Class result;
    result.code = needed_code(row);
    result.label = needed_bilingual(row, "label");
    result.colour = needed_text(row, "colour");
    row.finish();
    return result;
}

/// Instead of `breaks`: `classes_by = "quantile"`.
void read_classes(Reader& root, Scheme& scheme) {
    scheme.classes.breaks = read_breaks(root);
    scheme.classes_by_quantile = root.choice("classes_by", {"breaks", "quantile"}).value_or("breaks") == "quantile";
    for (auto& row : root.tables("class")) scheme.classes.classes.push_back(read_class(row));
    const int line = line_of(root, root.table().find("breaks") != nullptr ? "breaks" : "class");
    if (scheme.classes_by_quantile) {
        if (!scheme.classes.breaks.empty()) {
            root.error(line, {"`classes_by = \"quantile\"` takes no `breaks`.",
                              "`classes_by = \"quantile\"` tidak memakai `breaks`."});
        }
        return;
    }
    if (scheme.classes.classes.empty() && scheme.classes.breaks.empty()) return;
    for (const auto& fault : class_faults(scheme.classes)) root.error(line, fault + core::same_text("."));
}

void read_poor_below(Reader& root, Scheme& scheme) {
    constexpr double kLargest = 1e15;
    scheme.poor_below = root.number("poor_below", -kLargest, kLargest);
    if (!scheme.poor_below) return;
    const auto is_it = [&](const Break& one) { return scheme.poor_below == one.at; };
    if (std::ranges::any_of(scheme.classes.breaks, is_it)) return;
    root.error(line_of(root, "poor_below"),
               {"`poor_below` must be one of the breaks.", "`poor_below` harus salah satu batas kelas."});
}

/// Raises of single indicators add up only in arithmetic means of scores with an upper end.
void check_steps(Reader& root, const Scheme& scheme) {
    if (!scheme.step_above_break) return;
    const bool adds_up = std::ranges::all_of(
        scheme.dimensions, [](const Dimension& dimension) { return dimension.aggregation == Aggregation::Arithmetic; });
    const bool has_ends = std::ranges::all_of(scheme.indicators, [](const Indicator& indicator) {
        return indicator.normalisation.kind == Normaliser::Goalposts;
    });
    const bool has_breaks = !scheme.classes.breaks.empty();
    if (adds_up && has_ends && has_breaks && scheme.direction == Direction::HigherIsBetter) return;
    root.error(line_of(root, "step_above_break"),
               {"`step_above_break` asks for the steps to the next class, which need `breaks`, a score whose higher "
                "values are better, arithmetic means and indicators that are all normalised by goalposts.",
                "`step_above_break` meminta langkah ke kelas berikutnya, yang memerlukan `breaks`, skor yang makin "
                "tinggi makin baik, rata-rata aritmetik, dan semua indikator dinormalkan dengan goalposts."});
}

}  // namespace

Scheme parse_scheme(std::string_view name, std::string_view text) {
    const auto document = config::parse_toml(name, text);
    config::expect_format(name, document);
    core::Diagnostics faults;
    Reader root{std::string{name}, document, faults};
    (void)root.value("format");
    Scheme scheme;
    read_heading(root, scheme);
    read_standing(root, scheme);
    if (const auto direction = read_direction(root)) {
        scheme.direction = *direction;
    } else if (document.find("direction") == nullptr) {
        (void)needed_text(root, "direction");
    }
    read_tree(root, scheme);
    read_classes(root, scheme);
    read_poor_below(root, scheme);
    check_steps(root, scheme);
    root.finish();
    faults.throw_errors();
    return scheme;
}

}  // namespace desakota::welfare
