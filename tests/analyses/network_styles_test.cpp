#include "engine/analyses/network_styles.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "engine/analyses/way_columns.h"
#include "engine/network/findings.h"

namespace desakota::analyses {
namespace {

using maps::Style;
using network::FindingKind;
using network::FindingSeverity;

/// The class that takes the first row; how many there are, where it is not one.
std::string label_of(const Style& style, const layers::Layer& layer) {
    const auto taking = std::ranges::count_if(style.classes, [&](const maps::StyleClass& candidate) {
        return !candidate.otherwise && maps::holds(candidate.criteria, layer, 0);
    });
    const auto found = maps::class_of(style, layer, 0);
    if (taking > 1 || !found) return std::to_string(taking) + " classes";
    const auto& style_class = style.classes[*found];
    return style_class.heading.english.substr(0, style_class.heading.english.find(':')) + "/" +
           style_class.label.english;
}

std::string finding_label(FindingSeverity severity, FindingKind kind) {
    layers::Layer layer;
    layer.add_column(text_column("kind", {"Kind", "Jenis"})).add_text(network::finding_code(kind));
    layer.add_column(text_column("severity", {"Severity", "Tingkat"})).add_text(network::severity_code(severity));
    return label_of(finding_styles().front(), layer);
}

TEST(FindingStyles, TellSeverityAndKind) {
    EXPECT_EQ(finding_label(FindingSeverity::Critical, FindingKind::NearMiss), "Critical/Gaps and dead ends");
    EXPECT_EQ(finding_label(FindingSeverity::Warning, FindingKind::IsolatedComponent),
              "Warning/Components apart from the longest");
    EXPECT_EQ(finding_label(FindingSeverity::Information, FindingKind::Boarding),
              "Information/Boarding of rivers and ferries");
}

TEST(FindingStyles, TakeEveryKindOfEverySeverityOnce) {
    for (const auto severity : {FindingSeverity::Information, FindingSeverity::Warning, FindingSeverity::Critical}) {
        for (std::size_t kind = 0; kind < network::kFindingKinds; ++kind) {
            const auto label = finding_label(severity, static_cast<FindingKind>(kind));
            EXPECT_EQ(label.find("classes"), std::string::npos) << kind;
            if (severity == FindingSeverity::Information) {
                EXPECT_NE(label, "/Other findings") << kind;
            }
        }
    }
}

std::string number_label(const Style& style, const std::string& column, std::optional<std::int64_t> value) {
    layers::Layer layer;
    layer.add_column(count_column(column, {"Number", "Jumlah"})).add(value);
    return label_of(style, layer);
}

TEST(FindingStyles, TellWhatMendingWouldGain) {
    const auto style = finding_styles().at(1);
    const auto of = [&](std::optional<std::int64_t> value) { return number_label(style, "settlements_gained", value); };
    EXPECT_EQ(of(0), "Mending it would help/no settlement");
    EXPECT_EQ(of(1), "Mending it would help/1 settlement");
    EXPECT_EQ(of(2), "Mending it would help/2–5 settlements");
    EXPECT_EQ(of(6), "Mending it would help/more than 5 settlements");
    EXPECT_EQ(of(std::nullopt), "/No break, or not asked");
}

TEST(ComponentStyles, KeepTheLongestQuietAndTheOthersLoud) {
    const auto style = component_styles().front();
    const auto of = [&](std::optional<std::int64_t> value) { return number_label(style, "component", value); };
    EXPECT_EQ(of(1), "/The longest component");
    EXPECT_EQ(of(2), "/The second longest");
    EXPECT_EQ(of(5), "/The fifth longest");
    EXPECT_EQ(of(6), "/Other components");
    EXPECT_EQ(of(4000), "/Other components");
    EXPECT_EQ(of(std::nullopt), "/Impassable");
    for (std::size_t i = 1; i <= 5; ++i) {
        EXPECT_GT(style.classes[i].symbol.width, style.classes[0].symbol.width);
    }
}

}  // namespace
}  // namespace desakota::analyses
