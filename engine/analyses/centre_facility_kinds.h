#pragma once

#include <optional>
#include <string>

#include "engine/hinterland/centre_completeness.h"

namespace desakota::analyses {

/// What a facility is for the completeness of its centre, by its kind and its name ("SMP", "MTs Negeri 2", "Puskesmas
/// Pembantu", "Pasar Harian", "Kantor Camat", "jumlah_pustu"); empty where it is none of these.
///
///   * The kind decides, but where it leaves open what the facility is ("sekolah", "pasar", "kantor") or says nothing
///     known, the name may.
///   * A hospital gives more than a health centre, and counts as one. A market is daily where nothing says weekly,
///     night or cattle market. Offices of any authority give public services; banks, post and police do not.
[[nodiscard]] std::optional<hinterland::CentreFacility> centre_facility(const std::optional<std::string>& kind,
                                                                        const std::optional<std::string>& name);

}  // namespace desakota::analyses
