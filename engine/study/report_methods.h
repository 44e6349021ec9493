#pragma once

#include <string>
#include <vector>

#include "engine/io/run_record.h"
#include "engine/report/report.h"
#include "engine/study/results.h"
#include "engine/study/settlement_rows.h"
#include "engine/study/study.h"

namespace desakota::study {

/// What every analysis did, with its answers, messages and figures; of several seasons together: what differs says of
/// which season it is.
[[nodiscard]] std::vector<report::Method> report_methods(const StudyResults& results);

/// The results that are worth reading as tables: not courses of ways, curves, or rows of single households.
[[nodiscard]] std::vector<report::Table> report_tables(const StudyResults& results);

/// What the figures do not say: what lies at the edge of the data, rests on few households, was withheld, or is not
/// verified, and what the runs warned of. Each once.
[[nodiscard]] std::vector<core::Text> report_limits(const Study& study, const StudyResults& results);

[[nodiscard]] std::vector<report::Source> report_sources(const Study& study, const StudyResults& results);

/// A parameter's value as run.json has it, in the C locale; lists set apart by ", "; empty where it has none.
[[nodiscard]] std::string record_text(const io::RecordValue& value);

}  // namespace desakota::study
