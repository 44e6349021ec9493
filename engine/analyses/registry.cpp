#include "engine/analyses/registry.h"

#include "engine/analyses/check_network.h"
#include "engine/analyses/composite_index.h"
#include "engine/analyses/distance_to_centre.h"
#include "engine/analyses/health_access.h"

namespace desakota::analyses {

const Catalogue& catalogue() {
    static const Catalogue all{describe_check_network(), describe_composite_index(), describe_distance_to_centre(),
                               describe_health_access()};
    return all;
}

}  // namespace desakota::analyses
