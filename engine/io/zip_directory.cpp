#include "engine/io/zip_directory.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>

#include "engine/core/error.h"

namespace desakota::io {
namespace {

constexpr std::string_view kEndMark("PK\5\6", 4);
constexpr std::string_view kLargeEndMark("PK\6\6", 4);
constexpr std::string_view kLargeEndPlaceMark("PK\6\7", 4);
constexpr std::string_view kEntryMark("PK\1\2", 4);
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kLargeEndPlaceSize = 20;
constexpr std::size_t kLargeEndSize = 56;
constexpr std::size_t kEntrySize = 46;
/// No archive of layers has a longer one; it is held in memory.
constexpr std::uint64_t kMostDirectory = std::uint64_t{64} << 20;
constexpr std::uint64_t kFourBytesFull = 0xFFFFFFFF;

core::Error damaged(const std::string& path) {
    return core::input_error(core::format_text(
        "{0}: is no whole ZIP file; it may have been cut off while it was downloaded. Download or copy it again.",
        "{0}: bukan berkas ZIP yang utuh; mungkin terpotong saat diunduh. Unduh atau salin lagi.", path));
}

/// A whole number of `bytes` bytes, the least significant first; the caller has seen that they are there.
std::uint64_t number_at(std::string_view text, std::size_t place, std::size_t bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = bytes; i-- > 0;) value = value << 8U | static_cast<unsigned char>(text[place + i]);
    return value;
}

/// Reads pieces of the file; a piece beyond its end makes it a damaged one.
class Pieces {
public:
    explicit Pieces(const std::string& path) : path_(path), file_(path, std::ios::binary | std::ios::ate) {
        if (!file_) throw damaged(path_);
        size_ = static_cast<std::uint64_t>(file_.tellg());
    }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    std::string read(std::uint64_t place, std::uint64_t bytes) {
        if (place > size_ || bytes > size_ - place) throw damaged(path_);
        std::string text(bytes, '\0');
        file_.seekg(static_cast<std::streamoff>(place));
        file_.read(text.data(), static_cast<std::streamsize>(bytes));
        if (!file_) throw damaged(path_);
        return text;
    }

private:
    const std::string& path_;
    std::ifstream file_;
    std::uint64_t size_ = 0;
};

struct DirectoryPlace {
    std::uint64_t place = 0;
    std::uint64_t size = 0;
};

/// The directory's place in an archive of more than 4 GB or 65,535 files; nothing where it is none.
std::optional<DirectoryPlace> place_in_large(Pieces& pieces, std::uint64_t end) {
    if (end < kLargeEndPlaceSize) return std::nullopt;
    const auto where = pieces.read(end - kLargeEndPlaceSize, kLargeEndPlaceSize);
    if (!where.starts_with(kLargeEndPlaceMark)) return std::nullopt;
    const auto record = pieces.read(number_at(where, 8, 8), kLargeEndSize);
    if (!record.starts_with(kLargeEndMark)) return std::nullopt;
    return DirectoryPlace{.place = number_at(record, 48, 8), .size = number_at(record, 40, 8)};
}

DirectoryPlace find_directory(Pieces& pieces, const std::string& path) {
    // A comment of up to 65,535 bytes may follow the last record.
    const auto tail_size = std::min<std::uint64_t>(pieces.size(), kEndSize + 0xFFFF);
    const auto tail = pieces.read(pieces.size() - tail_size, tail_size);
    const auto mark = tail.rfind(kEndMark);
    if (mark == std::string::npos || tail.size() - mark < kEndSize) throw damaged(path);
    if (const auto large = place_in_large(pieces, pieces.size() - tail_size + mark)) return *large;
    return {.place = number_at(tail, mark + 16, 4), .size = number_at(tail, mark + 12, 4)};
}

/// Sizes that need eight bytes stand in an extra field (number 1), in this order, those only that do.
void take_large_sizes(std::string_view extra, ZipEntry& entry) {
    while (extra.size() >= 4) {
        const auto length = std::min<std::size_t>(number_at(extra, 2, 2), extra.size() - 4);
        auto content = extra.substr(4, length);
        const bool is_sizes = number_at(extra, 0, 2) == 1;
        extra.remove_prefix(4 + length);
        if (!is_sizes) continue;
        for (auto* const size : {&entry.size, &entry.packed_size}) {
            if (*size != kFourBytesFull || content.size() < 8) continue;
            *size = number_at(content, 0, 8);
            content.remove_prefix(8);
        }
    }
}

}  // namespace

std::vector<ZipEntry> zip_entries(const std::string& path) {
    Pieces pieces(path);
    const auto found = find_directory(pieces, path);
    if (found.size > kMostDirectory) throw damaged(path);
    const auto directory = pieces.read(found.place, found.size);
    std::string_view rest = directory;
    std::vector<ZipEntry> entries;
    while (rest.size() >= kEntrySize && rest.starts_with(kEntryMark)) {
        const auto name_length = number_at(rest, 28, 2);
        const auto extra_length = number_at(rest, 30, 2);
        const auto length = kEntrySize + name_length + extra_length + number_at(rest, 32, 2);
        if (length > rest.size()) throw damaged(path);
        ZipEntry entry{.name = std::string(rest.substr(kEntrySize, name_length)),
                       .packed_size = number_at(rest, 20, 4),
                       .size = number_at(rest, 24, 4),
                       .is_encrypted = (number_at(rest, 8, 2) & 1U) != 0};
        take_large_sizes(rest.substr(kEntrySize + name_length, extra_length), entry);
        entries.push_back(std::move(entry));
        rest.remove_prefix(length);
    }
    if (!rest.empty()) throw damaged(path);
    return entries;
}

}  // namespace desakota::io
