#pragma once

#include "engine/layers/layer.h"

namespace desakota::test_support {

/// A table of activities in the villages of Telang (region.h, make_telang), one row for each activity and village.
///
/// Facts: what was done and by whom, after Table 4.1 of Najiyati, Simanjuntak and Nurwati (2015), "Sinergisme komponen
/// pengembangan ekonomi lokal", column Telang; and, in words only, that villages far from the centre Mulyasari were not
/// reached and that activities for a limited number seldom reached the poor. Ours: where, and how many took part.
[[nodiscard]] layers::Layer make_telang_activities();

}  // namespace desakota::test_support
