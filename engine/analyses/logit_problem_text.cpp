#include <string>

#include "engine/analyses/quantity_text.h"
#include "engine/analyses/trait_columns.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

using core::Text;
using statistics::LogitProblem;
using Trait = HouseholdTrait::Kind;

Text poor_or_not(bool poor) {
    return poor ? Text{"poor", "miskin"} : Text{"not poor", "tidak miskin"};
}

/// "every household above 3".
Text side_text(const TraitColumn& column, const LogitProblem& problem, bool above) {
    if (column.kind == Trait::Category) {
        return above ? Text{"every household with that value", "semua rumah tangga dengan nilai itu"}
                     : Text{"every household with another value", "semua rumah tangga dengan nilai lain"};
    }
    if (column.kind == Trait::YesNo) {
        return above ? Text{"every household where it is yes", "semua rumah tangga yang menjawab ya"}
                     : Text{"every household where it is no", "semua rumah tangga yang menjawab tidak"};
    }
    const auto limit = core::number_text(problem.limit);
    if (!above) return core::format_text("every household below {}", "semua rumah tangga di bawah {}", limit);
    return problem.is_complete ? core::format_text("every household from {} on", "semua rumah tangga mulai {}", limit)
                               : core::format_text("every household above {}", "semua rumah tangga di atas {}", limit);
}

Text separated_text(const TraitColumn& column, const LogitProblem& problem) {
    std::vector<Text> sides;
    const auto add = [&](bool above, bool poor) {
        sides.push_back(fill_text("{} is {}", "{} {}", side_text(column, problem, above), poor_or_not(poor)));
    };
    // A complete separation holds the limit's own households in the upper side, which may be all of it.
    const auto above = problem.is_complete && problem.below ? std::optional(!*problem.below) : problem.above;
    if (above) add(true, *above);
    if (problem.below) add(false, *problem.below);
    return fill_text(
        "The trait {0} decides alone who is poor: {1}. So it has no finite coefficient (separation). Leave it out, "
        "join its "
        "values with others, or take more households.",
        "Karakteristik {0} sendirian menentukan siapa yang miskin: {1}. Maka koefisiennya tidak terhingga (separasi). "
        "Hilangkan, "
        "gabungkan nilainya, atau tambah rumah tangga.",
        column.label, listed(sides));
}

Text separated_by_text(const std::vector<Text>& labels, bool is_complete) {
    const auto whom = is_complete ? Text{"all households", "semua rumah tangga"}
                                  : Text{"a part of the households", "sebagian rumah tangga"};
    return fill_text(
        "The traits {0} together decide for {1} who is poor, without exception. So they have no finite coefficients "
        "(separation). Leave one of them out, or take more households.",
        "Karakteristik {0} bersama-sama menentukan tanpa kecuali siapa yang miskin di antara {1}. Maka koefisiennya "
        "tidak terhingga "
        "(separasi). Hilangkan salah satunya, atau tambah rumah tangga.",
        listed(labels), whom);
}

Text too_few_text(std::size_t cases, std::size_t traits) {
    return fill_text(
        "{0} households that count are too few for {1} traits: there must be at least {2}. Take fewer traits or more "
        "households.",
        "{0} rumah tangga yang dihitung terlalu sedikit untuk {1} karakteristik: sekurang-kurangnya {2}. Kurangi "
        "karakteristik atau tambah rumah tangga.",
        grouped(static_cast<double>(cases)), grouped(static_cast<double>(traits)),
        grouped(static_cast<double>(traits + 2)));
}

Text one_outcome_text(std::size_t cases, bool all_poor) {
    const auto who =
        fill_text(all_poor ? "All {} households that count are poor" : "None of the {} households that count is poor",
                  all_poor ? "Semua {} rumah tangga yang dihitung miskin"
                           : "Tidak satu pun dari {} rumah tangga yang dihitung miskin",
                  grouped(static_cast<double>(cases)));
    return who + Text{", so that no trait can tell the poor from the others. Choose another line or field.",
                      ", sehingga tidak ada karakteristik yang membedakan yang miskin dari yang lain. Pilih garis atau "
                      "kolom lain."};
}

}  // namespace

Text logit_problem_text(const LogitProblem& problem, const std::vector<TraitColumn>& columns, std::size_t cases) {
    std::vector<Text> others;
    others.reserve(problem.others.size());
    for (const auto other : problem.others) others.push_back(columns[other].label);
    switch (problem.kind) {
        case LogitProblem::Kind::TooFewCases:
            return too_few_text(cases, columns.size());
        case LogitProblem::Kind::OneOutcome:
            return one_outcome_text(cases, problem.above.value_or(false));
        case LogitProblem::Kind::Constant:
            return fill_text(
                "The trait {} is the same in all households that count, and so tells nothing. Leave it out.",
                "Karakteristik {} sama pada semua rumah tangga yang dihitung, sehingga tidak menjelaskan apa pun. "
                "Hilangkan.",
                columns[problem.trait].label);
        case LogitProblem::Kind::Dependent:
            return fill_text(
                "The trait {0} follows exactly from {1} (collinearity), so that their parts cannot be told apart. "
                "Leave one of them out.",
                "Karakteristik {0} dapat dihitung persis dari {1} (kolinearitas), sehingga peran masing-masing tidak "
                "dapat dibedakan. Hilangkan salah satunya.",
                columns[problem.trait].label, listed(others));
        case LogitProblem::Kind::Separated:
            return separated_text(columns[problem.trait], problem);
        case LogitProblem::Kind::SeparatedBy:
            return separated_by_text(others, problem.is_complete);
        case LogitProblem::Kind::NotConverged:
            break;
    }
    return {"The estimate does not settle: traits are too much alike or nearly decide who is poor. Take fewer traits.",
            "Taksiran tidak konvergen: karakteristik terlalu mirip atau hampir menentukan siapa yang miskin. Kurangi "
            "karakteristik."};
}

}  // namespace desakota::analyses
