#include "engine/analyses/hinterland_layers.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/analyses/companion_layers.h"
#include "engine/analyses/cost_columns.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_columns.h"

namespace desakota::analyses {
namespace {

using core::Text;
using hinterland::CentreTie;
using hinterland::SettlementTies;
using layers::Column;
using layers::ColumnDefinition;
using layers::Layer;
using network::Objective;

DestinationWords main_centre_words() {
    return {"main_centre", {"Main centre", "Pusat utama"}};
}
DestinationWords second_centre_words() {
    return {"second_centre", {"Second centre", "Pusat kedua"}};
}

ColumnDefinition yes_no_column(std::string name, Text alias) {
    return {std::move(name), layers::ColumnType::YesNo, {}, std::move(alias)};
}

void append(std::vector<ColumnDefinition>& to, std::vector<ColumnDefinition> from) {
    for (auto& column : from) to.push_back(std::move(column));
}

ColumnDefinition population_column() {
    return number_column("population", "", {"Population", "Jumlah penduduk"});
}
ColumnDefinition index_column() {
    return number_column("interaction_index", "", {"Interaction index", "Indeks interaksi"});
}
ColumnDefinition potential_column() {
    return number_column("potential", "", {"Potential (all centres)", "Potensial (semua pusat)"});
}
ColumnDefinition flow_column() {
    return number_column("flow", "", {"Flow (relative)", "Arus (relatif)"});
}
ColumnDefinition main_share_column() {
    return number_column("main_centre_share", "", {"Share of the main centre", "Bagian pusat utama"});
}
ColumnDefinition second_share_column() {
    return number_column("second_centre_share", "", {"Share of the second centre", "Bagian pusat kedua"});
}
ColumnDefinition contested_column() {
    return yes_no_column("contested", {"Contested by two centres", "Diperebutkan dua pusat"});
}
ColumnDefinition leakage_column() {
    return number_column("leakage_share", "", {"Share of centres outside", "Bagian pusat di luar kawasan"});
}
const Text& second_centre() {
    static const Text text{"to the second centre", "ke pusat kedua"};
    return text;
}

/// Figures that are known: somebody asked from there, and the search was not cut off.
bool is_known(const WayRow& row) {
    return row.status != RowStatus::NoGeometry && row.status != RowStatus::BeyondCutoff;
}

/// Columns filled settlement by settlement.
class MainLayer {
public:
    MainLayer(const HinterlandQuestion& question, const HinterlandFindings& findings, Layer& layer)
        : question_(question), findings_(findings), layer_(layer) {}

    void add_population() {
        if (question_.populations.empty()) return;
        auto& column = layer_.add_column(population_column());
        for (const auto& population : question_.populations) column.add(population);
    }

    void add_scores() {
        add(index_column(), [](const SettlementTies& ties) { return std::optional(ties.index); });
        add(potential_column(), [](const SettlementTies& ties) { return std::optional(ties.potential); });
        if (question_.populations.empty()) return;
        add(flow_column(), [](const SettlementTies& ties) { return ties.flow; });
    }

    void add_centre(const DestinationWords& words, std::optional<CentreTie> SettlementTies::*which) {
        auto& ids = layer_.add_column(text_column(words.column + "_id", words.title + core::same_text(" (id)")));
        for (const auto& ties : all()) {
            const auto& tie = ties.*which;
            tie ? ids.add_text(question_.centres.ids[tie->centre]) : ids.add_missing();
        }
        auto& names = layer_.add_column(text_column(words.column + "_name", words.title));
        for (const auto& ties : all()) {
            const auto& tie = ties.*which;
            names.add(tie ? question_.centres.names[tie->centre] : std::nullopt);
        }
    }

    void add_share(const ColumnDefinition& definition, std::optional<CentreTie> SettlementTies::*which) {
        auto& column = layer_.add_column(definition);
        for (const auto& ties : all()) {
            const auto& tie = ties.*which;
            column.add(tie ? std::optional(tie->share) : std::nullopt);
        }
    }

    void add_second_cost() {
        auto& column = layer_.add_column(cost_column("second_centre", second_centre(), question_.cost));
        for (const auto& ties : all()) {
            const auto& tie = ties.second;
            column.add(tie ? std::optional(cost_value(static_cast<double>(tie->cost), question_.cost)) : std::nullopt);
        }
    }

    void add_border() {
        auto& contested = layer_.add_column(contested_column());
        for (const auto& ties : all()) ties.main ? contested.add_yes_no(ties.contested) : contested.add_missing();
        if (question_.outside.empty()) return;
        auto& leakage = layer_.add_column(leakage_column());
        for (const auto& ties : all()) leakage.add(ties.main ? std::optional(ties.leakage) : std::nullopt);
    }

private:
    [[nodiscard]] const std::vector<SettlementTies>& all() const { return findings_.interactions.settlements; }

    template <class Value>
    void add(const ColumnDefinition& definition, const Value& value) {
        auto& column = layer_.add_column(definition);
        for (std::size_t i = 0; i < all().size(); ++i) {
            column.add(is_known(findings_.rows[i]) ? value(all()[i]) : std::nullopt);
        }
    }

    const HinterlandQuestion& question_;
    const HinterlandFindings& findings_;
    Layer& layer_;
};

/// What is to be said of a settlement's ties after the reason of its way; begins with a blank.
Text tie_sentence(const HinterlandQuestion& question, const SettlementTies& ties) {
    if (ties.status == SettlementTies::Status::BeyondDecay) {
        return {" So far away there is no tie left.", " Sejauh itu tidak ada lagi ikatan."};
    }
    const auto& main = ties.main;
    if (!main) return {};
    const auto name = core::same_text(question.centres.title(main->centre));
    const auto& second = ties.second;
    if (ties.contested && second) {
        return fill_text(" Contested: {} of its ties go to {}, {} to {}.",
                         " Diperebutkan: {} ikatannya menuju {}, {} menuju {}.", percent_text(main->share), name,
                         percent_text(second->share), core::same_text(question.centres.title(second->centre)));
    }
    return fill_text(" {} of its ties go to {}.", " {} ikatannya menuju {}.", percent_text(main->share), name);
}

std::vector<WayRow> rows_with_ties(const HinterlandQuestion& question, const HinterlandFindings& findings,
                                   core::Language language) {
    auto rows = findings.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].reason += tie_sentence(question, findings.interactions.settlements[i]).in(language);
    }
    return rows;
}

ColumnDefinition mean_index_column() {
    return number_column("mean_interaction_index", "", {"Mean interaction index", "Rata-rata indeks interaksi"});
}
ColumnDefinition contested_share_column() {
    return number_column("contested_share", "",
                         {"Share in contested settlements", "Bagian di permukiman yang diperebutkan"});
}

}  // namespace

std::vector<ColumnDefinition> hinterland_columns() {
    auto columns = settlement_columns();
    append(columns, {population_column(), index_column(), potential_column(), flow_column()});
    append(columns, destination_columns(main_centre_words()));
    append(columns, {main_share_column()});
    append(columns, destination_columns(second_centre_words()));
    append(columns, {second_share_column()});
    append(columns, cost_columns("second_centre", second_centre()));
    append(columns, {contested_column(), leakage_column()});
    append(columns, way_columns());
    return columns;
}

Layer make_hinterland_layer(const HinterlandQuestion& question, const HinterlandFindings& findings,
                            const Layer& settlement_layer, core::Language language) {
    auto layer = with_settlement_geometry(settlement_layer);
    add_settlement_columns(layer, question.settlements);
    MainLayer filler(question, findings, layer);
    filler.add_population();
    filler.add_scores();
    filler.add_centre(main_centre_words(), &SettlementTies::main);
    filler.add_share(main_share_column(), &SettlementTies::main);
    filler.add_centre(second_centre_words(), &SettlementTies::second);
    filler.add_share(second_share_column(), &SettlementTies::second);
    filler.add_second_cost();
    filler.add_border();
    add_way_columns(layer, rows_with_ties(question, findings, language));
    return layer;
}

std::vector<ColumnDefinition> interaction_columns() {
    auto columns = settlement_columns();
    append(columns, destination_columns({"centre", {"Centre", "Pusat"}}));
    append(columns, {count_column("rank", {"Rank of the tie", "Peringkat ikatan"})});
    append(columns, cost_columns("total", {"from the settlement to the centre", "dari permukiman ke pusat"}));
    append(columns, {number_column("tie", "", {"Tie: mass x decay", "Ikatan: massa x penurunan"}),
                     number_column("share", "", {"Share of all ties", "Bagian dari semua ikatan"}), flow_column()});
    return columns;
}

Layer make_interactions(const HinterlandQuestion& question, const HinterlandFindings& findings) {
    const auto& listed = findings.interactions.listed;
    Layer layer;
    layer.row_count = listed.size();
    const auto other_cost = question.cost == Objective::Time ? "total_m" : "total_min";
    for (const auto& column : interaction_columns()) {
        if (column.name == other_cost || (column.name == "flow" && question.populations.empty())) continue;
        layer.add_column(column).reserve(listed.size());
    }
    std::int64_t rank = 0;
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const auto& [settlement, tie] = listed[i];
        rank = i > 0 && listed[i - 1].settlement == settlement ? rank + 1 : 1;
        std::size_t place = 0;
        const auto next = [&]() -> Column& { return layer.columns[place++]; };
        next().add_text(question.settlements.ids[settlement]);
        next().add(question.settlements.names[settlement]);
        next().add_text(question.centres.ids[tie.centre]);
        next().add(question.centres.names[tie.centre]);
        next().add_whole_number(rank);
        next().add_number(cost_value(static_cast<double>(tie.cost), question.cost));
        next().add_number(tie.tie);
        next().add_number(tie.share);
        if (!question.populations.empty()) next().add(tie.flow);
    }
    return layer;
}

HinterlandShares hinterland_shares(const HinterlandQuestion& question, const HinterlandFindings& findings) {
    HinterlandShares shares;
    const auto& ties = findings.interactions.settlements;
    for (std::size_t i = 0; i < ties.size(); ++i) {
        const bool known = is_known(findings.rows[i]);
        const bool has_number = !question.settlements.has_families || question.settlements.families[i].has_value();
        shares.index.push_back(known ? std::optional(ties[i].index) : std::nullopt);
        shares.contested.push_back(ties[i].main ? std::optional(ties[i].contested ? 1.0 : 0.0) : std::nullopt);
        shares.leakage.push_back(ties[i].main ? std::optional(ties[i].leakage) : std::nullopt);
        shares.unknown.push_back(!known || !has_number);
    }
    return shares;
}

std::vector<ColumnDefinition> hinterland_summary_columns() {
    auto columns = summary_columns();
    append(columns, {mean_index_column(), contested_share_column(), leakage_column()});
    return columns;
}

SummaryInput hinterland_summary(const HinterlandQuestion& question, const HinterlandFindings& findings,
                                const HinterlandShares& shares) {
    SummaryInput input{question.settlements, {{{}, findings.rows}}, shares.unknown, {}};
    input.pooled.push_back({mean_index_column(), Pooling::Share, shares.index});
    input.pooled.push_back({contested_share_column(), Pooling::Share, shares.contested});
    if (!question.outside.empty()) input.pooled.push_back({leakage_column(), Pooling::Share, shares.leakage});
    return input;
}

}  // namespace desakota::analyses
