#include "engine/analyses/health_declared.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/feature_messages.h"
#include "engine/analyses/number_reader.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"
#include "engine/analyses/way_columns.h"
#include "engine/analyses/way_styles.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kSettlements = "settlements";
constexpr const char* kField = "declared-distance-field";
constexpr const char* kUnit = "declared-unit";
constexpr std::size_t kShown = 10;
constexpr double kMetresPerKilometre = 1000.0;
/// Kilometres; no settlement of the country is that far from a puskesmas.
constexpr double kFarthest = 1000.0;

std::optional<double> parse_length(const std::string& text) {
    return parse_amount(text, false);
}

struct Difference {
    std::uint32_t settlement = 0;
    core::Millimetres declared = 0;
    core::Millimetres network = 0;

    /// How much longer the network's is.
    [[nodiscard]] core::Millimetres by() const { return network - declared; }
    [[nodiscard]] core::Millimetres size() const { return std::abs(by()); }
};

/// Of the settlements that have both distances, largest first.
std::vector<Difference> differences(const DeclaredDistances& declared, const HealthFindings& findings) {
    std::vector<Difference> all;
    for (std::uint32_t i = 0; i < declared.lengths.size(); ++i) {
        const auto& length = declared.lengths[i];
        const auto& shortest = findings.by_distance.cost[i];
        if (length && shortest) all.push_back({i, *length, *shortest});
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, &Difference::size);
    return all;
}

double to_kilometres(core::Millimetres length) {
    constexpr double kMillimetres = 1e6;
    return static_cast<double>(length) / kMillimetres;
}

/// In millimetres, whatever their sign; of two in the middle the mean. `all` is sorted and not empty.
core::Millimetres median_size(const std::vector<Difference>& all) {
    const auto middle = all.size() / 2;
    if (all.size() % 2 == 1) return all[middle].size();
    return (all[middle - 1].size() + all[middle].size()) / 2;
}

Text compared_sentence(const HealthQuestion& question, const std::vector<Difference>& all) {
    if (all.empty()) {
        return {"No declared distance could be compared with the distance by road.",
                "Tidak ada jarak yang dilaporkan yang dapat dibandingkan dengan jarak lewat jalan."};
    }
    const auto& largest = all.front();
    return fill_text(
        "Declared and network distances to the nearest facility differ by {0} in the median of {1} "
        "settlements; most for {2}: {3} declared, {4} by road.",
        "Jarak yang dilaporkan dan jarak lewat jalan ke fasilitas terdekat berselisih {0} (median {1} "
        "permukiman); selisih terbesar di {2}: {3} menurut laporan, {4} lewat jalan.",
        length_text(median_size(all)), grouped(static_cast<double>(all.size())),
        core::same_text(question.settlements.title(largest.settlement)), length_text(largest.declared),
        length_text(largest.network));
}

}  // namespace

std::vector<Parameter> declared_distance_parameters() {
    return {with_words(
                field_parameter(kField, kSettlements), {"Declared distance", "Jarak yang dilaporkan"},
                {"Field of the settlements with the distance to the nearest puskesmas as declared in Podes or IDM. The "
                 "ten largest differences from the distance by road are listed.",
                 "Kolom permukiman berisi jarak ke puskesmas terdekat menurut Podes atau IDM. Sepuluh selisih terbesar "
                 "dengan jarak lewat jalan disajikan."}),
            as_advanced(
                with_words(choice_parameter(kUnit, {{"km", {"kilometres", "kilometer"}}, {"m", {"metres", "meter"}}}),
                           {"Unit of the declared distance", "Satuan jarak yang dilaporkan"},
                           {"Whether the declared distances are in kilometres or in metres.",
                            "Apakah jarak yang dilaporkan dalam kilometer atau dalam meter."}))};
}

void refuse_declared_unit_alone(const Arguments& arguments, core::Diagnostics& diagnostics) {
    if (!arguments.is_given(kUnit) || !arguments.field(kField).empty()) return;
    diagnostics.option_without_effect(
        {"--declared-unit has no effect without a declared distance: name its field with --declared-distance-field.",
         "--declared-unit tidak berpengaruh tanpa jarak yang dilaporkan: sebutkan kolomnya dengan "
         "--declared-distance-field."});
}

std::optional<DeclaredDistances> read_declared_distances(const Arguments& arguments, core::Diagnostics& diagnostics) {
    const auto* column = arguments.column(kSettlements, kField);
    if (column == nullptr) return std::nullopt;
    const auto& layer = arguments.layers.at(kSettlements).front();
    const auto* names = arguments.column(kSettlements, "name-field");
    const NumberReader reader({layer, names, *column, {"the declared distance", "jarak yang dilaporkan"}}, diagnostics);
    const double metres_per_unit = arguments.text(kUnit) == "m" ? 1.0 : kMetresPerKilometre;
    DeclaredDistances declared;
    std::vector<std::size_t> too_far;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        auto& length = declared.lengths.emplace_back();
        const auto value = reader.read(row, &parse_length);
        if (!value) continue;
        const double metres = *value * metres_per_unit;
        if (metres < 0.0 || metres > core::to_metres(core::kUnreachable)) {
            reader.refuse(row, core::format_text("is {}; a distance cannot be that",
                                                 "{}; jarak tidak mungkin sebesar itu", core::number_text(*value)));
            continue;
        }
        if (metres > kFarthest * kMetresPerKilometre) too_far.push_back(row);
        length = core::to_thousandths(metres);
    }
    if (!too_far.empty()) {
        diagnostics.warning(
            core::same_text(layers::describe_layer(layer) + ": ") +
            Text{"the declared distance is over 1,000 km: ", "jarak yang dilaporkan lebih dari 1.000 km: "} +
            feature_list(layer, too_far, names) +
            Text{". If the field is in metres, say --declared-unit m.",
                 ". Jika satuannya meter, tuliskan --declared-unit m."});
    }
    return declared;
}

OutputLayer declare_declared_distances() {
    auto columns = settlement_columns();
    columns.push_back(number_column("declared_km", "km", {"Declared (km)", "Menurut laporan (km)"}));
    columns.push_back(number_column("network_km", "km", {"By road (km)", "Lewat jalan (km)"}));
    columns.push_back(
        number_column("difference_km", "km", {"By road less declared (km)", "Lewat jalan dikurangi laporan (km)"}));
    columns.push_back(number_column("families", "", {"Families", "Keluarga"}));
    return {"health_access_declared",
            {"Declared distances farthest from the network's",
             "Jarak yang dilaporkan yang paling berbeda dari jarak lewat jalan"},
            geo::GeometryType::None,
            std::move(columns),
            {"with --declared-distance-field", "dengan --declared-distance-field"},
            {},
            table_styles()};
}

layers::Layer make_declared_distances(const HealthQuestion& question, const DeclaredDistances& declared,
                                      const HealthFindings& findings) {
    layers::Layer layer;
    for (auto& column : declare_declared_distances().columns) layer.add_column(std::move(column));
    for (const auto& difference : differences(declared, findings)) {
        if (layer.row_count == kShown) break;
        const auto settlement = difference.settlement;
        layer.columns[0].add_text(question.settlements.ids[settlement]);
        layer.columns[1].add(question.settlements.names[settlement]);
        layer.columns[2].add_number(to_kilometres(difference.declared));
        layer.columns[3].add_number(to_kilometres(difference.network));
        layer.columns[4].add_number(to_kilometres(difference.by()));
        layer.columns[5].add(question.settlements.families[settlement]);
        ++layer.row_count;
    }
    return layer;
}

void add_declared_answer(Results& results, const HealthQuestion& question, const DeclaredDistances& declared,
                         const HealthFindings& findings) {
    const auto all = differences(declared, findings);
    const auto given = std::ranges::count_if(declared.lengths, [](const auto& length) { return length.has_value(); });
    const auto compared = static_cast<double>(all.size());
    results.figures.push_back(
        {"declared_compared", {"Declared distances compared", "Jarak laporan yang dibandingkan"}, compared, 0});
    results.figures.push_back(
        {"declared_not_compared",
         {"Declared distances without a distance by road", "Jarak laporan tanpa jarak lewat jalan"},
         static_cast<double>(given) - compared,
         0});
    results.figures.push_back(
        {"declared_difference_km",
         {"Median difference from the declared distance (km)", "Median selisih dengan jarak yang dilaporkan (km)"},
         all.empty() ? std::nullopt : std::optional(to_kilometres(median_size(all))),
         1});
    results.summary.push_back(compared_sentence(question, all));
}

}  // namespace desakota::analyses
