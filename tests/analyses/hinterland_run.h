#pragma once

#include "tests/analyses/mini_run.h"

#include "engine/analyses/hinterland_interaction.h"

namespace desakota::analyses {

/// Two centres at the ends of a road of 30 km, of masses 1,000 and 500, and five settlements: in the first centre, 10
/// and 24 km from it, in the second, and one 50 km away from any road.
struct HinterlandRun : MiniRun {
    HinterlandRun() : MiniRun(describe_hinterland_interaction()) {
        add("centres", centres({1000, 500}));
        find("centre-id-field", "kode");
        find("centre-name-field", "nama");
        find("mass-field", "penduduk");
        add("roads", LayerMaker("jalan").line({metres(0), metres(30000)}));
        add("settlements", LayerMaker("desa")
                               .points({metres(0)})
                               .points({metres(10000)})
                               .points({metres(24000)})
                               .points({metres(30000)})
                               .points({metres(10000, 50000)})
                               .texts("nama", {"A", "B", "C", "D", "E"})
                               .numbers("kk", {100, 200, 300, 50, 80})
                               .some_numbers("penduduk", {400, 800, 1200, 200, std::nullopt}));
        find("name-field", "nama");
        find("families-field", "kk");
        find("population-field", "penduduk");
    }
    /// Takes another layer in place of the one that is there.
    void replace(const std::string& parameter, const LayerMaker& maker) {
        arguments.layers[parameter] = {maker.make()};
    }
    static LayerMaker centres(const std::vector<double>& masses) {
        return LayerMaker("pusat")
            .points({metres(0)})
            .points({metres(30000)})
            .texts("kode", {"P1", "P2"})
            .texts("nama", {"Hulu", "Hilir"})
            .numbers("penduduk", masses);
    }
};

}  // namespace desakota::analyses
