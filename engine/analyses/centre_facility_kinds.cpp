#include "engine/analyses/centre_facility_kinds.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "engine/analyses/facility_kinds.h"

namespace desakota::analyses {
namespace {

using hinterland::CentreFacility;

constexpr std::string_view kJuniorHigh = "junior_high_school";
constexpr std::string_view kHealthCentre = "health_centre";
constexpr std::string_view kSubHealthCentre = "sub_health_centre";
constexpr std::string_view kDailyMarket = "daily_market";
constexpr std::string_view kPublicServices = "public_services";
constexpr std::string_view kOther = "other";

constexpr std::array kKindWords{
    KindWord{"smp", kJuniorHigh},
    KindWord{"smpn", kJuniorHigh},
    KindWord{"smps", kJuniorHigh},
    KindWord{"smpit", kJuniorHigh},
    KindWord{"sltp", kJuniorHigh},
    KindWord{"mts", kJuniorHigh},
    KindWord{"mtsn", kJuniorHigh},
    KindWord{"mtss", kJuniorHigh},
    KindWord{"tsanawiyah", kJuniorHigh},
    KindWord{"madrasah tsanawiyah", kJuniorHigh},
    KindWord{"sekolah menengah pertama", kJuniorHigh},
    KindWord{"sekolah lanjutan tingkat pertama", kJuniorHigh},
    KindWord{"junior high", kJuniorHigh},
    KindWord{"junior secondary", kJuniorHigh},
    KindWord{"lower secondary", kJuniorHigh},
    KindWord{"sd smp", kJuniorHigh},  // both under one roof
    KindWord{"sd", kOther},
    KindWord{"sdn", kOther},
    KindWord{"mi", kOther},
    KindWord{"tk", kOther},
    KindWord{"paud", kOther},
    KindWord{"sma", kOther},
    KindWord{"sman", kOther},
    KindWord{"smk", kOther},
    KindWord{"smkn", kOther},
    KindWord{"slta", kOther},
    KindWord{"ma", kOther},
    KindWord{"man", kOther},
    KindWord{"madrasah aliyah", kOther},
    KindWord{"madrasah ibtidaiyah", kOther},
    KindWord{"sekolah dasar", kOther},
    KindWord{"sekolah menengah atas", kOther},
    KindWord{"sekolah menengah kejuruan", kOther},
    KindWord{"primary school", kOther},
    KindWord{"senior high", kOther},
    KindWord{"upper secondary", kOther},
    KindWord{"pasar", kDailyMarket},
    KindWord{"pasar harian", kDailyMarket},
    KindWord{"market", kDailyMarket},
    KindWord{"daily market", kDailyMarket},
    KindWord{"pasar mingguan", kOther},
    KindWord{"pasar hewan", kOther},
    KindWord{"pasar ternak", kOther},
    KindWord{"pasar malam", kOther},
    KindWord{"pasar kaget", kOther},
    KindWord{"pasar tiban", kOther},
    KindWord{"pasar swalayan", kOther},
    KindWord{"weekly market", kOther},
    KindWord{"night market", kOther},
    KindWord{"cattle market", kOther},
    KindWord{"livestock market", kOther},
    KindWord{"mini market", kOther},
    KindWord{"super market", kOther},
    KindWord{"kantor", kPublicServices},
    KindWord{"kantor skp", kPublicServices},
    KindWord{"kantor upt", kPublicServices},
    KindWord{"kantor camat", kPublicServices},
    KindWord{"kantor kecamatan", kPublicServices},
    KindWord{"kantor desa", kPublicServices},
    KindWord{"kantor kepala desa", kPublicServices},
    KindWord{"kantor lurah", kPublicServices},
    KindWord{"kantor kelurahan", kPublicServices},
    KindWord{"kantor bupati", kPublicServices},
    KindWord{"kantor pemerintah", kPublicServices},
    KindWord{"balai desa", kPublicServices},
    KindWord{"balai skp", kPublicServices},
    KindWord{"pelayanan umum", kPublicServices},
    KindWord{"pusat pelayanan", kPublicServices},
    KindWord{"office", kPublicServices},
    KindWord{"village hall", kPublicServices},
    KindWord{"public service", kPublicServices},
    KindWord{"public services", kPublicServices},
    KindWord{"townhall", kPublicServices},
    KindWord{"kantor pos", kOther},
    KindWord{"kantor polisi", kOther},
    KindWord{"kantor bank", kOther},
    KindWord{"kantor koperasi", kOther},
    KindWord{"kantor kud", kOther},
    KindWord{"kantor pegadaian", kOther},
    KindWord{"post office", kOther},
    KindWord{"police office", kOther},
    KindWord{"bank", kOther},
    KindWord{"koperasi", kOther},
    KindWord{"masjid", kOther},
    KindWord{"gereja", kOther},
    KindWord{"kios", kOther},
    KindWord{"terminal", kOther},
};

/// Words after which a facility's name may say more exactly what it is.
constexpr std::array<std::string_view, 6> kLooseWords{"pasar", "market", "kantor", "office", "sekolah", "school"};

struct CodedFacility {
    std::string_view code;
    CentreFacility facility;
};
constexpr std::array kCodes{CodedFacility{kJuniorHigh, CentreFacility::JuniorHighSchool},
                            CodedFacility{kHealthCentre, CentreFacility::HealthCentre},
                            CodedFacility{kSubHealthCentre, CentreFacility::SubHealthCentre},
                            CodedFacility{kDailyMarket, CentreFacility::DailyMarket},
                            CodedFacility{kPublicServices, CentreFacility::PublicServices}};

/// What a text says.
struct Sign {
    std::string_view code;  ///< empty: nothing that is known
    bool is_loose = false;
};

/// What the kinds of facility_kinds.h are here.
std::string_view own_code(std::string_view code) {
    if (code == "puskesmas" || code == "rumah_sakit") return kHealthCentre;
    if (code == "pustu") return kSubHealthCentre;
    return code == "sekolah" ? std::string_view{} : kOther;
}

/// Health facilities and the like are known already; our own words come first.
const std::vector<KindWord>& all_words() {
    static const auto words = [] {
        std::vector<KindWord> all(kKindWords.begin(), kKindWords.end());
        for (const auto& word : facility_kind_words()) all.push_back({word.words, own_code(word.code)});
        return all;
    }();
    return words;
}

Sign sign_of(const std::optional<std::string>& text) {
    const auto* const word = text ? first_kind_word(*text, all_words()) : nullptr;
    if (word == nullptr) return {};
    return {word->code, std::ranges::find(kLooseWords, word->words) != kLooseWords.end()};
}

}  // namespace

std::optional<CentreFacility> centre_facility(const std::optional<std::string>& kind,
                                              const std::optional<std::string>& name) {
    const auto by_kind = sign_of(kind);
    const auto by_name = sign_of(name);
    const bool name_decides = by_kind.code.empty() || (by_kind.is_loose && !by_name.code.empty());
    const auto code = name_decides ? by_name.code : by_kind.code;
    const auto* const place = std::ranges::find(kCodes, code, &CodedFacility::code);
    return place == kCodes.end() ? std::nullopt : std::optional{place->facility};
}

}  // namespace desakota::analyses
