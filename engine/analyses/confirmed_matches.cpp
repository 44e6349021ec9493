#include "engine/analyses/confirmed_matches.h"

#include <algorithm>
#include <utility>

#include "engine/analyses/feature_fields.h"
#include "engine/matching/codes.h"
#include "engine/matching/place_letters.h"
#include "engine/matching/place_names.h"

namespace desakota::analyses {
namespace {

/// Names that differ in letter case or in the number of blanks alone are one.
std::string evened_name(const std::string& name) {
    return matching::lower_case(matching::single_blanks(name));
}

std::string code_key_of(const std::optional<matching::Code>& code) {
    return code ? matching::code_key(*code) : std::string{};
}

std::string joined_key(const std::string& one, const std::string& other) {
    return one + "\n" + other;
}

}  // namespace

TableCalls::TableCalls(const Arguments& arguments, const CallFields& fields)
    : settlement_(*arguments.column(fields.layer, fields.settlement)),
      kecamatan_(arguments.column(fields.layer, fields.kecamatan)),
      system_(matching::system_of_column(settlement_.name())) {}

std::optional<TableCall> TableCalls::at(std::size_t row) const {
    auto text = field_text(settlement_, row);
    if (!text) return std::nullopt;
    TableCall call{*std::move(text), {}, system_};
    if (kecamatan_ != nullptr) call.kecamatan = field_text(*kecamatan_, row).value_or("");
    return call;
}

std::string ConfirmedMatches::key_of(const Entry& entry) {
    return joined_key(entry.code, joined_key(entry.name, entry.kecamatan));
}

void ConfirmedMatches::add(Entry entry) {
    const auto place = entries_.size();
    by_key_[key_of(entry)].push_back(place);
    if (!entry.code.empty()) by_code_[entry.code].push_back(place);
    if (!entry.name.empty()) {
        by_name_[entry.name].push_back(place);
        by_letters_[matching::read_place_name(entry.name).letters].push_back(place);
    }
    entries_.push_back(std::move(entry));
}

std::vector<std::uint32_t> ConfirmedMatches::settlements_of(const Table& table, const std::string& text,
                                                            const std::string& kecamatan) const {
    std::vector<std::uint32_t> settlements;
    const auto found = table.find(text);
    if (found == table.end()) return settlements;
    for (const auto place : found->second) {
        const auto& entry = entries_[place];
        const bool may_lie_there = kecamatan.empty() || entry.kecamatan.empty() || entry.kecamatan == kecamatan;
        if (may_lie_there) settlements.push_back(entry.settlement);
    }
    std::ranges::sort(settlements);
    const auto twice = std::ranges::unique(settlements);
    settlements.erase(twice.begin(), twice.end());
    return settlements;
}

std::vector<std::uint32_t> ConfirmedMatches::look_up(const TableCall& call) const {
    const auto kecamatan = matching::kecamatan_key(call.kecamatan);
    const auto code = code_key_of(matching::read_code(call.text, call.system));
    if (auto found = settlements_of(by_code_, code, kecamatan); !found.empty()) return found;
    if (auto found = settlements_of(by_name_, evened_name(call.text), kecamatan); !found.empty()) return found;
    // "Sukamaju, Kec. Muara Telang" in one cell.
    const auto name = matching::read_place_name(call.text);
    if (name.kecamatan.empty()) return {};
    return settlements_of(by_letters_, name.letters, name.kecamatan);
}

std::optional<std::uint32_t> ConfirmedMatches::find(const TableCall& call) {
    if (entries_.empty() || ids_.contains(call.text)) return std::nullopt;
    // The same digits are another code in a column of another system.
    const std::string system(1, call.system ? static_cast<char>('0' + static_cast<int>(*call.system)) : ' ');
    const auto key = joined_key(system, joined_key(call.text, call.kecamatan));
    const auto [answer, is_new] = answers_.emplace(key, std::nullopt);
    if (is_new) {
        const auto found = look_up(call);
        if (found.size() == 1) answer->second = found.front();
        if (found.size() > 1) ambiguous_.add(call.text);
        used_ += found.size();
    }
    return answer->second;
}

std::optional<std::uint32_t> ConfirmedMatches::find_key(const matching::TableKey& key) {
    const Entry wanted{code_key_of(key.code), evened_name(key.name), matching::kecamatan_key(key.kecamatan)};
    auto found = settlements_of(by_key_, key_of(wanted), {});
    if (found.empty() && !wanted.code.empty()) found = settlements_of(by_code_, wanted.code, wanted.kecamatan);
    if (found.empty() && !wanted.name.empty()) {
        // A row of another code is another row.
        const auto place = by_name_.find(wanted.name);
        const bool has_other_code =
            !wanted.code.empty() && place != by_name_.end() &&
            std::ranges::any_of(place->second, [&](std::size_t entry) { return !entries_[entry].code.empty(); });
        if (!has_other_code) found = settlements_of(by_name_, wanted.name, wanted.kecamatan);
    }
    if (found.size() != 1) return std::nullopt;
    ++used_;
    return found.front();
}

void ConfirmedMatches::report(core::Diagnostics& diagnostics) const {
    if (!ambiguous_.empty()) {
        diagnostics.error(
            core::format_text(
                "{0}: accepted for several settlements, so that it is not known which is meant: ",
                "{0}: diterima untuk beberapa permukiman sehingga tidak diketahui yang dimaksud: ", label_) +
            ambiguous_.listing() +
            core::Text{". Name the table's field of the kecamatan (--household-kecamatan-field, "
                       "--flow-kecamatan-field, --activity-kecamatan-field), or write \"NAME, Kec. X\" in the table.",
                       ". Sebutkan kolom kecamatan tabel (--household-kecamatan-field, --flow-kecamatan-field, "
                       "--activity-kecamatan-field), atau tulis \"NAMA, Kec. X\" di tabel."});
    }
    if (!is_given_ || entries_.empty() || used_ > 0) return;
    diagnostics.option_without_effect(
        {"--matches has no effect: what the tables call settlements is not among its accepted rows, or is an id "
         "already. Leave it out, or accept the rows that are meant.",
         "--matches tidak berpengaruh: sebutan permukiman di tabel tidak ada di antara baris yang diterima, atau sudah "
         "berupa id. Hilangkan saja, atau terima baris yang dimaksud."});
}

}  // namespace desakota::analyses
