#include "engine/io/run_record.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/support/temporary_folder.h"

namespace desakota::io {
namespace {

TEST(RunRecord, IsWrittenInAFixedOrderWithPathsRelativeToTheOutput) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "data");
    std::filesystem::create_directory(folder.path() / "out");
    const auto source = folder.write("data/desa.gpkg", "") + "|layername=desa";
    RunRecord record;
    record.engine_version = "0.1.0";
    record.libraries = {{"PROJ", "9.1.1"}, {"GDAL", "3.6.2"}};
    record.analysis = "health-access";
    record.language = core::Language::Indonesian;
    record.parameters = {{"threshold", 5000.0},
                         {"cost", std::string("distance")},
                         {"routes", false},
                         {"cutoff", std::monostate()},
                         {"group-field", std::vector<std::string>{"kecamatan"}}};
    record.inputs = {{"settlements", source, "desa", "ab12", 41}};
    record.coordinate_operations = {{"settlements", "Inverse of UTM zone 48S", 0.0}, {"roads", "Ballpark", {}}};
    record.outputs = {folder.file("out/r.gpkg")};
    EXPECT_EQ(run_record_text(record, folder.file("out/r.gpkg")), R"({
  "format": 1,
  "engine": "0.1.0",
  "libraries": {
    "PROJ": "9.1.1",
    "GDAL": "3.6.2"
  },
  "analysis": "health-access",
  "language": "id",
  "parameters": {
    "threshold": 5000.0,
    "cost": "distance",
    "routes": false,
    "cutoff": null,
    "group-field": [
      "kecamatan"
    ]
  },
  "given": [],
  "inputs": [
    {
      "parameter": "settlements",
      "source": "../data/desa.gpkg|layername=desa",
      "layer": "desa",
      "sha256": "ab12",
      "rows": 41
    }
  ],
  "coordinate_operations": [
    {
      "parameter": "settlements",
      "name": "Inverse of UTM zone 48S",
      "accuracy_m": 0.0
    },
    {
      "parameter": "roads",
      "name": "Ballpark",
      "accuracy_m": null
    }
  ],
  "outputs": [
    "r.gpkg"
  ]
}
)");
}

TEST(RunRecord, NeverHoldsAPassword) {
    RunRecord record;
    record.parameters = {{"settlements", std::string("PG:dbname=desa password=rahasia")},
                         {"roads", std::vector<std::string>{"PG:postgresql://me:rahasia@host/a"}}};
    record.inputs = {{"settlements", "PG:dbname=desa password='ra ha\\'sia' user=me|layername=desa", "desa", "", {}}};
    const auto text = run_record_text(record, "r.gpkg");
    EXPECT_THAT(text, ::testing::Not(::testing::HasSubstr("sia")));
    EXPECT_THAT(text, ::testing::HasSubstr("PG:dbname=desa user=me|layername=desa"));
}

TEST(WithoutPassword, KeepsEverythingElse) {
    EXPECT_EQ(without_password("PG:dbname=a password=b user=c"), "PG:dbname=a user=c");
    EXPECT_EQ(without_password("PG:dbname=a PASSWORD = 'b c' user=d"), "PG:dbname=a user=d");
    EXPECT_EQ(without_password("PG:dbname=a password=b|layername=roads"), "PG:dbname=a|layername=roads");
    EXPECT_EQ(without_password("PG:dbname=a password=b,c;d&e\\ f user=g"), "PG:dbname=a user=g");
    EXPECT_EQ(without_password("PG:postgresql://me@host/a?password=b&port=1"), "PG:postgresql://me@host/a?&port=1");
    EXPECT_EQ(without_password("PG:postgresql://me:s:e@c@host:5432/a"), "PG:postgresql://me@host:5432/a");
    EXPECT_EQ(without_password("PG:postgresql://host:5432/a"), "PG:postgresql://host:5432/a");
    EXPECT_EQ(without_password("data/password list.csv"), "data/password list.csv");
    EXPECT_EQ(without_password("roads.gpkg|layername=roads"), "roads.gpkg|layername=roads");
}

TEST(RelativeSource, LeavesDatabasesAsTheyAre) {
    EXPECT_EQ(relative_source("PG:dbname=a|layername=b", "out/r.gpkg"), "PG:dbname=a|layername=b");
}

TEST(LibraryVersions, NameWhatFiguresDependOn) {
    const auto versions = library_versions();
    ASSERT_EQ(versions.size(), 3U);
    for (const auto& [name, version] : versions) EXPECT_THAT(version, ::testing::HasSubstr(".")) << name;
}

}  // namespace
}  // namespace desakota::io
