#include "engine/study/changed_inputs.h"

#include <algorithm>
#include <utility>

#include "engine/core/error.h"

namespace desakota::study {
namespace {

using core::Text;
using io::RecordedInput;

const RecordedInput* find(const std::vector<RecordedInput>& inputs, const std::string& parameter,
                          const std::string& source) {
    const auto place = std::ranges::find_if(
        inputs, [&](const RecordedInput& input) { return input.parameter == parameter && input.source == source; });
    return place == inputs.end() ? nullptr : &*place;
}

Text told(const RecordedInput& input, const char* english, const char* indonesian) {
    return core::format_text("{0} ({1}): ", "{0} ({1}): ", input.parameter, input.source) + Text{english, indonesian};
}

}  // namespace

void check_inputs_are(const std::vector<RecordedInput>& now, const std::vector<RecordedInput>& then,
                      const std::string& place) {
    std::vector<RecordedInput> current = now;
    for (auto& input : current) input.source = io::relative_source(io::without_password(input.source), place);
    std::vector<Text> problems;
    for (const auto& before : then) {
        const auto* after = find(current, before.parameter, before.source);
        if (after == nullptr) {
            problems.push_back(told(before, "was read then, and is not now.", "dulu dibaca, sekarang tidak."));
        } else if (after->sha256 != before.sha256) {
            problems.push_back(told(before, "has changed since then.", "sudah berubah sejak itu."));
        }
    }
    for (const auto& after : current) {
        if (find(then, after.parameter, after.source) != nullptr) continue;
        problems.push_back(told(after, "is read now, and was not then.", "sekarang dibaca, dulu tidak."));
    }
    if (!problems.empty()) throw core::Error(core::ExitStatus::UnfitInput, std::move(problems));
}

}  // namespace desakota::study
