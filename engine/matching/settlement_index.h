#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/matching/alike_index.h"
#include "engine/matching/match.h"
#include "engine/matching/place_names.h"

namespace desakota::matching {

/// A key of the table, its name taken apart.
struct ReadKey {
    explicit ReadKey(const TableKey& key);

    std::string text;  ///< the name with single blanks
    PlaceName name;
    std::string kecamatan;  ///< its key; empty without
};

/// Where a key's settlement may lie.
struct Scope {
    bool is_everywhere = true;    ///< no kecamatan is known on one of the sides
    std::uint32_t kecamatan = 0;  ///< otherwise; kNone: one that no settlement has
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
};

/// The settlements of a run, found by code, name and likeness.
class SettlementIndex {
public:
    explicit SettlementIndex(std::span<const KnownSettlement> settlements);

    using Places = std::vector<std::uint32_t>;

    [[nodiscard]] const KnownSettlement& settlement(std::uint32_t place) const { return settlements_[place]; }
    [[nodiscard]] const PlaceName& name(std::uint32_t place) const { return known_[place].name; }

    [[nodiscard]] Scope scope_of(const ReadKey& key) const;
    /// Those of the scope, ascending; settlements without a kecamatan lie in every one.
    [[nodiscard]] Places with_code(const Code& code) const;
    [[nodiscard]] Places with_text(const std::string& text, const Scope& scope) const;
    [[nodiscard]] Places with_letters(const std::string& letters, const Scope& scope) const;
    [[nodiscard]] Places with_former_letters(const std::string& letters, const Scope& scope) const;
    /// Those among which a likeness to `name` is worth computing.
    [[nodiscard]] Places near(const PlaceName& name, const Scope& scope) const;

private:
    struct Known {
        std::string text;
        PlaceName name;
        std::uint32_t kecamatan = 0;
    };
    using Table = std::unordered_map<std::string, Places>;

    [[nodiscard]] std::uint32_t kecamatan_number(const KnownSettlement& settlement, const PlaceName& name);
    [[nodiscard]] bool is_in(std::uint32_t place, const Scope& scope) const;
    [[nodiscard]] Places look_up(const Table& table, const std::string& text, const Scope& scope) const;
    void index_alike();

    std::span<const KnownSettlement> settlements_;
    std::vector<Known> known_;
    Table by_code_;
    Table by_text_;
    Table by_letters_;
    Table by_former_letters_;
    std::unordered_map<std::string, std::uint32_t> kecamatan_numbers_;  // 0: without
    std::vector<Places> by_kecamatan_;
    AlikeIndex alike_;
};

}  // namespace desakota::matching
