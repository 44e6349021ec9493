// What composite-index refuses and what it warns of.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/composite_run.h"

namespace desakota::analyses {
namespace {

using core::ExitStatus;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

LayerMaker sound_villages() {
    return three_villages().numbers("a", {0.2, 0.9, 0.6}).numbers("b", {0.4, 0.7, 0.6});
}

/// The failure of a run with a scheme and settlements.
std::pair<ExitStatus, std::string> failure_of(const std::string& scheme, const LayerMaker& settlements) {
    CompositeRun run(scheme);
    run.settle(settlements);
    return run.failure();
}

TEST(CompositeFaults, AskForOneSchemeAndNotForTwo) {
    EXPECT_THAT(failure_of("", sound_villages()),
                Pair(ExitStatus::WrongUsage, HasSubstr("Choose the index: --scheme")));
    CompositeRun run(own_scheme());
    run.give("scheme", "idm_2016");
    run.settle(sound_villages());
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, HasSubstr("Both --scheme and --scheme-file are given")));
}

TEST(CompositeFaults, RefuseAFrameAndASchemeOfClassesOnly) {
    EXPECT_THAT(failure_of("indeks_desa_2024", sound_villages()),
                Pair(ExitStatus::UnfitInput, AllOf(HasSubstr("Village index (Indeks Desa)"),
                                                   HasSubstr("indicators and weights are not published"))));
    const auto text = own_scheme();
    EXPECT_THAT(failure_of(text.substr(0, text.find("[[indicator]]")), sound_villages()),
                Pair(ExitStatus::UnfitInput, HasSubstr("the scheme describes classes only")));
}

TEST(CompositeFaults, TellEveryFaultOfASchemeFile) {
    core::Diagnostics unheard;
    Arguments arguments;
    arguments.files["scheme-file"] = {"own.toml", own_scheme("official = true\nweigth = 1\n")};
    try {
        (void)asked_fields(describe_composite_index(), arguments);
        FAIL() << "an unfit scheme was taken";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.status(), ExitStatus::UnfitInput);
        EXPECT_THAT(error.what(), AllOf(HasSubstr("own.toml, line 7: `official = true` needs"),
                                        HasSubstr("own.toml, line 8: unknown key `weigth`")));
    }
}

TEST(CompositeFaults, NameTheIndicatorsThatAreNotInTheData) {
    EXPECT_THAT(
        failure_of(own_scheme(), three_villages().numbers("x", {1, 2, 3})),
        Pair(ExitStatus::WrongUsage,
             HasSubstr("desa: no fields for indicators of the scheme: a (first), b (second). Call the fields so, "
                       "or name them: --indicator-names \"a=FIELD, ...\".")));
    CompositeRun run("idm_2016");
    run.give("indicator-names", "iks_01=iks01");
    run.settle(idm_villages({}));
    EXPECT_THAT(run.failure().second, HasSubstr("no fields for indicators of the scheme: iks01 (score 1 of IKS)."));
}

TEST(CompositeFaults, NameWhatIsWrongInTheNamesOfIndicators) {
    CompositeRun run(own_scheme());
    run.give("indicator-names", "a, c=x, b=y, b=z");
    run.settle(sound_villages().numbers("y", {0, 0, 0}));
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage, AllOf(HasSubstr("\"a\" must be like CODE=FIELD"),
                                                                  HasSubstr("the scheme has no indicator c."),
                                                                  HasSubstr("b is named twice; keep one"))));
}

TEST(CompositeFaults, TellTextThatIsNoNumberAndValuesOutsideTheRange) {
    EXPECT_THAT(failure_of(own_scheme(), three_villages().texts("a", {"0,5", "dua", "x"}).numbers("b", {0, 0, 0})),
                Pair(ExitStatus::UnfitInput,
                     HasSubstr("desa: the field a holds text that is no number: fid 2 \"B\", fid 3 \"C\".")));
    EXPECT_THAT(
        failure_of("idm_2016", idm_villages({{"ike_01", {6, 5, -1}}})),
        Pair(ExitStatus::UnfitInput, HasSubstr("the field ike_01 holds values outside the range of ike_01 (from 0 "
                                               "to 5): fid 1 \"A\", fid 3 \"C\".")));
}

LayerMaker food_villages(const std::vector<double>& shares) {
    auto layer = three_villages().numbers("iav", {1.15, 0.48, 0.71});
    for (const auto* code : {"ibpl", "ilab", "iedu", "iri", "imm", "iwat", "ipus", "ilit"}) layer.numbers(code, shares);
    return layer;
}

TEST(CompositeFaults, RecognisePercentWhereSharesAreWanted) {
    EXPECT_THAT(failure_of("ifi_lamba_2006", food_villages({35, 0, 80})),
                Pair(ExitStatus::UnfitInput,
                     HasSubstr("the field ibpl goes up to 80, but ibpl is a share from 0 to 1: is it percent? Then add "
                               "--shares-as percent.")));
    EXPECT_THAT(failure_of("ifi_lamba_2006", food_villages({0.35, -0.1, 0.8})).second,
                HasSubstr("(from 0 to 1): fid 2"));
    CompositeRun run("ifi_lamba_2006");
    run.give("shares-as", "percent");
    run.settle(food_villages({35, 0, 80}));
    const auto results = run.run();
    EXPECT_NEAR(*number_of(layer_of(results, "composite_index"), "score_ifla", 0), 0.35, 1e-12);
}

LayerMaker districts(const std::vector<double>& percents) {
    auto layer = three_villages();
    for (const auto& indicator : welfare::built_in_scheme("ikp-bapanas-kabupaten")->indicators) {
        layer.numbers(indicator.code, indicator.unit == "percent" ? percents : std::vector<double>{1, 5, 9});
    }
    return layer;
}

TEST(CompositeWarnings, DoubtSharesWherePercentAreWanted) {
    CompositeRun run("ikp_bapanas_kabupaten");
    run.settle(districts({0.1, 0.35, 0.2}));
    (void)run.run();
    EXPECT_THAT(run.warnings(), Contains(HasSubstr("goes up to 0.35 only, but penduduk_miskin_persen is in percent")));
    CompositeRun converted("ikp_bapanas_kabupaten");
    converted.give("shares-as", "share");
    converted.settle(districts({0.1, 0.35, 0.2}));
    (void)converted.run();
    EXPECT_THAT(converted.warnings(), testing::Not(Contains(HasSubstr("is in percent"))));
}

TEST(CompositeWarnings, SayThatAnUnverifiedSchemeIsNotOfficial) {
    CompositeRun run("ikp_bapanas_kabupaten");
    run.settle(districts({10, 35, 20}));
    const auto results = run.run();
    EXPECT_THAT(run.warnings(), Contains(AllOf(HasSubstr("not official; its numbers are unverified"),
                                               HasSubstr("values here are compared with those of this layer only"))));
    EXPECT_THAT(results.summary.front().english, HasSubstr("; not official."));
    CompositeRun official("idm_2016");
    official.settle(idm_villages({}));
    (void)official.run();
    EXPECT_THAT(official.warnings(), IsEmpty());
    EXPECT_THAT(official.told(core::Severity::Information), Contains(HasSubstr("Since 2025 Indeks Desa")));
}

TEST(CompositeWarnings, NameIndicatorsThatAreTheSameEverywhere) {
    CompositeRun run("fsva_desa_6");
    auto layer = three_villages();
    for (const auto& indicator : welfare::built_in_scheme("fsva-desa-6")->indicators) {
        const bool is_constant = indicator.code == "akses_penghubung";
        layer.numbers(indicator.code, is_constant ? std::vector<double>{2, 2, 2} : std::vector<double>{0.1, 0.2, 0.3});
    }
    run.settle(layer);
    const auto results = run.run();
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("count as missing: akses_penghubung.")));
    EXPECT_THAT(values_of(layer_of(results, "composite_index"), "reason"),
                testing::Each("Rests on 5 of 6 indicators; missing: akses_penghubung."));
}

TEST(CompositeFaults, RefuseBreaksThatDoNotFitTheClasses) {
    CompositeRun run(own_scheme());
    run.settle(sound_villages());
    run.arguments.numbers["breaks"] = {0.6, 0.6};
    EXPECT_THAT(run.failure(),
                Pair(ExitStatus::WrongUsage, AllOf(HasSubstr("--breaks: 2 numbers for 2 classes; give 1"),
                                                   HasSubstr("write the numbers in rising order"))));
}

TEST(CompositeFaults, RefuseCostsThatFitNoIndicator) {
    CompositeRun run("idm_2016");
    run.settle(idm_villages({}));
    run.add(
        "costs",
        LayerMaker("biaya").nothing().nothing().texts("indikator", {"ikl_3", "ikl_03"}).texts("biaya", {"1", "-2"}));
    run.find("cost-indicator-field", "indikator");
    run.find("cost-field", "biaya");
    EXPECT_THAT(run.failure(),
                Pair(ExitStatus::UnfitInput, AllOf(HasSubstr("the scheme has no indicator ikl_3. Did you mean ikl_03?"),
                                                   HasSubstr("the cost of ikl_03 must be a number, 0 or more"))));
    CompositeRun without_fields("idm_2016");
    without_fields.settle(idm_villages({}));
    without_fields.add("costs", LayerMaker("biaya").nothing().texts("x", {"ikl_03"}));
    EXPECT_THAT(without_fields.failure().second,
                HasSubstr("--costs: the table needs a field with the indicator's code"));
}

TEST(CompositeFaults, TellOptionsWithoutEffect) {
    CompositeRun run(own_scheme());
    run.settle(sound_villages());
    run.give("replications", 0.0);
    run.give("seed", 5.0);
    run.add("costs", LayerMaker("biaya").nothing().texts("indikator", {"a"}));
    EXPECT_THAT(run.failure(), Pair(ExitStatus::WrongUsage,
                                    AllOf(HasSubstr("--seed has no effect"), HasSubstr("--costs has no effect"))));
    CompositeRun shares(own_scheme());
    shares.settle(sound_villages());
    shares.give("shares-as", "percent");
    EXPECT_THAT(shares.failure().second, HasSubstr("--shares-as percent has no effect"));
}

TEST(CompositeFaults, RefuseAnEmptyLayer) {
    CompositeRun run(own_scheme());
    run.settle(LayerMaker("desa").texts("nama", {}).numbers("a", {}).numbers("b", {}));
    EXPECT_THAT(run.failure(), Pair(ExitStatus::UnfitInput, HasSubstr("the layer holds no settlements")));
}

TEST(CompositeWarnings, StayWithASingleSettlementWhoseRankIsCertain) {
    CompositeRun run(own_scheme());
    run.settle(LayerMaker("desa").points({metres(0)}).texts("nama", {"A"}).numbers("a", {0.2}).numbers("b", {0.4}));
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "composite_index"), "rank_high"), ElementsAre("1"));
}

}  // namespace
}  // namespace desakota::analyses
