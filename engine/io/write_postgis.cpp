#include "engine/io/write_postgis.h"

#include <algorithm>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/core/error.h"
#include "engine/io/column_names.h"
#include "engine/io/gdal_layers.h"
#include "engine/io/geometry_encoding.h"
#include "engine/io/layer_stages.h"
#include "engine/io/postgis_connection.h"
#include "engine/io/source.h"

namespace desakota::io {
namespace {

constexpr std::size_t kRowsBetweenTableReports = 1024;

/// Of "hasil.health_access" the part behind the schema.
std::string table_of(const std::string& layer) {
    return layer.substr(layer.rfind('.') + 1);
}

std::string setting_of(const std::string& connection, const std::string& name) {
    const auto shown = public_name(Source{.path = connection}) + " ";
    const auto place = shown.find(name + "=");
    if (place == std::string::npos) return {};
    const auto start = place + name.size() + 1;
    return shown.substr(start, shown.find(' ', start) - start);
}

void check_is_no_table_read(const PostgisConnection& database, const std::string& table,
                            const std::vector<std::string>& inputs) {
    for (const auto& input : inputs) {
        if (!is_database_output(input)) continue;
        const auto source = parse_source(input);
        const bool is_same = setting_of(source.path, "dbname") == setting_of(database.target().connection, "dbname");
        if (!is_same || table_of(source.layer_name) != table) continue;
        throw core::usage_error(core::format_text(
            "{0} is an input of this run; an input is never written to. Choose another schema for the output.",
            "{0} adalah masukan proses ini; masukan tidak pernah ditimpa. Pilih skema lain untuk hasilnya.",
            public_name(source)));
    }
}

void check_schema(PostgisConnection& database, const std::string& shown_name) {
    if (!database.ask("SELECT extname::text FROM pg_extension WHERE extname = 'postgis'")) {
        throw core::usage_error(core::format_text(
            "{0}: the database has no PostGIS. Ask who keeps it to run: CREATE EXTENSION postgis.",
            "{0}: basis data tidak memiliki PostGIS. Minta pengelolanya menjalankan: CREATE EXTENSION postgis.",
            shown_name));
    }
    const auto& schema = database.target().schema;
    if (database.ask("SELECT nspname::text FROM pg_namespace WHERE nspname = " + sql_text(schema))) return;
    throw core::usage_error(core::format_text("{0}: there is no schema {1}. Create it or choose another.",
                                              "{0}: skema {1} tidak ada. Buat dahulu atau pilih yang lain.", shown_name,
                                              schema));
}

void check_tables(PostgisConnection& database, const std::string& shown_name, bool overwrite,
                  const std::vector<ResultLayer>& layers) {
    for (const auto& layer : layers) {
        if (overwrite || !database.has_table(layer.name)) continue;
        throw core::usage_error(core::format_text(
            "{0}: the table {1} exists already. Add --overwrite to replace it, or choose another schema.",
            "{0}: tabel {1} sudah ada. Tambahkan --overwrite untuk menggantinya, atau pilih skema lain.", shown_name,
            layer.name));
    }
}

void set_value(OGRFeature& feature, int field, const layers::Column& column, std::size_t row) {
    if (column.is_missing(row)) return feature.SetFieldNull(field);
    switch (column.type()) {
        case layers::ColumnType::Text:
            return feature.SetField(field, column.as_text(row).value_or("").c_str());
        case layers::ColumnType::Number:
            return feature.SetField(field, column.number(row).value_or(0.0));
        default:
            return feature.SetField(field, static_cast<GIntBig>(column.whole_number(row).value_or(0)));
    }
}

void set_geometry(OGRFeature& feature, const layers::Layer& layer, const LayerShape& shape, std::size_t row) {
    if (shape.type == geo::GeometryType::None || layer.geometry.is_missing(row)) return;
    std::string wkb;
    append_wkb(layer.geometry, row, shape.multi, wkb);
    OGRGeometry* geometry = nullptr;
    OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size());
    feature.SetGeometryDirectly(geometry);
}

GdalLayerPlan plan_of(const layers::Layer& layer, const PostgisTarget& target) {
    GdalLayerPlan plan{layer.name, column_names(layer), shape_of(layer), {}};
    plan.options = {"SCHEMA=" + target.schema,
                    "LAUNDER=NO",
                    "OVERWRITE=NO",
                    "EXTRACT_SCHEMA_FROM_LAYER_NAME=NO",
                    "FID=" + unused_name("fid", plan.columns),
                    "GEOMETRY_NAME=" + unused_name("geom", plan.columns)};
    return plan;
}

void comment(PostgisConnection& database, const layers::Layer& layer, const std::vector<std::string>& columns,
             core::Language language) {
    const auto table = database.place_of(layer.name);
    const auto& title = layer.title.in(language);
    if (!title.empty()) database.run("COMMENT ON TABLE " + table + " IS " + sql_text(title));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& alias = layer.columns[i].definition().alias.in(language);
        if (alias.empty()) continue;
        database.run("COMMENT ON COLUMN " + table + "." + sql_name(columns[i]) + " IS " + sql_text(alias));
    }
}

void write_table(PostgisConnection& database, const layers::Layer& layer, core::Language language,
                 core::Progress& progress) {
    const auto plan = plan_of(layer, database.target());
    auto* const table = add_layer(database.dataset(), plan, layer);
    database.check();
    if (table == nullptr) throw database.failure();
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        if (row % kRowsBetweenTableReports == 0) {
            progress.step(static_cast<double>(row) / static_cast<double>(layer.row_count));
            database.check();
        }
        const FeatureHandle feature(OGRFeature::CreateFeature(table->GetLayerDefn()));
        for (std::size_t i = 0; i < plan.columns.size(); ++i) {
            set_value(*feature, static_cast<int>(i), layer.columns[i], row);
        }
        set_geometry(*feature, layer, plan.shape, row);
        feature->SetFID(static_cast<GIntBig>(row) + 1);
        if (table->CreateFeature(feature.get()) != OGRERR_NONE) database.check();
    }
    table->SyncToDisk();
    database.check();
    comment(database, layer, plan.columns, language);
    progress.step(1.0);
}

void keep_record(PostgisConnection& database, const std::string& main_table, const std::string& record) {
    const auto table = database.place_of("desakota_runs");
    database.run("CREATE TABLE IF NOT EXISTS " + table + " (main_table text PRIMARY KEY, run_record text NOT NULL)");
    database.run("DELETE FROM " + table + " WHERE main_table = " + sql_text(main_table));
    if (record.empty()) return;
    database.run("INSERT INTO " + table + " VALUES (" + sql_text(main_table) + ", " + sql_text(record) + ")");
}

}  // namespace

void check_database_output(const std::string& path, bool overwrite, const std::vector<ResultLayer>& layers,
                           const std::vector<std::string>& inputs) {
    PostgisConnection database(path);
    const auto shown_name = shown_output(path);
    check_schema(database, shown_name);
    for (const auto& layer : layers) check_is_no_table_read(database, layer.name, inputs);
    check_tables(database, shown_name, overwrite, layers);
}

std::vector<std::string> write_postgis(const std::vector<layers::Layer>& layers, const OutputTarget& target,
                                       core::Progress& progress) {
    const auto names = result_layers(layers);
    const ThreadOption by_copy("PG_USE_COPY", "YES");
    PostgisConnection database(target.path);
    database.begin();
    // Looked at within the transaction, since the computation may have taken long.
    check_tables(database, shown_output(target.path), target.overwrite, names);
    for (const auto& layer : names) {
        if (database.has_table(layer.name)) database.run("DROP TABLE " + database.place_of(layer.name));
    }
    for_each_layer(layers, progress, [&](std::size_t i, core::Progress& part) {
        write_table(database, layers[i], target.language, part);
    });
    keep_record(database, layers.front().name, target.run_record);
    progress.step(1.0);
    database.commit();
    return result_tables(target.path, names);
}

}  // namespace desakota::io
