#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace desakota::io {

struct CloseSqlite {
    void operator()(sqlite3* database) const noexcept;
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const noexcept;
};

/// A SQLite file that this process alone knows and that is thrown away at any fault: written without journal and
/// without waiting for the disk. Every fault is a core::failure that names `shown_name`.
class SqliteFile {
public:
    SqliteFile(const std::string& path, std::string shown_name);

    void run(const std::string& statements);
    /// Closes the file; must be called when all is written.
    void close();

    [[nodiscard]] sqlite3* handle() const { return database_.get(); }
    [[noreturn]] void fail() const;

private:
    std::string shown_name_;
    std::unique_ptr<sqlite3, CloseSqlite> database_;
};

/// One prepared statement, used again and again. Parameters count from 1, result columns from 0.
class Statement {
public:
    Statement(const SqliteFile& file, const std::string& text);

    /// Text and bytes are not copied: they must stay as they are until the statement has run.
    void bind(int parameter, std::string_view text);
    void bind_bytes(int parameter, std::string_view bytes);
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, double value);
    void bind_missing(int parameter);

    /// Runs the statement and makes it ready for the next values.
    void run();
    /// Runs it and returns every row's first column as text (empty for NULL).
    [[nodiscard]] std::vector<std::string> texts();
    /// Runs it and returns the first column of the first row.
    [[nodiscard]] std::optional<std::int64_t> whole_number();

private:
    void check(int code) const;
    [[nodiscard]] bool step();
    void reset();

    const SqliteFile& file_;
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> statement_;
};

/// "a""b" for a"b: a name in a statement.
[[nodiscard]] std::string quoted_name(std::string_view name);

}  // namespace desakota::io
