#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyses/arguments.h"
#include "engine/analyses/catalogue.h"
#include "engine/network/road_network.h"

namespace desakota::analyses {

/// The bands of cost in which service areas are told.
struct ServiceBands {
    network::Objective cost = network::Objective::Distance;
    std::vector<double> shown;         ///< upper limits as given: metres or minutes, ascending
    std::vector<std::int64_t> limits;  ///< the same in millimetres or milliseconds

    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(limits.size()); }
    [[nodiscard]] double from(std::uint32_t band) const { return band == 0 ? 0.0 : shown[band - 1]; }
    [[nodiscard]] double up_to(std::uint32_t band) const { return shown[band]; }
};

/// With the entry for all other roads a legend of nine classes, the most that QGIS does not fold.
inline constexpr std::uint32_t kMostServiceBands = 8;

[[nodiscard]] Parameter service_bands_parameter();
/// 1, 3 and 5 km or 15, 30 and 60 minutes where none are given. Errors: more than kMostServiceBands, 0 or below, not
/// ascending.
[[nodiscard]] ServiceBands read_service_bands(const Arguments& arguments, core::Diagnostics& diagnostics);

/// "1-3 km", "15-30 min": the value of a band in results, never translated.
[[nodiscard]] std::string band_code(const ServiceBands& bands, std::uint32_t band);
/// The same for a legend.
[[nodiscard]] core::Text band_label(const ServiceBands& bands, std::uint32_t band);
/// "1 km", "15 min": the upper limit in a sentence.
[[nodiscard]] core::Text limit_label(const ServiceBands& bands, std::uint32_t band);

/// Areas or roads by band, the farther the darker; `bands` with nothing in them give the declared style, which does not
/// know the limits. `others`: the legend's entry for all other rows, empty where there are none.
[[nodiscard]] std::vector<maps::Style> service_styles(const ServiceBands& bands, const core::Text& others);

}  // namespace desakota::analyses
