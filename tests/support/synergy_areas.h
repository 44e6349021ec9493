#pragma once

#include "engine/layers/layer.h"

namespace desakota::test_support {

/// The two areas of Najiyati, Simanjuntak and Nurwati (2015), Telang and Batu Betumpang: their four dimensions and the
/// indicators behind them (Table 4.2), and their 17 factors (Tables 4.3 and 4.4). A table. Codes are invented. Where
/// the paper contradicts itself:
///
///   * Batu Betumpang lies in Bangka Selatan (section 4.1), not in "Bangka" (chapter III).
///   * The leadership's commitment there is low (Table 4.2), not rather high (conclusions).
///   * Trust is no obstacle in Telang (Table 4.3), though the text calls all factors obstacles in both areas.
///   * Regulation stands in Table 4.4 only; the text calls it an obstacle in both areas.
///   * Table 4.2 has agencies committed to contribute and not to synergy; the commitment to synergy is taken.
[[nodiscard]] layers::Layer make_synergy_areas();

}  // namespace desakota::test_support
