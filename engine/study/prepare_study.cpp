#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/core/error.h"
#include "engine/io/fingerprint.h"
#include "engine/io/read_text_file.h"
#include "engine/io/staged_folder.h"
#include "engine/maps/png.h"
#include "engine/study/read_study.h"
#include "engine/study/run_plan.h"
#include "engine/study/run_study.h"

namespace desakota::study {
namespace {

namespace fs = std::filesystem;
using core::Text;

constexpr const char* kUsualOutput = "results";

/// Adds what `work` throws to the faults that are told together.
template <class Work>
void collect(core::Diagnostics& diagnostics, const Text& where, const Work& work) {
    try {
        work();
    } catch (const core::Cancelled&) {
        throw;
    } catch (const core::Error& error) {
        if (error.status() == core::ExitStatus::CouldNotBeDone) throw;
        for (const auto& problem : error.problems()) diagnostics.error(where + problem);
    }
}

Text at_line(const std::string& file, int line) {
    return core::format_text("{0}, line {1}: ", "{0}, baris {1}: ", file, line);
}

/// A path of the study; nothing, and told as a fault, where it leads out of the folder.
std::optional<std::string> path_in_study(const std::string& path, int line, const PreparedStudy& prepared,
                                         const StudyFolder& folder, core::Diagnostics& diagnostics) {
    auto found = study_path(path, folder);
    const auto& refusal = found.refusal;
    if (!refusal) return found.path;
    diagnostics.error(at_line(prepared.request.file, line) + *refusal);
    return std::nullopt;
}

void read_logo(PreparedStudy& prepared, const StudyFolder& folder, core::Diagnostics& diagnostics) {
    constexpr std::string_view kPngStart = "\x89PNG\r\n\x1A\n";
    auto& study = prepared.study;
    if (study.logo.empty()) return;
    const auto path = path_in_study(study.logo, study.logo_line, prepared, folder, diagnostics);
    if (!path) return;
    collect(diagnostics, at_line(prepared.request.file, study.logo_line), [&] {
        study.office.logo_png = io::read_text_file(*path);
        prepared.recorded.push_back({"logo", *path, "", io::sha256(study.office.logo_png), std::nullopt});
        if (!study.office.logo_png.starts_with(kPngStart)) {
            throw core::input_error(
                core::format_text("{}: is not a PNG picture.", "{}: bukan gambar PNG.", study.logo));
        }
        if (maps::is_drawable_png(study.office.logo_png)) return;
        throw core::input_error(core::format_text(
            "{}: the picture is cut off, broken or larger than 25 million pixels. Save it again as PNG.",
            "{}: gambar terpotong, rusak, atau lebih dari 25 juta piksel. Simpan ulang sebagai PNG.", study.logo));
    });
}

/// Where the results go: what the command line says, what the study says, "results" beside it.
void choose_output(PreparedStudy& prepared, const StudyFolder& folder, core::Diagnostics& diagnostics) {
    auto& output = prepared.request.output;
    const auto& study = prepared.study;
    if (output.empty() && !study.output.empty()) {
        const auto path = path_in_study(study.output, study.output_line, prepared, folder, diagnostics);
        if (!path) return;
        output = *path;
    }
    if (output.empty()) output = (fs::path(folder.path) / kUsualOutput).generic_string();
    collect(diagnostics, {}, [&] { io::check_output_folder(output, prepared.request.overwrite, kRecordFile); });
}

/// The line that a fault of that study names; the last where it names none.
int line_of(const Text& problem, const std::string& file) {
    const auto start = file + ", line ";
    int line = std::numeric_limits<int>::max();
    const auto& text = problem.english;
    if (!text.starts_with(start)) return line;
    std::from_chars(text.data() + start.size(), text.data() + text.size(), line);
    return line;
}

/// Does `work`; faults that it throws come in the order of their lines.
template <class Work>
void in_order_of_lines(const std::string& file, const Work& work) {
    try {
        work();
    } catch (const core::Cancelled&) {
        throw;
    } catch (const core::Error& error) {
        auto problems = error.problems();
        std::ranges::stable_sort(problems, {}, [&](const Text& problem) { return line_of(problem, file); });
        throw core::Error(error.status(), std::move(problems));
    }
}

/// Of layers that no run takes nothing is read, but their files are to be there.
void check_unused(const PreparedStudy& prepared, core::Diagnostics& diagnostics) {
    for (const auto& [path, line] : prepared.plan->unused) {
        const auto file = path.substr(0, path.find('|'));
        const bool is_file = !file.starts_with("PG:") && !file.starts_with("/vsi") && file.find("://") == file.npos;
        std::error_code fault;
        if (!is_file || fs::exists(file, fault)) continue;
        diagnostics.error(at_line(prepared.request.file, line) +
                          core::format_text("{}: no such file.", "{}: berkas tidak ada.", file));
    }
}

}  // namespace

PreparedStudy prepare_study(const StudyRequest& request, const analyses::Catalogue& catalogue, core::Progress& progress,
                            core::Diagnostics& diagnostics) {
    PreparedStudy prepared;
    prepared.request = request;
    const auto text = io::read_text_file(request.file);
    prepared.recorded.push_back({"study", request.file, "", io::sha256(text), std::nullopt});
    const StudyFolder folder{fs::path(request.file).parent_path().generic_string(), request.is_trusted};
    prepared.study = read_study(request.file, text, diagnostics);
    read_logo(prepared, folder, diagnostics);
    prepared.plan = std::make_unique<Plan>(make_plan({request.file, prepared.study, catalogue, folder}, diagnostics));
    choose_output(prepared, folder, diagnostics);
    check_unused(prepared, diagnostics);
    in_order_of_lines(request.file, [&] {
        prepared.inputs = std::make_unique<Inputs>(orders_of(*prepared.plan), progress, diagnostics);
    });
    for (auto& input : all_recorded(*prepared.plan, *prepared.inputs)) prepared.recorded.push_back(std::move(input));
    return prepared;
}

}  // namespace desakota::study
