#include "sample_layers/office_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <memory>

#include <ogrsf_frmts.h>

namespace desakota::sample_layers {
namespace {

using testing::ElementsAre;

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::filesystem::path office_folder() {
    return std::filesystem::path(DESAKOTA_SAMPLE_LAYERS) / "kantor";
}

std::unique_ptr<GDALDataset> open(const std::string& path) {
    GDALAllRegister();
    return std::unique_ptr<GDALDataset>(
        GDALDataset::FromHandle(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr)));
}

TEST(OfficeFiles, AreTheBytesThatTheGeneratorMakes) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "desakota_office_files";
    std::filesystem::create_directories(folder);
    const auto telang = test_support::make_telang();
    const auto written = write_office_files(telang, folder.string());
    ASSERT_EQ(written.size(), 4U);
    for (const auto& path : written) {
        const auto name = std::filesystem::path(path).filename();
        EXPECT_TRUE(bytes_of(path) == bytes_of(office_folder() / name)) << name;
    }
    std::filesystem::remove_all(folder);
}

TEST(OfficeFiles, HoldAShapefileWithoutACoordinateSystemInAFolderOfTheZip) {
    const auto dataset = open("/vsizip/" + (office_folder() / "desa.zip").string() + "/Batas_Desa/BATAS_DESA_2023.shp");
    ASSERT_NE(dataset, nullptr);
    auto* layer = dataset->GetLayer(0);
    EXPECT_EQ(layer->GetSpatialRef(), nullptr);
    EXPECT_EQ(layer->GetFeatureCount(), 41);
    const std::unique_ptr<OGRFeature> first(layer->GetNextFeature());
    EXPECT_EQ(first->GetFID(), 0);
    EXPECT_STREQ(first->GetFieldAsString("NAMOBJ"), "Sebalik");
    EXPECT_STREQ(first->GetFieldAsString("KECAMATAN"), "TANJUNG LAGO");
    EXPECT_STREQ(first->GetFieldAsString("KDEPUM"), "99.07.01.2001");
}

/// The cells of a row as text, "" where there is nothing.
std::vector<std::string> cells_of(const OGRFeature& row) {
    std::vector<std::string> cells;
    for (int i = 0; i < row.GetFieldCount(); ++i) {
        cells.emplace_back(row.IsFieldSetAndNotNull(i) ? row.GetFieldAsString(i) : "");
    }
    return cells;
}

TEST(OfficeFiles, HoldAWorkbookAsOfficesWriteThem) {
    const auto dataset = open((office_folder() / "penduduk.xlsx").string());
    ASSERT_NE(dataset, nullptr);
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : dataset->GetLayer(0)) rows.push_back(cells_of(*row));
    const auto row_with = [&](const std::string& name) {
        return *std::ranges::find_if(rows, [&](const auto& row) { return row[1] == name; });
    };
    EXPECT_THAT(rows[4], ElementsAre("No.", "Desa / UPT", "Kependudukan", "", "", "", "", "", "Jarak ke Puskesmas (km)",
                                     "Wilayah Kerja Puskesmas"));
    EXPECT_THAT(rows[5],
                ElementsAre("", "", "Jumlah Penduduk", "", "", "Jumlah KK", "KK Miskin", "KK Transmigran", "", ""));
    EXPECT_THAT(rows[6], ElementsAre("", "", "Laki-laki", "Perempuan", "Jumlah", "", "", "", "", ""));
    EXPECT_EQ(rows[7][9], "(10)");
    EXPECT_EQ(rows[8][0], "Kecamatan Tanjung Lago");
    EXPECT_EQ(std::ranges::count_if(rows, [](const auto& row) { return row[1] == "Jumlah"; }), 3);
    EXPECT_EQ(row_with("TOTAL")[5], "30154");
    EXPECT_EQ(row_with("TOTAL")[6], "10644");
    EXPECT_EQ(row_with("Sebalik")[7], "-");
    EXPECT_EQ(row_with("Marga Rahaju")[8], "...");
    EXPECT_EQ(row_with("Mulya Sari")[9], "PKM Mulyasari");
    EXPECT_EQ(rows.back()[0], "Sumber: contoh buatan, bukan data sebenarnya");
    EXPECT_TRUE(std::ranges::any_of(rows, [](const auto& row) { return row[4].find('.') == 1; })) << "1.234 as a text";
}

}  // namespace
}  // namespace desakota::sample_layers
