#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analyses/layer_maker.h"
#include "tests/support/region.h"

#include "engine/analyses/centrality.h"

namespace desakota::analyses {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// The centres of the sample area with their facilities, as found by usual names.
struct TelangRun : TestRun {
    TelangRun() {
        const auto area = test_support::make_telang();
        arguments.layers["centres"] = {area.centres};
        arguments.layers["centre-facilities"] = {area.centre_facilities};
        find("centre-id-field", "kode");
        find("centre-name-field", "nama");
        find("mass-field", "penduduk");
        find("centre-facility-name-field", "nama");
        find("centre-facility-kind-field", "jenis");
        find("centre-facility-status-field", "status");
        arguments.numbers["centre-radius"] = {2000.0};
    }
    layers::Layer centres(const std::string& rule) {
        arguments.texts["health-care-rule"] = rule;
        const auto read =
            read_destinations(arguments, {{"centres", "centre-id-field", "centre-name-field"}, "", ""}, context);
        const auto masses = read_centre_masses(arguments, read, context);
        layers::Layer layer;
        add_centrality_columns(layer, centrality_of(read_centre_facilities(arguments, read, masses, context), 8),
                               core::Language::Indonesian);
        return layer;
    }
};

constexpr std::size_t kTerusanDalam = 2;
constexpr std::size_t kTelangJaya = 3;
constexpr std::size_t kSumberHidup = 4;
constexpr std::size_t kKawasan = 6;
constexpr std::size_t kKabupaten = 7;

std::vector<std::size_t> complete(const layers::Layer& layer) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < 8; ++row) {
        if (layer.find("complete")->whole_number(row) == 1) rows.push_back(row);
    }
    return rows;
}

TEST(CentralityOfTelang, FindsTheCentreOfTheKawasanWithoutAWorkingMarket) {
    TelangRun run;
    const auto layer = run.centres("health_centre");
    EXPECT_EQ(layer.find("services_missing")->text(kKawasan), "pasar harian (ada, tidak berfungsi)");
    EXPECT_EQ(layer.find("services_present")->whole_number(kKawasan), 3);
    EXPECT_THAT(run.errors(), IsEmpty());
    EXPECT_THAT(run.warnings(), IsEmpty());
    EXPECT_THAT(run.told(core::Severity::Information),
                testing::Contains(HasSubstr("5 of 46 facilities do not function")));
}

TEST(CentralityOfTelang, DependsOnWhatCountsAsHealthCare) {
    TelangRun strict;
    EXPECT_THAT(complete(strict.centres("health_centre")), testing::ElementsAre(kTelangJaya, kKabupaten));
    TelangRun loose;
    EXPECT_THAT(complete(loose.centres("sub_health_centre")),
                testing::ElementsAre(kTerusanDalam, kTelangJaya, kKabupaten));
}

TEST(CentralityOfTelang, KnowsWhereItIsUnsure) {
    TelangRun run;
    const auto layer = run.centres("health_centre");
    EXPECT_EQ(layer.find("completeness_unsure")->whole_number(kSumberHidup), 1);
    EXPECT_EQ(layer.find("completeness_unsure")->whole_number(kTelangJaya), 0);
    EXPECT_EQ(layer.find("scalogram_rank")->whole_number(kKabupaten), 1);
}

TEST(CentralityOfTelang, BelongsToTheSameCentresWhenTheyAreNamed) {
    TelangRun nearest;
    TelangRun named;
    named.find("centre-facility-centre-field", "pusat");
    const auto by_distance = nearest.centres("health_centre");
    const auto by_name = named.centres("health_centre");
    for (std::size_t row = 0; row < 8; ++row) {
        EXPECT_EQ(by_distance.find("marshall_index")->number(row), by_name.find("marshall_index")->number(row));
    }
}

}  // namespace
}  // namespace desakota::analyses
