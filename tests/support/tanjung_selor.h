#pragma once

#include "engine/layers/layer.h"

namespace desakota::test_support {

/// Five transmigration settlements of Tanjung Selor (Bulungan) and a household table of 18, 17, 15, 15 and 15
/// households. Reconstructed, not observed: the households are made so that those figures come out that Sonu, Irham and
/// Jamhari published of their sample of 80 (2009) and that do not contradict each other:
///
///   * Gini of household incomes in the 40/40/20 form: 0.27, 0.16, 0.25, 0.17, 0.08, together 0.20 (Table 1).
///   * Sajogyo classes: all households together, Gunung Sari, Selimau II and Selimau III (Table 3), each settlement
///   with
///     its own rice price.
///   * Households below Rp 182,636 and below Rp 600,000 a head a month (Tables 4 and 5).
///   * The availability and utilisation indices of all five, the access index of Gunung Sari, Selimau II and III
///     (Table 6).
///
/// All geometry and all codes are invented. The number of families is what a sample of 12 % (15 % of 80 %) implies.
struct TanjungSelor {
    layers::Layer settlements;  ///< polygons, EPSG:4326
    layers::Layer households;   ///< a table
};
[[nodiscard]] TanjungSelor make_tanjung_selor();

}  // namespace desakota::test_support
