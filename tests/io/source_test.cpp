#include "engine/io/source.h"

#include "tests/io/support/reading.h"

namespace desakota::io {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Source, TakesALayerNameAndASubsetThatHoldsABar) {
    const auto source = parse_source("a/file.gpkg|layername=roads|subset=class <> 'track' OR name = 'a|b'");
    EXPECT_EQ(source,
              (Source{.path = "a/file.gpkg", .layer_name = "roads", .subset = "class <> 'track' OR name = 'a|b'"}));
}

TEST(Source, TakesTheColumnsAndTheCoordinateSystemOfATable) {
    EXPECT_EQ(parse_source("table.csv|crs=EPSG:4326|x=bujur|y=lintang"),
              (Source{.path = "table.csv", .crs = "EPSG:4326", .x_field = "bujur", .y_field = "lintang"}));
    EXPECT_EQ(parse_source("table.xlsx|sheet=3.1"), (Source{.path = "table.xlsx", .sheet = "3.1"}));
}

TEST(Source, IsCalledByItsTitleWhereItHasOne) {
    const auto source = parse_source("/tmp/x/1.gpkg|layername=a|title=Jalan: 2024|subset=class = 1");
    EXPECT_EQ(source.title, "Jalan: 2024");
    EXPECT_EQ(public_name(source), "Jalan: 2024");
}

TEST(Source, RefusesUnknownRepeatedEmptyAndHalfParts) {
    EXPECT_THAT(error_of([] { (void)parse_source("a.gpkg|layerid=3"); }),
                StartsWith("2: a.gpkg: \"|layerid=3\" is not"));
    EXPECT_THAT(error_of([] { (void)parse_source("a.gpkg|crs=EPSG:1|crs=EPSG:2"); }), HasSubstr("give crs= once"));
    EXPECT_THAT(error_of([] { (void)parse_source("a.gpkg|layername="); }), HasSubstr("give layername= once"));
    EXPECT_THAT(error_of([] { (void)parse_source("a.csv|x=bujur"); }), HasSubstr("x= and y= go together"));
    EXPECT_THAT(error_of([] { (void)parse_source(""); }), StartsWith("2: "));
}

TEST(Source, NeverShowsAPassword) {
    const auto source = parse_source("PG:dbname=desa host=db user=ani password='rahasia ku'|layername=jalan");
    EXPECT_EQ(public_name(source), "PG:dbname=desa host=db|layername=jalan");
    EXPECT_EQ(public_name(parse_source("PG:postgresql://ani:rahasia@db/desa")), "PG:");
    EXPECT_EQ(without_secrets("login of ani with rahasia ku failed", source), "login of *** with *** failed");
    EXPECT_THAT(without_secrets("missing \"=\" after \"rahasia\" in connection info string", source),
                Not(HasSubstr("rahasia")));
}

TEST(Source, DoesNotEchoTheRestOfAPasswordThatHoldsABar) {
    const auto error = error_of([] { (void)parse_source("PG:dbname=desa password=ra|hasia"); });
    EXPECT_THAT(error, StartsWith("2: PG:dbname=desa"));
    EXPECT_THAT(error, Not(HasSubstr("hasia")));
}

TEST(Source, DoesNotEchoThePasswordWhenTheDatabaseCannotBeReached) {
    const auto error = reading_error("PG:dbname=desa host=127.0.0.1 port=1 user=ani password=rahasia");
    EXPECT_THAT(error, StartsWith("1: PG:dbname=desa host=127.0.0.1 port=1: the database cannot be reached"));
    EXPECT_THAT(error, Not(HasSubstr("rahasia")));
    EXPECT_THAT(reading_error("PG:host=127.0.0.1 port=1 password=ra hasia"), Not(HasSubstr("hasia")));
}

}  // namespace
}  // namespace desakota::io
