#include <cstdint>
#include <utility>

#include "engine/analyses/tie_factors.h"
#include "engine/analyses/way_columns.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

using layers::ColumnDefinition;
using layers::Layer;

std::vector<ColumnDefinition> factor_columns() {
    auto columns = settlement_columns();
    for (auto& column : std::vector<ColumnDefinition>{
             text_column("centre_id", {"Main centre (id)", "Pusat utama (id)"}),
             text_column("centre_name", {"Main centre", "Pusat utama"}),
             text_column("factor", {"Factor (code)", "Faktor (kode)"}),
             text_column("factor_title", {"Factor", "Faktor"}),
             text_column("kind", {"Inhibiting or driving", "Penghambat atau pendorong"}),
             number_column("score", "", {"Score", "Nilai"}), number_column("weight", "", {"Weight", "Bobot"}),
             number_column("loss_share", "",
                           {"Share of the loss (an assumption)", "Bagian dari kehilangan (asumsi)"})}) {
        columns.push_back(std::move(column));
    }
    return columns;
}

/// One factor in the tie of a settlement to its main centre.
struct Scored {
    const TieFactor* factor;
    std::optional<double> score;
    double loss_share = 0.0;
};

std::vector<Scored> scored(const TieFactors& factors, std::size_t settlement, std::size_t centre) {
    std::vector<Scored> all;
    for (const auto& factor : factors.of_settlements) all.push_back({&factor, factor.scores[settlement]});
    for (const auto& factor : factors.of_centres) all.push_back({&factor, factor.scores[centre]});
    std::vector<double> scores;
    std::vector<double> weights;
    for (const auto& one : all) {
        scores.push_back(one.score.value_or(1.0));
        weights.push_back(one.factor->weight);
    }
    const auto effect = hinterland::factor_effect(scores, weights);
    for (std::size_t i = 0; i < all.size(); ++i) all[i].loss_share = effect.loss_share[i];
    return all;
}

std::optional<std::string> kind_code(const TieFactor& factor) {
    if (!factor.kind) return std::nullopt;
    return *factor.kind == hinterland::Factor::Kind::Inhibiting ? "inhibiting" : "driving";
}

void add_row(Layer& layer, const HinterlandQuestion& question, const hinterland::SettlementCentre& pair,
             const Scored& one, core::Language language) {
    ++layer.row_count;
    auto column = layer.columns.begin();
    (column++)->add_text(question.settlements.ids[pair.settlement]);
    (column++)->add(question.settlements.names[pair.settlement]);
    (column++)->add_text(question.centres.ids[pair.tie.centre]);
    (column++)->add(question.centres.names[pair.tie.centre]);
    (column++)->add_text(one.factor->code);
    (column++)->add_text(one.factor->title.in(language));
    (column++)->add(kind_code(*one.factor));
    (column++)->add(one.score);
    (column++)->add_number(one.factor->weight);
    (column++)->add(one.score ? std::optional{one.loss_share} : std::nullopt);
}

}  // namespace

OutputLayer declare_factors_table() {
    return {"hinterland_interaction_factors",
            {"Hinterland interaction: factors beside the way (an assumption of this program, not from the papers)",
             "Interaksi pusat dan daerah belakang: faktor selain jalan (asumsi program ini, bukan dari makalah)"},
            geo::GeometryType::None,
            factor_columns(),
            {"with --factor-fields or --centre-factor-fields", "dengan --factor-fields atau --centre-factor-fields"},
            {},
            table_styles()};
}

Layer make_factors_table(const TieFactors& factors, const HinterlandQuestion& question,
                         const HinterlandFindings& findings, const RunContext& context) {
    Layer layer;
    for (auto& definition : factor_columns()) layer.add_column(std::move(definition));
    const auto& settlements = findings.interactions.settlements;
    core::LoopSteps steps(context.progress, 0.0, 1.0, settlements.size(), core::LoopSteps::kUsual / 4);
    for (std::size_t settlement = 0; settlement < settlements.size(); ++settlement) {
        steps.at(settlement);
        const auto& main = settlements[settlement].main;
        if (!main) continue;
        for (const auto& one : scored(factors, settlement, main->centre)) {
            add_row(layer, question, {settlement, *main}, one, context.language);
        }
    }
    return layer;
}

}  // namespace desakota::analyses
