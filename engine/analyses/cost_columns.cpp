#include "engine/analyses/cost_columns.h"

#include "engine/analyses/way_columns.h"

namespace desakota::analyses {

using core::Text;
using layers::ColumnDefinition;
using network::Objective;

Objective cost_of(const Arguments& arguments) {
    return arguments.text("cost") == "time" ? Objective::Time : Objective::Distance;
}

std::vector<ColumnDefinition> cost_columns(const std::string& name, const Text& what) {
    return {number_column(name + "_m", "m", Text{"Distance ", "Jarak "} + what + core::same_text(" (m)")),
            number_column(name + "_min", "min",
                          Text{"Time of travel ", "Waktu tempuh "} + what + Text{" (min)", " (menit)"})};
}
ColumnDefinition cost_column(const std::string& name, const Text& what, Objective cost) {
    return cost_columns(name, what)[cost == Objective::Time ? 1 : 0];
}
double cost_value(double cost, Objective objective) {
    return objective == Objective::Time ? cost / 60000.0 : cost / 1000.0;
}

}  // namespace desakota::analyses
