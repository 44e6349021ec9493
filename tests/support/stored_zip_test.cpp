#include "tests/support/stored_zip.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desakota::test_support {
namespace {

/// A number of four bytes, the least first.
std::uint32_t number_at(const std::string& bytes, std::size_t place) {
    std::uint32_t number = 0;
    for (std::size_t i = 4; i-- > 0;) number = number << 8U | static_cast<std::uint8_t>(bytes[place + i]);
    return number;
}

TEST(StoredZip, HoldsEachFileWithItsLengthAndChecksum) {
    const auto zip = stored_zip({{"folder/a.txt", "123456789"}, {"b.txt", ""}});
    EXPECT_EQ(zip.substr(0, 4), "PK\x03\x04");
    EXPECT_EQ(number_at(zip, 14), 0xCBF43926U) << "the check value of CRC-32";
    EXPECT_EQ(number_at(zip, 18), 9U);
    EXPECT_EQ(zip.substr(30, 21), "folder/a.txt123456789");
    EXPECT_THAT(zip.substr(51, 4), "PK\x03\x04") << "the next file";
}

TEST(StoredZip, EndsWithADirectoryThatTellsWhereFilesBegin) {
    const auto zip = stored_zip({{"a.txt", "1"}, {"b.txt", "22"}});
    const auto end = zip.size() - 22;
    EXPECT_EQ(zip.substr(end, 4), "PK\x05\x06");
    EXPECT_EQ(zip[end + 10], 2) << "files";
    const auto directory = number_at(zip, end + 16);
    EXPECT_EQ(directory + number_at(zip, end + 12), end);
    EXPECT_EQ(zip.substr(directory, 4), "PK\x01\x02");
    const std::size_t second = directory + 46 + 5;
    EXPECT_EQ(zip.substr(second, 4), "PK\x01\x02");
    const auto begin = number_at(zip, second + 42);
    EXPECT_EQ(zip.substr(begin + 30, 7), "b.txt22");
}

}  // namespace
}  // namespace desakota::test_support
