#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/staged_files.h"

namespace desakota::io {

/// Writes a ZIP file front to back, every entry packed and dated 1980-01-01, so that the same content gives the same
/// bytes. Source: PKWARE APPNOTE 6.3. Throws core::failure where the disk does not take it, or an entry or the whole
/// grows beyond 4 GB.
class ZipWriter {
public:
    explicit ZipWriter(TextFile& file);
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;
    ~ZipWriter();

    /// Starts the entry `name` (UTF-8, parts divided by '/'); what is written goes there until `end_entry`.
    void begin_entry(const std::string& name);
    void write(std::string_view text);
    void end_entry();
    /// Must be called when all entries are there; the file itself stays open.
    void finish();

private:
    struct Entry;
    struct Packer;
    void put(std::string_view bytes);
    void pack(std::string_view text, bool is_last);

    TextFile& file_;
    std::unique_ptr<Packer> packer_;
    std::vector<Entry> entries_;
    std::uint64_t written_ = 0;
};

}  // namespace desakota::io
