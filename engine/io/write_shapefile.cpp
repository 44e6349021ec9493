#include "engine/io/write_shapefile.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "engine/core/diagnostics.h"
#include "engine/core/error.h"
#include "engine/io/column_names.h"
#include "engine/io/crs_text.h"
#include "engine/io/layer_stages.h"
#include "engine/io/shape_records.h"
#include "engine/io/write_csv.h"
#include "engine/io/write_dbf.h"

namespace desakota::io {
namespace {

constexpr std::uint64_t kMostBytes = (std::uint64_t{1} << 31U) - 1;

struct ShapefilePlan {
    std::string path;  ///< of the .shp, or the .dbf of a table
    LayerShape shape;
    std::vector<DbfField> fields;
    std::vector<std::string> columns;  ///< by field: the full name
};

core::Error does_not_fit(const std::string& path, const layers::Layer& layer, const core::Text& why) {
    return core::failure(core::same_text(path + ": " + layer.name + ": ") + why +
                         core::Text{" Choose .gpkg for the output.", " Pilih .gpkg untuk hasil."});
}

ShapefilePlan plan_shapefile(const layers::Layer& layer, const std::string& path) {
    ShapefilePlan plan{path, shape_of(layer), plan_fields(layer), column_names(layer)};
    if (layer.columns.empty()) plan.columns = {"row"};
    if (plan.shape.mixed) {
        throw does_not_fit(path, layer,
                           {"holds points, lines or areas together, which a Shapefile cannot.",
                            "memuat titik, garis, atau area sekaligus, yang tidak dapat dimuat Shapefile."});
    }
    auto size = dbf_size(plan.fields, layer.row_count);
    if (plan.shape.type != geo::GeometryType::None) size = std::max(size, shp_size(layer, plan.shape));
    if (size > kMostBytes) {
        throw does_not_fit(path, layer,
                           {"would be larger than the 2 GB that a Shapefile may have.",
                            "akan lebih besar daripada batas Shapefile, yaitu 2 GB."});
    }
    return plan;
}

std::string with_ending(const std::string& path, const std::string& ending) {
    return path.substr(0, path.size() - 4) + ending;
}

void write_whole(const std::string& path, const std::string& text, StagedFiles& files) {
    TextFile file(files.add(path), path);
    file.write(text);
    file.close();
}

void write_one(const layers::Layer& layer, const ShapefilePlan& plan, StagedFiles& files, core::Progress& progress) {
    constexpr double kShareOfShapes = 0.5;
    core::Stage shapes(progress, 0.0, kShareOfShapes);
    if (plan.shape.type != geo::GeometryType::None) {
        const auto index = with_ending(plan.path, ".shx");
        TextFile shp(files.add(plan.path), plan.path);
        TextFile shx(files.add(index), index);
        write_shapes(layer, plan.shape, shp, shx, shapes);
        shp.close();
        shx.close();
        if (!layer.crs.empty()) write_whole(with_ending(plan.path, ".prj"), esri_crs_text(layer.crs), files);
    }
    core::Stage rows(progress, kShareOfShapes, 1.0);
    const auto table = with_ending(plan.path, ".dbf");
    TextFile dbf(files.add(table), table);
    write_dbf(layer, plan.fields, dbf, rows);
    dbf.close();
    write_whole(with_ending(plan.path, ".cpg"), "UTF-8\n", files);
    files.step();
}

void tell_cuts(const layers::Layer& layer, const ShapefilePlan& plan, core::Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < plan.fields.size(); ++i) {
        const auto& field = plan.fields[i];
        if (field.cut_texts == 0) continue;
        diagnostics.warning(core::format_text(
            "{0}: {1}: {2} texts of {3} have more than the 254 bytes that a Shapefile holds and end there (the first "
            "in "
            "row {4}). Choose .gpkg to keep them whole.",
            "{0}: {1}: {2} teks {3} lebih panjang daripada 254 bita yang dapat dimuat Shapefile dan terpotong di situ "
            "(yang pertama di baris {4}). Pilih .gpkg agar tetap utuh.",
            plan.path, layer.name, field.cut_texts, plan.columns[i], field.first_cut + 1));
    }
}

void tell_names(const std::vector<ShapefilePlan>& plans, const std::string& list, core::Diagnostics& diagnostics) {
    std::vector<std::string> pairs;
    for (const auto& plan : plans) {
        for (std::size_t i = 0; i < plan.fields.size(); ++i) {
            const auto pair = plan.columns[i] + " = " + plan.fields[i].name;
            const bool is_new = plan.columns[i] != plan.fields[i].name && std::ranges::find(pairs, pair) == pairs.end();
            if (is_new) pairs.push_back(pair);
        }
    }
    if (pairs.empty()) return;
    std::string text;
    for (const auto& pair : pairs) text += (text.empty() ? "" : ", ") + pair;
    diagnostics.information(
        core::format_text("A Shapefile takes names of 10 letters: {0}. {1} lists them all.",
                          "Shapefile hanya menerima nama kolom 10 huruf: {0}. Semuanya tercantum di {1}.", text, list));
}

/// "layer,column,field,title": what each field of the files stands for.
std::string list_of_columns(const std::vector<layers::Layer>& layers, const std::vector<ShapefilePlan>& plans,
                            core::Language language) {
    std::string text = "layer,column,field,title\n";
    for (std::size_t i = 0; i < layers.size(); ++i) {
        for (std::size_t field = 0; field < plans[i].fields.size(); ++field) {
            const auto title =
                layers[i].columns.empty() ? std::string() : layers[i].columns[field].definition().alias.in(language);
            text += csv_cell(layers[i].name) + "," + csv_cell(plans[i].columns[field]) + "," +
                    csv_cell(plans[i].fields[field].name) + "," + (title.empty() ? "" : csv_cell(title)) + "\n";
        }
    }
    return text;
}

}  // namespace

void write_shapefiles(const std::vector<layers::Layer>& layers, const OutputTarget& target, StagedFiles& files,
                      core::Progress& progress) {
    const auto names = result_layers(layers);
    std::vector<ShapefilePlan> plans;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        plans.push_back(plan_shapefile(layers[i], i == 0 ? target.path : companion_path(target.path, names[i])));
    }
    for_each_layer(layers, progress,
                   [&](std::size_t i, core::Progress& part) { write_one(layers[i], plans[i], files, part); });
    const auto list = columns_path(target.path);
    write_whole(list, list_of_columns(layers, plans, target.language), files);
    for (const auto& stale : stale_files(target.path, names)) files.remove_before(stale);
    if (target.diagnostics == nullptr) return;
    for (std::size_t i = 0; i < layers.size(); ++i) tell_cuts(layers[i], plans[i], *target.diagnostics);
    tell_names(plans, list, *target.diagnostics);
}

}  // namespace desakota::io
