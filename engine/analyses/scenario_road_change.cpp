#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "engine/analyses/feature_messages.h"
#include "engine/analyses/scenario_changes.h"
#include "engine/geo/measure.h"
#include "engine/network/lines_along.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kRemoved = "removed-roads";
constexpr double kOnTheRoad = 1.0;  // metres

/// By layer, rows of which something is told, in order.
using Rows = std::map<std::uint32_t, std::vector<std::size_t>>;

void tell_rows(const RoadInput& roads, const Rows& rows, const std::array<Text, 2>& words,
               const std::function<void(Text)>& tell) {
    for (const auto& [number, of_layer] : rows) {
        layers::Layer layer;  // a layer's lines are gone; its label and feature numbers are kept
        layer.name = roads.layer_labels[number];
        layer.feature_ids = roads.feature_ids[number];
        tell(core::same_text(layer.name + ": ") + words[0] + feature_list(layer, of_layer, nullptr) + words[1]);
    }
}

std::span<const geo::GridPoint> course_of(const network::Lines& lines, std::uint32_t line) {
    return std::span(lines.vertices).subspan(lines.first(line), lines.last(line) - lines.first(line) + 1);
}

double metres_of(std::span<const geo::GridPoint> course) {
    double metres = 0.0;
    for (std::size_t i = 0; i + 1 < course.size(); ++i) metres += geo::distance(course[i], course[i + 1]);
    return metres;
}

/// Marks the lines of the network that the removed roads cover.
class Removal {
public:
    Removal(const RemovedRoads& removed, const network::RoadNetwork& network) : removed_(removed), network_(network) {}

    void mark(std::vector<bool>& gone, core::Progress& progress) {
        for (std::size_t i = 0; i < removed_.courses.size(); ++i) {
            progress.step(static_cast<double>(i) / static_cast<double>(removed_.courses.size()));
            const auto covered = network::lines_along(network_.lines, network_.index, removed_.courses[i], kOnTheRoad);
            for (const auto line : covered) gone[line] = true;
            auto& parts = parts_[removed_.features[i]];
            ++(covered.empty() ? parts.without : parts.with);
        }
    }

    void tell(const Arguments& arguments, core::Diagnostics& diagnostics) const {
        std::vector<std::size_t> idle;
        std::vector<std::size_t> in_part;
        for (const auto& [feature, parts] : parts_) {
            if (parts.with == 0) idle.push_back(feature);
            if (parts.with > 0 && parts.without > 0) in_part.push_back(feature);
        }
        if (idle.empty() && in_part.empty()) return;
        const auto& layer = arguments.layers.at(kRemoved).front();
        const auto label = core::same_text(layers::describe_layer(layer) + ": ");
        if (!idle.empty()) {
            diagnostics.error(
                label +
                Text{"features that cover no road from end to end: ",
                     "fitur yang tidak menutupi satu jalan pun dari ujung ke ujung: "} +
                feature_list(layer, idle, nullptr) +
                Text{". Copy the features from the roads; to close a part of a road, split the road there first.",
                     ". Salin fiturnya dari lapisan jalan; untuk menutup sebagian jalan, potong jalan itu lebih "
                     "dahulu."});
        }
        if (!in_part.empty()) {
            diagnostics.warning(label +
                                Text{"features with parts that cover no road from end to end: ",
                                     "fitur dengan bagian yang tidak menutupi satu jalan pun dari ujung ke ujung: "} +
                                feature_list(layer, in_part, nullptr) +
                                Text{". Those parts close nothing; split the road there first.",
                                     ". Bagian itu tidak menutup apa pun; potong jalan itu lebih dahulu."});
        }
    }

private:
    struct Parts {
        std::size_t with = 0;  ///< that cover a line
        std::size_t without = 0;
    };
    const RemovedRoads& removed_;
    const network::RoadNetwork& network_;
    std::map<std::size_t, Parts> parts_;  ///< by feature
};

/// Layer and row.
using Feature = std::pair<std::uint32_t, std::uint32_t>;

/// What becomes of one feature of the changed roads.
struct FeatureChange {
    double wanted = 0.0;       ///< metres that lines have to cover for all of it to count
    double covered = 0.0;      ///< metres of the lines along it, whether they change or not
    bool changes = false;      ///< a line
    bool meets_taken = false;  ///< a line that is removed or that a feature before it changes
    bool meets_other = false;  ///< a line of another kind of way
    bool is_refused = false;   ///< for such a line
};

/// The attributes of a line that is changed: what the layer of the change does not tell stays as it is.
network::LineAttributes changed_attributes(const network::LineAttributes& base, network::LineAttributes changed,
                                           const ToldAttributes& told) {
    if (!told.level) changed.level = base.level;
    if (!told.bridge) changed.bridge = base.bridge;
    if (!told.tunnel) changed.tunnel = base.tunnel;
    return changed;
}

/// Whether the line stays as one-way as it is: neither a field nor the new class says otherwise.
bool keeps_direction(const network::LineAttributes& changed, const ToldAttributes& told) {
    return !told.direction && changed.direction == network::Direction::Both;
}

/// Gives the lines of the network that the changed roads cover the attributes of these.
class Replacement {
public:
    Replacement(const ScenarioRoads& roads, const network::RoadNetwork& network)
        : changed_(roads.changed), told_(roads.told_of_changed), network_(network) {}

    /// The lines as they will be. Those that are taken away, or that a changed road before has changed, are not
    /// changed again.
    network::Lines find(std::vector<bool>& gone, core::Progress& progress) {
        network::Lines lines;
        for (std::uint32_t road = 0; road < changed_.lines.size(); ++road) {
            progress.step(static_cast<double>(road) / changed_.lines.size());
            replace_along(road, gone, lines);
        }
        return lines;
    }

    void tell(core::Diagnostics& diagnostics) const;

private:
    void replace_along(std::uint32_t road, std::vector<bool>& gone, network::Lines& lines) {
        const auto& attributes = changed_.lines.attributes[road];
        const Feature feature{attributes.layer, attributes.feature};
        auto& change = features_[feature];
        constexpr double kMostBeside = 0.01;  // of the length
        const auto course = course_of(changed_.lines, road);
        change.wanted += (1.0 - kMostBeside) * metres_of(course) - 2.0 * kOnTheRoad;
        for (const auto line : network::lines_along(network_.lines, network_.index, course, kOnTheRoad)) {
            change.covered += network_.lines.length(line);
            if (network_.lines.attributes[line].join) continue;
            if (gone[line]) {
                const auto taker = taken_by_.find(line);
                change.meets_taken = change.meets_taken || taker == taken_by_.end() || taker->second != feature;
                continue;
            }
            if (is_of_other_kind(line, attributes)) {
                change.meets_other = true;
                change.is_refused = change.is_refused || network_.rule_of(line).passable;
                continue;
            }
            gone[line] = true;
            taken_by_.emplace(line, feature);
            change.changes = true;
            add_changed(line, road, lines);
        }
    }

    void add_changed(std::uint32_t line, std::uint32_t road, network::Lines& lines) const {
        const auto& base = network_.lines.attributes[line];
        const auto& told = told_[changed_.lines.attributes[road].layer];
        auto attributes = changed_attributes(base, changed_.lines.attributes[road], told);
        const auto as_it_is = course_of(network_.lines, line);
        std::vector<geo::GridPoint> as_it_will_be(as_it_is.begin(), as_it_is.end());
        if (keeps_direction(attributes, told)) {
            attributes.direction = base.direction;
        } else if (network::runs_against(as_it_is, course_of(changed_.lines, road))) {
            std::ranges::reverse(as_it_will_be);
        }
        lines.add(as_it_will_be, attributes);
    }

    /// A route field that names the new kind means it.
    [[nodiscard]] bool is_of_other_kind(std::uint32_t line, const network::LineAttributes& changed) const {
        const bool is_told = told_[changed.layer].route &&
                             (changed.kind == network::WayKind::Ferry || changed.kind == network::WayKind::Railway);
        return network_.lines.attributes[line].kind != changed.kind && !is_told;
    }

    const RoadInput& changed_;
    const std::vector<ToldAttributes>& told_;  ///< by layer
    const network::RoadNetwork& network_;
    std::map<std::uint32_t, Feature> taken_by_;  ///< of the lines that are changed
    std::map<Feature, FeatureChange> features_;
};

/// What there is to tell of features, each under the gravest.
struct FeatureRows {
    Rows refused;
    Rows idle;     ///< cover no line
    Rows taken;    ///< cover only lines that are taken
    Rows overlap;  ///< cover some lines that are taken
    Rows in_part;
};

FeatureRows sort_features(const std::map<Feature, FeatureChange>& features) {
    FeatureRows rows;
    for (const auto& [feature, change] : features) {
        const auto add = [place = feature](Rows& some) { some[place.first].push_back(place.second); };
        // A way of another kind that nobody uses, such as rails in a street, may stay beside what changes.
        if (change.is_refused || (change.meets_other && !change.changes)) {
            add(rows.refused);
        } else if (!change.changes) {
            add(change.meets_taken ? rows.taken : rows.idle);
        } else {
            if (change.meets_taken) add(rows.overlap);
            if (change.covered < change.wanted) add(rows.in_part);
        }
    }
    return rows;
}

void Replacement::tell(core::Diagnostics& diagnostics) const {
    const auto rows = sort_features(features_);
    const auto error = [&](Text text) { diagnostics.error(std::move(text)); };
    const auto warning = [&](Text text) { diagnostics.warning(std::move(text)); };
    tell_rows(changed_, rows.refused,
              {{{"features that would make another kind of way of a ferry line, a river, a railway or a "
                 "controlled-access road, or one of these of a road: ",
                 "fitur yang akan mengubah lintasan feri, sungai, rel, atau jalan bebas hambatan menjadi jalur jenis "
                 "lain, atau jalan menjadi salah satunya: "},
                {". Leave the fields that tell the kind (class, route) as they are in the base; to replace such a way, "
                 "give it under --removed-roads and the new one under --added-roads.",
                 ". Biarkan kolom yang menyatakan jenisnya (kelas, rute) seperti semula; untuk menggantinya, berikan "
                 "jalur itu pada --removed-roads dan yang baru pada --added-roads."}}},
              error);
    tell_rows(changed_, rows.idle,
              {{{"features that change no road, since they cover none from end to end: ",
                 "fitur yang tidak mengubah jalan karena tidak menutupi satu jalan pun dari ujung ke ujung: "},
                {". Copy the features from the roads; to change a part of a road, split the road there first.",
                 ". Salin fiturnya dari lapisan jalan; untuk mengubah sebagian jalan, potong jalan itu lebih "
                 "dahulu."}}},
              error);
    tell_rows(changed_, rows.taken,
              {{{"features that change no road, since a feature before them changes it already or it is removed: ",
                 "fitur yang tidak mengubah jalan karena jalan itu sudah diubah oleh fitur sebelumnya atau "
                 "ditiadakan: "},
                {". Leave out one of the two.", ". Hilangkan salah satunya."}}},
              error);
    tell_rows(changed_, rows.overlap,
              {{{"features that also cover roads that a feature before them changes already or that are removed: ",
                 "fitur yang juga menutupi jalan yang sudah diubah oleh fitur sebelumnya atau ditiadakan: "},
                {". There the feature before them, or the removal, counts.",
                 ". Di sana yang berlaku adalah fitur sebelumnya, atau peniadaannya."}}},
              warning);
    tell_rows(changed_, rows.in_part,
              {{{"features that change roads along a part of their length only: ",
                 "fitur yang mengubah jalan hanya di sebagian panjangnya: "},
                {". Where they cover no road from end to end nothing changes; split the road there first.",
                 ". Di bagian yang tidak menutupi jalan dari ujung ke ujung tidak ada yang berubah; potong jalan itu "
                 "lebih dahulu."}}},
              warning);
}

/// Adds roads behind those of the change: their rules and layers follow.
void add_roads(network::NetworkChange& change, network::Lines lines, const RoadInput& roads) {
    const auto first_rule = change.added_rules.size();
    std::uint32_t first_layer = 0;
    for (const auto& line : change.added.attributes) first_layer = std::max(first_layer, line.layer + 1);
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        auto attributes = lines.attributes[line];
        attributes.rule = static_cast<std::uint16_t>(attributes.rule + first_rule);
        attributes.layer += first_layer;
        change.added.add(course_of(lines, line), attributes);
    }
    change.added_rules.insert(change.added_rules.end(), roads.rules.begin(), roads.rules.end());
}

}  // namespace

network::NetworkChange find_road_change(const ScenarioRoads& roads, const network::RoadNetwork& network,
                                        const Arguments& arguments, RunContext& context) {
    network::NetworkChange change;
    std::vector<bool> gone(network.input_line_count);
    core::Stage removing(context.progress, 0.0, 0.5);
    Removal removal(roads.removed, network);
    removal.mark(gone, removing);
    removal.tell(arguments, context.diagnostics);
    core::Stage replacing(context.progress, 0.5, 1.0);
    Replacement replacement(roads, network);
    add_roads(change, replacement.find(gone, replacing), roads.changed);
    replacement.tell(context.diagnostics);
    add_roads(change, roads.added.lines, roads.added);
    if (std::ranges::find(gone, true) != gone.end()) change.removed = std::move(gone);
    return change;
}

}  // namespace desakota::analyses
