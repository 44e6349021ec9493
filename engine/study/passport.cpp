#include "engine/study/passport.h"

#include <string>
#include <utility>
#include <vector>

#include "engine/report/quality.h"
#include "engine/study/corrections.h"
#include "engine/study/input_quality.h"
#include "engine/study/settlement_rows.h"

namespace desakota::study {
namespace {

using layers::Layer;
using report::Quality;

/// The title of a layer parameter, from the first run whose analysis has it.
core::Text title_of(const StudyResults& results, const std::string& parameter) {
    for (const auto& run : results.runs) {
        const auto* found = run.analysis->find(parameter);
        if (found != nullptr) return found->title;
    }
    return core::same_text(parameter);
}

report::GradedInput grade(const Layer& layer, const StudyResults& results, const std::string& parameter,
                          std::size_t place) {
    std::vector<report::GradedShare> shares{
        report::graded_share(Quality::Geometries, valid_geometries(layer)),
        report::graded_share(Quality::Fields, filled_fields(layer, results, parameter, place)),
        report::graded_share(Quality::Ids, matched_ids(layer, results, parameter)),
        report::graded_share(Quality::LineEnds, parameter == "roads" ? sound_line_ends(layer, results) : std::nullopt)};
    const auto name = place == 0 ? parameter : parameter + " " + std::to_string(place + 1);
    return report::graded_input(name, title_of(results, parameter), layer.row_count, std::move(shares));
}

}  // namespace

report::Passport passport_of(const Study& study, const StudyResults& results) {
    report::Passport passport;
    passport.limits = report::quality_limits();
    for (const auto& [parameter, layers] : results.inputs) {
        for (std::size_t place = 0; place < layers.size(); ++place) {
            passport.inputs.push_back(grade(layers[place], results, parameter, place));
        }
    }
    passport.corrections = worthiest_corrections(results, study_settlements(study, results));
    return passport;
}

}  // namespace desakota::study
