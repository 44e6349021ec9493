#pragma once

#include <map>
#include <string>
#include <vector>

namespace desakota::tests {

struct ToolCall {
    std::string program;  ///< a path, or a name to be looked for in PATH
    std::vector<std::string> arguments;
    /// Variables of the environment on top of the test's own; an empty value removes one.
    std::map<std::string, std::string> environment;
    bool error_is_terminal = false;  ///< standard error is a terminal
    bool output_is_closed = false;   ///< nobody reads standard output
    std::string output_file;         ///< standard output goes there instead of being captured
    long long file_size_limit = -1;  ///< in bytes; -1: none (a stand-in for a full disk)
    std::string interrupt_at;        ///< SIGINT is sent once standard error holds this; empty: never
};

struct ToolRun {
    int status = -1;  ///< exit status; -1 where a signal ended it
    int signal = 0;   ///< the signal that ended it; 0: none
    std::string output;
    std::string error;
};

/// Runs a program to its end and captures what it prints. Throws std::runtime_error where it cannot be started.
[[nodiscard]] ToolRun run_tool(const ToolCall& call);

/// A new empty folder, removed with all in it at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::string& path() const { return path_; }
    /// The path of a file in it.
    [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }
    /// Writes a text file into it and returns its path.
    std::string write(const std::string& name, const std::string& text) const;
    /// The names of what is in it, hidden files too, sorted.
    [[nodiscard]] std::vector<std::string> names() const;

private:
    std::string path_;
};

/// The bytes of a file; empty where there is none.
[[nodiscard]] std::string read_file(const std::string& path);

/// The folder for LOCPATH that holds the locale id_ID.UTF-8, made in `folder`; empty where this machine cannot make it.
[[nodiscard]] std::string make_indonesian_locale(const std::string& folder);

}  // namespace desakota::tests
