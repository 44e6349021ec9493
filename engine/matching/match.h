#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/matching/codes.h"

namespace desakota::matching {

/// A settlement as its layer tells of it. Texts are as they stand there; blank is missing.
struct KnownSettlement {
    std::vector<Code> codes;
    std::string name;
    std::string kecamatan;
};

/// What a table calls a settlement: each of its different codes, names and kecamatan once.
struct TableKey {
    std::optional<Code> code;
    std::string name;
    std::string kecamatan;
    std::optional<std::uint32_t> confirmed{};  ///< the settlement, where a person has decided
};

/// How a settlement was found. The first four are accepted; a proposal waits for a person.
enum class How : std::uint8_t { Confirmed, Code, ExactName, NormalisedName, Proposal, NoMatch };

/// Why a key was accepted or not.
enum class Why : std::uint8_t {
    Accepted,
    SeveralWithCode,      ///< several settlements have the code
    CodeButOtherName,     ///< the digits are the same, the names differ, and nothing tells the code's system
    CodeAndNameDiffer,    ///< the name is `first`, but such a code is that of `second`
    CodeOfUnknownSystem,  ///< there is no name, and one side only says whose code it is
    SeveralWithName,      ///< several settlements have the name
    CodesDiffer,          ///< the name is the same, the official codes are not
    OneOfSeveralUnits,    ///< the number of the UPT or SP is missing on one side, and others have the name
    ClaimedTwice,         ///< another key of the table (`other`) is that settlement as well
    OtherKecamatan,       ///< the name is found in another kecamatan only
    FormerName,           ///< the name is a former one ("eks")
    Alike,                ///< the names are alike
    AlikeButTaken,        ///< the same, but the settlement is matched by another key already (`other`)
    NothingAlike,
    Unnamed,  ///< neither a name nor a code that is known
};

struct Candidate {
    std::uint32_t settlement = 0;
    /// How alike the names are (likeness.h), once evened out; missing where one has no name.
    std::optional<double> score;
};

struct Match {
    How how = How::NoMatch;
    Why why = Why::NothingAlike;
    std::optional<Candidate> first;
    std::optional<Candidate> second;   ///< of a proposal: the next best, or the one that has the code
    std::optional<std::size_t> other;  ///< the key with which this one is at odds

    [[nodiscard]] bool is_accepted() const { return how != How::Proposal && how != How::NoMatch; }
};

/// Which settlement each key is, key by key: by code; by exact name within the kecamatan; by normalised name within the
/// kecamatan; then proposals.
///
///   * A code that does not say its system, or one of one's own, needs the same name, evened out, where both sides have
///     one; a plain number needs a name that no other settlement has. Likeness never makes a code right.
///   * Without a kecamatan on either side a name must be the only one of its kind among all settlements.
///   * A name that is the same but for its blanks is the same, unless another settlement is as near.
///   * Two keys on one settlement: both become proposals, unless a person confirmed them or they share its code.
///   * Likeness never speaks across numbers, Baru and Lama and the like (`may_be_alike`), and only proposes.
/// 83,000 keys and as many settlements take seconds.
[[nodiscard]] std::vector<Match> match_keys(std::span<const TableKey> keys,
                                            std::span<const KnownSettlement> settlements, core::Progress& progress);

}  // namespace desakota::matching
