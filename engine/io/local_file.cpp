#include "engine/io/local_file.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string_view>

#include <cpl_vsi.h>

#include "engine/core/error.h"
#include "engine/io/archive_safety.h"
#include "engine/io/run_record.h"

namespace desakota::io {
namespace {

constexpr std::string_view kZip = "/vsizip/";

core::Error no_such_file(const std::string& path) {
    return core::usage_error(core::format_text("{0}: no such file. Check the name and the folder.",
                                               "{0}: berkas tidak ada. Periksa nama dan foldernya.", path));
}

core::Error not_local(const std::string& path) {
    return core::usage_error(core::format_text(
        "{0}: only files on this machine and PG: databases are read. Download it first, and name the file.",
        "{0}: hanya berkas di komputer ini dan basis data PG: yang dibaca. Unduh dahulu, lalu sebutkan berkasnya.",
        without_password(path)));
}

/// The archive in "/vsizip/folder/roads.zip/roads.shp": the shortest leading part that is a file.
std::optional<std::filesystem::path> archive_of(std::string_view inside) {
    for (auto slash = inside.find('/', 1); slash != std::string_view::npos; slash = inside.find('/', slash + 1)) {
        std::error_code ignored;
        const std::filesystem::path part(inside.substr(0, slash));
        if (std::filesystem::is_regular_file(part, ignored)) return part;
    }
    return std::nullopt;
}

std::string file_in_archive(const std::string& path) {
    const auto inside = path.substr(kZip.size());
    const auto archive = archive_of(inside);
    if (inside.find("/vsi") != std::string::npos || inside.find('{') != std::string::npos) throw not_local(path);
    if (!archive || !has_ending(archive->string(), ".zip")) throw no_such_file(path);
    const auto rest = inside.substr(archive->string().size());
    if (is_packed(rest)) throw archive_in_archive(archive->string(), rest.substr(1));
    check_archive(archive->string());
    auto name = std::string(kZip) + std::filesystem::absolute(*archive).string() + rest;
    VSIStatBufL status;
    if (VSIStatL(name.c_str(), &status) != 0) throw no_such_file(path);
    check_unpacked_size(std::filesystem::absolute(*archive).string(), rest.empty() ? rest : rest.substr(1));
    return name;
}

void check_readable(const std::string& path) {
    std::array<char, 3> start{};
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw core::failure(core::format_text("{0}: cannot be opened. Check that you may read it.",
                                              "{0}: tidak dapat dibuka. Periksa izin membacanya.", path));
    }
    file.read(start.data(), start.size());
    const std::string_view signature(start.data(), static_cast<std::size_t>(file.gcount()));
    if (signature.starts_with("\xff\xfe") || signature.starts_with("\xfe\xff")) {
        throw core::input_error(core::format_text(
            "{0}: is written in UTF-16. Save it as UTF-8 (in Excel: CSV UTF-8) and name that file.",
            "{0}: ditulis dalam UTF-16. Simpan sebagai UTF-8 (di Excel: CSV UTF-8), lalu sebutkan berkas itu.", path));
    }
    if (signature.starts_with("\x1f\x8b") || signature == "BZh" || signature.starts_with("7z")) {
        throw core::input_error(core::format_text("{0}: is compressed. Unpack it and name the file that comes out.",
                                                  "{0}: terkompresi. Buka kompresinya, lalu sebutkan hasilnya.", path));
    }
}

/// A file geodatabase is a folder of tables.
bool is_geodatabase(const std::string& path) {
    std::error_code ignored;
    if (!has_ending(path, ".gdb") || !std::filesystem::is_directory(path, ignored)) return false;
    if (std::filesystem::exists(std::filesystem::path(path) / "a00000001.gdbtable", ignored)) return true;
    throw core::input_error(core::format_text(
        "{0}: is a folder without the tables of a geodatabase (a00000001.gdbtable ...). Copy the whole folder again, "
        "or "
        "name the file in it.",
        "{0}: adalah folder tanpa tabel geodatabase (a00000001.gdbtable ...). Salin lagi seluruh foldernya, atau "
        "sebutkan berkas di dalamnya.",
        path));
}

void check_plain_file(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        throw core::usage_error(core::format_text("{0}: is a folder. Name the file in it.",
                                                  "{0}: adalah folder. Sebutkan berkas di dalamnya.", path));
    }
    if (!std::filesystem::is_regular_file(path, ignored)) throw no_such_file(path);
    check_readable(path);
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

bool has_ending(const std::string& path, const std::string& ending) {
    if (path.size() < ending.size()) return false;
    return std::equal(ending.begin(), ending.end(), path.end() - static_cast<std::ptrdiff_t>(ending.size()),
                      [](char wanted, char letter) { return wanted == lower(letter); });
}

std::string local_file(const std::string& path) {
    if (path.starts_with(kZip)) return file_in_archive(path);
    if (path.starts_with("/vsi") || path.find("://") != std::string::npos) throw not_local(path);
    const auto folder = path.substr(0, path.find_last_not_of('/') + 1);
    if (is_geodatabase(folder)) return std::filesystem::absolute(folder).string();
    check_plain_file(path);
    if (has_ending(path, ".zip") || has_ending(path, ".kmz") || has_ending(path, ".shz")) check_archive(path);
    auto name = std::filesystem::absolute(path).string();
    return has_ending(path, ".zip") ? std::string(kZip) + name : name;
}

}  // namespace desakota::io
