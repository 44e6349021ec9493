#include "engine/study/report_parameters.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "engine/analyses/quantity_text.h"
#include "engine/study/report_methods.h"
#include "engine/study/shown_values.h"

namespace desakota::study {
namespace {

using analyses::Parameter;
using analyses::ParameterKind;
using core::Language;
using core::Text;

constexpr int kMostDecimals = 3;

Text number_text(double value) {
    int decimals = 0;
    for (double scaled = value;
         decimals < kMostDecimals && scaled != static_cast<double>(static_cast<long long>(scaled)); scaled *= 10.0) {
        ++decimals;
    }
    return analyses::grouped(value, decimals);
}

Text with_unit(const Text& number, const Parameter& parameter) {
    if (parameter.unit.empty()) return number;
    if (parameter.unit == "Rp") return core::same_text("Rp ") + number;
    return number + (parameter.unit == "min" ? Text{" min", " menit"} : core::same_text(" " + parameter.unit));
}

Text numbers_text(const std::vector<double>& values) {
    std::vector<Text> texts;
    texts.reserve(values.size());
    for (const auto value : values) texts.push_back(number_text(value));
    return enumeration(texts);
}

Text choice_text(const Parameter& parameter, const std::string& code) {
    const auto place = std::ranges::find(parameter.choices, code, &analyses::Choice::code);
    return place == parameter.choices.end() || place->label.english.empty() ? core::same_text(code) : place->label;
}

/// As a reader writes it; empty where it has none.
Text value_text(const Parameter& parameter, const io::RecordValue& value) {
    if (const auto* yes = std::get_if<bool>(&value)) return *yes ? Text{"yes", "ya"} : Text{"no", "tidak"};
    if (const auto* number = std::get_if<double>(&value)) return with_unit(number_text(*number), parameter);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return with_unit(number_text(static_cast<double>(*whole)), parameter);
    }
    if (const auto* numbers = std::get_if<std::vector<double>>(&value)) {
        return numbers->empty() ? Text{} : with_unit(numbers_text(*numbers), parameter);
    }
    if (const auto* text = std::get_if<std::string>(&value)) return choice_text(parameter, *text);
    return core::same_text(record_text(value));
}

bool is_default(const Parameter& parameter, const io::RecordValue& value) {
    if (const auto* yes = std::get_if<bool>(&value)) return *yes == parameter.default_yes;
    if (const auto* number = std::get_if<double>(&value)) return parameter.default_number == *number;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return parameter.default_number == static_cast<double>(*whole);
    }
    if (const auto* text = std::get_if<std::string>(&value)) return *text == parameter.default_text;
    return std::holds_alternative<std::monostate>(value);
}

bool is_asked(const Parameter& parameter) {
    switch (parameter.kind) {
        case ParameterKind::Number:
        case ParameterKind::Numbers:
        case ParameterKind::YesNo:
        case ParameterKind::Choice:
        case ParameterKind::Text:
            return true;
        default:
            return false;
    }
}

Text title_of(const Parameter& parameter) {
    auto words = parameter.name;
    std::ranges::replace(words, '-', ' ');
    return parameter.title.english.empty() ? core::same_text(words) : parameter.title;
}

void add_chosen(std::vector<report::ChosenParameter>& chosen, const RunResult& run) {
    for (const auto& [name, value] : run.parameters) {
        const auto* parameter = run.analysis->find(name);
        if (parameter == nullptr || !is_asked(*parameter) || is_default(*parameter, value)) continue;
        if (name == "season" && !run.suffix.empty()) continue;
        report::ChosenParameter one{subject_of(run), title_of(*parameter), value_text(*parameter, value)};
        if (one.value.english.empty() || std::ranges::find(chosen, one) != chosen.end()) continue;
        chosen.push_back(std::move(one));
    }
}

bool is_of_option(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
}

/// The title of the parameter of that name in any of the analyses; the name's words where none has it.
std::string option_title(const std::string& name, const StudyResults& results, Language language) {
    for (const auto& run : results.runs) {
        const auto* parameter = run.analysis->find(name);
        if (parameter != nullptr) return title_of(*parameter).in(language);
    }
    auto words = name;
    std::ranges::replace(words, '-', ' ');
    return words;
}

std::string replaced(const std::string& text, const StudyResults& results, Language language) {
    std::string made;
    std::size_t from = 0;
    for (auto place = text.find("--"); place != std::string::npos; place = text.find("--", from)) {
        auto end = place + 2;
        while (end < text.size() && is_of_option(text[end])) ++end;
        made += text.substr(from, place - from);
        const bool is_option = end > place + 2 && (place == 0 || !is_of_option(text[place - 1]));
        made += is_option ? "“" + option_title(text.substr(place + 2, end - place - 2), results, language) + "”"
                          : text.substr(place, end - place);
        from = end;
    }
    return made + text.substr(from);
}

}  // namespace

std::vector<report::ChosenParameter> chosen_parameters(const StudyResults& results) {
    std::vector<report::ChosenParameter> chosen;
    for (const auto& run : results.runs) add_chosen(chosen, run);
    return chosen;
}

Text without_options(const Text& text, const StudyResults& results) {
    return {replaced(text.english, results, Language::English),
            replaced(text.indonesian, results, Language::Indonesian)};
}

}  // namespace desakota::study
