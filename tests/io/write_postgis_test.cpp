#include "engine/io/write_postgis.h"

#include "tests/io/support/postgres_server.h"
#include "tests/io/support/reading.h"
#include "tests/io/support/sample_result.h"

#include "engine/io/postgis_target.h"

namespace desakota::io {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(PostgisTarget, IsAConnectionWithASchema) {
    const auto target = postgis_target("PG:dbname=desa password='a |b' |schema=hasil");
    EXPECT_EQ(target.connection, "PG:dbname=desa password='a |b'");
    EXPECT_EQ(target.schema, "hasil");
    EXPECT_EQ(postgis_target("PG:dbname=desa").schema, "public");
    EXPECT_TRUE(is_database_output("pg:dbname=desa"));
    EXPECT_FALSE(is_database_output("desa.gpkg"));
}

TEST(PostgisTarget, IsShownWithoutUserAndPassword) {
    const std::string path = "PG:dbname=desa host=kantor user=ani password=rahasia123|schema=hasil";
    EXPECT_EQ(shown_output(path), "PG:dbname=desa host=kantor|schema=hasil");
    EXPECT_EQ(shown_output("a/r.gpkg"), "a/r.gpkg");
    EXPECT_THAT(result_tables(path, {{"legs"}}), ElementsAre("PG:dbname=desa host=kantor|layername=hasil.legs"));
    EXPECT_EQ(run_record_path(path), "");
    for (const auto* const end : {"|schema=", "|schema=a|layername=b"}) {
        EXPECT_THAT(error_of([&] { static_cast<void>(postgis_target(std::string("PG:password=rahasia123") + end)); }),
                    AllOf(StartsWith("2: "), HasSubstr("|schema=NAME"), Not(HasSubstr("rahasia"))));
    }
}

TEST(PostgisTarget, IsToldWithoutPasswordWhereItCannotBeReached) {
    EXPECT_THAT(
        error_of([] { check_output("PG:dbname=desa host=/nirgends user=ani password=rahasia123", false, {{"legs"}}); }),
        AllOf(StartsWith("1: "), HasSubstr("the database cannot be reached"), Not(HasSubstr("rahasia"))));
}

/// Each test has a schema of its own.
class Postgis : public testing::Test {
protected:
    void SetUp() override {
        if (!server.missing.empty()) GTEST_SKIP() << server.missing;
        ASSERT_TRUE(server.run("desa", "DROP SCHEMA IF EXISTS hasil CASCADE; CREATE SCHEMA hasil"));
    }
    std::vector<std::string> write(const std::vector<layers::Layer>& layers, bool overwrite = false,
                                   const std::string& record = "{\"password\": \"it's\"}\n") const {
        core::SilentProgress silent;
        return write_layers(layers, {.path = output, .overwrite = overwrite, .run_record = record}, silent);
    }
    [[nodiscard]] std::string table(const std::string& name) const {
        return server.connection("desa") + "|layername=hasil." + name;
    }
    [[nodiscard]] bool is_true(const std::string& condition) const {
        return server.run("desa", "DO \\$\\$ BEGIN ASSERT " + condition + "; END \\$\\$");
    }

    const PostgresServer& server = PostgresServer::instance();
    std::string output = server.connection("desa") + " |schema=hasil";
};

TEST_F(Postgis, HoldsAllLayersAsTheyWere) {
    const auto tables = write({sample_settlements(), sample_legs(), sample_summary()});
    ASSERT_EQ(tables.size(), 3U);
    EXPECT_THAT(tables.front(), AllOf(HasSubstr("|layername=hasil.health_access"), Not(HasSubstr("rahasia"))));
    const auto read =
        read_all(table("health_access"), {"settlement_id", "settlement_name", "families", "total_m", "edge"}).layer;
    EXPECT_THAT(geometry_texts(read),
                ElementsAre("P(104.5 -2.25)", "P(104.83333333333333 -2.25)", "", "P(105.5 -2.25)"));
    EXPECT_THAT(values(read, "settlement_id"), ElementsAre("0012", "-", "=1+1", "-"));
    EXPECT_THAT(values(read, "settlement_name"), ElementsAre("Muara \"Telang\", Café", "-", "Mulyasari\nbaru", "-5,5"));
    EXPECT_THAT(values(read, "families"), ElementsAre("9007199254740993", "-", "0", "-7"));
    EXPECT_THAT(values(read, "total_m"), ElementsAre("0.333333333333333", "5000", "1e-07", "-"));
    EXPECT_THAT(values(read, "edge"), ElementsAre("true", "false", "-", "true"));
    EXPECT_THAT(read.crs, HasSubstr("WGS 84"));
    EXPECT_THAT(geometry_texts(read_all(table("health_access_legs")).layer),
                ElementsAre("L(104.5 -2,104.6 -2.1)", "L(105 -2,105.1 -2.1,105.2 -2)L(106 -2,106.1 -2.1)"));
    EXPECT_THAT(values(read_all(table("health_access_summary"), {"group_field"}).layer, "group_field"),
                ElementsAre("kecamatan"));
}

TEST_F(Postgis, HoldsTitlesAndTheRecordOfTheRun) {
    write({sample_settlements()});
    EXPECT_TRUE(is_true("obj_description('hasil.health_access'::regclass) = 'Access to health care'"));
    EXPECT_TRUE(
        is_true("col_description('hasil.health_access'::regclass, (SELECT attnum FROM pg_attribute WHERE attrelid "
                "= 'hasil.health_access'::regclass AND attname = 'families')) = 'Families'"));
    EXPECT_FALSE(is_true("obj_description('hasil.health_access'::regclass) = 'x'"));
    const auto runs = read_all(table("desakota_runs"), {"main_table", "run_record"}).layer;
    EXPECT_THAT(values(runs, "main_table"), ElementsAre("health_access"));
    EXPECT_THAT(values(runs, "run_record"), ElementsAre("{\"password\": \"it's\"}\n"));
    write({sample_settlements()}, true, "{}");
    EXPECT_THAT(values(read_all(table("desakota_runs"), {"run_record"}).layer, "run_record"), ElementsAre("{}"));
}

TEST_F(Postgis, IsReplacedOnlyWhereTold) {
    write({sample_settlements(), sample_legs()});
    const auto refused = AllOf(StartsWith("2: "), HasSubstr("the table health_access exists already. Add --overwrite"));
    EXPECT_THAT(error_of([&] { write({sample_settlements()}); }), refused);
    EXPECT_THAT(error_of([&] { check_output(output, false, {{"health_access"}}); }), refused);
    auto shorter = sample_legs();
    shorter.name = "health_access";
    write({shorter}, true);
    EXPECT_EQ(read_all(table("health_access")).layer.row_count, 2U);
    EXPECT_EQ(read_all(table("health_access_legs")).layer.row_count, 2U);
}

TEST_F(Postgis, IsCompleteOrAbsent) {
    write({sample_settlements()}, false, "old");
    ASSERT_TRUE(server.run("desa", "CREATE VIEW hasil.v AS SELECT * FROM hasil.health_access"));
    EXPECT_THAT(error_of([&] {
                    write({sample_settlements(), sample_legs()}, true, "new");
                }),
                AllOf(StartsWith("1: "), HasSubstr("could not be written"), HasSubstr("Nothing was changed"),
                      Not(HasSubstr("rahasia"))));
    EXPECT_TRUE(is_true("to_regclass('hasil.health_access_legs') IS NULL"));
    EXPECT_THAT(values(read_all(table("desakota_runs"), {"run_record"}).layer, "run_record"), ElementsAre("old"));
}

TEST_F(Postgis, IsLeftAloneByACancelAtAnyReport) {
    class CancelAt final : public core::Progress {
    public:
        explicit CancelAt(int n) : left_(n) {}
        void report(double /*fraction*/) override {}
        [[nodiscard]] bool cancelled() const override { return --left_ < 0; }
        mutable int left_;
    };
    int cancels = 0;
    for (bool is_done = false; !is_done; ++cancels) {
        ASSERT_LT(cancels, 100);
        CancelAt progress(cancels);
        try {
            write_layers({sample_settlements(), sample_legs()}, {.path = output, .run_record = "{}"}, progress);
            is_done = true;
        } catch (const core::Cancelled&) {
            EXPECT_TRUE(is_true("(SELECT count(*) FROM pg_tables WHERE schemaname = 'hasil') = 0")) << cancels;
        }
    }
    EXPECT_GT(cancels, 3);
}

TEST_F(Postgis, IsRefusedWithoutPostgisOrSchemaAndAsItsOwnInput) {
    EXPECT_THAT(error_of([&] { check_output(server.connection("polos"), false, {{"legs"}}); }),
                AllOf(StartsWith("2: "), HasSubstr("has no PostGIS"), Not(HasSubstr("rahasia"))));
    EXPECT_THAT(error_of([&] { check_output(server.connection("desa") + "|schema=tiada", false, {{"legs"}}); }),
                AllOf(StartsWith("2: "), HasSubstr("there is no schema tiada")));
    EXPECT_THAT(error_of([&] { check_output(output, true, {{"legs"}}, {table("legs")}); }),
                AllOf(StartsWith("2: "), HasSubstr("is an input of this run"), Not(HasSubstr("rahasia"))));
}

}  // namespace
}  // namespace desakota::io
