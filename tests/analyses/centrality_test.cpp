#include "engine/analyses/centrality.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>

#include "tests/support/for_each_seed.h"
#include "tests/support/random.h"

namespace desakota::analyses {
namespace {

using hinterland::CentreFacility;
using hinterland::HealthCareRule;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

/// Three centres; the third one's market does not function, and of its office nothing is known.
CentreFacilities three_centres() {
    CentreFacilities facilities;
    facilities.tells_services = true;
    facilities.kinds = {{"Kantor", 3, 3}, {"Pasar harian", 3, 2}, {"Puskesmas", 1, 1}, {"Pustu", 1, 0}, {"SMP", 4, 4}};
    facilities.counts = {1, 1, 1, 0, 1,   // complete
                         1, 1, 0, 0, 2,   // no health care
                         1, 0, 0, 0, 1};  // neither health care nor market
    facilities.of_centre = {{{CentreFacility::PublicServices, true},
                             {CentreFacility::DailyMarket, true},
                             {CentreFacility::HealthCentre, true},
                             {CentreFacility::JuniorHighSchool, true}},
                            {{CentreFacility::PublicServices, true},
                             {CentreFacility::DailyMarket, true},
                             {CentreFacility::JuniorHighSchool, true}},
                            {{CentreFacility::PublicServices, std::nullopt},
                             {CentreFacility::DailyMarket, false},
                             {CentreFacility::SubHealthCentre, true},
                             {CentreFacility::JuniorHighSchool, true}}};
    return facilities;
}

layers::Layer columns_of(const Centrality& centrality, core::Language language = core::Language::English) {
    layers::Layer layer;
    add_centrality_columns(layer, centrality, language);
    return layer;
}

TEST(CentralityColumns, AreThoseThatAreDeclared) {
    const auto layer = columns_of(centrality_of(three_centres(), 3));
    const auto declared = centrality_columns();
    ASSERT_EQ(layer.columns.size(), declared.size());
    for (std::size_t i = 0; i < declared.size(); ++i) {
        EXPECT_EQ(layer.columns[i].definition(), declared[i]);
        EXPECT_EQ(layer.columns[i].size(), 3U) << declared[i].name;
    }
}

TEST(CentralityColumns, RankCentresByTheirKinds) {
    const auto layer = columns_of(centrality_of(three_centres(), 3));
    EXPECT_EQ(layer.find("facility_kinds")->whole_number(0), 4);
    EXPECT_EQ(layer.find("facility_kinds")->whole_number(2), 2);
    EXPECT_EQ(layer.find("scalogram_rank")->whole_number(0), 1);
    EXPECT_EQ(layer.find("scalogram_rank")->whole_number(1), 2);
    EXPECT_EQ(layer.find("scalogram_rank")->whole_number(2), 3);
    EXPECT_EQ(layer.find("scalogram_errors")->whole_number(0), 0);
    // 100/3 of an office, 100/2 of a market, 100 of the only health centre, 100/4 of a school
    EXPECT_NEAR(*layer.find("marshall_index")->number(0), 100.0 / 3 + 50 + 100 + 25, 1e-9);
}

TEST(CentralityColumns, ShareARankAmongCentresOfAsManyKinds) {
    auto facilities = three_centres();
    facilities.counts = {1, 1, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 0};
    const auto layer = columns_of(centrality_of(facilities, 3));
    EXPECT_EQ(layer.find("scalogram_rank")->whole_number(0), 1);
    EXPECT_EQ(layer.find("scalogram_rank")->whole_number(1), 1);
    EXPECT_EQ(layer.find("scalogram_rank")->whole_number(2), 3);
}

TEST(CentralityColumns, TellWhatIsMissingAndWhatStandsEmpty) {
    const auto layer = columns_of(centrality_of(three_centres(), 3));
    EXPECT_EQ(layer.find("complete")->whole_number(0), 1);
    EXPECT_TRUE(layer.find("services_missing")->is_missing(0));
    EXPECT_EQ(layer.find("services_present")->whole_number(2), 2);
    EXPECT_EQ(layer.find("services_missing")->text(2),
              "health care of the level of a health centre (puskesmas); daily market (there, not functioning)");
    EXPECT_EQ(layer.find("complete")->whole_number(2), 0);
    EXPECT_EQ(layer.find("completeness_unsure")->whole_number(2), 1);
    EXPECT_EQ(layer.find("completeness_unsure")->whole_number(1), 0);
    const auto indonesian = columns_of(centrality_of(three_centres(), 3), core::Language::Indonesian);
    EXPECT_THAT(std::string(*indonesian.find("services_missing")->text(2)),
                HasSubstr("; pasar harian (ada, tidak berfungsi)"));
}

TEST(CentralityColumns, LetASubHealthCentreSufficeWhereTheRuleSaysSo) {
    auto facilities = three_centres();
    facilities.health_care = HealthCareRule::SubHealthCentreSuffices;
    EXPECT_EQ(columns_of(centrality_of(facilities, 3)).find("services_present")->whole_number(2), 3);
}

TEST(CentralityColumns, LeaveCompletenessOpenWhereFacilitiesDoNotTell) {
    auto facilities = three_centres();
    facilities.tells_services = false;
    const auto centrality = centrality_of(facilities, 3);
    const auto layer = columns_of(centrality);
    for (const auto* name : {"services_present", "services_missing", "complete", "completeness_unsure"}) {
        EXPECT_TRUE(layer.find(name)->is_missing(0)) << name;
    }
    Results results;
    add_centrality_figures(results, centrality);
    EXPECT_THAT(results.figures, SizeIs(3));
    EXPECT_THAT(results.summary, SizeIs(1));
}

TEST(CentralityIndex, SumsToAHundredForEachKindThatFunctionsSomewhere) {
    test_support::for_each_seed(50, [](test_support::Random& random) {
        CentreFacilities facilities;
        const auto centres = 1 + random.below(12);
        const auto kinds = 1 + random.below(8);
        facilities.kinds.resize(kinds);
        for (std::size_t i = 0; i < centres * kinds; ++i) {
            facilities.counts.push_back(random.chance(0.4) ? static_cast<double>(random.below(5)) : 0.0);
        }
        facilities.of_centre.resize(centres);
        const auto centrality = centrality_of(facilities, centres);
        const auto& of_place = centrality.marshall.of_place;
        ASSERT_EQ(of_place.size(), centres);
        const auto found =
            std::ranges::count_if(centrality.column_of_kind, [](const auto& one) { return one.has_value(); });
        EXPECT_NEAR(std::accumulate(of_place.begin(), of_place.end(), 0.0), 100.0 * static_cast<double>(found), 1e-9);
    });
}

TEST(FacilitiesTable, HasARowForEachKind) {
    const auto table = make_facilities_table(centrality_of(three_centres(), 3));
    const auto declared = declare_facilities_table();
    EXPECT_EQ(declared.name, "hinterland_interaction_facilities");
    ASSERT_EQ(table.row_count, 5U);
    ASSERT_EQ(table.columns.size(), declared.columns.size());
    for (std::size_t i = 0; i < declared.columns.size(); ++i)
        EXPECT_EQ(table.columns[i].definition(), declared.columns[i]);
    EXPECT_EQ(table.find("kind")->text(1), "Pasar harian");
    EXPECT_EQ(table.find("facilities")->number(1), 3);
    EXPECT_EQ(table.find("functioning")->number(1), 2);
    EXPECT_EQ(table.find("centres_with")->whole_number(1), 2);
    EXPECT_EQ(table.find("marshall_weight")->number(1), 50);
    EXPECT_EQ(table.find("scalogram_order")->whole_number(1), 3) << "after offices and schools";
    EXPECT_EQ(table.find("centres_with")->whole_number(3), 0);
    EXPECT_TRUE(table.find("marshall_weight")->is_missing(3)) << "none functions";
    EXPECT_TRUE(table.find("scalogram_order")->is_missing(3));
}

TEST(CentralityFigures, TellTheCoefficientsAndHowManyCentresAreComplete) {
    Results results;
    add_centrality_figures(results, centrality_of(three_centres(), 3));
    ASSERT_EQ(results.figures.size(), 4U);
    EXPECT_EQ(results.figures[0].name, "scalogram_reproducibility");
    EXPECT_EQ(results.figures[0].value, 1.0);
    EXPECT_EQ(results.figures[3].name, "centres_complete");
    EXPECT_EQ(results.figures[3].value, 1.0);
    ASSERT_EQ(results.summary.size(), 2U);
    EXPECT_EQ(results.summary[0].english,
              "The facilities form a scale: reproducibility 1.00 (asked: 0.90 or more), "
              "scalability 1.00 (0.60 or more).");
    EXPECT_EQ(results.summary[1].english,
              "1 of 3 centres have all four services that the centre of an SKP must have; most often missing: health "
              "care of the level of a health centre (puskesmas) (2); for 1 of them it is not known whether what is "
              "there functions.");
}

TEST(CentralityFigures, SayWhereFacilitiesFormNoScale) {
    auto facilities = three_centres();
    facilities.counts = {1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0};
    Results results;
    add_centrality_figures(results, centrality_of(facilities, 3));
    EXPECT_THAT(results.summary[0].english, HasSubstr("form no scale, so that ranks by the scalogram mean little"));
}

TEST(CentralityFigures, SayNothingOfAScaleOfOneKind) {
    CentreFacilities facilities;
    facilities.kinds = {{"smp", 2, std::nullopt}};
    facilities.counts = {1, 1};
    facilities.of_centre.resize(2);
    Results results;
    add_centrality_figures(results, centrality_of(facilities, 2));
    EXPECT_EQ(results.figures[0].value, std::nullopt);
    EXPECT_THAT(results.summary, SizeIs(0));
}

}  // namespace
}  // namespace desakota::analyses
