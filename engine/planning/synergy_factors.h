#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/core/text.h"
#include "engine/planning/rating.h"

namespace desakota::planning {

/// How a factor acts on the others.
/// Source: Najiyati, Simanjuntak and Nurwati (2015), section 4.4, Table 4.4 and conclusions.
enum class Influence : std::uint8_t {
    RootCause,            ///< a trigger, and what the other triggers come from
    Trigger,              ///< brings about other factors
    TriggerAndTriggered,  ///< both: the paper names it on either side
    ExternalTrigger,      ///< from outside the area; in Table 4.4, though not among the seven triggers of the text
    Triggered,            ///< comes from the triggers
    NotPlaced,            ///< the paper does not say
};
[[nodiscard]] std::string_view influence_code(Influence influence);  ///< "root_cause"

/// What drives or obstructs synergy.
struct Factor {
    std::string_view code;  ///< "kepemimpinan"
    std::string_view word;  ///< English, words joined by '-': "leadership"
    core::Text label;
    Influence influence = Influence::NotPlaced;

    /// One of the seven triggers.
    [[nodiscard]] bool is_trigger() const { return influence <= Influence::TriggerAndTriggered; }
};
/// The 16 factors of the paper's proposition in its order, and regulation, which the study added as a trigger.
[[nodiscard]] const std::vector<Factor>& synergy_factors();

/// A factor may drive in one respect and obstruct in another (Table 4.3).
enum class Role : std::uint8_t { Driver, Both, Obstacle, Neutral };
/// pendorong, keduanya, kendala, netral, in the order of Role.
[[nodiscard]] const Scale& role_scale();
[[nodiscard]] std::string_view role_code(Role role);  ///< "driver"
[[nodiscard]] constexpr bool drives(Role role) {
    return role == Role::Driver || role == Role::Both;
}
[[nodiscard]] constexpr bool obstructs(Role role) {
    return role == Role::Obstacle || role == Role::Both;
}

}  // namespace desakota::planning
