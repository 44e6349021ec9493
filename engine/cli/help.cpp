#include "engine/cli/help.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "engine/analyses/parameter_text.h"
#include "engine/cli/front_end_parameters.h"

namespace desakota::cli {
namespace {

using analyses::Analysis;
using analyses::Catalogue;
using analyses::geometry_name;
using analyses::Parameter;
using core::Language;
using core::Text;

constexpr std::size_t kWidth = 100;
constexpr std::size_t kTextColumn = 26;

/// Letters, not bytes: continuation bytes of UTF-8 do not count.
std::size_t letter_count(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// "  left      right", the right side wrapped; on a line of its own where the left side is long.
std::string entry(const std::string& left, const std::string& right) {
    std::string line = "  " + left;
    const auto used = letter_count(line);
    line += used + 2 > kTextColumn ? "\n" + std::string(kTextColumn, ' ') : std::string(kTextColumn - used, ' ');
    return line + wrapped(right, kWidth, kTextColumn, kTextColumn) + "\n";
}

std::string option_entry(const Parameter& parameter, Language language) {
    const auto value = usage_word(parameter).in(language);
    return entry("--" + parameter.name + (value.empty() ? "" : " " + value),
                 parameter_description(parameter).in(language));
}

std::string heading(const Text& text, Language language) {
    return fmt::format("\n{}:\n", text.in(language));
}

std::string option_entries(const std::vector<Parameter>& parameters, bool advanced, Language language) {
    std::string text;
    for (const auto& parameter : parameters) {
        if (parameter.advanced == advanced) text += option_entry(parameter, language);
    }
    return text;
}

std::string usage_line(const Analysis& analysis, Language language) {
    std::string line = "desakota " + analysis.id;
    for (const auto& parameter : analysis.parameters) {
        if (parameter.required) line += fmt::format(" --{} {}", parameter.name, usage_word(parameter).in(language));
    }
    line += Text{" --output FILE [options]", " --output BERKAS [pilihan]"}.in(language);
    return fmt::format("{}\n  {}\n", Text{"Usage:", "Cara pakai:"}.in(language), wrapped(line, kWidth, 6, 2));
}

std::string output_entries(const Analysis& analysis, Language language) {
    std::string text;
    for (const auto& output : analysis.outputs) {
        auto description = output.title.in(language);
        if (!output.when.in(language).empty()) description += " (" + output.when.in(language) + ")";
        text += entry(output.name, description + ". " + geometry_name(output.geometry).in(language) + ".");
    }
    return text;
}

Text general_usage() {
    return {
        "Usage:\n"
        "  desakota list [--json]          the analyses\n"
        "  desakota ANALYSIS --help        its options and results\n"
        "  desakota ANALYSIS --output RESULT.gpkg [options]\n"
        "  desakota new-study FOLDER       a study file for the layers of a folder\n"
        "  desakota run-study STUDY.toml   all analyses of a study, with maps and a report\n"
        "  desakota replay RUN.json        run again, and compare\n"
        "  desakota --version\n",
        "Cara pakai:\n"
        "  desakota list [--json]          daftar analisis\n"
        "  desakota ANALISIS --help        pilihan dan hasilnya\n"
        "  desakota ANALISIS --output HASIL.gpkg [pilihan]\n"
        "  desakota new-study FOLDER       berkas studi untuk lapisan dalam sebuah folder\n"
        "  desakota run-study STUDI.toml   semua analisis sebuah studi, dengan peta dan laporan\n"
        "  desakota replay RUN.json        ulangi, lalu bandingkan\n"
        "  desakota --version\n"};
}

Text general_notes() {
    return {
        "\nA layer is written as file.gpkg, \"file.gpkg|layername=roads\", \"table.csv|crs=EPSG:4326|x=lon|y=lat\" or\n"
        "\"PG:dbname=...\". --lang en or --lang id chooses the language.\n"
        "Exit status: 0 done; 1 could not be done; 2 wrong usage; 3 unfit input; 130 interrupted.\n",
        "\nLapisan ditulis sebagai berkas.gpkg, \"berkas.gpkg|layername=jalan\",\n"
        "\"tabel.csv|crs=EPSG:4326|x=bujur|y=lintang\" atau \"PG:dbname=...\". --lang en atau --lang id memilih "
        "bahasa.\n"
        "Status keluar: 0 selesai; 1 tidak dapat dikerjakan; 2 pemakaian keliru; 3 isi masukan tidak layak;\n"
        "130 dihentikan.\n"};
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent, std::size_t column) {
    std::string result;
    bool line_is_empty = true;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (word.empty()) continue;
        const auto letters = letter_count(word);
        if (!line_is_empty && column + 1 + letters > width) {
            result += "\n" + std::string(indent, ' ');
            column = indent;
            line_is_empty = true;
        }
        if (!line_is_empty) result += ' ';
        column += letters + (line_is_empty ? 0 : 1);
        result += word;
        line_is_empty = false;
    }
    return result;
}

std::string analysis_list(const Catalogue& catalogue, Language language) {
    if (catalogue.empty()) {
        return Text{"This build holds no analyses.\n", "Versi ini belum berisi analisis.\n"}.in(language);
    }
    std::vector<Text> groups;
    for (const auto& analysis : catalogue) {
        if (std::ranges::find(groups, analysis.group) == groups.end()) groups.push_back(analysis.group);
    }
    std::string text;
    for (const auto& group : groups) {
        text += (text.empty() ? "" : "\n") + group.in(language) + "\n";
        for (const auto& analysis : catalogue) {
            if (analysis.group == group) text += entry(analysis.id, analysis.title.in(language));
        }
    }
    return text;
}

std::string general_help(const Catalogue& catalogue, Language language) {
    const Text purpose{"desakota - how well villages and their centres are linked\n\n",
                       "desakota - seberapa baik desa dan pusatnya terhubung\n\n"};
    return purpose.in(language) + general_usage().in(language) + "\n" + analysis_list(catalogue, language) +
           general_notes().in(language);
}

std::string analysis_help(const Analysis& analysis, Language language) {
    auto text = wrapped(analysis.id + " - " + analysis.title.in(language), kWidth, 0, 0) + "\n\n" +
                usage_line(analysis, language) + "\n" + wrapped(analysis.help.in(language), kWidth, 0, 0) + "\n";
    const auto options = option_entries(analysis.parameters, false, language);
    if (!options.empty()) text += heading({"Options", "Pilihan"}, language) + options;
    const auto advanced = option_entries(analysis.parameters, true, language);
    if (!advanced.empty()) text += heading({"Rarely changed", "Jarang diubah"}, language) + advanced;
    text += heading({"Every analysis", "Setiap analisis"}, language) +
            option_entries(front_end_parameters(), false, language);
    return text + heading({"Layers of the result", "Lapisan hasil"}, language) + output_entries(analysis, language);
}

std::string command_help(const Command& command, Language language) {
    const auto usage =
        fmt::format("desakota {} {}{}", command.name, command.argument, Text{" [options]", " [pilihan]"}.in(language));
    return wrapped(command.name + " - " + command.title.in(language), kWidth, 0, 0) + "\n\n" +
           Text{"Usage:", "Cara pakai:"}.in(language) + "\n  " + usage + "\n\n" +
           wrapped(command.help.in(language), kWidth, 0, 0) + "\n" + heading({"Options", "Pilihan"}, language) +
           option_entries(command.parameters, false, language);
}

}  // namespace desakota::cli
