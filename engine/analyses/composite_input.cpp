#include "engine/analyses/composite_input.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/indicator_values.h"
#include "engine/core/number_text.h"
#include "engine/core/suggestion.h"

namespace desakota::analyses {
namespace {

using welfare::Scheme;

constexpr const char* kScheme = "scheme";
constexpr const char* kSchemeFile = "scheme-file";
constexpr const char* kCosts = "costs";

/// The scheme that was chosen; missing where none or two were.
std::optional<Scheme> chosen_scheme(const Arguments& arguments) {
    const auto file = arguments.files.find(kSchemeFile);
    const auto code = arguments.text(kScheme);
    if (file != arguments.files.end()) {
        if (!code.empty()) return std::nullopt;
        return welfare::parse_scheme(file->second.name, file->second.text);
    }
    for (const auto& id : welfare::built_in_schemes()) {
        if (scheme_code(id) == code) return *welfare::built_in_scheme(id);
    }
    return std::nullopt;
}

Scheme needed_scheme(const Arguments& arguments) {
    const bool has_both = !arguments.text(kScheme).empty() && arguments.files.contains(kSchemeFile);
    if (has_both) {
        throw core::usage_error({"Both --scheme and --scheme-file are given; keep one.",
                                 "--scheme dan --scheme-file ditulis bersama; sisakan satu."});
    }
    auto scheme = chosen_scheme(arguments);
    if (!scheme) {
        throw core::usage_error({"Choose the index: --scheme, or --scheme-file with your own.",
                                 "Pilih indeksnya: --scheme, atau --scheme-file dengan skema sendiri."});
    }
    if (scheme->is_frame) {
        throw core::input_error(scheme->title +
                                core::Text{": its indicators and weights are not published, so that this scheme is an "
                                           "empty frame. Fill in a copy of it, and give that with --scheme-file.",
                                           ": indikator dan bobotnya belum diterbitkan, jadi skema ini masih kerangka "
                                           "kosong. Isi salinannya, lalu berikan dengan --scheme-file."});
    }
    if (scheme->indicators.empty()) {
        throw core::input_error(
            scheme->title + core::Text{": the scheme describes classes only. Add an [[indicator]] for each column.",
                                       ": skema ini hanya berisi kelas. Tambahkan [[indicator]] untuk tiap kolom."});
    }
    return *std::move(scheme);
}

/// Exactly at a break is in the class below.
void take_own_breaks(const Arguments& arguments, Scheme& scheme, core::Diagnostics& diagnostics) {
    const auto place = arguments.numbers.find("breaks");
    if (place == arguments.numbers.end() || place->second.empty()) return;
    const auto& breaks = place->second;
    const auto wanted = scheme.classes.classes.empty() ? 0 : scheme.classes.classes.size() - 1;
    if (breaks.size() != wanted) {
        diagnostics.error(core::format_text("--breaks: {0} numbers for {1} classes; give {2}.",
                                            "--breaks: {0} angka untuk {1} kelas; tuliskan {2}.", breaks.size(),
                                            scheme.classes.classes.size(), wanted));
    }
    if (std::ranges::adjacent_find(breaks, std::greater_equal<>()) != breaks.end()) {
        diagnostics.error({"--breaks: write the numbers in rising order, each once.",
                           "--breaks: tulis angka dari kecil ke besar, masing-masing sekali."});
    }
    scheme.classes.breaks.clear();
    for (const double at : breaks) scheme.classes.breaks.push_back({at, welfare::Joins::Below});
    scheme.classes_by_quantile = false;
}

/// The costs table, by indicator.
std::vector<double> read_costs(Arguments& arguments, const Scheme& scheme, core::Diagnostics& diagnostics) {
    const auto* table = arguments.layer(kCosts);
    if (table == nullptr) return std::vector<double>(scheme.indicators.size(), 1.0);
    std::vector<double> costs(scheme.indicators.size(), std::numeric_limits<double>::quiet_NaN());
    const auto* codes = arguments.column(kCosts, "cost-indicator-field");
    const auto* amounts = arguments.column(kCosts, "cost-field");
    if (codes == nullptr || amounts == nullptr) {
        diagnostics.error(
            {"--costs: the table needs a field with the indicator's code and one with its cost; name them "
             "with --cost-indicator-field and --cost-field.",
             "--costs: tabel memerlukan kolom kode indikator dan kolom biayanya; sebutkan dengan "
             "--cost-indicator-field dan --cost-field."});
        return costs;
    }
    std::vector<std::string> known;
    known.reserve(scheme.indicators.size());
    for (const auto& indicator : scheme.indicators) known.push_back(indicator.code);
    for (std::size_t row = 0; row < table->row_count; ++row) {
        const auto code = field_text(*codes, row);
        const auto amount = amounts->as_text(row);
        if (!code || !amount || trimmed_text(*amount).empty()) continue;
        const auto place = std::ranges::find(known, *code);
        const auto cost = parse_amount(trimmed_text(*amount), true);
        if (place == known.end()) {
            diagnostics.error(core::format_text("{0}: the scheme has no indicator {1}.",
                                                "{0}: skema tidak punya indikator {1}.",
                                                layers::describe_feature(*table, row), *code) +
                              core::did_you_mean(core::nearest_word(*code, known)));
        } else if (!cost || !std::isfinite(*cost) || *cost < 0.0) {
            diagnostics.error(core::format_text("{0}: the cost of {1} must be a number, 0 or more.",
                                                "{0}: biaya {1} harus berupa angka, 0 atau lebih.",
                                                layers::describe_feature(*table, row), *code));
        } else {
            costs[static_cast<std::size_t>(place - known.begin())] = *cost;
        }
    }
    return costs;
}

void refuse_options(const Arguments& arguments, const Scheme& scheme, core::Diagnostics& diagnostics) {
    if (arguments.layers.contains(kCosts) && !scheme.step_above_break) {
        diagnostics.option_without_effect({"--costs has no effect: the scheme has no steps to the next class.",
                                           "--costs tidak berpengaruh: skema ini tidak punya langkah ke kelas "
                                           "berikutnya."});
    }
    if (arguments.is_given("seed") && arguments.number("replications") == 0.0) {
        diagnostics.option_without_effect(
            {"--seed has no effect with --replications 0.", "--seed tidak berpengaruh dengan --replications 0."});
    }
}

/// What whoever reads the result should know of the scheme.
void tell_of_scheme(const Scheme& scheme, core::Diagnostics& diagnostics) {
    const bool is_doubtful = scheme.provenance == welfare::Provenance::Unverified;
    auto text = scheme.title;
    if (is_doubtful) {
        text = text + core::Text{": not official; its numbers are unverified.",
                                 ": bukan resmi; angkanya belum terverifikasi."};
    } else if (!scheme.note.english.empty()) {
        text = text + core::same_text(":");
    } else {
        return;
    }
    if (!scheme.note.english.empty()) text = text + core::same_text(" ") + scheme.note;
    is_doubtful ? diagnostics.warning(std::move(text)) : diagnostics.information(std::move(text));
}

}  // namespace

std::string scheme_code(const std::string& id) {
    auto code = id;
    std::ranges::replace(code, '-', '_');
    return code;
}

std::map<std::string, std::vector<std::string>> indicator_fields(const Arguments& arguments) {
    std::map<std::string, std::vector<std::string>> fields;
    const auto scheme = chosen_scheme(arguments);
    if (!scheme) return fields;
    core::Diagnostics heard_later;
    const auto names = parse_indicator_names(arguments.text("indicator-names"), *scheme, heard_later);
    auto& wanted = fields["indicator-fields"];
    for (const auto& indicator : scheme->indicators) {
        const auto named = names.find(indicator.code);
        wanted.push_back(named == names.end() ? indicator.code : named->second);
    }
    return fields;
}

IndexInput read_index_input(Arguments& arguments, RunContext& context) {
    auto& diagnostics = context.diagnostics;
    IndexInput input;
    input.scheme = needed_scheme(arguments);
    refuse_options(arguments, input.scheme, diagnostics);
    take_own_breaks(arguments, input.scheme, diagnostics);
    input.has_own_breaks = arguments.numbers.contains("breaks");
    diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    input.settlements = read_settlement_rows(arguments, FamiliesUse::NotNeeded, diagnostics);
    diagnostics.throw_errors();
    context.progress.step(0.2);
    input.values = read_indicators(arguments, input.scheme, diagnostics);
    context.progress.step(0.9);
    input.has_costs = arguments.has_layer(kCosts);
    input.costs = read_costs(arguments, input.scheme, diagnostics);
    diagnostics.throw_errors();
    tell_of_scheme(input.scheme, diagnostics);
    context.progress.step(1.0);
    return input;
}

}  // namespace desakota::analyses
