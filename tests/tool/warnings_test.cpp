#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tool/desakota_run.h"

namespace desakota::tests {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Inputs that are odd and yet do: the run ends with 0 and says what it made of them.
class Warnings : public testing::Test {
protected:
    [[nodiscard]] std::string settlements_after(const std::string& statement) const {
        auto path = copy_sample("settlements", folder_.file("desa.gpkg"));
        change(path, statement);
        return path;
    }
    [[nodiscard]] ToolRun run_on(const std::string& settlements) const {
        return run_desakota(access_words({.settlements = settlements}, result_));
    }

    TemporaryFolder folder_;
    std::string result_ = folder_.file("result.gpkg");
    std::string rows_ = result_ + "|layername=health_access";
};

TEST_F(Warnings, IdsThatRepeatInAFoundFieldGiveWayToTheFeatureNumber) {
    const auto run = run_on(settlements_after("UPDATE settlements SET kode = 'A1' WHERE fid IN (2, 3)"));
    expect_said(run, 0, {"warning: desa.gpkg|settlements: the id field 'kode'", "\"A1\" (2)", "feature number"});
    const auto ids = column_of(rows_, "settlement_id");
    ASSERT_EQ(ids.size(), 41U);
    EXPECT_EQ(ids.front(), "1");
    EXPECT_EQ(ids.back(), "41");
}

TEST_F(Warnings, AnInvalidPolygonIsRepairedForTheRun) {
    const auto path = convert(copy_sample("settlements", folder_.file("before.gpkg")), folder_.file("desa.gpkg"),
                              {"-dialect", "SQLite", "-nln", "settlements", "-sql",
                               "SELECT CASE WHEN kode = 'CTH-1-002' THEN GeomFromText('POLYGON((104.7 -2.6, "
                               "104.72 -2.58, 104.72 -2.6, 104.7 -2.58, 104.7 -2.6))', 4326) ELSE geom END AS geom, "
                               "kode, nama, jumlah_kk FROM settlements"});
    const auto before = read_file(path);
    expect_said(run_on(path), 0, {"warning: desa.gpkg|settlements", "repaired", "\"Tanjung Lago\""});
    EXPECT_EQ(column_of(rows_, "status").size(), 41U);
    EXPECT_TRUE(read_file(path) == before);
}

TEST_F(Warnings, ASettlementWithoutGeometryKeepsItsRow) {
    expect_said(run_on(settlements_after("UPDATE settlements SET geom = NULL WHERE fid = 4")), 0,
                {"warning: desa.gpkg|settlements: without geometry: fid 4 \"Sri Menanti\""});
    const auto statuses = column_of(rows_, "status");
    ASSERT_EQ(statuses.size(), 41U);
    EXPECT_EQ(statuses[3], "no_geometry");
    EXPECT_EQ(std::ranges::count(statuses, "no_geometry"), 1);
    EXPECT_EQ(column_of(rows_, "settlement_name")[3], "Sri Menanti");
    EXPECT_NE(column_of(rows_, "reason")[3], "-");
    for (const auto* const column : {"total_m", "families_beyond", "share_beyond"}) {
        EXPECT_EQ(column_of(rows_, column)[3], "-") << column;
    }
    EXPECT_THAT(column_of(result_ + "|layername=health_access_summary", "settlements_unknown"), ElementsAre("1"));
}

TEST_F(Warnings, WithoutFamiliesTheSharesStandAndPopulationIsNotTakenForThem) {
    const auto path =
        convert(DESAKOTA_SAMPLE, folder_.file("desa.gpkg"), {"settlements", "-select", "kode,nama,penduduk"});
    expect_said(run_on(path), 0, {"warning:", "no field holds the number of families", "are not taken for families"});
    EXPECT_THAT(column_of(rows_, "families"), Each("-"));
    EXPECT_THAT(column_of(rows_, "families_beyond"), Each("-"));
    const AccessInputs with_families;
    ASSERT_EQ(run_desakota(access_words(with_families, folder_.file("full.gpkg"))).status, 0);
    EXPECT_EQ(column_of(rows_, "share_beyond"),
              column_of(folder_.file("full.gpkg") + "|layername=health_access", "share_beyond"));
    EXPECT_THAT(column_of(result_ + "|layername=health_access_summary", "families"), ElementsAre("-"));
    EXPECT_THAT(column_of(result_ + "|layername=health_access_summary", "settlements"), ElementsAre("41"));
}

TEST_F(Warnings, OfTwoColumnsOfOneNameTheFirstIsTaken) {
    const auto table = folder_.write("desa.csv",
                                     "kode,nama,jumlah_kk,jumlah_kk,lon,lat\n"
                                     "1,Mulyasari,50,9,104.70,-2.55\n2,Mekar Mukti,60,9,104.71,-2.56\n");
    expect_said(run_on(table), 0, {"desa.csv: there are 2 columns \"jumlah_kk\"; the first is taken"});
    EXPECT_THAT(numbers_of(rows_, "families"), testing::ElementsAre(50.0, 60.0));
}

TEST_F(Warnings, ATableMayHaveThousandsOfColumns) {
    std::string header = "kode,nama,lon,lat";
    std::string row = "1,Mulyasari,104.70,-2.55";
    for (int column = 1; column <= 3000; ++column) {
        header += ",k" + std::to_string(column);
        row += "," + std::to_string(column);
    }
    const auto table = folder_.write("desa.csv", header + "\n" + row + "\n");
    const AccessInputs inputs{.settlements = table};
    expect_said(run_desakota(access_words(inputs, result_, {"--families-field", "k3000"})), 0, {});
    EXPECT_THAT(numbers_of(rows_, "families"), ElementsAre(3000.0));
    const auto other = folder_.file("other.gpkg");
    const auto run = run_desakota(access_words(inputs, other, {"--families-field", "k3001"}));
    expect_said(run, 2, {"there is no field \"k3001\"", "k95, k96, ...."});
    EXPECT_THAT(run.error, Not(HasSubstr("k97")));
}

TEST_F(Warnings, AFractionOfAFamilyMayBeAThousandMisread) {
    const auto table = folder_.write("desa.csv",
                                     "kode,nama,jumlah_kk,lon,lat\n"
                                     "1,Mulyasari,1.25,104.70,-2.55\n2,Mekar Mukti,60,104.71,-2.56\n");
    expect_said(run_on(table), 0, {"desa.csv, fid 1 \"Mulyasari\": families is 1.25, no whole number (1 settlements)"});
}

TEST_F(Warnings, WhatATerminalWouldObeyIsNotPrinted) {
    const auto path =
        settlements_after("UPDATE settlements SET nama = 'a' || char(27, 10) || 'b', geom = NULL WHERE fid = 4");
    expect_said(run_on(path), 0, {"fid 4 \"a  b\""});
}

TEST_F(Warnings, AnUnknownOneWayValueInAFoundFieldIsTakenAsBothWays) {
    const auto roads = copy_sample("roads", folder_.file("jalan.gpkg"));
    change(roads, "UPDATE roads SET oneway = 'kadang' WHERE fid IN (3, 5)");
    expect_said(run_desakota(access_words({.roads = roads}, result_)), 0,
                {"warning: jalan.gpkg|roads: the direction field 'oneway'", "\"kadang\" (2)", "both ways"});
}

TEST_F(Warnings, IndonesianMessagesAndReasonsComeWithTheLanguage) {
    const auto path = settlements_after("UPDATE settlements SET geom = NULL WHERE fid = 4");
    expect_said(run_desakota(access_words_in("id", {.settlements = path}, result_)), 0, {"peringatan: desa.gpkg"});
    EXPECT_EQ(column_of(rows_, "status")[3], "no_geometry");
    EXPECT_THAT(column_of(rows_, "reason")[3], HasSubstr("okasi"));
}

TEST_F(Warnings, PersonalDataBesideTheFieldsUsedGoNowhere) {
    const auto path = convert(copy_sample("settlements", folder_.file("before.gpkg")), folder_.file("desa.gpkg"),
                              {"-dialect", "SQLite", "-nln", "settlements", "-sql",
                               "SELECT *, '1607010101010001' AS nik, 'Rahasia Sekali' AS nama_kepala_keluarga, "
                               "'081234567890' AS telepon, 'Gang Buntu 7' AS alamat FROM settlements"});
    for (const auto* const name : {"result.gpkg", "result.csv", "result.geojson", "result.fgb"}) {
        const TemporaryFolder place;
        const auto run = run_desakota(access_words({.settlements = path}, place.file(name), {"--routes"}));
        ASSERT_EQ(run.status, 0) << run.error;
        auto all = run.output + run.error;
        for (const auto& file : place.names()) all += read_file(place.file(file));
        for (const auto* const secret : {"1607010101010001", "Rahasia", "081234567890", "Gang Buntu"}) {
            EXPECT_EQ(all.find(secret), std::string::npos) << secret << " in " << name;
        }
    }
}

TEST_F(Warnings, PersonalFieldsAreLeftAsideAndRefusedWhereTheyAreNamed) {
    const auto path = convert(
        copy_sample("settlements", folder_.file("before.gpkg")), folder_.file("desa.gpkg"),
        {"-dialect", "SQLite", "-nln", "settlements", "-sql", "SELECT *, '1607010101010001' AS nik FROM settlements"});
    const auto aside = run_desakota(access_words({.settlements = path}, result_));
    expect_said(aside, 0, {"left aside as personal data: nik"});
    const auto named = run_desakota(access_words({.settlements = path}, folder_.file("n.gpkg"), {"--id-field", "nik"}));
    expect_said(named, 2, {"id-field: the field \"nik\" holds personal data"});
    const auto filtered =
        run_desakota(access_words({.settlements = path + "|subset=nik='1607010101010001'"}, folder_.file("f.gpkg")));
    expect_said(filtered, 2, {"--settlements: the filter names personal data"});
    EXPECT_EQ((named.error + filtered.error).find("16070101"), std::string::npos);
}

TEST_F(Warnings, HomesNameNobodyInFaultsAndResults) {
    const std::string header = "nik,nama_kepala_keluarga,nama,kode_desa,jumlah_kk,lon,lat\n";
    const std::string good = "1607010101010001,Rahasia Sekali,Rahasia Nama,CTH-1-001,1,104.672,-2.674\n";
    const auto homes = folder_.write("rumah.csv", header + good);
    const auto run = run_desakota(access_words({}, result_, {"--homes", homes, "--routes"}));
    ASSERT_EQ(run.status, 0) << run.error;
    EXPECT_EQ(column_of(rows_, "share_method").front(), "homes");
    auto all = run.output + run.error + read_file(result_) + read_file(folder_.file("result.run.json"));

    folder_.write("rumah.csv",
                  header + good + "1607010101010002,Rahasia Dua,Rahasia Lain,CTH-1-001,-1,104.673,-2.675\n");
    const auto fault = run_desakota(access_words({}, folder_.file("fault.gpkg"), {"--homes", homes}));
    expect_said(fault, 3, {"rumah.csv", "-1"});
    all += fault.output + fault.error;
    for (const auto* const secret : {"16070101", "Rahasia"}) EXPECT_EQ(all.find(secret), std::string::npos) << secret;
}

}  // namespace
}  // namespace desakota::tests
