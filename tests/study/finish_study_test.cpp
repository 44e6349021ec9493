#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "tests/io/support/temporary_folder.h"
#include "tests/support/cancel_at.h"

#include "engine/analyses/registry.h"
#include "engine/io/read_text_file.h"
#include "engine/study/run_study.h"

namespace desakota::study {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStudy = R"(format = 1
[study]
title = "Roads"
area = "Area"
[office]
name = "Office"
[layers.roads]
source = "roads.geojson"
[[run]]
analysis = "check-network"
[maps]
papers = []
cards = false
)";

/// Two roads that meet, and one that does not quite.
constexpr const char* kRoads = R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[104.50, -2.50], [104.52, -2.50]]}},
{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[104.52, -2.50], [104.52, -2.48]]}},
{"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[104.5201, -2.48], [104.54, -2.48]]}}
]})";

class FinishStudy : public testing::Test {
protected:
    FinishStudy() {
        (void)folder_.write("study.toml", kStudy);
        (void)folder_.write("roads.geojson", kRoads);
    }

    [[nodiscard]] PreparedStudy prepared(const std::string& output, int threads) const {
        StudyRequest request;
        request.file = folder_.file("study.toml");
        request.output = folder_.file(output);
        request.threads = threads;
        core::SilentProgress silent;
        core::Diagnostics diagnostics;
        return prepare_study(request, analyses::catalogue(), silent, diagnostics);
    }

    [[nodiscard]] StudyOutcome finished(const std::string& output, int threads, core::Progress& progress) const {
        core::Diagnostics diagnostics;
        return finish_study(prepared(output, threads), progress, diagnostics);
    }

    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_.file("."))) names.push_back(entry.path().filename());
        return names;
    }

    io::TemporaryFolder folder_;
};

TEST_F(FinishStudy, LeavesNothingWhereverItIsCancelled) {
    bool is_finished = false;
    int cancelled = 0;
    for (std::size_t number = 1; !is_finished; number += 1 + number / 4) {
        test_support::CancelAt progress(number);
        try {
            (void)finished("results", 2, progress);
            is_finished = true;
            EXPECT_EQ(progress.first_fall(), std::vector<double>{});
        } catch (const core::Cancelled&) {
            ++cancelled;
            EXPECT_THAT(names(), testing::UnorderedElementsAre("study.toml", "roads.geojson")) << number;
        }
    }
    EXPECT_GT(cancelled, 8);
    EXPECT_THAT(names(), testing::UnorderedElementsAre("study.toml", "roads.geojson", "results"));
}

TEST_F(FinishStudy, GivesTheSameBytesOnAnyNumberOfThreads) {
    core::SilentProgress silent;
    const auto one = finished("one", 1, silent);
    const auto many = finished("many", 4, silent);
    EXPECT_EQ(one.files, many.files);
    EXPECT_THAT(one.files, testing::IsSupersetOf({"report.html", "report.pdf", "results.gpkg", "run.json"}));
    for (const auto& file : one.files) {
        if (file == "report.docx") continue;  // pandoc's own
        EXPECT_EQ(io::read_text_file(one.output + "/" + file), io::read_text_file(many.output + "/" + file)) << file;
    }
}

}  // namespace
}  // namespace desakota::study
