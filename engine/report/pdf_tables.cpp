#include "engine/report/pdf_tables.h"

#include <algorithm>
#include <cairo.h>
#include <numeric>
#include <utility>

#include "engine/core/shown_number.h"
#include "engine/report/page_table.h"
#include "engine/report/pdf_columns.h"

namespace desakota::report {
namespace {

using core::Language;

constexpr double kPadding = 3.0;
constexpr PdfText kCell{7.5, false, maps::kBlack};
constexpr PdfText kHeading{7.5, true, maps::kBlack};
constexpr maps::Colour kHeadingGround{226, 232, 238};

class Drawing {
public:
    Drawing(PdfPages& pages, const std::vector<PdfColumn>& columns) : pages_(pages), columns_(columns) {
        const double all = std::accumulate(columns.begin(), columns.end(), 0.0,
                                           [](double sum, const PdfColumn& column) { return sum + column.share; });
        for (const auto& column : columns) {
            widths_.push_back(PdfPages::kWidth * column.share / all);
            headings_.push_back(column.heading);
        }
    }

    void headings() { row(headings_, kHeading, true); }

    void row(const std::vector<std::string>& cells) {
        const double height = height_of(cells, kCell);
        if (pages_.room() < height) {
            pages_.need(PdfPages::whole_room());
            headings();
        }
        row(cells, kCell, false);
    }

    /// Of the headings and the first row, which stay together.
    [[nodiscard]] double beginning(const std::vector<std::string>& cells) {
        return height_of(headings_, kHeading) + height_of(cells, kCell);
    }

private:
    [[nodiscard]] PdfBox box_of(std::size_t column, double left) const {
        return {left + kPadding, pages_.y() + kPadding, widths_[column] - 2.0 * kPadding, columns_[column].align,
                kMostCellLines};
    }

    double height_of(const std::vector<std::string>& cells, const PdfText& look) {
        double height = 0.0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            height = std::max(height, pages_.height_of(cells[i], look, box_of(i, 0.0)));
        }
        return height + 2.0 * kPadding;
    }

    void row(const std::vector<std::string>& cells, const PdfText& look, bool is_heading) {
        const double height = height_of(cells, look);
        auto* canvas = pages_.canvas();
        if (is_heading) {
            cairo_set_source_rgb(canvas, kHeadingGround.red / 255.0, kHeadingGround.green / 255.0,
                                 kHeadingGround.blue / 255.0);
            cairo_rectangle(canvas, PdfPages::kLeft, pages_.y(), PdfPages::kWidth, height);
            cairo_fill(canvas);
        }
        double left = PdfPages::kLeft;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            pages_.text_at(cells[i], look, box_of(i, left));
            left += widths_[i];
        }
        pages_.advance(height);
        rule();
    }

    void rule() {
        constexpr double kGrey = 0.75;
        auto* canvas = pages_.canvas();
        cairo_set_source_rgb(canvas, kGrey, kGrey, kGrey);
        cairo_set_line_width(canvas, 0.4);
        cairo_move_to(canvas, PdfPages::kLeft, pages_.y());
        cairo_line_to(canvas, PdfPages::kLeft + PdfPages::kWidth, pages_.y());
        cairo_stroke(canvas);
    }

    PdfPages& pages_;
    const std::vector<PdfColumn>& columns_;
    std::vector<double> widths_;
    std::vector<std::string> headings_;
};

void say_what_is_left_out(PdfPages& pages, const PageTable& table, std::size_t rows, std::size_t columns,
                          Language language) {
    const auto number = [&](std::size_t count) { return core::shown_number(static_cast<double>(count), 0, language); };
    if (rows == table.rows && columns == table.columns.size()) return;
    const auto all_rows = number(table.rows);
    const auto all_columns = number(table.columns.size());
    const auto columns_text =
        core::format_text("{} of {} columns; all of them are in tables.xlsx.",
                          "{} dari {} kolom; selengkapnya di tables.xlsx.", number(columns), all_columns);
    const auto rows_text = core::format_text("{} of {} rows and {} of {} columns; all of them are in tables.xlsx.",
                                             "{} dari {} baris dan {} dari {} kolom; selengkapnya di tables.xlsx.",
                                             number(rows), all_rows, number(columns), all_columns);
    pages.advance(2.0);
    pages.paragraph((rows == table.rows ? columns_text : rows_text).in(language), kSmallText);
}

}  // namespace

void draw_table(PdfPages& pages, const std::vector<PdfColumn>& columns,
                const std::vector<std::vector<std::string>>& rows) {
    if (columns.empty()) return;
    Drawing drawing(pages, columns);
    if (!rows.empty()) pages.need(drawing.beginning(rows.front()));
    drawing.headings();
    for (const auto& row : rows) drawing.row(row);
    pages.advance(4.0);
}

void draw_report_table(PdfPages& pages, const Table& table, const Report& report, Language language) {
    constexpr double kLetters = 106.0;
    auto all = page_table(table, report, language);
    for (std::size_t i = 0; i < all.columns.size(); ++i) {
        all.columns[i] = on_paper(std::move(all.columns[i]), table.layer->columns[i].definition());
    }
    const auto row_count = all.rows > kMostPdfRows ? kFirstPdfRows : all.rows;
    const auto shown = paper_columns(all, table, report, language, kLetters);
    std::vector<PdfColumn> columns;
    for (const auto& [number, width] : shown) {
        const auto& column = all.columns[number];
        columns.push_back({column.heading, width, column.is_of_numbers() ? PdfAlign::Right : PdfAlign::Left});
    }
    std::vector<std::vector<std::string>> rows(row_count);
    for (std::size_t row = 0; row < row_count; ++row) {
        for (const auto& one : shown) rows[row].push_back(shown_cell(all.columns[one.number], row, language));
    }
    pages.heading(all.title, 2);
    draw_table(pages, columns, rows);
    say_what_is_left_out(pages, all, row_count, shown.size(), language);
}

}  // namespace desakota::report
