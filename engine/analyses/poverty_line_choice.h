#pragma once

#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/welfare/poverty_lines.h"

namespace desakota::analyses {

/// line, lines, dollar-a-day, exchange-rate, days-in-month, lines-file, at-line-is-poor.
[[nodiscard]] std::vector<Parameter> poverty_line_parameters();

/// The lines that the options ask for, in this order: --line, --lines, --dollar-a-day. Usage errors: an id that no
/// built-in line has, dollars without an exchange rate. What only --dollar-a-day uses, without it, is an option without
/// effect. Tells what dollars come to in rupiah.
[[nodiscard]] std::vector<welfare::PovertyLine> chosen_lines(const Arguments& arguments,
                                                             core::Diagnostics& diagnostics);
/// The same with those of --lines-file behind them. Errors: a line twice, or named as other columns are. A fault of the
/// file itself is thrown as core::Error.
[[nodiscard]] std::vector<welfare::PovertyLine> with_lines_of_file(const Arguments& arguments,
                                                                   std::vector<welfare::PovertyLine> lines,
                                                                   core::Diagnostics& diagnostics);
/// Whether any line is asked for.
[[nodiscard]] bool asks_for_lines(const Arguments& arguments);

/// Warns of lines whose amount is not verified.
void warn_of_unverified_lines(const std::vector<welfare::PovertyLine>& lines, core::Diagnostics& diagnostics);

}  // namespace desakota::analyses
