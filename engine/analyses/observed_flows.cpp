#include "engine/analyses/observed_flows.h"

#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "engine/analyses/confirmed_matches.h"
#include "engine/analyses/decay_parameters.h"
#include "engine/analyses/feature_messages.h"
#include "engine/analyses/feature_names.h"
#include "engine/analyses/number_reader.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"
#include "engine/core/number_text.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

using access::Calibration;
using core::Text;

constexpr const char* kLayer = "flows";
constexpr const char* kSettlementField = "flow-settlement-field";
constexpr const char* kKecamatanField = "flow-kecamatan-field";
constexpr const char* kCentreField = "flow-centre-field";
constexpr const char* kValueField = "flow-value-field";

/// Finds one end of the flows.
class FlowEnd {
public:
    FlowEnd(const layers::Column& column, std::size_t rows, FeatureNames names)
        : called_(field_texts(&column, rows)), names_(std::move(names)) {}

    [[nodiscard]] bool is_empty(std::size_t row) const { return !called_[row]; }

    std::optional<std::uint32_t> find(std::size_t row, const std::optional<std::uint32_t>& confirmed = {}) {
        if (confirmed) return confirmed;
        const auto called = called_[row].value_or(std::string{});
        const auto found = names_.find(called);
        if (found.size() == 1) return found.front();
        (found.empty() ? unknown_ : shared_).add(called);
        return std::nullopt;
    }

    void report(const Text& begins, const Text& whose, core::Diagnostics& diagnostics) const {
        if (!unknown_.empty()) {
            diagnostics.error(begins +
                              fill_text("{} that are not among those of the run: ", "{} yang tidak dikenal: ", whose) +
                              unknown_.listing() +
                              Text{". Write the id or the name as it stands there.",
                                   ". Tulis id atau namanya persis seperti di sana."});
        }
        if (shared_.empty()) return;
        diagnostics.error(begins +
                          fill_text("{} called by a name that several have: ",
                                    "{} yang disebut dengan nama yang dipakai beberapa: ", whose) +
                          shared_.listing() + Text{". Write the id.", ". Tulis id-nya."});
    }

private:
    std::vector<std::optional<std::string>> called_;
    FeatureNames names_;
    network::ValueCounts unknown_;
    network::ValueCounts shared_;
};

/// The columns of the table; nothing, with an error, where one was not found.
struct FlowColumns {
    const layers::Column* settlement = nullptr;
    const layers::Column* centre = nullptr;
    const layers::Column* value = nullptr;

    [[nodiscard]] bool are_complete() const { return settlement != nullptr && centre != nullptr && value != nullptr; }
};
FlowColumns flow_columns(const Arguments& arguments, const layers::Layer& layer, core::Diagnostics& diagnostics) {
    const FlowColumns columns{arguments.column(kLayer, kSettlementField), arguments.column(kLayer, kCentreField),
                              arguments.column(kLayer, kValueField)};
    for (const auto& [column, parameter] :
         {std::pair{columns.settlement, kSettlementField}, std::pair{columns.centre, kCentreField},
          std::pair{columns.value, kValueField}}) {
        if (column != nullptr) continue;
        diagnostics.error(core::format_text("{0}: a field is missing; name it with --{1}.",
                                            "{0}: ada kolom yang belum diketahui; sebutkan dengan --{1}.",
                                            layers::describe_layer(layer), parameter));
    }
    return columns;
}

using Sums = std::map<std::pair<std::uint32_t, std::uint32_t>, double>;

/// Where the flows begin and end.
struct FlowEnds {
    FlowEnd settlements;
    TableCalls calls;  ///< of settlements
    FlowEnd centres;
};

Sums sum_up(const NumberReader& values, FlowEnds& ends, ConfirmedMatches& matches, core::Diagnostics& diagnostics) {
    Sums sums;
    std::vector<std::size_t> incomplete;
    const auto& layer = values.source().layer;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto call = ends.calls.at(row);
        if (!call || ends.centres.is_empty(row) || values.is_empty(row)) {
            incomplete.push_back(row);
            continue;
        }
        const auto settlement = ends.settlements.find(row, matches.find(*call));
        const auto centre = ends.centres.find(row);
        const auto value = values.read(row, parse_count);
        if (value && *value < 0.0) {
            values.refuse(row, core::format_text("is {}; it cannot be negative", "{}; tidak boleh negatif",
                                                 core::number_text(*value)));
        } else if (settlement && centre && value && *value > 0.0) {
            sums[{*settlement, *centre}] += *value;
        }
    }
    if (!incomplete.empty()) {
        diagnostics.warning(
            core::format_text("{0}: {1} rows lack settlement, centre or flow and are left out: ",
                              "{0}: {1} baris tanpa permukiman, pusat, atau besarnya arus tidak dipakai: ",
                              layers::describe_layer(layer), incomplete.size()) +
            feature_list(layer, incomplete, nullptr) + core::same_text("."));
    }
    return sums;
}

/// Rows of costs and flows of those settlements from which there are flows; the others say nothing.
struct Dense {
    std::vector<std::int64_t> costs;
    std::vector<double> flows;
};
Dense dense(const ObservedFlowTable& table, const core::CostMatrix& costs) {
    Dense rows;
    std::optional<std::uint32_t> last;
    for (const auto& flow : table.flows) {
        if (last != flow.settlement) {
            const auto row = costs.row(flow.settlement);
            rows.costs.insert(rows.costs.end(), row.begin(), row.end());
            rows.flows.resize(rows.costs.size(), 0.0);
            last = flow.settlement;
        }
        rows.flows[rows.flows.size() - costs.columns() + flow.centre] += flow.value;
    }
    return rows;
}

/// Where half of the tie is left; a flat decay keeps more however far the way.
Text half_text(const access::Decay& decay, network::Objective cost) {
    const auto half = half_cost(decay);
    return half ? cost_text(*half, cost) : Text{"more than any way", "jarak di luar jangkauan jalan mana pun"};
}

void tell_found(const Calibration& found, const ObservedFlowTable& table, const FlowCalibration& question,
                core::Diagnostics& diagnostics) {
    auto text = fill_text(
        "{0}: decay calibrated to {1} flows: half of the tie is left after {2}; the mean way is {3}; the model "
        "reproduces {4} of the flows",
        "{0}: penurunan dikalibrasi dengan {1} arus: ikatan tinggal separuh setelah {2}; rata-rata perjalanan "
        "{3}; model menghasilkan kembali {4} dari arus",
        core::same_text(table.label), grouped(found.flow_total),
        half_text(found.decay.value_or(access::Decay{}), question.cost),
        cost_text(std::llrint(found.mean_cost), question.cost), percent_text(found.common_part.value_or(0.0)));
    if (question.decay == access::SoughtDecay::Power) {
        constexpr int kDecimals = 2;
        text = text + fill_text(" (exponent {})", " (pangkat {})", grouped(found.parameter, kDecimals));
    }
    if (found.flow_left_out > 0.0) {
        text = text + fill_text("; {} flows without a way that is known are left out",
                                "; {} arus tanpa jalan yang diketahui tidak dipakai", grouped(found.flow_left_out));
    }
    diagnostics.information(text + core::same_text("."));
}

Text problem_of(Calibration::Status status) {
    switch (status) {
        case Calibration::Status::NoFlows:
            return {
                "no flow goes between places that have a way, so that the decay cannot be calibrated. Check the "
                "roads, or give the half-distance.",
                "tidak ada arus antara tempat yang tersambung jalan, sehingga penurunan tidak dapat dikalibrasi. "
                "Periksa jalannya, atau isi jarak paruhnya."};
        case Calibration::Status::NotFalling:
            return {
                "the flows do not fall with the cost of the way, so that no decay fits them. Check the flows and "
                "the masses, or give the half-distance.",
                "arus tidak berkurang dengan makin jauhnya perjalanan, sehingga tidak ada penurunan yang cocok. "
                "Periksa arus dan massa pusat, atau isi jarak paruhnya."};
        case Calibration::Status::NearestOnly:
            return {
                "every flow goes to the nearest centre, so that any strong decay fits. Add flows to other centres, "
                "or give the half-distance.",
                "semua arus menuju pusat terdekat, sehingga setiap penurunan yang kuat cocok. Tambahkan arus ke "
                "pusat lain, atau isi jarak paruhnya."};
        default:
            return {
                "the flows that leave and arrive cannot be balanced. Add flows between more places, or give the "
                "half-distance.",
                "arus yang berangkat dan yang tiba tidak dapat diseimbangkan. Tambahkan arus antara lebih banyak "
                "tempat, atau isi jarak paruhnya."};
    }
}

Parameter flow_field(const char* name, std::vector<std::string> usual_names) {
    return field_parameter(name, kLayer, std::move(usual_names));
}

}  // namespace

std::vector<Parameter> observed_flow_parameters() {
    auto value = flow_field(kValueField, {"arus", "pergerakan", "perjalanan", "jumlah_perjalanan", "kunjungan", "flow",
                                          "flows", "trips", "customers", "jumlah", "value"});
    value.numeric = true;
    return {
        with_words(layer_parameter(kLayer, ParameterKind::Layer, {geo::GeometryType::None}),
                   {"Observed flows", "Arus teramati"},
                   {"Table of trips or customers from settlements to centres, one row for each pair. The decay is "
                    "then calibrated to it instead of given.",
                    "Tabel perjalanan atau pengunjung dari permukiman ke pusat, satu baris untuk tiap pasangan. "
                    "Penurunan kemudian dikalibrasi dengannya, bukan diisi sendiri."}),
        with_words(flow_field(kSettlementField, {"kode_asal", "asal", "settlement_id", "kode_desa", "desa", "origin",
                                                 "from", "settlement"}),
                   {"Settlement of a flow", "Permukiman asal arus"},
                   {"Field of the table with the id or name of the settlement.",
                    "Kolom tabel berisi id atau nama permukiman."}),
        table_kecamatan_field(kKecamatanField, kLayer),
        with_words(flow_field(kCentreField, {"kode_tujuan", "tujuan", "centre_id", "kode_pusat", "pusat", "destination",
                                             "to", "centre"}),
                   {"Centre of a flow", "Pusat tujuan arus"},
                   {"Field of the table with the id or name of the centre.", "Kolom tabel berisi id atau nama pusat."}),
        with_words(std::move(value), {"Size of a flow", "Besarnya arus"},
                   {"Field of the table with the number of trips or customers.",
                    "Kolom tabel berisi jumlah perjalanan atau pengunjung."})};
}

ObservedFlowTable read_observed_flows(Arguments& arguments, const Settlements& settlements, const Destinations& centres,
                                      ConfirmedMatches& matches, core::Diagnostics& diagnostics) {
    const auto& layer = *arguments.layer(kLayer);
    ObservedFlowTable table;
    table.label = layers::describe_layer(layer);
    const auto columns = flow_columns(arguments, layer, diagnostics);
    if (!columns.are_complete()) return table;
    refuse_kecamatan_field_without_matches(arguments, kKecamatanField, diagnostics);
    FlowEnds ends{FlowEnd(*columns.settlement, layer.row_count, {settlements.ids, settlements.names}),
                  TableCalls(arguments, {kLayer, kSettlementField, kKecamatanField}),
                  FlowEnd(*columns.centre, layer.row_count, {centres.ids, centres.names})};
    const NumberReader values(
        {layer, nullptr, *columns.value, {"the flow", "besarnya arus"}, {"Correct the value.", "Betulkan nilainya."}},
        diagnostics);
    for (const auto& [pair, value] : sum_up(values, ends, matches, diagnostics)) {
        table.flows.push_back({pair.first, pair.second, value});
    }
    const auto begins = core::same_text(table.label + ": ");
    ends.settlements.report(begins, {"settlements", "permukiman"}, diagnostics);
    ends.centres.report(begins, {"centres", "pusat"}, diagnostics);
    return table;
}

Calibration calibrate_to_flows(const ObservedFlowTable& table, const core::CostMatrix& costs,
                               const FlowCalibration& question, const RunContext& context) {
    const auto rows = dense(table, costs);
    const access::CalibrationSetting setting{question.decay, question.power_floor, access::FlowConstraint::Origin,
                                             question.masses};
    auto found = access::calibrate_decay({rows.costs, rows.flows, costs.columns()}, setting, context.progress);
    if (found.status == Calibration::Status::Found) {
        tell_found(found, table, question, context.diagnostics);
    } else {
        context.diagnostics.error(core::same_text(table.label + ": ") + problem_of(found.status));
    }
    return found;
}

}  // namespace desakota::analyses
