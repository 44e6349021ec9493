#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "engine/analyses/confirmed_matches.h"
#include "engine/analyses/feature_fields.h"
#include "engine/analyses/feature_messages.h"
#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"
#include "engine/matching/codes.h"
#include "engine/matching/place_letters.h"
#include "engine/matching/place_names.h"

namespace desakota::analyses {
namespace {

using core::Text;

constexpr const char* kMatches = "matches";

/// Whether a person said yes; nothing where the word is neither.
std::optional<bool> said_yes(const std::string& word) {
    constexpr std::array<std::string_view, 9> kYes{"1", "1.0", "ya", "y", "yes", "true", "x", "v", "benar"};
    constexpr std::array<std::string_view, 9> kNo{"0", "0.0", "", "tidak", "t", "no", "n", "false", "-"};
    const auto lower = matching::lower_case(word);
    if (std::ranges::count(kYes, lower) > 0) return true;
    if (std::ranges::count(kNo, lower) > 0) return false;
    return std::nullopt;
}

const layers::Column* column_named(const layers::Layer& layer, std::string_view name) {
    const auto found = std::ranges::find_if(
        layer.columns, [&](const layers::Column& column) { return matching::lower_case(column.name()) == name; });
    return found == layer.columns.end() ? nullptr : &*found;
}

}  // namespace

/// Reads the list row by row and says what is wrong with it.
class ConfirmedMatchReader {
public:
    ConfirmedMatchReader(const layers::Layer& layer, core::Diagnostics& diagnostics)
        : layer_(layer),
          diagnostics_(diagnostics),
          codes_(column_named(layer, "table_code")),
          names_(column_named(layer, "table_name")),
          kecamatan_(column_named(layer, "table_kecamatan")),
          settlements_(column_named(layer, "settlement_id")),
          accepted_(column_named(layer, "accepted")) {}

    ConfirmedMatches read(const Settlements& settlements) {
        list_.is_given_ = true;
        list_.label_ = layers::describe_layer(layer_);
        for (std::uint32_t row = 0; row < settlements.size(); ++row) list_.ids_.emplace(settlements.ids[row], row);
        if (!has_its_columns()) return std::move(list_);
        bool any = false;
        for (std::size_t row = 0; row < layer_.row_count; ++row) {
            if (!is_accepted(row)) continue;
            any = true;
            read_row(row);
        }
        if (!any) refuse_undecided();
        report_unknown();
        return std::move(list_);
    }

private:
    bool has_its_columns() {
        std::string missing;
        const auto need = [&](bool is_there, const char* name) {
            if (!is_there) missing += (missing.empty() ? "" : ", ") + std::string(name);
        };
        need(codes_ != nullptr || names_ != nullptr, "table_name");
        need(settlements_ != nullptr, "settlement_id");
        need(accepted_ != nullptr, "accepted");
        if (missing.empty()) return true;
        diagnostics_.error(core::format_text(
            "{0}: --matches takes a list as match-names writes it; these columns are missing: {1}. Keep their names.",
            "{0}: --matches memerlukan daftar seperti yang ditulis match-names; kolom yang tidak ada: {1}. Jangan ubah "
            "namanya.",
            list_.label_, missing));
        return false;
    }

    bool is_accepted(std::size_t row) {
        const auto word = field_text(*accepted_, row).value_or("");
        const auto yes = said_yes(word);
        if (!yes) {
            diagnostics_.error(core::format_text(
                "{0}: accepted is \"{1}\". Write 1 for yes, or leave it empty.",
                "{0}: kolom accepted berisi \"{1}\". Tulis 1 untuk ya, atau kosongkan.", title(row), word));
        }
        return yes.value_or(false);
    }

    void read_row(std::size_t row) {
        const auto id = field_text(*settlements_, row);
        if (!id) {
            return tell(row, {": is accepted without a settlement_id. Write the settlement's id, or leave accepted "
                              "empty.",
                              ": diterima tanpa settlement_id. Tulis id permukimannya, atau kosongkan accepted."});
        }
        const auto found = list_.ids_.find(*id);
        if (found == list_.ids_.end()) return unknown_.push_back(row);
        add({key_text(codes_, row,
                      [](const std::string& text) {
                          const auto code = matching::read_code(text, std::nullopt);
                          return code ? matching::code_key(*code) : std::string{};
                      }),
             key_text(names_, row,
                      [](const std::string& text) { return matching::lower_case(matching::single_blanks(text)); }),
             key_text(kecamatan_, row, [](const std::string& text) { return matching::kecamatan_key(text); }),
             found->second},
            row);
    }

    template <class Make>
    static std::string key_text(const layers::Column* column, std::size_t row, Make make) {
        const auto text = column == nullptr ? std::nullopt : field_text(*column, row);
        return text ? make(*text) : std::string{};
    }

    void add(ConfirmedMatches::Entry entry, std::size_t row) {
        if (entry.code.empty() && entry.name.empty()) {
            return tell(row, {": is accepted, but has neither table_code nor table_name, by which it would be found. "
                              "Fill one of them.",
                              ": diterima, tetapi table_code dan table_name kosong sehingga tidak dapat dikenali. Isi "
                              "salah satunya."});
        }
        const auto [first, is_new] = rows_.emplace(ConfirmedMatches::key_of(entry), std::pair(row, entry.settlement));
        if (is_new) return list_.add(std::move(entry));
        if (first->second.second == entry.settlement) return;
        diagnostics_.error(core::format_text(
            "{0}: is accepted for another settlement than {1}, which has the same code, name and kecamatan. Keep one "
            "of the two.",
            "{0}: diterima untuk permukiman yang lain daripada {1}, padahal kode, nama, dan kecamatannya sama. "
            "Pertahankan salah satu.",
            title(row), title(first->second.first)));
    }

    void report_unknown() {
        if (unknown_.empty()) return;
        diagnostics_.error(core::same_text(list_.label_ + ": ") +
                           Text{"accepted rows with a settlement_id that no settlement of the run has: ",
                                "baris yang diterima dengan settlement_id yang tidak dimiliki permukiman mana pun: "} +
                           feature_list(layer_, unknown_, settlements_) +
                           Text{". Correct the id, name the field of the ids with --id-field, or leave accepted empty.",
                                ". Betulkan id-nya, sebutkan kolom id dengan --id-field, atau kosongkan accepted."});
    }

    void refuse_undecided() {
        diagnostics_.option_without_effect(
            {"--matches has no effect: none of its rows is accepted. Write 1 into the column accepted of those that "
             "are right.",
             "--matches tidak berpengaruh: tidak ada baris yang diterima. Tulis 1 di kolom accepted pada baris yang "
             "benar."});
    }

    void tell(std::size_t row, const Text& what) { diagnostics_.error(core::same_text(title(row)) + what); }

    [[nodiscard]] std::string title(std::size_t row) const { return feature_title(layer_, row, names_); }

    const layers::Layer& layer_;
    core::Diagnostics& diagnostics_;
    const layers::Column* codes_;
    const layers::Column* names_;
    const layers::Column* kecamatan_;
    const layers::Column* settlements_;
    const layers::Column* accepted_;
    ConfirmedMatches list_;
    std::map<std::string, std::pair<std::size_t, std::uint32_t>> rows_;  // by key: the row and its settlement
    std::vector<std::size_t> unknown_;
};

ConfirmedMatches read_confirmed_matches(const Arguments& arguments, const Settlements& settlements,
                                        core::Diagnostics& diagnostics) {
    if (!arguments.has_layer(kMatches)) return {};
    return ConfirmedMatchReader(arguments.layers.at(kMatches).front(), diagnostics).read(settlements);
}

std::vector<Parameter> confirmed_match_parameters() {
    auto fields = field_parameter("matches-fields", kMatches,
                                  {"table_code", "table_name", "table_kecamatan", "settlement_id", "accepted"});
    fields.kind = ParameterKind::Fields;
    return {
        as_advanced(with_words(
            layer_parameter(kMatches, ParameterKind::Layer, {geo::GeometryType::None}),
            {"Confirmed matches", "Daftar padanan yang dikonfirmasi"},
            {"A list that match-names wrote, in which accepted is 1 where a person agrees. Where a table holds a code "
             "or name that is no settlement's id, the accepted row with that code or name gives the settlement.",
             "Daftar yang ditulis match-names, dengan accepted 1 pada baris yang disetujui. Bila tabel berisi kode "
             "atau nama yang bukan id permukiman, baris yang diterima dengan kode atau nama itu menentukan "
             "permukimannya."})),
        with_words(std::move(fields), {"Fields of the matches", "Kolom daftar padanan"},
                   {"The fields of the list that are read, by the names that match-names gave them.",
                    "Kolom daftar yang dibaca, dengan nama yang diberikan match-names."})};
}

Parameter table_kecamatan_field(const std::string& name, const std::string& of) {
    return as_advanced(
        with_words(field_parameter(name, of), {"Kecamatan in the table", "Kecamatan dalam tabel"},
                   {"Field of the table with the kecamatan. With --matches, it tells settlements of one name apart.",
                    "Kolom tabel berisi kecamatan. Bersama --matches, membedakan permukiman yang bernama sama."}));
}

void refuse_matches_without_a_table(const Arguments& arguments, const Text& tables, core::Diagnostics& diagnostics) {
    if (!arguments.has_layer(kMatches)) return;
    diagnostics.option_without_effect(
        fill_text("--matches has no effect without {}: give the table as well, or leave the list out.",
                  "--matches tidak berpengaruh tanpa {}: berikan juga tabelnya, atau hilangkan daftarnya.", tables));
}

void refuse_kecamatan_field_without_matches(const Arguments& arguments, const std::string& field,
                                            core::Diagnostics& diagnostics) {
    if (arguments.has_layer(kMatches) || !arguments.is_given(field)) return;
    diagnostics.option_without_effect(core::format_text(
        "--{} has no effect without --matches: give the list as well, or leave the option out.",
        "--{} tidak berpengaruh tanpa --matches: berikan juga daftarnya, atau hilangkan pilihan ini.", field));
}

}  // namespace desakota::analyses
