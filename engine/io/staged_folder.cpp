#include "engine/io/staged_folder.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>
#include <utility>

#include "engine/core/error.h"
#include "engine/io/operating_system.h"
#include "engine/io/output_target.h"
#include "engine/io/read_text_file.h"
#include "engine/io/staged_files.h"
#include "engine/io/study_record.h"

namespace desakota::io {
namespace {

namespace fs = std::filesystem;

std::string without_last_slash(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

core::Error exists_already(const std::string& path) {
    return core::usage_error(
        core::format_text("{} exists already. Add --overwrite to replace it, or choose another name.",
                          "{} sudah ada. Tambahkan --overwrite untuk menggantinya, atau pilih nama lain.", path));
}

core::Error holds_more(const std::string& path, const std::string& file) {
    return core::usage_error(core::format_text(
        "{0} holds {1}, which is no result of an earlier run and would be lost. Move it away, or choose another "
        "folder.",
        "{0} memuat {1}, yang bukan hasil proses sebelumnya dan akan hilang. Pindahkan, atau pilih folder lain.", path,
        file));
}

/// The first file below the folder that the list does not hold; empty where there is none.
std::string first_other(const fs::path& folder, const std::vector<std::string>& known) {
    std::vector<std::string> others;
    std::error_code fault;
    for (fs::recursive_directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault)) {
        if (entry->is_directory(fault) && !entry->is_symlink(fault)) continue;
        const auto file = fs::relative(entry->path(), folder, fault).generic_string();
        if (std::ranges::find(known, file) == known.end()) others.push_back(file);
    }
    return others.empty() ? std::string() : *std::ranges::min_element(others);
}

void check_replaceable(const std::string& path, const std::string& record) {
    std::error_code fault;
    if (fs::is_empty(path, fault)) return;
    const auto record_path = path + "/" + record;
    if (!fs::is_regular_file(record_path, fault)) throw holds_more(path, first_other(path, {}));
    auto known = recorded_files(read_text_file(record_path));
    known.push_back(record);
    const auto other = first_other(path, known);
    if (!other.empty()) throw holds_more(path, other);
}

}  // namespace

void check_output_folder(const std::string& path, bool overwrite, const std::string& record) {
    const auto folder = without_last_slash(path);
    std::error_code fault;
    const auto parent = fs::path(folder).parent_path();
    if (!parent.empty() && !fs::is_directory(parent, fault)) {
        throw core::usage_error(core::format_text("{}: the folder {} does not exist. Create it or choose another.",
                                                  "{}: folder {} tidak ada. Buat dahulu atau pilih folder lain.", path,
                                                  parent.generic_string()));
    }
    // The rules of a file hold for the folder's name, too.
    check_output(folder + ".gpkg", true);
    const auto status = fs::symlink_status(folder, fault);
    if (!fs::exists(status)) return;
    if (!fs::is_directory(status)) {
        throw core::usage_error(core::format_text("{} is not a folder. Choose another name for the results.",
                                                  "{} bukan folder. Pilih nama lain untuk hasilnya.", path));
    }
    if (!overwrite) throw exists_already(path);
    for (fs::directory_iterator entry(folder, fault), end; !fault && entry != end; entry.increment(fault)) {
        if (entry->path().extension() == ".gpkg") check_output(entry->path().string(), true);
    }
    check_replaceable(folder, record);
}

StagedFolder::StagedFolder(std::string target) : target_(without_last_slash(std::move(target))) {
    static std::atomic<unsigned> number{0};
    std::error_code fault;
    const auto path = fs::absolute(target_, fault).lexically_normal();
    real_path_ = path.string();
    remove_left_behind(path.parent_path().string());
    temporary_ =
        (path.parent_path() / fmt::format("{}{}-folder{}", kTemporaryPrefix, process_number(), ++number)).string();
    fs::create_directory(temporary_, fault);
    if (fault) throw write_failure(target_, fault.message());
}

StagedFolder::~StagedFolder() {
    std::error_code ignored;
    fs::remove_all(temporary_, ignored);
}

std::string StagedFolder::add(const std::string& file) {
    const auto path = fs::path(place_of(file));
    std::error_code fault;
    fs::create_directories(path.parent_path(), fault);
    if (fault) throw write_failure(target_ + "/" + file, fault.message());
    files_.push_back(file);
    return path.string();
}

void StagedFolder::write(const std::string& file, std::string_view bytes) {
    write_new_file(add(file), target_ + "/" + file, bytes);
}

void StagedFolder::commit(bool overwrite, core::Progress& progress) {
    double done = 0.0;
    for (const auto& file : files_) {
        const double share = 1.0 / static_cast<double>(files_.size());
        core::Stage stage(progress, done, done + share);
        done += share;
        if (const auto fault = bring_to_disk(place_of(file), stage)) {
            throw write_failure(target_ + "/" + file, fault.message());
        }
    }
    std::error_code fault;
    const bool replaces = overwrite && fs::exists(real_path_, fault);
    // The old folder gets the hidden name, and goes with it.
    fault = replaces ? exchange_names(temporary_, real_path_) : rename_file(temporary_, real_path_, false);
    if (fault == std::errc::file_exists || fault == std::errc::directory_not_empty) {
        throw core::failure(core::format_text(
            "{} exists by now: another run has written it meanwhile. Nothing was changed.",
            "{} kini sudah ada: ditulis oleh proses lain sementara ini. Tidak ada yang berubah.", target_));
    }
    if (fault) throw write_failure(target_, fault.message());
    bring_names_to_disk(fs::path(real_path_).parent_path().string());
}

}  // namespace desakota::io
