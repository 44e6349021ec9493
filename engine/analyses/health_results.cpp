#include "engine/analyses/health_results.h"

#include <utility>

#include "engine/analyses/access_results.h"
#include "engine/analyses/companion_layers.h"
#include "engine/analyses/health_layers.h"
#include "engine/analyses/way_styles.h"

namespace desakota::analyses {
namespace {

using layers::ColumnDefinition;

constexpr const char* kMainLayer = "health_access";

DestinationWords facility_words() {
    return {"facility", {"Facility", "Fasilitas"}};
}

/// What of the results depends on what was asked for.
struct Extent {
    TimeRule time_rule = TimeRule::On;
    bool catchments = true;
    bool serving = true;
};

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
    return {{kMainLayer,
             {"Access to health care", "Keterjangkauan layanan kesehatan"},
             geo::GeometryType::Polygon,  // or points, as the settlements are
             main_columns(extent),
             {},
             {},
             {distance_style(), reached_style(), share_beyond_style()}},
            declare_legs(kMainLayer),
            declare_routes(kMainLayer, route_columns(facility_words())),
            declare_summary(kMainLayer, {"Access to health care: summary", "Keterjangkauan kesehatan: ringkasan"},
                            summary_columns_of(extent)),
            declare_catchment_facilities(),
            declare_serving_lines(),
            declare_declared_distances()};
}

/// The layers of one run, in the order of the outputs.
class HealthResults {
public:
    HealthResults(const HealthOutcome& run, const Arguments& arguments, RunContext& context)
        : question_(run.question),
          findings_(run.findings),
          extras_(run.extras),
          arguments_(arguments),
          context_(context),
          settlement_layer_(arguments.layers.at("settlements").front()),
          outputs_(outputs({run.findings.by_time ? TimeRule::On : TimeRule::Off, run.extras.catchments.has_value(),
                            run.extras.serving.has_value()})) {}

    Results make() {
        add_main();
        add_ways();
        add_pooled();
        add_catchments();
        add_serving();
        add_declared();
        return std::move(results_);
    }

private:
    void add(layers::Layer layer, const OutputLayer& output) {
        add_layer(results_, std::move(layer), output, context_.language);
    }
    [[nodiscard]] Serving serving(const ServingQuestion& named) const {
        return {question_, named, findings_, extras_.found_serving};
    }

    void add_main() {
        core::Stage filling(context_.progress, 0.0, 0.5);
        auto main = make_health_layer(question_, findings_, settlement_layer_, filling);
        if (extras_.catchments) add_catchment_columns(main, question_, extras_.found_catchments);
        if (const auto& named = extras_.serving) add_serving_columns(main, serving(*named));
        add(std::move(main), outputs_[0]);
    }

    void add_ways() {
        const WaySet ways[] = {{findings_.rows, &question_.facilities.destinations, {}}};
        core::Stage legs(context_.progress, 0.5, 0.7);
        auto drawing_legs = with_progress(context_, legs);
        add(make_legs(question_.settlements, settlement_layer_, ways, drawing_legs), outputs_[1]);
        if (!arguments_.is_yes("routes")) return;
        core::Stage routes(context_.progress, 0.7, 0.9);
        auto drawing_routes = with_progress(context_, routes);
        add(make_routes(question_.settlements, settlement_layer_, ways, facility_words(), drawing_routes), outputs_[2]);
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
        core::Stage drawing(context_.progress, 0.9, 1.0);
        auto drawing_lines = with_progress(context_, drawing);
        add(make_serving_lines(serving(*named), settlement_layer_, drawing_lines), outputs_[5]);
    }

    void add_declared() {
        const auto& distances = extras_.declared;
        if (!distances) return;
        add(make_declared_distances(question_, *distances, findings_), outputs_[6]);
        add_declared_answer(results_, question_, *distances, findings_);
    }

    const HealthQuestion& question_;
    const HealthFindings& findings_;
    const HealthExtras& extras_;
    const Arguments& arguments_;
    RunContext& context_;
    const layers::Layer& settlement_layer_;
    std::vector<OutputLayer> outputs_;
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
