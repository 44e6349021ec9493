#include "engine/matching/settlement_index.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/matching/place_letters.h"

namespace desakota::matching {
namespace {

/// As many names are compared one by one; of more, the index picks those to compare.
constexpr std::size_t kMostCompared = 256;
constexpr std::size_t kMostNear = 64;

std::string kecamatan_of(const std::string& field, const PlaceName& name) {
    auto key = kecamatan_key(field);
    return key.empty() ? name.kecamatan : key;
}

}  // namespace

ReadKey::ReadKey(const TableKey& key)
    : text(single_blanks(key.name)), name(read_place_name(key.name)), kecamatan(kecamatan_of(key.kecamatan, name)) {}

SettlementIndex::SettlementIndex(std::span<const KnownSettlement> settlements)
    : settlements_(settlements), by_kecamatan_(1) {
    known_.reserve(settlements.size());
    for (std::uint32_t place = 0; place < settlements.size(); ++place) {
        const auto& settlement = settlements[place];
        auto name = read_place_name(settlement.name);
        const auto kecamatan = kecamatan_number(settlement, name);
        known_.push_back({single_blanks(settlement.name), std::move(name), kecamatan});
        by_kecamatan_[kecamatan].push_back(place);
        for (const auto& code : settlement.codes) {
            auto& places = by_code_[code_key(code)];
            if (places.empty() || places.back() != place) places.push_back(place);
        }
        const auto& known = known_.back();
        if (known.name.is_empty()) continue;
        by_text_[known.text].push_back(place);
        by_letters_[known.name.letters].push_back(place);
        if (!known.name.former_letters.empty()) by_former_letters_[known.name.former_letters].push_back(place);
    }
    index_alike();
}

std::uint32_t SettlementIndex::kecamatan_number(const KnownSettlement& settlement, const PlaceName& name) {
    const auto key = kecamatan_of(settlement.kecamatan, name);
    if (key.empty()) return 0;
    const auto next = static_cast<std::uint32_t>(by_kecamatan_.size());
    const auto [place, is_new] = kecamatan_numbers_.emplace(key, next);
    if (is_new) by_kecamatan_.emplace_back();
    return place->second;
}

void SettlementIndex::index_alike() {
    std::vector<std::string> words;
    words.reserve(known_.size());
    for (const auto& known : known_) words.push_back(known.name.words);
    alike_ = AlikeIndex(words);
}

Scope SettlementIndex::scope_of(const ReadKey& key) const {
    if (key.kecamatan.empty() || kecamatan_numbers_.empty()) return {};
    const auto found = kecamatan_numbers_.find(key.kecamatan);
    return {false, found == kecamatan_numbers_.end() ? Scope::kNone : found->second};
}

bool SettlementIndex::is_in(std::uint32_t place, const Scope& scope) const {
    const auto kecamatan = known_[place].kecamatan;
    return scope.is_everywhere || kecamatan == scope.kecamatan || kecamatan == 0;
}

SettlementIndex::Places SettlementIndex::look_up(const Table& table, const std::string& text,
                                                 const Scope& scope) const {
    const auto found = table.find(text);
    if (found == table.end()) return {};
    Places places;
    std::ranges::copy_if(found->second, std::back_inserter(places),
                         [&](std::uint32_t place) { return is_in(place, scope); });
    return places;
}

SettlementIndex::Places SettlementIndex::with_code(const Code& code) const {
    return look_up(by_code_, code_key(code), {});
}

SettlementIndex::Places SettlementIndex::with_text(const std::string& text, const Scope& scope) const {
    return look_up(by_text_, text, scope);
}

SettlementIndex::Places SettlementIndex::with_letters(const std::string& letters, const Scope& scope) const {
    return look_up(by_letters_, letters, scope);
}

SettlementIndex::Places SettlementIndex::with_former_letters(const std::string& letters, const Scope& scope) const {
    return look_up(by_former_letters_, letters, scope);
}

SettlementIndex::Places SettlementIndex::near(const PlaceName& name, const Scope& scope) const {
    const bool is_one_kecamatan = !scope.is_everywhere && scope.kecamatan != Scope::kNone;
    if (is_one_kecamatan && by_kecamatan_[scope.kecamatan].size() + by_kecamatan_[0].size() <= kMostCompared) {
        auto places = by_kecamatan_[scope.kecamatan];
        places.insert(places.end(), by_kecamatan_[0].begin(), by_kecamatan_[0].end());
        return places;
    }
    auto places = alike_.near(name.words, kMostNear);
    if (is_one_kecamatan) std::erase_if(places, [&](std::uint32_t place) { return !is_in(place, scope); });
    return places;
}

}  // namespace desakota::matching
