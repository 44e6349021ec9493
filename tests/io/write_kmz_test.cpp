#include "engine/io/write_kmz.h"

#include <cpl_vsi.h>

#include "tests/io/support/reading.h"
#include "tests/io/support/sample_result.h"
#include "tests/io/support/temporary_folder.h"
#include "tests/io/support/zip_maker.h"

#include "engine/io/zip_directory.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Kmz : public testing::Test {
protected:
    std::string write(const std::vector<layers::Layer>& layers, core::Language language = core::Language::English) {
        core::SilentProgress silent;
        EXPECT_THAT(write_layers(layers, {.path = path, .overwrite = true, .language = language}, silent),
                    ElementsAre(path));
        return kml();
    }
    [[nodiscard]] std::string kml() const {
        auto* const file = VSIFOpenL(("/vsizip/" + path + "/doc.kml").c_str(), "rb");
        std::string text(10'000'000, '\0');
        text.resize(VSIFReadL(text.data(), 1, text.size(), file));
        VSIFCloseL(file);
        return text;
    }

    TemporaryFolder folder;
    std::string path = folder.file("r.kmz");
};

TEST_F(Kmz, AreReadBackAsTheyWere) {
    write({sample_settlements(), sample_legs(), sample_summary()});
    const auto main = path + "|layername=health_access";
    const auto read = read_all(main, {"settlement_id", "settlement_name", "families", "total_m", "edge"}).layer;
    EXPECT_THAT(geometry_texts(read), ElementsAre("P(104.5 -2.25)", "P(104.833333333 -2.25)", "", "P(105.5 -2.25)"));
    EXPECT_THAT(values(read, "settlement_id"), ElementsAre("0012", "-", "=1+1", "-"));
    EXPECT_THAT(values(read, "settlement_name"), ElementsAre("Muara \"Telang\", Café", "-", "Mulyasari\nbaru", "-5,5"));
    EXPECT_THAT(values(read, "families"), ElementsAre("9007199254740993", "-", "0", "-7"));
    EXPECT_THAT(values(read, "total_m"), ElementsAre("0.3333333333333333", "5000", "1e-07", "-"));
    EXPECT_THAT(geometry_texts(read_all(path + "|layername=health_access_legs").layer),
                ElementsAre("L(104.5 -2,104.6 -2.1)", "L(105 -2,105.1 -2.1,105.2 -2)L(106 -2,106.1 -2.1)"));
    EXPECT_THAT(values(read_all(path + "|layername=health_access_summary", {"group_field"}).layer, "group_field"),
                ElementsAre("kecamatan"));
}

TEST_F(Kmz, NameFoldersAndPlacesAndTellTheTitles) {
    const auto text = write({sample_settlements(), sample_legs()}, core::Language::Indonesian);
    EXPECT_THAT(text, HasSubstr("<Document><name>Akses kesehatan</name>"));
    EXPECT_THAT(text, HasSubstr("<Document><name>health_access</name><description>Akses kesehatan</description>"));
    EXPECT_THAT(text, HasSubstr("<Document><name>health_access_legs</name><description>Jalan masuk</description>"));
    EXPECT_THAT(text, HasSubstr("<SimpleField name=\"families\" type=\"string\"><displayName>Keluarga</displayName>"));
    EXPECT_THAT(text, HasSubstr("<SimpleField name=\"edge\" type=\"bool\"><displayName>Tepi</displayName>"));
    EXPECT_THAT(text, HasSubstr("<Placemark><name>Muara &quot;Telang&quot;, Café</name>"));
}

TEST_F(Kmz, EscapeWhatWouldBeMarkup) {
    auto layer = sample_summary();
    layer.columns.clear();
    layer.title = {"<b>&</b>", ""};
    layer.add_column({"a<b", layers::ColumnType::Text, "", {"<i>", ""}})
        .add_text("</Placemark><NetworkLink><Link>\x01]]> & \"x\"");
    const auto text = write({layer});
    EXPECT_THAT(text, AllOf(Not(HasSubstr("<NetworkLink")), Not(HasSubstr("\x01")), Not(HasSubstr("<b>")),
                            Not(HasSubstr("<i>"))));
    const auto read = read_all(path, {"a<b"}).layer;
    EXPECT_THAT(values(read, "a<b"), ElementsAre("</Placemark><NetworkLink><Link> ]]> & \"x\""));
}

TEST_F(Kmz, TakeWholeNumbersOf32BitsForNumbers) {
    auto layer = sample_summary();
    layer.columns.clear();
    layer.add_column({"fits", layers::ColumnType::WholeNumber, "", {}}).add_whole_number(2147483647);
    layer.add_column({"not", layers::ColumnType::WholeNumber, "", {}}).add_whole_number(-2147483649);
    const auto text = write({layer});
    EXPECT_THAT(text, HasSubstr("<SimpleField name=\"fits\" type=\"int\">"));
    EXPECT_THAT(text, HasSubstr("<SimpleField name=\"not\" type=\"string\">"));
}

TEST_F(Kmz, BringPlacesToWgs84AndHoldHoles) {
    layers::Layer layer{.name = "a", .crs = "EPSG:32748", .geometry_type = geo::GeometryType::Point, .row_count = 1};
    layer.geometry.add_part(geo::PartRole::Point, {{geo::Point{466646.445, 9734722.675}}});
    layer.geometry.end_feature();
    EXPECT_THAT(write({layer}), HasSubstr("<Point><coordinates>104.7000000"));
    EXPECT_THAT(
        write({sample_areas()}),
        HasSubstr("<MultiGeometry><Polygon><tessellate>1</tessellate><outerBoundaryIs><LinearRing><coordinates>"
                  "100,0 100,2 102,2 102,0 100,0</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs>"));
    layer.crs.clear();
    EXPECT_THAT(error_of([&] { write({layer}); }), AllOf(StartsWith("2: "), HasSubstr("KMZ needs WGS 84")));
}

TEST_F(Kmz, AreWholeZipFilesOfFixedDate) {
    const auto text = write({sample_settlements()});
    const auto entries = zip_entries(path);
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].name, "doc.kml");
    EXPECT_EQ(entries[0].size, text.size());
    const auto bytes = bytes_of(path);
    EXPECT_EQ(bytes.substr(10, 4), little_endian(0x00210000, 4));
    EXPECT_EQ(bytes.substr(bytes.rfind("PK\1\2") + 16, 4), little_endian(checksum(text), 4));
}

TEST_F(Kmz, PackMoreThanOneBuffer) {
    auto layer = sample_summary();
    layer.columns.clear();
    auto& column = layer.add_column({"t", layers::ColumnType::Text, "", {}});
    layer.row_count = 20000;
    unsigned state = 1;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        std::string text;
        for (int i = 0; i < 20; ++i)
            text += static_cast<char>('a' + (state = state * 1103515245U + 12345U) / 65536U % 26U);
        column.add_text(text);
    }
    write({layer});
    EXPECT_GT(std::filesystem::file_size(path), 200'000U);
    EXPECT_EQ(values(read_all(path, {"t"}).layer, "t").back(), column.as_text(19999).value());
}

}  // namespace
}  // namespace desakota::io
