#include "engine/analyses/composite_answer.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;

double count_scores(const IndexFindings& findings) {
    return static_cast<double>(std::ranges::count(findings.composite.faults, welfare::ScoreFault::None));
}

std::vector<double> count_classes(const IndexInput& input, const IndexFindings& findings) {
    std::vector<double> counts(input.scheme.classes.classes.size(), 0.0);
    for (const double score : findings.composite.scores) {
        const auto place = counts.empty() ? std::nullopt : welfare::class_of(input.scheme.classes, score);
        if (place) ++counts[*place];
    }
    return counts;
}

/// "12 Maju, 3 Mandiri": the classes that occur, the worst first.
Text class_list(const IndexInput& input, const std::vector<double>& counts) {
    Text list;
    const auto last = counts.size() - 1;
    const bool from_low = input.scheme.direction == welfare::Direction::HigherIsBetter;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto place = from_low ? i : last - i;
        if (counts[place] == 0.0) continue;
        if (!list.english.empty()) list = list + core::same_text(", ");
        list = list + fill_text("{} {}", "{} {}", grouped(counts[place]), input.scheme.classes.classes[place].label);
    }
    return list;
}

/// By how many ranks the interval of the middle settlement reaches.
std::optional<double> usual_width(const IndexFindings& findings) {
    std::vector<double> widths;
    for (std::size_t row = 0; row < findings.ranks.low.size(); ++row) {
        if (findings.ranks.low[row] == 0) continue;
        widths.push_back(static_cast<double>(findings.ranks.high[row] - findings.ranks.low[row]));
    }
    if (widths.empty()) return std::nullopt;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::ranges::nth_element(widths, middle);
    return *middle;
}

/// Whose scheme it is, and whether it is official.
Text standing(const IndexInput& input) {
    const auto& scheme = input.scheme;
    auto author = scheme.authority;
    if (scheme.year > 0) author += fmt::format(", {}", scheme.year);
    const auto whose = core::format_text("Scheme: {}; ", "Skema: {}; ", author);
    if (input.has_own_breaks) return whose + Text{"the breaks are your own.", "batas kelasnya batas sendiri."};
    if (scheme.official) return whose + Text{"official.", "resmi."};
    return whose + Text{"not official.", "bukan resmi."};
}

}  // namespace

void add_index_answer(Results& results, const IndexInput& input, const IndexFindings& findings) {
    const auto all = static_cast<double>(input.settlements.size());
    const double scored = count_scores(findings);
    const auto counts = count_classes(input, findings);
    results.figures.push_back({"settlements", {"Settlements", "Permukiman"}, all, 0});
    results.figures.push_back(
        {"settlements_computed", {"Settlements with a score", "Permukiman dengan skor"}, scored, 0});
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto& one = input.scheme.classes.classes[i];
        results.figures.push_back({"class_" + one.code + "_settlements", one.label, counts[i], 0});
    }
    const auto width = usual_width(findings);
    if (width) {
        results.figures.push_back({"median_rank_interval",
                                   {"Median width of the rank intervals", "Median lebar selang peringkat"},
                                   *width,
                                   0});
    }
    auto answer =
        input.scheme.title + fill_text(": {0} of {1} settlements have a score",
                                       ": {0} dari {1} satuan permukiman punya skor", grouped(scored), grouped(all));
    if (scored > 0.0 && !counts.empty()) answer = answer + core::same_text(": ") + class_list(input, counts);
    results.summary.push_back(answer + core::same_text(". ") + standing(input));
    if (width) {
        results.summary.push_back(
            fill_text("With other weights and methods, half of the settlements keep their rank within {} places.",
                      "Dengan bobot dan cara lain, peringkat separuh permukiman tetap dalam rentang {} tempat.",
                      grouped(*width)));
    }
}

void warn_of_constant_indicators(const IndexInput& input, const IndexFindings& findings,
                                 core::Diagnostics& diagnostics) {
    std::string list;
    for (const auto place : findings.composite.constant) {
        list += (list.empty() ? "" : ", ") + input.scheme.indicators[place].code;
    }
    if (list.empty()) return;
    diagnostics.warning(core::format_text(
        "Indicators that have the same value everywhere, or only one value, cannot be compared and count as missing: "
        "{}.",
        "Indikator yang nilainya sama di mana-mana, atau hanya punya satu nilai, tidak bisa dibandingkan dan dianggap "
        "tidak ada: {}.",
        list));
}

}  // namespace desakota::analyses
