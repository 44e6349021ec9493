#include "engine/config/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/error.h"

namespace desakota::config {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A reader over `text`, and what it found wrong.
struct Reading {
    explicit Reading(std::string_view text) : root(parse_toml("p.toml", text)) {}
    Table root;
    core::Diagnostics diagnostics;
    Reader reader{"p.toml", root, diagnostics};

    std::string problems() {
        try {
            diagnostics.throw_errors();
        } catch (const core::Error& error) {
            return error.what();
        }
        return "";
    }
};

TEST(Reader, ReadsEachKindOfValue) {
    Reading reading(
        "t = \"road\"\nn = 3\nd = 2.5\ny = false\nl = [\"a\", \"b\"]\nlabel = { en = \"road\", id = \"jalan\" }\n");
    EXPECT_EQ(reading.reader.text("t"), "road");
    EXPECT_EQ(reading.reader.number("n", 0, 10), 3.0);
    EXPECT_EQ(reading.reader.number("d", 0, 10), 2.5);
    EXPECT_EQ(reading.reader.yes_no("y"), false);
    EXPECT_THAT(reading.reader.texts("l"), ElementsAre("a", "b"));
    EXPECT_THAT(reading.reader.texts("t"), ElementsAre("road"));
    EXPECT_EQ(reading.reader.bilingual("label"), (core::Text{"road", "jalan"}));
    reading.reader.finish();
    EXPECT_EQ(reading.problems(), "");
}

TEST(Reader, LeavesAMissingKeyMissingWithoutAnError) {
    Reading reading("format = 1\n");
    EXPECT_FALSE(reading.reader.text("t"));
    EXPECT_FALSE(reading.reader.number("n", 0, 1));
    EXPECT_FALSE(reading.reader.yes_no("y"));
    EXPECT_FALSE(reading.reader.bilingual("label"));
    EXPECT_THAT(reading.reader.texts("l"), IsEmpty());
    EXPECT_THAT(reading.reader.tables("row"), IsEmpty());
    EXPECT_EQ(reading.problems(), "");
}

TEST(Reader, NamesTheLineOfAValueOfTheWrongType) {
    Reading reading("t = 1\nn = \"x\"\ny = \"yes\"\nl = [1]\nlabel = \"road\"\nrow = 3\n");
    (void)reading.reader.text("t");
    (void)reading.reader.number("n", 0, 1);
    (void)reading.reader.yes_no("y");
    (void)reading.reader.texts("l");
    (void)reading.reader.bilingual("label");
    (void)reading.reader.tables("row");
    const auto problems = reading.problems();
    for (const auto* place :
         {"line 1: `t`", "line 2: `n`", "line 3: `y`", "line 4: `l`", "line 5: `label`", "line 6: `row`"}) {
        EXPECT_THAT(problems, HasSubstr(place));
    }
}

TEST(Reader, RejectsNumbersOutsideTheRangeAndWithoutEnd) {
    Reading reading("a = -1\nb = inf\nc = nan\n");
    for (const auto* key : {"a", "b", "c"}) EXPECT_FALSE(reading.reader.number(key, 0, 200)) << key;
    EXPECT_THAT(reading.problems(), HasSubstr("line 1: `a` must be a number from 0 to 200"));
}

TEST(Reader, ListsTheChoicesWhereAnotherWasWritten) {
    Reading reading("kind = \"canal\"\n");
    EXPECT_FALSE(reading.reader.choice("kind", {"road", "river"}));
    EXPECT_THAT(reading.problems(), HasSubstr("line 1: `kind` is \"canal\"; accepted: road, river"));
}

TEST(Reader, ReportsKeysThatNobodyAskedFor) {
    Reading reading("name = \"x\"\nsped = 3\n");
    (void)reading.reader.text("name");
    (void)reading.reader.number("speed", 0, 1);
    reading.reader.finish();
    EXPECT_THAT(reading.problems(), HasSubstr("p.toml, line 2: unknown key `sped`; known here: name, speed"));
}

TEST(Reader, ReadsRowsOneByOne) {
    Reading reading("[[row]]\na = 1\n[[row]]\na = 2\nb = 3\n");
    auto rows = reading.reader.tables("row");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].number("a", 0, 9), 1.0);
    EXPECT_EQ(rows[1].number("a", 0, 9), 2.0);
    rows[1].finish();
    EXPECT_THAT(reading.problems(), HasSubstr("line 5: unknown key `b`"));
}

}  // namespace
}  // namespace desakota::config
