#include "engine/planning/synergy_indicators.h"

#include <gtest/gtest.h>
#include <initializer_list>
#include <utility>

namespace desakota::planning {
namespace {

Indicators indicators_of(std::initializer_list<std::pair<Indicator, const char*>> words) {
    Indicators indicators;
    for (const auto& [indicator, word] : words) {
        const auto place = find_rating(indicator_scale(indicator), word);
        EXPECT_TRUE(place) << word;
        indicators.set(indicator, place);
    }
    return indicators;
}

std::optional<std::size_t> place(Dimension dimension, const char* code) {
    return find_rating(scale_of(dimension), code);
}

TEST(Derive, GivesTheRatingsOfTelangFromTable42) {
    const auto telang = indicators_of({{Indicator::Clusters, "tidak"},
                                       {Indicator::SystemWritten, "tidak"},
                                       {Indicator::GoalsAgreed, "tidak"},
                                       {Indicator::GoalsUnderstood, "sedikit"},
                                       {Indicator::LeadershipCommitment, "kurang"},
                                       {Indicator::AgenciesCommitment, "kurang"},
                                       {Indicator::BusinessCommitment, "tinggi"},
                                       {Indicator::Participation, "bervariasi"},
                                       {Indicator::ResourcesEffect, "meningkat_tak_optimal"},
                                       {Indicator::BusinessEffect, "meningkat_tak_optimal"},
                                       {Indicator::OutcomesEffect, "meningkat_tak_optimal"},
                                       {Indicator::PoorReachEffect, "meningkat_tak_optimal"}});
    EXPECT_EQ(derive(Dimension::System, telang), place(Dimension::System, "tidak"));
    EXPECT_EQ(derive(Dimension::Goals, telang), place(Dimension::Goals, "tidak_disepakati"));
    EXPECT_EQ(derive(Dimension::Process, telang), place(Dimension::Process, "bervariasi"));
    EXPECT_EQ(derive(Dimension::Effect, telang), place(Dimension::Effect, "meningkat_tak_optimal"));
}

/// The paper calls the leadership's commitment in Batu Betumpang low (Table 4.2) and rather high (conclusions).
TEST(Derive, GivesTheRatingsOfBatuBetumpangWhicheverLeadershipIsMeant) {
    for (const auto* leadership : {"kurang", "tinggi"}) {
        const auto area = indicators_of({{Indicator::Clusters, "sebagian"},
                                         {Indicator::SystemWritten, "tidak"},
                                         {Indicator::GoalsAgreed, "sebagian"},
                                         {Indicator::GoalsUnderstood, "sebagian"},
                                         {Indicator::LeadershipCommitment, leadership},
                                         {Indicator::AgenciesCommitment, "bervariasi"},
                                         {Indicator::BusinessCommitment, "bervariasi"},
                                         {Indicator::Participation, "bervariasi"}});
        EXPECT_EQ(derive(Dimension::System, area), place(Dimension::System, "sebagian"));
        EXPECT_EQ(derive(Dimension::Goals, area), place(Dimension::Goals, "sebagian"));
        EXPECT_EQ(derive(Dimension::Process, area), place(Dimension::Process, "bervariasi"));
        EXPECT_EQ(derive(Dimension::Effect, area), std::nullopt);
    }
}

TEST(Derive, GivesTheBestRatingsWhereAllIsAtItsBest) {
    Indicators best;
    for (std::size_t i = 0; i < kIndicatorCount; ++i) best.set(static_cast<Indicator>(i), 0);
    for (const auto dimension : kDimensions) EXPECT_EQ(derive(dimension, best), 0U);
}

TEST(Derive, GoalsAreNotAgreedWhereFewUnderstandThemAndNoneWhereThereAreNone) {
    EXPECT_EQ(derive(Dimension::Goals,
                     indicators_of({{Indicator::GoalsUnderstood, "sedikit"}, {Indicator::GoalsAgreed, "semua"}})),
              place(Dimension::Goals, "tidak_disepakati"));
    EXPECT_EQ(derive(Dimension::Goals, indicators_of({{Indicator::GoalsAgreed, "tidak_ada"}})),
              place(Dimension::Goals, "tidak_ada"));
}

TEST(Derive, UsesMissingIndicatorsOnlyWhereTheyChangeNothing) {
    EXPECT_EQ(derive(Dimension::System, indicators_of({{Indicator::Clusters, "sebagian"}})), 1U);
    EXPECT_EQ(derive(Dimension::System, indicators_of({{Indicator::Clusters, "semua"}})), std::nullopt);
    EXPECT_EQ(derive(Dimension::System, {}), std::nullopt);
    EXPECT_EQ(derive(Dimension::Process, indicators_of({{Indicator::LeadershipCommitment, "tinggi"},
                                                        {Indicator::Participation, "kurang"}})),
              place(Dimension::Process, "bervariasi"));
    EXPECT_EQ(derive(Dimension::Process, indicators_of({{Indicator::LeadershipCommitment, "tinggi"}})), std::nullopt);
}

TEST(Derive, ProcessIsLowWhereAllAreLowOrNone) {
    const auto low = indicators_of({{Indicator::LeadershipCommitment, "kurang"},
                                    {Indicator::AgenciesCommitment, "tidak_ada"},
                                    {Indicator::BusinessCommitment, "kurang"},
                                    {Indicator::Participation, "kurang"}});
    EXPECT_EQ(derive(Dimension::Process, low), place(Dimension::Process, "kurang"));
}

TEST(Derive, EffectIsWhatThreeOfFourShare) {
    auto effects = indicators_of({{Indicator::ResourcesEffect, "tetap"},
                                  {Indicator::BusinessEffect, "tetap"},
                                  {Indicator::OutcomesEffect, "tetap"}});
    EXPECT_EQ(derive(Dimension::Effect, effects), place(Dimension::Effect, "tetap"));
    effects.set(Indicator::PoorReachEffect, 0);
    EXPECT_EQ(derive(Dimension::Effect, effects), place(Dimension::Effect, "tetap"));
    effects.set(Indicator::OutcomesEffect, 1);
    EXPECT_EQ(derive(Dimension::Effect, effects), std::nullopt);
}

TEST(Participation, IsReadFromTheRungsOfTheLadder) {
    EXPECT_EQ(participation_of({Rung::PlanningTogether}), Process::High);
    EXPECT_EQ(participation_of({Rung::Control, Rung::None}), Process::Varied);
    EXPECT_EQ(participation_of({Rung::Advising, Rung::None}), Process::Low);
    EXPECT_EQ(participation_of({Rung::None}), Process::None);
    EXPECT_EQ(participation_of({}), std::nullopt);
    EXPECT_EQ(participation_of({Rung::Advising}, Rung::Advising), Process::High);
}

TEST(Ladder, HasSixRungsByNameAndNumber) {
    EXPECT_EQ(ladder_scale().ratings.size(), 6U);
    EXPECT_EQ(find_rating(ladder_scale(), "6"), static_cast<std::size_t>(Rung::Control));
    EXPECT_EQ(find_rating(ladder_scale(), "Memiliki kontrol/mendelegasikan"), static_cast<std::size_t>(Rung::Control));
    EXPECT_EQ(find_rating(ladder_scale(), "nihil"), static_cast<std::size_t>(Rung::None));
}

TEST(IndicatorScales, MeanOneRatingByEachWord) {
    for (std::size_t i = 0; i < kIndicatorCount; ++i) {
        const auto& scale = indicator_scale(static_cast<Indicator>(i));
        for (std::size_t place = 0; place < scale.ratings.size(); ++place) {
            EXPECT_EQ(find_rating(scale, scale.ratings[place].code), place);
            EXPECT_EQ(find_rating(scale, scale.ratings[place].label.english), place);
            EXPECT_EQ(find_rating(scale, scale.ratings[place].label.indonesian), place);
        }
    }
}

}  // namespace
}  // namespace desakota::planning
