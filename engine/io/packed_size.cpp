#include "engine/io/packed_size.h"

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include <cpl_string.h>
#include <cpl_vsi.h>

#include "engine/core/error.h"
#include "engine/io/local_file.h"

namespace desakota::io {
namespace {

constexpr std::size_t kMegabyte = std::size_t{1} << 20U;
constexpr std::size_t kMostBytes = 1024 * kMegabyte;

struct PackedFile {
    std::string path;
    std::size_t size = 0;  ///< unpacked, as the archive declares it
};

std::vector<PackedFile> files_in(const std::string& path) {
    const std::string archive = "/vsizip/{" + path + "}";
    std::vector<PackedFile> files;
    const CPLStringList names(VSIReadDirRecursive(archive.c_str()));
    for (int index = 0; index < names.size(); ++index) {
        PackedFile file{archive + "/" + names[index], 0};
        VSIStatBufL status;
        if (VSIStatL(file.path.c_str(), &status) == 0) file.size = static_cast<std::size_t>(status.st_size);
        files.push_back(std::move(file));
    }
    return files;
}

bool is_archive(const std::string& path) {
    return has_ending(path, ".xlsx") || has_ending(path, ".xlsm") || has_ending(path, ".ods");
}

std::size_t occurrences(std::string_view text, std::string_view of) {
    std::size_t count = 0;
    for (auto place = text.find(of); place != std::string_view::npos; place = text.find(of, place + of.size())) ++count;
    return count;
}

/// How often any of the ways occurs in which a formula without a result is written.
std::size_t open_formulas_in(const std::string& sheet) {
    constexpr std::array<std::string_view, 4> kWays{"</f></c>", "</f><v></v>", "</f><v/>", "</f><v />"};
    constexpr std::size_t kLongest = 11;
    struct Close {
        void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
    };
    const std::unique_ptr<VSILFILE, Close> file(VSIFOpenL(sheet.c_str(), "rb"));
    std::size_t count = 0;
    std::string text;
    std::vector<char> part(kMegabyte);
    while (file) {
        const auto read = VSIFReadL(part.data(), 1, part.size(), file.get());
        if (read == 0) break;
        text.append(part.data(), read);
        for (const auto way : kWays) count += occurrences(text, way);
        // What may be the beginning of one stays; whole ones do not.
        auto keep = std::min(text.size(), kLongest - 1);
        for (const auto way : kWays) {
            const auto last = text.rfind(way);
            if (last != std::string::npos) keep = std::min(keep, text.size() - last - way.size());
        }
        text.erase(0, text.size() - keep);
    }
    return count;
}

}  // namespace

void check_packed_size(const std::string& path, const Source& source) {
    constexpr std::size_t kHarmless = 100 * kMegabyte;
    constexpr std::size_t kMostTimes = 200;
    if (!is_archive(path)) return;
    VSIStatBufL status;
    if (VSIStatL(path.c_str(), &status) != 0) return;
    std::size_t unpacked = 0;
    for (const auto& file : files_in(path)) unpacked += file.size;
    const bool is_swollen = unpacked > kHarmless && unpacked / kMostTimes > static_cast<std::size_t>(status.st_size);
    if (unpacked <= kMostBytes && !is_swollen) return;
    throw core::input_error(
        core::format_text("{0}: unpacks to {1} MB, which no table of settlements does. Open it in a spreadsheet "
                          "program and save only the "
                          "sheet needed.",
                          "{0}: isinya {1} MB setelah dibuka, tidak wajar untuk tabel permukiman. Buka di program "
                          "lembar kerja dan simpan "
                          "lembar yang diperlukan saja.",
                          public_name(source), unpacked / kMegabyte));
}

std::size_t count_open_formulas(const std::string& path) {
    if (!has_ending(path, ".xlsx") && !has_ending(path, ".xlsm")) return 0;
    std::size_t count = 0;
    for (const auto& file : files_in(path)) {
        if (file.path.find("/xl/worksheets/") != std::string::npos && has_ending(file.path, ".xml")) {
            count += open_formulas_in(file.path);
        }
    }
    return count;
}

}  // namespace desakota::io
