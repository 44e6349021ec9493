#include <algorithm>
#include <array>
#include <numeric>

#include "engine/analyses/network_check.h"
#include "engine/analyses/quantity_text.h"
#include "engine/core/number_text.h"

namespace desakota::analyses {
namespace {

using core::Text;
using network::Finding;
using network::FindingKind;
using network::FindingSeverity;

/// Upper bounds of the classes of gaps, in metres.
constexpr std::array<double, 7> kGapBounds{0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0};
constexpr std::size_t kGapClasses = kGapBounds.size() - 1;
using GapCounts = std::array<std::size_t, kGapClasses>;

bool is_gap(const Finding& finding) {
    return finding.kind == FindingKind::GapJoined || finding.kind == FindingKind::TGapJoined ||
           finding.kind == FindingKind::NearMiss;
}

GapCounts count_gaps(const std::vector<Finding>& findings) {
    GapCounts counts{};
    for (const auto& finding : findings) {
        const double metres = finding.metres.value_or(0.0);
        if (!is_gap(finding) || metres > kGapBounds.back()) continue;
        const auto bound = std::ranges::lower_bound(kGapBounds.begin() + 1, kGapBounds.end(), metres);
        ++counts[static_cast<std::size_t>(bound - kGapBounds.begin()) - 1];
    }
    return counts;
}

std::array<double, kGapClasses> density_of(const GapCounts& counts) {
    std::array<double, kGapClasses> density{};
    for (std::size_t i = 0; i < kGapClasses; ++i) {
        density[i] = static_cast<double>(counts[i]) / (kGapBounds[i + 1] - kGapBounds[i]);
    }
    return density;
}

/// The bound up to which gaps lie dense: digitising leaves many small ones, what is truly apart spreads evenly, as the
/// widest class shows. From the densest class on, wider ones belong to it as long as they are dense without a break.
/// Nothing where there are too few to tell.
std::optional<double> dense_up_to(const GapCounts& counts) {
    constexpr std::size_t kEnough = 10;
    constexpr double kShareOfPeak = 0.1;
    constexpr double kTimesApart = 2.0;
    constexpr std::size_t kWidest = 5;  // never advise more than 20 m
    const auto density = density_of(counts);
    const auto peak = std::max_element(density.begin(), density.begin() + kWidest);
    const double least = std::max(*peak * kShareOfPeak, density.back() * kTimesApart);
    auto bound = static_cast<std::size_t>(peak - density.begin());
    while (bound < kWidest && density[bound] > 0.0 && density[bound] >= least) ++bound;
    const auto end = counts.begin() + static_cast<std::ptrdiff_t>(bound);
    const bool is_dense = peak < density.begin() + static_cast<std::ptrdiff_t>(bound);
    if (!is_dense || std::accumulate(counts.begin(), end, std::size_t{0}) < kEnough) return std::nullopt;
    return kGapBounds[bound];
}

void advise_on_tolerance(const GapCounts& counts, const network::NetworkOptions& options,
                         core::Diagnostics& diagnostics) {
    std::string list;
    for (std::size_t i = 0; i < kGapClasses; ++i) {
        list += fmt::format("{}{}-{} m: {}", i == 0 ? "" : ", ", core::number_text(kGapBounds[i]),
                            core::number_text(kGapBounds[i + 1]), counts[i]);
    }
    auto text = core::format_text("Gaps at road ends: {}.", "Celah di ujung jalan: {}.", list);
    const auto advised = dense_up_to(counts);
    if (advised && *advised != options.joins.tolerance) {
        text = text + core::format_text(" They lie dense up to {0} m: consider --tolerance {0}.",
                                        " Celah banyak terdapat sampai {0} m: pertimbangkan --tolerance {0}.",
                                        core::number_text(*advised));
    }
    diagnostics.information(text);
}

double count_of(const NetworkCheck& check, FindingKind kind) {
    const auto extra = kind == FindingKind::ZeroLength ? check.without_length.size() : 0;
    return static_cast<double>(extra) + static_cast<double>(std::ranges::count(check.findings, kind, &Finding::kind));
}

void add_finding_figures(Results& results, const NetworkCheck& check, const GapCounts& gaps) {
    const auto all = static_cast<double>(check.findings.size() + check.without_length.size());
    results.figures.push_back({"findings", {"Findings", "Temuan"}, all, 0});
    for (std::size_t i = 0; i < network::kFindingKinds; ++i) {
        const auto kind = static_cast<FindingKind>(i);
        const double count = count_of(check, kind);
        if (count > 0.0) results.figures.push_back({std::string(finding_code(kind)), finding_title(kind), count, 0});
    }
    for (std::size_t i = 0; i < kGapClasses; ++i) {
        const auto from = core::number_text(kGapBounds[i]);
        const auto to = core::number_text(kGapBounds[i + 1]);
        results.figures.push_back({fmt::format("gaps_{}_{}_m", from, to),
                                   core::format_text("Gaps of {} to {} m", "Celah {} sampai {} m", from, to),
                                   static_cast<double>(gaps[i]), 0});
    }
}

Text findings_sentence(const NetworkCheck& check) {
    const auto of = [&](FindingSeverity severity) {
        auto count = std::ranges::count(check.findings, severity, &Finding::severity);
        if (severity == FindingSeverity::Warning) count += static_cast<std::ptrdiff_t>(check.without_length.size());
        return grouped(static_cast<double>(count));
    };
    return fill_text("Findings: {} critical, {} warnings, {} for information.",
                     "Temuan: {} kritis, {} peringatan, {} informasi.", of(FindingSeverity::Critical),
                     of(FindingSeverity::Warning), of(FindingSeverity::Information));
}

Text components_sentence(Results& results, const network::Components& components) {
    const double all = std::accumulate(components.metres.begin(), components.metres.end(), 0.0);
    const double largest = components.metres.empty() ? 0.0 : components.metres.front();
    const auto share = all > 0.0 ? std::optional(largest / all) : std::nullopt;
    const double count = components.size();
    results.figures.push_back({"components", {"Components", "Bagian jaringan"}, count, 0});
    results.figures.push_back({"length_km", {"Length of all (km)", "Panjang seluruhnya (km)"}, all / 1000.0, 1});
    results.figures.push_back(
        {"longest_component_km", {"Length of the longest (km)", "Panjang yang terpanjang (km)"}, largest / 1000.0, 1});
    results.figures.push_back({"longest_component_share", {"Its share of all", "Bagiannya dari seluruhnya"}, share, 3});
    if (components.size() < 2) {
        return fill_text("All {} km that can be travelled are connected.",
                         "Seluruh {} km yang bisa dilalui saling tersambung.", grouped(all / 1000.0, 1));
    }
    return fill_text("The {} km that can be travelled fall into {} components; the longest holds {} of the length.",
                     "Sebanyak {} km yang bisa dilalui terbagi atas {} bagian jaringan; yang terpanjang memuat {} dari "
                     "panjangnya.",
                     grouped(all / 1000.0, 1), grouped(count), percent_text(share.value_or(0.0)));
}

/// Whether one break is worth more than another: by families, then settlements.
bool is_worth_less(const std::optional<Gain>& one, const std::optional<Gain>& other) {
    const auto value = [](const std::optional<Gain>& gain) {
        return gain ? std::pair(gain->families.value_or(0.0), gain->settlements) : std::pair(-1.0, std::size_t{0});
    };
    return value(one) < value(other);
}

Text gains_sentence(Results& results, const NetworkCheck& check, const network::RoadNetwork& network) {
    const auto& gains = check.gains.gains;
    const auto helpful = std::ranges::count_if(gains, [](const auto& gain) { return gain && gain->settlements > 0; });
    results.figures.push_back({"breaks_with_gain",
                               {"Breaks whose mending would help", "Sambungan terputus yang perlu diperbaiki"},
                               static_cast<double>(helpful),
                               0});
    if (helpful == 0) {
        return fill_text(
            "Mending any one break would give no settlement a way to a facility, or bring one within {}.",
            "Memperbaiki satu sambungan terputus mana pun tidak membuat permukiman tersambung ke fasilitas, "
            "atau berada dalam {}.",
            check.threshold);
    }
    const auto most = std::ranges::max_element(gains, is_worth_less);
    const auto best = most->value_or(Gain{});
    const auto& finding = check.findings[static_cast<std::size_t>(most - gains.begin())];
    results.figures.push_back(
        {"settlements_gained_most",
         {"Settlements that the best mending would help", "Permukiman yang paling banyak terbantu"},
         static_cast<double>(best.settlements),
         0});
    results.figures.push_back({"families_gained_most",
                               {"Families that the best mending would help", "Keluarga yang paling banyak terbantu"},
                               best.families,
                               0});
    return fill_text(
        "Mending the break of {} at {} would help most: {} would get a way to a facility, or come within {} of one. "
        "Breaks whose mending would help: {}.",
        "Yang paling membantu ialah memperbaiki sambungan terputus selebar {} di {}: {} akan tersambung ke fasilitas, "
        "atau berada dalam {}. Sambungan terputus yang membantu bila diperbaiki: {}.",
        length_text(core::to_thousandths(finding.metres.value_or(0.0))), line_text(check, network, finding.a.line),
        gain_text(best), check.threshold, grouped(static_cast<double>(helpful)));
}

}  // namespace

Text gain_text(const Gain& gain) {
    const auto count = grouped(static_cast<double>(gain.settlements));
    const auto word = gain.settlements == 1 ? Text{"settlement", "permukiman"} : Text{"settlements", "permukiman"};
    if (!gain.families) return fill_text("{} {}", "{} {}", count, word);
    return fill_text("{} {} ({} families)", "{} {} ({} keluarga)", count, word, grouped(*gain.families));
}

Text line_text(const NetworkCheck& check, const network::RoadNetwork& network, std::uint32_t line) {
    const auto& source = network.lines.attributes[line];
    return core::same_text(fmt::format("{}, fid {}", check.sources.layer_labels[source.layer],
                                       check.sources.feature_id(source.layer, source.feature)));
}

void add_check_answer(Results& results, const NetworkCheck& check, const network::RoadNetwork& network,
                      const network::NetworkOptions& options, core::Diagnostics& diagnostics) {
    const auto gaps = count_gaps(check.findings);
    add_finding_figures(results, check, gaps);
    results.summary.push_back(findings_sentence(check));
    results.summary.push_back(components_sentence(results, check.components));
    if (check.has_gains) results.summary.push_back(gains_sentence(results, check, network));
    advise_on_tolerance(gaps, options, diagnostics);
    if (check.gains.not_searched == 0) return;
    diagnostics.information(core::format_text(
        "There are very many breaks: for {} of them, with the fewest settlements near, only settlements without any "
        "way "
        "count as gained, not those that would come under the threshold.",
        "Sambungan terputus sangat banyak: untuk {} di antaranya, yang paling sedikit permukiman di dekatnya, hanya "
        "permukiman tanpa sambungan yang dihitung terbantu, bukan yang akan masuk ambang jarak.",
        check.gains.not_searched));
}

}  // namespace desakota::analyses
