#include "engine/analyses/registry.h"

#include <utility>

#include "engine/analyses/check_network.h"
#include "engine/analyses/compare_scenarios.h"
#include "engine/analyses/composite_index.h"
#include "engine/analyses/distance_to_centre.h"
#include "engine/analyses/food_security.h"
#include "engine/analyses/health_access.h"
#include "engine/analyses/hinterland_interaction.h"
#include "engine/analyses/inequality.h"
#include "engine/analyses/match_names.h"
#include "engine/analyses/missing_system.h"
#include "engine/analyses/od_matrix.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/poverty.h"
#include "engine/analyses/poverty_factors.h"
#include "engine/analyses/service_areas.h"
#include "engine/analyses/synergy.h"
#include "engine/analyses/table_reading_parameters.h"

namespace desakota::analyses {

namespace {

Catalogue all_analyses() {
    Catalogue all{describe_match_names(),
                  describe_check_network(),
                  describe_distance_to_centre(),
                  describe_health_access(),
                  describe_od_matrix(),
                  describe_service_areas(),
                  describe_hinterland_interaction(),
                  describe_poverty(),
                  describe_inequality(),
                  describe_poverty_factors(),
                  describe_food_security(),
                  describe_composite_index(),
                  describe_compare_scenarios(),
                  describe_synergy()};
    for (auto& analysis : all) {
        append(analysis.parameters, table_reading_parameters());
        analysis.run = with_system_candidates(std::move(analysis.run));
    }
    return all;
}

}  // namespace

const Catalogue& catalogue() {
    static const Catalogue all = all_analyses();
    return all;
}

}  // namespace desakota::analyses
