#include "engine/analyses/health_results.h"

#include <array>
#include <future>
#include <utility>

#include "engine/analyses/access_results.h"
#include "engine/analyses/companion_layers.h"
#include "engine/analyses/cost_columns.h"
#include "engine/analyses/health_layers.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

using layers::ColumnDefinition;

constexpr const char* kMainLayer = "health_access";

DestinationWords facility_words() {
    return {"facility", {"Facility", "Fasilitas"}};
}

constexpr double kUsualThreshold = 5000.0;

/// What of the results depends on what was asked for.
struct Extent {
    TimeRule time_rule = TimeRule::On;
    bool catchments = true;
    bool serving = true;
    double threshold = kUsualThreshold;  ///< metres
    network::Objective cost = network::Objective::Distance;
};

/// The usual bounds, drawn out so that the third is the threshold: a class never holds both sides of it.
std::array<double, 4> distance_bounds(double threshold) {
    auto bounds = maps::kDistanceBounds;
    if (threshold <= 0.0) return bounds;
    for (auto& bound : bounds) bound *= threshold / kUsualThreshold;
    return bounds;
}

std::vector<ColumnDefinition> main_columns(const Extent& extent) {
    auto columns = health_columns(extent.time_rule);
    const auto add = [&](std::vector<ColumnDefinition> more) {
        for (auto& column : more) columns.push_back(std::move(column));
    };
    if (extent.catchments) add(catchment_columns());
    if (extent.serving) add(serving_columns());
    return columns;
}

std::vector<ColumnDefinition> summary_columns_of(const Extent& extent) {
    auto columns = health_summary_columns(extent.time_rule);
    if (!extent.serving) return columns;
    for (auto& pooled : serving_pooled_columns(nullptr)) columns.push_back(std::move(pooled.definition));
    return columns;
}

std::vector<OutputLayer> outputs(const Extent& extent) {
    auto fallbacks = declare_fallbacks(kMainLayer, facility_words(), extent.cost);
    return {{kMainLayer,
             {"Access to health care", "Keterjangkauan layanan kesehatan"},
             geo::GeometryType::Polygon,  // or points, as the settlements are
             main_columns(extent),
             {},
             {},
             {distance_style({}, distance_bounds(extent.threshold)), reached_style(), share_beyond_style()}},
            declare_legs(kMainLayer),
            declare_routes(kMainLayer, route_columns(facility_words())),
            declare_summary(kMainLayer, {"Access to health care: summary", "Keterjangkauan kesehatan: ringkasan"},
                            summary_columns_of(extent)),
            declare_catchment_facilities(),
            declare_serving_lines(),
            declare_declared_distances(),
            std::move(fallbacks.nearest),
            std::move(fallbacks.fallback),
            declare_critical_links(kMainLayer)};
}

/// The layers of one run, in the order of the outputs.
class HealthResults {
public:
    HealthResults(const HealthOutcome& run, const Arguments& arguments, RunContext& context)
        : question_(run.question),
          findings_(run.findings),
          extras_(run.extras),
          network_(run.network),
          arguments_(arguments),
          context_(context),
          settlement_layer_(arguments.layers.at("settlements").front()),
          outputs_(
              outputs({run.findings.by_time ? TimeRule::On : TimeRule::Off, run.extras.catchments.has_value(),
                       run.extras.serving.has_value(), core::to_metres(run.question.threshold), cost_of(arguments)})),
          ways_{{{run.findings.rows, &run.question.facilities.destinations, {}}}} {}

    Results make() {
        add_main_and_legs();
        add_routes();
        add_pooled();
        add_catchments();
        add_serving();
        add_declared();
        add_fallbacks();
        add_critical_links();
        return std::move(results_);
    }

private:
    void add(layers::Layer layer, const OutputLayer& output) {
        add_layer(results_, std::move(layer), output, context_.language);
    }
    [[nodiscard]] Serving serving(const ServingQuestion& named) const {
        return {question_, named, findings_, extras_.found_serving};
    }

    /// The two largest layers, parts of them at the same time.
    void add_main_and_legs() {
        const auto when = context_.threads > 1 ? std::launch::async : std::launch::deferred;
        auto ways = std::async(when, [this] {
            layers::Layer columns;
            add_way_columns(columns, findings_.rows);
            return columns;
        });
        auto legs = std::async(when, [this] { return legs_layer(); });
        core::Stage filling(context_.progress, 0.0, 0.6);
        auto main = make_health_layer(question_, findings_, settlement_layer_, std::move(ways), filling);
        if (extras_.catchments) add_catchment_columns(main, question_, extras_.found_catchments);
        if (const auto& named = extras_.serving) add_serving_columns(main, serving(*named));
        add(std::move(main), outputs_[0]);
        add(legs.get(), outputs_[1]);
    }

    [[nodiscard]] layers::Layer legs_layer() const {
        core::SilentProgress silent;
        auto drawing_legs = with_progress(context_, silent);
        return make_legs(question_.settlements, settlement_layer_, ways_, drawing_legs);
    }

    void add_routes() {
        if (!arguments_.is_yes("routes")) return;
        core::Stage routes(context_.progress, 0.7, 0.9);
        auto drawing_routes = with_progress(context_, routes);
        add(make_routes(question_.settlements, settlement_layer_, ways_, facility_words(), drawing_routes),
            outputs_[2]);
    }

    void add_pooled() {
        context_.progress.step(0.9);
        auto pooled = health_summary(question_, findings_);
        if (arguments_.text("aggregate") == "unweighted") pooled.aggregate = Aggregate::Unweighted;
        if (extras_.serving) {
            for (auto& column : serving_pooled_columns(&extras_.found_serving)) {
                pooled.pooled.push_back(std::move(column));
            }
        }
        add(make_summary(pooled), outputs_[3]);
        add_health_answer(results_, question_, pooled, findings_);
        if (const auto& named = extras_.serving) add_serving_answer(results_, serving(*named), pooled);
    }

    void add_catchments() {
        const auto& catchments = extras_.catchments;
        if (!catchments) return;
        add(make_catchment_facilities(question_, *catchments, extras_.found_catchments,
                                      arguments_.layers.at("facilities").front()),
            outputs_[4]);
        add_catchment_answer(results_, question_, extras_.found_catchments);
    }

    void add_serving() {
        const auto& named = extras_.serving;
        if (!named) return;
        core::Stage drawing(context_.progress, 0.9, 0.95);
        auto drawing_lines = with_progress(context_, drawing);
        add(make_serving_lines(serving(*named), settlement_layer_, drawing_lines), outputs_[5]);
    }

    void add_declared() {
        const auto& distances = extras_.declared;
        if (!distances) return;
        add(make_declared_distances(question_, *distances, findings_), outputs_[6]);
        add_declared_answer(results_, question_, *distances, findings_);
    }

    void add_fallbacks() {
        const auto& found = extras_.fallbacks;
        if (!found) return;
        const auto cost = cost_of(arguments_);
        const FallbackTables tables{question_.settlements, question_.facilities.destinations, facility_words(),
                                    std::span(&*found, 1), cost};
        add(make_nearest_table(tables), outputs_[7]);
        add(make_fallback_layer(tables, settlement_layer_), outputs_[8]);
        results_.summary.push_back(fallback_sentence(*found, cost, question_.wanted));
    }

    void add_critical_links() {
        const auto& found = extras_.critical;
        if (!found) return;
        core::Stage drawing(context_.progress, 0.95, 1.0);
        auto drawing_links = with_progress(context_, drawing);
        add(make_critical_links(*found, network_, settlement_layer_.crs, drawing_links), outputs_[9]);
        add_critical_link_answer(results_, *found, network_);
    }

    const HealthQuestion& question_;
    const HealthFindings& findings_;
    const HealthExtras& extras_;
    const network::RoadNetwork& network_;
    const Arguments& arguments_;
    RunContext& context_;
    const layers::Layer& settlement_layer_;
    std::vector<OutputLayer> outputs_;
    std::array<WaySet, 1> ways_;
    Results results_;
};

}  // namespace

std::vector<OutputLayer> health_outputs() {
    return outputs(Extent{});
}

Results make_health_results(const HealthOutcome& run, const Arguments& arguments, RunContext& context) {
    return HealthResults(run, arguments, context).make();
}

}  // namespace desakota::analyses
