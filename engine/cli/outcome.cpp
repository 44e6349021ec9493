#include "engine/cli/outcome.h"

#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <map>
#include <new>
#include <nlohmann/json.hpp>
#include <string_view>

#include "engine/analyses/quantity_text.h"
#include "engine/cli/language.h"
#include "engine/cli/streams.h"
#include "engine/core/direction_marks.h"
#include "engine/io/run_record.h"

namespace desakota::cli {
namespace {

using core::Language;
using core::Severity;
using core::Text;
using Json = nlohmann::ordered_json;

Text prefix(Severity severity) {
    switch (severity) {
        case Severity::Information:
            return {"info: ", "info: "};
        case Severity::Warning:
            return {"warning: ", "peringatan: "};
        case Severity::Error:
            break;
    }
    return {"error: ", "kesalahan: "};
}

/// A message may quote what was typed, which may be the connection text of a database, and names from the data, which
/// may hold what a terminal would obey.
std::string shown(const Text& text, Language language) {
    auto line = core::without_direction_marks(io::without_password(text.in(language)));
    constexpr char kDelete = 0x7F;
    std::ranges::replace_if(
        line, [](char byte) { return (byte >= 0 && byte < ' ') || byte == kDelete; }, ' ');
    return line;
}

std::string line(Severity severity, const Text& text, Language language) {
    return prefix(severity).in(language) + shown(text, language) + "\n";
}

std::string told_lines(const Outcome& outcome, const Manner& manner) {
    std::string lines;
    for (const auto& item : outcome.diagnostics.items()) {
        if (!manner.quiet) lines += line(item.severity, item.text, manner.language);
    }
    for (const auto& problem : outcome.problems) {
        const bool is_interrupt = outcome.status == core::ExitStatus::Interrupted;
        lines += is_interrupt ? problem.in(manner.language) + "\n" : line(Severity::Error, problem, manner.language);
    }
    return lines;
}

/// Letters, not bytes.
std::size_t letter_count(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string figure_text(const analyses::Figure& figure, Language language) {
    if (figure.value) return analyses::grouped(*figure.value, figure.decimals).in(language);
    return Text{"unknown", "tidak diketahui"}.in(language);
}

/// Labels to the left, values to the right, both aligned.
std::string figure_table(const std::vector<analyses::Figure>& figures, Language language) {
    std::size_t label_width = 0;
    std::size_t value_width = 0;
    for (const auto& figure : figures) {
        label_width = std::max(label_width, letter_count(figure.label.in(language)));
        value_width = std::max(value_width, figure_text(figure, language).size());
    }
    std::string table;
    for (const auto& figure : figures) {
        const auto& label = figure.label.in(language);
        table += "  " + label + std::string(label_width - letter_count(label) + 2, ' ') +
                 fmt::format("{:>{}}\n", figure_text(figure, language), value_width);
    }
    return table;
}

/// Files by name, those of a folder within as their number.
std::string file_lines(const std::vector<std::string>& files, Language language) {
    std::string lines;
    std::map<std::string, std::size_t> folders;
    for (const auto& file : files) {
        const auto slash = file.find('/');
        if (slash == std::string::npos) {
            lines += "  " + file + "\n";
        } else {
            ++folders[file.substr(0, slash)];
        }
    }
    for (const auto& [folder, count] : folders) {
        lines += core::format_text("  {}: {} files\n", "  {}: {} berkas\n", folder, count).in(language);
    }
    return lines;
}

std::string answer_text(const Outcome& outcome, Language language) {
    std::string text;
    for (const auto& sentence : outcome.summary) text += shown(sentence, language) + "\n";
    if (!outcome.figures.empty()) text += "\n" + figure_table(outcome.figures, language);
    if (!outcome.output.empty()) text += "\n" + Text{"Result: ", "Hasil: "}.in(language) + outcome.output + "\n";
    text += file_lines(outcome.files, language);
    for (const auto& layer : outcome.layers) {
        text += core::format_text("  {}: {} rows\n", "  {}: {} baris\n", layer.name, layer.rows).in(language);
    }
    return text;
}

Json texts_of(const std::vector<Text>& texts, Language language) {
    auto array = Json::array();
    for (const auto& text : texts) array.push_back(shown(text, language));
    return array;
}

Json told_of(const Outcome& outcome, Severity severity, Language language) {
    auto array = Json::array();
    for (const auto& item : outcome.diagnostics.items()) {
        if (item.severity == severity) array.push_back(shown(item.text, language));
    }
    return array;
}

Json layers_of(const Outcome& outcome, Language language) {
    auto array = Json::array();
    for (const auto& layer : outcome.layers) {
        array.push_back({{"name", layer.name}, {"title", layer.title.in(language)}, {"rows", layer.rows}});
    }
    return array;
}

std::string answer_json(const Outcome& outcome, core::ExitStatus status, Language language) {
    Json json{{"analysis", outcome.analysis},
              {"exit_status", static_cast<int>(status)},
              {"language", language_code(language)},
              {"output", outcome.output},
              {"run_record", outcome.run_record},
              {"layers", layers_of(outcome, language)},
              {"figures", Json::object()},
              {"summary", texts_of(outcome.summary, language)},
              {"information", told_of(outcome, Severity::Information, language)},
              {"warnings", told_of(outcome, Severity::Warning, language)},
              {"errors", texts_of(outcome.problems, language)}};
    if (!outcome.files.empty()) json["files"] = outcome.files;
    for (const auto& figure : outcome.figures) {
        json["figures"][figure.name] = figure.value ? Json(*figure.value) : Json(nullptr);
    }
    constexpr int kIndent = 2;
    // Texts may hold names from the data in whatever encoding they came.
    return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string answer(const Outcome& outcome, const Manner& manner) {
    if (manner.json) return answer_json(outcome, outcome.status, manner.language);
    if (manner.quiet || outcome.status != core::ExitStatus::Done) return {};
    return answer_text(outcome, manner.language);
}

void note(Outcome& outcome, core::ExitStatus status, std::vector<Text> problems) {
    outcome.status = status;
    outcome.problems = std::move(problems);
}

Text internal_fault(std::string_view what) {
    return core::format_text(
        "An internal fault of desakota: {}. Nothing was written. Please report it with the command line.",
        "Kesalahan internal desakota: {}. Tidak ada yang ditulis. Mohon laporkan beserta baris perintahnya.", what);
}

}  // namespace

void note_exception(Outcome& outcome) noexcept {
    try {
        throw;
    } catch (const core::Error& error) {
        note(outcome, error.status(), error.problems());
    } catch (const std::bad_alloc&) {
        note(outcome, core::ExitStatus::CouldNotBeDone,
             {Text{"Not enough memory. Close other programs, or cut the layers to a smaller area.",
                   "Memori tidak cukup. Tutup program lain, atau potong lapisan ke wilayah yang lebih kecil."}});
    } catch (const std::exception& fault) {
        note(outcome, core::ExitStatus::CouldNotBeDone, {internal_fault(fault.what())});
    } catch (...) {
        note(outcome, core::ExitStatus::CouldNotBeDone, {internal_fault("?")});
    }
}

LastWords words_of_interrupt(const std::string& analysis, const Manner& manner) {
    const core::Cancelled cancelled;
    Outcome outcome;
    outcome.analysis = analysis;
    note(outcome, cancelled.status(), cancelled.problems());
    return {told_lines(outcome, manner), answer(outcome, manner)};
}

int print_outcome(const Outcome& outcome, const Manner& manner) {
    (void)write_error(told_lines(outcome, manner));
    if (write_output(answer(outcome, manner))) return static_cast<int>(outcome.status);
    Text fault{"Standard output cannot be written to (is the disk full?).",
               "Keluaran standar tidak dapat ditulis (disk penuh?)."};
    const bool is_done = outcome.status == core::ExitStatus::Done;
    if (is_done) fault = fault + Text{" The result itself is complete.", " Hasilnya sendiri sudah lengkap."};
    (void)write_error(line(Severity::Error, fault, manner.language));
    return static_cast<int>(is_done ? core::ExitStatus::CouldNotBeDone : outcome.status);
}

}  // namespace desakota::cli
