#include "engine/io/write_geopackage.h"

#include "engine/io/geopackage_rows.h"
#include "engine/io/geopackage_tables.h"
#include "engine/io/layer_stages.h"

namespace desakota::io {

void write_geopackage(const std::vector<layers::Layer>& layers, const OutputTarget& target, StagedFiles& files,
                      core::Progress& progress) {
    progress.step(0.0);
    const auto tables = plan_tables(layers, target.language);
    const auto path = files.add(target.path);
    create_tables(layers, tables, path, target.path);
    progress.step(0.0);
    files.step();
    SqliteFile file(path, target.path);
    file.run("BEGIN");
    write_aliases(file, layers, tables, target.language);
    for_each_layer(layers, progress, [&](std::size_t i, core::Progress& part) {
        write_rows(file, layers[i], tables[i], part);
        files.step();
    });
    write_styles(file, layers, tables);
    if (!target.run_record.empty()) write_run_record(file, target.run_record);
    file.run("COMMIT");
    files.step();
    file.close();
}

}  // namespace desakota::io
