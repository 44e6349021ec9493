#include "engine/report/packed_numbers.h"

#include <gtest/gtest.h>

namespace desakota::report {
namespace {

std::string packed(std::uint64_t number) {
    PackedNumbers numbers;
    numbers.add(number);
    return numbers.text();
}

std::string packed_signed(std::int64_t number) {
    PackedNumbers numbers;
    numbers.add_signed(number);
    return numbers.text();
}

TEST(PackedNumbers, TakeFiveBitsACharacter) {
    EXPECT_EQ(packed(0), "A");
    EXPECT_EQ(packed(31), "f");
    EXPECT_EQ(packed(32), "gB");
    EXPECT_EQ(packed(1023), "_f");
    EXPECT_EQ(packed(std::uint64_t{1} << 53U), "ggggggggggI");
}

TEST(PackedNumbers, KeepSmallOnesOfEitherSignShort) {
    EXPECT_EQ(packed_signed(0), "A");
    EXPECT_EQ(packed_signed(-1), "B");
    EXPECT_EQ(packed_signed(1), "C");
    EXPECT_EQ(packed_signed(-16), "f");
    EXPECT_EQ(packed_signed(16), "gB");
}

TEST(PackedNumbers, TellMissingFromZero) {
    PackedNumbers numbers;
    numbers.add(std::optional<std::int64_t>());
    numbers.add(std::optional<std::int64_t>(0));
    numbers.add(std::optional<std::int64_t>(-1));
    EXPECT_EQ(numbers.text(), "ABC");
    EXPECT_EQ(numbers.json(), "\"ABC\"");
}

}  // namespace
}  // namespace desakota::report
