#include "engine/io/write_xlsx.h"

#include <cpl_vsi.h>

#include "tests/io/support/reading.h"
#include "tests/io/support/sample_result.h"
#include "tests/io/support/temporary_folder.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Workbooks : public testing::Test {
protected:
    void write(const std::vector<layers::Layer>& layers, core::Language language = core::Language::English) {
        core::SilentProgress silent;
        const OutputTarget target{.path = path, .overwrite = true, .language = language, .diagnostics = &diagnostics};
        EXPECT_THAT(write_layers(layers, target, silent), ElementsAre(path));
    }
    [[nodiscard]] std::string part(const std::string& name) const {
        auto* const file = VSIFOpenL(("/vsizip/" + path + "/" + name).c_str(), "rb");
        std::string text(10'000'000, '\0');
        text.resize(VSIFReadL(text.data(), 1, text.size(), file));
        VSIFCloseL(file);
        return text;
    }
    static layers::Layer named(const std::string& name) {
        auto layer = sample_summary();
        layer.name = name;
        return layer;
    }

    TemporaryFolder folder;
    std::string path = folder.file("r.xlsx");
    core::Diagnostics diagnostics;
};

TEST_F(Workbooks, AreReadBackAsTheyWere) {
    write({sample_settlements(), sample_legs(), sample_summary()});
    const auto read = read_all(path + "|sheet=health_access",
                               {"settlement_id", "settlement_name", "families", "total_m", "longitude", "latitude"})
                          .layer;
    EXPECT_THAT(values(read, "settlement_id"), ElementsAre("0012", "-", "=1+1", "-"));
    EXPECT_THAT(values(read, "settlement_name"), ElementsAre("Muara \"Telang\", Café", "-", "Mulyasari baru", "-5,5"));
    EXPECT_THAT(values(read, "families"), ElementsAre("9007199254740993", "-", "0", "-7"));
    EXPECT_THAT(values(read, "total_m"), ElementsAre("0.3333333333333333", "5000", "1e-07", "-"));
    EXPECT_THAT(values(read, "longitude"), ElementsAre("104.5", "104.8333333333333", "-", "105.5"));
    EXPECT_THAT(geometry_texts(read).front(), "P(104.5 -2.25)");
    EXPECT_THAT(values(read_all(path + "|sheet=health_access_legs", {"entry_m"}).layer, "entry_m"),
                ElementsAre("15.25", "30.5"));
    EXPECT_THAT(values(read_all(path + "|sheet=health_access_summary", {"group_field"}).layer, "group_field"),
                ElementsAre("kecamatan"));
}

TEST_F(Workbooks, HoldNoFormulasAndAFrozenBoldHeading) {
    write({sample_settlements()});
    const auto sheet = part("xl/worksheets/sheet1.xml");
    EXPECT_THAT(sheet, AllOf(Not(HasSubstr("<f>")), HasSubstr("state=\"frozen\""), HasSubstr("ySplit=\"1\"")));
    EXPECT_THAT(sheet, HasSubstr("<c r=\"A1\" s=\"2\" t=\"s\">"));
    EXPECT_THAT(part("xl/styles.xml"), HasSubstr("<b/>"));
    EXPECT_THAT(sheet, HasSubstr("t=\"b\"><v>1</v>"));
}

TEST_F(Workbooks, BearAFixedDate) {
    write({sample_settlements()});
    EXPECT_THAT(part("docProps/core.xml"), HasSubstr(">1980-01-01T00:00:00Z</dcterms:created>"));
    EXPECT_EQ(bytes_of(path).substr(10, 4), std::string("\0\0\x21\0", 4));  // the date of a ZIP entry, the same day
}

TEST_F(Workbooks, SayWhatTheColumnsMean) {
    write({sample_settlements(), sample_summary()}, core::Language::Indonesian);
    const auto read = read_all(path + "|sheet=columns", {"sheet", "sheet_title", "column", "title", "unit"}).layer;
    EXPECT_THAT(values(read, "column"), ElementsAre("settlement_id", "settlement_name", "families", "total_m", "edge",
                                                    "longitude", "latitude", "group_field"));
    EXPECT_THAT(values(read, "title"), ElementsAre("Kode", "Nama", "Keluarga", "Jarak", "Tepi",
                                                   "Bujur (WGS 84, derajat)", "Lintang (WGS 84, derajat)", "-"));
    EXPECT_EQ(values(read, "sheet").back(), "health_access_summary");
    EXPECT_EQ(values(read, "sheet_title").front(), "Akses kesehatan");
    EXPECT_EQ(values(read, "unit")[3], "m");
}

TEST_F(Workbooks, ForReadersBeginWithTheirContentsAndFormatTheirNumbers) {
    layers::Layer layer{.name = "Jarak (kemarau)", .title = {"Way", "Jarak lewat jalan"}, .source = "way_dry"};
    auto& share = layer.add_column({"Bagian", layers::ColumnType::Number, "", {"share", "share"}});
    share.add_number(0.25);
    layer.row_count = 1;
    core::SilentProgress silent;
    OutputTarget target{.path = path, .overwrite = true, .language = core::Language::Indonesian};
    target.number_formats = {{"0.0%"}};
    write_layers({layer}, target, silent);
    EXPECT_THAT(part("xl/workbook.xml"), testing::ContainsRegex("name=\"Isi\".*name=\"Jarak \\(kemarau\\)\""));
    const auto read =
        read_all(path + "|sheet=Isi", {"Lembar", "Judul", "Kolom", "Lapisan dalam data", "Kolom dalam data"}).layer;
    EXPECT_THAT(values(read, "Lembar"), ElementsAre("Jarak (kemarau)"));
    EXPECT_THAT(values(read, "Judul"), ElementsAre("Jarak lewat jalan"));
    EXPECT_THAT(values(read, "Kolom"), ElementsAre("Bagian"));
    EXPECT_THAT(values(read, "Lapisan dalam data"), ElementsAre("way_dry"));
    EXPECT_THAT(values(read, "Kolom dalam data"), ElementsAre("share"));
    EXPECT_THAT(part("xl/worksheets/sheet1.xml"), HasSubstr("'Jarak (kemarau)'!A1"));
    EXPECT_THAT(part("xl/styles.xml"), HasSubstr("0.0%"));
}

TEST_F(Workbooks, KeepColumnsOfTheSameNameAsWhatIsAdded) {
    auto layer = sample_settlements();
    auto& column = layer.add_column({"Longitude", layers::ColumnType::Number, "", {}});
    for (int row = 0; row < 4; ++row) column.add_number(row);
    write({layer});
    const auto read = read_all(path + "|sheet=health_access", {"Longitude", "longitude_2"}).layer;
    EXPECT_THAT(values(read, "Longitude"), ElementsAre("0", "1", "2", "3"));
    EXPECT_EQ(values(read, "longitude_2").front(), "104.5");
}

TEST_F(Workbooks, LeaveOutPlacesWithoutASystem) {
    auto layer = sample_settlements();
    layer.crs.clear();
    write({layer});
    EXPECT_THAT(reading_error(path + "|sheet=health_access", {"longitude"}), HasSubstr("there is no column"));
}

TEST_F(Workbooks, NameSheetsWithinThirtyOneLetters) {
    EXPECT_THAT(sheet_names({named("hinterland_interaction"), named("hinterland_interaction_summary"),
                             named("hinterland_interaction_centre_facilities"), named("centre_facilities"),
                             named(std::string(31, 'a')), named(std::string(40, 'a')), named(std::string(41, 'A'))}),
                ElementsAre("hinterland_interaction", "hinterland_interaction_summary", "centre_facilities",
                            "centre_facilities_2", std::string(31, 'a'), std::string(29, 'a') + "_2",
                            std::string(29, 'A') + "_3"));
}

TEST_F(Workbooks, EndTextsWhereACellEndsAndSaySo) {
    auto layer = named("teks");
    layer.add_column({"t", layers::ColumnType::Text, "", {}}).add_text(std::string(32766, 'a') + "é");
    write({layer});
    EXPECT_THAT(values(read_all(path + "|sheet=teks", {"t"}).layer, "t"), ElementsAre(std::string(32766, 'a')));
    EXPECT_THAT(told(diagnostics),
                HasSubstr("r.xlsx: teks: 1 texts are longer than an Excel cell takes (32,767 bytes)"));
}

TEST_F(Workbooks, RefuseMoreRowsThanExcelTakes) {
    auto layer = named("besar");
    layer.columns.clear();
    layer.row_count = 1048576;
    EXPECT_THAT(error_of([&] { write({layer}); }),
                AllOf(StartsWith("1: "), HasSubstr("besar has 1048576 rows"), HasSubstr("(1048575 and 16382)")));
}

}  // namespace
}  // namespace desakota::io
