#include "engine/analyses/critical_links.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_columns.h"
#include "engine/geo/coordinate_system.h"
#include "engine/maps/classes.h"
#include "engine/paths/closures.h"
#include "engine/paths/line_course.h"

namespace desakota::analyses {
namespace {

using core::Text;
using network::RoadNetwork;

/// What users call a way.
struct KindWords {
    const char* code;
    Text word;
};

const KindWords& kind_of(const RoadNetwork& network, std::uint32_t line) {
    static const KindWords road{"road", {"road", "jalan"}};
    static const KindWords bridge{"bridge", {"bridge", "jembatan"}};
    static const KindWords river{"river", {"river", "sungai"}};
    static const KindWords ferry{"ferry", {"ferry", "feri"}};
    const auto& attributes = network.lines.attributes[line];
    if (attributes.kind == network::WayKind::River) return river;
    if (attributes.kind == network::WayKind::Ferry) return ferry;
    return attributes.bridge ? bridge : road;
}

core::Millimetres length_of(const RoadNetwork& network, std::uint32_t piece) {
    return core::to_thousandths(network.cut_metres[piece + 1] - network.cut_metres[piece]);
}

/// The demand points that have a share of families, with the settlement of each.
struct Places {
    std::vector<geo::GridPoint> places;
    std::vector<double> weights;
    std::vector<std::uint32_t> settlements;
};

Places places_of(const DemandPoints& demand) {
    Places places{demand.places, demand.weights, {}};
    places.settlements.resize(demand.places.size());
    for (std::uint32_t settlement = 0; settlement < demand.settlement_count(); ++settlement) {
        for (auto point = demand.first[settlement]; point < demand.first[settlement + 1]; ++point) {
            places.settlements[point] = settlement;
        }
    }
    return places;
}

CriticalLink link_of(const paths::Closure& closure, const Places& places, const Settlements& settlements) {
    std::map<std::uint32_t, double> shares;
    for (const auto place : closure.places) shares[places.settlements[place]] += places.weights[place];
    CriticalLink link{closure.piece, shares.size(), std::nullopt, 0.0};
    for (const auto& [settlement, share] : shares) {
        link.weight += share;
        const auto& families = settlements.families[settlement];
        if (families) link.families = link.families.value_or(0.0) + *families * share;
    }
    return link;
}

/// "320 families of 3 settlements", "3 settlements".
Text loss_text(const CriticalLink& link) {
    const auto count = grouped(static_cast<double>(link.settlements));
    const auto word = link.settlements == 1 ? Text{"settlement", "permukiman"} : Text{"settlements", "permukiman"};
    if (!link.families) return fill_text("{} {}", "{} {}", count, word);
    return fill_text("{} families of {} {}", "{} keluarga di {} {}", grouped(*link.families), count, word);
}

Text reason_of(const CriticalLinks& found, const RoadNetwork& network, const CriticalLink& link) {
    const auto line = network.cut_line[link.piece];
    const auto& source = network.lines.attributes[line];
    const auto label = core::format_text("{}, fid {}", "{}, fid {}", found.sources.layer_labels[source.layer],
                                         found.sources.feature_id(source.layer, source.feature));
    return fill_text("Without this {} of {} ({}), {} would be more than {} by road from {}, or cut off.",
                     "Tanpa {} sepanjang {} ini ({}), {} akan berjarak lebih dari {} lewat jalan dari {}, atau "
                     "terputus.",
                     kind_of(network, line).word, length_text(length_of(network, link.piece)), label, loss_text(link),
                     found.threshold, found.wanted);
}

std::vector<layers::ColumnDefinition> columns() {
    return {count_column("rank", {"Rank by the families that need it", "Urutan menurut keluarga yang memerlukannya"}),
            text_column("kind", {"Road, bridge, river or ferry", "Jalan, jembatan, sungai, atau feri"}),
            number_column("length_m", "m", {"Length of the link (m)", "Panjang ruas (m)"}),
            text_column("layer", {"Layer of the line", "Lapisan garis"}),
            count_column("feature", {"Line (feature number)", "Garis (nomor fitur)"}),
            count_column("settlements_lost", {"Settlements that need it", "Permukiman yang memerlukannya"}),
            number_column("families_lost", "", {"Families that need it", "Keluarga yang memerlukannya"}),
            text_column("reason", {"Reason", "Penjelasan"})};
}

constexpr std::array<double, 4> kFamilyBounds{50.0, 200.0, 500.0, 1000.0};
constexpr std::array<double, 4> kSettlementBounds{1.0, 2.0, 5.0, 10.0};

maps::Style style_by(const std::string& column, std::span<const double> bounds, const Text& title) {
    auto classes = maps::range_classes(column, bounds, {1.0, ""});
    for (std::size_t i = 0; i < classes.size(); ++i) classes[i].symbol.width = 0.5 + 0.5 * static_cast<double>(i);
    maps::StyleClass unknown;
    unknown.label = {"Not known", "Tidak diketahui"};
    unknown.symbol.colour = maps::kLightGrey;
    unknown.criteria = {maps::Missing{column}};
    classes.push_back(std::move(unknown));
    return {column,
            title,
            std::move(classes),
            {},
            {},
            {"The wider and darker, the more depend on it.", "Makin lebar dan gelap, makin banyak yang bergantung."}};
}

}  // namespace

Parameter critical_links_parameter() {
    return as_advanced(with_words(
        parameter_of("critical-links", ParameterKind::YesNo), {"Critical links", "Ruas kritis"},
        {"Also tell what each road, bridge, river and ferry is worth: the families that would pass the "
         "distance threshold if it alone were closed.",
         "Sebutkan pula arti tiap ruas jalan, jembatan, sungai, dan feri: keluarga yang akan melewati ambang "
         "jarak bila ruas itu saja ditutup."}));
}

std::vector<CriticalLink> find_critical_links(const LinkQuestion& question, const SearchSetting& setting,
                                              core::Progress& progress) {
    core::Stage building(progress, 0.0, 0.2);
    const paths::Nearest nearest(setting.network(), {question.facilities.begin(), question.facilities.end()},
                                 setting.options(network::Objective::Distance), setting.parallel, building);
    const auto places = places_of(question.demand);
    core::Stage closing(progress, 0.2, 0.95);
    const auto closures = find_closures(nearest, places.places, question.threshold, setting.parallel, closing);
    std::vector<CriticalLink> links;
    links.reserve(closures.size());
    for (const auto& closure : closures) links.push_back(link_of(closure, places, question.settlements));
    std::ranges::sort(links, {}, [](const CriticalLink& link) {
        return std::tuple(-link.families.value_or(0.0), -link.weight, link.piece);
    });
    progress.step(1.0);
    return links;
}

OutputLayer declare_critical_links(const std::string& main_layer) {
    return {main_layer + "_critical_links",
            {"Critical links", "Ruas kritis"},
            geo::GeometryType::Line,
            columns(),
            {"with --critical-links", "dengan --critical-links"},
            "critical-links",
            {style_by("families_lost", kFamilyBounds, {"Families that need the link", "Keluarga yang memerlukan ruas"}),
             style_by("settlements_lost", kSettlementBounds,
                      {"Settlements that need the link", "Permukiman yang memerlukan ruas"})}};
}

layers::Layer make_critical_links(const CriticalLinks& found, const RoadNetwork& network, const std::string& crs,
                                  RunContext& context) {
    layers::Layer layer;
    layer.crs = crs;
    layer.geometry_type = geo::GeometryType::Line;
    for (auto& definition : columns()) layer.add_column(std::move(definition));
    core::LoopSteps steps(context.progress, 0.0, 0.6, found.links.size());
    std::vector<geo::GridPoint> course;
    for (std::size_t i = 0; i < found.links.size(); ++i) {
        steps.at(i);
        const auto& link = found.links[i];
        const auto line = network.cut_line[link.piece];
        course.clear();
        paths::add_line_course(network, line, network.cut_metres[link.piece], network.cut_metres[link.piece + 1],
                               course);
        for (const auto& place : course) layer.geometry.add_coordinate(geo::to_degrees(place));
        layer.geometry.end_part(geo::PartRole::Line);
        layer.geometry.end_feature();
        ++layer.row_count;
        const auto& source = network.lines.attributes[line];
        layer.columns[0].add_whole_number(static_cast<std::int64_t>(i + 1));
        layer.columns[1].add_text(kind_of(network, line).code);
        layer.columns[2].add_number(core::to_metres(length_of(network, link.piece)));
        layer.columns[3].add_text(found.sources.layer_labels[source.layer]);
        layer.columns[4].add_whole_number(found.sources.feature_id(source.layer, source.feature));
        layer.columns[5].add_whole_number(static_cast<std::int64_t>(link.settlements));
        layer.columns[6].add(link.families);
        layer.columns[7].add_text(reason_of(found, network, link).in(context.language));
    }
    core::Stage placing(context.progress, 0.6, 1.0);
    geo::from_wgs84(layer.geometry.all_coordinates(), crs, {.threads = context.threads}, placing);
    return layer;
}

void add_critical_link_answer(Results& results, const CriticalLinks& found, const RoadNetwork& network) {
    const auto count = static_cast<double>(found.links.size());
    results.figures.push_back({"critical_links", {"Critical links", "Ruas kritis"}, count, 0});
    if (found.links.empty()) {
        results.summary.push_back(
            {"No road, bridge or ferry is such that closing it alone would put anybody beyond "
             "the threshold.",
             "Tidak ada jalan, jembatan, atau feri yang bila ditutup sendiri membuat keluarga "
             "melewati ambang."});
        return;
    }
    results.summary.push_back(
        fill_text("Links on which somebody's access depends: {}. The most critical: ",
                  "Ruas yang menentukan keterjangkauan: {}. Yang paling kritis: ", grouped(count)) +
        reason_of(found, network, found.links.front()));
}

}  // namespace desakota::analyses
