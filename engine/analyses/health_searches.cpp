#include "engine/analyses/health_searches.h"

#include <utility>

namespace desakota::analyses {
namespace {

using network::Objective;

/// Of the time; the rest goes to straight lines.
constexpr double kShareOfSearches = 0.9;

/// Shares a run's progress out among its searches, which take about equally long.
class Stages {
public:
    Stages(core::Progress& progress, int searches) : progress_(progress), searches_(searches) {}

    [[nodiscard]] core::Stage next(int searches) {
        const double from = static_cast<double>(done_) / searches_;
        done_ += searches;
        return {progress_, from, static_cast<double>(done_) / searches_};
    }

private:
    core::Progress& progress_;
    int searches_;
    int done_ = 0;
};

/// The searches of one run, one after the other: a search is let go before the next one begins.
class HealthSearch {
public:
    HealthSearch(const HealthQuestion& question, const SearchSetting& setting, Verification& verification)
        : question_(question),
          setting_(setting),
          verification_(verification),
          counting_(select_places(question.facilities.destinations, question.facilities.counting())),
          any_(select_places(question.facilities.destinations, question.facilities.any_kind())),
          places_(question.demand.row_places()) {}

    HealthFindings run(core::Progress& progress) {
        core::Stage searching(progress, 0.0, kShareOfSearches);
        Stages stages(searching,
                      1 + searches_of(Objective::Distance) + searches_of(Objective::Time) + searches_of_any());
        core::Stage on_paper_only(progress, kShareOfSearches, 1.0);
        auto choosing = stages.next(1);
        find_rows(choosing);
        auto by_distance = stages.next(searches_of(Objective::Distance));
        findings_.by_distance = rule(Objective::Distance, question_.threshold, by_distance);
        if (question_.threshold_time) {
            auto by_time = stages.next(searches_of(Objective::Time));
            findings_.by_time = rule(Objective::Time, *question_.threshold_time, by_time);
        }
        auto of_any_kind = stages.next(searches_of_any());
        find_any(of_any_kind);
        const auto on_paper = select_places(question_.facilities.destinations, question_.facilities.on_paper());
        findings_.straight_beyond = shares_beyond_straight(question_.demand, on_paper.places, question_.threshold,
                                                           setting_.parallel, on_paper_only);
        progress.step(1.0);
        return std::move(findings_);
    }

private:
    [[nodiscard]] paths::Nearest search(const PlaceSelection& selection, Objective objective,
                                        core::Progress& progress) const {
        return {setting_.network(), selection.places, setting_.options(objective), setting_.parallel, progress};
    }

    /// How many further searches a rule takes: none where it asks what the run's cost asks.
    [[nodiscard]] int searches_of(Objective objective) const {
        const bool wanted = objective == Objective::Distance || question_.threshold_time;
        return wanted && objective != setting_.cost() ? 1 : 0;
    }
    /// Where all facilities count, the rows know which of any kind is nearest.
    [[nodiscard]] int searches_of_any() const {
        return any_.features == counting_.features && setting_.cost() == Objective::Distance ? 0 : 1;
    }

    /// The way chosen for each row, and what its search says of all demand points, where its rule is asked for.
    void find_rows(core::Progress& progress) {
        core::Stage building(progress, 0.0, 0.4);
        const auto nearest = search(counting_, setting_.cost(), building);
        core::Stage asking(progress, 0.4, 0.6);
        const Target target{question_.facilities.destinations, counting_, question_.wanted};
        findings_.rows = find_ways(nearest, target, places_, setting_, asking);
        core::Stage spreading(progress, 0.6, 0.95);
        const auto limit = setting_.cost() == Objective::Time ? question_.threshold_time : question_.threshold;
        if (limit)
            chosen_ = apply_rule({nearest, *limit, findings_.rows}, question_.demand, setting_.parallel, spreading);
        core::Stage checking(progress, 0.95, 1.0);
        verification_.check(nearest, places_, {}, checking);
    }

    [[nodiscard]] RuleFindings rule(Objective objective, std::int64_t limit, core::Progress& progress) {
        if (objective == setting_.cost()) return std::move(chosen_);
        core::Stage building(progress, 0.0, 0.4);
        const auto nearest = search(counting_, objective, building);
        core::Stage asking(progress, 0.4, 0.95);
        auto findings = apply_rule({nearest, limit, {}}, question_.demand, setting_.parallel, asking);
        core::Stage checking(progress, 0.95, 1.0);
        verification_.check(nearest, places_, {}, checking);
        return findings;
    }

    void find_any(core::Progress& progress) {
        findings_.any.resize(places_.size());
        if (searches_of_any() == 0) return take_rows();
        core::Stage building(progress, 0.0, 0.5);
        const auto nearest = search(any_, Objective::Distance, building);
        core::Stage asking(progress, 0.5, 1.0);
        core::parallel_for(places_.size(), setting_.parallel, asking, [&](std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i) {
                if (!places_[i]) continue;
                const auto way = nearest.way_from(*places_[i]);
                if (way.status == paths::WayStatus::Reached) {
                    findings_.any[i] = {any_.features[way.destination], way.cost};
                }
            }
        });
    }

    void take_rows() {
        for (std::size_t i = 0; i < findings_.rows.size(); ++i) {
            const auto& row = findings_.rows[i];
            if (row.is_reached()) findings_.any[i] = {row.destination, row.total()};
        }
    }

    const HealthQuestion& question_;
    const SearchSetting& setting_;
    Verification& verification_;
    PlaceSelection counting_;
    PlaceSelection any_;
    std::vector<std::optional<geo::GridPoint>> places_;
    RuleFindings chosen_;  ///< by the run's cost
    HealthFindings findings_;
};

}  // namespace

HealthFindings find_health_access(const HealthQuestion& question, const SearchSetting& setting,
                                  Verification& verification, core::Progress& progress) {
    return HealthSearch(question, setting, verification).run(progress);
}

}  // namespace desakota::analyses
