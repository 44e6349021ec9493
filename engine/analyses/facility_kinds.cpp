#include "engine/analyses/facility_kinds.h"

#include <algorithm>
#include <array>

#include "engine/network/way_fields.h"

namespace desakota::analyses {
namespace {

constexpr std::array kKindWords{
    KindWord{"puskesmas", "puskesmas"},
    KindWord{"pkm", "puskesmas"},
    KindWord{"pusat kesehatan masyarakat", "puskesmas"},
    KindWord{"community health centre", "puskesmas"},
    KindWord{"community health center", "puskesmas"},
    KindWord{"health centre", "puskesmas"},
    KindWord{"health center", "puskesmas"},
    KindWord{"puskesmas pembantu", "pustu"},
    KindWord{"puskesmas pemb", "pustu"},
    KindWord{"pusk pembantu", "pustu"},
    KindWord{"pusat kesehatan masyarakat pembantu", "pustu"},
    KindWord{"pustu", "pustu"},
    KindWord{"sub health centre", "pustu"},
    KindWord{"sub health center", "pustu"},
    KindWord{"puskesmas keliling", "pusling"},
    KindWord{"pusling", "pusling"},
    KindWord{"poskesdes", "poskesdes"},
    KindWord{"pos kesehatan desa", "poskesdes"},
    KindWord{"poskeskel", "poskesdes"},
    KindWord{"polindes", "polindes"},
    KindWord{"pondok bersalin", "polindes"},
    KindWord{"pondok bersalin desa", "polindes"},
    KindWord{"posyandu", "posyandu"},
    KindWord{"pos pelayanan terpadu", "posyandu"},
    KindWord{"posbindu", "posyandu"},
    KindWord{"klinik", "klinik"},
    KindWord{"clinic", "klinik"},
    KindWord{"poliklinik", "klinik"},
    KindWord{"balai pengobatan", "klinik"},
    KindWord{"rumah bersalin", "klinik"},
    KindWord{"rumah sakit", "rumah_sakit"},
    KindWord{"rs", "rumah_sakit"},
    KindWord{"rsu", "rumah_sakit"},
    KindWord{"rsud", "rumah_sakit"},
    KindWord{"rsia", "rumah_sakit"},
    KindWord{"hospital", "rumah_sakit"},
    KindWord{"apotek", "apotek"},
    KindWord{"apotik", "apotek"},
    KindWord{"pharmacy", "apotek"},
    KindWord{"toko obat", "apotek"},
    KindWord{"praktik dokter", "praktik"},
    KindWord{"praktek dokter", "praktik"},
    KindWord{"dokter praktik", "praktik"},
    KindWord{"doctors", "praktik"},
    KindWord{"dentist", "praktik"},
    KindWord{"praktik bidan", "praktik"},
    KindWord{"praktek bidan", "praktik"},
    KindWord{"bidan", "praktik"},
    KindWord{"laboratorium", "laboratorium"},
    KindWord{"laboratory", "laboratorium"},
    KindWord{"sekolah", "sekolah"},
    KindWord{"school", "sekolah"},
    KindWord{"pasar", "pasar"},
    KindWord{"kantor", "kantor"},
    KindWord{"masjid", "tempat_ibadah"},
};

constexpr std::array<std::string_view, 9> kLooseKinds{
    "clinic", "hospital", "doctors", "doctor", "health_post", "centre", "center", "health_centre", "health_center"};

bool is_letter_or_digit(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || (letter & '\x80') != 0;
}

/// Lower case, with single blanks for everything that is no letter or digit, and a blank at both ends.
std::string words_of(std::string_view text) {
    std::string words = " ";
    for (const char letter : network::normalised(text)) {
        if (is_letter_or_digit(letter)) {
            words += letter;
        } else if (words.back() != ' ') {
            words += ' ';
        }
    }
    if (words.back() != ' ') words += ' ';
    return words;
}

/// Where these words stand as whole words in a text that words_of gave; npos where they do not.
std::size_t place_of_words(std::string_view text, std::string_view words) {
    for (auto place = text.find(words); place != std::string_view::npos; place = text.find(words, place + 1)) {
        if (text[place - 1] == ' ' && text[place + words.size()] == ' ') return place;
    }
    return std::string_view::npos;
}

}  // namespace

const KindWord* first_kind_word(std::string_view text, std::span<const KindWord> kind_words) {
    const auto words = words_of(text);
    const KindWord* best = nullptr;
    auto best_place = std::string::npos;
    for (const auto& kind : kind_words) {
        const auto place = place_of_words(words, kind.words);
        if (place == std::string::npos || place > best_place) continue;
        if (place == best_place && kind.words.size() <= best->words.size()) continue;
        best = &kind;
        best_place = place;
    }
    return best;
}

std::span<const KindWord> facility_kind_words() {
    return kKindWords;
}

std::optional<std::string> facility_kind(std::string_view text) {
    const auto* const kind = first_kind_word(text, kKindWords);
    return kind == nullptr ? std::nullopt : std::optional{std::string(kind->code)};
}

KindSigns kind_signs(const std::optional<std::string>& kind, const std::optional<std::string>& name) {
    KindSigns signs;
    if (kind) signs.by_kind = facility_kind(*kind);
    if (name) signs.by_name = facility_kind(*name);
    const bool loose = kind && std::ranges::find(kLooseKinds, network::normalised(*kind)) != kLooseKinds.end();
    if (loose && signs.by_name) signs.by_kind.reset();
    return signs;
}

bool is_functioning(const std::optional<std::string>& status) {
    constexpr std::array<std::string_view, 11> kNotFunctioning{
        "terbengkalai", "tidak berfungsi", "tidak aktif", "rusak berat", "abandoned", "closed", "0",
        "false",        "tutup",           "no",          "tidak"};
    return !status || std::ranges::find(kNotFunctioning, network::normalised(*status)) == kNotFunctioning.end();
}

}  // namespace desakota::analyses
