#include "engine/io/write_layers.h"

#include <stdexcept>

#include "engine/io/layer_stages.h"
#include "engine/io/postgis_target.h"
#include "engine/io/staged_files.h"
#include "engine/io/write_csv.h"
#include "engine/io/write_flatgeobuf.h"
#include "engine/io/write_geojson.h"
#include "engine/io/write_geopackage.h"
#include "engine/io/write_kmz.h"
#include "engine/io/write_postgis.h"
#include "engine/io/write_shapefile.h"
#include "engine/io/write_xlsx.h"

namespace desakota::io {
namespace {

void write_one(const layers::Layer& layer, core::Language language, const std::string& path, TextFile& file,
               core::Progress& progress) {
    switch (output_format(path)) {
        case OutputFormat::FlatGeobuf:
            return write_flatgeobuf(layer, file, progress);
        case OutputFormat::GeoJson:
            return write_geojson(layer, language, file, progress);
        default:
            return write_csv(layer, file, progress);
    }
}

void write_one_file_a_layer(const std::vector<layers::Layer>& layers, const OutputTarget& target, StagedFiles& files,
                            core::Progress& progress) {
    const auto paths = result_files(target.path, result_layers(layers), false);
    for_each_layer(layers, progress, [&](std::size_t i, core::Progress& part) {
        TextFile file(files.add(paths[i]), paths[i]);
        write_one(layers[i], target.language, paths[i], file, part);
        file.close();
        files.step();
    });
}

void write_in_format(const std::vector<layers::Layer>& layers, const OutputTarget& target, StagedFiles& files,
                     core::Progress& progress) {
    switch (output_format(target.path)) {
        case OutputFormat::GeoPackage:
            return write_geopackage(layers, target, files, progress);
        case OutputFormat::Shapefile:
            return write_shapefiles(layers, target, files, progress);
        case OutputFormat::Kmz:
            return write_kmz(layers, target, files, progress);
        case OutputFormat::Workbook:
            return write_xlsx(layers, target, files, progress);
        default:
            return write_one_file_a_layer(layers, target, files, progress);
    }
}

void write_text(const std::string& path, const std::string& text, StagedFiles& files) {
    TextFile file(files.add(path), path);
    file.write(text);
    file.close();
    files.step();
}

}  // namespace

std::vector<std::string> write_layers(const std::vector<layers::Layer>& layers, const OutputTarget& target,
                                      core::Progress& progress) {
    if (layers.empty()) throw std::logic_error("write_layers: no layer");
    if (is_database_output(target.path)) return write_postgis(layers, target, progress);
    const auto names = result_layers(layers);
    check_output(target.path, target.overwrite, names);
    constexpr double kShareOfLayers = 0.9;
    core::Stage laying(progress, 0.0, kShareOfLayers);
    StagedFiles files(target.on_durable_step);
    write_in_format(layers, target, files, laying);
    const auto record = run_record_path(target.path);
    const bool writes_record = !target.run_record.empty() && target.record_beside;
    if (writes_record) write_text(record, target.run_record, files);
    // The computation and the writing may have taken long: another program may have opened the old file meanwhile.
    check_output(target.path, target.overwrite, names);
    core::Stage settling(progress, kShareOfLayers, 1.0);
    files.commit(target.overwrite, settling);
    progress.report(1.0);
    return result_files(target.path, names, writes_record);
}

}  // namespace desakota::io
