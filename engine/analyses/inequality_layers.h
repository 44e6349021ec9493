#pragma once

#include <vector>

#include "engine/analyses/catalogue.h"
#include "engine/analyses/inequality_findings.h"

namespace desakota::analyses {

/// What decides which columns a result has and what stands in its class columns.
struct InequalityView {
    IncomeUnit unit = IncomeUnit::Person;
    bool has_intervals = true;
    bool classes_grouped = false;  ///< the class is of the Gini of three classes, not of the Gini from every income
    const welfare::Classes* gini_classes = nullptr;
    const welfare::Classes* bottom_40_classes = nullptr;
};
/// As the options say.
[[nodiscard]] InequalityView inequality_view(const Arguments& arguments);
/// As declared, before any options.
[[nodiscard]] InequalityView declared_inequality_view();
/// "oshima", "bps", "bounds_40_50", each with what users read.
[[nodiscard]] std::vector<Choice> gini_class_choices();

/// The main layer, the summary and the Lorenz curves, in this order.
[[nodiscard]] std::vector<OutputLayer> inequality_outputs(const InequalityView& view);
[[nodiscard]] layers::Layer make_inequality_layer(const InequalityInput& input, const InequalityFindings& findings,
                                                  const InequalityView& view, const layers::Layer& settlements,
                                                  core::Language language);
[[nodiscard]] layers::Layer make_inequality_summary(const InequalityInput& input, const InequalityFindings& findings,
                                                    const InequalityView& view, core::Language language);
[[nodiscard]] layers::Layer make_lorenz_table(const InequalityInput& input, const InequalityFindings& findings);

/// The figures and sentences of a run: of all settlements together.
void add_inequality_answer(Results& results, const InequalityFindings& findings, const InequalityView& view);

}  // namespace desakota::analyses
