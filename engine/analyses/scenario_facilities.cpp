#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "engine/analyses/feature_messages.h"
#include "engine/analyses/feature_names.h"
#include "engine/analyses/number_reader.h"
#include "engine/analyses/scenario_changes.h"
#include "engine/geo/nearest_points.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kAdded = "added-facilities";
constexpr const char* kRemoved = "removed-facilities";
constexpr double kAtTheFacility = 50.0;  // metres

/// The arguments of a run that has the added facilities alone.
Arguments of_added_facilities(Arguments& arguments) {
    Arguments added;
    added.layers["facilities"] = std::move(arguments.layers[kAdded]);
    added.texts["count-as"] = arguments.text("count-as");
    for (const std::string field :
         {"facility-id-field", "facility-name-field", "facility-kind-field", "facility-status-field"}) {
        const auto place = arguments.fields.find("added-" + field);
        if (place != arguments.fields.end()) added.fields[field] = place->second;
        if (arguments.is_given("added-" + field)) added.given.push_back(field);
    }
    return added;
}

template <class Value>
void append(std::vector<Value>& to, const std::vector<Value>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

void add_facilities(ScenarioFacilities& all, const Facilities& added) {
    auto& destinations = all.destinations;
    const auto first = static_cast<std::uint32_t>(destinations.size());
    std::set<std::string> taken(destinations.ids.begin(), destinations.ids.end());
    for (auto id : added.destinations.ids) {
        while (!taken.insert(id).second) id.insert(0, "added-");
        destinations.ids.push_back(std::move(id));
    }
    append(destinations.names, added.destinations.names);
    append(destinations.kinds, added.destinations.kinds);
    append(destinations.statuses, added.destinations.statuses);
    append(destinations.places, added.destinations.places);
    for (const auto feature : added.destinations.features) destinations.features.push_back(first + feature);
    const auto counting = added.counting();
    all.before.resize(destinations.size(), false);
    all.after.insert(all.after.end(), counting.begin(), counting.end());
    all.added = static_cast<std::size_t>(std::ranges::count(counting, true));
}

/// Finds the facilities that features of the layer to remove name.
class RemovalSearch {
public:
    RemovalSearch(const Destinations& base, bool has_ids)
        : names_(base.ids, base.names), nearest_(base.places), base_(base), has_ids_(has_ids) {}

    /// By id, by name, by place: the first of these that the feature has and that names one alone.
    [[nodiscard]] std::optional<std::uint32_t> find(const std::optional<std::string>& id,
                                                    const std::optional<std::string>& name,
                                                    const std::optional<geo::GridPoint>& place) const {
        if (id && has_ids_) {
            if (const auto found = names_.find(*id); found.size() == 1) return found.front();
        }
        if (name) {
            if (const auto found = names_.find(*name); found.size() == 1) return found.front();
        }
        if (!place) return std::nullopt;
        const auto near = nearest_.nearest(*place);
        if (!near || near->metres > kAtTheFacility) return std::nullopt;
        return base_.features[near->place];
    }

private:
    FeatureNames names_;
    geo::NearestPoints nearest_;
    const Destinations& base_;
    bool has_ids_;
};

void refuse_unknown(const layers::Layer& layer, const std::vector<std::size_t>& rows, const layers::Column* names,
                    core::Diagnostics& diagnostics) {
    if (rows.empty()) return;
    diagnostics.error(core::same_text(layers::describe_layer(layer) + ": ") +
                      Text{"features that name no facility, or several: ",
                           "fitur yang tidak menunjuk satu fasilitas pun, atau menunjuk beberapa: "} +
                      feature_list(layer, rows, names) +
                      Text{". Give them the facility's id or name, or place them within 50 m of it.",
                           ". Beri id atau nama fasilitas itu, atau letakkan dalam 50 m darinya."});
}

void warn_of_others(const layers::Layer& layer, const std::vector<std::size_t>& rows, const layers::Column* names,
                    core::Diagnostics& diagnostics) {
    if (rows.empty()) return;
    diagnostics.warning(core::same_text(layers::describe_layer(layer) + ": ") +
                        Text{"facilities that do not count in the base either, so that nothing changes: ",
                             "fasilitas yang semula pun tidak dihitung, sehingga tidak ada yang berubah: "} +
                        feature_list(layer, rows, names) + core::same_text("."));
}

void remove_facilities(ScenarioFacilities& all, const RemovalSearch& search, Arguments& arguments,
                       RunContext& context) {
    const auto& layer = *arguments.layer(kRemoved);
    const auto* id_column = arguments.column(kRemoved, "removed-facility-id-field");
    const auto* name_column = arguments.column(kRemoved, "removed-facility-name-field");
    const auto ids = field_texts(id_column, layer.row_count);
    const auto names = field_texts(name_column, layer.row_count);
    const auto places = read_places(layer, name_column, context).first_places(layer.row_count);
    std::vector<std::size_t> unknown;
    std::vector<std::size_t> others;
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        const auto feature = search.find(ids[row], names[row], places[row]);
        if (!feature) {
            unknown.push_back(row);
        } else if (!all.before[*feature]) {
            others.push_back(row);
        } else if (all.after[*feature]) {
            all.after[*feature] = false;
            ++all.removed;
        }
    }
    refuse_unknown(layer, unknown, name_column, context.diagnostics);
    warn_of_others(layer, others, name_column, context.diagnostics);
}

std::optional<double> parse_money(const std::string& text) {
    return parse_amount(text, true);
}

/// The sum of a cost field over all layers of a parameter; missing where there is no such field.
std::optional<double> sum_of_costs(const Arguments& arguments, const char* layers, const char* field,
                                   core::Diagnostics& diagnostics) {
    const auto place = arguments.layers.find(layers);
    if (place == arguments.layers.end()) return std::nullopt;
    std::optional<double> sum;
    for (std::size_t index = 0; index < place->second.size(); ++index) {
        const auto* column = arguments.column(layers, field, index);
        if (column == nullptr) continue;
        const NumberReader reader({place->second[index],
                                   nullptr,
                                   *column,
                                   {"the cost", "biayanya"},
                                   {"Correct the value.", "Betulkan nilainya."}},
                                  diagnostics);
        for (std::size_t row = 0; row < place->second[index].row_count; ++row) {
            const auto cost = reader.read(row, &parse_money);
            if (cost && *cost < 0.0) reader.refuse(row, {"is below 0", "kurang dari 0"});
            if (reader.is_empty(row))
                reader.refuse(row, {"is empty; write 0 where there is none", "kosong; tulis 0 bila tidak ada"});
            sum = sum.value_or(0.0) + cost.value_or(0.0);
        }
    }
    return sum;
}

}  // namespace

ScenarioFacilities read_scenario_facilities(const Facilities& base, Arguments& arguments, RunContext& context) {
    ScenarioFacilities all{base.destinations, base.counting(), base.counting()};
    core::Stage removing(context.progress, 0.0, 0.5);
    auto removing_context = with_progress(context, removing);
    if (arguments.has_layer(kRemoved)) {
        const bool has_ids = !arguments.field("facility-id-field").empty();
        remove_facilities(all, RemovalSearch(base.destinations, has_ids), arguments, removing_context);
    }
    core::Stage adding(context.progress, 0.5, 1.0);
    auto adding_context = with_progress(context, adding);
    if (arguments.has_layer(kAdded)) {
        auto added = of_added_facilities(arguments);
        add_facilities(all, read_facilities(added, adding_context));
    }
    context.progress.step(1.0);
    return all;
}

std::optional<double> read_scenario_cost(Arguments& arguments, core::Diagnostics& diagnostics) {
    const std::array<std::optional<double>, 3> sums{
        sum_of_costs(arguments, "added-roads", "road-cost-field", diagnostics),
        sum_of_costs(arguments, "changed-roads", "changed-road-cost-field", diagnostics),
        sum_of_costs(arguments, "added-facilities", "facility-cost-field", diagnostics)};
    std::optional<double> cost;
    for (const auto& sum : sums) {
        if (sum) cost = cost.value_or(0.0) + *sum;
    }
    return cost;
}

}  // namespace desakota::analyses
