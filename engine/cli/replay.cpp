#include "engine/cli/replay.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <utility>

#include "engine/cli/front_end_parameters.h"
#include "engine/cli/run_analysis.h"
#include "engine/core/error.h"
#include "engine/core/number_text.h"
#include "engine/core/parallel.h"
#include "engine/io/fingerprint.h"
#include "engine/io/operating_system.h"
#include "engine/io/read_text_file.h"
#include "engine/io/run_record.h"
#include "engine/io/study_record.h"
#include "engine/study/changed_inputs.h"
#include "engine/study/run_study.h"

namespace desakota::cli {
namespace {

namespace fs = std::filesystem;
using core::Text;
using io::StoredRecord;

/// A folder for a result that is only compared; removed at the end.
class PassingFolder {
public:
    explicit PassingFolder(const fs::path& beside)
        : path_(beside / fmt::format(".desakota-{}-replay", io::process_number())) {
        std::error_code fault;
        if (fs::create_directory(path_, fault)) return;
        throw core::failure(core::format_text("{}: no folder can be made here. Name one with --output.",
                                              "{}: folder tidak dapat dibuat di sini. Sebutkan dengan --output.",
                                              beside.generic_string()));
    }
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    ~PassingFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

fs::path folder_of(const std::string& file) {
    const auto folder = fs::path(file).parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

/// One word for one value of a parameter; nothing for those that have none.
struct ToWords {
    std::vector<std::string> operator()(std::monostate) const { return {}; }
    std::vector<std::string> operator()(bool yes) const { return {yes ? "true" : "false"}; }
    std::vector<std::string> operator()(std::int64_t number) const { return {std::to_string(number)}; }
    std::vector<std::string> operator()(double number) const { return {core::number_text(number)}; }
    std::vector<std::string> operator()(const std::string& text) const { return {text}; }
    std::vector<std::string> operator()(const std::vector<std::string>& texts) const { return texts; }
    std::vector<std::string> operator()(const std::vector<double>& numbers) const {
        std::vector<std::string> words;
        words.reserve(numbers.size());
        for (const auto number : numbers) words.push_back(core::number_text(number));
        return words;
    }
};

/// The words that the user gave, files found from the record's folder.
class RecordedWords {
public:
    RecordedWords(const StoredRecord& record, const analyses::Analysis& analysis, study::StudyFolder folder)
        : record_(record), analysis_(analysis), folder_(std::move(folder)) {}

    study::Words words(core::Diagnostics& diagnostics) const {
        study::Words words;
        for (const auto& [name, value] : record_.parameters) {
            const auto* parameter = analysis_.find(name);
            const bool is_given = std::ranges::find(record_.given, name) != record_.given.end();
            if (parameter == nullptr || !is_given) continue;
            auto texts = std::visit(ToWords(), value);
            if (study::is_layer(*parameter) || parameter->kind == analyses::ParameterKind::File) {
                for (auto& text : texts) text = path_of(text, diagnostics);
            }
            add(*parameter, std::move(texts), words);
        }
        return words;
    }

private:
    static void add(const analyses::Parameter& parameter, std::vector<std::string> texts, study::Words& words) {
        if (parameter.kind != analyses::ParameterKind::YesNo) {
            words[parameter.name] = std::move(texts);
            return;
        }
        const bool is_no = !texts.empty() && texts.front() == "false";
        if (is_no && !study::needs_negation(parameter)) return;
        words[is_no ? std::string(study::kNegation) + parameter.name : parameter.name] = {"true"};
    }

    std::string path_of(const std::string& source, core::Diagnostics& diagnostics) const {
        auto path = study::study_path(source, folder_);
        if (const auto& refusal = path.refusal) diagnostics.error(*refusal);
        return path.path;
    }

    const StoredRecord& record_;
    const analyses::Analysis& analysis_;
    study::StudyFolder folder_;
};

/// Other versions may give other bytes.
void tell_versions(const StoredRecord& record, core::Diagnostics& diagnostics) {
    auto now = io::library_versions();
    const bool is_same = record.engine_version == DESAKOTA_VERSION && record.libraries == now;
    if (is_same) return;
    std::string then = "Desakota " + record.engine_version;
    for (const auto& [name, version] : record.libraries) then += fmt::format(", {} {}", name, version);
    diagnostics.warning(core::format_text("The record was made with other versions ({}): the bytes may differ.",
                                          "Catatan dibuat dengan versi lain ({}): hasilnya dapat berbeda.", then));
}

void tell_differences(const std::vector<std::string>& different, std::size_t all, Outcome& outcome) {
    if (different.empty()) {
        outcome.summary.push_back(core::format_text("All {} files came out the same, byte for byte.",
                                                    "Semua {} berkas sama persis dengan semula.", all));
        return;
    }
    std::vector<Text> problems;
    problems.reserve(different.size());
    for (const auto& file : different) {
        problems.push_back(
            core::format_text("{}: came out otherwise, or is missing.", "{}: hasilnya berbeda, atau tidak ada.", file));
    }
    throw core::Error(core::ExitStatus::UnfitInput, std::move(problems));
}

/// Files whose digits are not those that the record has.
std::vector<std::string> different_files(const StoredRecord& then, const StoredRecord& now) {
    std::vector<std::string> different;
    for (const auto& [file, sha256] : then.files) {
        const auto place = std::ranges::find(now.files, file, &std::pair<std::string, std::string>::first);
        if (place == now.files.end() || place->second != sha256) different.push_back(file);
    }
    return different;
}

/// The study lies in the folder around the results, unless the record is trusted.
std::string study_file(const StoredRecord& record, const fs::path& folder, bool is_trusted) {
    const auto around = (fs::absolute(folder) / "..").lexically_normal();
    const auto file = (folder / record.study).lexically_normal();
    const auto path = study::study_path(fs::absolute(file).generic_string(), {around.generic_string(), is_trusted});
    if (const auto& refusal = path.refusal) throw core::usage_error(*refusal);
    return file.generic_string();
}

/// The folder may hold other files by now than the run wrote.
void tell_edited_files(const StoredRecord& record, const fs::path& folder, core::Diagnostics& diagnostics) {
    for (const auto& [file, sha256] : record.files) {
        const auto path = folder / file;
        std::error_code fault;
        const bool is_there = fs::is_regular_file(path, fault);
        if (is_there && io::sha256_of_file(path.generic_string()) == sha256) continue;
        diagnostics.warning(core::format_text("{}: is not there any more, or no longer as the run wrote it.",
                                              "{}: sudah tidak ada, atau bukan lagi seperti yang ditulis proses itu.",
                                              path.generic_string()));
    }
}

void replay_study(const ReplayRequest& request, const StoredRecord& record, const analyses::Catalogue& catalogue,
                  core::Progress& progress, Outcome& outcome) {
    constexpr double kReadEnd = 0.2;
    const auto folder = folder_of(request.record);
    std::optional<PassingFolder> passing;
    study::StudyRequest again;
    again.file = study_file(record, folder, request.values.is_yes("trust"));
    again.output = request.values.text("output");
    if (again.output.empty()) {
        passing.emplace(folder_of(fs::absolute(folder).lexically_normal().generic_string()));
        again.output = (passing->path() / "results").generic_string();
    }
    again.is_trusted = request.values.is_yes("trust");
    again.language = record.language;
    again.threads = core::thread_count(static_cast<int>(request.values.numbers.at("threads").front()));
    again.engine_version = DESAKOTA_VERSION;
    again.record_folder = folder.generic_string();
    core::Stage reading(progress, 0.0, kReadEnd);
    auto prepared = study::prepare_study(again, catalogue, reading, outcome.diagnostics);
    study::check_inputs_are(prepared.recorded, record.inputs, request.record);
    tell_edited_files(record, folder, outcome.diagnostics);
    core::Stage finishing(progress, kReadEnd, 1.0);
    const auto done = study::finish_study(std::move(prepared), finishing, outcome.diagnostics);
    const auto now = io::read_record(study::kRecordFile, io::read_text_file(done.output + "/" + study::kRecordFile));
    if (!passing) outcome.output = done.output;
    tell_differences(different_files(record, now), record.files.size(), outcome);
}

void replay_analysis(const ReplayRequest& request, const StoredRecord& record, const analyses::Analysis& analysis,
                     core::Progress& progress, Outcome& outcome) {
    if (record.given.empty() || record.files.empty()) {
        throw core::input_error(
            core::format_text("{}: was written by an earlier version, which did not keep what a "
                              "replay needs.",
                              "{}: ditulis oleh versi sebelumnya, yang belum menyimpan keperluan "
                              "pengulangan.",
                              request.record));
    }
    const auto folder = folder_of(request.record);
    const auto original = (folder / record.files.front().first).generic_string();
    std::optional<PassingFolder> passing;
    auto output = request.values.text("output");
    if (output.empty()) {
        passing.emplace(folder);
        output = (passing->path() / fs::path(original).filename()).generic_string();
    }
    core::Diagnostics faults;
    auto words =
        RecordedWords(record, analysis, {folder.generic_string(), request.values.is_yes("trust")}).words(faults);
    words["output"] = {output};
    auto parameters = analysis.parameters;
    parameters.insert(parameters.end(), front_end_parameters().begin(), front_end_parameters().end());
    auto values = study::read_values(parameters, words, faults);
    faults.throw_errors(core::ExitStatus::WrongUsage);
    values.numbers["threads"] = request.values.numbers.at("threads");
    Manner manner = request.manner;
    manner.language = record.language;
    repeat_analysis(analysis, values, {manner, original, record.inputs}, progress, outcome);
    outcome.layers.clear();
    outcome.figures.clear();
    outcome.summary.clear();
    std::vector<std::string> different;
    for (const auto& [file, sha256] : record.files) {
        const auto now = (folder_of(output) / fs::path(file).filename()).generic_string();
        const auto then = (folder / file).generic_string();
        std::error_code fault;
        const bool are_there = fs::exists(now, fault) && fs::exists(then, fault);
        if (!are_there || io::sha256_of_file(now) != io::sha256_of_file(then)) different.push_back(file);
    }
    if (passing) outcome.output.clear();
    tell_differences(different, record.files.size(), outcome);
}

}  // namespace

void replay(const ReplayRequest& request, const analyses::Catalogue& catalogue, core::Progress& progress,
            Outcome& outcome) {
    const auto record = io::read_record(request.record, io::read_text_file(request.record));
    tell_versions(record, outcome.diagnostics);
    if (!record.study.empty()) {
        replay_study(request, record, catalogue, progress, outcome);
        return;
    }
    const auto place = std::ranges::find(catalogue, record.analysis, &analyses::Analysis::id);
    if (place == catalogue.end()) {
        throw core::input_error(core::format_text("{0}: this version has no analysis \"{1}\".",
                                                  "{0}: versi ini tidak memiliki analisis \"{1}\".", request.record,
                                                  record.analysis));
    }
    replay_analysis(request, record, *place, progress, outcome);
}

}  // namespace desakota::cli
