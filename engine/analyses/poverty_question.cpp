#include "engine/analyses/poverty_question.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "engine/analyses/confirmed_matches.h"
#include "engine/analyses/feature_messages.h"
#include "engine/analyses/poverty_line_choice.h"
#include "engine/analyses/settlement_values.h"

namespace desakota::analyses {
namespace {

using core::Diagnostics;
using core::Text;

constexpr const char* kSettlements = "settlements";
constexpr const char* kShares = "poor-share-fields";
constexpr const char* kDecileFields = "decile-fields";
constexpr const char* kPriceField = "rice-price-field";

/// What the user brought.
struct Brought {
    bool households = false;
    bool shares = false;
    bool deciles = false;
    bool lines = false;
    bool sajogyo = false;
    bool prices = false;
};

Brought brought_by(const Arguments& arguments) {
    return {arguments.has_layer("households"),
            !arguments.field_list(kShares).empty(),
            !arguments.field_list(kDecileFields).empty(),
            asks_for_lines(arguments),
            arguments.text("sajogyo") != "none" && !arguments.text("sajogyo").empty(),
            arguments.number("rice-price").has_value() || !arguments.field(kPriceField).empty()};
}

void refuse_without(const Arguments& arguments, std::initializer_list<const char*> options, const Text& what,
                    Diagnostics& diagnostics) {
    for (const auto* option : options) {
        if (!arguments.is_given(option)) continue;
        diagnostics.option_without_effect(
            core::format_text("--{} has no effect without ", "--{} tidak berpengaruh tanpa ", option) + what +
            Text{"; leave it out.", "; hapus saja."});
    }
}

void refuse_options_without_effect(const Arguments& arguments, const Brought& brought, Diagnostics& diagnostics) {
    if (!brought.households) {
        refuse_without(
            arguments,
            {"household-settlement-field", "household-kecamatan-field", "persons-field", "weight-field", "income-field",
             "income-period", "income-of", "at-line-is-poor", "sajogyo", "replications", "seed"},
            core::same_text("--households"), diagnostics);
        refuse_matches_without_a_table(arguments, core::same_text("--households"), diagnostics);
        if (!brought.shares) {
            refuse_without(arguments, {"line", "lines", "dollar-a-day", "lines-file"},
                           {"--households or --poor-share-fields", "--households atau --poor-share-fields"},
                           diagnostics);
        }
    }
    if (brought.households && !brought.sajogyo) {
        refuse_without(arguments, {"rice-price", kPriceField}, core::same_text("--sajogyo"), diagnostics);
    }
    if (!brought.shares) refuse_without(arguments, {"shares-as"}, core::same_text("--poor-share-fields"), diagnostics);
    if (brought.households && arguments.number("replications") == 0.0) {
        refuse_without(arguments, {"seed"}, {"replications", "replikasi"}, diagnostics);
    }
}

void refuse_what_is_lacking(const Brought& brought, Diagnostics& diagnostics) {
    if (!brought.households && !brought.shares && !brought.deciles) {
        diagnostics.error(
            {"There is nothing to compute from: give --households, or fields of the settlements with "
             "--poor-share-fields or --decile-fields.",
             "Tidak ada yang bisa dihitung: berikan --households, atau kolom permukiman dengan "
             "--poor-share-fields atau --decile-fields."});
    }
    if (brought.households && brought.shares) {
        diagnostics.error({"--poor-share-fields holds what --households would give; leave one of them out.",
                           "--poor-share-fields berisi apa yang dihitung dari --households; hapus salah satu."});
    }
    if ((brought.shares || (brought.households && !brought.sajogyo)) && !brought.lines) {
        diagnostics.error(
            {"No poverty line: give --line in rupiah per head a month, or --lines, --dollar-a-day or "
             "--lines-file.",
             "Belum ada garis kemiskinan: isikan --line dalam rupiah per kapita sebulan, atau --lines, "
             "--dollar-a-day, atau --lines-file."});
    }
    if (brought.households && brought.sajogyo && !brought.prices) {
        diagnostics.error(
            {"--sajogyo needs the price of rice: give --rice-price in rupiah a kilogram, or "
             "--rice-price-field.",
             "--sajogyo memerlukan harga beras: isikan --rice-price dalam rupiah per kilogram, atau "
             "--rice-price-field."});
    }
}

/// Ten deciles that are all there. Fields that were found and are not all are left aside.
bool has_deciles(const Arguments& arguments, Diagnostics& diagnostics) {
    const auto fields = arguments.field_list(kDecileFields);
    if (fields.empty() || fields.size() == kDeciles) return !fields.empty();
    if (arguments.is_given(kDecileFields)) {
        diagnostics.error(
            core::format_text("--decile-fields takes {0} fields, decile 1 to 10 in this order; there are {1}.",
                              "--decile-fields memerlukan {0} kolom, desil 1 sampai 10 secara berurutan; yang ada {1}.",
                              kDeciles, fields.size()));
    } else {
        diagnostics.information(core::format_text(
            "The decile fields are left aside: there are {1} of {0}. Name them with --decile-fields.",
            "Kolom desil tidak dipakai: yang ada {1}, seharusnya {0}. Sebutkan dengan --decile-fields.", kDeciles,
            fields.size()));
    }
    return false;
}

/// One of the prices of a field, or the one for all where the field is empty.
void read_rice_prices(const Arguments& arguments, PovertyQuestion& question, Diagnostics& diagnostics) {
    const auto& settlements = question.settlements;
    const auto for_all = arguments.number("rice-price");
    question.rice_prices.assign(settlements.size(), for_all);
    // A price that the user typed holds against a field that nobody named.
    if (for_all && !arguments.is_given(kPriceField)) return;
    const auto of_each =
        read_settlement_amounts(arguments, {kPriceField, {"the price of rice", "harga beras"}}, diagnostics);
    std::vector<std::size_t> without;
    std::vector<std::size_t> for_nothing;
    for (std::size_t s = 0; s < of_each.size(); ++s) {
        if (of_each[s] == 0.0) for_nothing.push_back(s);
        if (of_each[s]) question.rice_prices[s] = of_each[s];
        if (!question.rice_prices[s] && question.sample && question.sample->count(s) > 0) without.push_back(s);
    }
    const auto& layer = arguments.layers.at(kSettlements).front();
    const auto* names = arguments.column(kSettlements, "name-field");
    const auto label = core::same_text(layers::describe_layer(layer) + ": ");
    if (!for_nothing.empty()) {
        diagnostics.error(label + Text{"the price of rice is 0: ", "harga beras 0: "} +
                          feature_list(layer, for_nothing, names) +
                          Text{". Correct it or leave it empty.", ". Betulkan atau kosongkan."});
    }
    if (!without.empty()) {
        diagnostics.warning(label +
                            Text{"without a price of rice, and so without Sajogyo's classes: ",
                                 "tanpa harga beras, sehingga tanpa kelas Sajogyo: "} +
                            feature_list(layer, without, names) + core::same_text("."));
    }
}

void read_given_shares(const Arguments& arguments, PovertyQuestion& question, Diagnostics& diagnostics) {
    const auto fields = arguments.field_list(kShares);
    if (fields.size() != question.lines.size()) {
        std::string ids;
        for (const auto& line : question.lines) ids += (ids.empty() ? "" : ", ") + line.id;
        diagnostics.error(core::format_text(
            "--poor-share-fields names {0} fields for {1} poverty lines; name one for each, in this order: {2}.",
            "--poor-share-fields menyebut {0} kolom untuk {1} garis kemiskinan; sebutkan satu untuk tiap garis, "
            "dengan urutan: {2}.",
            fields.size(), question.lines.size(), ids));
        diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    }
    const auto unit = arguments.text("shares-as") == "percent" ? ShareUnit::Percent : ShareUnit::Fraction;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        question.given.push_back(read_settlement_shares(
            arguments, {kShares, core::format_text("{}: the share of the poor", "{}: bagian miskin", fields[i]), i},
            unit, diagnostics));
    }
}

void read_deciles(const Arguments& arguments, PovertyQuestion& question, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < kDeciles; ++i) {
        question.deciles.push_back(read_settlement_amounts(
            arguments, {kDecileFields, core::format_text("families in decile {}", "keluarga pada desil {}", i + 1), i},
            diagnostics));
    }
}

std::uint64_t whole(const std::optional<double>& value, std::uint64_t otherwise) {
    return value ? static_cast<std::uint64_t>(std::llround(*value)) : otherwise;
}

}  // namespace

PovertyQuestion read_poverty_question(Arguments& arguments, RunContext& context) {
    auto& diagnostics = context.diagnostics;
    const auto brought = brought_by(arguments);
    PovertyQuestion question;
    refuse_what_is_lacking(brought, diagnostics);
    refuse_options_without_effect(arguments, brought, diagnostics);
    question.lines = chosen_lines(arguments, diagnostics);
    const bool deciles = has_deciles(arguments, diagnostics);
    diagnostics.throw_errors(core::ExitStatus::WrongUsage);
    question.lines = with_lines_of_file(arguments, std::move(question.lines), diagnostics);
    if (!brought.households && !brought.shares) question.lines.clear();
    warn_of_unverified_lines(question.lines, diagnostics);
    question.at_line = arguments.is_yes("at-line-is-poor") ? welfare::AtLine::Poor : welfare::AtLine::NotPoor;
    question.unweighted = arguments.text("aggregate") == "unweighted";
    question.resampling = {whole(arguments.number("seed"), 1), whole(arguments.number("replications"), 0)};
    question.settlements = read_settlement_rows(arguments, FamiliesUse::NotNeeded, diagnostics);
    context.progress.step(0.1);
    if (brought.households) {
        core::Stage reading(context.progress, 0.1, 0.9);
        auto reading_context = with_progress(context, reading);
        question.sample = read_poverty_sample(arguments, question.settlements, reading_context);
        if (brought.sajogyo) {
            question.sajogyo = welfare::sajogyo_version(arguments.text("sajogyo"));
            read_rice_prices(arguments, question, diagnostics);
        }
    }
    if (brought.shares) read_given_shares(arguments, question, diagnostics);
    if (deciles) read_deciles(arguments, question, diagnostics);
    diagnostics.throw_errors();
    context.progress.step(1.0);
    return question;
}

}  // namespace desakota::analyses
