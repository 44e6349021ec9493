#include "engine/analyses/poverty_line_choice.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "engine/analyses/parameter_builders.h"
#include "engine/analyses/quantity_text.h"

namespace desakota::analyses {
namespace {

using core::Text;
using welfare::PovertyLine;
using Lines = std::vector<PovertyLine>;

constexpr double kMostRupiah = 1e12;
constexpr double kLeastRupiah = 0.01;
constexpr double kUsualDays = 365.0 / 12.0;
/// Begin the names of other columns of the result.
constexpr std::array<std::string_view, 2> kTaken{"sajogyo", "decile"};

std::string listed_ids() {
    std::string list;
    for (const auto& line : welfare::built_in_poverty_lines()) list += (list.empty() ? "" : ", ") + line.id;
    return list;
}

/// "bps_2019_03 (Rp 425,250), ...": the built-in lines, for help.
Text listed_lines() {
    Text list;
    for (const auto& line : welfare::built_in_poverty_lines()) {
        if (!list.english.empty()) list = list + core::same_text(", ");
        list = list + core::same_text(line.id) + fill_text(" (Rp {})", " (Rp {})", grouped(line.rp));
    }
    return list;
}

/// Words between commas and blanks.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char letter : text) {
        if (letter != ',' && letter != ' ') {
            words.back() += letter;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

void add_named(const Arguments& arguments, Lines& lines, core::Diagnostics& diagnostics) {
    for (const auto& id : words_of(arguments.text("lines"))) {
        if (const auto* line = welfare::built_in_poverty_line(id)) {
            lines.push_back(*line);
            continue;
        }
        diagnostics.error(
            core::format_text("--lines: there is no built-in line \"{0}\"; there are: {1}. Give an "
                              "amount of your own with --line or --lines-file.",
                              "--lines: tidak ada garis bawaan \"{0}\"; yang ada: {1}. Berikan garis "
                              "sendiri dengan --line atau --lines-file.",
                              id, listed_ids()));
    }
}

void add_dollars(const Arguments& arguments, Lines& lines, core::Diagnostics& diagnostics) {
    const auto dollars = arguments.number("dollar-a-day");
    const auto rate = arguments.number("exchange-rate");
    if (dollars && rate) {
        const auto line =
            welfare::dollar_poverty_line({*dollars, *rate, arguments.number("days-in-month").value_or(kUsualDays)});
        diagnostics.information(fill_text("{0}: {1} = Rp {2} per head a month. {3}",
                                          "{0}: {1} = Rp {2} per kapita sebulan. {3}", line.title,
                                          core::same_text(line.source), grouped(line.rp), line.note));
        lines.push_back(line);
        return;
    }
    if (dollars) {
        diagnostics.error({"--dollar-a-day needs the exchange rate: give --exchange-rate in rupiah a dollar.",
                           "--dollar-a-day memerlukan kurs: isikan --exchange-rate dalam rupiah per dolar."});
        return;
    }
    for (const auto* option : {"exchange-rate", "days-in-month"}) {
        if (!arguments.is_given(option)) continue;
        diagnostics.option_without_effect(core::format_text("--{} has no effect without --dollar-a-day; leave it out.",
                                                            "--{} tidak berpengaruh tanpa --dollar-a-day; hapus saja.",
                                                            option));
    }
}

void check_ids(const Lines& lines, core::Diagnostics& diagnostics) {
    std::set<std::string> ids;
    for (const auto& line : lines) {
        if (std::ranges::any_of(kTaken, [&](std::string_view taken) { return line.id.starts_with(taken); })) {
            diagnostics.error(
                core::format_text("the poverty line \"{0}\" begins as other columns do ({1}); give it another id.",
                                  "garis kemiskinan \"{0}\" berawalan seperti kolom lain ({1}); beri id lain.", line.id,
                                  fmt::join(kTaken, ", ")));
        } else if (!ids.insert(line.id).second) {
            diagnostics.error(core::format_text("the poverty line \"{}\" is there twice; leave one out.",
                                                "garis kemiskinan \"{}\" ada dua kali; sisakan satu.", line.id));
        }
    }
}

std::vector<Parameter> dollar_parameters() {
    return {
        as_advanced(with_words(number_parameter("dollar-a-day", {"$", 0.01, 1000.0}), {"Dollars a day", "Dolar sehari"},
                               {"A line of so many dollars per head a day, at a market exchange rate. For "
                                "international comparisons take the World Bank's PPP lines instead.",
                                "Garis sekian dolar per kapita sehari, dengan kurs pasar. Untuk perbandingan "
                                "antarnegara pakailah garis PPP Bank Dunia."})),
        as_advanced(
            with_words(number_parameter("exchange-rate", {"Rp", 1.0, 1e9}), {"Exchange rate", "Kurs"},
                       {"Rupiah for a dollar, for the dollar line.", "Rupiah untuk satu dolar, bagi garis dolar."})),
        as_advanced(with_words(number_parameter("days-in-month", {"", 1.0, 31.0}), {"Days in a month", "Hari sebulan"},
                               {"For the dollar line; a twelfth of 365 days where it is not given.",
                                "Bagi garis dolar; seperdua belas dari 365 hari bila tidak diisi."}))};
}

}  // namespace

std::vector<Parameter> poverty_line_parameters() {
    auto own = parameter_of("line", ParameterKind::Numbers);
    own.unit = "Rp";
    own.minimum = kLeastRupiah;
    own.maximum = kMostRupiah;
    std::vector<Parameter> parameters{
        with_words(std::move(own), {"Own poverty lines", "Garis kemiskinan sendiri"},
                   {"Lines in rupiah per head a month, such as those of the province or kabupaten for the year of the "
                    "data.",
                    "Garis dalam rupiah per kapita sebulan, misalnya garis provinsi atau kabupaten pada tahun data."}),
        with_words(
            parameter_of("lines", ParameterKind::Text), {"Built-in poverty lines", "Garis kemiskinan bawaan"},
            fill_text("Ids of built-in lines, with commas between them, in rupiah per head a month: {}.",
                      "Id garis bawaan, dipisahkan koma, dalam rupiah per kapita sebulan: {}.", listed_lines()))};
    append(parameters, dollar_parameters());
    parameters.push_back(as_advanced(with_words(
        parameter_of("lines-file", ParameterKind::File), {"File of poverty lines", "Berkas garis kemiskinan"},
        {"A TOML file with lines of your own: format = 1, then for each line [[line]] with id and rp_a_month, and if "
         "wanted title, year, source, provenance and note. All its lines are used.",
         "Berkas TOML berisi garis sendiri: format = 1, lalu untuk tiap garis [[line]] dengan id dan rp_a_month, dan "
         "bila perlu title, year, source, provenance, dan note. Semua garisnya dipakai."})));
    parameters.push_back(as_advanced(with_words(
        parameter_of("at-line-is-poor", ParameterKind::YesNo), {"Poor at the line too", "Tepat di garis juga miskin"},
        {"Count those whose income is exactly the line as poor. By the usual definition only those below it are.",
         "Hitung yang pendapatannya tepat di garis sebagai miskin. Menurut definisi yang lazim hanya yang di "
         "bawahnya."})));
    return parameters;
}

Lines chosen_lines(const Arguments& arguments, core::Diagnostics& diagnostics) {
    Lines lines;
    const auto own = arguments.numbers.find("line");
    if (own != arguments.numbers.end()) {
        std::ranges::transform(own->second, std::back_inserter(lines), welfare::own_poverty_line);
    }
    add_named(arguments, lines, diagnostics);
    add_dollars(arguments, lines, diagnostics);
    check_ids(lines, diagnostics);
    return lines;
}

Lines with_lines_of_file(const Arguments& arguments, Lines lines, core::Diagnostics& diagnostics) {
    const auto file = arguments.files.find("lines-file");
    if (file == arguments.files.end()) return lines;
    auto more = welfare::parse_poverty_lines(file->second.name, file->second.text);
    lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    check_ids(lines, diagnostics);
    return lines;
}

bool asks_for_lines(const Arguments& arguments) {
    return !words_of(arguments.text("lines")).empty() || arguments.numbers.contains("line") ||
           arguments.number("dollar-a-day").has_value() || arguments.files.contains("lines-file");
}

void warn_of_unverified_lines(const Lines& lines, core::Diagnostics& diagnostics) {
    for (const auto& line : lines) {
        if (line.provenance != welfare::Provenance::Unverified) continue;
        diagnostics.warning(fill_text("The amount of the poverty line {0} ({1}, Rp {2}) is not verified. {3}",
                                      "Besar garis kemiskinan {0} ({1}, Rp {2}) belum terverifikasi. {3}",
                                      core::same_text(line.id), line.title, grouped(line.rp), line.note));
    }
}

}  // namespace desakota::analyses
