#include <algorithm>
#include <cmath>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>

#include "tests/tool/desakota_run.h"

namespace desakota::tests {
namespace {

using testing::HasSubstr;

/// A file of the sample area as an office has it.
std::string office(const std::string& name) {
    return (std::filesystem::path(DESAKOTA_SAMPLE).parent_path() / "kantor" / name).string();
}

const std::string& villages() {
    static const auto layer = office("desa.zip") + "|crs=EPSG:23878";
    return layer;
}

Words matching_words(const std::string& result, const Words& more = {}) {
    Words words{"match-names", "--settlements", villages(), "--table", office("penduduk.xlsx"),
                "--output",    result,          "--lang",   "en"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// The values of a column by the name of the settlement.
std::map<std::string, std::string> by_name(const std::string& result, const std::string& column) {
    const auto names = column_of(result, "settlement_name");
    const auto values = column_of(result, column);
    std::map<std::string, std::string> texts;
    for (std::size_t row = 0; row < names.size(); ++row) texts[names[row]] = values[row];
    return texts;
}

std::map<std::string, double> numbers_by_name(const std::string& result, const std::string& column) {
    const auto names = column_of(result, "settlement_name");
    const auto values = numbers_of(result, column);
    std::map<std::string, double> numbers;
    for (std::size_t row = 0; row < names.size(); ++row) numbers[names[row]] = values[row];
    return numbers;
}

TEST(OfficeFolder, TakenThroughAConfirmedListGivesTheResultsOfTheCleanLayers) {
    const TemporaryFolder folder;
    const auto matched = folder.file("desa.gpkg");
    const auto matching =
        run_desakota(matching_words(matched, {"--decimal", "comma", "--matches", office("padanan.csv")}));
    ASSERT_EQ(matching.status, 0) << matching.error;
    EXPECT_THAT(matching.output, HasSubstr("Of 41 codes and names of the table 41 are matched: 41 confirmed."));

    const auto from_office = folder.file("kantor.csv");
    const auto from_clean = folder.file("bersih.csv");
    const AccessInputs inputs{.settlements = matched + "|layername=match_names_settlements",
                              .facilities = office("puskesmas.csv")};
    const auto access =
        run_desakota(access_words(inputs, from_office,
                                  {"--facility-name-field", "Nama Fasilitas", "--serving-field",
                                   "Wilayah Kerja Puskesmas", "--declared-distance-field", "Jarak ke Puskesmas (km)"}));
    ASSERT_EQ(access.status, 0) << access.error;
    const auto clean = run_desakota(
        access_words({}, from_clean, {"--serving-field", "wilayah_kerja", "--declared-distance-field", "jarak_podes"}));
    ASSERT_EQ(clean.status, 0) << clean.error;

    EXPECT_EQ(by_name(from_office, "families").size(), 41U);
    EXPECT_EQ(by_name(from_office, "status"), by_name(from_clean, "status"));
    EXPECT_EQ(by_name(from_office, "families"), by_name(from_clean, "families"));
    EXPECT_EQ(by_name(from_office, "share_beyond"), by_name(from_clean, "share_beyond"));
    EXPECT_EQ(by_name(from_office, "serving_status"), by_name(from_clean, "serving_status"));
    EXPECT_EQ(by_name(from_office, "serving_is_nearest"), by_name(from_clean, "serving_is_nearest"));
    constexpr double kRounded = 0.01;  // metres: the office's coordinates are rounded
    for (const auto* column : {"shortest_m", "serving_m"}) {
        const auto expected = numbers_by_name(from_clean, column);
        for (const auto& [name, metres] : numbers_by_name(from_office, column)) {
            const auto wanted = expected.at(name);
            EXPECT_EQ(std::isnan(metres), std::isnan(wanted)) << name;
            if (std::isnan(wanted)) continue;
            EXPECT_NEAR(metres, wanted, kRounded) << column << " of " << name;
        }
    }
    EXPECT_EQ(by_name(folder.file("kantor_health_access_declared.csv"), "declared_km"),
              by_name(folder.file("bersih_health_access_declared.csv"), "declared_km"));
}

TEST(OfficeFolder, LeavesWhatCannotBeDecidedToThePlanner) {
    const TemporaryFolder folder;
    const auto run = run_desakota(matching_words(folder.file("r.csv"), {"--decimal", "comma"}));
    ASSERT_EQ(run.status, 0) << run.error;
    EXPECT_THAT(run.error, HasSubstr("penduduk.xlsx: heading in row 5-7; 41 rows taken"));
    EXPECT_THAT(run.output, HasSubstr("7 wait for a decision"));
    const auto how = column_of(folder.file("r.csv"), "how");
    const auto accepted = column_of(folder.file("r.csv"), "accepted");
    for (std::size_t row = 0; row < how.size(); ++row) EXPECT_EQ(how[row] == "proposal", accepted[row].empty()) << row;
}

TEST(OfficeFolder, AsksForTheDecimalMarkBeforeItWritesAnything) {
    const TemporaryFolder folder;
    const auto run = run_desakota(matching_words(folder.file("r.csv")));
    expect_said(run, 3, {"could be thousands or have three decimals", "--decimal comma"});
    EXPECT_FALSE(std::filesystem::exists(folder.file("r.csv")));
}

TEST(OfficeFolder, AsksForTheCoordinateSystemWithTheOnesUnderWhichTheLayersMeet) {
    const TemporaryFolder folder;
    const auto run = run_desakota(access_words({.settlements = office("desa.zip")}, folder.file("r.csv")));
    expect_said(run, 3, {"the layer has no coordinate system", "|crs=EPSG:32748", "EPSG:23878"});
}

TEST(OfficeFolder, KeepsInTheRunRecordHowItsTablesWereRead) {
    const TemporaryFolder folder;
    const auto run = run_desakota(matching_words(folder.file("r.csv"), {"--decimal", "comma", "--dash", "missing"}));
    ASSERT_EQ(run.status, 0) << run.error;
    EXPECT_THAT(run.error, HasSubstr("\"-\" is read as missing (38 cells)"));
    const auto record = read_file(folder.file("r.run.json"));
    EXPECT_THAT(record, HasSubstr("\"decimal\": \"comma\""));
    EXPECT_THAT(record, HasSubstr("\"dash\": \"missing\""));
    const auto joined = column_of(folder.file("r_match_names_settlements.csv"), "KK Transmigran");
    EXPECT_EQ(std::ranges::count(joined, ""), 38) << "missing, not 0";
    EXPECT_THAT(joined, testing::Contains("1000"));
}

}  // namespace
}  // namespace desakota::tests
