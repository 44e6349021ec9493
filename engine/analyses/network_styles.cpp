#include "engine/analyses/network_styles.h"

#include <array>
#include <string>
#include <utility>

#include "engine/network/findings.h"

namespace desakota::analyses {
namespace {

using core::Text;
using maps::Marker;
using maps::OneOf;
using maps::Style;
using maps::StyleClass;
using maps::Within;
using network::FindingKind;
using network::FindingSeverity;

/// Kinds that are drawn alike.
struct Family {
    Text label;
    Marker marker;
    std::vector<FindingKind> kinds;
};

Family gaps() {
    return {{"Gaps and dead ends", "Celah dan ujung buntu"},
            Marker::Circle,
            {FindingKind::GapJoined, FindingKind::TGapJoined, FindingKind::TLevelsDiffer, FindingKind::NearMiss,
             FindingKind::ShortcutJoined}};
}
Family crossings() {
    return {{"Crossings", "Persilangan"},
            Marker::Cross,
            {FindingKind::CrossingJoined, FindingKind::CrossingNotJoined, FindingKind::CrossingLevelsDiffer,
             FindingKind::CrossingKeptApart, FindingKind::SharedVertexLevelsDiffer}};
}
Family boardings() {
    return {{"Boarding of rivers and ferries", "Tempat naik perahu dan feri"}, Marker::Square, {FindingKind::Boarding}};
}
Family shapes() {
    return {{"Double, very short or overshooting lines", "Garis ganda, sangat pendek, atau melewati persimpangan"},
            Marker::Triangle,
            {FindingKind::Duplicate, FindingKind::Overshoot, FindingKind::ZeroLength, FindingKind::ShortLine}};
}
Family components() {
    return {{"Components apart from the longest", "Bagian yang terpisah dari yang terpanjang"},
            Marker::Star,
            {FindingKind::IsolatedComponent}};
}

struct SeverityLook {
    FindingSeverity severity;
    Text heading;
    maps::Colour colour;
    double size;  ///< mm
};

StyleClass finding_class(const SeverityLook& look, const Family& family) {
    StyleClass found;
    found.label = family.label;
    found.heading = look.heading;
    found.symbol.colour = look.colour;
    found.symbol.marker = family.marker;
    found.symbol.size = look.size;
    OneOf kinds{"kind", {}};
    for (const auto kind : family.kinds) kinds.codes.emplace_back(finding_code(kind));
    found.criteria = {OneOf{"severity", {std::string(severity_code(look.severity))}}, std::move(kinds)};
    return found;
}

Style by_severity() {
    const SeverityLook critical{FindingSeverity::Critical,
                                {"Critical: something may be cut off", "Kritis: mungkin ada yang terputus"},
                                maps::kVermilion,
                                4.2};
    const SeverityLook warning{
        FindingSeverity::Warning, {"Warning: worth a look", "Peringatan: perlu diperiksa"}, maps::kOrange, 3.2};
    const SeverityLook information{FindingSeverity::Information,
                                   {"Information: dealt with, or meant so",
                                    "Informasi: sudah ditangani, atau memang "
                                    "demikian"},
                                   maps::kSkyBlue,
                                   1.4};
    Style style{"findings", {"Findings by severity", "Temuan menurut kepentingan"}, {}, {}};
    style.worse = {"The larger, the more urgent.", "Makin besar, makin mendesak."};
    for (const auto& family : {gaps(), components()}) style.classes.push_back(finding_class(critical, family));
    for (const auto& family : {gaps(), crossings(), shapes(), components()}) {
        style.classes.push_back(finding_class(warning, family));
    }
    for (const auto& family : {gaps(), crossings(), boardings(), shapes(), components()}) {
        style.classes.push_back(finding_class(information, family));
    }
    StyleClass rest;
    rest.label = {"Other findings", "Temuan lain"};
    rest.symbol.colour = maps::kLightGrey;
    rest.symbol.size = information.size;
    rest.otherwise = true;
    style.classes.push_back(std::move(rest));
    return style;
}

StyleClass gain_class(Text label, maps::Criterion criterion, const maps::Colour& colour, double size) {
    StyleClass gain;
    gain.label = std::move(label);
    gain.symbol.colour = colour;
    gain.symbol.size = size;
    gain.criteria = {std::move(criterion)};
    return gain;
}

/// The more settlements it would help, the larger and darker.
Style by_gain() {
    const auto within = [](std::optional<double> above, std::optional<double> at_most) {
        return Within{"settlements_gained", above, at_most};
    };
    const auto& colours = maps::kLittleToMuch;
    std::vector<StyleClass> classes{
        gain_class({"no settlement", "tidak ada"}, within({}, 0.0), maps::kLightGrey, 1.8),
        gain_class({"1 settlement", "1 permukiman"}, within(0.0, 1.0), colours[1], 2.6),
        gain_class({"2–5 settlements", "2–5 permukiman"}, within(1.0, 5.0), colours[2], 3.6),
        gain_class({"more than 5 settlements", "lebih dari 5 permukiman"}, within(5.0, {}), colours[3], 4.8)};
    for (auto& gain : classes) gain.heading = {"Mending it would help", "Bila diperbaiki, terbantu"};
    classes.push_back(gain_class({"No break, or not asked", "Bukan sambungan terputus, atau tidak ditanyakan"},
                                 maps::Missing{"settlements_gained"}, maps::kWhite, 1.4));
    return {
        "gain",
        {"Settlements that mending would help", "Permukiman yang terbantu"},
        std::move(classes),
        {},
        {},
        {"The larger and darker, the more mending would help.", "Makin besar dan gelap, makin banyak yang terbantu."}};
}

struct ComponentLook {
    Text label;
    maps::Colour colour;
    double width;  ///< mm
};

StyleClass component_class(const ComponentLook& look, maps::Criterion criterion) {
    StyleClass component;
    component.label = look.label;
    component.symbol.colour = look.colour;
    component.symbol.width = look.width;
    component.criteria = {std::move(criterion)};
    return component;
}

}  // namespace

std::vector<Style> finding_styles() {
    return {by_severity(), by_gain()};
}

std::vector<Style> mended_styles() {
    const auto change = [](Text label, const char* code, const maps::Colour& colour, double width) {
        return component_class({std::move(label), colour, width}, OneOf{"change", {code}});
    };
    return {{"mended",
             {"What was mended", "Yang diperbaiki"},
             {change({"Join added", "Sambungan ditambahkan"}, "join", maps::kVermilion, 1.2),
              change({"Vertices added where lines meet", "Titik ditambahkan di tempat garis bertemu"}, "vertices",
                     maps::kBlue, 0.6),
              change({"As it was", "Tidak berubah"}, "none", maps::kGrey, 0.4)},
             {}}};
}

std::vector<Style> missing_link_styles() {
    const auto link = [](Text label, const char* kind, const maps::Colour& colour) {
        return component_class({std::move(label), colour, 1.4}, OneOf{"kind", {kind}});
    };
    return {{"missing_links",
             {"Missing links that would help", "Ruas terputus yang akan membantu"},
             {link({"Likely a fault of the data", "Kemungkinan kesalahan data"}, "data_fault", maps::kVermilion),
              link({"A road to build", "Ruas yang perlu dibangun"}, "project", maps::kBlue)},
             maps::Names{"rank", 200000.0}}};
}

std::vector<Style> component_styles() {
    const std::array<ComponentLook, 5> ranked{{{{"The longest component", "Bagian terpanjang"}, maps::kGrey, 0.4},
                                               {{"The second longest", "Terpanjang kedua"}, maps::kVermilion, 1.0},
                                               {{"The third longest", "Terpanjang ketiga"}, maps::kBlue, 1.0},
                                               {{"The fourth longest", "Terpanjang keempat"}, maps::kGreen, 1.0},
                                               {{"The fifth longest", "Terpanjang kelima"}, maps::kPurple, 1.0}}};
    Style style{"components", {"Components of the network", "Bagian-bagian jaringan"}, {}, {}};
    double rank = 0.0;
    for (const auto& look : ranked) {
        style.classes.push_back(component_class(look, Within{"component", rank, rank + 1.0}));
        rank += 1.0;
    }
    style.classes.push_back(component_class({{"Other components", "Bagian lainnya"}, maps::kOrange, 1.0},
                                            Within{"component", rank, std::nullopt}));
    auto impassable =
        component_class({{"Impassable", "Tidak dapat dilalui"}, maps::kDarkGrey, 0.4}, maps::Missing{"component"});
    impassable.symbol.dash = maps::Dash::Dotted;
    style.classes.push_back(std::move(impassable));
    return {std::move(style)};
}

}  // namespace desakota::analyses
