#include "engine/io/add_styles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/support/sample_result.h"
#include "tests/io/support/temporary_folder.h"

#include "engine/core/error.h"
#include "engine/core/progress.h"
#include "engine/io/sqlite_file.h"
#include "engine/io/write_layers.h"

namespace desakota::io {
namespace {

using testing::ElementsAre;

/// A GeoPackage with the layers health_access and health_access_legs, without styles.
std::string unstyled(const TemporaryFolder& folder) {
    core::SilentProgress silent;
    write_layers({sample_settlements(), sample_legs()}, {.path = folder.file("r.gpkg")}, silent);
    return folder.file("r.gpkg");
}

std::vector<std::string> styles_in(const std::string& path) {
    const SqliteFile file(path, path);
    return Statement(file,
                     "SELECT f_table_name || ' ' || f_geometry_column || ' ' || styleName || ' ' || useAsDefault || "
                     "' ' || styleQML || ' ' || description FROM layer_styles ORDER BY f_table_name, styleName")
        .texts();
}

TEST(AddStyles, MakesTheFirstTheDefaultOfTheTable) {
    const TemporaryFolder folder;
    const auto path = unstyled(folder);
    add_styles(path, "health_access", {{"distance", "Jarak", "<qgis a='1'/>"}, {"reached", "Terjangkau", "<qgis/>"}});
    EXPECT_THAT(styles_in(path), ElementsAre("health_access geom distance 1 <qgis a='1'/> Jarak",
                                             "health_access geom reached 0 <qgis/> Terjangkau"));
}

TEST(AddStyles, ReplacesStylesOfTheSameNameAndLeavesOneDefault) {
    const TemporaryFolder folder;
    const auto path = unstyled(folder);
    add_styles(path, "health_access", {{"distance", "Jarak", "<qgis a='1'/>"}, {"reached", "Terjangkau", "<qgis/>"}});
    add_styles(path, "health_access", {{"reached", "Reached", "<qgis b='2'/>"}});
    EXPECT_THAT(styles_in(path), ElementsAre("health_access geom distance 0 <qgis a='1'/> Jarak",
                                             "health_access geom reached 1 <qgis b='2'/> Reached"));
}

TEST(AddStyles, LeaveThoseOfOtherTablesAlone) {
    const TemporaryFolder folder;
    const auto path = unstyled(folder);
    add_styles(path, "health_access", {{"distance", "Jarak", "<qgis/>"}});
    add_styles(path, "health_access_legs", {{"distance", "Jalur", "<qgis c='3'/>"}});
    EXPECT_THAT(styles_in(path), ElementsAre("health_access geom distance 1 <qgis/> Jarak",
                                             "health_access_legs geom distance 1 <qgis c='3'/> Jalur"));
}

TEST(AddStyles, SayWhereTheFileCannotBeChanged) {
    const TemporaryFolder folder;
    const auto path = unstyled(folder);
    EXPECT_THROW(add_styles(folder.file("none.gpkg"), "a", {{"distance", "", ""}}), core::Error);
    EXPECT_THROW(add_styles(path, "none", {{"distance", "", ""}}), core::Error);
}

}  // namespace
}  // namespace desakota::io
