#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/report/html_page.h"
#include "engine/report/page_table.h"
#include "engine/report/report.h"

namespace desakota::report {

using View = kainjow::mustache::data;
using ViewList = kainjow::mustache::list;

/// What a template's section shows once, or not at all where the text is empty.
[[nodiscard]] View unless_empty_view(const std::string& text);
/// Texts as a list of {"text": ...}.
[[nodiscard]] View text_list_view(const std::vector<core::Text>& texts, core::Language language);
[[nodiscard]] View figures_view(const std::vector<ShownFigure>& figures, core::Language language);

/// The pictures of the indexes with their legends; `doubt` and `undrawn` stand as further lines of a legend.
[[nodiscard]] View maps_view(const Report& report, const PagePictures& pictures, core::Language language);
/// The legend of what lies behind the indexes.
[[nodiscard]] View background_view(const Report& report, core::Language language);
/// A table's heading and first rows; `number` is its place among the page's tables.
[[nodiscard]] View table_view(const PageTable& table, std::size_t number, core::Language language);
[[nodiscard]] View charts_view(const Report& report, core::Language language);
[[nodiscard]] View passport_view(const Passport& passport, core::Language language);
[[nodiscard]] View methods_view(const std::vector<Method>& methods, core::Language language);
[[nodiscard]] View parameters_view(const std::vector<ChosenParameter>& parameters, core::Language language);
[[nodiscard]] View sources_view(const std::vector<Source>& sources, core::Language language);
[[nodiscard]] View versions_view(const std::vector<std::pair<std::string, std::string>>& versions);

}  // namespace desakota::report
