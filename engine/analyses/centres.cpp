#include "engine/analyses/centres.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/analyses/feature_fields.h"
#include "engine/analyses/feature_names.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

constexpr const char* kLayer = "centres";
constexpr const char* kLevelField = "centre-level-field";
constexpr const char* kCentreField = "centre-field";
constexpr std::array<CentreLevel, 3> kLevels{CentreLevel::Skp, CentreLevel::Kawasan, CentreLevel::Kabupaten};

std::optional<CentreLevel> level_of(const std::string& text) {
    const auto wanted = network::normalised(text);
    const auto* const place = std::ranges::find(kLevels, wanted, level_code);
    return place == kLevels.end() ? std::nullopt : std::optional{*place};
}

void read_levels(Centres& centres, const std::string& label, const std::string& field, core::Diagnostics& diagnostics) {
    network::ValueCounts unknown;
    for (auto& kind : centres.destinations.kinds) {
        const auto level = level_of(kind.value_or(std::string{}));
        if (!level) unknown.add(kind.value_or(""));
        centres.levels.push_back(level);
        if (level) kind = level_code(*level);
    }
    if (unknown.empty()) return;
    diagnostics.error(core::format_text("{0}: the level field '{1}' holds unknown values: ",
                                        "{0}: kolom tingkat '{1}' berisi nilai yang tidak dikenal: ", label, field) +
                      unknown.listing() +
                      core::Text{". Write skp, kawasan or kabupaten.", ". Tulis skp, kawasan, atau kabupaten."});
}

void read_named(Arguments& arguments, const Settlements& settlements, Centres& centres,
                core::Diagnostics& diagnostics) {
    const auto* column = arguments.column("settlements", kCentreField);
    if (column == nullptr) return;
    const FeatureNames names(centres.destinations.ids, centres.destinations.names);
    network::ValueCounts unknown;
    centres.named.resize(settlements.size());
    const auto called = field_texts(column, settlements.size());
    for (std::size_t settlement = 0; settlement < settlements.size(); ++settlement) {
        const auto& centre = called[settlement];
        if (!centre) continue;
        centres.named[settlement] = names.find(*centre);
        if (centres.named[settlement].empty()) unknown.add(*centre);
    }
    if (unknown.empty()) return;
    diagnostics.error(core::format_text("{0}: the field '{1}' names centres that are not in {2}: ",
                                        "{0}: kolom '{1}' menyebut pusat yang tidak ada di {2}: ",
                                        layers::describe_layer(*arguments.layer("settlements")),
                                        arguments.field(kCentreField),
                                        layers::describe_layer(*arguments.layer(kLayer))) +
                      unknown.listing() +
                      core::Text{". Write the id or the name as it stands there, or add the centres.",
                                 ". Tulis id atau namanya persis seperti di sana, atau tambahkan pusatnya."});
}

}  // namespace

std::vector<bool> Centres::of_level(std::optional<CentreLevel> level) const {
    std::vector<bool> chosen(destinations.size(), true);
    for (std::size_t feature = 0; has_levels && level && feature < chosen.size(); ++feature) {
        chosen[feature] = levels[feature] == level;
    }
    return chosen;
}

std::string level_code(CentreLevel level) {
    switch (level) {
        case CentreLevel::Skp:
            return "skp";
        case CentreLevel::Kawasan:
            return "kawasan";
        default:
            return "kabupaten";
    }
}

std::vector<Parameter> centre_layer_parameters(core::Text help) {
    return {as_required(with_words(
                layer_parameter(kLayer, ParameterKind::Layer, {geo::GeometryType::Point, geo::GeometryType::Polygon}),
                {"Centres", "Pusat"}, std::move(help))),
            with_words(field_parameter("centre-id-field", kLayer, usual_id_names()), {"Centre id", "Id pusat"},
                       {"Field with a code of its own for each centre.", "Kolom kode yang berbeda untuk tiap pusat."}),
            with_words(field_parameter("centre-name-field", kLayer, usual_name_names()), {"Centre name", "Nama pusat"},
                       {"Field with the centre's name.", "Kolom nama pusat."})};
}

Centres read_centres(Arguments& arguments, const Settlements& settlements, RunContext& context) {
    Centres centres;
    centres.destinations =
        read_destinations(arguments, {{kLayer, "centre-id-field", "centre-name-field"}, kLevelField, {}}, context);
    centres.has_levels = arguments.column(kLayer, kLevelField) != nullptr;
    if (centres.has_levels) {
        read_levels(centres, layers::describe_layer(*arguments.layer(kLayer)), arguments.field(kLevelField),
                    context.diagnostics);
    } else {
        centres.levels.resize(centres.destinations.size());
    }
    read_named(arguments, settlements, centres, context.diagnostics);
    return centres;
}

}  // namespace desakota::analyses
