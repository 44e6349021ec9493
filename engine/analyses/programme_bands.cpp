#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "engine/analyses/programme_layers.h"
#include "engine/analyses/way_columns.h"
#include "engine/analyses/way_styles.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

using hinterland::CostBand;
using hinterland::Reach;
using layers::ColumnDefinition;
using layers::Layer;
using Members = std::vector<std::size_t>;

constexpr const char* kBandsLayer = "hinterland_interaction_programme_bands";

/// Which settlements, or activities, a row stands for.
struct RowTitle {
    std::string kind;
    std::string group_field;
    std::optional<std::string> group_value;
    std::optional<double> from;  ///< in the unit of the run's costs
    std::optional<double> up_to;
};

std::vector<ColumnDefinition> title_columns() {
    return {text_column("kind", {"Kind of row", "Jenis baris"}),
            text_column("group_field", {"Grouped by", "Dikelompokkan menurut"}),
            text_column("group_value", {"Group", "Kelompok"})};
}

std::vector<ColumnDefinition> metres_columns() {
    return {number_column("from_m", "m", {"From (m)", "Dari (m)"}),
            number_column("up_to_m", "m", {"Up to (m)", "Sampai dengan (m)"})};
}

std::vector<ColumnDefinition> minutes_columns() {
    return {number_column("from_min", "min", {"From (min)", "Dari (menit)"}),
            number_column("up_to_min", "min", {"Up to (min)", "Sampai dengan (menit)"})};
}

std::vector<ColumnDefinition> pooled_columns() {
    std::vector<ColumnDefinition> columns{
        count_column("settlements", {"Settlements", "Permukiman"}),
        count_column("settlements_reached", {"Settlements reached", "Permukiman terjangkau"}),
        count_column("activities", {"Activities", "Kegiatan"}),
        number_column("families", "", {"Families", "Keluarga"}),
        number_column("poor_families", "", {"Poor families", "Keluarga miskin"}),
        number_column("participants", "", {"Families taking part", "Keluarga peserta"}),
        number_column("poor_participants", "", {"Poor families taking part", "Keluarga miskin peserta"}),
        count_column("with_coverage", {"Settlements whose coverage is known", "Permukiman yang cakupannya diketahui"}),
        count_column("with_poor_coverage", {"Settlements whose coverage of the poor is known",
                                            "Permukiman yang cakupan keluarga miskinnya diketahui"})};
    for (auto& column : reach_share_columns()) columns.push_back(std::move(column));
    columns.push_back(number_column(
        "concentration_index", "",
        {"Concentration index (below 0: near the centre)", "Indeks konsentrasi (di bawah 0: dekat pusat)"}));
    columns.push_back(number_column("poor_concentration_index", "",
                                    {"Concentration index of the poor (below 0: near the centre)",
                                     "Indeks konsentrasi keluarga miskin (di bawah 0: dekat pusat)"}));
    return columns;
}

/// Writes the table row by row.
class BandsTable {
public:
    explicit BandsTable(network::Objective cost) {
        for (auto& column : title_columns()) layer_.add_column(std::move(column));
        const bool by_time = cost == network::Objective::Time;
        for (auto& column : by_time ? minutes_columns() : metres_columns()) layer_.add_column(std::move(column));
        for (auto& column : pooled_columns()) layer_.add_column(std::move(column));
    }

    void add(const RowTitle& title, const hinterland::PooledReach& pooled,
             const hinterland::ReachConcentration& concentration) {
        auto* column = layer_.columns.data();
        (column++)->add_text(title.kind);
        (column++)->add_text(title.group_field);
        (column++)->add(title.group_value);
        (column++)->add(title.from);
        (column++)->add(title.up_to);
        (column++)->add_whole_number(static_cast<std::int64_t>(pooled.settlements));
        (column++)->add_whole_number(static_cast<std::int64_t>(pooled.reached));
        (column++)->add_whole_number(static_cast<std::int64_t>(pooled.activities));
        (column++)->add(pooled.families);
        (column++)->add(pooled.poor_families);
        (column++)->add(pooled.participants);
        (column++)->add(pooled.poor_participants);
        (column++)->add_whole_number(static_cast<std::int64_t>(pooled.with_coverage));
        (column++)->add_whole_number(static_cast<std::int64_t>(pooled.with_poor_coverage));
        (column++)->add(pooled.coverage);
        (column++)->add(pooled.poor_coverage);
        (column++)->add(pooled.inclusion_error);
        (column++)->add(pooled.exclusion_error);
        (column++)->add(concentration.coverage);
        column->add(concentration.poor_coverage);
        ++layer_.row_count;
    }

    [[nodiscard]] Layer take() { return std::move(layer_); }

private:
    Layer layer_;
};

void add_bands(BandsTable& table, const Programme& programme, const ProgrammeFindings& found) {
    const bool by_time = programme.cost == network::Objective::Time;
    const auto in_unit = [&](std::int64_t cost) { return by_time ? core::to_minutes(cost) : core::to_metres(cost); };
    RowTitle title{"cost_band", by_time ? "to_centre_min" : "to_centre_m", {}, {}, {}};
    double from = 0.0;
    for (const auto& band : found.bands) {
        if (band.kind == CostBand::Kind::NoWay) {
            title.from.reset();
            title.up_to.reset();
            title.group_value = "no_way";
        } else if (band.kind == CostBand::Kind::NoLocation) {
            title.from.reset();
            title.up_to.reset();
            title.group_value = "no_location";
        } else if (band.kind == CostBand::Kind::UpTo) {
            title.from = from;
            title.up_to = from = in_unit(band.limit);
            title.group_value = "up_to_" + core::number_text(from);
        } else {
            title.from = from;
            title.up_to.reset();
            title.group_value = "over_" + core::number_text(from);
        }
        table.add(title, band.reach, {});
    }
}

/// The index among some settlements.
hinterland::ReachConcentration concentration_of(const Reach& reach, const Members& members) {
    std::vector<hinterland::ProgrammeSettlement> settlements;
    std::vector<hinterland::SettlementReach> reached;
    settlements.reserve(members.size());
    reached.reserve(members.size());
    for (const auto member : members) {
        settlements.push_back(reach.settlements[member]);
        reached.push_back(reach.reached[member]);
    }
    return hinterland::reach_concentration({settlements, reached});
}

/// By each value of each group field, and in total.
void add_settlement_groups(BandsTable& table, const HinterlandQuestion& question, const ProgrammeFindings& found) {
    for (const auto& set : settlement_sets(question.settlements)) {
        const bool is_total = set.field == "total";
        const Members members(set.members.begin(), set.members.end());
        table.add({is_total ? "total" : "settlement_group", set.field, set.value, {}, {}},
                  hinterland::pooled_reach(found.reach(), members), concentration_of(found.reach(), members));
    }
}

/// The activities of each group alone: whom they reach of all settlements.
void add_activity_groups(BandsTable& table, const Programme& programme, const ProgrammeFindings& found,
                         core::Progress& progress) {
    if (programme.group_field.empty()) return;
    std::map<std::optional<std::string>, std::vector<hinterland::Activity>> groups;
    for (std::size_t i = 0; i < programme.activities.size(); ++i) {
        groups[programme.groups[i]].push_back(programme.activities[i]);
    }
    Members all(found.settlements.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    core::LoopSteps steps(progress, 0.2, 1.0, groups.size(), 1);
    std::size_t done = 0;
    const auto add = [&](const auto& group, const std::vector<hinterland::Activity>& activities) {
        steps.at(done++);
        const auto reached = hinterland::settlement_reach(found.settlements, activities, programme.participants_are);
        const Reach reach{found.settlements, reached};
        table.add({"activity_group", programme.group_field, group, {}, {}}, hinterland::pooled_reach(reach, all),
                  hinterland::reach_concentration(reach));
    };
    for (const auto& [group, activities] : groups) {
        if (group) add(group, activities);
    }
    const auto rest = groups.find(std::nullopt);  // without a group: last
    if (rest != groups.end()) add(rest->first, rest->second);
}

}  // namespace

OutputLayer declare_programme_bands() {
    auto columns = title_columns();
    for (auto& column : metres_columns()) columns.push_back(std::move(column));
    for (auto& column : minutes_columns()) columns.push_back(std::move(column));
    for (auto& column : pooled_columns()) columns.push_back(std::move(column));
    return {kBandsLayer,
            {"Programme reach by distance and group", "Jangkauan program menurut jarak dan kelompok"},
            geo::GeometryType::None,
            std::move(columns),
            {"with --activities", "dengan --activities"},
            {},
            table_styles()};
}

Layer make_programme_bands(const Programme& programme, const HinterlandQuestion& question,
                           const ProgrammeFindings& found, RunContext& context) {
    BandsTable table(programme.cost);
    add_bands(table, programme, found);
    context.progress.step(0.1);
    add_settlement_groups(table, question, found);
    context.progress.step(0.2);
    add_activity_groups(table, programme, found, context.progress);
    context.progress.step(1.0);
    return table.take();
}

}  // namespace desakota::analyses
