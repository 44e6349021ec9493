#include "engine/analyses/registry.h"

#include "engine/analyses/check_network.h"
#include "engine/analyses/distance_to_centre.h"
#include "engine/analyses/health_access.h"
#include "engine/analyses/synergy.h"

namespace desakota::analyses {

const Catalogue& catalogue() {
    static const Catalogue all{describe_check_network(), describe_distance_to_centre(), describe_health_access(),
                               describe_synergy()};
    return all;
}

}  // namespace desakota::analyses
