#include "engine/matching/match.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/matching/likeness.h"
#include "engine/matching/place_letters.h"
#include "engine/matching/settlement_index.h"

namespace desakota::matching {
namespace {

using Places = SettlementIndex::Places;

/// Names less alike are not worth proposing.
constexpr double kLeastLikeness = 0.7;

/// Whether a code is no more than a number, as rows are numbered.
bool is_plain_number(const Code& code) {
    return code.system == CodeSystem::Own && std::ranges::none_of(code.text, is_letter);
}

/// Finds the settlements of one key.
class KeyMatcher {
public:
    KeyMatcher(const SettlementIndex& index, const TableKey& key)
        : index_(index), key_(key), read_(key), scope_(index.scope_of(read_)) {}

    /// What code and name decide, or leave open between equals; nothing where only likeness can tell.
    [[nodiscard]] std::optional<Match> decide() const {
        if (key_.confirmed) return Match{How::Confirmed, Why::Accepted, candidate(*key_.confirmed), {}, {}};
        const auto named = by_name();
        if (auto match = by_code(named)) return match;
        if (read_.name.is_empty()) return Match{How::NoMatch, Why::Unnamed, {}, {}, {}};
        return named;
    }

    /// The best of what is not decided. `taken`: by settlement, the key that is matched to it.
    [[nodiscard]] Match propose(const std::vector<std::optional<std::size_t>>& taken) const {
        if (auto match = by_former_name()) return *match;
        // In a kecamatan that is not known the same name comes before names that are alike.
        if (scope_.kecamatan == Scope::kNone) {
            if (auto match = elsewhere()) return *match;
        }
        if (auto match = by_likeness(taken)) return *match;
        if (auto match = elsewhere()) return *match;
        return {};
    }

private:
    [[nodiscard]] Candidate candidate(std::uint32_t place) const {
        const auto& known = index_.name(place);
        if (known.is_empty() || read_.name.is_empty()) return {place, std::nullopt};
        return {place, likeness(read_.name.words, known.words)};
    }

    /// Of settlements between which nothing decides, the two most alike.
    [[nodiscard]] Match proposal(Why why, const Places& places) const {
        std::vector<Candidate> candidates;
        for (const auto place : places) candidates.push_back(candidate(place));
        std::ranges::stable_sort(candidates, std::ranges::greater{},
                                 [](const Candidate& candidate) { return candidate.score.value_or(0.0); });
        Match match{How::Proposal, why, candidates.front(), {}, {}};
        if (candidates.size() > 1) match.second = candidates[1];
        return match;
    }

    /// `named`: what the name decides.
    [[nodiscard]] std::optional<Match> by_code(const std::optional<Match>& named) const {
        if (!key_.code) return std::nullopt;
        const auto places = index_.with_code(*key_.code);
        if (places.empty()) return std::nullopt;
        if (places.size() > 1) return proposal(Why::SeveralWithCode, places);
        if (!is_stated_by_both(places.front())) return by_unstated_code(places.front(), named);
        return accepted_by_code(places.front());
    }

    [[nodiscard]] Match accepted_by_code(std::uint32_t place) const {
        return {How::Code, Why::Accepted, candidate(place), {}, {}};
    }

    /// Digits of an unknown system, or numbers of one's own such as 1, 2, 3, count where the name is the same as well:
    /// likeness decides nothing.
    [[nodiscard]] std::optional<Match> by_unstated_code(std::uint32_t place, const std::optional<Match>& named) const {
        if (named && named->is_accepted()) {
            return is_first_of(*named, place) ? accepted_by_code(place) : odds(*named, place);
        }
        if (has_the_name(place)) {
            if (!is_plain_number(key_.code.value_or(Code{}))) return accepted_by_code(place);
            return named ? of_one_name(*named, place) : named;
        }
        if (named) return odds(*named, place);
        if (candidate(place).score) return of_other_name(place);
        return is_stated_by_one(place) ? proposal(Why::CodeOfUnknownSystem, {place}) : accepted_by_code(place);
    }

    [[nodiscard]] static bool is_first_of(const Match& match, std::uint32_t place) {
        const auto& first = match.first;
        return first && first->settlement == place;
    }

    [[nodiscard]] bool has_the_name(std::uint32_t place) const {
        const auto& known = index_.name(place);
        return !known.is_empty() && known.letters == read_.name.letters && !known.is_other_unit_than(read_.name);
    }

    [[nodiscard]] bool is_stated_by_both(std::uint32_t place) const {
        return std::ranges::any_of(index_.settlement(place).codes, [&](const Code& known) {
            return key_.code->is_stated && known.is_stated && is_same_code(*key_.code, known);
        });
    }
    /// Of an official code that is not stated by both.
    [[nodiscard]] bool is_stated_by_one(std::uint32_t place) const {
        return std::ranges::any_of(index_.settlement(place).codes, [&](const Code& known) {
            return key_.code->is_stated != known.is_stated && is_same_code(*key_.code, known);
        });
    }

    /// The name is one settlement's, the code another's.
    [[nodiscard]] Match odds(const Match& named, std::uint32_t place) const {
        return {How::Proposal, Why::CodeAndNameDiffer, named.first, candidate(place), {}};
    }

    /// Of several settlements of the name, the one with the number first.
    [[nodiscard]] Match of_one_name(const Match& named, std::uint32_t place) const {
        Match match{How::Proposal, named.why, candidate(place), {}, {}};
        match.second = is_first_of(named, place) ? named.second : named.first;
        return match;
    }

    [[nodiscard]] Match of_other_name(std::uint32_t place) const {
        auto match = proposal(Why::CodeButOtherName, {place});
        if (const auto other = elsewhere()) match.second = other->first;
        return match;
    }

    /// What the name alone decides, or leaves open between equals.
    [[nodiscard]] std::optional<Match> by_name() const {
        if (read_.name.is_empty()) return std::nullopt;
        if (auto match = by_text()) return match;
        return by_letters();
    }

    [[nodiscard]] std::optional<Match> by_text() const {
        const auto places = index_.with_text(read_.text, scope_);
        if (places.empty()) return std::nullopt;
        if (places.size() > 1) return proposal(Why::SeveralWithName, places);
        // Without a kecamatan, another spelling of the name may mean another settlement.
        if (scope_.is_everywhere) {
            const auto alike = of_no_other_unit(index_.with_letters(read_.name.letters, scope_));
            if (alike.size() > 1) return proposal(Why::SeveralWithName, alike);
        }
        return accepted(How::ExactName, places.front());
    }

    [[nodiscard]] std::optional<Match> by_letters() const {
        const auto places = index_.with_letters(read_.name.letters, scope_);
        const auto possible = of_no_other_unit(places);
        if (possible.empty()) return std::nullopt;
        const auto nearest = nearest_of(possible);
        const bool is_open = nearest.size() > 1 || (scope_.is_everywhere && possible.size() > 1);
        if (is_open) return proposal(Why::SeveralWithName, possible);
        const bool same_units = index_.name(nearest.front()).has_units_of(read_.name);
        if (!same_units && places.size() > 1) return proposal(Why::OneOfSeveralUnits, possible);
        return accepted(How::NormalisedName, nearest.front());
    }

    [[nodiscard]] Match accepted(How how, std::uint32_t place) const {
        const auto& codes = index_.settlement(place).codes;
        const bool is_other_code =
            key_.code && std::ranges::any_of(codes, [&](const Code& code) { return contradict(*key_.code, code); });
        if (is_other_code) return proposal(Why::CodesDiffer, {place});
        return {how, Why::Accepted, candidate(place), {}, {}};
    }

    [[nodiscard]] Places of_no_other_unit(Places places) const {
        std::erase_if(places, [&](std::uint32_t place) { return index_.name(place).is_other_unit_than(read_.name); });
        return places;
    }

    /// Those with the same unit numbers before those without, then those with the same blanks.
    [[nodiscard]] Places nearest_of(const Places& places) const {
        const auto distance = [&](std::uint32_t place) {
            const auto& known = index_.name(place);
            return std::pair(known.has_units_of(read_.name) ? 0 : 1, known.words == read_.name.words ? 0 : 1);
        };
        const auto least = distance(*std::ranges::min_element(places, {}, distance));
        Places nearest;
        for (const auto place : places) {
            if (distance(place) == least) nearest.push_back(place);
        }
        return nearest;
    }

    [[nodiscard]] std::optional<Match> by_former_name() const {
        auto places = index_.with_former_letters(read_.name.letters, scope_);
        if (!read_.name.former_letters.empty()) {
            for (const auto place : index_.with_letters(read_.name.former_letters, scope_)) places.push_back(place);
        }
        if (places.empty()) return std::nullopt;
        return proposal(Why::FormerName, places);
    }

    [[nodiscard]] std::optional<Match> by_likeness(const std::vector<std::optional<std::size_t>>& taken) const {
        Places free;
        Places others;
        for (const auto place : index_.near(read_.name, scope_)) {
            const auto& known = index_.name(place);
            if (known.is_empty() || !may_be_alike(known, read_.name)) continue;
            if (likeness(known.words, read_.name.words) < kLeastLikeness) continue;
            (taken[place] ? others : free).push_back(place);
        }
        // Ties go to the settlement that comes first.
        std::ranges::sort(free);
        std::ranges::sort(others);
        if (!free.empty()) return proposal(Why::Alike, free);
        if (others.empty()) return std::nullopt;
        auto match = proposal(Why::AlikeButTaken, others);
        if (const auto& first = match.first) match.other = taken[first->settlement];
        return match;
    }

    /// The same name in another kecamatan.
    [[nodiscard]] std::optional<Match> elsewhere() const {
        if (scope_.is_everywhere) return std::nullopt;
        const auto places = of_no_other_unit(index_.with_letters(read_.name.letters, {}));
        if (places.empty()) return std::nullopt;
        return proposal(Why::OtherKecamatan, places);
    }

    const SettlementIndex& index_;
    const TableKey& key_;
    ReadKey read_;
    Scope scope_;
};

/// Whether keys of one settlement are but several spellings with its one code.
bool share_a_code(std::span<const TableKey> keys, const std::vector<Match>& matches,
                  const std::vector<std::size_t>& claiming) {
    std::set<std::string> codes;
    for (const auto key : claiming) {
        const auto& code = keys[key].code;
        if (matches[key].how != How::Code || !code) return false;
        codes.insert(code_key(*code));
    }
    return codes.size() == 1;
}

/// Where several keys are one settlement, a person decides.
void open_contested(std::span<const TableKey> keys, std::vector<Match>& matches) {
    std::map<std::uint32_t, std::vector<std::size_t>> claims;  // by settlement
    for (std::size_t key = 0; key < matches.size(); ++key) {
        const auto& first = matches[key].first;
        if (first && matches[key].is_accepted()) claims[first->settlement].push_back(key);
    }
    for (const auto& [settlement, claiming] : claims) {
        if (claiming.size() == 1 || share_a_code(keys, matches, claiming)) continue;
        for (const auto key : claiming) {
            auto& match = matches[key];
            if (match.how == How::Confirmed) continue;
            match.how = How::Proposal;
            match.why = Why::ClaimedTwice;
            match.other = key == claiming.front() ? claiming[1] : claiming.front();
        }
    }
}

std::vector<std::optional<std::size_t>> taken_by(const std::vector<Match>& matches, std::size_t settlements) {
    std::vector<std::optional<std::size_t>> taken(settlements);
    for (std::size_t key = 0; key < matches.size(); ++key) {
        const auto& match = matches[key];
        const auto& first = match.first;
        const bool is_claimed = first && (match.is_accepted() || match.why == Why::ClaimedTwice);
        if (is_claimed && !taken[first->settlement]) taken[first->settlement] = key;
    }
    return taken;
}

}  // namespace

std::vector<Match> match_keys(std::span<const TableKey> keys, std::span<const KnownSettlement> settlements,
                              core::Progress& progress) {
    constexpr std::size_t kEvery = 256;
    const SettlementIndex index(settlements);
    std::vector<Match> matches(keys.size());
    std::vector<std::size_t> undecided;
    core::LoopSteps deciding(progress, 0.1, 0.4, keys.size(), kEvery);
    for (std::size_t key = 0; key < keys.size(); ++key) {
        deciding.at(key);
        if (auto match = KeyMatcher(index, keys[key]).decide()) {
            matches[key] = *match;
        } else {
            undecided.push_back(key);
        }
    }
    open_contested(keys, matches);
    const auto taken = taken_by(matches, settlements.size());
    core::LoopSteps proposing(progress, 0.4, 1.0, undecided.size(), kEvery);
    for (std::size_t i = 0; i < undecided.size(); ++i) {
        proposing.at(i);
        matches[undecided[i]] = KeyMatcher(index, keys[undecided[i]]).propose(taken);
    }
    progress.step(1.0);
    return matches;
}

}  // namespace desakota::matching
