#include "engine/analyses/registry.h"

namespace desakota::analyses {

const Catalogue& catalogue() {
    static const Catalogue all{};
    return all;
}

}  // namespace desakota::analyses
