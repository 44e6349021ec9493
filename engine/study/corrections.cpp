#include "engine/study/corrections.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "engine/analyses/quantity_text.h"
#include "engine/core/units.h"

namespace desakota::study {
namespace {

using analyses::fill_text;
using core::Text;
using layers::Layer;
using report::Correction;

constexpr double kMajority = 0.5;
constexpr std::size_t kMostNamed = 3;

Text metres_text(double metres) {
    return analyses::length_text(core::to_thousandths(metres));
}

Text line_text(const Layer& layer, std::size_t row) {
    const std::string name(text_in(layer, "layer_a", row).value_or(""));
    const auto* feature = layer.find("feature_a");
    const auto number = feature == nullptr ? std::nullopt : feature->as_text(row);
    return core::format_text("line {} of {}", "garis {} pada {}", number.value_or("?"), name);
}

void add_breaks(std::vector<Correction>& corrections, const StudyResults& results) {
    const auto* run = results.first_of("check-network");
    if (run == nullptr || run->results.layers.empty()) return;
    const auto& layer = run->results.layers.front();
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto settlements = number_in(layer, "settlements_gained", row).value_or(0.0);
        if (settlements <= 0.0) continue;
        const auto count = analyses::grouped(settlements);
        const auto gap = number_in(layer, "distance_m", row);
        auto what = gap ? fill_text("Mend the break of {} at {}", "Perbaiki sambungan terputus selebar {} di {}",
                                    metres_text(*gap), line_text(layer, row))
                        : fill_text("Mend the break at {}", "Perbaiki sambungan terputus di {}", line_text(layer, row));
        what = what + fill_text(": settlements helped: {}.", ": permukiman yang terbantu: {}.", count);
        corrections.push_back({std::move(what), number_in(layer, "families_gained", row)});
    }
}

/// Settlements that a correction concerns, and their families; missing where none are known.
struct Concerned {
    std::vector<std::size_t> settlements;
    std::optional<double> families;
};
using Test = std::function<bool(const Layer&, std::optional<std::size_t> row, std::size_t settlement)>;

Concerned find_concerned(const Layer& layer, const StudySettlements& settlements, const Test& is_concerned) {
    Concerned found;
    const auto rows = rows_of(layer, settlements);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!is_concerned(layer, rows[i], i)) continue;
        found.settlements.push_back(i);
        const auto& families = settlements.families[i];
        if (families) found.families = found.families.value_or(0.0) + *families;
    }
    return found;
}

/// "Mulyasari, Telang Jaya and 4 more".
Text names_text(const Concerned& concerned, const StudySettlements& settlements) {
    Text list;
    const auto named = std::min(kMostNamed, concerned.settlements.size());
    for (std::size_t i = 0; i < named; ++i) {
        list = list + core::same_text((i > 0 ? ", " : "") + settlements.names[concerned.settlements[i]]);
    }
    const auto more = concerned.settlements.size() - named;
    if (more == 0) return list;
    return list + fill_text(" and {} more", " dan {} lagi", analyses::grouped(static_cast<double>(more)));
}

void add_concerned(std::vector<Correction>& corrections, const Concerned& concerned,
                   const StudySettlements& settlements, const Text& before) {
    if (concerned.settlements.empty()) return;
    const auto names = names_text(concerned, settlements);
    corrections.push_back({before + names + core::same_text("."), concerned.families});
}

bool has_status(const Layer& layer, std::optional<std::size_t> row, std::string_view status) {
    return row && text_in(layer, "status", row) == status;
}

/// What a search for ways says of each settlement; nullptr without one.
const Layer* ways_of(const StudyResults& results) {
    for (const auto* analysis : {"health-access", "distance-to-centre", "hinterland-interaction"}) {
        const auto* run = results.first_of(analysis);
        const auto* layer = run == nullptr ? nullptr : settlement_layer(*run);
        if (layer != nullptr && layer->find("status") != nullptr) return layer;
    }
    return nullptr;
}

void add_small_gaps(std::vector<Correction>& corrections, const Layer& ways, const StudySettlements& settlements) {
    const auto rows = rows_of(ways, settlements);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto gap = number_in(ways, "gap_m", rows[i]);
        if (!has_status(ways, rows[i], "not_connected") || !gap || *gap > kSmallGap) continue;
        corrections.push_back({fill_text("Check the gap of {} between the roads of {} and the connected network.",
                                         "Periksa celah {} antara jalan di {} dan jaringan yang tersambung.",
                                         metres_text(*gap), core::same_text(settlements.names[i])),
                               settlements.families[i]});
    }
}

bool may_change_at_edge(const Layer& layer, std::optional<std::size_t> row) {
    if (number_in(layer, "edge", row).value_or(0.0) <= 0.0) return false;
    const auto share = number_in(layer, "share_beyond", row);
    return !share || *share > kMajority;
}

/// By kecamatan (or what the groups are), so that it can be told where to add data.
void add_edges(std::vector<Correction>& corrections, const Layer& ways, const StudySettlements& settlements) {
    const std::set<std::string> groups(settlements.groups.begin(), settlements.groups.end());
    for (const auto& group : groups) {
        const auto of_group = [&](const Layer& layer, auto row, std::size_t i) {
            return settlements.groups[i] == group && may_change_at_edge(layer, row);
        };
        const auto where = group.empty() ? Text{} : fill_text(" near {}", " di sekitar {}", core::same_text(group));
        const auto before =
            fill_text("Add roads and facilities outside the border of the data{}: something nearer may lie there for ",
                      "Tambahkan jalan dan fasilitas di luar batas data{}: mungkin ada yang lebih dekat bagi ", where);
        add_concerned(corrections, find_concerned(ways, settlements, of_group), settlements, before);
    }
}

void add_missing_places(std::vector<Correction>& corrections, const Layer& ways, const StudySettlements& settlements) {
    add_concerned(
        corrections,
        find_concerned(ways, settlements,
                       [](const Layer& layer, auto row, std::size_t) { return has_status(layer, row, "no_geometry"); }),
        settlements, {"Draw the places of ", "Lengkapi lokasi "});
}

void add_people(std::vector<Correction>& corrections, const StudyResults& results, const StudySettlements& settlements,
                const Layer& any) {
    const auto* poverty = results.first_of("poverty");
    const auto* households = poverty == nullptr ? nullptr : settlement_layer(*poverty);
    if (households != nullptr) {
        add_concerned(corrections,
                      find_concerned(*households, settlements,
                                     [](const Layer& layer, auto row, std::size_t) {
                                         return has_status(layer, row, "no_households");
                                     }),
                      settlements,
                      {"Add households to the table, or correct their codes: none is known of ",
                       "Tambahkan rumah tangga ke tabel atau perbaiki kodenya: belum ada data untuk "});
    }
    add_concerned(
        corrections,
        find_concerned(any, settlements, [&](const Layer&, auto, std::size_t i) { return !settlements.families[i]; }),
        settlements, {"Fill in the number of families of ", "Isi jumlah keluarga "});
}

}  // namespace

std::vector<Correction> worthiest_corrections(const StudyResults& results, const StudySettlements& settlements) {
    std::vector<Correction> corrections;
    add_breaks(corrections, results);
    const auto* ways = ways_of(results);
    if (ways != nullptr) {
        if (corrections.empty()) add_small_gaps(corrections, *ways, settlements);
        add_edges(corrections, *ways, settlements);
        add_missing_places(corrections, *ways, settlements);
    }
    if (settlements.layer != nullptr) add_people(corrections, results, settlements, *settlements.layer);
    std::ranges::stable_sort(corrections, [](const Correction& a, const Correction& b) {
        return a.families.value_or(-1.0) > b.families.value_or(-1.0);
    });
    if (corrections.size() > kMostCorrections) corrections.resize(kMostCorrections);
    return corrections;
}

}  // namespace desakota::study
