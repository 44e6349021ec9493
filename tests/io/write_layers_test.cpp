#include "engine/io/write_layers.h"

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/io/support/sample_result.h"
#include "tests/io/support/temporary_folder.h"

#include "engine/core/error.h"

namespace desakota::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Formats : public ::testing::TestWithParam<const char*> {};

TEST_P(Formats, GiveTheSameBytesForTheSameContent) {
    const TemporaryFolder folder;
    const auto one = write_sample({.path = folder.file(std::string("a.") + GetParam()), .run_record = "{}\n"});
    std::filesystem::create_directory(folder.path() / "other");
    const auto other = write_sample({.path = folder.file(std::string("other/b.") + GetParam()), .run_record = "{}\n"});
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t i = 0; i < one.size(); ++i) EXPECT_TRUE(bytes_of(one[i]) == bytes_of(other[i])) << one[i];
}

/// Indonesia's locale for this process, made in a folder of its own where the machine does not have it; back to what
/// was at the end.
class IndonesianLocale {
public:
    IndonesianLocale() : before_(std::setlocale(LC_ALL, nullptr)) {
        if (std::setlocale(LC_ALL, kName) != nullptr) return;
        const auto command = std::string("localedef -i id_ID -f UTF-8 ") + folder_.file(kName) + " >/dev/null 2>&1";
        if (std::system(command.c_str()) != 0) return;
        ::setenv("LOCPATH", folder_.path().c_str(), 1);
        std::setlocale(LC_ALL, kName);
        ::unsetenv("LOCPATH");
    }
    IndonesianLocale(const IndonesianLocale&) = delete;
    IndonesianLocale& operator=(const IndonesianLocale&) = delete;
    ~IndonesianLocale() { std::setlocale(LC_ALL, before_.c_str()); }
    [[nodiscard]] static std::string decimal_mark() { return std::localeconv()->decimal_point; }

private:
    static constexpr auto kName = "id_ID.UTF-8";
    std::string before_;
    TemporaryFolder folder_;
};

TEST_P(Formats, GiveTheSameBytesWhereTheMachineWritesCommas) {
    const TemporaryFolder folder;
    const auto plain = write_sample({.path = folder.file(std::string("a.") + GetParam())});
    std::vector<std::string> with_commas;
    {
        const IndonesianLocale locale;
        ASSERT_EQ(locale.decimal_mark(), ",") << "install the package locales";
        with_commas = write_sample({.path = folder.file(std::string("b.") + GetParam())});
    }
    for (std::size_t i = 0; i < plain.size(); ++i) {
        EXPECT_TRUE(bytes_of(plain[i]) == bytes_of(with_commas[i])) << plain[i];
    }
}

TEST_P(Formats, AcceptFoldersWithBlanksAndAccents) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "hasil été; 'satu'");
    const auto files = write_sample({.path = folder.file(std::string("hasil été; 'satu'/r é.") + GetParam())});
    for (const auto& file : files) EXPECT_GT(std::filesystem::file_size(file), 0U) << file;
}

TEST_P(Formats, LeaveNothingBehindWhenCancelledAtAnyReport) {
    class CancelAt final : public core::Progress {
    public:
        explicit CancelAt(int n) : left_(n) {}
        void report(double /*fraction*/) override {}
        [[nodiscard]] bool cancelled() const override { return --left_ < 0; }
        mutable int left_;
    };
    const TemporaryFolder folder;
    int cancels = 0;
    for (bool done = false; !done; ++cancels) {
        ASSERT_LT(cancels, 1000);
        CancelAt progress(cancels);
        try {
            const auto path = folder.file(std::string("r.") + GetParam());
            write_layers(sample_result(path), {.path = path}, progress);
            done = true;
        } catch (const core::Cancelled&) {
            EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << cancels;
        }
    }
    EXPECT_GT(cancels, 3);
}

INSTANTIATE_TEST_SUITE_P(Every, Formats, ::testing::Values("gpkg", "fgb", "geojson", "csv", "shp", "kmz", "xlsx"));

TEST(WriteLayers, PutsAllLayersIntoOneGeoPackageAndTheRecordBesideIt) {
    const TemporaryFolder folder;
    const auto files = write_sample({.path = folder.file("r.gpkg"), .run_record = "{}\n"});
    EXPECT_THAT(files, ElementsAre(folder.file("r.gpkg"), folder.file("r.run.json")));
    EXPECT_EQ(bytes_of(folder.file("r.run.json")), "{}\n");
}

TEST(WriteLayers, PutsTheOtherLayersOfASingleLayerFormatIntoCompanionFiles) {
    const TemporaryFolder folder;
    const auto files = write_sample({.path = folder.file("r.csv")});
    EXPECT_THAT(files, ElementsAre(folder.file("r.csv"), folder.file("r_health_access_legs.csv"),
                                   folder.file("r_health_access_summary.csv")));
    EXPECT_EQ(bytes_of(files[2]), "group_field\nkecamatan\n");
}

TEST(WriteLayers, NeverReplacesWithoutOverwrite) {
    const TemporaryFolder folder;
    const auto path = folder.write("r.csv", "old");
    try {
        write_sample({.path = path});
        FAIL();
    } catch (const core::Error& error) {
        EXPECT_EQ(error.status(), core::ExitStatus::WrongUsage);
        EXPECT_THAT(error.what(), HasSubstr("--overwrite"));
    }
    EXPECT_EQ(bytes_of(path), "old");
    write_sample({.path = path, .overwrite = true});
    EXPECT_THAT(bytes_of(path), HasSubstr("settlement_id"));
}

TEST(WriteLayers, NeverReplacesACompanionWithoutOverwrite) {
    const TemporaryFolder folder;
    const auto companion = folder.write("r_health_access_legs.csv", "old");
    EXPECT_THROW(write_sample({.path = folder.file("r.csv")}), core::Error);
    EXPECT_EQ(bytes_of(companion), "old");
    EXPECT_FALSE(std::filesystem::exists(folder.file("r.csv")));
}

TEST(WriteLayers, KeepsALinkAndReplacesWhatItPointsAt) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "elsewhere");
    const auto real = folder.write("elsewhere/real.gpkg", "old");
    std::filesystem::create_symlink(real, folder.file("r.gpkg"));
    write_sample({.path = folder.file("r.gpkg"), .overwrite = true});
    EXPECT_TRUE(std::filesystem::is_symlink(folder.file("r.gpkg")));
    EXPECT_THAT(bytes_of(real), ::testing::StartsWith("SQLite format 3"));
}

}  // namespace
}  // namespace desakota::io
