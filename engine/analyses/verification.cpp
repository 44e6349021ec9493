#include "engine/analyses/verification.h"

#include <algorithm>

#include "engine/core/units.h"
#include "engine/paths/verify.h"

namespace desakota::analyses {

Verification::Verification(const Arguments& arguments, std::span<const std::optional<geo::GridPoint>> places)
    : chosen_(places.size(), false) {
    const auto wanted = arguments.number("verify");
    if (!wanted) return;
    std::vector<std::size_t> located;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i]) located.push_back(i);
    }
    for (const auto i : paths::evenly_spaced(static_cast<std::size_t>(*wanted), located.size())) {
        chosen_[located[i]] = true;
        ++count_;
    }
}

void Verification::check(const paths::Nearest& nearest, std::span<const std::optional<geo::GridPoint>> places,
                         std::span<const std::uint32_t> only, core::Progress& progress) {
    std::vector<geo::GridPoint> checked;
    const auto take = [&](std::size_t settlement) {
        if (chosen_[settlement] && places[settlement]) checked.push_back(*places[settlement]);
    };
    if (only.empty()) {
        for (std::size_t i = 0; i < places.size(); ++i) take(i);
    }
    for (const auto settlement : only) take(settlement);
    if (checked.empty()) return;
    difference_ = std::max(difference_, paths::largest_difference(nearest, checked, progress));
}

void Verification::report(Results& results, core::Diagnostics& diagnostics) const {
    if (count_ == 0) return;
    if (difference_ != 0) {
        throw core::failure(core::format_text(
            "--verify: {0} settlements were recomputed and the results differ by up to {1} mm (or ms); this is a fault "
            "of the program. Please report it with the input.",
            "--verify: {0} permukiman dihitung ulang dan hasilnya berbeda sampai {1} mm (atau ms); ini kesalahan "
            "program. Mohon laporkan beserta datanya.",
            count_, difference_));
    }
    diagnostics.information(
        core::format_text("--verify: {} settlements recomputed in a second way; largest difference 0 mm.",
                          "--verify: {} permukiman dihitung ulang dengan cara kedua; selisih terbesar 0 mm.", count_));
    results.figures.push_back({"verified_settlements",
                               {"Settlements recomputed", "Permukiman yang dihitung ulang"},
                               static_cast<double>(count_),
                               0});
    results.figures.push_back({"verify_difference_mm",
                               {"Largest difference when recomputed (mm)", "Selisih terbesar saat dihitung ulang (mm)"},
                               core::to_metres(difference_) * 1000.0,
                               0});
}

}  // namespace desakota::analyses
