#include "engine/io/staged_files.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <ranges>
#include <system_error>
#include <unistd.h>

#include "engine/core/number_text.h"

namespace desakota::io {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kTemporaryPrefix = ".desakota-";
constexpr std::size_t kBufferSize = std::size_t{1} << 16;

std::string system_reason(int fault) {
    return std::error_code(fault, std::generic_category()).message();
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

/// A large file takes long, and fsync hears no cancel: slices go ahead of it. Not every file system takes them, which
/// does not matter, since fsync comes in any case.
void bring_to_disk(const std::string& path, const std::string& shown_name, core::Progress& progress) {
    constexpr off_t kSlice = off_t{4} << 20;
    constexpr unsigned int kFully = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
    const Descriptor file(path, O_RDONLY);
    const auto size = file.get() < 0 ? 0 : ::lseek(file.get(), 0, SEEK_END);
    for (off_t from = 0; from < size; from += kSlice) {
        progress.step(static_cast<double>(from) / static_cast<double>(size));
        if (::sync_file_range(file.get(), from, kSlice, kFully) != 0) break;
    }
    if (file.get() < 0 || ::fsync(file.get()) != 0) throw write_failure(shown_name, system_reason(errno));
    progress.step(1.0);
}

/// A folder on some network disks cannot be flushed; the rename itself has succeeded by then.
void bring_folder_to_disk(const std::string& folder) {
    const Descriptor handle(folder, O_RDONLY | O_DIRECTORY);
    if (handle.get() >= 0) ::fsync(handle.get());
}

/// Whether the process that named a temporary file (".desakota-<process>-<number>.gpkg") still runs.
bool may_be_in_use(std::string_view name) {
    name.remove_prefix(kTemporaryPrefix.size());
    const auto process = core::parse_integer(name.substr(0, name.find('-')));
    return !process || *process <= 0 || ::kill(static_cast<pid_t>(*process), 0) == 0 || errno != ESRCH;
}

/// Another machine may write to the same folder, hence the hour.
void remove_left_behind(const fs::path& folder) {
    std::error_code fault;
    const auto an_hour_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
    for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault)) {
        const auto name = entry->path().filename().string();
        if (!name.starts_with(kTemporaryPrefix) || may_be_in_use(name)) continue;
        std::error_code ignored;
        if (entry->last_write_time(ignored) < an_hour_ago && !ignored) fs::remove(entry->path(), ignored);
    }
}

core::Error partly_replaced(const std::string& path, const std::string& other) {
    return core::failure(core::format_text(
        "{0} could not be replaced; {1} beside it is new already. See what holds {0}, then run again.",
        "{0} tidak dapat diganti; {1} di sebelahnya sudah baru. Periksa apa yang menahan {0}, lalu jalankan lagi.",
        path, other));
}

/// The place that a rename has to hit: a link stays a link.
fs::path real_path(const std::string& target) {
    std::error_code fault;
    auto path = fs::is_symlink(target, fault) ? fs::weakly_canonical(target, fault) : fs::absolute(target, fault);
    if (fault) throw write_failure(target, fault.message());
    return path;
}

}  // namespace

core::Error write_failure(const std::string& path, std::string_view details) {
    return core::failure(core::format_text(
        "{}: could not be written ({}). Is the disk full, or the folder read-only? Nothing was changed.",
        "{}: tidak dapat ditulis ({}). Apakah disk penuh, atau folder hanya dapat dibaca? Tidak ada yang berubah.",
        path, details));
}

StagedFiles::~StagedFiles() {
    for (const auto& file : files_) {
        if (!file.renamed) ::unlink(file.temporary.c_str());
    }
}

std::string StagedFiles::add(const std::string& target) {
    static std::atomic<unsigned> number{0};
    const auto path = real_path(target);
    const auto folder = path.parent_path();
    if (files_.empty()) remove_left_behind(folder);
    const auto name = fmt::format("{}{}-{}{}", kTemporaryPrefix, ::getpid(), ++number, path.extension().string());
    files_.push_back({target, path.string(), (folder / name).string()});
    step();
    return files_.back().temporary;
}

void StagedFiles::step() {
    ++steps_;
    if (on_step_) on_step_(steps_);
}

void StagedFiles::commit(bool overwrite, core::Progress& progress) {
    double done = 0.0;
    for (const auto& file : files_) {
        step();
        const double share = 1.0 / static_cast<double>(files_.size());
        core::Stage stage(progress, done, done + share);
        done += share;
        bring_to_disk(file.temporary, file.target, stage);
    }
    rename_all(overwrite);
    step();
    if (!files_.empty()) bring_folder_to_disk(fs::path(files_.front().real_path).parent_path().string());
    step();
}

void StagedFiles::rename_all(bool overwrite) {
    try {
        for (auto& file : files_ | std::views::reverse) {
            step();
            rename(file, overwrite);
        }
    } catch (...) {
        // Without its main file a result is absent; where old files were replaced, the new ones stay.
        const auto renamed = std::ranges::find(files_, true, &File::renamed);
        if (overwrite && renamed != files_.end()) throw partly_replaced(files_.front().target, renamed->target);
        for (const auto& file : files_) {
            if (file.renamed) ::unlink(file.real_path.c_str());
        }
        throw;
    }
}

void StagedFiles::rename(File& file, bool overwrite) {
    const auto* from = file.temporary.c_str();
    const auto* to = file.real_path.c_str();
    auto fault = overwrite ? ::rename(from, to) : ::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
    // Some file systems cannot refuse to replace: look first, then.
    if (fault != 0 && errno == EINVAL && !overwrite && ::access(to, F_OK) != 0) fault = ::rename(from, to);
    if (fault != 0) throw write_failure(file.target, system_reason(errno));
    file.renamed = true;
}

TextFile::TextFile(const std::string& path, std::string shown_name)
    : shown_name_(std::move(shown_name)),
      descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) throw write_failure(shown_name_, system_reason(errno));
    buffer_.reserve(2 * kBufferSize);
}

TextFile::~TextFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void TextFile::write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= kBufferSize) flush();
}

void TextFile::flush() {
    for (std::string_view rest = buffer_; !rest.empty();) {
        const auto written = ::write(descriptor_, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw write_failure(shown_name_, system_reason(errno));
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

void TextFile::close() {
    flush();
    const auto fault = ::close(descriptor_);
    descriptor_ = -1;
    if (fault != 0) throw write_failure(shown_name_, system_reason(errno));
}

}  // namespace desakota::io
