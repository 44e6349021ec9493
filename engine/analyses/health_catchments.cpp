#include "engine/analyses/health_catchments.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "engine/analyses/decay_parameters.h"
#include "engine/analyses/feature_fields.h"
#include "engine/analyses/number_reader.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/paths/cost_matrix.h"

namespace desakota::analyses {
namespace {

using network::Objective;

constexpr const char* kFacilities = "facilities";
constexpr const char* kCapacityField = "capacity-field";
constexpr const char* kPrefix = "catchment-";
constexpr double kDefaultMinutes = 30.0;

Objective cost_of(const Arguments& arguments) {
    return arguments.text("cost") == "time" ? Objective::Time : Objective::Distance;
}

std::int64_t limit_of(const Arguments& arguments, const HealthQuestion& question) {
    const auto given = arguments.number("catchment");
    if (cost_of(arguments) == Objective::Time) {
        constexpr double kSeconds = 60.0;
        return core::to_thousandths(given.value_or(kDefaultMinutes) * kSeconds);
    }
    return given ? core::to_thousandths(*given) : question.threshold;
}

bool has_capacities(const Arguments& arguments) {
    return arguments.column(kFacilities, kCapacityField) != nullptr;
}
bool has_decay(const Arguments& arguments) {
    return arguments.text("catchment-decay") != "none";
}

/// Names of the facilities that count and have no capacity.
void warn_of_missing(const std::vector<std::string>& names, core::Diagnostics& diagnostics) {
    if (names.empty()) return;
    constexpr std::size_t kShown = 5;
    std::string list;
    for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i) list += (i > 0 ? ", " : "") + names[i];
    if (names.size() > kShown) list += ", ...";
    diagnostics.warning(core::format_text("facilities: {} without a capacity are left out of the catchments: {}.",
                                          "facilities: {} tanpa kapasitas tidak ikut dalam wilayah layanan: {}.",
                                          names.size(), list));
}

/// Whose families add to nothing: the capacity that others can use then looks larger than it is.
void warn_of_unknown_families(const Settlements& settlements, core::Diagnostics& diagnostics) {
    const auto unknown = std::ranges::count(settlements.families, false, &std::optional<double>::has_value);
    if (unknown == 0) return;
    diagnostics.warning(core::format_text(
        "settlements: {} without a number of families are not counted in the catchments; the capacity for 1,000 "
        "families looks larger than it is.",
        "settlements: {} tanpa jumlah keluarga tidak dihitung dalam wilayah layanan; kapasitas untuk 1.000 keluarga "
        "tampak lebih besar daripada sebenarnya.",
        unknown));
}

void refuse_without_capacity(const Arguments& arguments, core::Diagnostics& diagnostics) {
    for (const auto& parameter : catchment_parameters()) {
        if (parameter.name == kCapacityField || !arguments.is_given(parameter.name)) continue;
        diagnostics.option_without_effect(core::format_text(
            "--{} has no effect without a capacity: name its field with --capacity-field.",
            "--{} tidak berpengaruh tanpa kapasitas: sebutkan kolomnya dengan --capacity-field.", parameter.name));
    }
}

void refuse_steps_beyond(const access::Decay& decay, std::int64_t limit, core::Diagnostics& diagnostics) {
    const auto* stepped = std::get_if<access::Stepped>(&decay);
    if (stepped == nullptr || stepped->steps.empty() || stepped->steps.back().limit <= static_cast<double>(limit))
        return;
    diagnostics.error(
        {"--catchment-decay-limits reach beyond the catchment: give a --catchment as large as the last "
         "limit.",
         "--catchment-decay-limits melampaui wilayah layanan: isi --catchment sebesar batas terakhir."});
}

std::vector<std::optional<double>> read_capacities(const HealthQuestion& question, const Arguments& arguments,
                                                   core::Diagnostics& diagnostics) {
    const auto& layer = arguments.layers.at(kFacilities).front();
    const auto* column = arguments.column(kFacilities, kCapacityField);
    const NumberReader reader(
        {layer, arguments.column(kFacilities, "facility-name-field"), *column, {"the capacity", "kapasitasnya"}},
        diagnostics);
    const auto& facilities = question.facilities.destinations;
    const auto counting = question.facilities.counting();
    std::vector<std::optional<double>> capacities(layer.row_count);
    std::vector<std::string> missing;
    for (std::uint32_t i = 0; i < capacities.size(); ++i) {
        if (!counting[i] || !has_location(facilities, i)) continue;
        if (reader.is_empty(i)) missing.push_back(facilities.title(i));
        const auto capacity = reader.read(i, &parse_count);
        if (capacity && *capacity < 0.0) reader.refuse(i, {"is below 0", "kurang dari 0"});
        capacities[i] = capacity;
    }
    warn_of_missing(missing, diagnostics);
    return capacities;
}

/// Costs to the facilities that take part, of several places of one the nearest.
core::CostMatrix find_costs(const HealthQuestion& question, const CatchmentQuestion& catchments,
                            const std::vector<std::uint32_t>& facilities, const SearchSetting& setting,
                            core::Progress& progress) {
    const auto& destinations = question.facilities.destinations;
    std::vector<bool> chosen(destinations.size(), false);
    for (const auto facility : facilities) chosen[facility] = true;
    const auto to = select_places(destinations, chosen);
    std::vector<std::uint32_t> settlements;
    std::vector<geo::GridPoint> places;
    for (std::uint32_t i = 0; i < question.settlements.size(); ++i) {
        const auto& place = question.settlements.places[i];
        if (!place) continue;
        settlements.push_back(i);
        places.push_back(*place);
    }
    auto options = setting.options(setting.cost());
    options.cutoff = catchments.limit;
    const auto found = paths::cost_matrix({setting.network(), places, to.places, options}, setting.parallel, progress);
    core::CostMatrix costs(question.settlements.size(), facilities.size());
    for (std::size_t i = 0; i < settlements.size(); ++i) {
        const auto row = costs.row(settlements[i]);
        for (std::size_t place = 0; place < to.places.size(); ++place) {
            const auto column = std::ranges::lower_bound(facilities, to.features[place]) - facilities.begin();
            auto& least = row[static_cast<std::size_t>(column)];
            least = std::min(least, found.at(i, place));
        }
    }
    return costs;
}

std::vector<double> demands(const Settlements& settlements) {
    std::vector<double> demand;
    demand.reserve(settlements.size());
    for (std::size_t i = 0; i < settlements.size(); ++i) {
        demand.push_back(settlements.places[i] ? settlements.families[i].value_or(0.0) : 0.0);
    }
    return demand;
}

}  // namespace

std::vector<Parameter> catchment_parameters() {
    auto own_decay = decay_parameters(kPrefix);
    auto& form = own_decay.front();
    form.choices.insert(form.choices.begin(), {"none", {"none", "tanpa"}});
    form.default_text = "none";
    form.help = {
        "Whether the families near a facility weigh more than those at the edge of its catchment: none counts "
        "all alike (2SFCA), the others weaken with the way (enhanced 2SFCA).",
        "Apakah keluarga yang dekat fasilitas berbobot lebih besar daripada yang di tepi wilayah layanannya: "
        "tanpa berarti semua sama (2SFCA), yang lain melemah menurut jarak (2SFCA yang diperluas)."};
    std::vector<Parameter> all{
        with_words(
            field_parameter(kCapacityField, kFacilities), {"Capacity", "Kapasitas"},
            {"Field of the facilities with their capacity, such as beds or health workers. Asks for the capacity "
             "that each settlement can use, shared with all other families that reach the same facilities.",
             "Kolom fasilitas berisi kapasitasnya, misalnya tempat tidur atau tenaga kesehatan. Menghitung "
             "kapasitas yang dapat dipakai tiap permukiman, berbagi dengan semua keluarga lain yang menjangkau "
             "fasilitas yang sama."}),
        with_words(number_parameter("catchment", {"", 0.0, 1e7}), {"Catchment", "Wilayah layanan"},
                   {"How far families come to use a facility. In metres (the distance threshold by default) or, with "
                    "--cost time, in minutes (30).",
                    "Sejauh mana keluarga datang memakai suatu fasilitas. Dalam meter (sama dengan ambang jarak bila "
                    "tidak diisi) atau, dengan --cost time, dalam menit (30)."})};
    append(all, std::move(own_decay));
    for (auto& parameter : all) parameter.advanced = true;
    return all;
}

void check_catchment_usage(const HealthQuestion& question, const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (!has_capacities(arguments)) return refuse_without_capacity(arguments, diagnostics);
    if (!question.settlements.has_families) {
        diagnostics.error({"--capacity-field needs the number of families: name its field with --families-field.",
                           "--capacity-field memerlukan jumlah keluarga: sebutkan kolomnya dengan --families-field."});
    }
    if (has_decay(arguments)) {
        const auto decay = read_decay(arguments, cost_of(arguments), diagnostics, kPrefix);
        refuse_steps_beyond(decay, limit_of(arguments, question), diagnostics);
    } else {
        refuse_decay_options(arguments, diagnostics, kPrefix);
    }
}

std::optional<CatchmentQuestion> read_catchments(const HealthQuestion& question, const Arguments& arguments,
                                                 core::Diagnostics& diagnostics) {
    if (!has_capacities(arguments)) return std::nullopt;
    CatchmentQuestion catchments;
    catchments.capacities = read_capacities(question, arguments, diagnostics);
    warn_of_unknown_families(question.settlements, diagnostics);
    catchments.limit = limit_of(arguments, question);
    core::Diagnostics told;  // check_catchment_usage told the same
    catchments.decay = has_decay(arguments) ? read_decay(arguments, cost_of(arguments), told, kPrefix)
                                            : access::Decay{access::within(static_cast<double>(catchments.limit))};
    return catchments;
}

CatchmentFindings find_catchments(const HealthQuestion& question, const CatchmentQuestion& catchments,
                                  const SearchSetting& setting, core::Progress& progress) {
    CatchmentFindings findings;
    std::vector<double> capacities;
    for (std::uint32_t i = 0; i < catchments.capacities.size(); ++i) {
        const auto& capacity = catchments.capacities[i];
        if (!capacity) continue;
        findings.facilities.push_back(i);
        capacities.push_back(*capacity);
    }
    core::Stage searching(progress, 0.0, 0.9);
    const auto costs = find_costs(question, catchments, findings.facilities, setting, searching);
    const auto demand = demands(question.settlements);
    std::span<const std::int64_t> all;
    if (costs.rows() > 0) all = {costs.row(0).data(), costs.rows() * costs.columns()};
    core::Stage sharing(progress, 0.9, 1.0);
    findings.ratios = access::catchment_ratios({demand, capacities, access::weights_from_costs(catchments.decay, all)},
                                               setting.parallel.threads, sharing);
    for (std::size_t i = 0; i < costs.rows(); ++i) {
        findings.within.push_back(
            std::ranges::count_if(costs.row(i), [](std::int64_t cost) { return cost < core::kUnreachable; }));
    }
    return findings;
}

}  // namespace desakota::analyses
