#include <array>
#include <cmath>
#include <fmt/format.h>

#include "engine/core/shown_number.h"
#include "engine/report/page_texts.h"
#include "engine/report/page_view.h"

namespace desakota::report {
namespace {

std::string letter_of(Grade grade) {
    constexpr std::array<std::string_view, 4> kLetters{"A", "B", "C", "D"};
    return std::string(kLetters[static_cast<std::size_t>(grade)]);
}

std::string percent(double share, core::Language language) {
    const auto tenths = std::abs(share * 100.0 - static_cast<double>(std::lround(share * 100.0))) > 0.05;
    return core::shown_number(share * 100.0, tenths ? 1 : 0, language) + " %";
}

View share_view(const GradedShare& share, core::Language language) {
    View view;
    view["what"] = View(share.what.in(language));
    view["share"] = View(share.share ? percent(*share.share, language) : "–");
    view["share_grade"] = unless_empty_view(share.grade ? letter_of(*share.grade) : "");
    return view;
}

View input_view(const GradedInput& input, core::Language language) {
    ViewList shares;
    shares.reserve(input.shares.size());
    for (const auto& share : input.shares) {
        if (share.share) shares.push_back(share_view(share, language));
    }
    const auto& title = input.title.in(language);
    View view;
    view["title"] = View(title.empty() ? input.name : title);
    view["rows"] = View(core::shown_number(static_cast<double>(input.rows), 0, language));
    view["grade"] = View(letter_of(input.grade));
    view["shares"] = View(shares);
    return view;
}

View correction_view(const Correction& correction, core::Language language) {
    View view;
    view["what"] = View(correction.what.in(language));
    view["families"] = View(correction.families ? core::shown_number(*correction.families, 0, language) : "–");
    return view;
}

View limits_view(const Passport::Limits& limits, core::Language language) {
    const auto& from = page_text("from").in(language);
    View view;
    view["what"] = View(limits.what.in(language));
    view["a"] = View(from + " " + percent(limits.a, language));
    view["b"] = View(from + " " + percent(limits.b, language));
    view["c"] = View(from + " " + percent(limits.c, language));
    view["d"] = View(page_text("below").in(language) + " " + percent(limits.c, language));
    return view;
}

View pairs_view(const std::vector<std::pair<std::string, std::string>>& pairs) {
    ViewList list;
    for (const auto& [name, value] : pairs) {
        View view;
        view["name"] = View(name);
        view["value"] = View(value);
        list.push_back(std::move(view));
    }
    return {list};
}

View method_view(const Method& method, core::Language language) {
    View view;
    view["title"] = View(method.title.in(language));
    view["season"] = unless_empty_view(method.season.in(language));
    view["what"] = unless_empty_view(method.what.in(language));
    view["answers"] = text_list_view(method.answers, language);
    view["has_answers"] = View(!method.answers.empty());
    view["notes"] = text_list_view(method.notes, language);
    view["has_notes"] = View(!method.notes.empty());
    view["figures"] = figures_view(method.figures, language);
    view["has_figures"] = View(!method.figures.empty());
    return view;
}

}  // namespace

View passport_view(const Passport& passport, core::Language language) {
    ViewList inputs;
    inputs.reserve(passport.inputs.size());
    for (const auto& input : passport.inputs) inputs.push_back(input_view(input, language));
    ViewList corrections;
    corrections.reserve(passport.corrections.size());
    for (const auto& correction : passport.corrections) corrections.push_back(correction_view(correction, language));
    ViewList limits;
    limits.reserve(passport.limits.size());
    for (const auto& of_share : passport.limits) limits.push_back(limits_view(of_share, language));
    View view;
    view["inputs"] = View(inputs);
    view["corrections"] = View(corrections);
    view["has_corrections"] = View(!corrections.empty());
    view["limits"] = View(limits);
    view["has_limits"] = View(!limits.empty());
    return view;
}

View methods_view(const std::vector<Method>& methods, core::Language language) {
    ViewList list;
    list.reserve(methods.size());
    for (const auto& method : methods) list.push_back(method_view(method, language));
    return {list};
}

View parameters_view(const std::vector<ChosenParameter>& parameters, core::Language language) {
    ViewList list;
    for (const auto& parameter : parameters) {
        View view;
        view["analysis"] = View(parameter.analysis.in(language));
        view["what"] = View(parameter.what.in(language));
        view["value"] = View(parameter.value.in(language));
        list.push_back(std::move(view));
    }
    return {list};
}

View sources_view(const std::vector<Source>& sources, core::Language language) {
    ViewList list;
    for (const auto& source : sources) {
        View view;
        const auto& title = source.title.in(language);
        view["title"] = View(title.empty() ? source.parameter : title);
        view["source"] = View(source.source);
        view["dated"] = View(source.dated.empty() ? "–" : source.dated);
        view["rows"] = View(source.rows ? core::shown_number(static_cast<double>(*source.rows), 0, language) : "–");
        view["sha256"] = View(source.sha256);
        list.push_back(std::move(view));
    }
    return {list};
}

View versions_view(const std::vector<std::pair<std::string, std::string>>& versions) {
    return pairs_view(versions);
}

}  // namespace desakota::report
