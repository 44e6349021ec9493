#pragma once

#include <array>
#include <string>
#include <vector>

#include "tests/analyses/match_list.h"
#include "tests/analyses/mini_run.h"

#include "engine/analyses/match_names.h"

namespace desakota::analyses {

/// A run of match-names on settlements and a table in memory.
struct MatchNamesRun : MiniRun {
    MatchNamesRun() : MiniRun(describe_match_names()) {}

    /// Each settlement: id, name, kecamatan; at one point each, with ten families more from one to the next.
    void settle(const std::vector<std::array<std::string, 3>>& rows) {
        LayerMaker desa("desa");
        std::vector<double> families;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            desa.points({{105.0 + 0.1 * static_cast<double>(i), 0.0}});
            families.push_back(10.0 * static_cast<double>(i + 1));
        }
        add("settlements", with_columns(desa, {"kode", "nama", "kecamatan"}, rows).numbers("jumlah_kk", families));
        find("id-field", "kode");
        find("name-field", "nama");
        find("kecamatan-field", "kecamatan");
        find("settlement-fields", "jumlah_kk");
    }
    /// Each row of the table: name, kecamatan.
    void tabulate(const std::vector<std::array<std::string, 2>>& rows) {
        LayerMaker table("tabel.csv", "");
        std::vector<double> values;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            table.nothing();
            values.push_back(static_cast<double>(i + 1));
        }
        arguments.layers["table"] = {
            with_columns(table, {"desa", "kec"}, rows).numbers("nilai", values).numbers("JUMLAH_KK", values).make()};
        find("table-name-field", "desa");
        find("table-kecamatan-field", "kec");
        arguments.fields["table-fields"] = {{"nilai", "JUMLAH_KK"}};
    }

    template <std::size_t Columns>
    static LayerMaker& with_columns(LayerMaker& maker, const std::array<const char*, Columns>& names,
                                    const std::vector<std::array<std::string, Columns>>& rows) {
        for (std::size_t column = 0; column < Columns; ++column) {
            std::vector<std::string> values;
            for (const auto& row : rows) values.push_back(row[column]);
            maker.texts(names[column], values);
        }
        return maker;
    }
};

}  // namespace desakota::analyses
