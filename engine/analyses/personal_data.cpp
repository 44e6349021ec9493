#include "engine/analyses/personal_data.h"

#include <algorithm>
#include <array>

namespace desakota::analyses {
namespace {

constexpr std::array<std::string_view, 34> kPersonal{"nik",
                                                     "nonik",
                                                     "nomornik",
                                                     "noktp",
                                                     "ktp",
                                                     "nomorktp",
                                                     "nokk",
                                                     "nomorkk",
                                                     "nkk",
                                                     "namakk",
                                                     "namakrt",
                                                     "namaart",
                                                     "namakepalakeluarga",
                                                     "namakepala",
                                                     "namaayah",
                                                     "namaibu",
                                                     "namasuami",
                                                     "namaistri",
                                                     "alamat",
                                                     "alamatrumah",
                                                     "address",
                                                     "telepon",
                                                     "telp",
                                                     "notelp",
                                                     "notelepon",
                                                     "nohp",
                                                     "nomorhp",
                                                     "hp",
                                                     "phone",
                                                     "email",
                                                     "tanggallahir",
                                                     "tgllahir",
                                                     "namalengkap",
                                                     "namapenerima"};
/// A name where it is text, a count where it is a number.
constexpr std::array<std::string_view, 2> kPersonalAsText{"kepalakeluarga", "kepalarumahtangga"};

/// Letters and digits alone, in lower case.
std::string plain(std::string_view name) {
    std::string letters;
    for (const char letter : name) {
        if (letter >= 'A' && letter <= 'Z') letters += static_cast<char>(letter - 'A' + 'a');
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) letters += letter;
    }
    return letters;
}

bool is_listed(std::string_view name) {
    return std::ranges::find(kPersonal, name) != kPersonal.end();
}

bool is_word_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '_';
}

}  // namespace

bool is_personal(const layers::ColumnDefinition& column) {
    const auto name = plain(column.name);
    const bool as_text = std::ranges::find(kPersonalAsText, name) != kPersonalAsText.end();
    return is_listed(name) || (as_text && column.type == layers::ColumnType::Text);
}

bool names_personal_data(std::string_view filter) {
    for (auto begin = filter.begin(); begin != filter.end();) {
        const auto end = std::find_if_not(begin, filter.end(), is_word_letter);
        if (is_listed(plain({begin, end}))) return true;
        begin = end == filter.end() ? end : end + 1;
    }
    return false;
}

}  // namespace desakota::analyses
