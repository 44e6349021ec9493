#include "engine/analyses/access_results.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "engine/analyses/companion_layers.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_styles.h"
#include "engine/maps/qml.h"

namespace desakota::analyses {
namespace {

using core::Text;

struct StatusWords {
    RowStatus status;
    std::string_view figure;
    Text label;
    Text phrase;  ///< after a number
};

const std::array<StatusWords, 6>& status_words() {
    static const std::array<StatusWords, 6> words{{
        {RowStatus::Reached,
         "settlements_reached",
         {"Settlements reached", "Permukiman terjangkau"},
         {"reached", "terjangkau"}},
        {RowStatus::NotConnected,
         "settlements_not_connected",
         {"Settlements not connected", "Permukiman tidak tersambung"},
         {"not connected", "tidak tersambung"}},
        {RowStatus::NoRoadInReach,
         "settlements_no_road_in_reach",
         {"Settlements without a road in reach", "Permukiman tanpa jalan di dekatnya"},
         {"without a road in reach", "tanpa jalan di dekatnya"}},
        {RowStatus::BeyondCutoff,
         "settlements_beyond_cutoff",
         {"Settlements beyond the limit", "Permukiman di luar batas pencarian"},
         {"beyond the limit of the search", "di luar batas pencarian"}},
        {RowStatus::NoGeometry,
         "settlements_no_geometry",
         {"Settlements without a location", "Permukiman tanpa lokasi"},
         {"without a location", "tanpa lokasi"}},
        {RowStatus::NoDestination,
         "settlements_no_centre_named",
         {"Settlements that name no centre", "Permukiman yang tidak menyebut pusat"},
         {"that name no centre", "tidak menyebut pusat"}},
    }};
    return words;
}

double count_of(std::span<const WayRow> rows, RowStatus status) {
    return static_cast<double>(std::ranges::count(rows, status, &WayRow::status));
}

}  // namespace

OutputLayer declare_legs(const std::string& main_layer) {
    return {main_layer + "_legs",
            {"Legs to the road", "Jalur dari permukiman ke jalan"},
            geo::GeometryType::Line,
            leg_columns(),
            {},
            {},
            leg_styles()};
}

OutputLayer declare_routes(const std::string& main_layer, std::vector<layers::ColumnDefinition> columns) {
    return {main_layer + "_routes",
            {"Routes", "Rute"},
            geo::GeometryType::Line,
            std::move(columns),
            {"with --routes", "dengan --routes"},
            "routes",
            route_styles()};
}

OutputLayer declare_summary(const std::string& main_layer, Text title, std::vector<layers::ColumnDefinition> columns) {
    return {main_layer + "_summary", std::move(title), geo::GeometryType::None, std::move(columns), {}, {},
            table_styles()};
}

void add_layer(Results& results, layers::Layer layer, const OutputLayer& output, core::Language language) {
    layer.name = output.name;
    layer.title = output.title;
    layer.styles = maps::layer_styles(output.styles, layer, language);
    results.styles[output.name] = output.styles;
    results.layers.push_back(std::move(layer));
}

void add_status_figures(Results& results, std::span<const WayRow> rows, const ColumnPrefix& prefix) {
    if (prefix.name.empty()) {
        results.figures.push_back({"settlements", {"Settlements", "Permukiman"}, static_cast<double>(rows.size()), 0});
    }
    for (const auto& words : status_words()) {
        const double count = count_of(rows, words.status);
        // Every run tells how many were reached; the other statuses only where they occur.
        if (count == 0.0 && words.status != RowStatus::Reached) continue;
        results.figures.push_back({prefix.name + std::string(words.figure), prefix.alias + words.label, count, 0});
    }
}

Text status_sentence(std::span<const WayRow> rows) {
    Text list;
    for (const auto& words : status_words()) {
        const double count = count_of(rows, words.status);
        if (count == 0.0) continue;
        if (!list.english.empty()) list = list + core::same_text(", ");
        list = list + fill_text("{} {}", "{} {}", grouped(count), words.phrase);
    }
    return fill_text("Settlements: {}.", "Permukiman: {}.", list);
}

}  // namespace desakota::analyses
