#include "engine/io/read_text_file.h"

#include "tests/io/support/reading.h"
#include "tests/io/support/temporary_folder.h"

namespace desakota::io {
namespace {

TEST(TextFile, IsReadWholeWithoutItsByteOrderMark) {
    const TemporaryFolder folder;
    EXPECT_EQ(read_text_file(folder.write("a.toml",
                                          "\xEF\xBB\xBF"
                                          "format = 1\r\n")),
              "format = 1\r\n");
    EXPECT_EQ(read_text_file(folder.write("b.toml", std::string("a\0b", 3))), std::string("a\0b", 3));
    EXPECT_EQ(read_text_file(folder.write("c.toml", "")), "");
}

TEST(TextFile, MayHoldSixteenMegabytesAndNoByteMore) {
    const TemporaryFolder folder;
    const std::string most(kMostTextBytes, 'a');
    EXPECT_EQ(read_text_file(folder.write("a.txt", most)).size(), kMostTextBytes);
    const auto larger = folder.write("b.txt", most + "a");
    EXPECT_THAT(error_of([&] { (void)read_text_file(larger); }), testing::StartsWith("3: "));
}

TEST(TextFile, IsAUsageErrorWhereItIsMissing) {
    const TemporaryFolder folder;
    EXPECT_THAT(error_of([&] { (void)read_text_file(folder.file("a.toml")); }),
                testing::AllOf(testing::StartsWith("2: "), testing::HasSubstr("no such file")));
}

}  // namespace
}  // namespace desakota::io
