#include "engine/analyses/poor_households.h"

#include <algorithm>
#include <array>
#include <limits>

#include "engine/analyses/household_traits.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/welfare/classes.h"

namespace desakota::analyses {
namespace {

constexpr const char* kLine = "line";
constexpr const char* kAtLine = "at-line-is-poor";
constexpr const char* kPoorField = "poor-field";
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// A column that says who is poor would explain itself.
void refuse_deciding_trait(const Arguments& arguments, const std::string& deciding, core::Diagnostics& diagnostics) {
    const auto fields = trait_fields(arguments);
    if (deciding.empty() || std::ranges::find(fields, deciding) == fields.end()) return;
    diagnostics.error(core::format_text(
        "'{}' says who is poor and cannot be a trait as well. Leave it out of --traits.",
        "'{}' menentukan siapa yang miskin sehingga tidak bisa sekaligus menjadi karakteristik. Hilangkan dari "
        "--traits.",
        deciding));
}

void refuse_income_options(const Arguments& arguments, core::Diagnostics& diagnostics) {
    for (const auto* option : std::array{"at-line-is-poor", "income-field", "income-period", "income-of"}) {
        if (!arguments.is_given(option)) continue;
        diagnostics.option_without_effect(core::format_text(
            "--{} has no effect, since --poor-field says who is poor. Leave it out.",
            "--{} tidak berpengaruh karena --poor-field menentukan siapa yang miskin. Hilangkan.", option));
    }
    if (!arguments.is_given("persons-field") || takes_working_members_ratio(arguments)) return;
    diagnostics.option_without_effect(
        {"--persons-field has no effect: --poor-field says who is poor, and no trait is a ratio to persons. Leave it "
         "out.",
         "--persons-field tidak berpengaruh: --poor-field menentukan siapa yang miskin, dan tidak ada karakteristik "
         "berupa rasio terhadap jumlah anggota. Hilangkan."});
}

}  // namespace

std::vector<Parameter> poor_parameters() {
    constexpr double kMostLine = 1e12;
    return {with_words(number_parameter(kLine, {"Rp", 1.0, kMostLine}), {"Poverty line", "Garis kemiskinan"},
                       {"In rupiah per head a month; whoever has less is poor. Needed unless a field says who is poor.",
                        "Dalam rupiah per kapita sebulan; yang kurang dari ini miskin. Wajib bila tidak ada kolom yang "
                        "menyatakan siapa yang miskin."}),
            as_advanced(with_words(parameter_of(kAtLine, ParameterKind::YesNo),
                                   {"Poor at the line too", "Tepat di garis juga miskin"},
                                   {"Whether a household exactly at the line counts as poor.",
                                    "Apakah rumah tangga yang tepat di garis dihitung miskin."})),
            with_words(field_parameter(kPoorField, "households"), {"Poor", "Miskin"},
                       {"Field that says whether the household is poor (yes or no), instead of a line.",
                        "Kolom apakah rumah tangga miskin (ya atau tidak), sebagai ganti garis."})};
}

void refuse_poor_options(const Arguments& arguments, core::Diagnostics& diagnostics) {
    const auto line = arguments.number(kLine);
    const auto field = arguments.field(kPoorField);
    if (!line && field.empty()) {
        diagnostics.error(
            {"Nothing says who is poor. Give a poverty line in rupiah per head a month with --line, or "
             "name a yes/no field with --poor-field.",
             "Tidak diketahui siapa yang miskin. Berikan garis kemiskinan dalam rupiah per kapita sebulan "
             "dengan --line, atau sebutkan kolom ya/tidak dengan --poor-field."});
    } else if (line && !field.empty()) {
        diagnostics.error({"--line and --poor-field both say who is poor. Give one of them.",
                           "--line dan --poor-field sama-sama menentukan siapa yang miskin. Berikan salah satu saja."});
    } else if (line) {
        refuse_deciding_trait(arguments, arguments.field("income-field"), diagnostics);
    } else {
        refuse_deciding_trait(arguments, field, diagnostics);
        refuse_income_options(arguments, diagnostics);
    }
}

PoorHouseholds read_poor_households(const Arguments& arguments, const Households& households,
                                    core::Diagnostics& diagnostics) {
    const auto line = arguments.number(kLine);
    if (!line) {
        return {read_household_yes_no(arguments, kPoorField, {"whether it is poor", "miskin atau tidak"}, diagnostics),
                {"not said whether poor", "tanpa keterangan miskin atau tidak"}};
    }
    const auto income = read_income(arguments, households, diagnostics);
    welfare::Classes sides;
    sides.breaks = {{*line, arguments.is_yes(kAtLine) ? welfare::Joins::Below : welfare::Joins::Above}};
    PoorHouseholds result{{}, {"without an income per head", "tanpa pendapatan per kapita"}};
    result.poor.reserve(income.per_head.size());
    for (const double per_head : income.per_head) {
        const auto side = welfare::class_of(sides, per_head);
        result.poor.push_back(side ? (*side == 0 ? 1.0 : 0.0) : kMissing);
    }
    return result;
}

}  // namespace desakota::analyses
