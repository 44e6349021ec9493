#include "engine/io/kml_links.h"

#include "tests/io/support/reading.h"
#include "tests/io/support/temporary_folder.h"
#include "tests/io/support/zip_maker.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class KmlLinks : public testing::Test {
protected:
    static std::string kml(const std::string& more) {
        return R"(<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:kml="http://www.opengis.net/kml/2.2">
<NetworkLinkControl></NetworkLinkControl><Document><Placemark><name>NetworkLink</name><Point><coordinates>104,-2</coordinates>
</Point></Placemark>)" +
               more + "</Document></kml>";
    }
    static std::string link(const std::string& address) {
        return "<NetworkLink><Link><href>" + address + "</href></Link></NetworkLink>";
    }
    std::string kmz(const std::string& address, const std::string& other) {
        return folder.write("a.kmz", zip_bytes({{.name = "doc.kml", .content = kml(link(address))},
                                                {.name = other, .content = kml("")}}));
    }
    static auto refused() {
        return AllOf(StartsWith("3: "), HasSubstr("lie elsewhere (NetworkLink)"), HasSubstr("Google Earth"));
    }
    TemporaryFolder folder;
};

TEST_F(KmlLinks, AreToldWhereverTheFileLies) {
    const auto text = kml(link("https://example.org/a.kml"));
    EXPECT_THAT(reading_error(folder.write("a.kml", text)), refused());
    EXPECT_THAT(reading_error(folder.write("a.zip", zip_bytes({{.name = "a.kml", .content = text}}))), refused());
    EXPECT_THAT(reading_error(kmz("https://example.org/a.kml", "a.kml")), refused());
    EXPECT_THAT(reading_error(kmz("../a.kml", "a.kml")), refused());
}

TEST_F(KmlLinks, AreAllowedBetweenTheFilesOfOneKmz) {
    EXPECT_EQ(reading_error(kmz("isi/a.kml", "isi/a.kml")), "");
    EXPECT_EQ(reading_error(kmz("a.kml", "a.kml")), "");
}

TEST_F(KmlLinks, AreNotSeenInWordsAndOtherElements) {
    EXPECT_EQ(reading_error(folder.write("a.kml", kml(""))), "");
}

TEST_F(KmlLinks, AreSeenAcrossTheBordersOfWhatIsReadAtOnce) {
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    const std::string element = "<kml:NetworkLink ><Link><href>b.kml</href></Link></kml:NetworkLink>";
    const auto before = kml("").find("</Document>");
    for (std::size_t inside = 0; inside < element.size(); inside += 5) {
        const auto text = kml(std::string(kPiece - before - inside, ' ') + element);
        EXPECT_THAT(reading_error(folder.write("a.kml", text)), refused()) << inside;
    }
}

}  // namespace
}  // namespace desakota::io
