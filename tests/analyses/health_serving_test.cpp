#include "engine/analyses/health_serving.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/mini_run.h"
#include "tests/analyses/random_layers.h"
#include "tests/support/cancel_at.h"

#include "engine/analyses/health_access.h"

namespace desakota::analyses {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A road of 30 km with Puskesmas Hulu at its start, Tengah at 10 km and Hilir, which does not function, at 20 km, and
/// a pustu at 14 km; settlements at 4, 7 and 12 km, as the test assigns them.
struct ServingRun : MiniRun {
    explicit ServingRun(const std::vector<std::string>& assigned) : MiniRun(describe_health_access()) {
        add("facilities", LayerMaker("faskes")
                              .points({metres(0)})
                              .points({metres(10000)})
                              .points({metres(20000)})
                              .points({metres(14000)})
                              .texts("kode", {"F1", "F2", "F3", "F4"})
                              .texts("nama", {"Puskesmas Hulu", "Puskesmas Tengah", "Puskesmas Hilir", "Pustu Muara"})
                              .texts("status", {"", "", "tidak berfungsi", ""}));
        find("facility-id-field", "kode");
        find("facility-name-field", "nama");
        find("facility-status-field", "status");
        add("roads", LayerMaker("jalan").line({metres(0), metres(30000)}));
        add("settlements", LayerMaker("desa")
                               .points({metres(4000)})
                               .points({metres(7000)})
                               .points({metres(12000)})
                               .texts("nama", {"A", "B", "C"})
                               .numbers("kk", {100, 200, 300})
                               .texts("wilker", assigned));
        find("name-field", "nama");
        find("families-field", "kk");
        name("serving-field", "wilker");
    }
};

TEST(HealthServing, StandsBesideTheNearest) {
    ServingRun run({"Puskesmas Hulu", "Puskesmas Hulu", "Puskesmas Tengah"});
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "shortest_m"), ElementsAre("4000", "3000", "2000"));
    EXPECT_THAT(values_of(layer, "serving_id"), ElementsAre("F1", "F1", "F2"));
    EXPECT_THAT(values_of(layer, "serving_name"), ElementsAre("Puskesmas Hulu", "Puskesmas Hulu", "Puskesmas Tengah"));
    EXPECT_THAT(values_of(layer, "serving_status"), Each("reached"));
    EXPECT_THAT(values_of(layer, "serving_m"), ElementsAre("4000", "7000", "2000"));
    EXPECT_THAT(values_of(layer, "serving_extra_m"), ElementsAre("0", "4000", "0"));
    EXPECT_THAT(values_of(layer, "serving_is_nearest"), ElementsAre("1", "0", "1"));
    EXPECT_THAT(values_of(layer, "serving_reason")[1], "7.0 km to Puskesmas Hulu: 7.0 km road.");
    EXPECT_THAT(values_of(layer, "families_not_nearest"), ElementsAre("0", "200", "0"));
    EXPECT_THAT(values_of(layer, "families_beyond_serving"), ElementsAre("0", "200", "0"));
    EXPECT_THAT(values_of(layer, "share_beyond_serving"), ElementsAre("0", "1", "0"));
    EXPECT_THAT(values_of(layer, "families_beyond"), Each("0"));
    EXPECT_THAT(run.warnings(), IsEmpty());
}

TEST(HealthServing, IsPooledAndToldInASentence) {
    ServingRun run({"Hulu", "Hulu", "Tengah"});
    const auto results = run.run();
    const auto& summary = layer_of(results, "health_access_summary");
    EXPECT_THAT(values_of(summary, "settlements_not_nearest"), ElementsAre("1"));
    EXPECT_THAT(values_of(summary, "families_not_nearest"), ElementsAre("200"));
    EXPECT_NEAR(*number_of(summary, "share_not_nearest", 0), 200.0 / 600.0, 1e-12);
    EXPECT_THAT(values_of(summary, "families_beyond_serving"), ElementsAre("200"));
    EXPECT_EQ(figure(results, "settlements_assigned"), 3.0);
    EXPECT_EQ(figure(results, "settlements_not_nearest"), 1.0);
    EXPECT_EQ(figure(results, "families_beyond_serving"), 200.0);
    EXPECT_EQ(results.summary.back().english,
              "Another facility is nearer than the assigned one for 1 of 3 settlements (200 families); 200 families "
              "live more than 5.0 km by road from the assigned one.");
    EXPECT_EQ(results.summary.back().indonesian,
              "Ada fasilitas yang lebih dekat daripada fasilitas wilayah kerjanya bagi 1 dari 3 permukiman (200 "
              "keluarga); 200 keluarga tinggal lebih dari 5,0 km lewat jalan dari fasilitas wilayah kerjanya.");
}

TEST(HealthServing, CountsSettlementsWhereFamiliesAreNotKnown) {
    ServingRun run({"Hulu", "Hulu", "Tengah"});
    run.arguments.fields.erase("families-field");
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "health_access_summary"), "settlements_not_nearest"), ElementsAre("1"));
    EXPECT_THAT(values_of(layer_of(results, "health_access_summary"), "families_not_nearest"), ElementsAre("-"));
    EXPECT_EQ(results.summary.back().english,
              "Another facility is nearer than the assigned one for 1 of 3 settlements.");
}

TEST(HealthServing, IsFoundByIdOrNameWithTheWordsForPuskesmasAside) {
    for (const auto* called :
         {"F1", "Puskesmas Hulu", "puskesmas  HULU ", "Pusk. Hulu", "Pusk.Hulu", "PKM Hulu", "PKM: Hulu", "Hulu",
          "UPTD Puskesmas Hulu", "UPT. Puskesmas Hulu", "Hu lu", "PUSKESMASHULU", "Pusk. HU LU"}) {
        ServingRun run({called, called, called});
        EXPECT_THAT(values_of(layer_of(run.run(), "health_access"), "serving_id"), Each("F1")) << called;
    }
}

TEST(HealthServing, KeepsWordsThatOnlyBeginAlike) {
    for (const auto* called : {"PKMHulu", "Puskesmas Pembantu Hulu", "Puskesmas"}) {
        ServingRun run({called, "Hulu", "Hulu"});
        EXPECT_THAT(values_of(layer_of(run.run(), "health_access"), "serving_status")[0], "not_found") << called;
    }
}

TEST(HealthServing, TellsOfFacilitiesThatTheLayerDoesNotHave) {
    ServingRun run({"Puskesmas Antah", "", "Tengah"});
    const auto& results = run.run(core::Language::Indonesian);
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "serving_status"), ElementsAre("not_found", "not_assigned", "reached"));
    EXPECT_THAT(values_of(layer, "serving_id"), ElementsAre("-", "-", "F2"));
    EXPECT_THAT(values_of(layer, "serving_m"), ElementsAre("-", "-", "2000"));
    EXPECT_THAT(values_of(layer, "serving_is_nearest"), ElementsAre("-", "-", "1"));
    EXPECT_THAT(values_of(layer, "share_beyond_serving"), ElementsAre("-", "-", "0"));
    EXPECT_THAT(values_of(layer, "serving_reason"),
                ElementsAre("Fasilitas wilayah kerjanya, Puskesmas Antah, tidak ada dalam lapisan fasilitas.",
                            "Permukiman ini tidak punya fasilitas wilayah kerja: kolomnya kosong.",
                            "2,0 km ke Puskesmas Tengah: 2,0 km jalan."));
    EXPECT_THAT(run.warnings(),
                ElementsAre("desa: 1 settlements name an assigned facility that the facilities layer does not have: "
                            "\"Puskesmas Antah\" (1). Nothing is known of their assigned facility. Write its id or its "
                            "name as it stands there."));
    EXPECT_NEAR(*figure(results, "share_not_nearest"), 0.0, 0.0);
}

TEST(HealthServing, ReadsNoneWhereTheFieldSaysSo) {
    for (const auto* none : {"-", "--", "...", "tidak ada", "Belum  Ada", "N/A", "n/a"}) {
        ServingRun run({none, "Hulu", "Tengah"});
        const auto results = run.run();
        const auto& layer = layer_of(results, "health_access");
        EXPECT_THAT(values_of(layer, "serving_status"), ElementsAre("not_assigned", "reached", "reached")) << none;
        EXPECT_EQ(values_of(layer, "serving_reason")[0],
                  std::string("No facility is assigned to this settlement: the field says \"") + none + "\".");
        EXPECT_THAT(run.warnings(), IsEmpty());
        EXPECT_EQ(figure(results, "settlements_assigned"), 2.0);
    }
    ServingRun indonesian({"-", "Hulu", "Tengah"});
    EXPECT_EQ(values_of(layer_of(indonesian.run(core::Language::Indonesian), "health_access"), "serving_reason")[0],
              "Permukiman ini tidak punya fasilitas wilayah kerja: kolomnya berisi \"-\".");
    EXPECT_THAT(ServingRun({"-", "-", ""}).failure().second, HasSubstr("of a facility (it names none)."));
}

TEST(HealthServing, TakesTheSpellingThatIsExactBeforeOneThatDiffersInBlanks) {
    const auto ids = [](const std::vector<std::string>& names, const std::string& called) {
        ServingRun run({called, "F1", "F1"});
        *run.arguments.layer("facilities") = LayerMaker("faskes")
                                                 .points({metres(0)})
                                                 .points({metres(10000)})
                                                 .points({metres(14000)})
                                                 .texts("kode", {"F1", "F2", "F3"})
                                                 .texts("nama", names)
                                                 .texts("status", {"", "", ""})
                                                 .make();
        const auto results = run.run();
        return values_of(layer_of(results, "health_access"), "serving_id")[0] + " " +
               values_of(layer_of(results, "health_access"), "serving_status")[0];
    };
    EXPECT_EQ(ids({"Puskesmas Hulu", "Puskesmas Mulyasari", "Puskesmas Lain"}, "MULYA SARI"), "F2 reached");
    EXPECT_EQ(ids({"Puskesmas Hulu", "Puskesmas Mulyasari", "Puskesmas Mulya Sari"}, "MULYA SARI"), "F3 reached");
    EXPECT_EQ(ids({"Puskesmas Hulu", "Puskesmas Mulyasari", "Puskesmas Mulya Sari"}, "Mul Ya Sari"), "- ambiguous");
}

TEST(HealthServing, TellsOfFacilitiesThatDoNotCount) {
    ServingRun run({"Hilir", "Pustu Muara", "Tengah"});
    const auto& results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "serving_status"), ElementsAre("not_counted", "not_counted", "reached"));
    EXPECT_THAT(values_of(layer, "serving_name"), ElementsAre("Puskesmas Hilir", "Pustu Muara", "Puskesmas Tengah"));
    EXPECT_THAT(values_of(layer, "serving_m"), ElementsAre("-", "-", "2000"));
    EXPECT_THAT(values_of(layer, "serving_reason")[0], "Puskesmas Hilir is assigned, which does not function.");
    EXPECT_THAT(values_of(layer, "serving_reason")[1],
                "Pustu Muara is assigned, which is of another kind than those that count.");
    EXPECT_THAT(run.warnings(),
                ElementsAre(HasSubstr("2 settlements name an assigned facility that does not count as puskesmas "
                                      "(another kind, not functioning, or without a location): \"Hilir\" (1), \"Pustu "
                                      "Muara\" (1). The way to it is not measured.")));
}

TEST(HealthServing, TellsOfNamesThatFacilitiesShare) {
    ServingRun run({"Baru", "F1", "Tengah"});
    *run.arguments.layer("facilities") = LayerMaker("faskes")
                                             .points({metres(0)})
                                             .points({metres(10000)})
                                             .points({metres(10000)})
                                             .nothing()
                                             .texts("kode", {"F1", "F2", "F3", "F4"})
                                             .texts("nama", {"Puskesmas Baru", "Tengah", "PKM Baru", "Tengah"})
                                             .texts("status", {"", "", "", ""})
                                             .make();
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "serving_status"), ElementsAre("ambiguous", "reached", "reached"));
    EXPECT_THAT(values_of(layer, "serving_id"), ElementsAre("-", "F1", "F2"));
    EXPECT_THAT(values_of(layer, "serving_reason")[0], "Several facilities are called Baru.");
    EXPECT_THAT(run.warnings(), Contains(HasSubstr("by a name that several facilities share: \"Baru\" (1).")));
}

TEST(HealthServing, RefusesAFieldThatNamesNoFacility) {
    ServingRun wrong({"Kecamatan X", "Kecamatan Y", ""});
    const auto [status, text] = wrong.failure();
    EXPECT_EQ(status, core::ExitStatus::UnfitInput);
    EXPECT_THAT(text, HasSubstr("no value of the field 'wilker' is the id or name of a facility: \"Kecamatan X\" (1), "
                                "\"Kecamatan Y\" (1). Name the field of the assigned facility with --serving-field."));
    EXPECT_THAT(ServingRun({"", "", ""}).failure().second, HasSubstr("of a facility (it names none)."));
}

TEST(HealthServing, CountsThoseWithoutAWayToTheAssignedAsBeyond) {
    ServingRun run({"Hulu", "Hulu", "Pulau"});
    *run.arguments.layer("facilities") = LayerMaker("faskes")
                                             .points({metres(0)})
                                             .points({metres(0, 20000)})
                                             .texts("kode", {"F1", "F2"})
                                             .texts("nama", {"Puskesmas Hulu", "Puskesmas Pulau"})
                                             .texts("status", {"", ""})
                                             .make();
    *run.arguments.layer("roads") =
        LayerMaker("jalan").line({metres(0), metres(30000)}).line({metres(0, 20000), metres(9000, 20000)}).make();
    run.give("cutoff", 6000.0);
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_THAT(values_of(layer, "serving_status"), ElementsAre("reached", "beyond_cutoff", "not_connected"));
    EXPECT_THAT(values_of(layer, "serving_is_nearest"), ElementsAre("1", "-", "-"));
    EXPECT_THAT(values_of(layer, "families_beyond_serving"), ElementsAre("0", "200", "300"));
    EXPECT_THAT(values_of(layer, "serving_reason")[2], HasSubstr("Not connected to Puskesmas Pulau: "));
}

TEST(HealthServing, DrawsLinesWhereAnotherIsNearer) {
    ServingRun run({"Hulu", "Hulu", "Pulau"});
    auto facilities = LayerMaker("faskes")
                          .points({metres(0)})
                          .points({metres(10000)})
                          .points({metres(0, 20000)})
                          .texts("kode", {"F1", "F2", "F3"})
                          .texts("nama", {"Puskesmas Hulu", "Puskesmas Tengah", "Puskesmas Pulau"})
                          .texts("status", {"", "", ""});
    *run.arguments.layer("facilities") = facilities.make();
    *run.arguments.layer("roads") =
        LayerMaker("jalan").line({metres(0), metres(30000)}).line({metres(0, 20000), metres(9000, 20000)}).make();
    const auto results = run.run();
    const auto& lines = layer_of(results, "health_access_serving");
    EXPECT_THAT(values_of(lines, "settlement_name"), ElementsAre("B", "C"));
    EXPECT_THAT(values_of(lines, "serving_id"), ElementsAre("F1", "F3"));
    EXPECT_THAT(values_of(lines, "serving_m"), ElementsAre("7000", "-"));
    EXPECT_THAT(values_of(lines, "shortest_m"), ElementsAre("3000", "2000"));
    EXPECT_THAT(values_of(lines, "serving_extra_m"), ElementsAre("4000", "-"));
    EXPECT_THAT(values_of(lines, "families"), ElementsAre("200", "300"));
    ASSERT_EQ(lines.geometry.part_count(), 2U);
    EXPECT_NEAR(lines.geometry.coordinates(0)[0].x, metres(7000).x, 1e-7);
    EXPECT_NEAR(lines.geometry.coordinates(0)[1].x, metres(0).x, 1e-7);
    EXPECT_NEAR(lines.geometry.coordinates(1)[1].y, metres(0, 20000).y, 1e-7);
    EXPECT_THAT(values_of(layer_of(results, "health_access"), "serving_is_nearest"), ElementsAre("1", "0", "0"));
}

TEST(HealthServing, FindsAWayThatWindsFarRound) {
    ServingRun run({"Hulu", "Hulu", "Hulu"});
    *run.arguments.layer("roads") = LayerMaker("jalan")
                                        .line({metres(0), metres(0, 20000)})
                                        .line({metres(0, 20000), metres(0, 40000)})
                                        .line({metres(0, 40000), metres(4000, 40000)})
                                        .line({metres(4000, 40000), metres(4000, 20000)})
                                        .line({metres(4000, 20000), metres(4000)})
                                        .make();
    run.give("max-access", 500.0);
    const auto results = run.run();
    EXPECT_NEAR(*number_of(layer_of(results, "health_access"), "serving_m", 0), 84000.0, 100.0);
}

TEST(HealthServing, SpreadsFamiliesAsTheRuleDoes) {
    const auto polygons =
        LayerMaker("desa")
            .points({metres(4000)})
            .ring({metres(4000, -100), metres(6400, -100), metres(6400, 100), metres(4000, 100), metres(4000, -100)})
            .texts("nama", {"A", "B"})
            .numbers("kk", {100, 100})
            .texts("wilker", {"Hulu", "Hulu"})
            .make();
    ServingRun run({"Hulu"});
    *run.arguments.layer("settlements") = polygons;
    const auto results = run.run();
    const auto& layer = layer_of(results, "health_access");
    EXPECT_NEAR(*number_of(layer, "share_beyond_serving", 1), 1400.0 / 2400.0, 0.03);
    EXPECT_THAT(values_of(layer, "share_beyond"), Each("0"));
    ServingRun alone({"Hulu"});
    *alone.arguments.layer("settlements") = polygons;
    *alone.arguments.layer("facilities") = LayerMaker("faskes")
                                               .points({metres(0)})
                                               .texts("kode", {"F1"})
                                               .texts("nama", {"Hulu"})
                                               .texts("status", {""})
                                               .make();
    EXPECT_EQ(values_of(layer, "share_beyond_serving"),
              values_of(layer_of(alone.run(), "health_access"), "share_beyond"));
}

TEST(HealthServing, ReportsProgressToTheEndAndHearsACancel) {
    const auto run_with = [](test_support::CancelAt& progress) {
        ServingRun run({"Hulu", "Hulu", "Tengah"});
        RunContext context{progress, run.diagnostics, core::Language::English, 1};
        static_cast<void>(run.analysis.run(run.arguments, context));
    };
    test_support::CancelAt never;
    run_with(never);
    EXPECT_THAT(never.first_fall(), IsEmpty());
    EXPECT_EQ(never.reported.back(), 1.0);
    for (std::size_t report = 1; report < never.reported.size(); ++report) {
        test_support::CancelAt progress(report);
        EXPECT_THROW(run_with(progress), core::Cancelled) << "report " << report;
    }
}

TEST(HealthServing, IsTheShortestWayWhateverTheCost) {
    ServingRun run({"Hulu", "Hulu", "Tengah"});
    run.give("cost", std::string("time"));
    run.give("default-speed", 30.0);
    const auto results = run.run();
    EXPECT_THAT(values_of(layer_of(results, "health_access"), "serving_m"), ElementsAre("4000", "7000", "2000"));
    EXPECT_THAT(values_of(layer_of(results, "health_access"), "serving_is_nearest"), ElementsAre("1", "0", "1"));
}

TEST(HealthServing, IsLeftOutWithoutAField) {
    ServingRun run({"Hulu", "Hulu", "Hulu"});
    run.arguments.fields.erase("serving-field");
    const auto results = run.run();
    EXPECT_EQ(layer_of(results, "health_access").find("serving_m"), nullptr);
    EXPECT_EQ(layer_of(results, "health_access_summary").find("families_not_nearest"), nullptr);
    EXPECT_EQ(results.layers.size(), 3U);
}

/// Health access over a small random region, with the facility that each settlement is assigned to.
struct RandomServingRun : MiniRun {
    explicit RandomServingRun(const std::map<std::string, layers::Layer>& layers) : MiniRun(describe_health_access()) {
        for (const auto* name : {"settlements", "facilities", "roads"}) arguments.layers[name] = {layers.at(name)};
        find("name-field", "nama");
        find("families-field", "kk");
        find("facility-name-field", "nama");
    }
    void assign(const std::vector<std::string>& facilities) {
        auto& column = arguments.layer("settlements")->add_column({"wilker", layers::ColumnType::Text, "", {}});
        for (const auto& facility : facilities) facility == "-" ? column.add_missing() : column.add_text(facility);
        name("serving-field", "wilker");
    }
};

TEST(HealthServing, IsExactlyAsFarAsTheNearestWhereItIsTheNearest) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        SCOPED_TRACE(seed);
        const auto layers = random_layers(seed);
        RandomServingRun without(layers);
        const auto nearest = values_of(layer_of(without.run(), "health_access"), "facility_name");
        if (std::ranges::all_of(nearest, [](const auto& name) { return name == "-"; })) continue;
        RandomServingRun run(layers);
        run.assign(nearest);
        const auto results = run.run();
        const auto& layer = layer_of(results, "health_access");
        EXPECT_EQ(values_of(layer, "serving_m"), values_of(layer, "shortest_m"));
        EXPECT_THAT(values_of(layer, "serving_is_nearest"), Not(Contains("0")));
        EXPECT_EQ(layer_of(results, "health_access_serving").row_count, 0U);
    }
}

TEST(HealthServing, IsAsFarAsWhereThereIsNoOtherFacility) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        SCOPED_TRACE(seed);
        const auto layers = random_layers(seed);
        for (std::size_t chosen = 0; chosen < layers.at("facilities").row_count; ++chosen) {
            RandomServingRun run(layers);
            const auto name = *run.arguments.layer("facilities")->find("nama")->as_text(chosen);
            run.assign(std::vector<std::string>(layers.at("settlements").row_count, name));
            RandomServingRun alone(layers);
            std::vector<std::string> status(layers.at("facilities").row_count, "tutup");
            status[chosen] = "buka";
            auto& column = alone.arguments.layer("facilities")->add_column({"st", layers::ColumnType::Text, "", {}});
            for (const auto& value : status) column.add_text(value);
            alone.find("facility-status-field", "st");
            const auto both = run.run();
            const auto one = alone.run();
            const auto& layer = layer_of(both, "health_access");
            const auto& expected = layer_of(one, "health_access");
            EXPECT_EQ(values_of(layer, "serving_m"), values_of(expected, "shortest_m"));
            EXPECT_EQ(values_of(layer, "serving_status"), values_of(expected, "status"));
            EXPECT_EQ(values_of(layer, "share_beyond_serving"), values_of(expected, "share_beyond"));
        }
    }
}

}  // namespace
}  // namespace desakota::analyses
