#include "engine/report/json_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace desakota::report {
namespace {

TEST(JsonString, ReadsBackAsItWas) {
    for (const std::string text :
         {"Mulyasari", "\"\\/\b\n\t\x01", "</script><!--", "a'b&c", "Kalimantan Utara – é 村 🏝", ""}) {
        EXPECT_EQ(nlohmann::json::parse(json_string(text)), text);
    }
}

TEST(JsonString, HoldsNothingThatEndsAScript) {
    const auto json = json_string("</script><!-- & \xE2\x80\xA8 \xE2\x80\xA9 '");
    EXPECT_EQ(json, R"("\u003c/script\u003e\u003c!-- \u0026 \u2028 \u2029 \u0027")");
}

TEST(JsonString, ReplacesWhatIsNotUtf8) {
    const std::string kept = "\xEF\xBF\xBD";
    EXPECT_EQ(json_string("a\xFF"
                          "b"),
              "\"a" + kept + "b\"");
    EXPECT_EQ(json_string("\xC3"), "\"" + kept + "\"");
    EXPECT_EQ(json_string("\xC0\xBC"), "\"" + kept + kept + "\"");             // "<", overlong
    EXPECT_EQ(json_string("\xED\xA0\x80"), "\"" + kept + kept + kept + "\"");  // a surrogate
}

TEST(Json, PutsValuesTogether) {
    EXPECT_EQ(json_array({"1", "null"}), "[1,null]");
    EXPECT_EQ(json_array({}), "[]");
    EXPECT_EQ(json_object({{"a", "1"}, {"<", "[]"}}), R"({"a":1,"\u003c":[]})");
}

TEST(Base64, IsThatOfItsStandard) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("\xFF\xEF"), "/+8=");
}

TEST(BytesOfHex, TakesDigitsOfEitherCase) {
    EXPECT_EQ(bytes_of_hex("0aFf7e"), "\x0A\xFF\x7E");
}

}  // namespace
}  // namespace desakota::report
