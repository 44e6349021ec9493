#include "engine/analyses/programme_layers.h"

#include <string>
#include <utility>

#include "engine/analyses/companion_layers.h"
#include "engine/analyses/way_columns.h"
#include "engine/analyses/way_styles.h"
#include "engine/analyses/welfare_rows.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using layers::ColumnType;
using layers::Layer;

constexpr const char* kReachLayer = "hinterland_interaction_programme_reach";

ColumnDefinition metres_column() {
    return number_column("to_centre_m", "m", {"To the programme's centre (m)", "Ke pusat program (m)"});
}

ColumnDefinition minutes_column() {
    return number_column("to_centre_min", "min", {"To the programme's centre (min)", "Ke pusat program (menit)"});
}

std::vector<ColumnDefinition> figure_columns() {
    std::vector<ColumnDefinition> columns{
        count_column("activities", {"Activities", "Kegiatan"}),
        {"reached", ColumnType::YesNo, {}, {"Reached by the programme", "Terjangkau program"}},
        number_column("participants", "", {"Families taking part", "Keluarga peserta"}),
        number_column("poor_participants", "", {"Poor families taking part", "Keluarga miskin peserta"})};
    for (auto& column : reach_share_columns()) columns.push_back(std::move(column));
    columns.push_back(
        count_column("unreached_poor", {"Rank among unreached settlements, by poor families",
                                        "Peringkat di antara permukiman tak terjangkau, menurut keluarga miskin"}));
    columns.push_back(text_column("status", {"Status", "Status"}));
    columns.push_back(text_column("reason", {"Reason", "Penjelasan"}));
    return columns;
}

void add_costs(Layer& layer, const Programme& programme, const ProgrammeFindings& found) {
    const bool by_time = programme.cost == network::Objective::Time;
    auto& column = layer.add_column(by_time ? minutes_column() : metres_column());
    for (const auto& settlement : found.settlements) {
        if (settlement.cost >= core::kUnreachable) {
            column.add_missing();
        } else {
            column.add_number(by_time ? core::to_minutes(settlement.cost) : core::to_metres(settlement.cost));
        }
    }
}

/// The rank of each settlement in the list of those that are not reached; missing where it is not in it.
std::vector<std::optional<std::int64_t>> ranks(const ProgrammeFindings& found) {
    std::vector<std::optional<std::int64_t>> ranks(found.settlements.size());
    for (std::size_t i = 0; i < found.unreached_poor.size(); ++i) {
        ranks[found.unreached_poor[i]] = static_cast<std::int64_t>(i) + 1;
    }
    return ranks;
}

maps::StyleClass status_class(ProgrammeStatus status, Text label, const maps::Colour& colour, maps::Marker marker) {
    maps::StyleClass entry;
    entry.label = std::move(label);
    entry.symbol.colour = colour;
    entry.symbol.marker = marker;
    entry.symbol.size = 3.5;
    entry.criteria = {maps::OneOf{"status", {std::string(status_code(status))}}};
    return entry;
}

maps::Style programme_reached_style() {
    const Text title{"Reached by the programme or not", "Terjangkau program atau tidak"};
    return {"programme_reached",
            title,
            {status_class(ProgrammeStatus::Reached, {"Reached", "Terjangkau"}, maps::kGreen, maps::Marker::Circle),
             status_class(ProgrammeStatus::PoorNotReached,
                          {"Reached, but none of its poor families", "Terjangkau, tetapi bukan keluarga miskinnya"},
                          maps::kOrange, maps::Marker::Triangle),
             status_class(ProgrammeStatus::NotReached, {"Not reached", "Tidak terjangkau"}, maps::kVermilion,
                          maps::Marker::Square)},
            maps::Names{"settlement_name"}};
}

}  // namespace

std::vector<ColumnDefinition> reach_share_columns() {
    return {number_column("coverage_share", "", {"Coverage (share of families)", "Cakupan (bagian keluarga)"}),
            number_column(
                "poor_coverage_share", "",
                {"Coverage of the poor (share of poor families)", "Cakupan keluarga miskin (bagian keluarga miskin)"}),
            number_column("inclusion_error_share", "",
                          {"Inclusion error (share of participants who are not poor)",
                           "Kesalahan inklusi (bagian peserta yang tidak miskin)"}),
            number_column("exclusion_error_share", "",
                          {"Exclusion error (share of poor families left out)",
                           "Kesalahan eksklusi (bagian keluarga miskin yang tidak ikut)"})};
}

OutputLayer declare_programme_reach() {
    auto columns = settlement_columns();
    columns.push_back(metres_column());
    columns.push_back(minutes_column());
    for (auto& column : figure_columns()) columns.push_back(std::move(column));
    auto coverage = share_style("programme_coverage", {"Families taking part", "Keluarga peserta"}, "coverage_share");
    coverage.worse = {"The lighter, the fewer families take part.", "Makin terang, makin sedikit keluarga peserta."};
    auto exclusion = share_style("programme_exclusion", {"Poor families left out", "Keluarga miskin yang tidak ikut"},
                                 "exclusion_error_share");
    exclusion.worse = {"The darker, the more poor families are left out.",
                       "Makin gelap, makin banyak keluarga miskin yang tidak ikut."};
    return {kReachLayer,
            {"Programme reach", "Jangkauan program"},
            geo::GeometryType::Polygon,  // or points, as the settlements are
            std::move(columns),
            {"with --activities", "dengan --activities"},
            {},
            {programme_reached_style(), std::move(coverage), std::move(exclusion)}};
}

Layer make_programme_reach(const Programme& programme, const HinterlandQuestion& question,
                           const ProgrammeFindings& found, const Layer& settlement_layer, RunContext& context) {
    auto layer = with_settlement_geometry(settlement_layer);
    add_settlement_columns(layer, question.settlements);
    layer.row_count = question.settlements.size();
    add_costs(layer, programme, found);
    const auto place = layer.columns.size();
    for (auto& column : figure_columns()) layer.add_column(std::move(column));
    const auto rank = ranks(found);
    core::LoopSteps steps(context.progress, 0.0, 1.0, found.reached.size());
    for (std::size_t row = 0; row < found.reached.size(); ++row) {
        steps.at(row);
        const auto& reach = found.reached[row];
        auto* column = &layer.columns[place];
        (column++)->add_whole_number(static_cast<std::int64_t>(reach.activities));
        (column++)->add_yes_no(reach.reached);
        (column++)->add(reach.participants);
        (column++)->add(reach.poor_participants);
        (column++)->add(reach.coverage);
        (column++)->add(reach.poor_coverage);
        (column++)->add(reach.inclusion_error);
        (column++)->add(reach.exclusion_error);
        (column++)->add(rank[row]);
        (column++)->add_text(status_code(programme_status(found, row)));
        column->add_text(programme_reason(programme, question, found, row).in(context.language));
    }
    return layer;
}

}  // namespace desakota::analyses
