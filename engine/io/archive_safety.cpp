#include "engine/io/archive_safety.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <cpl_string.h>
#include <cpl_vsi.h>

#include "engine/io/gdal_handles.h"
#include "engine/io/local_file.h"
#include "engine/io/zip_directory.h"

namespace desakota::io {
namespace {

constexpr std::uint64_t kMostUnpacked = std::uint64_t{4} << 30;
constexpr std::array kPackedEndings{".zip", ".kmz", ".shz", ".xlsx", ".xlsm", ".ods", ".7z",
                                    ".rar", ".tar", ".tgz", ".gz",   ".bz2",  ".xz",  ".zst"};

/// Names come from whoever packed the archive; both kinds of slashes divide them.
bool leads_out(std::string_view name) {
    const bool is_from_root = name.starts_with('/') || name.starts_with('\\') || name.substr(0, 2).ends_with(':');
    if (is_from_root || name.find('\0') != std::string_view::npos) return true;
    while (!name.empty()) {
        const auto end = std::min(name.find_first_of("/\\"), name.size());
        if (name.substr(0, end) == "..") return true;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return false;
}

void check_entry(const std::string& path, const ZipEntry& entry) {
    if (entry.is_encrypted) {
        throw core::input_error(core::format_text(
            "{0}: is locked with a password. Unpack it with the password and name what comes out.",
            "{0}: dikunci dengan kata sandi. Buka dengan kata sandinya, lalu sebutkan hasilnya.", path));
    }
    if (leads_out(entry.name)) {
        throw core::input_error(core::format_text(
            "{0}: holds a file whose name leads out of the archive (\"{1}\"). Such an archive is not read: ask for "
            "another.",
            "{0}: berisi berkas yang namanya menunjuk ke luar arsip (\"{1}\"). Arsip seperti itu tidak dibaca: "
            "mintalah "
            "yang lain.",
            path, entry.name.substr(0, 80)));
    }
}

core::Error too_large(const std::string& path) {
    return core::input_error(core::format_text(
        "{0}: holds more than 4 GB when unpacked, too much for data of an area; it may be a trap. If you trust it, "
        "unpack it and name what comes out.",
        "{0}: isinya lebih dari 4 GB bila dibuka, terlalu besar untuk data suatu wilayah; bisa jadi jebakan. Jika "
        "dipercaya, buka arsipnya, lalu sebutkan hasilnya.",
        path));
}

std::uint64_t declared_size(const std::string& path) {
    std::uint64_t sum = 0;
    for (const auto& entry : zip_entries(path)) sum += std::min(entry.size, kMostUnpacked + 1);
    return sum;
}

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

/// The bytes that come out of a file, counted up to `most` and one buffer more.
std::uint64_t unpacked_size(const std::string& path, std::uint64_t most) {
    const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL(path.c_str(), "rb"));
    std::vector<char> buffer(std::size_t{1} << 20);
    std::uint64_t sum = 0;
    while (file && sum <= most) {
        const auto count = VSIFReadL(buffer.data(), 1, buffer.size(), file.get());
        if (count == 0) break;
        sum += count;
    }
    return sum;
}

bool belongs_to(std::string_view name, std::string_view dataset) {
    if (dataset.empty() || name == dataset) return true;
    if (name.starts_with(dataset) && name[dataset.size()] == '/') return true;
    const auto stem = dataset.substr(0, dataset.rfind('.') + 1);
    return !stem.empty() && name.starts_with(stem) && name.find('/', stem.size()) == std::string_view::npos;
}

}  // namespace

std::string path_in_archive(const std::string& archive, const std::string& inside) {
    return "/vsizip/" + archive + (inside.empty() ? "" : "/" + inside);
}

bool is_packed(const std::string& name) {
    return std::ranges::any_of(kPackedEndings, [&](const char* ending) { return has_ending(name, ending); });
}

core::Error archive_in_archive(const std::string& archive, const std::string& inside) {
    return core::input_error(core::format_text(
        "{0}: holds a packed file ({1}), which is not read within another. Unpack {0} and name {1}.",
        "{0}: berisi berkas terkompresi ({1}), yang tidak dibaca di dalam arsip lain. Buka {0}, lalu sebutkan {1}.",
        archive, inside));
}

void check_archive(const std::string& path) {
    std::uint64_t sum = 0;
    for (const auto& entry : zip_entries(path)) {
        check_entry(path, entry);
        sum += std::min(entry.size, kMostUnpacked + 1);
        if (sum > kMostUnpacked) throw too_large(path);
    }
}

void check_unpacked_size(const std::string& archive, const std::string& inside) {
    const ErrorCapture silence;  // what is damaged is told when it is read
    const auto declared = declared_size(archive);
    const CPLStringList names(VSIReadDirRecursive(path_in_archive(archive, "").c_str()));
    std::uint64_t sum = 0;
    for (int i = 0; i < names.Count(); ++i) {
        const std::string name = names[i];
        if (!belongs_to(name, inside) || name.ends_with('/')) continue;
        sum += unpacked_size(path_in_archive(archive, name), declared - std::min(sum, declared));
        if (sum <= declared) continue;
        throw core::input_error(core::format_text(
            "{0}: unpacks to more than it says it holds, as a trap does. It is not read: ask for another.",
            "{0}: isinya lebih besar daripada yang dinyatakannya, seperti jebakan. Arsip ini tidak dibaca: mintalah "
            "yang lain.",
            archive));
    }
}

}  // namespace desakota::io
