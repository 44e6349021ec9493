#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/welfare/classes.h"

namespace desakota::welfare {

/// The parts of the food insecurity index of Lamba (2006), in its order: availability, four shares of access, four of
/// utilisation (three of them its health index).
///
/// Source: Sonu, Irham and Jamhari, on Tanjung Selor, Bulungan, after Lamba (2006); the classes and the formula of
/// availability as repaired: the paper's list of classes has a gap, and its formula lacks the brackets.
enum class FoodPart : std::uint8_t {
    Availability,        ///< IAV: cereals needed over cereals produced; not bounded
    PoorHouseholds,      ///< IBPL
    ShortHours,          ///< ILAB: heads who work less than 15 hours a week
    NoBasicEducation,    ///< IEDU: heads
    NoElectricity,       ///< IRI
    NotImmunised,        ///< IMM: of children
    NoCleanWater,        ///< IWAT
    BeyondHealthCentre,  ///< IPUS: families more than 5 km from a puskesmas
    Illiterate,          ///< housewives
};
inline constexpr std::size_t kFoodParts = 9;
[[nodiscard]] constexpr std::size_t index_of(FoodPart part) {
    return static_cast<std::size_t>(part);
}

/// A value for each part, in the order of FoodPart; missing where it is not known.
using FoodValues = std::array<std::optional<double>, kFoodParts>;

/// What each part counts for in the combined index; they sum to 1.
inline constexpr std::array<double, kFoodParts> kFoodWeights{1.0 / 3.0,  1.0 / 12.0, 1.0 / 12.0, 1.0 / 12.0, 1.0 / 12.0,
                                                             1.0 / 18.0, 1.0 / 18.0, 1.0 / 18.0, 1.0 / 6.0};

/// Cereals that a person needs a day, in grams (Cnorm): Badan Ketahanan Pangan's normative consumption.
inline constexpr double kCerealNorm = 300.0;
inline constexpr double kShortHours = 15.0;  ///< hours a week; a head who works less works short hours

/// Sums from which a figure comes about: one over the other. Sums of several places are added before they are divided,
/// so that a figure of all of them is a ratio of sums and never a mean of ratios.
struct Ratio {
    double numerator = 0.0;
    double denominator = 0.0;

    Ratio& operator+=(const Ratio& other) {
        numerator += other.numerator;
        denominator += other.denominator;
        return *this;
    }
    /// Missing where the denominator is not above 0.
    [[nodiscard]] std::optional<double> value() const;
};

/// Cereals needed over cereals produced, both in kilograms a year, of `persons` people: its value is
/// IAV = norm / F with F = production / (persons x 365).
[[nodiscard]] Ratio availability_sums(double persons, double norm, double production);

/// IFLA, IHI, IFU and the combined index of parts that are scored; missing where one of their own parts is.
struct FoodIndices {
    std::optional<double> access;
    std::optional<double> health;
    std::optional<double> utilisation;
    std::optional<double> combined;
};
[[nodiscard]] FoodIndices food_indices(const FoodValues& scores);

/// Availability within 0 and 1: half of IAV, at most 1; 1 where there is no local production at all.
[[nodiscard]] double bounded_availability(double availability);

/// The least and greatest value of each part; missing where no value is known.
struct Range {
    double least = 0.0;
    double greatest = 0.0;
};
using FoodRanges = std::array<std::optional<Range>, kFoodParts>;
void extend(FoodRanges& ranges, const FoodValues& values);
/// (value - least) / (greatest - least) of each part, within 0 and 1; 0 where both are the same (to 1e-12).
[[nodiscard]] FoodValues min_max_scores(const FoodValues& values, const FoodRanges& ranges);
[[nodiscard]] bool has_spread(const std::optional<Range>& range);

/// The classes of the built-in scheme ifi-lamba-2006 (sangat_tahan to sangat_rawan): of the combined index, of access
/// and of utilisation.
[[nodiscard]] const Classes& food_security_classes();
/// surplus, seimbang (exactly 1, to 1e-9), defisit: of IAV.
[[nodiscard]] const Classes& availability_classes();

}  // namespace desakota::welfare
