#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/analyses/mini_run.h"

#include "engine/analyses/food_security.h"
#include "engine/analyses/resolve.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {

/// A run of food security over small layers whose fields are found by their names as in the program.
struct FoodRunner : MiniRun {
    FoodRunner() : MiniRun(describe_food_security()) {}

    /// A field that the user names.
    void name_field(const std::string& parameter, const std::string& field) {
        named[parameter] = {field};
        arguments.given.push_back(parameter);
    }
    /// Finds the fields of all layers; before run().
    void resolve() {
        Schemas schemas;
        for (const auto& [parameter, layers] : arguments.layers) {
            for (const auto& layer : layers) {
                LayerSchema schema;
                schema.label = layer.source;
                for (const auto& column : layer.columns) schema.columns.push_back(column.definition());
                schemas[parameter].push_back(std::move(schema));
            }
        }
        core::Diagnostics found;
        arguments.fields = resolve_fields(analysis, schemas, named, found);
        found.throw_errors(core::ExitStatus::WrongUsage);
    }
    Results resolved_run(core::Language language = core::Language::English, int threads = 2) {
        resolve();
        return run(language, threads);
    }
    std::pair<core::ExitStatus, std::string> resolved_failure() {
        resolve();
        return failure();
    }

    std::map<std::string, std::vector<std::string>> named;
};

/// Settlements A, B, C ... with 100 families each.
[[nodiscard]] inline LayerMaker food_settlements(std::size_t count) {
    LayerMaker maker("desa.csv", "");
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) {
        maker.nothing();
        ids.emplace_back(1, static_cast<char>('A' + i));
    }
    return maker.texts("kode", ids).texts("nama", ids).numbers("jumlah_kk", std::vector<double>(count, 100.0));
}

/// Settlements with every part as a figure of their own: those of access and of utilisation are alike, so that these
/// indices are the same number. 1000 people each, and the production that gives the availability.
struct FoodFiguresOf {
    std::vector<double> availability, access, utilisation;
};
[[nodiscard]] inline LayerMaker settlements_with_figures(const FoodFiguresOf& figures) {
    auto maker = food_settlements(figures.availability.size());
    std::vector<double> production;
    for (const auto value : figures.availability) production.push_back(300.0 * 365.0 * 1000.0 / 1000.0 / value);
    maker.numbers("penduduk", std::vector<double>(production.size(), 1000.0)).numbers("produksi_netto_kg", production);
    for (const auto* name :
         {"poor_households_share", "short_hours_share", "no_basic_education_share", "no_electricity_share"}) {
        maker.numbers(name, figures.access);
    }
    for (const auto* name : {"not_immunised_share", "no_clean_water_share", "share_beyond", "illiterate_share"}) {
        maker.numbers(name, figures.utilisation);
    }
    return maker;
}

/// A household table of every part but the distance to the puskesmas, the same household again and again: 4 persons on
/// 438 kg of cereals (300 g a head a day) and 400,000 rupiah a month each.
class FoodHouseholds {
public:
    FoodHouseholds& add(const std::string& settlement, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) settlements_.push_back(settlement);
        return *this;
    }
    /// Other values of a column than those of all others; "" is missing.
    FoodHouseholds& with(const std::string& column, std::size_t row, const std::string& value) {
        changes_.push_back({column, row, value});
        return *this;
    }
    FoodHouseholds& without(const std::string& column) {
        left_out_.push_back(column);
        return *this;
    }

    [[nodiscard]] LayerMaker make() const {
        LayerMaker maker("rt.csv", "");
        for (std::size_t i = 0; i < settlements_.size(); ++i) maker.nothing();
        maker.texts("kode_desa", settlements_);
        for (const auto& [column, value] :
             std::vector<std::pair<std::string, std::string>>{{"jumlah_art", "4"},
                                                              {"produksi_netto_kg", "438"},
                                                              {"pendapatan", "1600000"},
                                                              {"jam_kerja", "40"},
                                                              {"lama_sekolah", "9"},
                                                              {"listrik", "ya"},
                                                              {"air_bersih", "ya"},
                                                              {"jumlah_anak", "2"},
                                                              {"anak_diimunisasi", "2"},
                                                              {"ibu_melek_huruf", "ya"}}) {
            if (std::ranges::count(left_out_, column) == 0) add_column(maker, column, value);
        }
        return maker;
    }

private:
    struct Change {
        std::string column;
        std::size_t row = 0;
        std::string value;
    };

    void add_column(LayerMaker& maker, const std::string& column, const std::string& value) const {
        std::vector<std::string> values(settlements_.size(), value);
        for (const auto& change : changes_) {
            if (change.column == column) values[change.row] = change.value;
        }
        const bool is_text = column == "listrik" || column == "air_bersih" || column == "ibu_melek_huruf";
        if (is_text) {
            maker.texts(column, values);
            return;
        }
        std::vector<std::optional<double>> numbers;
        for (const auto& text : values) numbers.push_back(core::parse_number(text));
        maker.some_numbers(column, numbers);
    }

    std::vector<std::string> settlements_;
    std::vector<Change> changes_;
    std::vector<std::string> left_out_;
};

}  // namespace desakota::analyses
