#include "engine/cli/catalogue_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/test_catalogue.h"

namespace desakota::cli {
namespace {

using Json = nlohmann::json;

Json parameter(const Json& analysis, const std::string& name) {
    for (const auto& item : analysis["parameters"]) {
        if (item["name"] == name) return item;
    }
    return {};
}

TEST(CatalogueJson, HoldsEveryAnalysisWithAllItsParametersAndOutputs) {
    const auto json = Json::parse(catalogue_json(test_catalogue()))["analyses"];
    ASSERT_EQ(json.size(), test_catalogue().size());
    EXPECT_EQ(json[0]["id"], "count-points");
    EXPECT_EQ(json[0]["group"], Json({{"en", "tests"}, {"id", "uji"}}));
    EXPECT_EQ(json[0]["parameters"].size(), test_catalogue()[0].parameters.size());
    EXPECT_EQ(json[0]["outputs"].size(), 3U);
    EXPECT_EQ(json[0]["outputs"][2]["when"]["id"], "dengan --legs");
    EXPECT_EQ(json[0]["outputs"][2]["asked_by"], "legs");
    EXPECT_FALSE(json[0]["outputs"][1].contains("asked_by"));
    EXPECT_EQ(json[0]["outputs"][0]["columns"][1], Json({{"name", "scaled_m"},
                                                         {"type", "number"},
                                                         {"unit", "m"},
                                                         {"alias", {{"en", "Scaled"}, {"id", "Terskala"}}}}));
    EXPECT_EQ(json[0]["outputs"][0]["styles"],
              Json::array({{{"name", "plain"}, {"title", {{"en", "Plain points"}, {"id", "Titik biasa"}}}}}));
    EXPECT_EQ(json[0]["outputs"][1]["styles"], Json::array());
}

TEST(CatalogueJson, HoldsWhatBelongsToEachKind) {
    const auto analysis = Json::parse(catalogue_json(test_catalogue()))["analyses"][0];
    EXPECT_EQ(parameter(analysis, "points")["geometry"], Json({"point"}));
    EXPECT_EQ(parameter(analysis, "points")["required"], true);
    EXPECT_EQ(parameter(analysis, "value-field")["of"], "points");
    EXPECT_EQ(parameter(analysis, "value-field")["numeric"], true);
    EXPECT_EQ(parameter(analysis, "value-field")["usual_names"], Json({"nilai", "value"}));
    EXPECT_EQ(parameter(analysis, "reach")["maximum"], 10000.0);
    EXPECT_EQ(parameter(analysis, "reach")["default"], 5000.0);
    EXPECT_EQ(parameter(analysis, "reach")["unit"], "m");
    EXPECT_EQ(parameter(analysis, "passes")["whole"], true);
    EXPECT_EQ(parameter(analysis, "mode")["choices"][1]["code"], "car");
    EXPECT_EQ(parameter(analysis, "mode")["default"], "walking");
    EXPECT_EQ(parameter(analysis, "keep")["default"], true);
    EXPECT_EQ(parameter(analysis, "fault")["advanced"], true);
    EXPECT_FALSE(parameter(analysis, "note").contains("default"));
}

TEST(CatalogueJson, NamesTheVersionAlsoOfAnEmptyCatalogue) {
    const auto json = Json::parse(catalogue_json({}));
    EXPECT_THAT(json["version"].get<std::string>(), testing::MatchesRegex("[0-9]+[.][0-9]+[.][0-9]+"));
    EXPECT_EQ(json["analyses"], Json::array());
}

}  // namespace
}  // namespace desakota::cli
