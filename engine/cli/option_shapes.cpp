#include "engine/cli/option_shapes.h"

#include "engine/core/suggestion.h"
#include "engine/study/typed_values.h"

namespace desakota::cli {

using analyses::Parameter;
using analyses::ParameterKind;
using core::format_text;

std::vector<OptionShape> option_shapes(const std::vector<Parameter>& parameters) {
    std::vector<OptionShape> shapes;
    for (const auto& parameter : parameters) {
        const auto takes = parameter.kind == ParameterKind::YesNo ? Takes::Nothing
                           : study::takes_many(parameter)         ? Takes::ManyValues
                                                                  : Takes::OneValue;
        shapes.push_back({parameter.name, takes});
        if (study::needs_negation(parameter))
            shapes.push_back({std::string(study::kNegation) + parameter.name, Takes::Nothing});
    }
    return shapes;
}

void report_unknown_words(const std::vector<std::string>& rest, const std::vector<std::string>& names,
                          core::Diagnostics& diagnostics) {
    std::vector<std::string> options;
    options.reserve(names.size());
    for (const auto& name : names) options.push_back("--" + name);
    bool after_option = false;
    for (const auto& word : rest) {
        const bool is_option = word.size() > 1 && word.front() == '-';
        if (is_option) {
            const auto option = word.substr(0, word.find('='));
            diagnostics.error(format_text("Unknown option {}.", "Pilihan {} tidak dikenal.", option) +
                              core::did_you_mean(core::nearest_word(option, options)));
        } else if (!after_option) {  // what follows an unknown option is most likely its value
            diagnostics.error(
                format_text("\"{}\" belongs to no option; give values as --option value.",
                            "\"{}\" tidak termasuk pilihan mana pun; tulis nilai sebagai --pilihan nilai.", word));
        }
        after_option = is_option;
    }
}

}  // namespace desakota::cli
