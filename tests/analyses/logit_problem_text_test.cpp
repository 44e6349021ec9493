#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/analyses/trait_columns.h"

namespace desakota::analyses {
namespace {

using statistics::LogitProblem;
using Kind = LogitProblem::Kind;
using Trait = HouseholdTrait::Kind;

std::vector<TraitColumn> columns() {
    TraitColumn hours{"jam", core::same_text("'jam'")};
    TraitColumn electricity{"listrik", core::same_text("'listrik'"), Trait::YesNo};
    TraitColumn job{"kerja", core::same_text("'kerja' (buruh)"), Trait::Category, "buruh", "tani"};
    return {hours, electricity, job};
}

std::string text(const LogitProblem& problem) {
    return logit_problem_text(problem, columns(), 4).english;
}

TEST(LogitProblemText, TellsOfTooFewCases) {
    EXPECT_EQ(text({.kind = Kind::TooFewCases}),
              "4 households that count are too few for 3 traits: there must be at least 5. Take fewer traits or more "
              "households.");
}

TEST(LogitProblemText, TellsOfOneOutcome) {
    EXPECT_EQ(
        text({.kind = Kind::OneOutcome, .above = true}),
        "All 4 households that count are poor, so that no trait can tell the poor from the others. Choose another "
        "line or field.");
    EXPECT_EQ(logit_problem_text({.kind = Kind::OneOutcome, .above = false}, columns(), 4).indonesian,
              "Tidak satu pun dari 4 rumah tangga yang dihitung miskin, sehingga tidak ada karakteristik yang "
              "membedakan yang miskin dari yang lain. Pilih garis atau kolom lain.");
}

TEST(LogitProblemText, TellsOfTraitsThatTellNothingOrTheSame) {
    EXPECT_EQ(text({.kind = Kind::Constant, .trait = 1}),
              "The trait 'listrik' is the same in all households that count, and so tells nothing. Leave it out.");
    EXPECT_EQ(text({.kind = Kind::Dependent, .trait = 2, .others = {0, 1}}),
              "The trait 'kerja' (buruh) follows exactly from 'jam' and 'listrik' (collinearity), so that their parts "
              "cannot be told apart. Leave one of them out.");
}

TEST(LogitProblemText, TellsWhichSideDecides) {
    const std::string rest =
        ". So it has no finite coefficient (separation). Leave it out, join its values with others, or take more "
        "households.";
    EXPECT_EQ(text({.kind = Kind::Separated, .limit = 7.5, .above = false, .below = true, .is_complete = true}),
              "The trait 'jam' decides alone who is poor: every household from 7.5 on is not poor and every household "
              "below 7.5 is poor" +
                  rest);
    EXPECT_EQ(text({.kind = Kind::Separated, .limit = 7.5, .below = true, .is_complete = true}),
              "The trait 'jam' decides alone who is poor: every household from 7.5 on is not poor and every household "
              "below 7.5 is poor" +
                  rest);
    EXPECT_EQ(text({.kind = Kind::Separated, .limit = 7.5, .above = false}),
              "The trait 'jam' decides alone who is poor: every household above 7.5 is not poor" + rest);
    EXPECT_EQ(text({.kind = Kind::Separated, .trait = 1, .limit = 0, .above = false}),
              "The trait 'listrik' decides alone who is poor: every household where it is yes is not poor" + rest);
    EXPECT_EQ(text({.kind = Kind::Separated, .trait = 2, .limit = 1, .below = true}),
              "The trait 'kerja' (buruh) decides alone who is poor: every household with another value is poor" + rest);
}

TEST(LogitProblemText, TellsWhichTraitsDecideTogether) {
    EXPECT_EQ(text({.kind = Kind::SeparatedBy, .others = {0, 1}, .is_complete = true}),
              "The traits 'jam' and 'listrik' together decide for all households who is poor, without exception. So "
              "they have no finite coefficients (separation). Leave one of them out, or take more households.");
    EXPECT_EQ(logit_problem_text({.kind = Kind::SeparatedBy, .others = {0, 1}}, columns(), 4).indonesian,
              "Karakteristik 'jam' dan 'listrik' bersama-sama menentukan tanpa kecuali siapa yang miskin di antara "
              "sebagian rumah tangga. Maka koefisiennya tidak terhingga (separasi). Hilangkan salah satunya, atau "
              "tambah rumah tangga.");
}

TEST(LogitProblemText, TellsOfNoConvergence) {
    EXPECT_EQ(text({.kind = Kind::NotConverged}),
              "The estimate does not settle: traits are too much alike or nearly decide who is poor. Take fewer "
              "traits.");
}

}  // namespace
}  // namespace desakota::analyses
