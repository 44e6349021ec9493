#include "engine/study/report_content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/study/small_study.h"

#include "engine/study/report_methods.h"
#include "engine/study/report_parameters.h"
#include "engine/study/settlement_rows.h"

namespace desakota::study {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> ids_of(const report::Report& report) {
    std::vector<std::string> ids;
    for (const auto& index : report.indexes) ids.push_back(index.id);
    return ids;
}

TEST(StudySettlements, AreThoseOfTheStudysLayerWithTheRunsNames) {
    const auto results = small_results();
    const auto settlements = study_settlements({}, results);
    EXPECT_THAT(settlements.ids, ElementsAre("1", "2", "3"));
    EXPECT_THAT(settlements.names, ElementsAre("A", "B", "C"));
    EXPECT_THAT(settlements.groups, ElementsAre("X", "X", ""));
    EXPECT_THAT(settlements.families, ElementsAre(100.0, 200.0, 300.0));
    EXPECT_EQ(settlements.layer, &results.inputs.at("settlements").front());
}

TEST(ReportContent, HasACardForEverySettlement) {
    const auto results = small_results();
    const auto report = report_of({}, results);
    ASSERT_EQ(report.settlements.size(), 3U);
    const auto& card = report.settlements[1];
    EXPECT_EQ(card.name, "B");
    EXPECT_EQ(card.group, "X");
    EXPECT_THAT(card.sentences.front().english, HasSubstr("Subject of health-access: 9 km to P."));
    const auto place = card.place.value_or(geo::Point{});
    EXPECT_NEAR(place.x, 101.5, 0.5);
    EXPECT_NEAR(place.y, 0.5, 0.5);
    const report::ShownFigure distance{{"total_m", "total_m"}, {"9.0 km", "9,0 km"}};
    EXPECT_THAT(card.figures, Contains(testing::AllOf(testing::Field(&report::ShownFigure::label, distance.label),
                                                      testing::Field(&report::ShownFigure::value, distance.value))));
}

TEST(ReportContent, BeginsACardsFiguresWithFamiliesAndPriority) {
    const auto report = report_of({}, small_results());
    const auto& figures = report.settlements[1].figures;
    ASSERT_GE(figures.size(), 2U);
    EXPECT_EQ(figures[0].label.indonesian, "Keluarga");
    EXPECT_EQ(figures[0].value.indonesian, "200");
    EXPECT_EQ(figures[1].label.english, "Priority");
    EXPECT_EQ(figures[1].value.english, "no. 2 of 2 (2 points)");
    EXPECT_EQ(figures[1].value.indonesian, "ke-2 dari 2 (2 poin)");
    for (const auto& figure : report.settlements[0].figures) EXPECT_NE(figure.label.english, "Priority");
}

/// A scheme of the study's own, under a raw name; the third settlement lacks an indicator.
RunResult index_run() {
    auto main = named_settlements("far_away");
    add_numbers(main, "score", {62.4, 10.0, 80.0});
    add_texts(main, "class", {"rather", "near", "rather"});
    add_numbers(main, "rank", {2.0, 1.0, 3.0});
    add_numbers(main, "coverage", {1.0, 1.0, 0.7});
    add_texts(main, "reason", {"Rests on all.", "Rests on all.", "Rests on 2 of 3."});
    auto run = run_of("composite-index", "far_away", {std::move(main)});
    maps::Style style;
    style.name = "index_class";
    style.title = {"Remoteness", "Keterpencilan"};
    maps::StyleClass rather;
    rather.label = {"rather remote", "agak terpencil"};
    rather.criteria = {maps::OneOf{"class", {"rather"}}};
    style.classes = {rather};
    run.results.styles["far_away"] = {style};
    run.results.summary = {{"Remoteness: 3 of 3.", "Keterpencilan: 3 dari 3."}};
    return run;
}

TEST(ReportContent, SaysScoreClassAndRankUnderTheSchemesTitle) {
    auto results = small_results();
    results.runs.push_back(index_run());
    const auto report = report_of({}, results);
    EXPECT_EQ(report.settlements[0].sentences.back().english,
              "Remoteness: score 62, rather remote (rank 2 of 3, 1 is best).");
    EXPECT_EQ(report.settlements[0].sentences.back().indonesian,
              "Keterpencilan: skor 62, agak terpencil (peringkat 2 dari 3, 1 terbaik).");
    EXPECT_THAT(report.settlements[0].figures,
                Contains(testing::AllOf(
                    testing::Field(&report::ShownFigure::label, core::Text{"Remoteness", "Keterpencilan"}),
                    testing::Field(&report::ShownFigure::value, core::Text{"rather remote", "agak terpencil"}))));
    EXPECT_THAT(report.settlements[2].sentences.back().english, HasSubstr("1 is best). Rests on 2 of 3."));
    EXPECT_EQ(report.findings.back().english, "Remoteness: 3 of 3.");
    EXPECT_EQ(report.indexes.back().title.english, "Remoteness");
    EXPECT_EQ(report.indexes.back().subject.english, "Subject of composite-index");
}

TEST(StudySettlements, NameTheRowWhereOnlySomeLackNames) {
    auto results = small_results();
    results.language = core::Language::Indonesian;
    auto& main = results.runs[0].results.layers[0];
    auto named = named_settlements("health_access");
    named.columns.pop_back();
    add_texts(named, "settlement_name", {"A", std::nullopt, "C"});
    main = named;
    EXPECT_THAT(study_settlements({}, results).names, ElementsAre("A", "(tanpa nama, baris 2)", "C"));
    named.columns.pop_back();
    add_texts(named, "settlement_name", {std::nullopt, std::nullopt, std::nullopt});
    main = named;
    EXPECT_THAT(study_settlements({}, results).names, ElementsAre("1", "2", "3"));
}

/// The health run under the seasons' names, and the same again in the wet season.
StudyResults two_seasons(double wet_families) {
    auto results = small_results();
    auto wet = health_run();
    const auto rename = [](RunResult& run, const std::string& season) {
        run.season = season;
        run.suffix = "_" + season;
        for (auto& layer : run.results.layers) layer.name += run.suffix;
    };
    layers::Layer summary;
    summary.name = "health_access_summary";
    add_texts(summary, "group_field", {"total"});
    add_numbers(summary, "families_beyond", {wet_families});
    wet.results.layers.back() = summary;
    rename(results.runs[0], "dry");
    rename(wet, "wet");
    results.runs.push_back(std::move(wet));
    return results;
}

TEST(ReportContent, GivesSeasonsALineOfTheirOwnOnlyWhereTheyDiffer) {
    const auto same = report_of({}, two_seasons(460.0)).findings;
    EXPECT_THAT(same[1].english, testing::EndsWith("More. In the wet season as many."));
    EXPECT_THAT(same[1].indonesian, testing::EndsWith("Pada musim hujan sama banyaknya."));
    const auto other = report_of({}, two_seasons(500.0)).findings;
    EXPECT_EQ(other.size(), same.size() + 1);
    EXPECT_THAT(other[2].english, HasSubstr("wet season: 500 (40 more)."));
}

TEST(ReportContent, PutsPovertyAndFoodBeforeOtherFindings) {
    auto results = small_results();
    const auto answering = [](const std::string& analysis) {
        auto run = run_of(analysis, analysis, {named_settlements(analysis)});
        run.results.summary = {{"Said.", "Disampaikan."}};
        return run;
    };
    for (const auto* analysis : {"match-names", "inequality", "food-security"}) {
        results.runs.push_back(answering(analysis));
    }
    const auto findings = report_of({}, results).findings;
    ASSERT_EQ(findings.size(), 5U);
    EXPECT_THAT(findings[2].english, HasSubstr("food-security"));
    EXPECT_THAT(findings[3].english, HasSubstr("inequality"));
    EXPECT_THAT(findings[4].english, HasSubstr("match-names"));
}

TEST(ReportContent, TitlesMapsByWhatTheyShowWithoutDoubling) {
    auto results = small_results();
    auto groups = named_settlements("health_access_by_nama_kec");
    add_texts(groups, "group_field", {"nama_kec", "nama_kec", "nama_kec"});
    add_numbers(groups, "share_beyond", {0.1, 0.2, 0.9});
    auto& health = results.runs[0].results;
    health.layers.push_back(groups);
    health.styles[groups.name] = {range_style("beyond", "share_beyond")};
    auto lines = named_settlements("health_access_lines");
    health.layers.push_back(lines);
    health.styles[lines.name] = {range_style("flow", "settlement_id")};
    const auto report = report_of({}, results);
    ASSERT_EQ(report.indexes.size(), 3U);
    EXPECT_EQ(report.indexes[1].title.indonesian, "Gaya beyond menurut nama kec");
    EXPECT_EQ(report.indexes[2].title.indonesian, "Lapisan health_access_lines");
}

TEST(ReportContent, LeavesWithheldFiguresOutOfCards) {
    const auto results = small_results();
    const auto report = report_of({}, results);
    for (const auto& figure : report.settlements[2].figures) {
        EXPECT_EQ(figure.label.english.find("poor_households_share"), std::string::npos);
    }
}

TEST(ReportContent, DrawsEveryStyleOnceAndKnowsWhichLayersAreTheSettlements) {
    auto results = small_results();
    auto other = named_settlements("health_access_legs");
    results.runs[0].results.layers.push_back(other);
    results.runs[0].results.styles["health_access_legs"] = {range_style("legs", "total_m")};
    auto lines = named_settlements("health_access_lines");
    lines.geometry_type = geo::GeometryType::Line;
    results.runs[0].results.layers.push_back(lines);
    auto blind = range_style("blind", "no_such_field");
    results.runs[0].results.styles["health_access_lines"] = {range_style("ways", "settlement_id"), blind};
    const auto report = report_of({}, results);
    EXPECT_THAT(ids_of(report), ElementsAre("health_access_distance", "health_access_lines_ways"));
    EXPECT_TRUE(report.indexes[0].is_by_settlement);
    EXPECT_FALSE(report.indexes[1].is_by_settlement);
    EXPECT_EQ(report.indexes[0].title.english, "Style distance");
    EXPECT_EQ(report.indexes[0].subject.indonesian, "Pokok health-access");
}

TEST(ReportContent, NamesTheSeasonWhereThereAreSeveral) {
    auto results = small_results();
    results.runs[0].season = "wet";
    results.runs[0].suffix = "_wet";
    for (auto& layer : results.runs[0].results.layers) layer.name += "_wet";
    results.runs[0].results.styles = {{"health_access_wet", {range_style("distance", "total_m")}}};
    const auto report = report_of({}, results);
    EXPECT_THAT(ids_of(report), ElementsAre("health_access_wet_distance"));
    EXPECT_EQ(report.indexes[0].season.indonesian, "Musim hujan");
}

TEST(ReportContent, BeginsItsFindingsWithThePriorities) {
    const auto results = small_results();
    const auto report = report_of({}, results);
    ASSERT_GE(report.findings.size(), 2U);
    EXPECT_THAT(report.findings[0].english, HasSubstr("2 of 3 settlements miss at least one policy threshold"));
    EXPECT_THAT(report.findings[0].english, HasSubstr("C (300 families concerned)"));
    EXPECT_EQ(report.findings[1].english, "Subject of health-access: 460 of 600 families. More.");
}

TEST(ReportContent, WritesEveryTextInBothLanguages) {
    const auto results = small_results();
    const auto report = report_of({}, results);
    auto texts = report.findings;
    texts.insert(texts.end(), report.limits.begin(), report.limits.end());
    for (const auto& chart : report.charts) texts.push_back(chart.description);
    for (const auto& method : report.methods) texts.push_back(method.what);
    texts.push_back(report.priorities.rule);
    EXPECT_THAT(texts, Each(testing::Field(&core::Text::english, testing::Ne(""))));
    EXPECT_THAT(texts, Each(testing::Field(&core::Text::indonesian, testing::Ne(""))));
}

TEST(ReportContent, TellsOfWithheldFigures) {
    const auto results = small_results();
    const auto report = report_of({}, results);
    EXPECT_THAT(report.limits,
                Contains(testing::Field(
                    &core::Text::english,
                    HasSubstr("the figures of 1 settlement are withheld, as they rest on fewer than 5 households"))));
}

TEST(ReportContent, HasNoTablesOfSingleHouseholds) {
    auto results = small_results();
    layers::Layer households;
    households.name = "poverty_households";
    add_numbers(households, "probability", {0.1});
    results.runs[1].results.layers.push_back(households);
    const auto report = report_of({}, results);
    for (const auto& table : report.tables) EXPECT_NE(table.id, "poverty_households");
    EXPECT_EQ(report.tables.size(), 4U);
}

TEST(ReportContent, NamesSourcesWithoutPasswords) {
    auto results = small_results();
    results.recorded_inputs.push_back({"settlements", "PG:dbname=a password=secret", "desa", "00ff", 3});
    Study study;
    StudyLayer layer;
    layer.name = "settlements";
    layer.dated = "2025";
    study.layers = {layer};
    const auto sources = report_sources(study, results);
    ASSERT_EQ(sources.size(), 1U);
    EXPECT_EQ(sources[0].source.find("secret"), std::string::npos);
    EXPECT_EQ(sources[0].dated, "2025");
}

TEST(ReportContent, DatesASourceByTheLayerThatHasIt) {
    auto results = small_results();
    results.recorded_inputs.push_back({"settlements", "../survei.gpkg", "", "00ff", 3});
    Study study;
    StudyLayer own;
    own.name = "settlements";
    own.sources = {"desa.gpkg"};
    own.dated = "2025";
    StudyLayer other;
    other.name = "survey";
    other.sources = {"survei.gpkg"};
    study.layers = {own, other};
    EXPECT_EQ(report_sources(study, results).front().dated, "");
}

TEST(RecordText, IsWrittenInTheCLocale) {
    EXPECT_EQ(record_text(io::RecordValue(1234.5)), "1234.5");
    EXPECT_EQ(record_text(io::RecordValue(true)), "true");
    EXPECT_EQ(record_text(io::RecordValue(std::vector<double>{1.0, 2.5})), "1, 2.5");
    EXPECT_EQ(record_text(io::RecordValue()), "");
}

TEST(ReportMethods, TellOfTwoSeasonsOnce) {
    auto results = two_seasons(460.0);
    results.runs.back().results.summary.push_back({"Only when wet.", "Hanya saat hujan."});
    const auto methods = report_methods(results);
    ASSERT_EQ(methods.size(), 2U);
    EXPECT_EQ(methods[0].season.indonesian, "Musim kemarau dan musim hujan");
    EXPECT_THAT(methods[0].answers,
                ElementsAre(core::Text{"460 of 600 families. More.", "460 dari 600 keluarga. Lagi."},
                            core::Text{"Wet season: Only when wet.", "Musim hujan: Hanya saat hujan."}));
    EXPECT_EQ(methods[1].season.english, "");
}

TEST(ReportMethods, NameNoOptionsAndNoColumns) {
    auto results = small_results();
    auto& messages = results.runs[0].messages;
    messages.push_back({core::Severity::Information, {"settlements: id from kode", "settlements: id dari kolom kode"}});
    messages.push_back(
        {core::Severity::Warning, {"Far. Name it with --id-field.", "Jauh. Sebutkan dengan --id-field."}});
    const auto report = report_of({}, results);
    EXPECT_THAT(report.methods[0].notes,
                ElementsAre(core::Text{"Far. Name it with “id field”.", "Jauh. Sebutkan dengan “id field”."}));
    EXPECT_THAT(report.limits, Contains(testing::Field(&core::Text::english, HasSubstr("with “id field”."))));
}

TEST(ChosenParameters, AreThoseOtherThanTheDefaults) {
    auto results = small_results();
    auto& run = results.runs[0];
    analyses::Analysis analysis;
    analysis.id = "health-access";
    const auto add = [&](const std::string& name, analyses::ParameterKind kind, const core::Text& title) {
        analyses::Parameter parameter;
        parameter.name = name;
        parameter.kind = kind;
        parameter.title = title;
        parameter.unit = kind == analyses::ParameterKind::Number ? "m" : "";
        if (kind == analyses::ParameterKind::Number) parameter.default_number = 5000.0;
        parameter.choices = {{"distance", {"distance", "jarak"}}, {"time", {"time", "waktu"}}};
        if (kind == analyses::ParameterKind::Choice) parameter.default_text = "distance";
        analysis.parameters.push_back(parameter);
    };
    add("threshold", analyses::ParameterKind::Number, {"Distance threshold", "Ambang jarak"});
    add("cost", analyses::ParameterKind::Choice, {"Way by", "Jalan menurut"});
    add("settlements", analyses::ParameterKind::Layer, {"Settlements", "Permukiman"});
    run.analysis = &analysis;
    run.parameters = {{"threshold", io::RecordValue(5000.0)},
                      {"cost", io::RecordValue(std::string("time"))},
                      {"settlements", io::RecordValue(std::string("desa.gpkg"))}};
    const auto parameters = chosen_parameters(results);
    ASSERT_EQ(parameters.size(), 1U);
    EXPECT_EQ(parameters[0].what.indonesian, "Jalan menurut");
    EXPECT_EQ(parameters[0].value.indonesian, "waktu");
    run.parameters[0].second = io::RecordValue(2500.5);
    EXPECT_EQ(chosen_parameters(results)[0].value, (core::Text{"2,500.5 m", "2.500,5 m"}));
}

TEST(ReportTables, KnowTheWordsOfTheirCodesAndWhichAreTheMainOnes) {
    const auto tables = report_tables(two_seasons(460.0));
    ASSERT_EQ(tables.size(), 6U);
    EXPECT_EQ(tables[0].words.at("status").at("not_connected").indonesian, "tidak tersambung");
    EXPECT_FALSE(tables[0].words.contains("settlement_name"));
    std::vector<bool> are_main;
    for (const auto& table : tables) are_main.push_back(table.is_main);
    EXPECT_THAT(are_main, ElementsAre(true, true, true, true, false, false));
}

TEST(ReportContent, OfNothingIsEmpty) {
    const auto report = report_of({}, {});
    EXPECT_TRUE(report.settlements.empty());
    EXPECT_TRUE(report.indexes.empty());
    EXPECT_TRUE(report.priorities.entries.empty());
}

}  // namespace
}  // namespace desakota::study
