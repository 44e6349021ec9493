#include "engine/analyses/centre_masses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"

namespace desakota::analyses {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LayerMaker three() {
    return LayerMaker("pusat.gpkg")
        .points({{105.0, -2.0}})
        .points({{105.1, -2.0}})
        .points({{105.2, -2.0}})
        .texts("nama", {"Hulu", "Tengah", "Hilir"});
}

struct MassRun : TestRun {
    explicit MassRun(const LayerMaker& centres) {
        add("centres", centres);
        find("centre-name-field", "nama");
    }
    void weigh(const std::vector<std::string>& fields, const std::vector<double>& weights) {
        arguments.fields["facility-fields"] = {fields};
        arguments.given.emplace_back("facility-fields");
        if (!weights.empty()) arguments.numbers["facility-weights"] = weights;
    }
    CentreMasses read() {
        const auto centres = read_destinations(arguments, {{"centres", "", "centre-name-field"}, "", ""}, context);
        return read_centre_masses(arguments, centres, context);
    }
    std::vector<std::string> usage() {
        check_centre_mass_usage(arguments, diagnostics);
        return errors();
    }
};

TEST(CentreMasses, AreReadFromAFieldAndTheLargestIsTheReference) {
    MassRun run(three().numbers("penduduk", {500, 2000, 1000}));
    run.find("mass-field", "penduduk");
    const auto read = run.read();
    EXPECT_THAT(read.masses, ElementsAre(500, 2000, 1000));
    EXPECT_EQ(read.reference_mass, 2000);
    EXPECT_EQ(read.what.english, "penduduk");
    EXPECT_THAT(read.outside, IsEmpty());
    EXPECT_THAT(run.usage(), IsEmpty());
}

TEST(CentreMasses, AreReadTheIndonesianWayAndHaveTheReferenceThatTheUserGives) {
    MassRun run(three().texts("penduduk", {"1.500", "200", "12,5"}));
    run.find("mass-field", "penduduk");
    run.arguments.numbers["reference-mass"] = {10'000};
    const auto read = run.read();
    EXPECT_THAT(read.masses, ElementsAre(1500, 200, 12.5));
    EXPECT_EQ(read.reference_mass, 10'000);
}

TEST(CentreMasses, MustBeAboveNothing) {
    MassRun run(three().some_numbers("penduduk", {0.0, -5.0, std::nullopt}));
    run.find("mass-field", "penduduk");
    (void)run.read();
    EXPECT_THAT(run.errors(),
                ElementsAre("pusat.gpkg, fid 1 \"Hulu\": the mass (penduduk) is 0; it must be above 0. Correct the "
                            "value, or leave the centre out.",
                            HasSubstr("fid 2 \"Tengah\": the mass (penduduk) is -5; it must be above 0"),
                            HasSubstr("fid 3 \"Hilir\": the mass (penduduk) is empty; a centre needs one above 0")));
}

TEST(CentreMasses, MustBeNumbers) {
    MassRun run(three().texts("penduduk", {"banyak", "1", "2"}));
    run.find("mass-field", "penduduk");
    (void)run.read();
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("the mass (penduduk) is \"banyak\", which is not a number")));
}

TEST(CentreMasses, MayBeWeightedSumsOfFacilities) {
    MassRun run(three().numbers("smp", {1, 0, 2}).numbers("pasar", {0, 1, 1}));
    run.weigh({"smp", "pasar"}, {2, 3});
    const auto read = run.read();
    EXPECT_THAT(read.masses, ElementsAre(2, 3, 7));
    EXPECT_THAT(read.facilities.kinds, ElementsAre("smp", "pasar"));
    EXPECT_THAT(read.facilities.counts, ElementsAre(1, 0, 0, 1, 2, 1));
    EXPECT_EQ(read.what.english, "weighted facilities");
    EXPECT_THAT(run.usage(), IsEmpty());
}

TEST(CentreMasses, OfFacilitiesNeedAtLeastOne) {
    MassRun run(three().numbers("smp", {1, 0, 2}));
    run.weigh({"smp"}, {2});
    (void)run.read();
    EXPECT_THAT(run.errors(), ElementsAre(HasSubstr("fid 2 \"Tengah\": the weighted sum of its facilities is 0")));
}

TEST(CentreMasses, RefuseCountsThatAreNone) {
    MassRun run(three().numbers("penduduk", {1, 1, 1}).some_numbers("smp", {-1.0, std::nullopt, 2.0}));
    run.find("mass-field", "penduduk");
    run.weigh({"smp"}, {});
    (void)run.read();
    EXPECT_THAT(run.errors(),
                ElementsAre(HasSubstr("fid 1 \"Hulu\": the number of smp is -1; a count cannot be negative"),
                            HasSubstr("fid 2 \"Tengah\": the number of smp is empty; write 0 where there is none")));
}

TEST(CentreMasses, NeedAFieldOrWeights) {
    MassRun run(three());
    EXPECT_THAT(run.usage(), ElementsAre("pusat.gpkg: no field holds the mass of the centres (such as their "
                                         "population). Name one with --mass-field, or give --facility-fields and "
                                         "--facility-weights."));
}

TEST(CentreMasses, NeedOneWeightAField) {
    MassRun run(three().numbers("smp", {1, 1, 1}));
    run.weigh({"smp"}, {1, 2});
    EXPECT_THAT(run.usage(), ElementsAre(HasSubstr("--facility-weights: 2 weights for 1 fields")));
}

TEST(CentreMasses, NeedFieldsForWeights) {
    MassRun run(three());
    run.arguments.numbers["facility-weights"] = {1};
    EXPECT_THAT(run.usage(), ElementsAre(HasSubstr("--facility-weights needs --facility-fields")));
}

TEST(CentreMasses, NeedAWeightAboveNothing) {
    MassRun run(three().numbers("smp", {1, 1, 1}));
    run.weigh({"smp"}, {0});
    EXPECT_THAT(run.usage(), ElementsAre(HasSubstr("all weights are 0")));
}

TEST(CentreMasses, ComeFromOneSource) {
    MassRun run(three().numbers("smp", {1, 1, 1}).numbers("penduduk", {1, 1, 1}));
    run.weigh({"smp"}, {1});
    run.name("mass-field", "penduduk");
    EXPECT_THAT(run.usage(), ElementsAre(HasSubstr("--mass-field and --facility-weights exclude each other")));
}

TEST(CentreMasses, FoundByTheirUsualNameYieldToWeights) {
    MassRun run(three().numbers("smp", {1, 1, 1}).numbers("penduduk", {5, 5, 5}));
    run.weigh({"smp"}, {1});
    run.find("mass-field", "penduduk");
    EXPECT_THAT(run.usage(), IsEmpty());
    EXPECT_THAT(run.read().masses, ElementsAre(1, 1, 1));
}

TEST(CentreMasses, NeedAReferenceAboveNothing) {
    MassRun run(three().numbers("penduduk", {1, 1, 1}));
    run.find("mass-field", "penduduk");
    run.arguments.numbers["reference-mass"] = {0};
    EXPECT_THAT(run.usage(), ElementsAre("--reference-mass is 0; it must be above 0."));
}

TEST(CentreMasses, OfCentresAtOnePlaceAreDoubted) {
    MassRun run(LayerMaker("pusat.gpkg")
                    .points({{105.0, -2.0}})
                    .points({{105.000005, -2.0}})
                    .points({{105.2, -2.0}})
                    .texts("nama", {"Hulu", "Hulu lagi", "Hilir"})
                    .numbers("penduduk", {1, 1, 1}));
    run.find("mass-field", "penduduk");
    (void)run.read();
    EXPECT_THAT(run.warnings(), ElementsAre("pusat.gpkg: 2 centres share their place with another one (within 1 m): "
                                            "fid 1 \"Hulu\", fid 2 \"Hulu lagi\". Each counts as a centre of its own; "
                                            "where they are one, leave the others out."));
}

TEST(CentresOutside, AreToldByAField) {
    MassRun run(three().numbers("penduduk", {1, 1, 1}).texts("dalam", {"Tidak", "", "ya"}));
    run.find("mass-field", "penduduk");
    run.name("inside-field", "dalam");
    EXPECT_THAT(run.read().outside, ElementsAre(true, false, false));
    EXPECT_THAT(run.warnings(), IsEmpty());
}

TEST(CentresOutside, AreToldByANumberField) {
    MassRun run(three().numbers("penduduk", {1, 1, 1}).whole_numbers("dalam", {1, 0, 1}));
    run.find("mass-field", "penduduk");
    run.name("inside-field", "dalam");
    EXPECT_THAT(run.read().outside, ElementsAre(false, true, false));
}

LayerMaker square(double west, double east) {
    return LayerMaker("kawasan.gpkg").ring({{west, -2.1}, {east, -2.1}, {east, -1.9}, {west, -1.9}, {west, -2.1}});
}

TEST(CentresOutside, LieInNoPolygonOfTheArea) {
    MassRun run(three().numbers("penduduk", {1, 1, 1}));
    run.find("mass-field", "penduduk");
    run.add("area", square(104.95, 105.15));
    EXPECT_THAT(run.read().outside, ElementsAre(false, false, true));
    EXPECT_THAT(run.usage(), IsEmpty());
}

TEST(CentresOutside, AllOfThemAreDoubted) {
    MassRun run(three().numbers("penduduk", {1, 1, 1}));
    run.find("mass-field", "penduduk");
    run.add("area", square(100, 101));
    EXPECT_THAT(run.read().outside, ElementsAre(true, true, true));
    EXPECT_THAT(run.warnings(), ElementsAre(HasSubstr("every centre is outside the area, so that all ties leak out of "
                                                      "it. Check --area.")));
}

TEST(CentresOutside, AreToldOnce) {
    MassRun run(three().numbers("penduduk", {1, 1, 1}).whole_numbers("dalam", {1, 0, 1}));
    run.find("mass-field", "penduduk");
    run.name("inside-field", "dalam");
    run.add("area", square(104.95, 105.15));
    EXPECT_THAT(run.usage(), ElementsAre(HasSubstr("--inside-field and --area exclude each other")));
}

}  // namespace
}  // namespace desakota::analyses
