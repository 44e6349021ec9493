#include "engine/welfare/poverty_replications.h"

namespace desakota::welfare {

ReplicatedSums& ReplicatedSums::operator+=(const ReplicatedSums& other) {
    households += other.households;
    persons += other.persons;
    poor_households += other.poor_households;
    poor_persons += other.poor_persons;
    return *this;
}

void PovertyReplications::draw(const PovertyStratum& stratum, std::size_t replication) {
    statistics::draw_factors(resampling_, replication, stratum.number, stratum.population, factors_);
    double households = 0.0;
    double persons = 0.0;
    for (std::size_t i = 0; i < factors_.size(); ++i) {
        households += factors_[i] * stratum.incomes.households[i];
        persons += factors_[i] * stratum.incomes.persons[i];
        households_[i + 1] = households;
        persons_[i + 1] = persons;
    }
}

void PovertyReplications::add(const PovertyStratum& stratum, std::size_t first, std::span<ReplicatedSums> sums) {
    const auto size = stratum.incomes.households.size();
    const auto lines = stratum.poor.size();
    factors_.resize(size);
    households_.assign(size + 1, 0.0);
    persons_.assign(size + 1, 0.0);
    for (std::size_t replication = 0; replication * lines < sums.size(); ++replication) {
        draw(stratum, first + replication);
        for (std::size_t line = 0; line < lines; ++line) {
            const auto poor = stratum.poor[line];
            if (poor == kNoLine) continue;
            sums[replication * lines + line] += {households_[size], persons_[size], households_[poor], persons_[poor]};
        }
    }
}

}  // namespace desakota::welfare
