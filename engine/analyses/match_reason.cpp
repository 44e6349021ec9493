#include "engine/analyses/match_reason.h"

#include <array>

namespace desakota::analyses {
namespace {

using core::Text;
using matching::How;
using matching::Match;
using matching::Why;

/// Below this, names that go with one code are told.
constexpr double kOtherName = 0.7;

struct HowWords {
    std::string_view code;
    Text label;
};

const HowWords& words_of(How how) {
    static const std::array<HowWords, 6> words{
        {{"confirmed", {"confirmed", "dikonfirmasi"}},
         {"code", {"by code", "menurut kode"}},
         {"exact_name", {"by exact name", "menurut nama persis"}},
         {"normalised_name", {"by normalised name", "menurut nama yang diseragamkan"}},
         {"proposal", {"proposals", "usulan"}},
         {"no_match", {"without a match", "tanpa padanan"}}}};
    return words.at(static_cast<std::size_t>(how));
}

Text accepted_reason(const MatchNamesInput& input, std::size_t key, const Match& match) {
    const auto settlement = match.first ? match.first->settlement : 0;
    switch (match.how) {
        case How::Confirmed:
            return {"Confirmed in the list of --matches.", "Dikonfirmasi dalam daftar --matches."};
        case How::ExactName:
            return {"The name is the same, and it is the only one.", "Namanya sama persis dan hanya satu."};
        case How::NormalisedName:
            return core::format_text("The same name in another spelling (\"{0}\"), and the only one.",
                                     "Nama yang sama dengan ejaan lain (\"{0}\"), dan hanya satu.",
                                     input.known[settlement].name);
        default:
            break;
    }
    const auto score = match.first ? match.first->score : std::nullopt;
    if (score.value_or(1.0) >= kOtherName) return {"The code is the same.", "Kodenya sama."};
    return core::format_text("The code is the same; the names differ (\"{0}\" and \"{1}\").",
                             "Kodenya sama; namanya berbeda (\"{0}\" dan \"{1}\").", input.keys[key].name,
                             input.known[settlement].name);
}

Text proposal_reason(Why why) {
    switch (why) {
        case Why::SeveralWithCode:
            return {"Several settlements have this code. Accept the one that is meant.",
                    "Beberapa permukiman memiliki kode ini. Terima yang dimaksud."};
        case Why::CodeButOtherName:
            return {
                "The code is the same but the names differ, and nothing tells whose code it is. Accept it if they "
                "are one place.",
                "Kodenya sama tetapi namanya berbeda, dan tidak diketahui kode dari mana. Terima bila memang satu "
                "tempat."};
        case Why::CodeOfUnknownSystem:
            return {
                "The digits are the same if both are codes of BPS, for which they were taken; one of the two fields "
                "does "
                "not say whose codes it holds. Accept it if they are, or call the field kode_bps or kode_kemendagri.",
                "Angkanya sama bila keduanya kode BPS, dan dianggap demikian; salah satu kolomnya tidak menyebut kode "
                "dari mana. Terima bila memang kode BPS, atau namai kolomnya kode_bps atau kode_kemendagri."};
        case Why::SeveralWithName:
            return {"Several settlements have this name. Accept the one that is meant.",
                    "Beberapa permukiman bernama ini. Terima yang dimaksud."};
        case Why::CodesDiffer:
            return {"The name is the same, but the official codes differ. Accept it if they are one place.",
                    "Namanya sama, tetapi kode resminya berbeda. Terima bila memang satu tempat."};
        case Why::OneOfSeveralUnits:
            return {
                "The number of the UPT or SP stands on one side only, and others have the name too. Accept the one "
                "that is meant.",
                "Nomor UPT atau SP hanya ada di satu pihak, dan ada yang lain bernama sama. Terima yang dimaksud."};
        case Why::OtherKecamatan:
            return {"The name is found in another kecamatan only. Accept it if it is the same place.",
                    "Nama ini hanya ada di kecamatan lain. Terima bila memang tempat yang sama."};
        case Why::FormerName:
            return {"One name is the former name of the other (eks). Accept it if it is the same place.",
                    "Nama yang satu adalah nama lama yang lain (eks). Terima bila memang tempat yang sama."};
        default:
            return {"The names are alike, which proves nothing. Accept it if it is the same place.",
                    "Namanya mirip, tetapi itu belum pasti. Terima bila memang tempat yang sama."};
    }
}

/// "Suka Maju (1)".
std::string settlement_title(const MatchNamesInput& input, const std::optional<matching::Candidate>& candidate) {
    if (!candidate) return {};
    const auto& id = input.settlements.ids[candidate->settlement];
    const auto& name = input.settlements.names[candidate->settlement];
    return name ? *name + " (" + id + ")" : id;
}

/// The name is one settlement's, the code another's.
Text at_odds_reason(const MatchNamesInput& input, std::size_t key, const Match& match) {
    return core::format_text(
        "The name is that of {0}, but the code {1} is that of {2}, and nothing tells whose code it is. Accept the "
        "former, or write the settlement_id of the latter as well.",
        "Namanya adalah nama {0}, tetapi kode {1} adalah kode {2}, dan tidak diketahui kode dari mana. Terima yang "
        "pertama, atau tulis juga settlement_id yang kedua.",
        settlement_title(input, match.first), input.key_rows[key].code.value_or(""),
        settlement_title(input, match.second));
}

/// Two keys of the table that meet in one settlement.
Text contested_reason(const MatchNamesInput& input, const Match& match) {
    const auto row = input.key_rows[match.other.value_or(0)].number;
    if (match.why == Why::ClaimedTwice) {
        return core::format_text(
            "Row {0} of the table is matched to the same settlement. Accept the one that is right, or both.",
            "Baris {0} tabel terpadankan ke permukiman yang sama. Terima yang benar, atau keduanya.", row);
    }
    return core::format_text("The names are alike, but row {0} of the table is matched to that settlement already.",
                             "Namanya mirip, tetapi baris {0} tabel sudah terpadankan ke permukiman itu.", row);
}

Text own_reason(const MatchNamesInput& input, std::size_t key, const Match& match) {
    if (match.is_accepted()) return accepted_reason(input, key, match);
    if (match.other) return contested_reason(input, match);
    if (match.why == Why::CodeAndNameDiffer) return at_odds_reason(input, key, match);
    if (match.how == How::Proposal) return proposal_reason(match.why);
    if (match.why == Why::Unnamed) {
        return {"The row has no name, and no code that a settlement has. Write the settlement_id and accept it.",
                "Baris ini tidak bernama dan tidak berkode yang dimiliki permukiman. Tulis settlement_id lalu terima."};
    }
    return {"No settlement has this name or one that is alike. If there is one, write its settlement_id and accept it.",
            "Tidak ada permukiman bernama ini atau yang mirip. Bila ada, tulis settlement_id lalu terima."};
}

}  // namespace

std::string_view how_code(How how) {
    return words_of(how).code;
}

core::Text how_label(How how) {
    return words_of(how).label;
}

core::Text kecamatan_total_text(const TableKeyRows& rows) {
    if (rows.kecamatan_rows.size() != 2) return {};
    return core::format_text(
        " Row {0} or {1} may be the total of the kecamatan, whose name both bear: take the total out of the table.",
        " Baris {0} atau {1} mungkin jumlah kecamatan, yang namanya dipakai keduanya: keluarkan baris jumlah itu dari "
        "tabel.",
        rows.kecamatan_rows.front(), rows.kecamatan_rows.back());
}

core::Text match_reason(const MatchNamesInput& input, std::size_t key, const Match& match) {
    return own_reason(input, key, match) + kecamatan_total_text(input.key_rows[key]);
}

}  // namespace desakota::analyses
