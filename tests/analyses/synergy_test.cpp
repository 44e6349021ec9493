#include "engine/analyses/synergy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

#include "tests/analyses/mini_run.h"
#include "tests/support/synergy_areas.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A run over areas of which only the four ratings are known.
struct SynergyRun : MiniRun {
    SynergyRun() : MiniRun(describe_synergy()) {}

    /// Each area: name, sistem, tujuan, proses, efek.
    explicit SynergyRun(const std::vector<std::array<std::string, 5>>& areas) : SynergyRun() {
        add("areas", table(areas));
        find_all();
    }

    static LayerMaker table(const std::vector<std::array<std::string, 5>>& areas) {
        LayerMaker maker("areas.csv");
        for (std::size_t i = 0; i < areas.size(); ++i) maker.nothing();
        constexpr std::array kNames{"nama", "sistem", "tujuan", "proses", "efek"};
        for (std::size_t column = 0; column < kNames.size(); ++column) {
            std::vector<std::string> values;
            for (const auto& area : areas) values.push_back(area[column]);
            maker.texts(kNames[column], values);
        }
        return maker;
    }

    /// Every field by its usual names, as a front end finds them.
    void find_all() {
        const auto& layer = arguments.layers.at("areas").front();
        for (const auto& parameter : analysis.parameters) {
            for (const auto& usual : parameter.usual_names) {
                if (layer.find(usual) == nullptr || arguments.fields.contains(parameter.name)) continue;
                find(parameter.name, usual);
            }
        }
    }
};

/// The paper's two areas with the columns that `keeps` takes.
struct SampleRun : SynergyRun {
    template <class Keeps>
    explicit SampleRun(Keeps keeps) {
        auto areas = test_support::make_synergy_areas();
        areas.source = "synergy_areas.csv";
        std::erase_if(areas.columns, [&](const layers::Column& column) { return !keeps(column.name()); });
        arguments.layers["areas"].push_back(std::move(areas));
        find_all();
    }
};

TEST(Synergy, FindsTelangFragmentedAndBatuBetumpangLessSynergistic) {
    SampleRun run([](const std::string& /*name*/) { return true; });
    const auto results = run.run();
    const auto& areas = layer_of(results, "synergy");
    EXPECT_THAT(values_of(areas, "area_name"), ElementsAre("Telang", "Batu Betumpang"));
    EXPECT_THAT(values_of(areas, "category"), ElementsAre("fragmented", "less_synergistic"));
    EXPECT_THAT(values_of(areas, "rule"), ElementsAre("5", "6"));
    EXPECT_THAT(values_of(areas, "status"), ElementsAre("assessed", "assessed"));
    EXPECT_THAT(values_of(areas, "derived"), ElementsAre("-", "-"));
    EXPECT_THAT(values_of(areas, "next_category"), ElementsAre("less_synergistic", "synergism"));
    EXPECT_THAT(values_of(areas, "lift_steps"), ElementsAre("1", "4"));
    EXPECT_EQ(values_of(areas, "what_would_lift")[0], "Less synergistic with: system from \"none\" to \"partial\".");
    EXPECT_EQ(values_of(areas, "reason")[0],
              "Fragmented (rule 5). They work together and welfare has risen, but without a system.");
    EXPECT_THAT(run.warnings(), IsEmpty());
    EXPECT_EQ(results.summary[0].english, "Areas: Less synergistic 1 (Batu Betumpang); Fragmented 1 (Telang).");
    EXPECT_EQ(figure(results, "areas_fragmented"), 1.0);
    EXPECT_EQ(figure(results, "areas_synergism"), 0.0);
}

TEST(Synergy, SpeaksIndonesian) {
    SampleRun run([](const std::string& name) { return !name.starts_with("faktor"); });
    const auto results = run.run(core::Language::Indonesian);
    const auto& areas = layer_of(results, "synergy");
    EXPECT_EQ(values_of(areas, "reason")[0],
              "Terfragmentasi (aturan 5). Ada kolaborasi dan kesejahteraan meningkat, tetapi tidak tersistem.");
    EXPECT_EQ(values_of(areas, "what_would_lift")[0],
              "Kurang sinergis bila: sistem dari \"tidak tersistem\" menjadi \"sebagian\".");
    EXPECT_EQ(values_of(layer_of(results, "synergy_factors"), "factor_name")[0], "perencanaan kolaboratif");
    EXPECT_EQ(results.summary[0].indonesian, "Kawasan: Kurang sinergis 1 (Batu Betumpang); Terfragmentasi 1 (Telang).");
    EXPECT_EQ(results.summary.size(), 1U);
}

TEST(Synergy, DerivesThePapersRatingsFromItsIndicators) {
    const std::set<std::string> rated{"sistem", "tujuan", "proses", "efek"};
    SampleRun run([&](const std::string& name) { return !rated.contains(name); });
    const auto results = run.run();
    const auto& areas = layer_of(results, "synergy");
    EXPECT_THAT(values_of(areas, "category"), ElementsAre("fragmented", "less_synergistic"));
    EXPECT_THAT(values_of(areas, "goals"), ElementsAre("tidak_disepakati", "sebagian"));
    EXPECT_THAT(values_of(areas, "derived"), testing::Each("system, goals, process, effect"));
    EXPECT_THAT(values_of(areas, "reason")[0],
                HasSubstr(" Derived from indicators: system, common goals, process of collaboration, effect on "
                          "welfare."));
}

TEST(Synergy, ListsTheFactorsOfEachArea) {
    SampleRun run([](const std::string& /*name*/) { return true; });
    const auto results = run.run();
    const auto& factors = layer_of(results, "synergy_factors");
    ASSERT_EQ(factors.row_count, 34U);
    EXPECT_EQ(values_of(factors, "factor")[6], "kepercayaan");
    EXPECT_EQ(values_of(factors, "role")[6], "driver");
    EXPECT_EQ(values_of(factors, "role")[6 + 17], "both");
    EXPECT_EQ(values_of(factors, "trigger")[10], "true");
    EXPECT_EQ(values_of(factors, "influence")[10], "root_cause");
    EXPECT_EQ(values_of(factors, "area_name")[17], "Batu Betumpang");
    const auto& areas = layer_of(results, "synergy");
    EXPECT_THAT(values_of(areas, "drivers"), ElementsAre("9", "14"));
    EXPECT_THAT(values_of(areas, "obstacles"), ElementsAre("16", "17"));
    EXPECT_THAT(values_of(areas, "obstacle_triggers"), ElementsAre("7", "7"));
    EXPECT_THAT(results.summary[1].english, HasSubstr("collaborative capability (2)"));
}

TEST(Synergy, CallsFactorsThatNobodyRatedMissing) {
    SynergyRun run({{"A", "tidak", "semua", "tinggi", "menurun"}});
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "synergy_factors"), "role"), testing::Each("missing"));
    EXPECT_THAT(values_of(layer_of(results, "synergy"), "obstacles"), ElementsAre("-"));
}

TEST(Synergy, NamesWhatIsMissing) {
    SynergyRun run({{"A", "", "semua", "tinggi", "na"},
                    {"B", "sebagian", "", "tinggi", "meningkat_tak_optimal"},
                    {"C", "tidak", "tidak_ada", "tidak_ada", ""},
                    {"D", "komprehensif", "semua", "tinggi", "sangat_meningkat"}});
    const auto areas = layer_of(run.run(), "synergy");
    EXPECT_THAT(values_of(areas, "status"), ElementsAre("not_assessable", "assessed", "assessed", "assessed"));
    EXPECT_THAT(values_of(areas, "category"), ElementsAre("-", "less_synergistic", "sectoral", "synergism"));
    const auto reasons = values_of(areas, "reason");
    EXPECT_EQ(reasons[0], "Cannot be assessed yet; not rated: system, effect on welfare.");
    EXPECT_THAT(reasons[1], HasSubstr("Not rated, and not needed for this category: common goals."));
    const auto lifts = values_of(areas, "what_would_lift");
    EXPECT_EQ(lifts[0], "Rate first: system, effect on welfare.");
    EXPECT_THAT(lifts[1], HasSubstr("common goals (not rated so far) \"agreed and understood by all\""));
    EXPECT_THAT(lifts[2], HasSubstr("; or "));
    EXPECT_EQ(lifts[3], "Nothing: this is the best category.");
    SynergyRun again({{"A", "", "semua", "tinggi", "na"}});
    EXPECT_EQ(values_of(layer_of(again.run(core::Language::Indonesian), "synergy"), "reason")[0],
              "Belum dapat dinilai; penilaian yang kurang: sistem, efek pada kesejahteraan.");
}

TEST(Synergy, NamesTheFirstAreasOfACategory) {
    SynergyRun run(std::vector<std::array<std::string, 5>>(7, {"", "", "semua", "tinggi", "menurun"}));
    EXPECT_EQ(run.run().summary[0].english, "Areas: Antagonistic 7 (1, 2, 3, 4, 5 and 2 more).");
}

TEST(Synergy, TakesWordsOfEitherLanguage) {
    SynergyRun run({{"A", "  Comprehensive", "AGREED and understood by all", "High ", "Sangat  Meningkat"}});
    EXPECT_THAT(values_of(layer_of(run.run(), "synergy"), "category"), ElementsAre("synergism"));
}

TEST(Synergy, RefusesARatingThatIsNotInTheList) {
    SynergyRun run({{"Telang", "lumayan", "semua", "tinggi", "tetap"}, {"B", "tidak", "?", "tinggi", "tetap"}});
    const auto [status, said] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_THAT(said, HasSubstr("areas.csv, fid 1 \"Telang\": system is \"lumayan\", which is no rating of it. Write "
                                "one of: komprehensif (comprehensive), sebagian (partial), tidak (none); or leave it "
                                "empty."));
    EXPECT_THAT(said, HasSubstr("fid 2 \"B\": common goals is \"?\""));
}

TEST(Synergy, RefusesAnUnknownRoleOfAFactor) {
    auto maker = SynergyRun::table({{"A", "tidak", "semua", "tinggi", "tetap"}});
    SynergyRun run;
    run.add("areas", maker.texts("faktor_regulasi", {"mungkin"}));
    run.find_all();
    EXPECT_THAT(run.failure().second, HasSubstr("the factor regulation is \"mungkin\", which is no rating of it. Write "
                                                "one of: pendorong (driver), keduanya (both)"));
}

TEST(Synergy, ReadsTheLadderOfParticipation) {
    auto maker = SynergyRun::table({{"A", "sebagian", "semua", "", "tetap"}, {"B", "sebagian", "semua", "", "tetap"}});
    SynergyRun run;
    for (const auto* name : {"komitmen_pimpinan", "komitmen_skpd", "komitmen_badan_usaha"}) {
        maker.texts(name, {"tinggi", "tinggi"});
    }
    run.add("areas", maker.texts("tangga_partisipasi", {"Menasihati; 5", "memiliki kontrol/mendelegasikan"}));
    run.find_all();
    run.arguments.texts["high-participation-from"] = "merencanakan_bersama";
    EXPECT_THAT(values_of(layer_of(run.run(), "synergy"), "process"), ElementsAre("bervariasi", "tinggi"));
    run.arguments.texts["high-participation-from"] = "menasihati";
    EXPECT_THAT(values_of(layer_of(run.run(), "synergy"), "process"), ElementsAre("tinggi", "tinggi"));
}

TEST(Synergy, RefusesAnUnknownRung) {
    auto maker = SynergyRun::table({{"A", "sebagian", "semua", "tinggi", "tetap"}});
    SynergyRun run;
    run.add("areas", maker.texts("partisipasi", {"nihil; ikut"}));
    run.find_all();
    EXPECT_THAT(run.failure().second,
                testing::AllOf(HasSubstr("participation of the community is \"nihil; ikut\""),
                               HasSubstr("or rungs of the ladder, parted by semicolons: memiliki_kontrol")));
}

TEST(Synergy, WarnsWhereARatingIsNotWhatItsIndicatorsGive) {
    auto maker = SynergyRun::table({{"Telang", "sebagian", "semua", "tinggi", "tetap"}});
    SynergyRun run;
    run.add("areas", maker.texts("klaster", {"tidak"}).texts("sistem_tertulis", {"tidak"}));
    run.find_all();
    EXPECT_THAT(values_of(layer_of(run.run(), "synergy"), "system"), ElementsAre("sebagian"));
    EXPECT_THAT(run.warnings(), ElementsAre("areas.csv: the rating of the system is not what its indicators give; the "
                                            "rating holds: fid 1 \"Telang\"."));
}

TEST(Synergy, WarnsOfADimensionWithoutAField) {
    SynergyRun run({{"A", "sebagian", "semua", "tinggi", "tetap"}});
    run.arguments.fields.erase("process-field");
    static_cast<void>(run.run());
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("no field rates the process of collaboration; areas whose "
                                                      "category depends on it cannot be assessed. Name the field with "
                                                      "--process-field.")));
}

TEST(Synergy, RefusesATableWithoutAnyRating) {
    SynergyRun run;
    LayerMaker maker("areas.csv");
    run.add("areas", maker.nothing().texts("nama", {"A"}));
    const auto [status, said] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_THAT(said, HasSubstr("areas.csv: no field rates the collaboration. Name the fields with --system-field"));
}

TEST(Synergy, RefusesATableWithoutAreas) {
    SynergyRun run(std::vector<std::array<std::string, 5>>{});
    const auto [status, said] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_THAT(said, HasSubstr("areas.csv: the layer holds no areas."));
}

TEST(Synergy, RefusesAnAssumptionOnParticipationThatNothingUses) {
    SynergyRun run({{"A", "sebagian", "semua", "tinggi", "tetap"}});
    run.give("high-participation-from", "menasihati");
    const auto [status, said] = run.failure();
    EXPECT_EQ(status, core::ExitStatus::WrongUsage);
    EXPECT_THAT(said, HasSubstr("--high-participation-from has no effect without --participation-field"));
}

TEST(Synergy, KeepsTheGeometryAndOrderOfTheAreas) {
    SynergyRun run;
    LayerMaker maker("areas.gpkg");
    maker.ring({{105, -2}, {106, -2}, {106, -1}, {105, -2}}).nothing();
    maker.texts("kode", {"2", "1"}).texts("efek", {"menurun", "tetap"});
    run.add("areas", maker);
    run.arguments.layers["areas"].front().geometry_type = geo::GeometryType::Polygon;
    run.find_all();
    const auto areas = layer_of(run.run(), "synergy");
    EXPECT_THAT(values_of(areas, "area_id"), ElementsAre("2", "1"));
    EXPECT_THAT(values_of(areas, "category"), ElementsAre("antagonistic", "additive"));
    EXPECT_EQ(areas.geometry_type, geo::GeometryType::Polygon);
    EXPECT_EQ(areas.geometry.part_count(), 1U);
    ASSERT_EQ(areas.styles.size(), 1U);
    EXPECT_THAT(areas.styles[0].qml, HasSubstr("Cannot be assessed yet"));
}

TEST(Synergy, GivesTheColumnsThatItDeclares) {
    SynergyRun run({{"A", "sebagian", "semua", "tinggi", "tetap"}});
    const auto results = run.run();
    ASSERT_EQ(results.layers.size(), run.analysis.outputs.size());
    for (std::size_t i = 0; i < results.layers.size(); ++i) {
        EXPECT_EQ(results.layers[i].name, run.analysis.outputs[i].name);
        EXPECT_EQ(names_of(results.layers[i].columns), names_of(run.analysis.outputs[i].columns));
    }
}

}  // namespace
}  // namespace desakota::analyses
