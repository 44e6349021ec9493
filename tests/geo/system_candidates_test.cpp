#include "engine/geo/system_candidates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/geo/coordinate_system.h"

namespace desakota::geo {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

// Values by cs2cs: 104.7 E 2.4 S is 466,646 E 9,734,723 N in UTM zone 48 south, 333,463 E 1,234,588 N in TM-3 zone
// 48.1, and 11,655,151 E -267,245 N in Web Mercator.
const GridBox kTelang{104'600'000'000, -2'500'000'000, 104'800'000'000, -2'300'000'000};

std::vector<std::string> codes(const Point& least, const Point& most, const std::vector<GridBox>& others) {
    std::vector<std::string> found;
    for (const auto& candidate : system_candidates(least, most, others)) found.push_back(candidate.code);
    return found;
}

TEST(SystemCandidates, FindTheUtmZoneInWhichTelangMeetsTheOthers) {
    const auto found = system_candidates({461646, 9729722}, {471646, 9739722}, {{kTelang}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "EPSG:32748");
    EXPECT_EQ(found[0].title, "WGS 84 / UTM zone 48S");
    EXPECT_EQ(found[0].dgn95, "EPSG:23878");
    EXPECT_EQ(found[0].srgi2013, "EPSG:9488");
    EXPECT_EQ(found[0].id74, "EPSG:23888");
    EXPECT_NEAR(found[0].share, 1.0, 1e-9);
    EXPECT_NEAR(degrees(found[0].box.min_x), 104.655, 1e-3);
}

TEST(SystemCandidates, FindTheTm3ZoneInWhichTelangMeetsTheOthers) {
    EXPECT_THAT(codes({328463, 1229588}, {338463, 1239588}, {kTelang}), ElementsAre("EPSG:23833"));
}

TEST(SystemCandidates, FindDegreesAndWebMercator) {
    EXPECT_THAT(codes({104.65, -2.45}, {104.75, -2.35}, {kTelang}), ElementsAre("EPSG:4326"));
    EXPECT_THAT(codes({11655000, -268000}, {11656000, -267000}, {kTelang}), ElementsAre("EPSG:3857"));
}

TEST(SystemCandidates, TakeASinglePlace) {
    EXPECT_THAT(codes({466646, 9734723}, {466646, 9734723}, {kTelang}), ElementsAre("EPSG:32748"));
}

TEST(SystemCandidates, PutTheLargestShareFirst) {
    // In zone 47 the same coordinates lie six degrees further west; the second area there holds half of them.
    const GridBox half{98'655'000'000, -2'500'000'000, 98'700'000'000, -2'300'000'000};
    const auto found = system_candidates({461646, 9729722}, {471646, 9739722}, {{half, kTelang}});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].code, "EPSG:32748");
    EXPECT_EQ(found[1].code, "EPSG:32747");
    EXPECT_LT(found[1].share, 0.7);
    EXPECT_GT(found[1].share, 0.3);
}

TEST(SystemCandidates, AreNoneWhereNothingMeets) {
    const GridBox java{106'000'000'000, -7'000'000'000, 107'000'000'000, -6'000'000'000};
    EXPECT_THAT(codes({466646, 9734723}, {466646, 9734723}, {java}), IsEmpty());
    EXPECT_THAT(codes({5, 5}, {6, 6}, {kTelang}), IsEmpty());
}

TEST(SystemCandidates, LieInIndonesiaWhereThereIsNothingToCompareWith) {
    EXPECT_THAT(codes({461646, 9729722}, {471646, 9739722}, {}),
                ElementsAre("EPSG:32747", "EPSG:32748", "EPSG:32749", "EPSG:32750", "EPSG:32751", "EPSG:32752",
                            "EPSG:32753", "EPSG:32754"));
    EXPECT_THAT(codes({104.65, -2.45}, {104.75, -2.35}, {}), ElementsAre("EPSG:4326"));
    EXPECT_THAT(codes({4.9, 52.3}, {5.0, 52.4}, {}), IsEmpty());
    EXPECT_THAT(codes({328463, 1229588}, {338463, 1239588}, {}),
                AllOf(Contains("EPSG:23833"), Contains("EPSG:23845"), Not(Contains("EPSG:32648"))));
}

TEST(SystemCandidates, BearTheNamesThatTheirCodesHave) {
    const GridBox everywhere{94'000'000'000, -11'000'000'000, 142'000'000'000, 6'000'000'000};
    auto found = system_candidates({400000, 500000}, {600000, 600000}, {{everywhere}});
    const auto south = system_candidates({400000, 9500000}, {600000, 9600000}, {{everywhere}});
    found.insert(found.end(), south.begin(), south.end());
    EXPECT_EQ(found.size(), 9U + 14U + 9U);
    for (const auto& candidate : found) {
        EXPECT_EQ(crs_title(candidate.code), candidate.title + " (" + candidate.code + ")");
        const auto zone = candidate.title.substr(candidate.title.find(" / "));
        const auto expect_twin = [&](const std::string& code, const std::string& datum) {
            if (code.empty()) return;
            EXPECT_EQ(crs_title(code), datum + zone + " (" + code + ")");
        };
        expect_twin(candidate.dgn95, "DGN95");
        expect_twin(candidate.srgi2013, "SRGI2013");
        expect_twin(candidate.id74, "ID74");
    }
}

TEST(SystemCandidates, LieWhereTheirCodesSay) {
    const GridBox everywhere{80'000'000'000, -20'000'000'000, 150'000'000'000, 20'000'000'000};
    std::size_t count = 0;
    for (const Point& place : {Point{500000, 500000}, Point{450000, 9550000}, Point{11655151, -267245}}) {
        for (const auto& candidate : system_candidates(place, place, {{everywhere}})) {
            std::vector<Point> converted{place};
            core::SilentProgress silent;
            to_wgs84(converted, candidate.code, {}, silent);
            EXPECT_NEAR(degrees(candidate.box.min_x), converted[0].x, 2e-6) << candidate.code;
            EXPECT_NEAR(degrees(candidate.box.min_y), converted[0].y, 2e-6) << candidate.code;
            ++count;
        }
    }
    EXPECT_EQ(count, 9U + 16U + 9U + 1U);
}

}  // namespace
}  // namespace desakota::geo
