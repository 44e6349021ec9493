#include "engine/io/sqlite_file.h"

#include <sqlite3.h>

#include "engine/io/staged_files.h"

namespace desakota::io {

void CloseSqlite::operator()(sqlite3* database) const noexcept {
    sqlite3_close_v2(database);
}
void FinalizeStatement::operator()(sqlite3_stmt* statement) const noexcept {
    sqlite3_finalize(statement);
}

SqliteFile::SqliteFile(const std::string& path, std::string shown_name) : shown_name_(std::move(shown_name)) {
    sqlite3* database = nullptr;
    const auto code = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(database);
    if (code != SQLITE_OK) fail();
    run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=MEMORY;");
}

void SqliteFile::run(const std::string& statements) {
    if (sqlite3_exec(database_.get(), statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void SqliteFile::close() {
    if (sqlite3_close(database_.get()) != SQLITE_OK) fail();
    (void)database_.release();  // closed already
}

void SqliteFile::fail() const {
    throw write_failure(shown_name_, sqlite3_errmsg(database_.get()));
}

Statement::Statement(const SqliteFile& file, const std::string& text) : file_(file) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(file.handle(), text.c_str(), -1, &statement, nullptr));
    statement_.reset(statement);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) file_.fail();
}

void Statement::bind(int parameter, std::string_view text) {
    check(sqlite3_bind_text64(statement_.get(), parameter, text.data() == nullptr ? "" : text.data(), text.size(),
                              SQLITE_STATIC, SQLITE_UTF8));
}
void Statement::bind_bytes(int parameter, std::string_view bytes) {
    check(sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(), bytes.size(), SQLITE_STATIC));
}
void Statement::bind(int parameter, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), parameter, value));
}
void Statement::bind(int parameter, double value) {
    check(sqlite3_bind_double(statement_.get(), parameter, value));
}
void Statement::bind_missing(int parameter) {
    check(sqlite3_bind_null(statement_.get(), parameter));
}

bool Statement::step() {
    const auto code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) file_.fail();
    return code == SQLITE_ROW;
}

void Statement::reset() {
    check(sqlite3_reset(statement_.get()));
}

void Statement::run() {
    while (step()) continue;
    reset();
}

std::vector<std::string> Statement::texts() {
    std::vector<std::string> found;
    while (step()) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), 0));
        found.emplace_back(text == nullptr ? "" : text);
    }
    reset();
    return found;
}

std::optional<std::int64_t> Statement::whole_number() {
    std::optional<std::int64_t> found;
    if (step()) found = sqlite3_column_int64(statement_.get(), 0);
    reset();
    return found;
}

std::string quoted_name(std::string_view name) {
    std::string text = "\"";
    for (const char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

}  // namespace desakota::io
