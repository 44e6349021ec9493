#include <algorithm>
#include <vector>

#include "engine/analyses/inequality_findings.h"

namespace desakota::analyses {
namespace {

/// The households that count, each with its income and what it weighs.
welfare::IncomeSample make_sample(const InequalityInput& input, std::span<const double> incomes,
                                  std::span<const double> weights) {
    welfare::IncomeSample sample;
    sample.first = input.selection.first;
    sample.incomes = values_of(incomes, input.selection.rows);
    sample.weights = values_of(weights, input.selection.rows);
    for (std::size_t settlement = 0; settlement < input.settlements.size(); ++settlement) {
        const auto families = input.settlements.families[settlement];
        const auto sampled = static_cast<double>(input.selection.of(settlement).size());
        sample.populations.push_back(families && *families >= sampled ? families : std::nullopt);
    }
    welfare::put_in_order(sample);
    return sample;
}

void select(InequalityInput& input, const Households& households, const Income& income, IncomeUnit unit) {
    const bool by_person = unit == IncomeUnit::Person;
    const auto& incomes = by_person ? income.per_head : income.household;
    std::vector<Requirement> requirements;
    if (by_person) {
        requirements.push_back({households.persons, {"without the number of persons", "tanpa jumlah anggota"}});
    }
    requirements.push_back({incomes, {"without an income", "tanpa pendapatan"}});
    requirements.push_back({households.weights, {"without a survey weight", "tanpa bobot survei"}});
    input.selection = select_households(households, input.settlements.size(), requirements);
    auto weights = households.weights;
    for (std::size_t row = 0; by_person && row < weights.size(); ++row) weights[row] *= households.persons[row];
    input.sample = make_sample(input, incomes, weights);
}

/// Says so where persons are to be counted and their number is not known.
void expect_persons(const Arguments& arguments, const Households& households, core::Diagnostics& diagnostics) {
    if (households.has_persons) return;
    auto text = core::format_text(
        "{}: persons are counted, but no field holds their number. Name it with --persons-field",
        "{}: yang dihitung orang, tetapi tidak ada kolom jumlah anggota. Sebutkan dengan --persons-field",
        layers::describe_layer(*households.table));
    if (arguments.text("income-of") != "person") {
        text = text + core::Text{", or count households with --unit household",
                                 ", atau hitung rumah tangga dengan --unit household"};
    }
    diagnostics.error(text + core::same_text("."));
}

/// Whose income is read, so that a missing number of persons is told of once.
IncomeUse income_use(const Arguments& arguments, const Households& households, IncomeUnit unit) {
    if (unit == IncomeUnit::Household) return IncomeUse::OfHousehold;
    const bool is_per_head = arguments.text("income-of") == "person";
    return households.has_persons || is_per_head ? IncomeUse::PerHead : IncomeUse::OfHousehold;
}

welfare::InequalityQuestion read_question(const Arguments& arguments, const RunContext& context) {
    welfare::InequalityQuestion question;
    const bool is_mean = arguments.text("aggregate") == "unweighted";
    question.together = is_mean ? welfare::Together::MeanOfSettlements : welfare::Together::Pooled;
    question.for_small_sample = arguments.is_yes("small-sample");
    question.fewest_in_part = kFewestHouseholds;
    question.resampling.seed = static_cast<std::uint64_t>(arguments.number("seed").value_or(1.0));
    question.resampling.replications = static_cast<std::size_t>(arguments.number("replications").value_or(0.0));
    question.threads = context.threads;
    return question;
}

}  // namespace

IncomeUnit income_unit(const Arguments& arguments) {
    return arguments.text("unit") == "household" ? IncomeUnit::Household : IncomeUnit::Person;
}

InequalityInput read_inequality_input(Arguments& arguments, RunContext& context) {
    InequalityInput input;
    const auto unit = income_unit(arguments);
    input.question = read_question(arguments, context);
    input.settlement_curves = arguments.is_yes("settlement-curves");
    input.settlements = read_settlement_rows(arguments, FamiliesUse::NotNeeded, context.diagnostics);
    context.progress.step(0.2);
    core::Stage reading(context.progress, 0.2, 0.6);
    auto reading_context = with_progress(context, reading);
    const auto households = read_households(arguments, input.settlements, reading_context);
    const auto income =
        read_income(arguments, households, context.diagnostics, income_use(arguments, households, unit));
    if (unit == IncomeUnit::Person) expect_persons(arguments, households, context.diagnostics);
    context.diagnostics.throw_errors();
    context.progress.step(0.8);
    select(input, households, income, unit);
    context.progress.step(1.0);
    return input;
}

}  // namespace desakota::analyses
