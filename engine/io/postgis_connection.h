#pragma once

#include <optional>
#include <string>

#include "engine/core/error.h"
#include "engine/io/gdal_handles.h"
#include "engine/io/postgis_target.h"

namespace desakota::io {

/// A connection to the database that a result goes to, in one transaction from `begin` to `commit`: what is not
/// committed is undone. Every fault becomes an error without user and password. Use by one thread.
class PostgisConnection {
public:
    /// Throws a failure where the database is not reached.
    explicit PostgisConnection(const std::string& output);
    PostgisConnection(const PostgisConnection&) = delete;
    PostgisConnection& operator=(const PostgisConnection&) = delete;
    ~PostgisConnection();

    void begin();
    void commit();
    void run(const std::string& statement);
    /// The first value of the first row; missing where there is none.
    [[nodiscard]] std::optional<std::string> ask(const std::string& query);
    [[nodiscard]] GDALDataset& dataset() { return *dataset_; }
    /// Throws what GDAL told of a fault since the last call, if anything.
    void check();

    [[nodiscard]] const PostgisTarget& target() const { return target_; }
    [[nodiscard]] bool has_table(const std::string& table);
    /// `"schema"."table"`.
    [[nodiscard]] std::string place_of(const std::string& table) const;

    /// The error that says the database did not take the result.
    [[nodiscard]] core::Error failure() const;

private:
    std::string shown_name_;
    PostgisTarget target_;
    ErrorCapture errors_;
    DatasetHandle dataset_;
    bool is_open_ = false;
};

/// A name, and a text, as SQL takes them.
[[nodiscard]] std::string sql_name(const std::string& name);
[[nodiscard]] std::string sql_text(const std::string& text);

}  // namespace desakota::io
