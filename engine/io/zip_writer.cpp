#include "engine/io/zip_writer.h"

#include <array>
#include <limits>
#include <zlib.h>

namespace desakota::io {

struct ZipWriter::Entry {
    std::string name;
    std::uint64_t start = 0;
    std::uint64_t size = 0;
    std::uint64_t packed_size = 0;
    std::uint64_t checksum = 0;
};

struct ZipWriter::Packer {
    z_stream stream{};
    std::array<unsigned char, std::size_t{1} << 16> buffer{};
};

namespace {

/// In an entry's head: sizes and checksum come behind the data; the name is UTF-8.
constexpr std::uint64_t kFlags = 0x0808;
constexpr std::uint64_t kVersion = 20;
constexpr std::uint64_t kDeflated = 8;
constexpr std::uint64_t kFixedDate = 0x0021;  // 1980-01-01
constexpr std::uint64_t kMostZipBytes = std::numeric_limits<std::uint32_t>::max();

std::string bytes_of_number(std::uint64_t value, int count) {
    std::string text;
    for (int i = 0; i < count; ++i, value >>= 8U) text += static_cast<char>(value & 0xFFU);
    return text;
}

std::string common_head() {
    return bytes_of_number(kVersion, 2) + bytes_of_number(kFlags, 2) + bytes_of_number(kDeflated, 2) +
           bytes_of_number(0, 2) + bytes_of_number(kFixedDate, 2);
}

}  // namespace

ZipWriter::ZipWriter(TextFile& file) : file_(file), packer_(std::make_unique<Packer>()) {
    // Without zlib's own head: a ZIP has its own.
    constexpr int kPlainWindow = -15;
    constexpr int kMemory = 8;
    if (deflateInit2(&packer_->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kPlainWindow, kMemory, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        throw std::bad_alloc();
    }
}

ZipWriter::~ZipWriter() {
    deflateEnd(&packer_->stream);
}

void ZipWriter::put(std::string_view bytes) {
    written_ += bytes.size();
    if (written_ > kMostZipBytes) throw file_.failure("more than 4 GB");
    file_.write(bytes);
}

void ZipWriter::begin_entry(const std::string& name) {
    entries_.push_back({.name = name, .start = written_});
    deflateReset(&packer_->stream);
    put(std::string("PK\3\4") + common_head() + std::string(12, '\0') + bytes_of_number(name.size(), 2) +
        bytes_of_number(0, 2) + name);
}

void ZipWriter::pack(std::string_view text, bool is_last) {
    auto& stream = packer_->stream;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    do {
        stream.next_out = packer_->buffer.data();
        stream.avail_out = static_cast<uInt>(packer_->buffer.size());
        deflate(&stream, is_last ? Z_FINISH : Z_NO_FLUSH);
        const auto count = packer_->buffer.size() - stream.avail_out;
        entries_.back().packed_size += count;
        put({reinterpret_cast<const char*>(packer_->buffer.data()), count});
    } while (stream.avail_out == 0);
}

void ZipWriter::write(std::string_view text) {
    auto& entry = entries_.back();
    entry.size += text.size();
    if (entry.size > kMostZipBytes) throw file_.failure("more than 4 GB");
    entry.checksum = crc32(static_cast<uLong>(entry.checksum), reinterpret_cast<const Bytef*>(text.data()),
                           static_cast<uInt>(text.size()));
    pack(text, false);
}

void ZipWriter::end_entry() {
    pack({}, true);
    const auto& entry = entries_.back();
    put(std::string("PK\7\10") + bytes_of_number(entry.checksum, 4) + bytes_of_number(entry.packed_size, 4) +
        bytes_of_number(entry.size, 4));
}

void ZipWriter::finish() {
    const auto start = written_;
    for (const auto& entry : entries_) {
        put(std::string("PK\1\2") + bytes_of_number(kVersion, 2) + common_head() + bytes_of_number(entry.checksum, 4) +
            bytes_of_number(entry.packed_size, 4) + bytes_of_number(entry.size, 4) +
            bytes_of_number(entry.name.size(), 2) + std::string(12, '\0') + bytes_of_number(entry.start, 4) +
            entry.name);
    }
    const auto size = written_ - start;
    put(std::string("PK\5\6") + std::string(4, '\0') + bytes_of_number(entries_.size(), 2) +
        bytes_of_number(entries_.size(), 2) + bytes_of_number(size, 4) + bytes_of_number(start, 4) +
        std::string(2, '\0'));
}

}  // namespace desakota::io
