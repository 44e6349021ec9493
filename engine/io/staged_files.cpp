#include "engine/io/staged_files.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <ranges>
#include <system_error>

#include "engine/core/number_text.h"
#include "engine/io/operating_system.h"

namespace desakota::io {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kBufferSize = std::size_t{1} << 16;

/// Whether the process that named a temporary file (".desakota-<process>-<number>.gpkg") still runs.
bool may_be_in_use(std::string_view name) {
    name.remove_prefix(kTemporaryPrefix.size());
    const auto process = core::parse_integer(name.substr(0, name.find('-')));
    return !process || may_be_running(*process);
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

void remove_left_behind(const std::string& folder) {
    std::error_code fault;
    // Another machine may write to the same folder, hence the hour.
    const auto an_hour_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
    for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault)) {
        const auto name = entry->path().filename().string();
        if (!name.starts_with(kTemporaryPrefix) || may_be_in_use(name)) continue;
        std::error_code ignored;
        if (entry->last_write_time(ignored) < an_hour_ago && !ignored) fs::remove_all(entry->path(), ignored);
    }
}

StagedFiles::~StagedFiles() {
    std::error_code ignored;
    for (const auto& file : files_) {
        if (!file.renamed) fs::remove(file.temporary, ignored);
    }
}

std::string StagedFiles::add(const std::string& target) {
    static std::atomic<unsigned> number{0};
    const auto path = real_path(target);
    const auto folder = path.parent_path();
    if (files_.empty()) remove_left_behind(folder.string());
    const auto name = fmt::format("{}{}-{}{}", kTemporaryPrefix, process_number(), ++number, path.extension().string());
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
        if (const auto fault = bring_to_disk(file.temporary, stage)) throw write_failure(file.target, fault.message());
    }
    for (const auto& path : stale_) {
        std::error_code fault;
        if (!fs::remove(path, fault) && fault) throw write_failure(path, fault.message());
    }
    rename_all(overwrite);
    step();
    if (!files_.empty()) bring_names_to_disk(fs::path(files_.front().real_path).parent_path().string());
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
        std::error_code ignored;
        for (const auto& file : files_) {
            if (file.renamed) fs::remove(file.real_path, ignored);
        }
        throw;
    }
}

void StagedFiles::rename(File& file, bool overwrite) {
    const auto fault = rename_file(file.temporary, file.real_path, overwrite);
    if (fault) throw write_failure(file.target, fault.message());
    file.renamed = true;
}

TextFile::TextFile(const std::string& path, std::string shown_name) : shown_name_(std::move(shown_name)) {
    if (const auto fault = file_.open(path)) throw write_failure(shown_name_, fault.message());
    buffer_.reserve(2 * kBufferSize);
}

void TextFile::write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= kBufferSize) flush();
}

void TextFile::flush() {
    if (const auto fault = file_.write(buffer_)) throw write_failure(shown_name_, fault.message());
    buffer_.clear();
}

void remove_file(const std::string& path) {
    std::error_code ignored;
    fs::remove(path, ignored);
}

void write_new_file(const std::string& path, const std::string& shown_name, std::string_view bytes) {
    TextFile file(path, shown_name);
    file.write(bytes);
    file.close();
}

void TextFile::close() {
    flush();
    if (const auto fault = file_.close()) throw write_failure(shown_name_, fault.message());
}

}  // namespace desakota::io
