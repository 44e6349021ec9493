#include "engine/analyses/tie_factors.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"
#include "tests/support/for_each_seed.h"

namespace desakota::analyses {
namespace {

using hinterland::CentreTie;
using hinterland::Factor;
using testing::DoubleEq;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LayerMaker two_settlements() {
    return LayerMaker("desa.gpkg").points({{105.0, -2.0}}).points({{105.1, -2.0}}).texts("nama", {"Hulu", "Hilir"});
}

LayerMaker two_centres() {
    return LayerMaker("pusat.gpkg").points({{105.0, -2.0}}).points({{105.1, -2.0}}).texts("nama", {"Kota", "Pasar"});
}

struct FactorRun : TestRun {
    FactorRun(const LayerMaker& settlements, const LayerMaker& centres) {
        add("settlements", settlements);
        add("centres", centres);
        find("name-field", "nama");
        find("centre-name-field", "nama");
    }
    FactorRun& score(const std::string& parameter, const std::vector<std::string>& fields) {
        arguments.fields[parameter] = {fields};
        arguments.given.push_back(parameter);
        return *this;
    }
    FactorRun& weigh(const std::vector<double>& weights) {
        arguments.numbers["factor-weights"] = weights;
        arguments.given.emplace_back("factor-weights");
        return *this;
    }
    TieFactors read() { return read_tie_factors(arguments, diagnostics); }
    std::vector<std::string> usage() {
        check_tie_factor_usage(arguments, diagnostics);
        return errors();
    }
};

TEST(TieFactors, AreNoneWithoutFields) {
    FactorRun run(two_settlements(), two_centres());
    const auto read = run.read();
    EXPECT_FALSE(read.is_given());
    EXPECT_THAT(read.settlement_multipliers, IsEmpty());
    EXPECT_THAT(run.usage(), IsEmpty());
}

TEST(TieFactors, MultiplyTiesOfSettlementsAndCentres) {
    FactorRun run(two_settlements().numbers("partisipasi", {0.25, 1.0}), two_centres().numbers("sdm", {1.0, 0.5}));
    run.score("factor-fields", {"partisipasi"}).score("centre-factor-fields", {"sdm"}).weigh({0.5, 0.5});
    const auto read = run.read();
    EXPECT_THAT(read.settlement_multipliers, ElementsAre(DoubleEq(0.5), DoubleEq(1.0)));
    EXPECT_THAT(read.centre_multipliers, ElementsAre(DoubleEq(1.0), DoubleEq(std::sqrt(0.5))));
    EXPECT_THAT(run.usage(), IsEmpty());
}

TEST(TieFactors, WeighTheSameWhereNoWeightsAreGiven) {
    FactorRun run(two_settlements().numbers("a", {0.5, 1}).numbers("b", {1, 1}), two_centres().numbers("c", {1, 1}));
    run.score("factor-fields", {"a", "b"}).score("centre-factor-fields", {"c"});
    const auto read = run.read();
    EXPECT_DOUBLE_EQ(read.of_settlements[0].weight, 1.0 / 3.0);
    EXPECT_DOUBLE_EQ(read.of_centres[0].weight, 1.0 / 3.0);
    EXPECT_THAT(run.usage(), IsEmpty());
}

TEST(TieFactors, AreThoseOfTheStudyByTheirFieldsName) {
    FactorRun run(two_settlements()
                      .numbers("skor_kesiapan_institusi", {1, 1})
                      .numbers("local_policy", {1, 1})
                      .numbers("dana", {1, 1})
                      .numbers("cuaca", {1, 1}),
                  two_centres());
    run.score("factor-fields", {"skor_kesiapan_institusi", "local_policy", "dana", "cuaca"});
    const auto factors = run.read().of_settlements;
    EXPECT_EQ(factors[0].code, "institutional_readiness");
    EXPECT_EQ(factors[0].kind, Factor::Kind::Inhibiting);
    EXPECT_EQ(factors[1].code, "local_policy");
    EXPECT_EQ(factors[2].code, "funds_and_materials");
    EXPECT_EQ(factors[2].kind, Factor::Kind::Driving);
    EXPECT_EQ(factors[3].code, "cuaca");
    EXPECT_EQ(factors[3].kind, std::nullopt);
}

TEST(TieFactors, RefuseScoresThatAreNone) {
    FactorRun run(two_settlements().texts("partisipasi", {"0,04", "tinggi"}), two_centres().numbers("sdm", {1.5, 0.5}));
    run.score("factor-fields", {"partisipasi"}).score("centre-factor-fields", {"sdm"});
    (void)run.read();
    EXPECT_THAT(run.errors(),
                ElementsAre(HasSubstr("fid 2 \"Hilir\": the score partisipasi is \"tinggi\", which is not a number"),
                            "desa.gpkg, fid 1 \"Hulu\": the score partisipasi is 0.04; it must be from 0.05 to 1. "
                            "Correct the value or leave it empty.",
                            HasSubstr("pusat.gpkg, fid 1 \"Kota\": the score sdm is 1.5")));
}

TEST(TieFactors, AreLeftOutWhereTheScoreIsMissing) {
    FactorRun run(two_settlements().texts("partisipasi", {"0,5", ""}), two_centres());
    run.score("factor-fields", {"partisipasi"});
    EXPECT_THAT(run.read().settlement_multipliers, ElementsAre(0.5, 1.0));
    EXPECT_THAT(run.warnings(), ElementsAre("desa.gpkg: the score partisipasi is missing in 1 rows, where this factor "
                                            "does not weaken the tie: fid 2 \"Hilir\"."));
}

TEST(TieFactors, NeedWeightsThatSumToOne) {
    FactorRun run(two_settlements().numbers("a", {1, 1}).numbers("b", {1, 1}), two_centres());
    run.score("factor-fields", {"a", "b"}).weigh({0.5, 0.4});
    EXPECT_THAT(run.usage(),
                ElementsAre("--factor-weights: the weights of the factors sum to 0.9; they must sum to 1."));
    FactorRun other(two_settlements().numbers("a", {1, 1}).numbers("b", {1, 1}), two_centres());
    other.score("factor-fields", {"a", "b"}).weigh({1.0});
    EXPECT_THAT(other.usage(), ElementsAre(HasSubstr("2 scores and 1 weights; give each factor both")));
    FactorRun negative(two_settlements().numbers("a", {1, 1}).numbers("b", {1, 1}), two_centres());
    negative.score("factor-fields", {"a", "b"}).weigh({1.5, -0.5});
    EXPECT_THAT(negative.usage(), ElementsAre(HasSubstr("the weight -0.5 of a factor must not be negative")));
}

TEST(TieFactors, NeedFieldsForWeights) {
    FactorRun run(two_settlements(), two_centres());
    run.weigh({1});
    EXPECT_THAT(run.usage(), ElementsAre(HasSubstr("--factor-weights has no effect without --factor-fields")));
}

HinterlandFindings with_main_centres(const std::vector<std::optional<std::size_t>>& centres) {
    HinterlandFindings findings;
    for (const auto& centre : centres) {
        auto& ties = findings.interactions.settlements.emplace_back();
        if (centre) ties.main = CentreTie{*centre};
    }
    return findings;
}

HinterlandQuestion question_of(std::size_t settlements, std::size_t centres) {
    HinterlandQuestion question;
    for (std::size_t i = 0; i < settlements; ++i) question.settlements.ids.push_back("D" + std::to_string(i));
    for (std::size_t i = 0; i < centres; ++i) question.centres.ids.push_back("P" + std::to_string(i));
    question.settlements.names.resize(settlements);
    question.centres.names.resize(centres);
    return question;
}

TEST(FactorsTable, HoldsTheFactorsOfEachTieToTheMainCentre) {
    FactorRun run(two_settlements().some_numbers("partisipasi", {0.25, std::nullopt}),
                  two_centres().numbers("sdm", {1.0, 0.5}));
    run.score("factor-fields", {"partisipasi"}).score("centre-factor-fields", {"sdm"});
    const auto table = make_factors_table(run.read(), question_of(2, 2), with_main_centres({1, 0}), run.context);
    const auto declared = declare_factors_table();
    ASSERT_EQ(table.columns.size(), declared.columns.size());
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        EXPECT_EQ(table.columns[i].definition(), declared.columns[i]);
    ASSERT_EQ(table.row_count, 4U);
    EXPECT_EQ(table.find("settlement_id")->text(0), "D0");
    EXPECT_EQ(table.find("centre_id")->text(0), "P1");
    EXPECT_EQ(table.find("factor")->text(0), "participation");
    EXPECT_EQ(table.find("factor_title")->text(0), "participation of the community");
    EXPECT_EQ(table.find("kind")->text(0), "driving");
    EXPECT_EQ(table.find("kind")->text(1), "inhibiting");
    EXPECT_EQ(table.find("score")->number(1), 0.5);
    // ln 0.25 against ln 0.5 at equal weights
    EXPECT_NEAR(*table.find("loss_share")->number(0), 2.0 / 3.0, 1e-12);
    EXPECT_NEAR(*table.find("loss_share")->number(1), 1.0 / 3.0, 1e-12);
    EXPECT_TRUE(table.find("score")->is_missing(2));
    EXPECT_TRUE(table.find("loss_share")->is_missing(2));
    EXPECT_EQ(table.find("loss_share")->number(3), 0.0) << "nothing is lost";
    EXPECT_THAT(declared.title.english, HasSubstr("an assumption of this program, not from the papers"));
}

TEST(FactorsTable, HasNoRowsForSettlementsWithoutACentre) {
    FactorRun run(two_settlements().numbers("partisipasi", {0.25, 0.5}), two_centres());
    run.score("factor-fields", {"partisipasi"});
    const auto table =
        make_factors_table(run.read(), question_of(2, 2), with_main_centres({std::nullopt, 0}), run.context);
    ASSERT_EQ(table.row_count, 1U);
    EXPECT_EQ(table.find("settlement_id")->text(0), "D1");
}

TEST(FactorsTable, SharesOutTheWholeLoss) {
    test_support::for_each_seed(50, [](test_support::Random& random) {
        FactorRun run(two_settlements()
                          .numbers("a", {random.between(0.05, 0.99), random.between(0.05, 0.99)})
                          .numbers("b", {random.between(0.05, 1.0), random.between(0.05, 1.0)}),
                      two_centres().numbers("c", {random.between(0.05, 1.0), random.between(0.05, 1.0)}));
        const double first = random.between(0.1, 0.4);
        const double second = random.between(0.1, 0.4);
        run.score("factor-fields", {"a", "b"}).score("centre-factor-fields", {"c"});
        run.weigh({first, second, 1.0 - first - second});
        const auto factors = run.read();
        const auto table = make_factors_table(factors, question_of(2, 2), with_main_centres({0, 1}), run.context);
        for (std::size_t settlement = 0; settlement < 2; ++settlement) {
            double sum = 0.0;
            double product = 1.0;
            for (std::size_t row = 3 * settlement; row < 3 * settlement + 3; ++row) {
                sum += *table.find("loss_share")->number(row);
                product *= std::pow(*table.find("score")->number(row), *table.find("weight")->number(row));
            }
            EXPECT_NEAR(sum, 1.0, 1e-9);
            EXPECT_NEAR(product, factors.settlement_multipliers[settlement] * factors.centre_multipliers[settlement],
                        1e-12);
        }
    });
}

}  // namespace
}  // namespace desakota::analyses
