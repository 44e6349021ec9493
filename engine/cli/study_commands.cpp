#include "engine/cli/study_commands.h"

#include <algorithm>
#include <utility>

#include "engine/cli/command_words.h"
#include "engine/cli/front_end_parameters.h"
#include "engine/cli/help.h"
#include "engine/cli/option_shapes.h"
#include "engine/cli/replay.h"
#include "engine/cli/shown_progress.h"
#include "engine/cli/streams.h"
#include "engine/core/parallel.h"
#include "engine/study/new_study.h"
#include "engine/study/run_study.h"

namespace desakota::cli {
namespace {

using analyses::Parameter;
using analyses::ParameterKind;
using core::Text;
using study::TypedValues;

Parameter output_folder(const Text& help) {
    Parameter parameter;
    parameter.name = "output";
    parameter.kind = ParameterKind::Text;
    parameter.title = {"Folder of results", "Folder hasil"};
    parameter.help = help;
    return parameter;
}

Parameter trust() {
    Parameter parameter;
    parameter.name = "trust";
    parameter.kind = ParameterKind::YesNo;
    parameter.title = {"Trust the file", "Percayai berkas ini"};
    parameter.help = {"Let it use databases and files outside its folder. Say so only of a file whose author you know.",
                      "Izinkan memakai basis data dan berkas di luar foldernya. Hanya untuk berkas yang pembuatnya "
                      "Anda kenal."};
    return parameter;
}

/// The options that all commands share with the analyses, of those names.
std::vector<Parameter> shared(const std::vector<std::string>& names) {
    std::vector<Parameter> parameters;
    for (const auto& parameter : front_end_parameters()) {
        if (std::ranges::find(names, parameter.name) != names.end()) parameters.push_back(parameter);
    }
    return parameters;
}

std::vector<Parameter> joined(std::vector<Parameter> first, const std::vector<Parameter>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Command run_study_command() {
    return {"run-study",
            "STUDY.toml",
            {"Run a study", "Jalankan studi"},
            {"Runs every analysis that a study file asks for, on layers that are read once, and writes one folder: the "
             "layers as results.gpkg, maps to print, a report that opens anywhere, tables, and pictures to share.",
             "Menjalankan semua analisis yang diminta berkas studi, dengan lapisan yang dibaca sekali saja, lalu "
             "menulis satu folder: lapisan dalam results.gpkg, peta siap cetak, laporan yang bisa dibuka di mana saja, "
             "tabel, dan gambar untuk dibagikan."},
            joined({output_folder({"Where the results go; otherwise the study's `output`, or \"results\" beside it.",
                                   "Tempat hasil; jika tidak diisi, `output` dari studi, atau \"results\" di "
                                   "sebelahnya."})},
                   joined(shared({"overwrite"}),
                          joined({trust()}, shared({"lang", "threads", "quiet", "json", "progress-lines"}))))};
}

Command new_study_command() {
    return {"new-study",
            "FOLDER",
            {"Begin a study", "Mulai studi"},
            {"Looks at the files of a folder, recognises settlements, roads, facilities and tables, and writes "
             "FOLDER/study.toml with comments: change what is wrong, then run it.",
             "Melihat berkas dalam folder, mengenali permukiman, jalan, fasilitas, dan tabel, lalu menulis "
             "FOLDER/study.toml dengan keterangan: betulkan yang keliru, lalu jalankan."},
            shared({"overwrite", "lang", "quiet", "json"})};
}

Command replay_command() {
    return {"replay",
            "RUN.json",
            {"Run again", "Ulangi"},
            {"Runs again what a run.json records, and says whether every file is the same, byte for byte, or which "
             "input has changed since.",
             "Mengulang proses yang dicatat run.json, dan menyatakan apakah setiap berkas sama persis, atau masukan "
             "mana yang sudah berubah."},
            joined({output_folder({"Keep the new result here; otherwise it is compared and removed.",
                                   "Simpan hasil baru di sini; jika tidak diisi, hasil dibandingkan lalu dihapus."})},
                   joined({trust()}, shared({"threads", "lang", "quiet", "json", "progress-lines"})))};
}

/// What was typed: the one argument, and the options.
struct Typed {
    std::string argument;
    TypedValues values;
};

Typed read_typed(const Command& command, const CommandWords& words, const std::vector<OptionShape>& shapes) {
    core::Diagnostics faults;
    Typed typed;
    auto rest = words.rest;
    if (!rest.empty() && !rest.front().starts_with('-')) {
        typed.argument = rest.front();
        rest.erase(rest.begin());
    } else {
        faults.error(core::format_text("{0} is missing: desakota {1} {0}.", "{0} belum diisi: desakota {1} {0}.",
                                       command.argument, command.name));
    }
    typed.values = study::read_values(command.parameters, words.values, faults);
    std::vector<std::string> names;
    names.reserve(shapes.size());
    for (const auto& shape : shapes) names.push_back(shape.name);
    report_unknown_words(rest, names, faults);
    if (faults.has_errors()) {
        faults.error(core::format_text("See: desakota {} --help", "Lihat: desakota {} --help", command.name));
    }
    faults.throw_errors(core::ExitStatus::WrongUsage);
    return typed;
}

void run_study(const Typed& typed, const analyses::Catalogue& catalogue, const Manner& manner, core::Progress& progress,
               Outcome& outcome) {
    constexpr double kReadEnd = 0.03;
    study::StudyRequest request;
    request.file = typed.argument;
    request.output = typed.values.text("output");
    request.overwrite = typed.values.is_yes("overwrite");
    request.is_trusted = typed.values.is_yes("trust");
    request.language = manner.language;
    request.threads = core::thread_count(static_cast<int>(typed.values.numbers.at("threads").front()));
    request.engine_version = DESAKOTA_VERSION;
    core::Stage reading(progress, 0.0, kReadEnd);
    auto prepared = [&] {
        const EndsAtOnce ends_at_once(last_words("run-study", manner, progress));
        return study::prepare_study(request, catalogue, reading, outcome.diagnostics);
    }();
    core::Stage finishing(progress, kReadEnd, 1.0);
    auto done = study::finish_study(std::move(prepared), finishing, outcome.diagnostics);
    outcome.output = done.output;
    outcome.run_record = done.output + "/" + study::kRecordFile;
    outcome.files = std::move(done.files);
    outcome.summary = std::move(done.findings);
}

void begin_study(const Typed& typed, const Manner& manner, Outcome& outcome) {
    const auto begun = study::new_study(typed.argument, manner.language, typed.values.is_yes("overwrite"));
    outcome.output = begun.file;
    outcome.summary = begun.recognised;
}

void answer(const Command& command, const Typed& typed, const analyses::Catalogue& catalogue, const Manner& manner,
            Outcome& outcome) {
    if (command.name == "new-study") {
        begin_study(typed, manner, outcome);
        return;
    }
    const InterruptWatch watch;
    const auto progress = make_progress(watch, typed.values, manner);
    if (command.name == "replay") {
        replay({typed.argument, typed.values, manner}, catalogue, *progress, outcome);
    } else {
        run_study(typed, catalogue, manner, *progress, outcome);
    }
}

}  // namespace

const std::vector<Command>& study_commands() {
    static const std::vector<Command> all{run_study_command(), new_study_command(), replay_command()};
    return all;
}

int answer_study_command(const Command& command, const analyses::Catalogue& catalogue,
                         const std::vector<std::string>& arguments, const Manner& manner) {
    auto shapes = option_shapes(command.parameters);
    shapes.push_back({"help", Takes::Nothing, 'h'});
    const auto words = sort_words(shapes, arguments);
    if (words.values.contains("help")) {
        return write_output(command_help(command, manner.language)) ? 0 : 1;
    }
    Outcome outcome;
    outcome.analysis = command.name;
    guard(outcome, [&] { answer(command, read_typed(command, words, shapes), catalogue, manner, outcome); });
    return print_outcome(outcome, manner);
}

}  // namespace desakota::cli
