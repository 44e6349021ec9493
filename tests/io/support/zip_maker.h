#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cpl_conv.h>

namespace desakota::io {

/// One file of a ZIP made by hand, so that it can also be made wrong.
struct TestZipEntry {
    std::string name;
    std::string content{};
    bool is_packed = false;
    bool is_encrypted = false;
    std::optional<std::uint32_t> said_size{};  ///< what the directory says instead of the true size
};

inline std::string little_endian(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFF);
    return text;
}

inline std::uint32_t checksum(std::string_view text) {
    std::uint32_t sum = 0xFFFFFFFF;
    for (const char letter : text) {
        sum ^= static_cast<unsigned char>(letter);
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

inline std::string deflated(const std::string& text) {
    std::size_t size = 0;
    void* const packed = CPLZLibDeflate(text.data(), text.size(), 9, nullptr, 0, &size);
    const std::string whole(static_cast<const char*>(packed), size);
    VSIFree(packed);
    return whole.substr(2, whole.size() - 6);  // without zlib's own head and tail
}

inline std::string zip_bytes(const std::vector<TestZipEntry>& entries) {
    std::string file;
    std::string directory;
    for (const auto& entry : entries) {
        const auto stored = entry.is_packed ? deflated(entry.content) : entry.content;
        const auto size = entry.said_size.value_or(static_cast<std::uint32_t>(entry.content.size()));
        const auto common = little_endian(entry.is_encrypted ? 0x801 : 0x800, 2) +
                            little_endian(entry.is_packed ? 8 : 0, 2) + little_endian(0, 2) + little_endian(33, 2) +
                            little_endian(checksum(entry.content), 4) + little_endian(stored.size(), 4) +
                            little_endian(size, 4) + little_endian(entry.name.size(), 2) + little_endian(0, 2);
        directory += std::string("PK\1\2") + little_endian(20, 2) + little_endian(20, 2) + common +
                     std::string(10, '\0') + little_endian(file.size(), 4) + entry.name;
        file += std::string("PK\3\4") + little_endian(20, 2) + common + entry.name + stored;
    }
    return file + directory + "PK\5\6" + std::string(4, '\0') + little_endian(entries.size(), 2) +
           little_endian(entries.size(), 2) + little_endian(directory.size(), 4) + little_endian(file.size(), 4) +
           std::string(2, '\0');
}

inline std::string file_content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// All files under `folder`, their names from there and `prefix` before them.
inline std::vector<TestZipEntry> entries_of(const std::filesystem::path& folder, const std::string& prefix = {}) {
    std::vector<TestZipEntry> entries;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (!file.is_regular_file()) continue;
        const auto name = prefix + std::filesystem::relative(file.path(), folder).generic_string();
        entries.push_back({.name = name, .content = file_content(file.path().string()), .is_packed = true});
    }
    return entries;
}

}  // namespace desakota::io
