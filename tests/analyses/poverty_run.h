#pragma once

#include <string>
#include <vector>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/poverty.h"

namespace desakota::analyses {

/// One village's households: their incomes a head a month and, if wanted, members and weights (1 each otherwise).
struct VillageRows {
    std::string id;
    std::vector<double> incomes;
    std::vector<double> persons{};
    std::vector<double> weights{};
};

/// A run of `poverty` on tables in memory.
struct PovertyRun : MiniRun {
    PovertyRun() : MiniRun(describe_poverty()) {}
    explicit PovertyRun(const std::vector<VillageRows>& villages) : PovertyRun() {
        std::vector<std::string> ids;
        for (const auto& village : villages) ids.push_back(village.id);
        settle(ids);
        fill(villages);
    }

    void settle(const std::vector<std::string>& ids, const std::vector<double>& families = {}) {
        LayerMaker desa("desa");
        for (std::size_t i = 0; i < ids.size(); ++i) desa.nothing();
        desa.texts("kode", ids).texts("nama", ids);
        if (!families.empty()) desa.numbers("kk", families);
        arguments.layers["settlements"] = {desa.make()};
        find("id-field", "kode");
        find("name-field", "nama");
        if (!families.empty()) find("families-field", "kk");
    }
    /// Adds a column of numbers to the settlements.
    void add_numbers(const std::string& name, const std::vector<double>& values) {
        auto& column = arguments.layers["settlements"][0].add_column({name, layers::ColumnType::Number, "", {}});
        for (const double value : values) column.add_number(value);
    }

    void fill(const std::vector<VillageRows>& villages) {
        LayerMaker table("rt");
        std::vector<std::string> ids;
        std::vector<double> incomes;
        std::vector<double> persons;
        std::vector<double> weights;
        for (const auto& village : villages) {
            for (std::size_t i = 0; i < village.incomes.size(); ++i) {
                table.nothing();
                ids.push_back(village.id);
                incomes.push_back(village.incomes[i]);
                persons.push_back(village.persons.empty() ? 1.0 : village.persons[i]);
                weights.push_back(village.weights.empty() ? 1.0 : village.weights[i]);
            }
        }
        table.texts("kode", ids).numbers("pendapatan", incomes).numbers("art", persons).numbers("bobot", weights);
        arguments.layers["households"] = {table.make()};
        find("household-settlement-field", "kode");
        find("income-field", "pendapatan");
        find("persons-field", "art");
        give("income-of", "person");
    }
    void with_weights() { find("weight-field", "bobot"); }
    void with_lines(const std::vector<double>& lines) {
        arguments.numbers["line"] = lines;
        arguments.given.push_back("line");
    }
};

/// So many poor (100) and so many others (300), each a household of one.
[[nodiscard]] inline VillageRows poor_of(const std::string& id, std::size_t poor, std::size_t all) {
    VillageRows village{id, std::vector<double>(poor, 100.0)};
    village.incomes.resize(all, 300.0);
    return village;
}

}  // namespace desakota::analyses
