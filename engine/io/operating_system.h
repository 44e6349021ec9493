#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "engine/core/progress.h"

namespace desakota::io {

/// What the operating system does and C++ has no word for. Only operating_system.cpp holds calls of POSIX: Desakota on
/// another system needs another such file.

/// The number of this process.
[[nodiscard]] std::int64_t process_number();
/// Whether a process of that number runs, or may run.
[[nodiscard]] bool may_be_running(std::int64_t process);

/// Lets the program keep the memory it frees for its own later use, rather than hand it back to the system: a run on a
/// large region fills, frees and fills again, and a page that comes anew from the system costs more than its use. Call
/// before threads are started. Without the GNU C library nothing changes.
void keep_freed_memory();

/// Whether this user may make files in the folder.
[[nodiscard]] bool can_make_files_in(const std::string& folder);

/// Brings a file's content to the disk. A large file takes long: hears a cancel meanwhile.
[[nodiscard]] std::error_code bring_to_disk(const std::string& path, core::Progress& progress);
/// Brings the names of the files in a folder to the disk, where the file system can.
void bring_names_to_disk(const std::string& folder);

/// Renames within a file system, at once for all who look: with `overwrite` an old file `to` is replaced, without it
/// an old one is a fault.
[[nodiscard]] std::error_code rename_file(const std::string& from, const std::string& to, bool overwrite);

/// Gives each of two files or folders of one file system the other's name, at once where the file system can.
[[nodiscard]] std::error_code exchange_names(const std::string& one, const std::string& other);

/// A file that did not exist before, written front to back. Each call returns the fault, if any.
class NewFile {
public:
    NewFile() = default;
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile();

    [[nodiscard]] std::error_code open(const std::string& path);
    [[nodiscard]] std::error_code write(std::string_view bytes);
    [[nodiscard]] std::error_code close();

private:
    int handle_ = -1;
};

/// While it lives, C functions of this thread read and write numbers with a full stop, whatever the locale.
class PlainNumbers {
public:
    PlainNumbers();
    PlainNumbers(const PlainNumbers&) = delete;
    PlainNumbers& operator=(const PlainNumbers&) = delete;
    ~PlainNumbers();

private:
    void* plain_ = nullptr;
    void* before_ = nullptr;
};

/// A program of the search path that runs beside this process, silent and without input, with `SOURCE_DATE_EPOCH` set
/// so that what it writes carries no time of its own. Where it still runs when its object goes, it is ended, and with
/// it the programs that it has begun.
class RunningProgram {
public:
    explicit RunningProgram(const std::vector<std::string>& words);
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;
    ~RunningProgram();

    /// False where there is no such program.
    [[nodiscard]] bool was_found() const { return was_found_; }
    /// Waits for its end; hears a cancel meanwhile, and throws Cancelled. Its exit status; missing where a signal ended
    /// it or there is no such program.
    [[nodiscard]] std::optional<int> wait(core::Progress& progress);

private:
    std::int64_t child_ = 0;  // 0: none, or none any more
    bool was_found_ = false;
};

enum class Stream : std::uint8_t { Output, Error };

/// Writes all of it, unbuffered; may be called by a handler of interrupts. True also where the reader has gone.
bool write_to_stream(Stream stream, std::string_view text) noexcept;
[[nodiscard]] bool is_terminal(Stream stream);

/// From now on Ctrl-C and a request to end call `handler`, which reaches nothing but globals; nullptr: they end the
/// process again.
void on_interrupt(void (*handler)(int)) noexcept;
/// Ends the process without tidying up, as a handler of interrupts must.
[[noreturn]] void end_at_once(int status) noexcept;
/// From now on a reader that closes the pipe of an output does not end the process.
void ignore_closed_pipes();

}  // namespace desakota::io
