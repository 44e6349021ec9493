#include "engine/io/geopackage_rows.h"

#include <array>
#include <atomic>
#include <chrono>
#include <fmt/format.h>
#include <future>
#include <optional>

#include "engine/io/packed_rtree.h"

namespace desakota::io {
namespace {

constexpr std::size_t kRowsBetweenReports = 2048;
constexpr double kShareOfRows = 0.85;  // the rest of the time goes to the spatial index

bool has_geometry(const GeoPackageTable& table) {
    return table.shape.type != geo::GeometryType::None;
}

/// While it lives the table has no triggers: counting and indexing every row on its own is what makes writing slow.
/// The triggers come back by `restore`; without it the file is thrown away anyway.
class TriggerPause {
public:
    TriggerPause(SqliteFile& file, const std::string& table) : file_(file) {
        Statement definition(file,
                             "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?1 ORDER BY name");
        definition.bind(1, table);
        definitions_ = definition.texts();
        Statement name(file, "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?1 ORDER BY name");
        name.bind(1, table);
        for (const auto& trigger : name.texts()) file.run("DROP TRIGGER " + quoted_name(trigger));
    }
    void restore() {
        for (const auto& definition : definitions_) file_.run(definition);
    }

private:
    SqliteFile& file_;
    std::vector<std::string> definitions_;
};

std::string insert_statement(const GeoPackageTable& table) {
    auto names = quoted_name(table.feature_number);
    std::string values = "?";
    if (has_geometry(table)) names += ", " + quoted_name(table.geometry);
    for (const auto& column : table.columns) names += ", " + quoted_name(column);
    for (auto i = table.columns.size() + (has_geometry(table) ? 1 : 0); i > 0; --i) values += ", ?";
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", quoted_name(table.name), names, values);
}

template <class Value>
void bind_optional(Statement& statement, int parameter, const std::optional<Value>& value) {
    value ? statement.bind(parameter, *value) : statement.bind_missing(parameter);
}

void bind_value(Statement& statement, int parameter, const layers::Column& column, std::size_t row) {
    switch (column.type()) {
        case layers::ColumnType::Text:
            return bind_optional(statement, parameter, column.text(row));
        case layers::ColumnType::Number:
            return bind_optional(statement, parameter, column.number(row));
        default:
            return bind_optional(statement, parameter, column.whole_number(row));
    }
}

void append_bytes(std::string& out, const void* value, std::size_t size) {
    out.append(static_cast<const char*>(value), size);
}

/// GeoPackage's form of one geometry: "GP", version, flags (bit 0 little-endian, bits 1 to 3 the kind of envelope),
/// coordinate system, envelope (none for a point), WKB. Source: OGC 12-128r15, section 2.1.3.
void encode_geometry(const geo::Geometries& geometries, std::size_t row, bool multi, std::int32_t crs,
                     std::string& out) {
    const bool is_point = geometries.type(row) == geo::GeometryType::Point && !multi;
    out.assign("GP");
    out += '\0';
    out += is_point ? '\1' : '\3';
    append_bytes(out, &crs, sizeof crs);
    if (!is_point) {
        const auto box = extent_of(geometries, row);
        const std::array<double, 4> envelope{box.min_x, box.max_x, box.min_y, box.max_y};
        append_bytes(out, envelope.data(), sizeof envelope);
    }
    append_wkb(geometries, row, multi, out);
}

std::int32_t crs_number(const SqliteFile& file, const GeoPackageTable& table) {
    Statement statement(file, "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ?1");
    statement.bind(1, table.name);
    return static_cast<std::int32_t>(statement.whole_number().value_or(0));
}

/// Binds the geometry of a row as parameter 2; `bytes` has to live until the statement has run.
void bind_geometry(Statement& statement, const layers::Layer& layer, std::size_t row, const std::string& bytes) {
    if (layer.geometry.is_missing(row)) return statement.bind_missing(2);
    statement.bind_bytes(2, bytes);
}

void insert_rows(SqliteFile& file, const layers::Layer& layer, const GeoPackageTable& table, core::Progress& progress) {
    Statement insert(file, insert_statement(table));
    const bool is_spatial = has_geometry(table);
    const auto crs = is_spatial ? crs_number(file, table) : 0;
    std::string bytes;
    core::LoopSteps steps(progress, 0.0, 1.0, layer.row_count, kRowsBetweenReports);
    for (std::size_t row = 0; row < layer.row_count; ++row) {
        steps.at(row);
        int parameter = 1;
        insert.bind(parameter++, static_cast<std::int64_t>(row) + 1);
        if (is_spatial) {
            if (!layer.geometry.is_missing(row)) encode_geometry(layer.geometry, row, table.shape.multi, crs, bytes);
            bind_geometry(insert, layer, row, bytes);
            ++parameter;
        }
        for (const auto& column : layer.columns) bind_value(insert, parameter++, column, row);
        insert.run();
    }
}

std::vector<RtreeEntry> rectangles(const geo::Geometries& geometries, core::LoopSteps steps) {
    std::vector<RtreeEntry> entries;
    entries.reserve(geometries.size());
    for (std::size_t row = 0; row < geometries.size(); ++row) {
        steps.at(row);
        if (geometries.is_missing(row)) continue;
        entries.push_back({static_cast<std::int64_t>(row) + 1, extent_of(geometries, row)});
    }
    return entries;
}

/// The R-tree of a layer, and the rectangle round all of it.
struct LayerTree {
    std::optional<Extent> extent;  ///< nothing where no row has a geometry
    PackedRtree packed;
};

LayerTree make_tree(const geo::Geometries& geometries, std::size_t node_size, core::Progress& progress) {
    auto entries = rectangles(geometries, {progress, 0.0, 0.1, geometries.size()});
    if (entries.empty()) return {};
    auto extent = entries.front().box;
    for (const auto& entry : entries) extent.add(entry.box);
    return {extent, pack_rtree(std::move(entries), node_size, progress)};
}

/// Makes the R-tree of a layer in a thread of its own, while the rows are written.
class TreeBesideRows {
public:
    /// `geometries` must outlive this.
    TreeBesideRows(const geo::Geometries& geometries, std::size_t node_size)
        : tree_(std::async(std::launch::async, [this, &geometries, node_size] {
              UntilStopped until_stopped(stopped_);
              return make_tree(geometries, node_size, until_stopped);
          })) {}
    TreeBesideRows(const TreeBesideRows&) = delete;
    TreeBesideRows& operator=(const TreeBesideRows&) = delete;
    ~TreeBesideRows() { stopped_ = true; }

    LayerTree wait(core::Progress& progress) {
        constexpr std::chrono::milliseconds kBetweenReports(20);
        do progress.step(0.0);
        while (tree_.wait_for(kBetweenReports) != std::future_status::ready);
        return tree_.get();
    }

private:
    /// Reports to nobody, for the run's progress belongs to the thread that writes.
    class UntilStopped final : public core::Progress {
    public:
        explicit UntilStopped(const std::atomic<bool>& stopped) : stopped_(stopped) {}
        void report(double /*fraction*/) override {}
        [[nodiscard]] bool cancelled() const override { return stopped_; }

    private:
        const std::atomic<bool>& stopped_;
    };

    std::atomic<bool> stopped_ = false;
    std::future<LayerTree> tree_;  ///< last: it waits for the thread before the rest goes
};

void insert_pairs(SqliteFile& file, const std::string& table,
                  const std::vector<std::pair<std::int64_t, std::int64_t>>& pairs, core::LoopSteps steps) {
    Statement insert(file, "INSERT INTO " + quoted_name(table) + " VALUES (?1, ?2)");
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        steps.at(i);
        insert.bind(1, pairs[i].first);
        insert.bind(2, pairs[i].second);
        insert.run();
    }
}

void insert_nodes(SqliteFile& file, const std::string& index, const PackedRtree& tree, core::Progress& progress) {
    Statement node(file, "INSERT OR REPLACE INTO " + quoted_name(index + "_node") + " VALUES (?1, ?2)");
    std::vector<std::pair<std::int64_t, std::int64_t>> parents;
    core::LoopSteps steps(progress, 0.0, 0.9, tree.nodes.size());
    for (const auto& [number, bytes, parent] : tree.nodes) {
        steps.at(static_cast<std::size_t>(number));
        node.bind(1, number);
        node.bind_bytes(2, bytes);
        node.run();
        if (parent != 0) parents.emplace_back(number, parent);
    }
    insert_pairs(file, index + "_parent", parents, {progress, 0.9, 1.0, parents.size()});
}

void write_extent(SqliteFile& file, const GeoPackageTable& table, const Extent& extent) {
    Statement update(file,
                     "UPDATE gpkg_contents SET min_x = ?1, min_y = ?2, max_x = ?3, max_y = ?4 WHERE table_name = ?5");
    int parameter = 1;
    for (const double edge : {extent.min_x, extent.min_y, extent.max_x, extent.max_y}) update.bind(parameter++, edge);
    update.bind(parameter, table.name);
    update.run();
}

/// The name of the R*Tree that GDAL made for a layer.
std::string index_name(const GeoPackageTable& table) {
    return "rtree_" + table.name + "_" + table.geometry;
}

std::size_t node_size_of(SqliteFile& file, const std::string& index) {
    Statement size(file, "SELECT length(data) FROM " + quoted_name(index + "_node") + " WHERE nodeno = 1");
    const auto bytes = size.whole_number();
    if (!bytes) file.fail();
    return static_cast<std::size_t>(*bytes);
}

/// Fills the tables behind SQLite's R*Tree, which is empty so far.
void write_spatial_index(SqliteFile& file, const GeoPackageTable& table, const LayerTree& tree,
                         core::Progress& progress) {
    if (!tree.extent) return;
    write_extent(file, table, *tree.extent);
    core::Stage writing(progress, 0.0, 0.5);
    insert_nodes(file, index_name(table), tree.packed, writing);
    const auto& leaf_of = tree.packed.leaf_of;
    insert_pairs(file, index_name(table) + "_rowid", leaf_of, {progress, 0.5, 1.0, leaf_of.size()});
}

void write_rows_with_index(SqliteFile& file, const layers::Layer& layer, const GeoPackageTable& table,
                           core::Progress& progress) {
    TreeBesideRows tree(layer.geometry, node_size_of(file, index_name(table)));
    core::Stage inserting(progress, 0.0, kShareOfRows);
    insert_rows(file, layer, table, inserting);
    core::Stage indexing(progress, kShareOfRows, 1.0);
    write_spatial_index(file, table, tree.wait(indexing), indexing);
}

}  // namespace

void write_rows(SqliteFile& file, const layers::Layer& layer, const GeoPackageTable& table, core::Progress& progress) {
    TriggerPause triggers(file, table.name);
    if (has_geometry(table)) {
        write_rows_with_index(file, layer, table, progress);
    } else {
        insert_rows(file, layer, table, progress);
    }
    triggers.restore();
    Statement count(file, "UPDATE gpkg_ogr_contents SET feature_count = ?1 WHERE table_name = ?2");
    count.bind(1, static_cast<std::int64_t>(layer.row_count));
    count.bind(2, table.name);
    count.run();
    progress.step(1.0);
}

}  // namespace desakota::io
