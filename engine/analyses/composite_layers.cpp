#include "engine/analyses/composite_layers.h"

#include <cmath>
#include <utility>

#include "engine/analyses/companion_layers.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_columns.h"
#include "engine/analyses/welfare_rows.h"

namespace desakota::analyses {
namespace {

using core::Text;
using layers::ColumnDefinition;
using layers::Layer;

std::optional<double> known(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

ColumnDefinition dimension_column(const welfare::Dimension& dimension) {
    return number_column("score_" + dimension.code, "", Text{"Score: ", "Skor: "} + dimension.title);
}

std::vector<ColumnDefinition> next_class_columns() {
    return {text_column("next_class", {"Next class", "Kelas berikutnya"}),
            number_column("next_class_score", "", {"Least score of the next class", "Skor minimal kelas berikutnya"}),
            number_column("lacking", "", {"Score that is lacking", "Kekurangan skor"}),
            count_column("steps", {"Indicators to raise", "Indikator yang perlu dinaikkan"})};
}

/// ", missing: iav, ibpl" for the indicators that a row lacks.
Text missing_text(const IndexInput& input, const IndexFindings& findings, std::size_t row) {
    constexpr std::size_t kShown = 10;
    std::string list;
    std::size_t count = 0;
    for (std::size_t i = 0; i < input.scheme.indicators.size(); ++i) {
        if (!std::isnan(findings.composite.normalised[i][row])) continue;
        if (count < kShown) list += (count == 0 ? "" : ", ") + input.scheme.indicators[i].code;
        ++count;
    }
    if (count > kShown) list += ", ...";
    return core::format_text("missing: {}", "tidak ada: {}", list);
}

std::size_t count_there(const IndexInput& input, const IndexFindings& findings, std::size_t row) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < input.scheme.indicators.size(); ++i) {
        if (!std::isnan(findings.composite.normalised[i][row])) ++count;
    }
    return count;
}

Text reason_of(const IndexInput& input, const IndexFindings& findings, std::size_t row) {
    const auto all = input.scheme.indicators.size();
    const auto there = count_there(input, findings, row);
    if (findings.composite.faults[row] == welfare::ScoreFault::Negative) {
        return {"Not computed: a geometric mean needs scores that are not negative.",
                "Tidak dihitung: rata-rata geometrik memerlukan skor yang tidak negatif."};
    }
    if (findings.has_score(row)) {
        if (there == all)
            return core::format_text("Rests on all {} indicators.", "Berdasarkan semua {} indikator.", all);
        return core::format_text("Rests on {0} of {1} indicators; ", "Berdasarkan {0} dari {1} indikator; ", there,
                                 all) +
               missing_text(input, findings, row) + core::same_text(".");
    }
    return fill_text("Not computed: {0} of the weights are there, {1} are needed; ",
                     "Tidak dihitung: tersedia {0} dari bobot, perlu {1}; ",
                     percent_text(findings.composite.coverage[row]), percent_text(input.scheme.minimum_coverage)) +
           missing_text(input, findings, row) + core::same_text(".");
}

std::optional<std::int64_t> rank_at(const std::vector<std::uint32_t>& ranks, std::size_t row) {
    if (ranks.empty() || ranks[row] == 0) return std::nullopt;
    return ranks[row];
}

void add_next_class(Layer& layer, const IndexInput& input, const IndexFindings& findings) {
    const auto place = layer.columns.size();
    for (auto& definition : next_class_columns()) layer.add_column(std::move(definition));
    for (const auto& next : findings.next) {
        auto* column = &layer.columns[place];
        next ? (column++)->add_text(input.scheme.classes.classes[next->class_place].code) : (column++)->add_missing();
        (column++)->add(next ? std::optional(next->least_score) : std::nullopt);
        (column++)->add(next ? std::optional(next->lacking) : std::nullopt);
        std::optional<std::int64_t> steps;
        if (next && next->raises) steps = static_cast<std::int64_t>(next->raises->size());
        column->add(steps);
    }
}

/// status and reason.
void add_status(Layer& layer, const IndexInput& input, const IndexFindings& findings, core::Language language) {
    const auto place = layer.columns.size();
    layer.add_column(text_column("status", {"Status", "Status"}));
    layer.add_column(text_column("reason", {"Reason", "Keterangan"}));
    for (std::size_t row = 0; row < input.settlements.size(); ++row) {
        layer.columns[place].add_text(
            status_code(findings.has_score(row) ? WelfareStatus::Computed : WelfareStatus::NotComputed));
        layer.columns[place + 1].add_text(reason_of(input, findings, row).in(language));
    }
}

std::vector<ColumnDefinition> score_columns() {
    return {number_column("score", "", {"Score", "Skor"}),
            text_column("class", {"Class", "Kelas"}),
            count_column("rank", {"Rank (1 is best)", "Peringkat (1 terbaik)"}),
            count_column("rank_low", {"Rank at best (90 % of replications)", "Peringkat terbaik (90 % replikasi)"}),
            count_column("rank_high", {"Rank at worst (90 % of replications)", "Peringkat terburuk (90 % replikasi)"}),
            number_column("coverage", "", {"Share of the weights that is known", "Bagian bobot yang tersedia"})};
}

void add_scores(Layer& layer, const IndexInput& input, const IndexFindings& findings) {
    const auto place = layer.columns.size();
    for (auto& definition : score_columns()) layer.add_column(std::move(definition));
    for (std::size_t row = 0; row < input.settlements.size(); ++row) {
        auto* column = &layer.columns[place];
        const auto score = known(findings.composite.scores[row]);
        const auto* found = welfare::find_class(input.scheme.classes, score);
        (column++)->add(score);
        found == nullptr ? (column++)->add_missing() : (column++)->add_text(found->code);
        (column++)->add(rank_at(findings.composite.ranks, row));
        (column++)->add(rank_at(findings.ranks.low, row));
        (column++)->add(rank_at(findings.ranks.high, row));
        column->add_number(findings.composite.coverage[row]);
    }
}

}  // namespace

std::vector<ColumnDefinition> index_columns(const welfare::Scheme* scheme) {
    auto columns = settlement_columns();
    const auto add = [&](std::vector<ColumnDefinition> more) {
        columns.insert(columns.end(), more.begin(), more.end());
    };
    add(score_columns());
    for (std::size_t i = 1; scheme != nullptr && i < scheme->dimensions.size(); ++i) {
        columns.push_back(dimension_column(scheme->dimensions[i]));
    }
    if (scheme == nullptr || scheme->step_above_break) add(next_class_columns());
    add({text_column("status", {"Status", "Status"}), text_column("reason", {"Reason", "Keterangan"})});
    return columns;
}

Layer make_index_layer(const IndexInput& input, const IndexFindings& findings, const Layer& settlement_layer,
                       core::Language language) {
    auto layer = with_settlement_geometry(settlement_layer);
    layer.row_count = input.settlements.size();
    add_settlement_columns(layer, input.settlements);
    add_scores(layer, input, findings);
    for (std::size_t i = 1; i < input.scheme.dimensions.size(); ++i) {
        auto& column = layer.add_column(dimension_column(input.scheme.dimensions[i]));
        for (const double value : findings.composite.dimensions[i]) {
            column.add(std::isnan(value) ? std::nullopt : std::optional(input.scheme.scale * value));
        }
    }
    if (input.scheme.step_above_break) add_next_class(layer, input, findings);
    add_status(layer, input, findings, language);
    return layer;
}

}  // namespace desakota::analyses
