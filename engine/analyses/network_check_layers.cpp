#include <utility>

#include "engine/analyses/network_check.h"
#include "engine/analyses/way_columns.h"
#include "engine/geo/coordinate_system.h"

namespace desakota::analyses {
namespace {

using layers::Column;
using layers::Layer;
using network::FindingKind;
using network::PlaceOnLine;

/// Fills the main layer finding by finding.
class FindingRows {
public:
    FindingRows(const NetworkCheck& check, const network::RoadNetwork& network, core::Language language)
        : check_(check), network_(network), language_(language) {
        layer_.geometry_type = geo::GeometryType::Point;
        for (auto& definition : finding_columns()) layer_.add_column(std::move(definition));
    }

    Layer make(core::LoopSteps steps) {
        std::size_t next = 0;
        const auto zero = FindingKind::ZeroLength;
        for (; next < check_.findings.size() && check_.findings[next].kind <= zero; ++next) {
            steps.at(next);
            add(next);
        }
        // Lines without length never came into the network; they stand with their kind.
        for (const auto& line : check_.without_length) add(line);
        for (; next < check_.findings.size(); ++next) {
            steps.at(next);
            add(next);
        }
        return std::move(layer_);
    }

private:
    void add(std::size_t index) {
        const auto& finding = check_.findings[index];
        start(finding.kind, finding.severity, finding.place);
        column("distance_m").add(finding.metres);
        add_source("a", finding.a);
        add_source("b", finding.b);
        const auto number =
            finding.a.line == network::kNone ? 0U : network::component_of(network_, check_.components, finding.a.line);
        add_component(number);
        add_gain(check_.has_gains ? check_.gains.gains[index] : std::nullopt);
    }

    void add(const LineWithoutLength& line) {
        start(FindingKind::ZeroLength, network::FindingSeverity::Warning, line.place);
        column("distance_m").add_number(0.0);
        add_source("a", line.layer, line.feature);
        add_source("b", PlaceOnLine{});
        add_component(0);
        add_gain(std::nullopt);
    }

    void start(FindingKind kind, network::FindingSeverity severity, const geo::GridPoint& place) {
        layer_.geometry.add_coordinate(geo::to_degrees(place));
        layer_.geometry.end_part(geo::PartRole::Point);
        layer_.geometry.end_feature();
        ++layer_.row_count;
        column("kind").add_text(finding_code(kind));
        column("severity").add_text(severity_code(severity));
        column("decision").add_text(finding_decision(kind).in(language_));
        column("advice").add_text(finding_advice(kind).in(language_));
    }

    void add_source(const std::string& which, const PlaceOnLine& place) {
        if (place.line != network::kNone) {
            const auto& attributes = network_.lines.attributes[place.line];
            return add_source(which, attributes.layer, attributes.feature);
        }
        column("layer_" + which).add_missing();
        column("feature_" + which).add_missing();
    }
    void add_source(const std::string& which, std::uint32_t layer, std::uint32_t feature) {
        column("layer_" + which).add_text(check_.sources.layer_labels[layer]);
        column("feature_" + which).add_whole_number(check_.sources.feature_id(layer, feature));
    }

    void add_component(std::uint32_t number) {
        if (number == 0) {
            column("component").add_missing();
            column("component_km").add_missing();
            return;
        }
        column("component").add_whole_number(number);
        column("component_km").add_number(check_.components.metres[number - 1] / 1000.0);
    }

    void add_gain(const std::optional<Gain>& gain) {
        auto& settlements = column("settlements_gained");
        auto& families = column("families_gained");
        if (!gain) {
            settlements.add_missing();
            families.add_missing();
            return;
        }
        settlements.add_whole_number(static_cast<std::int64_t>(gain->settlements));
        families.add(gain->families);
    }

    Column& column(const std::string& name) { return *layer_.find(name); }

    const NetworkCheck& check_;
    const network::RoadNetwork& network_;
    core::Language language_;
    Layer layer_;
};

}  // namespace

std::int64_t LineSources::feature_id(std::uint32_t layer, std::uint32_t feature) const {
    const auto& ids = feature_ids[layer];
    return feature < ids.size() ? ids[feature] : static_cast<std::int64_t>(feature);
}

std::vector<layers::ColumnDefinition> finding_columns() {
    return {text_column("kind", {"Kind", "Jenis"}),
            text_column("severity", {"Severity", "Tingkat kepentingan"}),
            number_column("distance_m", "m", {"Gap or length (m)", "Celah atau panjang (m)"}),
            text_column("layer_a", {"Layer of the first line", "Lapisan garis pertama"}),
            count_column("feature_a", {"First line (feature number)", "Garis pertama (nomor fitur)"}),
            text_column("layer_b", {"Layer of the second line", "Lapisan garis kedua"}),
            count_column("feature_b", {"Second line (feature number)", "Garis kedua (nomor fitur)"}),
            count_column("component", {"Component (1: the longest)", "Bagian jaringan (1: terpanjang)"}),
            number_column("component_km", "km", {"Length of the component (km)", "Panjang bagian jaringan (km)"}),
            text_column("decision", {"What was done", "Yang dilakukan"}),
            text_column("advice", {"What to do", "Saran"}),
            count_column("settlements_gained",
                         {"Settlements that mending would help", "Permukiman yang terbantu bila diperbaiki"}),
            number_column("families_gained", "",
                          {"Families that mending would help", "Keluarga yang terbantu bila diperbaiki"})};
}

std::vector<layers::ColumnDefinition> component_columns() {
    return {text_column("layer", {"Layer", "Lapisan"}), count_column("feature", {"Feature number", "Nomor fitur"}),
            count_column("component", {"Component (1: the longest)", "Bagian jaringan (1: terpanjang)"}),
            number_column("length_km", "km", {"Length of the component (km)", "Panjang bagian jaringan (km)"})};
}

Layer make_finding_layer(const NetworkCheck& check, const network::RoadNetwork& network, const std::string& crs,
                         RunContext& context) {
    auto layer =
        FindingRows(check, network, context.language).make({context.progress, 0.0, 0.7, check.findings.size()});
    layer.crs = crs;
    core::Stage placing(context.progress, 0.7, 1.0);
    geo::from_wgs84(layer.geometry.all_coordinates(), crs, {.threads = context.threads}, placing);
    return layer;
}

Layer make_component_layer(const NetworkCheck& check, const network::RoadNetwork& network, const std::string& crs,
                           RunContext& context) {
    Layer layer;
    layer.crs = crs;
    layer.geometry_type = geo::GeometryType::Line;
    for (auto& definition : component_columns()) layer.add_column(std::move(definition));
    const auto& lines = network.lines;
    layer.geometry.reserve(network.input_line_count, lines.first_vertex[network.input_line_count]);
    core::LoopSteps steps(context.progress, 0.0, 0.7, network.input_line_count);
    for (std::uint32_t line = 0; line < network.input_line_count; ++line) {
        steps.at(line);
        const auto& attributes = lines.attributes[line];
        if (attributes.landing) continue;
        for (auto v = lines.first(line); v <= lines.last(line); ++v) {
            layer.geometry.add_coordinate(geo::to_degrees(lines.vertices[v]));
        }
        layer.geometry.end_part(geo::PartRole::Line);
        layer.geometry.end_feature();
        ++layer.row_count;
        layer.columns[0].add_text(check.sources.layer_labels[attributes.layer]);
        layer.columns[1].add_whole_number(check.sources.feature_id(attributes.layer, attributes.feature));
        const auto number = component_of(network, check.components, line);
        number > 0 ? layer.columns[2].add_whole_number(number) : layer.columns[2].add_missing();
        number > 0 ? layer.columns[3].add_number(check.components.metres[number - 1] / 1000.0)
                   : layer.columns[3].add_missing();
    }
    core::Stage placing(context.progress, 0.7, 1.0);
    geo::from_wgs84(layer.geometry.all_coordinates(), crs, {.threads = context.threads}, placing);
    return layer;
}

}  // namespace desakota::analyses
