#include "engine/study/code_words.h"

#include <gmock/gmock.h>

namespace desakota::study {
namespace {

using core::Text;

TEST(CodeWords, SayWhatACodeMeansInItsColumnAndInThoseWithAPrefix) {
    EXPECT_EQ(code_words("status", "reached"), (Text{"reached", "terjangkau"}));
    EXPECT_EQ(code_words("skp_status", "not_connected"), (Text{"not connected", "tidak tersambung"}));
    EXPECT_EQ(code_words("food_security_class_bounded", "fairly_secure"),
              (Text{"fairly food secure", "cukup tahan pangan"}));
}

TEST(CodeWords, DifferFromColumnToColumn) {
    EXPECT_EQ(code_words("system", "sebagian"), (Text{"partial", "sebagian"}));
    EXPECT_EQ(code_words("goals", "sebagian"), (Text{"agreed by some", "disepakati sebagian"}));
}

TEST(CodeWords, LeaveNamesAndUnknownCodesAlone) {
    EXPECT_EQ(code_words("settlement_name", "reached"), std::nullopt);
    EXPECT_EQ(code_words("substatus", "reached"), std::nullopt);
    EXPECT_EQ(code_words("status", "Mulyasari"), std::nullopt);
}

}  // namespace
}  // namespace desakota::study
