#include <string>

#include "engine/study/plan.h"

namespace desakota::study {
namespace {

using core::Text;

bool is_name_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
}

/// The parameter that begins at `place` of a text, "--max-access"; empty where none does.
std::string parameter_at(const std::string& text, std::size_t place) {
    auto end = place + 2;
    while (end < text.size() && is_name_letter(text[end])) ++end;
    return text.substr(place + 2, end - place - 2);
}

/// "--max-access" as a study writes it: "`max-access`".
std::string in_study_words(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const bool starts = text.compare(i, 2, "--") == 0 && (i == 0 || text[i - 1] != '-');
        const auto name = starts ? parameter_at(text, i) : std::string();
        if (name.empty()) {
            result += text[i++];
        } else {
            result.append("`").append(name).append("`");
            i += 2 + name.size();
        }
    }
    return result;
}

/// "--roads is missing: ..." in words of a study: where it is to be written; empty for other faults.
Text missing_text(const PlannedRun& run, const std::string& fault) {
    const auto name = fault.starts_with("--") ? parameter_at(fault, 0) : std::string();
    const auto* parameter = name.empty() ? nullptr : run.analysis->find(name);
    if (parameter == nullptr || !fault.starts_with("--" + name + " is missing: ")) return {};
    const auto what = core::format_text("{0}: `{1}` is missing (", "{0}: `{1}` belum diisi (", run.analysis->id, name) +
                      parameter->title;
    if (is_layer(*parameter)) {
        return what + core::format_text("). Add [layers.{0}] with source = \"...\".",
                                        "). Tambahkan [layers.{0}] dengan source = \"...\".", name);
    }
    return what + core::format_text("). Add {0} = ... to the run.", "). Tambahkan {0} = ... pada analisis ini.", name);
}

/// The line of the field that the fault begins with, or of the layer whose source it names; else the run's.
int line_of_source(const PlannedRun& run, const std::string& fault) {
    const auto field = run.lines.find(fault.substr(0, fault.find(':')));
    if (field != run.lines.end()) return field->second;
    for (const auto& [parameter, sources] : run.values.sources) {
        for (const auto& source : sources) {
            const auto line = run.lines.find(parameter);
            if (line != run.lines.end() && fault.starts_with(source)) return line->second;
        }
    }
    return run.line;
}

int line_of(const PlannedRun& run, const std::string& fault) {
    const auto place = fault.find("--");
    if (place == std::string::npos) return line_of_source(run, fault);
    const auto line = run.lines.find(parameter_at(fault, place));
    return line == run.lines.end() ? run.line : line->second;
}

}  // namespace

Text told_with_line(const Plan& plan, const PlannedRun& run, const Text& fault) {
    const auto where = core::format_text("{0}, line {1}: ", "{0}, baris {1}: ", plan.name, line_of(run, fault.english));
    const auto missing = missing_text(run, fault.english);
    if (!missing.english.empty()) return where + missing;
    return where + Text{in_study_words(fault.english), in_study_words(fault.indonesian)};
}

}  // namespace desakota::study
