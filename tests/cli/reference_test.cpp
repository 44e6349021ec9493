#include "engine/cli/reference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/test_catalogue.h"
#include "tests/support/run_tool.h"

#include "engine/analyses/registry.h"

namespace desakota::cli {
namespace {

using core::Language;
using testing::HasSubstr;

TEST(Reference, HoldsEveryOptionAndColumn) {
    const auto page = reference_page(test_catalogue(), Language::English);
    EXPECT_THAT(page, HasSubstr("## count-points\n"));
    EXPECT_THAT(page, HasSubstr("| `--mode walking\\|car` |"));
    EXPECT_THAT(page, HasSubstr("| `scaled_m` | number | m | Scaled |"));
    EXPECT_THAT(page, HasSubstr("`count_points_legs`: Legs; line; with --legs."));
    EXPECT_THAT(page, HasSubstr("Styles in QGIS: `plain` (Plain points)."));
    EXPECT_THAT(reference_page(test_catalogue(), Language::Indonesian), HasSubstr("| `scaled_m` | bilangan | m |"));
}

TEST(Reference, IsAsCommitted) {
    const std::string folder = DESAKOTA_REFERENCE_FOLDER;
    const auto& catalogue = analyses::catalogue();
    const char* advice = "run desakota_reference engine/doc";
    EXPECT_EQ(tests::read_file(folder + "/reference.en.md"), reference_page(catalogue, Language::English)) << advice;
    EXPECT_EQ(tests::read_file(folder + "/reference.id.md"), reference_page(catalogue, Language::Indonesian)) << advice;
}

}  // namespace
}  // namespace desakota::cli
