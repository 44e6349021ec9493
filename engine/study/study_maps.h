#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/text.h"
#include "engine/maps/prepared_layers.h"
#include "engine/report/html_page.h"
#include "engine/report/report.h"
#include "engine/study/study.h"

namespace desakota::study {

/// One picture or page that is yet to be drawn.
struct Drawing {
    std::string file;                   ///< in the folder of results, "maps/distance_a4.png"; empty: not a file
    std::string page_index;             ///< the index whose picture it is in the report's page; empty: none
    std::string paper_index;            ///< the same in the report for paper
    std::function<std::string()> draw;  ///< its bytes; may be called on any thread
    double work = 1.0;                  ///< the time it takes, about, against a settlement's card
};

/// What the maps of a report share. The report must outlive it and stay where it is.
struct StudyMaps {
    /// The study's area first; then those of results that lie far from it, without a background.
    std::deque<maps::Basemap> bases;
    std::vector<maps::PreparedLayer> indexes;  ///< as the report's
    std::vector<std::size_t> base_of;          ///< of each index
    /// Of each index the background that its ways lead to.
    std::vector<std::optional<maps::LayerRole>> destinations;
    std::vector<core::Text> sources;  ///< for the foot of the area's maps
};

/// Makes the layers of all maps ready. Nothing is to be drawn where the report has no index.
[[nodiscard]] StudyMaps prepare_maps(const report::Report& report, const core::Parallel& parallel,
                                     core::Progress& progress);

/// All that is drawn: for each index a sheet for each paper (PNG and PDF) and two pictures to share, which the report
/// shows as well; pages of an atlas and settlements' cards where the study wants them. An index of a later season that
/// looks like that of an earlier one is not drawn again.
[[nodiscard]] std::vector<Drawing> drawings_of(const Study& study, const report::Report& report, const StudyMaps& maps,
                                               core::Language language);

}  // namespace desakota::study
