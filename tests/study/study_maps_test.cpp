#include "engine/study/study_maps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/study/small_study.h"

#include "engine/study/report_content.h"
#include "engine/study/report_indexes.h"
#include "engine/study/settlement_rows.h"

namespace desakota::study {
namespace {

using maps::LayerRole;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// "none", "some" and, for what was not asked, a class of its own.
maps::Style gain_style() {
    auto style = range_style("gain", "gained");
    std::get<maps::Within>(style.classes[0].criteria.front()).at_most = 0.0;
    std::get<maps::Within>(style.classes[1].criteria.front()).above = 0.0;
    maps::StyleClass unasked;
    unasked.criteria = {maps::Missing{"gained"}};
    style.classes.push_back(unasked);
    return style;
}

std::vector<std::string> maps_of_gains(const std::vector<std::optional<double>>& gains) {
    StudyResults results;
    auto main = named_settlements("check");
    add_numbers(main, "gained", gains);
    results.runs.push_back(run_of("check-network", "check", {std::move(main)}));
    results.runs[0].results.styles["check"] = {gain_style()};
    std::vector<std::string> ids;
    for (const auto& index : report_indexes(results, study_settlements({}, results), {})) ids.push_back(index.id);
    return ids;
}

TEST(ReportIndexes, LeaveOutMapsThatWouldShowNothing) {
    EXPECT_THAT(maps_of_gains({0.0, std::nullopt, std::nullopt}), IsEmpty());
    EXPECT_THAT(maps_of_gains({0.0, std::nullopt, 2.0}), ElementsAre("check_gain"));
}

layers::Layer facilities() {
    layers::Layer layer;
    layer.name = "facilities";
    layer.crs = "EPSG:4326";
    layer.geometry_type = geo::GeometryType::Point;
    for (const double x : {100.2, 101.2, 102.2, 102.7}) {
        layer.geometry.add_part(geo::PartRole::Point, std::vector<geo::Point>{{x, 0.5}});
        layer.geometry.end_feature();
    }
    add_texts(layer, "nama", {"P", "Q", "R", "S"});
    add_texts(layer, "jenis", {"puskesmas", "puskesmas", "puskesmas", "polindes"});
    add_texts(layer, "status", {"berfungsi", "tidak berfungsi", std::nullopt, "berfungsi"});
    return layer;
}

StudyResults with_facilities() {
    auto results = small_results();
    results.inputs["facilities"].push_back(facilities());
    auto& run = results.runs[0];
    run.fields["facility-name-field"] = {{"nama"}};
    run.fields["facility-kind-field"] = {{"jenis"}};
    run.fields["facility-status-field"] = {{"status"}};
    add_texts(run.results.layers.front(), "facility_name", {"P", "P", "R"});
    return results;
}

TEST(ReportBackground, ShowsPuskesmasThatDoNotFunctionAmongTheOthers) {
    const auto results = with_facilities();
    const auto background = report_background(results, study_settlements({}, results));
    std::vector<report::Background> shown;
    for (const auto& layer : background) {
        if (layer.role == report::BackgroundRole::Facilities) shown.push_back(layer);
    }
    ASSERT_THAT(shown, SizeIs(2));
    const auto labels = [](const maps::DrawnLayer& drawn) {
        std::vector<std::string> texts;
        for (std::size_t row = 0; row < drawn.layer->row_count; ++row) {
            const auto place = maps::class_of(drawn.style, *drawn.layer, row);
            texts.push_back(place ? drawn.style.classes[*place].label.indonesian : "");
        }
        return texts;
    };
    EXPECT_THAT(labels(shown[0].drawn), ElementsAre("", "Puskesmas, tidak berfungsi", "", "Fasilitas kesehatan lain"));
    EXPECT_THAT(labels(shown[1].drawn), ElementsAre("Puskesmas", "", "Puskesmas", ""));
    // White is seen on every class.
    EXPECT_EQ(shown[1].drawn.style.classes.front().symbol.colour, maps::kWhite);
    EXPECT_FALSE(shown[0].drawn.style.names);
    EXPECT_TRUE(shown[1].drawn.style.names);
}

TEST(PrepareMaps, KnowsWhereTheWaysOfAMapLead) {
    auto results = with_facilities();
    auto groups = named_settlements("health_access_by_kec");
    add_texts(groups, "group_field", {"kec", "kec", "kec"});
    add_numbers(groups, "share_beyond", {0.1, 0.2, 0.9});
    results.runs[0].results.layers.push_back(groups);
    results.runs[0].results.styles[groups.name] = {range_style("beyond", "share_beyond")};
    results.runs[1].results.styles["poverty"] = {range_style("poor", "line_poor_households_share")};
    const auto report = report_of({}, results);
    core::SilentProgress progress;
    const auto maps = prepare_maps(report, core::Parallel{}, progress);
    ASSERT_EQ(report.indexes.size(), 3U);
    EXPECT_THAT(maps.destinations, ElementsAre(LayerRole::Facilities, LayerRole::Facilities, std::nullopt));
    // Those with names lie on top.
    EXPECT_TRUE(maps.bases.front().background.back().prepared.drawn.style.names);
}

}  // namespace
}  // namespace desakota::study
