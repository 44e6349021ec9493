#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/inequality.h"

namespace desakota::analyses {

/// Rows of households: of settlement A incomes 1 to 5 (in ten thousands), of B 6 all alike, of C three, of D none.
struct InequalityRun : MiniRun {
    InequalityRun() : MiniRun(describe_inequality()) {
        add("settlements", LayerMaker("desa")
                               .points({metres(0)})
                               .points({metres(1000)})
                               .points({metres(2000)})
                               .points({metres(3000)})
                               .texts("kode", {"A", "B", "C", "D"})
                               .texts("nama", {"Hulu", "Tengah", "Hilir", "Muara"})
                               .texts("kec", {"X", "X", "Y", "Y"}));
        find("id-field", "kode");
        find("name-field", "nama");
        find("group-field", "kec");
        households({"A", "A", "A", "A", "A", "B", "B", "B", "B", "B", "B", "C", "C", "C"},
                   {1e4, 2e4, 3e4, 4e4, 5e4, 7e4, 7e4, 7e4, 7e4, 7e4, 7e4, 1e4, 1e4, 4e4});
        give("unit", "household");
        arguments.numbers["replications"] = {0.0};
    }
    /// C without its three households, so that nothing is withheld.
    void leave_out_c() {
        households({"A", "A", "A", "A", "A", "B", "B", "B", "B", "B", "B"},
                   {1e4, 2e4, 3e4, 4e4, 5e4, 7e4, 7e4, 7e4, 7e4, 7e4, 7e4});
    }
    /// NaN is missing.
    void households(const std::vector<std::string>& settlements, const std::vector<double>& incomes) {
        LayerMaker maker("rumah_tangga");
        for (std::size_t i = 0; i < incomes.size(); ++i) maker.nothing();
        arguments.layers["households"] = {maker.texts("kode_desa", settlements).make()};
        find("household-settlement-field", "kode_desa");
        column("income-field", "pendapatan", incomes);
    }
    void column(const std::string& parameter, const std::string& name, const std::vector<double>& values) {
        auto& column = arguments.layers["households"][0].add_column({name, layers::ColumnType::Number, "", {}});
        for (const auto value : values) std::isnan(value) ? column.add_missing() : column.add_number(value);
        find(parameter, name);
    }
    void ask(const std::string& parameter) {
        arguments.yes_no[parameter] = true;
        arguments.given.push_back(parameter);
    }
};

}  // namespace desakota::analyses
