#pragma once

#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/run_tool.h"

namespace desakota::cli {

/// Runs `desakota_test_tool` (the command line on the test catalogue) in English on small layers in a folder of its
/// own.
class ToolTest : public testing::Test {
protected:
    using Words = std::vector<std::string>;

    static tests::ToolCall call(Words arguments) {
        tests::ToolCall result;
        result.program = DESAKOTA_TEST_TOOL;
        result.arguments = std::move(arguments);
        result.environment = {{"LC_ALL", "C"}, {"LANG", ""}, {"LC_MESSAGES", ""}, {"TERM", "xterm"}};
        return result;
    }
    static tests::ToolRun run(Words arguments) { return tests::run_tool(call(std::move(arguments))); }

    /// `count-points` on the points, with `more` options.
    [[nodiscard]] Words count(const Words& more = {}) const {
        Words words{"count-points", "--points", points_, "--output", result_};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    tests::TemporaryFolder folder_;
    std::string points_ = folder_.write("points.geojson", R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"nama": "Mulyasari", "kec": "Telang", "nilai": 1.25},
         "geometry": {"type": "Point", "coordinates": [104.7, -2.6]}},
        {"type": "Feature", "properties": {"nama": "Sumber Jaya", "kec": "Telang", "nilai": 2.5},
         "geometry": {"type": "Point", "coordinates": [104.8, -2.5]}},
        {"type": "Feature", "properties": {"nama": "Mekar Mukti", "kec": "Muara", "nilai": null},
         "geometry": {"type": "Point", "coordinates": [104.9, -2.4]}}]})");
    std::string roads_ = folder_.write("roads.geojson", R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"kelas": "lokal"},
         "geometry": {"type": "LineString", "coordinates": [[104.7, -2.6], [104.8, -2.5]]}}]})");
    std::string surface_ = folder_.write("surface.asc",
                                         "ncols 2\nnrows 1\nxllcorner 104\nyllcorner -3\ncellsize 1\n"
                                         "NODATA_value -9\n5 6\n");
    std::string result_ = folder_.file("result.gpkg");
};

}  // namespace desakota::cli
