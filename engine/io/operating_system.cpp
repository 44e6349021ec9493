#include "engine/io/operating_system.h"

#include <cerrno>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace desakota::io {
namespace {

std::error_code last_fault() {
    return {errno, std::generic_category()};
}

/// A descriptor that is closed again.
class Descriptor {
public:
    Descriptor(const std::string& path, int flags) : value_(::open(path.c_str(), flags | O_CLOEXEC)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    [[nodiscard]] int get() const { return value_; }

private:
    int value_;
};

/// Writes all of it. Whether that was done; the fault is in errno.
bool write_all(int descriptor, std::string_view bytes) noexcept {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

int descriptor_of(Stream stream) {
    return stream == Stream::Output ? STDOUT_FILENO : STDERR_FILENO;
}

void set_action(int signal, void (*handler)(int)) noexcept {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
}

}  // namespace

std::int64_t process_number() {
    return ::getpid();
}

bool may_be_running(std::int64_t process) {
    return process <= 0 || ::kill(static_cast<pid_t>(process), 0) == 0 || errno != ESRCH;
}

void keep_freed_memory() {
#ifdef __GLIBC__
    // No block is mapped on its own, and the heap never shrinks.
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, -1);
#endif
}

bool can_make_files_in(const std::string& folder) {
    return ::access(folder.c_str(), W_OK | X_OK) == 0;
}

std::error_code bring_to_disk(const std::string& path, core::Progress& progress) {
    constexpr off_t kSlice = off_t{4} << 20;
    constexpr unsigned int kFully = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
    const Descriptor file(path, O_RDONLY);
    if (file.get() < 0) return last_fault();
    // fsync hears no cancel: slices go ahead of it. Not every file system takes them, which does not matter, since
    // fsync comes in any case.
    const auto size = ::lseek(file.get(), 0, SEEK_END);
    // All of it is on its way before the first slice is waited for.
    (void)::sync_file_range(file.get(), 0, size, SYNC_FILE_RANGE_WRITE);
    for (off_t from = 0; from < size; from += kSlice) {
        progress.step(static_cast<double>(from) / static_cast<double>(size));
        if (::sync_file_range(file.get(), from, kSlice, kFully) != 0) break;
    }
    if (::fsync(file.get()) != 0) return last_fault();
    progress.step(1.0);
    return {};
}

void bring_names_to_disk(const std::string& folder) {
    // A folder on some network disks cannot be flushed; the rename itself has succeeded by then.
    const Descriptor handle(folder, O_RDONLY | O_DIRECTORY);
    if (handle.get() >= 0) ::fsync(handle.get());
}

std::error_code rename_file(const std::string& from, const std::string& to, bool overwrite) {
    if (overwrite) return ::rename(from.c_str(), to.c_str()) == 0 ? std::error_code() : last_fault();
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
    const auto fault = last_fault();
    // Some file systems cannot refuse to replace: look first, then.
    const bool is_free = errno == EINVAL && ::access(to.c_str(), F_OK) != 0;
    return is_free ? rename_file(from, to, true) : fault;
}

std::error_code exchange_names(const std::string& one, const std::string& other) {
    if (::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0) return {};
    if (errno != EINVAL && errno != ENOSYS) return last_fault();
    // Some file systems cannot: in three steps, then.
    const auto aside = one + "-old";
    if (::rename(other.c_str(), aside.c_str()) != 0) return last_fault();
    if (::rename(one.c_str(), other.c_str()) == 0) {
        return ::rename(aside.c_str(), one.c_str()) == 0 ? std::error_code() : last_fault();
    }
    const auto fault = last_fault();
    return ::rename(aside.c_str(), other.c_str()) == 0 ? fault : last_fault();
}

NewFile::~NewFile() {
    if (handle_ >= 0) ::close(handle_);
}

std::error_code NewFile::open(const std::string& path) {
    constexpr mode_t kForAllButTheUsersMask = 0666;
    handle_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kForAllButTheUsersMask);
    return handle_ < 0 ? last_fault() : std::error_code();
}

std::error_code NewFile::write(std::string_view bytes) {
    return write_all(handle_, bytes) ? std::error_code() : last_fault();
}

std::error_code NewFile::close() {
    const int fault = ::close(handle_);
    handle_ = -1;
    return fault == 0 ? std::error_code() : last_fault();
}

PlainNumbers::PlainNumbers() : plain_(::newlocale(LC_NUMERIC_MASK, "C", nullptr)) {
    if (plain_ != nullptr) before_ = ::uselocale(static_cast<locale_t>(plain_));
}

PlainNumbers::~PlainNumbers() {
    if (plain_ == nullptr) return;
    ::uselocale(static_cast<locale_t>(before_));
    ::freelocale(static_cast<locale_t>(plain_));
}

RunningProgram::RunningProgram(const std::vector<std::string>& words) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    std::string epoch = "SOURCE_DATE_EPOCH=315532800";  // 1980-01-01
    std::vector<char*> environment{epoch.data()};
    for (char** variable = environ; *variable != nullptr; ++variable) environment.push_back(*variable);
    environment.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // A group of its own, so that it can be ended with all that it begins.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    pid_t child = 0;
    was_found_ =
        ::posix_spawnp(&child, words.front().c_str(), &actions, &attributes, arguments.data(), environment.data()) == 0;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (was_found_) child_ = child;
}

RunningProgram::~RunningProgram() {
    if (child_ == 0) return;
    const auto child = static_cast<pid_t>(child_);
    ::kill(-child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
}

std::optional<int> RunningProgram::wait(core::Progress& progress) {
    constexpr std::chrono::milliseconds kListen{20};
    const auto child = static_cast<pid_t>(child_);
    int status = 0;
    while (child_ != 0) {
        const auto ended = ::waitpid(child, &status, WNOHANG);
        if (ended == child) break;
        if (ended < 0 && errno != EINTR) return std::nullopt;
        progress.step(0.0);
        std::this_thread::sleep_for(kListen);
    }
    if (child_ == 0) return std::nullopt;
    child_ = 0;
    if (!WIFEXITED(status)) return std::nullopt;
    return WEXITSTATUS(status);
}

bool write_to_stream(Stream stream, std::string_view text) noexcept {
    return write_all(descriptor_of(stream), text) || errno == EPIPE;
}

bool is_terminal(Stream stream) {
    return ::isatty(descriptor_of(stream)) == 1;
}

void on_interrupt(void (*handler)(int)) noexcept {
    for (const int signal : {SIGINT, SIGTERM}) set_action(signal, handler == nullptr ? SIG_DFL : handler);
}

void end_at_once(int status) noexcept {
    ::_exit(status);
}

void ignore_closed_pipes() {
    set_action(SIGPIPE, SIG_IGN);
}

}  // namespace desakota::io
