#include "engine/study/write_results.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "engine/core/direction_marks.h"
#include "engine/core/parallel.h"
#include "engine/io/fingerprint.h"
#include "engine/io/operating_system.h"
#include "engine/io/staged_files.h"
#include "engine/io/write_layers.h"
#include "engine/report/html_page.h"
#include "engine/report/pdf_report.h"
#include "engine/report/plain_page.h"
#include "engine/study/jobs.h"
#include "engine/study/result_tables.h"
#include "engine/study/share_text.h"
#include "engine/study/study_maps.h"

namespace desakota::study {
namespace {

/// Where the maps are ready to be drawn, and where all but the document for word processors is written.
constexpr double kPreparedEnd = 0.01;
constexpr double kWrittenEnd = 0.99;

constexpr const char* kResults = "results.gpkg";
constexpr const char* kTables = "tables.xlsx";
constexpr const char* kPage = "report.html";
constexpr const char* kPaper = "report.pdf";
constexpr const char* kDocument = "report.docx";
constexpr const char* kPlainPage = ".report-for-pandoc.html";
constexpr const char* kMessage = "share/ringkasan.txt";

/// A file that one job writes, with what it has to tell; empty digest: there is nothing to write.
struct MadeFile {
    std::string digest;
    core::Diagnostics told;
};

/// All layers of all runs, tables after what has geometry.
std::vector<layers::Layer> all_layers(const StudyResults& results) {
    std::vector<layers::Layer> with_geometry;
    std::vector<layers::Layer> tables;
    for (const auto& run : results.runs) {
        for (const auto& layer : run.results.layers) {
            auto& list = layer.geometry_type == geo::GeometryType::None ? tables : with_geometry;
            list.push_back(layer);
        }
    }
    std::ranges::move(tables, std::back_inserter(with_geometry));
    return with_geometry;
}

class ResultsWriter {
public:
    ResultsWriter(const StudyContent& content, io::StagedFolder& folder, core::Diagnostics& diagnostics)
        : content_(content), folder_(folder), diagnostics_(diagnostics), language_(content.request.language) {}

    std::vector<WrittenFile> write(core::Progress& progress) {
        core::Stage preparing(progress, 0.0, kPreparedEnd);
        const core::Parallel parallel{.threads = content_.request.threads, .grain = 1};
        maps_ = prepare_maps(content_.report, parallel, preparing);
        drawings_ = drawings_of(content_.study, content_.report, maps_, language_);
        for (const auto& drawing : drawings_) {
            if (!drawing.file.empty()) (void)folder_.add(drawing.file);
        }
        kept_.resize(drawings_.size());
        digests_.resize(drawings_.size());
        core::Stage writing(progress, kPreparedEnd, kWrittenEnd);
        do_all(writing);
        core::Stage waiting(progress, kWrittenEnd, 1.0);
        return files(end_document(waiting));
    }

private:
    /// In three steps, each of which needs pictures of the one before. The page comes first, so that pandoc, which
    /// takes as long as much of the rest, works beside it.
    void do_all(core::Progress& progress) {
        std::vector<Job> first;
        std::vector<Job> second{page_job(), tables_job(), results_job()};
        std::vector<Job> third{paper_job()};
        for (std::size_t i = 0; i < drawings_.size(); ++i) {
            auto& step = !drawings_[i].page_index.empty() ? first : !drawings_[i].paper_index.empty() ? second : third;
            step.push_back(drawing_job(i));
        }
        double whole = 0.0;
        for (const auto* const jobs : {&first, &second, &third}) whole += work_of(*jobs);
        double done = 0.0;
        for (const auto* const jobs : {&first, &second, &third}) {
            const double share = work_of(*jobs) / whole;
            core::Stage stage(progress, done, done + share);
            run_jobs(*jobs, content_.request.threads, stage);
            done += share;
            take_pictures();
        }
    }

    static double work_of(const std::vector<Job>& jobs) {
        double work = 0.0;
        for (const auto& job : jobs) work += job.weight;
        return work;
    }

    [[nodiscard]] std::string shown(const std::string& file) const { return content_.request.output + "/" + file; }

    [[nodiscard]] std::string write_file(const std::string& file, std::string_view bytes) const {
        io::write_new_file(folder_.place_of(file), shown(file), bytes);
        return io::sha256(bytes);
    }

    [[nodiscard]] Job drawing_job(std::size_t number) {
        const auto draw = [this, number](core::Progress& /*progress*/) {
            const auto& drawing = drawings_[number];
            auto bytes = drawing.draw();
            if (!drawing.file.empty()) digests_[number] = write_file(drawing.file, bytes);
            const bool is_shown = !drawing.page_index.empty() || !drawing.paper_index.empty();
            if (is_shown) kept_[number] = std::move(bytes);
        };
        return {draw, drawings_[number].work};
    }

    /// The pictures drawn in the step before, to where they are shown.
    void take_pictures() {
        for (std::size_t i = 0; i < drawings_.size(); ++i) {
            if (kept_[i].empty()) continue;
            const auto& [file, page_index, paper_index, draw, work] = drawings_[i];
            if (!page_index.empty()) page_pictures_.maps[page_index] = kept_[i];
            if (!paper_index.empty()) paper_pictures_.maps[paper_index] = kept_[i];
            kept_[i] = {};
        }
    }

    // The time of the files against a settlement's card, as measured on forty settlements and on 3,300.
    [[nodiscard]] double work_of_rows(double least, double rows_of_one) const {
        return least + static_cast<double>(content_.report.settlements.size()) / rows_of_one;
    }

    [[nodiscard]] Job page_job() {
        const auto make = [this](core::Progress& progress) {
            const auto page =
                core::without_direction_marks(report::html_page(content_.report, page_pictures_, language_, progress));
            page_.digest = write_file(kPage, page);
            begin_document(page);
        };
        return {make, work_of_rows(4.0, 80.0)};
    }

    [[nodiscard]] Job paper_job() {
        constexpr double kPicture = 3.0;
        const auto make = [this](core::Progress& progress) {
            paper_.digest =
                write_file(kPaper, report::pdf_report(content_.report, paper_pictures_, language_, progress));
        };
        return {make, 4.0 + kPicture * static_cast<double>(content_.report.indexes.size())};
    }

    [[nodiscard]] io::OutputTarget target(const std::string& file, MadeFile& written) const {
        io::OutputTarget target;
        target.language = language_;
        target.diagnostics = &written.told;
        target.path = folder_.place_of(file);
        return target;
    }

    [[nodiscard]] Job tables_job() {
        const auto make = [this](core::Progress& progress) {
            auto tables = result_tables(content_.report, content_.results, language_);
            if (tables.empty()) return;
            auto workbook = target(kTables, tables_);
            std::vector<layers::Layer> sheets;
            for (auto& table : tables) {
                workbook.number_formats.push_back(std::move(table.number_formats));
                sheets.push_back(std::move(table.layer));
            }
            io::write_layers(sheets, workbook, progress);
            tables_.digest = io::sha256_of_file(workbook.path);
        };
        return {make, work_of_rows(3.0, 110.0)};
    }

    [[nodiscard]] Job results_job() {
        const auto make = [this](core::Progress& progress) {
            auto package = target(kResults, results_);
            package.run_record = content_.record;
            package.record_beside = false;
            io::write_layers(all_layers(content_.results), package, progress);
            results_.digest = io::sha256_of_file(package.path);
        };
        return {make, work_of_rows(5.0, 110.0)};
    }

    /// A document for word processors, where pandoc is installed to make it. The page holds its pictures and points at
    /// nothing else.
    void begin_document(const std::string& page) {
        const auto source = folder_.place_of(kPlainPage);
        io::write_new_file(source, shown(kDocument), report::plain_page(page));
        pandoc_ = std::make_unique<io::RunningProgram>(std::vector<std::string>{
            "pandoc", "--from=html", "--to=docx", "--output=" + folder_.place_of(kDocument), source});
    }

    /// Whether the document was made.
    bool end_document(core::Progress& progress) {
        const bool is_made = pandoc_->wait(progress) == 0;
        io::remove_file(folder_.place_of(kPlainPage));
        if (is_made) return true;
        io::remove_file(folder_.place_of(kDocument));
        if (pandoc_->was_found()) {
            diagnostics_.warning({"pandoc could not make report.docx; the other files are complete.",
                                  "pandoc tidak dapat membuat report.docx; berkas lain lengkap."});
        }
        return false;
    }

    void add(std::vector<WrittenFile>& files, const std::string& name, const MadeFile& file) {
        for (const auto& item : file.told.items()) {
            if (item.severity == core::Severity::Warning) diagnostics_.warning(item.text);
        }
        if (file.digest.empty()) return;
        (void)folder_.add(name);
        files.push_back({name, file.digest});
    }

    [[nodiscard]] std::vector<WrittenFile> files(bool has_document) {
        std::vector<WrittenFile> files;
        for (std::size_t i = 0; i < drawings_.size(); ++i) {
            if (!drawings_[i].file.empty()) files.push_back({drawings_[i].file, digests_[i]});
        }
        add(files, kPage, page_);
        add(files, kPaper, paper_);
        if (has_document) add(files, kDocument, {io::sha256_of_file(folder_.place_of(kDocument)), {}});
        const auto message = core::without_direction_marks(share_text(content_.report, kPage, language_));
        folder_.write(kMessage, message);
        files.push_back({kMessage, io::sha256(message)});
        add(files, kTables, tables_);
        add(files, kResults, results_);
        return files;
    }

    const StudyContent& content_;
    io::StagedFolder& folder_;
    core::Diagnostics& diagnostics_;
    core::Language language_;
    StudyMaps maps_;
    std::vector<Drawing> drawings_;
    std::vector<std::string> kept_;     // of drawings that are shown
    std::vector<std::string> digests_;  // of drawings that are files
    report::PagePictures page_pictures_;
    report::PagePictures paper_pictures_;
    MadeFile page_;
    MadeFile paper_;
    MadeFile tables_;
    MadeFile results_;
    std::unique_ptr<io::RunningProgram> pandoc_;
};

}  // namespace

std::vector<WrittenFile> write_results(const StudyContent& content, io::StagedFolder& folder, core::Progress& progress,
                                       core::Diagnostics& diagnostics) {
    return ResultsWriter(content, folder, diagnostics).write(progress);
}

}  // namespace desakota::study
