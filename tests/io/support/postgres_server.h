#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

#include "tests/io/support/temporary_folder.h"

namespace desakota::io {

/// A PostgreSQL server of its own for the tests of one program, reached by a socket in a temporary folder; ended with
/// the program. `missing` says why there is none.
class PostgresServer {
public:
    static const PostgresServer& instance() {
        static const PostgresServer server;
        return server;
    }
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;
    ~PostgresServer() {
        if (missing.empty()) static_cast<void>(shell(programs_ + "/pg_ctl -D " + data() + " -m immediate stop"));
    }

    [[nodiscard]] std::string connection(const std::string& database) const {
        return "PG:dbname=" + database + " host=" + folder_.path().string() + " user=postgres password=rahasia123";
    }
    /// Runs SQL; whether that was done.
    [[nodiscard]] bool run(const std::string& database, const std::string& sql) const {
        return shell(programs_ + "/psql -q -v ON_ERROR_STOP=1 -h " + folder_.path().string() + " -U postgres -d " +
                     database + " -c \"" + sql + "\"");
    }

    std::string missing;

private:
    PostgresServer() {
        programs_ = find_programs();
        if (programs_.empty()) missing = "no PostgreSQL server is installed";
        if (missing.empty() && !has_postgis()) missing = "PostgreSQL has no PostGIS";
        if (missing.empty() && !start()) missing = "the PostgreSQL server does not start";
    }

    static std::string find_programs() {
        std::error_code ignored;
        std::string found;
        for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", ignored)) {
            if (std::filesystem::exists(version.path() / "bin/initdb")) found = (version.path() / "bin").string();
        }
        return found;
    }
    [[nodiscard]] bool has_postgis() const {
        const auto version = std::filesystem::path(programs_).parent_path().filename();
        return std::filesystem::exists("/usr/share/postgresql" / version / "extension/postgis.control");
    }
    [[nodiscard]] std::string data() const { return folder_.file("data"); }

    /// The server refuses to run as the administrator.
    [[nodiscard]] static bool shell(const std::string& command) {
        const std::string user = ::geteuid() == 0 ? "runuser -u postgres -- " : "";
        return std::system(("cd / && " + user + command + " >/dev/null 2>&1").c_str()) == 0;
    }
    [[nodiscard]] bool start() {
        const auto folder = folder_.path().string();
        if (::geteuid() == 0 && std::system(("chown postgres " + folder).c_str()) != 0) return false;
        return shell(programs_ + "/initdb -A trust -U postgres --no-sync -D " + data()) &&
               shell(programs_ + "/pg_ctl -w -D " + data() + " -o \"-k " + folder +
                     " -c listen_addresses= -c fsync=off\"" + " -l " + folder_.file("log") + " start") &&
               run("postgres", "CREATE DATABASE desa") && run("desa", "CREATE EXTENSION postgis") &&
               run("postgres", "CREATE DATABASE polos");
    }

    TemporaryFolder folder_;
    std::string programs_;
};

}  // namespace desakota::io
