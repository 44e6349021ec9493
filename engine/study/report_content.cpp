#include "engine/study/report_content.h"

#include "engine/study/passport.h"
#include "engine/study/report_charts.h"
#include "engine/study/report_findings.h"
#include "engine/study/report_indexes.h"
#include "engine/study/report_methods.h"
#include "engine/study/report_parameters.h"
#include "engine/study/report_priorities.h"
#include "engine/study/report_settlements.h"
#include "engine/study/settlement_rows.h"

namespace desakota::study {

report::Report report_of(const Study& study, const StudyResults& results) {
    const auto settlements = study_settlements(study, results);
    report::Report report;
    report.title = study.title;
    report.area = study.area;
    report.office = study.office;
    report.boundaries_are_indicative = study.maps.indicative_boundaries;
    report.settlements = settlement_cards(settlements, results);
    report.priorities = priority_list(study, results, settlements);
    add_priorities_to_cards(report);
    report.findings = key_findings(report, results);
    report.indexes = report_indexes(results, settlements, study.asked_maps);
    report.background = report_background(results, settlements);
    report.passport = passport_of(study, results);
    report.charts = report_charts(results, settlements);
    report.tables = report_tables(results);
    report.methods = report_methods(results);
    report.parameters = chosen_parameters(results);
    report.limits = report_limits(study, results);
    report.sources = report_sources(study, results);
    return report;
}

}  // namespace desakota::study
