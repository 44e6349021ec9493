#include "engine/analyses/observed_flows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"
#include "tests/analyses/match_list.h"
#include "tests/support/for_each_seed.h"

namespace desakota::analyses {
namespace {

using access::Calibration;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LayerMaker rows(std::size_t count) {
    LayerMaker maker("arus.csv", "");
    for (std::size_t i = 0; i < count; ++i) maker.nothing();
    return maker;
}

Settlements three_settlements() {
    Settlements settlements;
    settlements.ids = {"D1", "D2", "D3"};
    settlements.names = {"Hulu", "Hilir", "Hilir"};
    return settlements;
}

Destinations two_centres() {
    Destinations centres;
    centres.ids = {"P1", "P2"};
    centres.names = {"Kota", "Pasar"};
    return centres;
}

struct FlowRun : TestRun {
    explicit FlowRun(const LayerMaker& flows) {
        add("flows", flows);
        find("flow-settlement-field", "asal");
        find("flow-centre-field", "tujuan");
        find("flow-value-field", "arus");
    }
    ObservedFlowTable read() {
        auto matches = read_confirmed_matches(arguments, three_settlements(), diagnostics);
        auto table = read_observed_flows(arguments, three_settlements(), two_centres(), matches, diagnostics);
        matches.report(diagnostics);
        return table;
    }
    Calibration calibrate(const core::CostMatrix& costs, const FlowCalibration& question) {
        return calibrate_to_flows(read(), costs, question, context);
    }
};

TEST(ObservedFlows, AreFoundByAConfirmedListBeforeNames) {
    FlowRun run(rows(3)
                    .texts("asal", {"Hilir", "1607051009", "D1"})
                    .texts("tujuan", {"P1", "P1", "P1"})
                    .texts("arus", {"2", "3", "4"}));
    run.add("matches", match_list({{"", "Hilir", "", "D3", "1"}, {"id1607051009", "", "", "D2", "1"}}));
    const auto read = run.read();
    ASSERT_EQ(read.flows.size(), 3U);
    EXPECT_EQ(read.flows[0].settlement, 0U);
    EXPECT_EQ(read.flows[1].value, 3);
    EXPECT_EQ(read.flows[2].value, 2);
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(ObservedFlows, AreFoundByIdOrNameAndSummed) {
    FlowRun run(rows(4)
                    .texts("asal", {"D2", "hulu", "D1", "D1"})
                    .texts("tujuan", {"P1", "Pasar", "P2", "P1"})
                    .texts("arus", {"1.000", "5", "7", "0"}));
    const auto read = run.read();
    ASSERT_EQ(read.flows.size(), 2U);
    EXPECT_EQ(read.flows[0].settlement, 0U);
    EXPECT_EQ(read.flows[0].centre, 1U);
    EXPECT_EQ(read.flows[0].value, 12);
    EXPECT_EQ(read.flows[1].settlement, 1U);
    EXPECT_EQ(read.flows[1].value, 1000);
    EXPECT_THAT(run.errors(), IsEmpty());
    EXPECT_THAT(run.warnings(), IsEmpty());
}

TEST(ObservedFlows, OfUnknownPlacesAreListed) {
    FlowRun run(
        rows(3).texts("asal", {"D9", "D1", "D9"}).texts("tujuan", {"P1", "P7", "P7"}).numbers("arus", {1, 2, 3}));
    (void)run.read();
    EXPECT_THAT(run.errors(),
                ElementsAre("arus.csv: settlements that are not among those of the run: \"D9\" (2). Write the id or "
                            "the name as it stands there.",
                            HasSubstr("arus.csv: centres that are not among those of the run: \"P7\" (2)")));
}

TEST(ObservedFlows, OfANameThatSeveralHaveNeedTheId) {
    FlowRun run(rows(1).texts("asal", {"Hilir"}).texts("tujuan", {"P1"}).numbers("arus", {1}));
    (void)run.read();
    EXPECT_THAT(run.errors(), ElementsAre("arus.csv: settlements called by a name that several have: \"Hilir\" (1). "
                                          "Write the id."));
}

TEST(ObservedFlows, MustBeNumbersThatAreNotNegative) {
    FlowRun run(rows(2).texts("asal", {"D1", "D2"}).texts("tujuan", {"P1", "P1"}).texts("arus", {"-4", "ramai"}));
    (void)run.read();
    EXPECT_THAT(run.errors(), ElementsAre("arus.csv, fid 1: the flow is -4; it cannot be negative. Correct the value.",
                                          HasSubstr("fid 2: the flow is \"ramai\", which is not a number")));
}

TEST(ObservedFlows, ThatLackSomethingAreLeftOut) {
    FlowRun run(rows(3)
                    .texts("asal", {"", "D1", "D1"})
                    .texts("tujuan", {"P1", "", "P1"})
                    .some_numbers("arus", {1.0, 2.0, std::nullopt}));
    EXPECT_THAT(run.read().flows, IsEmpty());
    EXPECT_THAT(run.warnings(), ElementsAre("arus.csv: 3 rows lack settlement, centre or flow and are left out: fid 1, "
                                            "fid 2, fid 3."));
}

TEST(ObservedFlows, NeedTheirThreeFields) {
    FlowRun run(rows(1).texts("asal", {"D1"}));
    (void)run.read();
    EXPECT_THAT(run.errors(), ElementsAre("arus.csv: a field is missing; name it with --flow-centre-field.",
                                          "arus.csv: a field is missing; name it with --flow-value-field."));
}

core::CostMatrix costs_of(const std::vector<std::vector<std::int64_t>>& values) {
    core::CostMatrix costs(values.size(), values.front().size());
    for (std::size_t row = 0; row < values.size(); ++row) std::ranges::copy(values[row], costs.row(row).begin());
    return costs;
}

/// Flows of three settlements to two centres that follow a decay exactly, and no flow from the second settlement.
LayerMaker flows_of(const access::Decay& decay, const core::CostMatrix& costs, const std::vector<double>& masses) {
    std::vector<std::string> from;
    std::vector<std::string> to;
    std::vector<double> values;
    for (const std::size_t settlement : {0, 2}) {
        for (std::size_t centre = 0; centre < 2; ++centre) {
            from.push_back(three_settlements().ids[settlement]);
            to.push_back(two_centres().ids[centre]);
            values.push_back(1000.0 * masses[centre] * access::decay_at(decay, costs.at(settlement, centre)));
        }
    }
    return rows(4).texts("asal", from).texts("tujuan", to).numbers("arus", values);
}

TEST(Calibration, RecoversAKnownHalfDistance) {
    test_support::for_each_seed(30, [](test_support::Random& random) {
        const auto cost = [&] { return static_cast<std::int64_t>(random.between(2e6, 4e7)); };
        const auto costs = costs_of({{cost(), cost()}, {cost(), core::kUnreachable}, {cost(), cost()}});
        const std::vector<double> masses{random.between(1, 9), random.between(1, 9)};
        const double half = random.between(3e6, 3e7);
        FlowRun run(flows_of(access::Exponential{half}, costs, masses));
        const auto found = run.calibrate(costs, {access::SoughtDecay::Exponential, 0.0, {}, masses});
        ASSERT_EQ(found.status, Calibration::Status::Found);
        EXPECT_NEAR(*access::half_of(*found.decay), half, 1e-3 * half);
        EXPECT_THAT(run.errors(), IsEmpty());
    });
}

TEST(Calibration, TellsWhatItFound) {
    const auto costs = costs_of({{5'000'000, 20'000'000}, {1'000'000, 1'000'000}, {30'000'000, 10'000'000}});
    const std::vector<double> masses{2, 3};
    FlowRun run(flows_of(access::Exponential{10'000'000}, costs, masses));
    (void)run.calibrate(costs, {access::SoughtDecay::Exponential, 0.0, network::Objective::Distance, masses});
    EXPECT_THAT(run.told(core::Severity::Information),
                ElementsAre(AllOf(HasSubstr("arus.csv: decay calibrated to "),
                                  HasSubstr("half of the tie is left after 10.0 km; the mean way is "),
                                  HasSubstr("reproduces 100 % of the flows."))));
}

TEST(Calibration, TellsTheExponentOfAPowerAndFlowsWithoutAWay) {
    const auto costs = costs_of({{5'000'000, 20'000'000}, {core::kUnreachable, 1}, {30'000'000, 10'000'000}});
    const std::vector<double> masses{2, 3};
    auto flows = flows_of(access::Power{1.5, 1e6}, costs, masses).make();
    FlowRun run(rows(5)
                    .texts("asal", {"D1", "D1", "D3", "D3", "D2"})
                    .texts("tujuan", {"P1", "P2", "P1", "P2", "P1"})
                    .numbers("arus", {*flows.find("arus")->number(0), *flows.find("arus")->number(1),
                                      *flows.find("arus")->number(2), *flows.find("arus")->number(3), 44.0}));
    const auto found = run.calibrate(costs, {access::SoughtDecay::Power, 1e6, network::Objective::Distance, masses});
    EXPECT_NEAR(found.parameter, 1.5, 1e-4);
    EXPECT_THAT(run.told(core::Severity::Information),
                ElementsAre(AllOf(HasSubstr("(exponent 1.50)"),
                                  HasSubstr("44 flows without a way that is known are left out"))));
}

TEST(Calibration, SpeaksOfTimeWhereCostsAreTimes) {
    const auto costs = costs_of({{600'000, 2'400'000}, {1, 1}, {3'600'000, 1'200'000}});
    const std::vector<double> masses{2, 3};
    FlowRun run(flows_of(access::Exponential{1'800'000}, costs, masses));
    (void)run.calibrate(costs, {access::SoughtDecay::Exponential, 0.0, network::Objective::Time, masses});
    EXPECT_THAT(run.told(core::Severity::Information), ElementsAre(HasSubstr("half of the tie is left after 30 min")));
}

std::vector<std::string> errors_of(const std::vector<double>& flows, const core::CostMatrix& costs) {
    const std::vector<double> masses{1, 1};
    FlowRun run(rows(4)
                    .texts("asal", {"D1", "D1", "D3", "D3"})
                    .texts("tujuan", {"P1", "P2", "P1", "P2"})
                    .numbers("arus", flows));
    (void)run.calibrate(costs, {access::SoughtDecay::Exponential, 0.0, network::Objective::Distance, masses});
    return run.errors();
}

TEST(Calibration, SaysWhyItFoundNothing) {
    const auto costs = costs_of({{1'000'000, 9'000'000}, {1, 1}, {9'000'000, 1'000'000}});
    EXPECT_THAT(errors_of({0, 0, 0, 0}, costs), ElementsAre(HasSubstr("no flow goes between places that have a way")));
    EXPECT_THAT(errors_of({1, 9, 9, 1}, costs), ElementsAre(HasSubstr("the flows do not fall with the cost")));
    EXPECT_THAT(errors_of({9, 0, 0, 9}, costs), ElementsAre(HasSubstr("every flow goes to the nearest centre")));
}

}  // namespace
}  // namespace desakota::analyses
