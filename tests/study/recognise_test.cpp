#include "engine/study/recognise.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "engine/config/config.h"
#include "engine/study/read_study.h"
#include "engine/study/study_text.h"

namespace desakota::study {
namespace {

using geo::GeometryType;

std::string role_name(const std::string& name, GeometryType geometry, std::vector<std::string> columns = {}) {
    const auto* role = role_of({name, name, geometry, std::move(columns)});
    return role == nullptr ? "" : role->name;
}

TEST(Recognise, TellsLayersApartByNameAndGeometry) {
    EXPECT_EQ(role_name("Batas_Desa_2024", GeometryType::Polygon), "settlements");
    EXPECT_EQ(role_name("SEBARAN_DESA", GeometryType::Point), "settlements");
    EXPECT_EQ(role_name("jalan", GeometryType::Line), "roads");
    EXPECT_EQ(role_name("JALAN_LN_50K", GeometryType::Line), "roads");
    EXPECT_EQ(role_name("jalan_desa", GeometryType::Line), "roads");
    EXPECT_EQ(role_name("sungai", GeometryType::Line), "rivers");
    EXPECT_EQ(role_name("puskesmas", GeometryType::Point), "facilities");
    EXPECT_EQ(role_name("dermaga", GeometryType::Point), "landings");
    EXPECT_EQ(role_name("pusat_skp", GeometryType::Point), "centres");
    EXPECT_EQ(role_name("centre_facilities", GeometryType::Point), "centre-facilities");
    EXPECT_EQ(role_name("hutan", GeometryType::Polygon), "");
}

TEST(Recognise, ColumnsTellWhatNamesDoNot) {
    EXPECT_EQ(role_name("export_2024", GeometryType::Polygon, {"Village_Code", "district"}), "settlements");
    EXPECT_EQ(role_name("hampi", GeometryType::Line, {"highway", "surface"}), "roads");
    EXPECT_EQ(role_name("hampi", GeometryType::Point, {"highway"}), "");
    EXPECT_EQ(role_name("layer1", GeometryType::Polygon, {"luas"}), "");
}

TEST(Recognise, AHouseholdTableHasAHouseholdsColumns) {
    EXPECT_EQ(role_name("rumah_tangga", GeometryType::None, {"kode", "Pendapatan"}), "households");
    EXPECT_EQ(role_name("rumah_tangga", GeometryType::None, {"kode", "jumlah"}), "");
}

TEST(Recognise, ARunThatLacksAColumnIsOnlyACommentAndHouseholdsKeepTheirSettlements) {
    Findings findings;
    findings.folder = "kawasan";
    for (const auto& [name, geometry] : std::vector<std::pair<std::string, GeometryType>>{
             {"desa", GeometryType::Polygon}, {"jalan", GeometryType::Line}, {"pusat", GeometryType::Point}}) {
        const FoundLayer layer{name, name, geometry, {"kode"}};
        findings.layers.emplace_back(role_of(layer), layer);
    }
    const FoundLayer households{"rt.csv", "rumah_tangga", GeometryType::None, {"pendapatan"}};
    findings.layers.emplace_back(role_of(households), households);
    findings.surveyed = "sp.gpkg";
    const auto text = study_text(findings, core::Language::English);
    EXPECT_NE(text.find("# [[run]]\n# analysis = \"hinterland-interaction\""), std::string::npos);
    core::Diagnostics diagnostics;
    const auto study = read_study("study.toml", text, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors());
    for (const auto& run : study.runs) {
        const bool is_welfare = run.analysis == "poverty" || run.analysis == "inequality";
        EXPECT_EQ(std::ranges::count(run.parameters.entries, "settlements", &config::Entry::key), is_welfare ? 1 : 0)
            << run.analysis;
    }
}

TEST(Recognise, TheStudyThatIsWrittenCanBeRead) {
    Findings findings;
    findings.folder = "Telang \"baru\"";
    for (const auto& [name, geometry] :
         std::vector<std::pair<std::string, GeometryType>>{{"desa.gpkg", GeometryType::Polygon},
                                                           {"jalan a.shp", GeometryType::Line},
                                                           {"jalan b.shp", GeometryType::Line},
                                                           {"puskesmas.csv", GeometryType::Point}}) {
        const FoundLayer layer{name, name, geometry, {}};
        findings.layers.emplace_back(role_of(layer), layer);
    }
    findings.unreadable = {"a.xlsx: bad\n[[run]]"};
    for (const auto language : {core::Language::English, core::Language::Indonesian}) {
        core::Diagnostics diagnostics;
        const auto study = read_study("study.toml", study_text(findings, language), diagnostics);
        EXPECT_FALSE(diagnostics.has_errors());
        EXPECT_EQ(study.title, core::same_text("Telang \"baru\""));
        ASSERT_EQ(study.layers.size(), 3U);
        EXPECT_EQ(study.layers[1].sources.size(), 2U);
        ASSERT_EQ(study.runs.size(), 2U);
        EXPECT_EQ(study.runs[0].analysis, "health-access");
        EXPECT_EQ(study.runs[1].analysis, "check-network");
    }
}

}  // namespace
}  // namespace desakota::study
