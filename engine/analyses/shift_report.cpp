#include "engine/analyses/shift_report.h"

#include <algorithm>
#include <string_view>

#include "engine/core/number_text.h"
#include "engine/geo/datum_shift.h"

namespace desakota::analyses {
namespace {

constexpr double kGoodEnough = 1.0;  // metres

/// Of "Inverse of UTM zone 48S + ID74 to WGS 84 (3) + axis order change (2D)" the steps from one datum to another;
/// empty where there is none.
std::string shift_name(std::string_view operation) {
    constexpr std::string_view kBetween = " + ";
    std::string name;
    while (!operation.empty()) {
        const auto end = operation.find(kBetween);
        const auto step = operation.substr(0, end);
        if (step.find(" to ") != std::string_view::npos)
            name += std::string(name.empty() ? "" : kBetween) + std::string(step);
        operation.remove_prefix(end == std::string_view::npos ? operation.size() : end + kBetween.size());
    }
    return name;
}

core::Text movement_text(const std::string& crs, const geo::Point& sample) {
    const auto metres = geo::datum_shift(sample, crs);
    if (!metres) return {};
    if (*metres < kGoodEnough / 2.0) return {" and leaves them where they are", " dan tidak memindahkannya"};
    return core::format_text(" and moves them by {0} m", " dan memindahkannya sejauh {0} m",
                             core::number_text(*metres, 0));
}

void tell_once(core::Severity severity, core::Text text, core::Diagnostics& diagnostics) {
    const auto is_same = [&](const core::Diagnostic& item) { return item.text == text; };
    if (std::ranges::any_of(diagnostics.items(), is_same)) return;
    severity == core::Severity::Warning ? diagnostics.warning(std::move(text))
                                        : diagnostics.information(std::move(text));
}

}  // namespace

void report_shift(const std::string& label, const std::string& crs, const geo::Point& sample,
                  const geo::CoordinateOperation& operation, core::Diagnostics& diagnostics) {
    const auto shift = shift_name(operation.name);
    const bool is_good = operation.accuracy && *operation.accuracy <= kGoodEnough;
    if (operation.name.empty() || (is_good && shift.empty())) return;
    const auto& name = shift.empty() ? operation.name : shift;
    auto text = core::format_text("{0}: places are converted from {1} to WGS 84. The shift used ({2}) ",
                                  "{0}: lokasi diubah dari {1} ke WGS 84. Pergeseran yang dipakai ({2}) ", label,
                                  geo::crs_title(crs), name);
    if (operation.accuracy) {
        text = text + core::format_text("has an accuracy of {0} m", "berketelitian {0} m",
                                        core::number_text(*operation.accuracy));
    } else {
        text = text + core::Text{"has an unknown accuracy", "ketelitiannya tidak diketahui"};
    }
    text = text + movement_text(crs, sample);
    if (is_good) {
        return tell_once(core::Severity::Information,
                         text + core::Text{": nothing that matters for distances.", ": tidak berarti untuk jarak."},
                         diagnostics);
    }
    const auto advice = operation.accuracy ? core::Text{": distances to other layers may be off by its accuracy.",
                                                        ": jarak ke lapisan lain dapat meleset sebesar ketelitiannya."}
                                           : core::Text{": compare the layer with others on the map.",
                                                        ": bandingkan lapisan ini dengan lapisan lain di peta."};
    tell_once(core::Severity::Warning, text + advice, diagnostics);
}

}  // namespace desakota::analyses
