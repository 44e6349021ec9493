#include "engine/io/geopackage_rows.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fmt/format.h>
#include <future>
#include <optional>
#include <span>
#include <string>

#include "engine/io/geopackage_row_values.h"
#include "engine/io/packed_rtree.h"

namespace desakota::io {
namespace {

constexpr std::size_t kRowsAtOnce = 1024;
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

/// SQLite numbers the features itself, from 1 on: quicker than to be told the same numbers.
std::string insert_statement(const GeoPackageTable& table, std::size_t rows) {
    std::vector<std::string> names;
    if (has_geometry(table)) names.push_back(quoted_name(table.geometry));
    for (const auto& column : table.columns) names.push_back(quoted_name(column));
    if (names.empty()) return fmt::format("INSERT INTO {} DEFAULT VALUES", quoted_name(table.name));
    const auto row = fmt::format("({})", fmt::join(std::vector<std::string>(names.size(), "?"), ", "));
    return fmt::format("INSERT INTO {} ({}) VALUES {}", quoted_name(table.name), fmt::join(names, ", "),
                       fmt::join(std::vector<std::string>(rows, row), ", "));
}

void bind_value(Statement& statement, int parameter, const SqlValue& value) {
    struct Binding {
        Statement& statement;
        int parameter;
        void operator()(std::monostate /*missing*/) const { statement.bind_missing(parameter); }
        void operator()(std::int64_t number) const { statement.bind(parameter, number); }
        void operator()(double number) const { statement.bind(parameter, number); }
        void operator()(std::string_view text) const { statement.bind(parameter, text); }
    };
    std::visit(Binding{statement, parameter}, value);
}

std::int32_t crs_number(const SqliteFile& file, const GeoPackageTable& table) {
    Statement statement(file, "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ?1");
    statement.bind(1, table.name);
    return static_cast<std::int32_t>(statement.whole_number().value_or(0));
}

/// Inserts rows, several with one statement: to begin and end one takes time of its own.
class RowInserter {
public:
    RowInserter(const SqliteFile& file, const GeoPackageTable& table)
        : table_(table),
          at_once_(rows_at_once(table)),
          many_(file, insert_statement(table, at_once_)),
          one_(file, insert_statement(table, 1)) {}

    void insert(const RowValues& rows) {
        std::size_t row = 0;
        for (; row + at_once_ <= rows.size(); row += at_once_) run(many_, rows, row, at_once_);
        for (; row < rows.size(); ++row) run(one_, rows, row, 1);
    }

private:
    static std::size_t rows_at_once(const GeoPackageTable& table) {
        constexpr std::size_t kMostValues = 512;
        const auto values = table.columns.size() + (has_geometry(table) ? 1 : 0);
        return values == 0 ? 1 : std::clamp<std::size_t>(kMostValues / values, 1, 16);
    }

    void run(Statement& statement, const RowValues& rows, std::size_t first, std::size_t count) const {
        int parameter = 1;
        for (auto row = first; row < first + count; ++row) {
            if (has_geometry(table_)) {
                const auto geometry = rows.geometry(row);
                geometry.empty() ? statement.bind_missing(parameter) : statement.bind_bytes(parameter, geometry);
                ++parameter;
            }
            for (std::size_t column = 0; column < table_.columns.size(); ++column) {
                bind_value(statement, parameter++, rows.column(column)[row]);
            }
        }
        statement.run();
    }

    const GeoPackageTable& table_;
    std::size_t at_once_;
    Statement many_;
    Statement one_;
};

/// Another thread makes the next rows ready while these are written.
void insert_rows(SqliteFile& file, const layers::Layer& layer, const GeoPackageTable& table, core::Progress& progress) {
    RowInserter inserter(file, table);
    const auto crs = has_geometry(table) ? crs_number(file, table) : 0;
    const auto prepare = [&](std::size_t first) {
        return RowValues(layer, table, crs, first, std::min(first + kRowsAtOnce, layer.row_count));
    };
    const auto prepare_aside = [&](std::size_t first) { return std::async(std::launch::async, prepare, first); };
    if (layer.row_count == 0) return;
    auto rows = prepare(0);
    for (std::size_t first = 0; first < layer.row_count; first += kRowsAtOnce) {
        progress.step(static_cast<double>(first) / static_cast<double>(layer.row_count));
        const bool is_last = first + kRowsAtOnce >= layer.row_count;
        auto next = is_last ? std::future<RowValues>() : prepare_aside(first + kRowsAtOnce);
        inserter.insert(rows);
        if (!is_last) rows = next.get();
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

std::string insert_pairs_statement(const std::string& table, std::size_t count) {
    std::string text = "INSERT INTO " + quoted_name(table) + " VALUES (?, ?)";
    for (std::size_t i = 1; i < count; ++i) text += ", (?, ?)";
    return text;
}

/// Many at a time: to begin and end a statement takes longer than to insert a pair.
void insert_pairs(SqliteFile& file, const std::string& table,
                  std::span<const std::pair<std::int64_t, std::int64_t>> pairs, core::LoopSteps steps) {
    constexpr std::size_t kAtOnce = 64;
    const auto insert = [&](Statement& statement, std::size_t first, std::size_t count) {
        int parameter = 1;
        for (const auto& [one, other] : pairs.subspan(first, count)) {
            statement.bind(parameter++, one);
            statement.bind(parameter++, other);
        }
        statement.run();
    };
    Statement many(file, insert_pairs_statement(table, kAtOnce));
    Statement one(file, insert_pairs_statement(table, 1));
    std::size_t first = 0;
    for (; first + kAtOnce <= pairs.size(); first += kAtOnce) {
        steps.at(first);
        insert(many, first, kAtOnce);
    }
    for (; first < pairs.size(); ++first) insert(one, first, 1);
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
