#include <algorithm>
#include <cmath>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tool/desakota_run.h"

namespace desakota::tests {
namespace {

using testing::IsEmpty;

/// What must not change a figure: the coordinate system, the locale, the number of threads, the format of the input.
class Sameness : public testing::Test {
protected:
    static constexpr auto kRows = "|layername=health_access";

    /// Two ways are the same when they differ by no more than 1 mm a kilometre, and 2 mm.
    static void expect_same_metres(const std::vector<double>& one, const std::vector<double>& other) {
        ASSERT_EQ(one.size(), other.size());
        for (std::size_t row = 0; row < one.size(); ++row) {
            if (std::isnan(one[row]) || std::isnan(other[row])) {
                EXPECT_EQ(std::isnan(one[row]), std::isnan(other[row])) << "row " << row;
            } else {
                EXPECT_NEAR(one[row], other[row], 0.002 + 1e-6 * one[row]) << "row " << row;
            }
        }
    }
    /// Runs on `inputs` and compares with the run on the sample.
    void expect_same_result(const AccessInputs& inputs, const std::string& name) const {
        SCOPED_TRACE(name);
        const auto result = folder_.file(name + "_result.gpkg");
        const auto run = run_desakota(access_words(inputs, result));
        ASSERT_EQ(run.status, 0) << run.error;
        for (const auto* const column : {"status", "settlement_id", "facility_id"}) {
            EXPECT_EQ(column_of(result + kRows, column), column_of(sample_result_ + kRows, column)) << column;
        }
        for (const auto* const column : {"total_m", "shortest_m", "entry_m", "network_m", "exit_m", "straight_m"}) {
            SCOPED_TRACE(column);
            expect_same_metres(numbers_of(sample_result_ + kRows, column), numbers_of(result + kRows, column));
        }
    }
    void SetUp() override {
        const auto run = run_desakota(access_words({}, sample_result_));
        ASSERT_EQ(run.status, 0) << run.error;
        const auto totals = numbers_of(sample_result_ + kRows, "total_m");
        ASSERT_EQ(totals.size(), 41U);
        ASSERT_GT(std::ranges::count_if(totals, [](double metres) { return metres > 1000.0; }), 30);
    }

    TemporaryFolder folder_;
    std::string sample_result_ = folder_.file("sample_result.gpkg");
};

class InEverySystem : public Sameness, public testing::WithParamInterface<const char*> {};

TEST_P(InEverySystem, WaysAreTheSameToAMillimetreAKilometre) {
    const auto path = convert(DESAKOTA_SAMPLE, folder_.file("region.gpkg"),
                              {"-t_srs", GetParam(), "settlements", "roads", "facilities"});
    expect_same_result({.settlements = path + "|layername=settlements",
                        .roads = path + "|layername=roads",
                        .facilities = path + "|layername=facilities"},
                       "converted");
}
INSTANTIATE_TEST_SUITE_P(, InEverySystem,
                         testing::Values("EPSG:4326", "EPSG:9470", "EPSG:32748", "EPSG:23833",
                                         "+proj=tmerc +lat_0=0 +lon_0=105 +k=0.9996 +x_0=500000 +y_0=3000000 "
                                         "+datum=WGS84 +units=us-ft +type=crs"));

TEST_F(Sameness, EachLayerMayHaveASystemOfItsOwn) {
    expect_same_result(
        {.settlements = convert(DESAKOTA_SAMPLE, folder_.file("desa.gpkg"), {"-t_srs", "EPSG:23833", "settlements"}),
         .roads = convert(DESAKOTA_SAMPLE, folder_.file("jalan.gpkg"), {"-t_srs", "EPSG:32748", "roads"}),
         .facilities = convert(DESAKOTA_SAMPLE, folder_.file("faskes.gpkg"), {"-t_srs", "EPSG:9470", "facilities"})},
        "mixed");
}

TEST_F(Sameness, ShapefilesGiveTheSame) {
    const auto to = [this](const std::string& layer) {
        return convert(DESAKOTA_SAMPLE, folder_.file(layer + ".shp"),
                       {"-f", "ESRI Shapefile", "-lco", "ENCODING=ISO-8859-1", layer});
    };
    expect_same_result({to("settlements"), to("roads"), to("facilities")}, "shapefile");
}

TEST_F(Sameness, GeoJsonGivesTheSame) {
    const auto to = [this](const std::string& layer) {
        return convert(DESAKOTA_SAMPLE, folder_.file(layer + ".geojson"),
                       {"-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", layer});
    };
    expect_same_result({to("settlements"), to("roads"), to("facilities")}, "geojson");
}

TEST_F(Sameness, FlatGeobufGivesTheSame) {
    const auto to = [this](const std::string& layer) {
        return convert(DESAKOTA_SAMPLE, folder_.file(layer + ".fgb"),
                       {"-f", "FlatGeobuf", "-lco", "SPATIAL_INDEX=NO", layer});
    };
    expect_same_result({to("settlements"), to("roads"), to("facilities")}, "flatgeobuf");
}

TEST_F(Sameness, SpatiaLiteGivesTheSame) {
    const auto file = convert(DESAKOTA_SAMPLE, folder_.file("telang.sqlite"),
                              {"-f", "SQLite", "-dsco", "SPATIALITE=YES", "settlements", "roads", "facilities"});
    expect_same_result({.settlements = file + "|layername=settlements|subset=jumlah_kk >= 0",
                        .roads = file + "|layername=roads",
                        .facilities = file + "|layername=facilities"},
                       "spatialite");
}

TEST_F(Sameness, KmlGivesTheSame) {
    const auto to = [this](const std::string& layer) {
        return convert(DESAKOTA_SAMPLE, folder_.file(layer + ".kml"), {"-f", "KML", layer});
    };
    expect_same_result({.roads = to("roads"), .facilities = to("facilities")}, "kml");
}

TEST_F(Sameness, ATableWithCoordinatesGivesTheSame) {
    const auto table =
        convert(DESAKOTA_SAMPLE, folder_.file("faskes.csv"), {"-f", "CSV", "-lco", "GEOMETRY=AS_XY", "facilities"});
    expect_same_result({.facilities = table + "|crs=EPSG:4326|x=X|y=Y"}, "table");
    auto text = read_file(table);
    text.replace(text.find("X,Y"), 3, "bujur,lintang");
    const auto named = folder_.write("faskes_bernama.csv", text);
    expect_same_result({.facilities = named}, "named_table");
}

TEST_F(Sameness, LocaleAndThreadsChangeNoByte) {
    const TemporaryFolder locales;
    const auto locale_path = make_indonesian_locale(locales.path());
    ASSERT_FALSE(locale_path.empty()) << "the locale id_ID.UTF-8 cannot be made here";
    std::string result;
    std::string record;
    for (const auto* const locale : {"C", "id_ID.UTF-8"}) {
        for (const auto* const threads : {"1", "2"}) {
            SCOPED_TRACE(std::string(locale) + " with " + threads);
            const TemporaryFolder place;
            auto call = desakota_call(access_words({}, place.file("result.gpkg"), {"--threads", threads, "--routes"}));
            call.environment["LOCPATH"] = locale_path;
            call.environment["LC_ALL"] = locale;
            const auto run = run_tool(call);
            ASSERT_EQ(run.status, 0) << run.error;
            if (result.empty()) {
                result = read_file(place.file("result.gpkg"));
                record = read_file(place.file("result.run.json"));
                ASSERT_THAT(result, testing::Not(IsEmpty()));
            }
            EXPECT_TRUE(read_file(place.file("result.gpkg")) == result);
            EXPECT_EQ(read_file(place.file("result.run.json")), record);
        }
    }
}

}  // namespace
}  // namespace desakota::tests
