#pragma once

#include <string>
#include <vector>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/compare_scenarios.h"

namespace desakota::analyses {

/// Two roads of 20 km, 3 km apart, with a puskesmas at the west end of the southern one; A to C on the southern road, D
/// and E on the northern one, which leads nowhere, and F without a place.
struct ScenarioRun : MiniRun {
    ScenarioRun() : MiniRun(describe_compare_scenarios()) {
        add("facilities", LayerMaker("faskes")
                              .points({metres(0)})
                              .points({metres(20000)})
                              .texts("kode", {"F1", "F2"})
                              .texts("nama", {"Puskesmas Hulu", "Pustu Hilir"}));
        find("facility-id-field", "kode");
        find("facility-name-field", "nama");
        add("roads", LayerMaker("jalan")
                         .line({metres(0), metres(10000)})
                         .line({metres(10000), metres(20000)})
                         .line({metres(0, 3000), metres(20000, 3000)}));
        add("settlements", LayerMaker("desa")
                               .points({metres(1000)})
                               .points({metres(6000)})
                               .points({metres(13000)})
                               .points({metres(1000, 3000)})
                               .points({metres(14000, 3000)})
                               .points({})
                               .texts("nama", {"A", "B", "C", "D", "E", "F"})
                               .texts("kec", {"Selatan", "Selatan", "Selatan", "Utara", "Utara", "Utara"})
                               .numbers("kk", {100, 200, 300, 400, 500, 600}));
        find("name-field", "nama");
        find("families-field", "kk");
        find("group-field", "kec");
        give("off-road-factor", 10.0);  // nobody cuts a corner
    }

    /// A bridge between the roads, 500 m from their west ends.
    void build_bridge() { add("added-roads", bridge()); }
    static LayerMaker bridge() { return LayerMaker("jembatan").line({metres(500), metres(500, 3000)}); }
    /// A second puskesmas at 11 km of the southern road.
    void build_puskesmas() {
        add("added-facilities", LayerMaker("usulan").points({metres(11000)}).texts("nama", {"Puskesmas Baru"}));
        find("added-facility-name-field", "nama");
    }
    void close_road(double from, double to) {
        add("removed-roads", LayerMaker("ditutup").line({metres(from), metres(to)}));
    }
    const layers::Layer& table(const Results& results) { return layer_of(results, "compare_scenarios"); }
};

}  // namespace desakota::analyses
