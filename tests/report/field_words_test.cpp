#include "engine/report/field_words.h"

#include <gtest/gtest.h>

namespace desakota::report {
namespace {

TEST(FieldWords, AreAsReadersWriteThem) {
    EXPECT_EQ(field_words("skp"), "SKP");
    EXPECT_EQ(field_words("nama_kec"), "nama kec");
    EXPECT_EQ(field_words("nama_skp"), "nama SKP");
    EXPECT_EQ(field_words("Kawasan"), "Kawasan");
    EXPECT_EQ(field_words(""), "");
}

}  // namespace
}  // namespace desakota::report
