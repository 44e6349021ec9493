#include "engine/io/postgis_connection.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include "engine/io/source.h"

namespace desakota::io {
namespace {

std::string quoted_for_sql(const std::string& text, char mark) {
    std::string out(1, mark);
    for (const char c : text) out.append(c == mark ? 2 : 1, c);
    return out + mark;
}

}  // namespace

std::string sql_name(const std::string& name) {
    return quoted_for_sql(name, '"');
}

std::string sql_text(const std::string& text) {
    return quoted_for_sql(text, '\'');
}

PostgisConnection::PostgisConnection(const std::string& output)
    : shown_name_(shown_output(output)), target_(postgis_target(output)) {
    register_drivers();
    const StringList drivers({"PostgreSQL"});
    constexpr unsigned kFlags = GDAL_OF_VECTOR | GDAL_OF_UPDATE | GDAL_OF_VERBOSE_ERROR;
    dataset_.reset(GDALDataset::Open(target_.connection.c_str(), kFlags, drivers.pointer()));
    if (dataset_) {
        errors_.clear();
        return;
    }
    const auto details = without_secrets(errors_.first_error(), Source{.path = target_.connection});
    throw core::failure(core::format_text(
        "{0}: the database cannot be reached ({1}). Check its address, name, user and password, and that it runs.",
        "{0}: basis data tidak dapat dihubungi ({1}). Periksa alamat, nama, pengguna dan sandinya, dan apakah basis "
        "data "
        "itu berjalan.",
        shown_name_, details));
}

PostgisConnection::~PostgisConnection() {
    if (is_open_) dataset_->RollbackTransaction();
}

core::Error PostgisConnection::failure() const {
    const auto details = without_secrets(errors_.first_error(), Source{.path = target_.connection});
    return core::failure(core::format_text(
        "{0}: could not be written ({1}). Check the connection and your rights in the database. Nothing was changed.",
        "{0}: tidak dapat ditulis ({1}). Periksa sambungan dan hak Anda di basis data. Tidak ada yang berubah.",
        shown_name_, details));
}

void PostgisConnection::check() {
    if (errors_.has_errors()) throw failure();
}

void PostgisConnection::begin() {
    dataset_->StartTransaction();
    check();
    is_open_ = true;
}

void PostgisConnection::commit() {
    // What GDAL holds back until the end is sent first, so that its faults are heard.
    dataset_->FlushCache(false);
    check();
    const bool is_done = dataset_->CommitTransaction() == OGRERR_NONE;
    check();
    if (!is_done) throw failure();
    is_open_ = false;
}

void PostgisConnection::run(const std::string& statement) {
    auto* const answer = dataset_->ExecuteSQL(statement.c_str(), nullptr, nullptr);
    if (answer != nullptr) dataset_->ReleaseResultSet(answer);
    check();
}

std::optional<std::string> PostgisConnection::ask(const std::string& query) {
    auto* const answer = dataset_->ExecuteSQL(query.c_str(), nullptr, nullptr);
    std::optional<std::string> value;
    if (answer != nullptr) {
        const FeatureHandle row(answer->GetNextFeature());
        if (row && row->GetFieldCount() > 0 && row->IsFieldSetAndNotNull(0) != 0) value = row->GetFieldAsString(0);
        dataset_->ReleaseResultSet(answer);
    }
    check();
    return value;
}

bool PostgisConnection::has_table(const std::string& table) {
    const auto query =
        "SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
        "n.nspname = " +
        sql_text(target_.schema) + " AND c.relname = " + sql_text(table);
    return ask(query).has_value();
}

std::string PostgisConnection::place_of(const std::string& table) const {
    return sql_name(target_.schema) + "." + sql_name(table);
}

}  // namespace desakota::io
