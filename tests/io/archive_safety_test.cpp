#include "engine/io/archive_safety.h"

#include "tests/io/support/reading.h"
#include "tests/io/support/temporary_folder.h"
#include "tests/io/support/zip_maker.h"

#include "engine/io/zip_directory.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class Archives : public testing::Test {
protected:
    std::string zip(const std::vector<TestZipEntry>& entries) { return folder.write("a.zip", zip_bytes(entries)); }
    TemporaryFolder folder;
};

TEST_F(Archives, ListWhatTheyHold) {
    const auto entries = zip_entries(zip({{.name = "a/b.txt", .content = std::string(5000, 'x'), .is_packed = true},
                                          {.name = "c.txt", .content = "abc", .is_encrypted = true}}));
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].name, "a/b.txt");
    EXPECT_EQ(entries[0].size, 5000U);
    EXPECT_LT(entries[0].packed_size, 100U);
    EXPECT_FALSE(entries[0].is_encrypted);
    EXPECT_TRUE(entries[1].is_encrypted);
}

TEST_F(Archives, AreFoundBehindACommentAndInTheFormOfMoreThanFourGigabytes) {
    auto bytes = zip_bytes({{.name = "a.txt", .content = "abc"}});
    const auto end = bytes.rfind("PK\5\6");
    const auto size = bytes.substr(end + 12, 4);
    const auto place = bytes.substr(end + 16, 4);
    const std::string none(4, '\0');
    const auto large_end = "PK\6\6" + little_endian(44, 8) + std::string(4, '\0') + std::string(8, '\0') +
                           little_endian(1, 8) + little_endian(1, 8) + size + none + place + none;
    const auto large_end_place = "PK\6\7" + none + little_endian(end, 8) + little_endian(1, 4);
    const auto full = bytes.substr(0, end) + large_end + large_end_place + "PK\5\6" + none + std::string(12, '\xff') +
                      little_endian(7, 2) + "comment";
    const auto entries = zip_entries(folder.write("b.zip", full));
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].name, "a.txt");
}

TEST_F(Archives, AreRefusedWhereTheyAreCutOff) {
    const auto bytes = zip_bytes({{.name = "a.shp", .content = std::string(1000, 'x')}});
    for (const auto length : {std::size_t{0}, std::size_t{500}, bytes.size() - 1}) {
        EXPECT_THAT(reading_error(folder.write("a.zip", bytes.substr(0, length))),
                    AllOf(StartsWith("3: "), HasSubstr("a.zip: is no whole ZIP file"), HasSubstr("again")));
    }
    auto wrong = bytes;
    wrong[wrong.rfind("PK\5\6") + 16] = 9;  // the directory is not where the end says
    EXPECT_THAT(reading_error(folder.write("a.zip", wrong)), HasSubstr("is no whole ZIP file"));
}

TEST_F(Archives, AreRefusedWhereNamesLeadOutOfThem) {
    for (const auto* const name : {"../a.shp", "a/../../b.shp", "/etc/a.shp", "a\\..\\..\\b.shp", "C:\\a.shp"}) {
        EXPECT_THAT(reading_error(zip({{.name = "ok.shp"}, {.name = name}})),
                    AllOf(StartsWith("3: "), HasSubstr("leads out of the archive"), HasSubstr(name)))
            << name;
    }
    EXPECT_THAT(reading_error(zip({{.name = "a..b/c...shp"}})), testing::Not(HasSubstr("leads out")));
}

TEST_F(Archives, AreRefusedWhereTheyAreLocked) {
    EXPECT_THAT(reading_error(zip({{.name = "a.shp", .content = "x", .is_encrypted = true}})),
                AllOf(StartsWith("3: "), HasSubstr("locked with a password. Unpack it")));
}

TEST_F(Archives, AreRefusedWhereTheySayTheyHoldTooMuch) {
    const TestZipEntry large{.name = "a.shp", .content = "x", .said_size = 0xF0000000};
    auto other = large;
    other.name = "b.shp";
    const auto said = AllOf(StartsWith("3: "), HasSubstr("more than 4 GB when unpacked"));
    EXPECT_THAT(reading_error(zip({large, other})), said);
    EXPECT_THAT(reading_error("/vsizip/" + folder.file("a.zip") + "/a.shp"), said);
    EXPECT_THAT(reading_error(folder.write("a.kmz", zip_bytes({large, other}))), said);
}

TEST_F(Archives, AreRefusedWhereTheyHoldMoreThanTheySay) {
    const TestZipEntry trap{
        .name = "a.csv", .content = "x,y\n" + std::string(50'000'000, '1'), .is_packed = true, .said_size = 1000};
    const auto said = AllOf(StartsWith("3: "), HasSubstr("unpacks to more than it says"));
    EXPECT_THAT(reading_error(zip({trap})), said);
    EXPECT_THAT(reading_error("/vsizip/" + folder.file("a.zip") + "/a.csv"), said);
}

}  // namespace
}  // namespace desakota::io
