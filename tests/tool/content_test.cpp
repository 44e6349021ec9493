#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tool/desakota_run.h"

namespace desakota::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Inputs whose content does not do. Each run must end with 3 and leave no result.
class Content : public testing::Test {
protected:
    void expect_unfit(const AccessInputs& inputs, const Words& more, const Words& said) const {
        expect_said(run_desakota(access_words(inputs, result_, more)), 3, said);
        EXPECT_THAT(folder_.names(), Not(testing::Contains(HasSubstr("result"))));
    }
    /// The sample's settlements after a statement of SQL.
    [[nodiscard]] std::string settlements_after(const std::string& statement) const {
        auto path = copy_sample("settlements", folder_.file("desa.gpkg"));
        change(path, statement);
        return path;
    }
    [[nodiscard]] std::string roads_after(const std::string& statement) const {
        auto path = copy_sample("roads", folder_.file("jalan.gpkg"));
        change(path, statement);
        return path;
    }

    TemporaryFolder folder_;
    std::string result_ = folder_.file("result.gpkg");
};

TEST_F(Content, ALayerWithoutCoordinateSystemIsRefused) {
    const auto path = convert(DESAKOTA_SAMPLE, folder_.file("desa.shp"), {"-f", "ESRI Shapefile", "settlements"});
    std::remove(folder_.file("desa.prj").c_str());
    expect_unfit({.settlements = path}, {},
                 {"desa.shp: the layer has no coordinate system", "Assign",
                  "it would meet under: |crs=EPSG:4326 (WGS 84, 100 % in common)."});
}

TEST_F(Content, AnEmptyLayerIsRefused) {
    const auto path = settlements_after("DELETE FROM settlements");
    expect_unfit({.settlements = path}, {}, {"desa.gpkg|settlements: the layer is empty"});
}

TEST_F(Content, ALayerOfNothingButMissingGeometriesIsRefused) {
    const auto path = settlements_after("UPDATE settlements SET geom = NULL");
    expect_unfit({.settlements = path}, {}, {"desa.gpkg|settlements: no feature has a geometry"});
}

TEST_F(Content, NegativeFamiliesAreToldWithFeatureAndAdvice) {
    const auto path = settlements_after("UPDATE settlements SET jumlah_kk = -3, nama = 'Mulyasari' WHERE fid = 17");
    expect_unfit({.settlements = path}, {},
                 {"desa.gpkg|settlements, fid 17 \"Mulyasari\": families is -3; a count cannot be negative. "
                  "Correct the value or leave it empty.\n"});
    expect_said(run_desakota(access_words_in("id", {.settlements = path}, result_)), 3,
                {"desa.gpkg|settlements, fid 17 \"Mulyasari\": jumlah keluarga -3; jumlah tidak boleh negatif."});
}

TEST_F(Content, EveryFaultyCountIsToldAtOnce) {
    const auto path = settlements_after("UPDATE settlements SET jumlah_kk = -fid WHERE fid IN (3, 8, 40)");
    expect_unfit({.settlements = path}, {}, {"fid 3 ", "families is -3", "fid 8 ", "fid 40 ", "families is -40"});
}

TEST_F(Content, TextInTheFamiliesFieldIsToldWithFeatureAndValue) {
    const auto path = convert(DESAKOTA_SAMPLE, folder_.file("desa.gpkg"),
                              {"settlements", "-mapFieldType", "Integer64=String", "-nln", "settlements"});
    change(path, "UPDATE settlements SET jumlah_kk = 'banyak' WHERE fid = 5");
    expect_unfit({.settlements = path}, {},
                 {"desa.gpkg|settlements, fid 5 \"Manggar Raya\": families is \"banyak\", which is not a number"});
}

TEST_F(Content, AValueThatIsNotOfItsFieldsTypeIsNeverTakenForANumber) {
    const auto path = settlements_after(
        "UPDATE settlements SET jumlah_kk = CASE fid WHEN 5 THEN 'banyak' ELSE 12.75 END WHERE fid IN (5, 9)");
    expect_unfit({.settlements = path}, {},
                 {"desa.gpkg|settlements, fid 5: jumlah_kk is \"banyak\", which is not a whole number",
                  "fid 9: jumlah_kk is \"12.75\"", "Correct the value or leave it empty"});
    const AccessInputs others{.settlements = path + "|layername=settlements|subset=fid <> 5 AND fid <> 9"};
    expect_said(run_desakota(access_words(others, result_)), 0, {});
}

TEST_F(Content, AnImpossibleNumberOfFamiliesIsRefused) {
    const auto path = settlements_after("UPDATE settlements SET jumlah_kk = 9000000000000000000 WHERE fid = 17");
    expect_unfit({.settlements = path}, {}, {"fid 17 ", "families is 9e+18; no settlement has that many"});
}

TEST_F(Content, AGeoPackageThatLeavesItsSystemOpenHasNone) {
    const auto path = settlements_after("UPDATE gpkg_geometry_columns SET srs_id = -1");
    expect_unfit({.settlements = path}, {}, {"desa.gpkg|settlements: the layer has no coordinate system", "|crs="});
}

TEST_F(Content, ASystemThatIsNotOnTheGroundIsNamedWithItsLayer) {
    const auto path = convert(DESAKOTA_SAMPLE, folder_.file("desa.gpkg"),
                              {"settlements", "-a_srs", "LOCAL_CS[\"denah\",UNIT[\"metre\",1]]"});
    expect_unfit({.settlements = path}, {}, {"desa.gpkg|settlements: Coordinates in \"denah\" cannot be converted"});
}

TEST_F(Content, EmptyAndUtf16FilesAreToldApart) {
    expect_unfit({.settlements = folder_.write("nol.gpkg", "")}, {}, {"nol.gpkg: is an empty file"});
    expect_unfit({.facilities = folder_.write("faskes.csv", "\xff\xfek,o,d,e")}, {},
                 {"faskes.csv: is written in UTF-16", "CSV UTF-8"});
}

TEST_F(Content, AnUnknownOneWayValueInANamedFieldIsRefusedWithItsCount) {
    const auto path = roads_after("UPDATE roads SET oneway = 'kadang' WHERE fid IN (3, 5)");
    expect_unfit({.roads = path}, {"--direction-field", "oneway"},
                 {"jalan.gpkg|roads: the direction field 'oneway' holds unknown values: \"kadang\" (2)",
                  "--value-forward, --value-backward or --value-both"});
}

TEST_F(Content, UnknownRoadClassesAreRefusedWithTheirCounts) {
    const auto path = roads_after(
        "UPDATE roads SET class = CASE fid WHEN 6 THEN 'jalan gaib' ELSE 'setapak liar' END "
        "WHERE fid IN (3, 5, 6)");
    expect_unfit({.roads = path}, {}, {"\"setapak liar\" (2), \"jalan gaib\" (1)", "--profile", "--default-speed"});
}

TEST_F(Content, AKindThatNoFacilityHasIsAnsweredWithTheKindsThatThereAre) {
    expect_unfit({}, {"--count-as", "apotek"},
                 {"no facility is left that counts as apotek",
                  "\"poskesdes\" (11), \"pustu\" (10), \"polindes\" (7), "
                  "\"puskesmas\" (5)",
                  "--count-as"});
    expect_said(run_desakota(access_words_in("id", {}, result_, {"--count-as", "apotek"})), 3,
                {"tidak ada fasilitas yang dihitung sebagai apotek", "\"puskesmas\" (5)"});
}

TEST_F(Content, LayersThatDoNotMeetAreNamedWithTheSystemInWhichTheyWould) {
    const auto south = convert(DESAKOTA_SAMPLE, folder_.file("south.gpkg"), {"settlements", "-t_srs", "EPSG:32748"});
    const auto wrong = convert(south, folder_.file("desa.gpkg"), {"-a_srs", "EPSG:32648"});
    expect_unfit({.settlements = wrong}, {},
                 {"desa.gpkg|settlements and telang.gpkg|roads do not meet", "longitude", "latitude",
                  "They would meet if desa.gpkg|settlements were in WGS 84 / UTM zone 48S (EPSG:32748)"});
    expect_said(run_desakota(access_words_in("id", {.settlements = wrong}, result_)), 3,
                {"desa.gpkg|settlements dan telang.gpkg|roads tidak bertemu", "EPSG:32748"});
}

TEST_F(Content, IdsThatRepeatInANamedFieldAreRefused) {
    const auto path = settlements_after("UPDATE settlements SET kode = 'A1' WHERE fid IN (2, 3)");
    expect_unfit({.settlements = path}, {"--id-field", "kode"},
                 {"desa.gpkg|settlements: the id field 'kode' holds values more than once: \"A1\" (2)"});
}

TEST_F(Content, SwappedLatitudeAndLongitudeAreRecognised) {
    const auto table = folder_.write("faskes.csv",
                                     "kode,nama,jenis,bujur,lintang\n"
                                     "1,Puskesmas Mulyasari,puskesmas,-2.61,104.70\n");
    expect_unfit({.facilities = table}, {}, {"faskes.csv", "latitude and longitude look swapped", "Exchange them"});
    auto layer = copy_sample("settlements", folder_.file("desa.gpkg"));
    const auto swapped = convert(layer, folder_.file("swapped.gpkg"),
                                 {"-dialect", "SQLite", "-nln", "settlements", "-sql",
                                  "SELECT SwapCoordinates(geom) AS geom, kode, nama, jumlah_kk FROM settlements"});
    expect_unfit({.settlements = swapped}, {}, {"swapped.gpkg|settlements, fid 1", "look swapped"});
}

TEST_F(Content, FaultsOfSeveralLayersAreToldTogether) {
    const auto settlements = settlements_after("UPDATE settlements SET jumlah_kk = -3 WHERE fid = 17");
    const auto roads = roads_after("UPDATE roads SET class = 'jalan gaib' WHERE fid = 6");
    expect_unfit({.settlements = settlements, .roads = roads}, {}, {"families is -3", "\"jalan gaib\" (1)"});
}

TEST_F(Content, AFileThatHoldsNoLayerIsRefused) {
    const auto path = folder_.write("desa.gpkg", "this is no database");
    expect_unfit({.settlements = path}, {}, {"desa.gpkg: cannot be read as any format", "Known: GeoPackage"});
}

}  // namespace
}  // namespace desakota::tests
