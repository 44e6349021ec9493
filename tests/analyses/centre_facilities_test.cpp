#include "engine/analyses/centre_facilities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using hinterland::CentreFacility;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LayerMaker two_centres() {
    return LayerMaker("pusat.gpkg")
        .points({{105.0, -2.0}})
        .points({{105.1, -2.0}})
        .texts("kode", {"P1", "P2"})
        .texts("nama", {"Hulu", "Hilir"});
}

/// So many facilities at the first centre.
LayerMaker at_first(std::size_t count) {
    LayerMaker maker("fasilitas.gpkg");
    for (std::size_t i = 0; i < count; ++i) maker.points({{105.001, -2.0}});
    return maker;
}

struct FacilityRun : TestRun {
    explicit FacilityRun(const LayerMaker& centres = two_centres()) {
        add("centres", centres);
        find("centre-id-field", "kode");
        find("centre-name-field", "nama");
        arguments.numbers["centre-radius"] = {2000.0};
        arguments.texts["health-care-rule"] = "health_centre";
    }
    FacilityRun& with(const LayerMaker& facilities) {
        add("centre-facilities", facilities);
        find("centre-facility-name-field", "nama");
        find("centre-facility-kind-field", "jenis");
        return *this;
    }
    CentreFacilities read(const CentreMasses& masses = {}) {
        const auto centres =
            read_destinations(arguments, {{"centres", "centre-id-field", "centre-name-field"}, "", ""}, context);
        return read_centre_facilities(arguments, centres, masses, context);
    }
    std::vector<std::string> usage() {
        check_centre_facility_usage(arguments, diagnostics);
        return errors();
    }
    [[nodiscard]] std::vector<std::string> information() const { return told(core::Severity::Information); }
};

std::vector<std::string> kind_names(const CentreFacilities& read) {
    std::vector<std::string> names;
    for (const auto& kind : read.kinds) names.push_back(kind.name);
    return names;
}

TEST(CentreFacilities, BelongToTheNearestCentreWithinTheRadius) {
    FacilityRun run;
    run.with(LayerMaker("fasilitas.gpkg")
                 .points({{105.001, -2.0}})
                 .points({{105.099, -2.0}})
                 .points({{105.05, -2.0}})
                 .texts("nama", {"SMP Hulu", "SMP Hilir", "SMP Jauh"})
                 .texts("jenis", {"SMP", "smp", "SMP"}));
    const auto read = run.read();
    EXPECT_THAT(kind_names(read), ElementsAre("SMP"));
    EXPECT_THAT(read.counts, ElementsAre(1, 1));
    EXPECT_THAT(run.information(), Contains("fasilitas.gpkg: 1 of 3 facilities lie farther than 2.0 km from any "
                                            "centre and belong to none: fid 3 \"SMP Jauh\"."));
    EXPECT_THAT(run.errors(), IsEmpty());
}

TEST(CentreFacilities, BelongToTheCentreThatTheyName) {
    FacilityRun run;
    run.with(at_first(3)
                 .texts("nama", {"A", "B", "C"})
                 .texts("jenis", {"SMP", "SMP", "SMP"})
                 .texts("pusat", {"P2", "hilir", ""}));
    run.find("centre-facility-centre-field", "pusat");
    EXPECT_THAT(run.read().counts, ElementsAre(1, 2));
}

TEST(CentreFacilities, OfUnknownCentresAreListed) {
    FacilityRun run;
    run.with(at_first(2).texts("nama", {"A", "B"}).texts("jenis", {"SMP", "SMP"}).texts("pusat", {"P9", "P1"}));
    run.find("centre-facility-centre-field", "pusat");
    (void)run.read();
    EXPECT_THAT(run.errors(), ElementsAre(AllOf(HasSubstr("centres that are not in pusat.gpkg: \"P9\" (1)"))));
}

TEST(CentreFacilities, OfANameThatSeveralCentresHaveNeedTheId) {
    FacilityRun run(two_centres().points({{105.3, -2.0}}));
    auto& centres = run.arguments.layers["centres"].front();
    centres.find("kode")->add_text("P3");
    centres.find("nama")->add_text("Hulu");
    run.with(at_first(2).texts("nama", {"A", "B"}).texts("jenis", {"SMP", "SMP"}).texts("pusat", {"Hulu", "P1"}));
    run.find("centre-facility-centre-field", "pusat");
    (void)run.read();
    EXPECT_THAT(run.errors(),
                ElementsAre(HasSubstr("by names that several have: \"Hulu\" (1). Write the centre's id")));
}

TEST(CentreFacilities, ThatDoNotFunctionCountAsAbsent) {
    FacilityRun run;
    run.with(at_first(3)
                 .texts("nama", {"Pasar Lama", "Pasar Baru", "SMP"})
                 .texts("jenis", {"Pasar harian", "pasar  harian", "SMP"})
                 .texts("status", {"Terbengkalai", "berfungsi", ""}));
    run.find("centre-facility-status-field", "status");
    const auto read = run.read();
    EXPECT_THAT(kind_names(read), ElementsAre("Pasar harian", "SMP"));
    EXPECT_EQ(read.kinds[0].facilities, 2);
    EXPECT_EQ(read.kinds[0].functioning, 1);
    EXPECT_EQ(read.kinds[1].functioning, 1) << "nothing says that it does not";
    EXPECT_THAT(read.counts, ElementsAre(1, 1, 0, 0));
    ASSERT_EQ(read.of_centre[0].size(), 3U);
    EXPECT_EQ(read.of_centre[0][0].functions, false);
    EXPECT_EQ(read.of_centre[0][1].functions, true);
    EXPECT_EQ(read.of_centre[0][2].functions, std::nullopt);
    EXPECT_THAT(run.information(), Contains("fasilitas.gpkg: 1 of 3 facilities do not function and count as absent: "
                                            "fid 1 \"Pasar Lama\"."));
}

TEST(CentreFacilities, WithoutAStatusFieldSayNothingOfFunctioning) {
    FacilityRun run;
    run.with(at_first(1).texts("nama", {"SMP"}).texts("jenis", {"SMP"}));
    EXPECT_EQ(run.read().kinds[0].functioning, std::nullopt);
}

TEST(CentreFacilities, SayWhichKindsCountAsWhat) {
    FacilityRun run;
    run.with(at_first(5)
                 .texts("nama", {"", "", "", "", ""})
                 .texts("jenis", {"SMP", "MTs", "Pustu", "Pasar harian", "Terminal"}));
    (void)run.read();
    EXPECT_THAT(run.information(),
                ElementsAre("fasilitas.gpkg: kinds of facilities: junior high school: \"MTs\" (1), \"SMP\" (1); "
                            "sub-health centre: \"Pustu\" (1); daily market: \"Pasar harian\" (1); others: "
                            "\"Terminal\" (1)."));
    EXPECT_THAT(run.warnings(), ElementsAre(AllOf(HasSubstr("no facility at any centre gives: health care"),
                                                  HasSubstr(", public services"))));
}

TEST(CentreFacilities, TakeTheirKindFromTheNameWhereNoneIsWritten) {
    FacilityRun run;
    run.with(at_first(3).texts("nama", {"Puskesmas Hulu", "SMP 1", "Bangunan"}).texts("jenis", {"", "", ""}));
    const auto read = run.read();
    EXPECT_THAT(kind_names(read), ElementsAre("puskesmas", "sekolah menengah pertama"));
    EXPECT_THAT(run.warnings(), Contains("fasilitas.gpkg: 1 facilities are left out, since neither kind nor name tells "
                                         "what they are: fid 3 \"Bangunan\"."));
}

TEST(CentreFacilities, MustBelongToSomeCentre) {
    FacilityRun run;
    run.with(LayerMaker("fasilitas.gpkg").points({{106.0, -2.0}}).texts("nama", {"A"}).texts("jenis", {"SMP"}));
    EXPECT_FALSE(run.read().is_given());
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("no facility belongs to a centre. Raise --centre-radius")));
}

CentreMasses with_fields(std::vector<std::string> kinds, std::vector<double> counts) {
    CentreMasses masses;
    masses.facilities = {std::move(kinds), std::move(counts)};
    return masses;
}

TEST(CentreFacilities, MayBeTheFieldsOfTheCentres) {
    FacilityRun run;
    const auto read =
        run.read(with_fields({"smp", "puskesmas", "pasar", "kantor", "sd"}, {1, 1, 1, 1, 4, 2, 0, 0, 1, 1}));
    EXPECT_THAT(kind_names(read), ElementsAre("smp", "puskesmas", "pasar", "kantor", "sd"));
    EXPECT_EQ(read.kinds[0].facilities, 3);
    EXPECT_EQ(read.kinds[0].functioning, std::nullopt);
    EXPECT_EQ(read.of_centre[0].size(), 4U);
    ASSERT_EQ(read.of_centre[1].size(), 2U);
    EXPECT_EQ(read.of_centre[1][0].kind, CentreFacility::JuniorHighSchool);
    EXPECT_EQ(read.of_centre[1][0].functions, std::nullopt);
    EXPECT_TRUE(read.tells_services);
    EXPECT_THAT(run.warnings(), IsEmpty());
}

TEST(CentreFacilities, AsFieldsTellNoCompletenessWhereAServiceHasNone) {
    FacilityRun run;
    EXPECT_FALSE(run.read(with_fields({"smp", "pustu", "pasar", "kantor"}, {1, 1, 1, 1, 1, 1, 1, 1})).tells_services);
    EXPECT_THAT(run.warnings(),
                ElementsAre("--facility-fields: no field counts: health care of the level of a health centre "
                            "(puskesmas). Whether the centres are complete is left open."));
    FacilityRun loose;
    loose.arguments.texts["health-care-rule"] = "sub_health_centre";
    EXPECT_TRUE(loose.read(with_fields({"smp", "pustu", "pasar", "kantor"}, {1, 1, 1, 1, 1, 1, 1, 1})).tells_services);
}

TEST(CentreFacilities, AreNoneWhereNoneAreGiven) {
    FacilityRun run;
    EXPECT_FALSE(run.read().is_given());
}

TEST(CentreFacilities, NeedAKindOrAName) {
    FacilityRun run;
    run.add("centre-facilities", at_first(1));
    EXPECT_THAT(run.usage(), ElementsAre(HasSubstr("name it with --centre-facility-kind-field")));
}

TEST(CentreFacilities, RefuseOptionsWithoutEffect) {
    FacilityRun run;
    run.arguments.given = {"centre-radius", "health-care-rule"};
    EXPECT_THAT(run.usage(),
                ElementsAre(HasSubstr("--centre-radius has no effect"), HasSubstr("--health-care-rule has no effect")));
    FacilityRun both;
    both.with(at_first(1).texts("nama", {"A"}).texts("jenis", {"SMP"}));
    both.name("facility-fields", "smp");
    EXPECT_THAT(both.usage(), ElementsAre(HasSubstr("--facility-fields has no effect beside --centre-facilities")));
}

}  // namespace
}  // namespace desakota::analyses
