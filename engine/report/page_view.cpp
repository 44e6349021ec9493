#include "engine/report/page_view.h"

#include <algorithm>
#include <fmt/format.h>

#include "engine/core/shown_number.h"
#include "engine/report/chart_svg.h"
#include "engine/report/json_text.h"
#include "engine/report/legend.h"
#include "engine/report/page_texts.h"
#include "engine/report/unbroken.h"

namespace desakota::report {
namespace {

View member(const std::string& name, const std::string& text) {
    View view;
    view[name] = View(text);
    return view;
}

std::string count_text(std::size_t count, core::Language language) {
    return core::shown_number(static_cast<double>(count), 0, language);
}

View legend_line(const std::string& heading, const std::string& swatch, const std::string& label,
                 const std::string& rows) {
    View view;
    view["heading"] = unless_empty_view(heading);
    view["swatch"] = View(swatch);
    view["label"] = View(label);
    view["rows"] = View(rows);
    return view;
}

ViewList legend_lines(const Legend& legend, geo::GeometryType type, core::Language language) {
    ViewList lines;
    std::string heading;
    const bool has_rows = std::ranges::any_of(legend.entries, [](const LegendEntry& entry) { return entry.rows > 0; });
    for (const auto& entry : legend.entries) {
        // As in the pictures.
        if (has_rows && entry.rows == 0) continue;
        lines.push_back(legend_line(entry.heading == heading ? "" : entry.heading, swatch_svg(entry.symbol, type),
                                    entry.label, count_text(entry.rows, language)));
        heading = entry.heading;
    }
    if (!legend.doubt.empty() && legend.doubtful_rows > 0) {
        maps::Symbol white;
        white.colour = maps::kWhite;
        lines.push_back(
            legend_line("", swatch_svg(white, type, true), legend.doubt, count_text(legend.doubtful_rows, language)));
    }
    if (legend.undrawn_rows > 0) {
        lines.push_back(
            legend_line("", "", page_text("not_drawn").in(language), count_text(legend.undrawn_rows, language)));
    }
    return lines;
}

/// "Dry season" within a title: "dry season".
std::string within_title(std::string words) {
    if (!words.empty() && words.front() >= 'A' && words.front() <= 'Z') {
        words.front() = static_cast<char>(words.front() - 'A' + 'a');
    }
    return words;
}

std::string title_of(const Index& index, core::Language language) {
    const auto& subject = index.subject.in(language);
    auto title = index.title.in(language);
    // Many titles begin with their subject.
    if (!title.starts_with(subject)) title = subject + (title.empty() ? "" : " – ") + title;
    const auto season = within_title(index.season.in(language));
    return season.empty() ? title : title + ", " + season;
}

/// "Map: Access to health care – Distance by road – Dry season. 0-1 km: 12; 1-3 km: 8"
std::string alternative_text(const std::string& title, const Legend& legend, core::Language language) {
    std::vector<std::string> parts;
    parts.reserve(legend.entries.size());
    for (const auto& entry : legend.entries) {
        parts.push_back(fmt::format("{}: {}", entry.label, count_text(entry.rows, language)));
    }
    return fmt::format("{} {}. {}", page_text("map_of").in(language), title, fmt::join(parts, "; "));
}

View map_view(const Index& index, const PagePictures& pictures, core::Language language) {
    const auto legend = legend_of(index.drawn, language);
    const auto title = title_of(index, language);
    const auto picture = pictures.maps.find(index.id);
    View view;
    view["id"] = View(index.id);
    view["title"] = View(title);
    view["worse"] = unless_empty_view(index.worse.in(language));
    view["alternative"] = View(alternative_text(title, legend, language));
    view["legend"] = View(legend_lines(legend, index.drawn.layer->geometry_type, language));
    view["picture"] =
        picture == pictures.maps.end() ? View(false) : View("data:image/png;base64," + base64(picture->second));
    return view;
}

View cells_view(const PageTable& table, std::size_t row, core::Language language) {
    ViewList cells;
    for (const auto& column : table.columns) {
        View cell;
        cell["text"] = View(shown_cell(column, row, language));
        cell["number"] = View(column.is_of_numbers());
        cell["heading"] = View(column.heading);
        cells.push_back(std::move(cell));
    }
    View view;
    view["cells"] = View(cells);
    return view;
}

}  // namespace

View unless_empty_view(const std::string& text) {
    return text.empty() ? View(false) : View(text);
}

View text_list_view(const std::vector<core::Text>& texts, core::Language language) {
    ViewList list;
    list.reserve(texts.size());
    for (const auto& text : texts) list.push_back(member("text", unbroken(text.in(language))));
    return {list};
}

View figures_view(const std::vector<ShownFigure>& figures, core::Language language) {
    ViewList list;
    for (const auto& figure : figures) {
        auto view = member("label", figure.label.in(language));
        view["value"] = View(figure.value.in(language));
        list.push_back(std::move(view));
    }
    return {list};
}

View maps_view(const Report& report, const PagePictures& pictures, core::Language language) {
    ViewList list;
    list.reserve(report.indexes.size());
    for (const auto& index : report.indexes) {
        auto view = map_view(index, pictures, language);
        // Where there are pictures, an index without one looks like another; only the map to move in needs its legend.
        view["is_hidden"] = View(!pictures.maps.empty() && !pictures.maps.contains(index.id));
        list.push_back(std::move(view));
    }
    return {list};
}

View background_view(const Report& report, core::Language language) {
    ViewList lines;
    for (const auto& background : report.background) {
        const auto& [layer, style] = background.drawn;
        for (const auto& style_class : style.classes) {
            const auto& label = style_class.label.in(language);
            lines.push_back(legend_line("", swatch_svg(style_class.symbol, layer->geometry_type),
                                        label.empty() ? style.title.in(language) : label, ""));
        }
    }
    return {lines};
}

View table_view(const PageTable& table, std::size_t number, core::Language language) {
    ViewList headings;
    for (const auto& column : table.columns) {
        auto view = member("heading", column.heading);
        view["number"] = View(column.is_of_numbers());
        headings.push_back(std::move(view));
    }
    ViewList rows;
    const auto shown = std::min(table.rows, kPlainRows);
    rows.reserve(shown);
    for (std::size_t row = 0; row < shown; ++row) rows.push_back(cells_view(table, row, language));
    const auto cut = fmt::format(fmt::runtime(page_text("first_rows_of").in(language)), count_text(shown, language),
                                 count_text(table.rows, language));
    View view;
    view["id"] = View(table.id);
    view["table_title"] = View(table.title);
    view["number_of_table"] = View(std::to_string(number));
    view["row_count"] = View(count_text(table.rows, language));
    view["headings"] = View(headings);
    view["body"] = View(rows);
    view["cut"] = unless_empty_view(shown < table.rows ? cut : "");
    return view;
}

View charts_view(const Report& report, core::Language language) {
    ViewList list;
    for (std::size_t i = 0; i < report.charts.size(); ++i) {
        const auto& chart = report.charts[i];
        auto view = member("title", chart.title.in(language));
        view["number"] = View(std::to_string(i));
        view["description"] = unless_empty_view(chart.description.in(language));
        view["svg"] = View(chart_svg(chart, language));
        list.push_back(std::move(view));
    }
    return {list};
}

}  // namespace desakota::report
