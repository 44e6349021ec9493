#include "tests/support/telang_office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string_view>

#include "engine/core/number_text.h"
#include "engine/core/progress.h"
#include "engine/geo/coordinate_system.h"

namespace desakota::test_support {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class TelangOffice : public testing::Test {
protected:
    static const Region& area() {
        static const Region region = make_telang();
        return region;
    }
    static std::vector<std::string> lines_of(const std::string& text) {
        std::vector<std::string> lines;
        for (std::size_t from = 0; from < text.size();) {
            const auto end = text.find('\n', from);
            lines.push_back(text.substr(from, end - from));
            from = end + 1;
        }
        return lines;
    }
};

TEST_F(TelangOffice, KeepsTheFiguresOfTheArea) {
    OfficeVillage sums;
    for (const auto& village : office_villages(area())) {
        sums.men += village.men;
        sums.women += village.women;
        sums.families += village.families;
        sums.poor_families += village.poor_families;
    }
    EXPECT_EQ(sums.men + sums.women, 99'810);
    EXPECT_EQ(sums.families, 30'154);
    EXPECT_EQ(sums.poor_families, 10'644);
}

TEST_F(TelangOffice, WritesNamesItsOwnWayAndInItsOwnOrder) {
    const auto villages = office_villages(area());
    std::set<std::pair<std::string, std::string>> names;
    std::size_t differ = 0;
    const auto& clean = *area().settlements.find("nama");
    std::set<std::string> clean_names;
    for (std::size_t row = 0; row < 41; ++row) clean_names.insert(*clean.as_text(row));
    for (const auto& village : villages) {
        names.emplace(village.kecamatan, village.written);
        if (!clean_names.contains(village.written)) ++differ;
    }
    EXPECT_EQ(names.size(), 41U);
    EXPECT_EQ(differ, 20U);
    EXPECT_EQ(villages[0].kecamatan, "Tanjung Lago");
    EXPECT_EQ(villages[0].written, "Bangun Sari");
}

TEST_F(TelangOffice, MatchesEachRowToOneSettlement) {
    const auto polygons = office_polygons(area());
    std::map<std::string, std::string> clean_names;
    for (std::size_t row = 0; row < polygons.row_count; ++row) {
        const auto code = polygons.find("KDEPUM")->as_text(row);
        clean_names[code ? *code : std::to_string(row)] = *polygons.find("NAMOBJ")->as_text(row);
    }
    ASSERT_EQ(clean_names.size(), 41U);
    std::map<std::string, std::string> written;
    for (const auto& village : office_villages(area())) written[clean_names.at(village.settlement)] = village.written;
    EXPECT_EQ(written.size(), 41U);
    EXPECT_EQ(written["Mekar Sari"], "Mekar Sari (Upt XII)");
    EXPECT_EQ(written["Mulyasari"], "Mulya Sari");
    EXPECT_EQ(written["Purwosari"], "Poerwosari");
    EXPECT_EQ(written["Sebalik"], "Sebalik");
    const auto lines = lines_of(office_matches(area()));
    EXPECT_EQ(lines.size(), 42U);
    EXPECT_EQ(lines[0], "table_code,table_name,table_kecamatan,settlement_id,accepted");
    EXPECT_EQ(lines[1], ",\"Bangun Sari\",Tanjung Lago,99.07.01.2012,1");
}

TEST_F(TelangOffice, GivesNoCodeToAnUpt) {
    const auto polygons = office_polygons(area());
    for (std::size_t row = 0; row < polygons.row_count; ++row) {
        const bool is_upt = area().settlements.find("jenis")->as_text(row) == "upt";
        EXPECT_EQ(polygons.find("KDEPUM")->is_missing(row), is_upt);
    }
}

TEST_F(TelangOffice, DrawsThePolygonsInMetres) {
    auto polygons = office_polygons(area());
    EXPECT_EQ(polygons.feature_ids.front(), 0);
    const auto clean = area().settlements.geometry.all_coordinates();
    auto coordinates = polygons.geometry.all_coordinates();
    ASSERT_EQ(coordinates.size(), clean.size());
    EXPECT_NEAR(coordinates[0].x, 459'112.0, 1.0);
    EXPECT_NEAR(coordinates[0].y, 9'700'232.0, 1.0) << "south of the equator, counted from 10,000 km";
    core::SilentProgress silent;
    const auto back = geo::to_wgs84(coordinates, polygons.crs, {}, silent);
    EXPECT_THAT(back.name, HasSubstr("DGN95"));
    for (std::size_t i = 0; i < clean.size(); ++i) {
        EXPECT_NEAR(coordinates[i].x, clean[i].x, 1e-9);
        EXPECT_NEAR(coordinates[i].y, clean[i].y, 1e-9);
    }
}

/// The numbers of a text, whatever stands between them.
std::vector<double> numbers_in(const std::string& text) {
    std::vector<double> numbers;
    std::string digits;
    for (const char letter : text + " ") {
        if (letter >= '0' && letter <= '9') {
            digits += letter;
        } else if (!digits.empty()) {
            numbers.push_back(*core::parse_number(digits));
            digits.clear();
        }
    }
    return numbers;
}

TEST_F(TelangOffice, WritesFacilitiesInDegreesMinutesAndSeconds) {
    const auto lines = lines_of(office_facilities(area()));
    ASSERT_EQ(lines.size(), 34U);
    EXPECT_EQ(lines[0], "No;Nama Fasilitas;Jenis;Desa;Kondisi;Tenaga;Lintang;Bujur");
    EXPECT_THAT(lines[1], StartsWith("1;UPTD Puskesmas Tanjung Lago;PUSKESMAS;Tanjung Lago;berfungsi;27;\"2° 40' "));
    for (std::size_t row = 0; row < 33; ++row) {
        const auto place = area().facilities.geometry.coordinates(row).front();
        const auto& line = lines[row + 1];
        const auto latitude = line.find("\"2°");
        const auto longitude = line.find("\"104°");
        ASSERT_TRUE(latitude < longitude && longitude != std::string::npos) << line;
        const auto degrees = [](const std::vector<double>& parts) {
            return parts[0] + parts[1] / 60.0 + (parts[2] + parts[3] / 10'000.0) / 3600.0;
        };
        EXPECT_NEAR(-degrees(numbers_in(line.substr(latitude, longitude - latitude))), place.y, 2e-8);
        EXPECT_NEAR(degrees(numbers_in(line.substr(longitude))), place.x, 2e-8);
        EXPECT_THAT(line.substr(longitude), HasSubstr("\"\" BT\""));
    }
}

}  // namespace
}  // namespace desakota::test_support
