#include "tests/support/stored_zip.h"

#include <cstdint>

namespace desakota::test_support {

namespace {

// Source: .ZIP File Format Specification, PKWARE (APPNOTE), sections 4.3.7, 4.3.12 and 4.3.16.
constexpr std::uint32_t kLocalHeader = 0x04034b50;
constexpr std::uint32_t kCentralHeader = 0x02014b50;
constexpr std::uint32_t kEnd = 0x06054b50;
constexpr std::uint16_t kVersion = 20;  // 2.0: folders
constexpr std::uint16_t kDate = (40 << 9) | (1 << 5) | 1;

void add_bytes(std::string& to, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>((value >> (8 * i)) & 0xFFU);
}
void add16(std::string& to, std::size_t value) {
    add_bytes(to, static_cast<std::uint32_t>(value), 2);
}
void add32(std::string& to, std::size_t value) {
    add_bytes(to, static_cast<std::uint32_t>(value), 4);
}

/// CRC-32 of ISO 3309, bit by bit: the files are small.
std::uint32_t checksum(const std::string& bytes) {
    constexpr std::uint32_t kPolynomial = 0xEDB88320;
    std::uint32_t sum = 0xFFFFFFFF;
    for (const char byte : bytes) {
        sum ^= static_cast<std::uint8_t>(byte);
        for (int bit = 0; bit < 8; ++bit) sum = (sum & 1U) != 0 ? (sum >> 1U) ^ kPolynomial : sum >> 1U;
    }
    return ~sum;
}

/// What both headers of a file share.
void add_description(std::string& to, const ZippedFile& file) {
    add16(to, kVersion);
    add16(to, 0);  // flags
    add16(to, 0);  // stored
    add16(to, 0);  // midnight
    add16(to, kDate);
    add32(to, checksum(file.bytes));
    add32(to, file.bytes.size());
    add32(to, file.bytes.size());
    add16(to, file.name.size());
    add16(to, 0);  // extra fields
}

}  // namespace

std::string stored_zip(const std::vector<ZippedFile>& files) {
    std::string zip;
    std::string directory;
    for (const auto& file : files) {
        add32(directory, kCentralHeader);
        add16(directory, kVersion);
        add_description(directory, file);
        add16(directory, 0);  // comment
        add16(directory, 0);  // disk
        add16(directory, 0);  // a file of bytes
        add32(directory, 0);  // attributes
        add32(directory, zip.size());
        directory += file.name;
        add32(zip, kLocalHeader);
        add_description(zip, file);
        zip += file.name + file.bytes;
    }
    const auto start = zip.size();
    zip += directory;
    add32(zip, kEnd);
    add32(zip, 0);  // disks
    add16(zip, files.size());
    add16(zip, files.size());
    add32(zip, directory.size());
    add32(zip, start);
    add16(zip, 0);  // comment
    return zip;
}

}  // namespace desakota::test_support
