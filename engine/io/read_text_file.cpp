#include "engine/io/read_text_file.h"

#include <fstream>
#include <string_view>

#include "engine/core/error.h"
#include "engine/io/local_file.h"

namespace desakota::io {

std::string read_text_file(const std::string& path) {
    static_cast<void>(local_file(path));
    std::ifstream file(path, std::ios::binary);
    std::string text(kMostTextBytes + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (file.bad()) {
        throw core::failure(core::format_text("{0}: cannot be read.", "{0}: tidak dapat dibaca.", path));
    }
    if (text.size() > kMostTextBytes) {
        throw core::input_error(core::format_text("{0}: is larger than 16 MB; a text file was expected.",
                                                  "{0}: lebih besar dari 16 MB; seharusnya berkas teks.", path));
    }
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
    return text;
}

}  // namespace desakota::io
