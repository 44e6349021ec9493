#include "engine/io/tags.h"

#include <gtest/gtest.h>

namespace desakota::io {
namespace {

TEST(Tags, AreFoundByTheirWholeName) {
    constexpr std::string_view kTags = R"("bridge:name"=>"Ampera","layer"=>"1","bridge"=>"yes")";
    EXPECT_EQ(tag_value(kTags, "bridge"), "yes");
    EXPECT_EQ(tag_value(kTags, "layer"), "1");
    EXPECT_EQ(tag_value(kTags, "name"), std::nullopt);
    EXPECT_EQ(tag_value("", "bridge"), std::nullopt);
}

TEST(Tags, AreNotFoundInsideValues) {
    EXPECT_EQ(tag_value(R"("note"=>"ford \"bridge\"=>\"yes\", bad","x"=>"1")", "bridge"), std::nullopt);
    EXPECT_EQ(tag_value(R"("note"=>"ford","ford"=>"yes")", "ford"), "yes");
}

TEST(Tags, KeepQuotesAndBackslashesOfValues) {
    EXPECT_EQ(tag_value(R"("ref"=>"a\"b\\c")", "ref"), R"(a"b\c)");
}

TEST(Tags, MayBeNullSpacedOrBroken) {
    EXPECT_EQ(tag_value(R"("bridge"=>NULL, "layer" => "1")", "bridge"), std::nullopt);
    EXPECT_EQ(tag_value(R"("bridge"=>NULL, "layer" => "1")", "layer"), "1");
    EXPECT_EQ(tag_value(R"("layer"=>"1)", "layer"), "1");
    EXPECT_EQ(tag_value(R"("layer)", "layer"), std::nullopt);
    EXPECT_EQ(tag_value("\"layer\\", "layer"), std::nullopt);
}

}  // namespace
}  // namespace desakota::io
