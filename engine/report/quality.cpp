#include "engine/report/quality.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace desakota::report {

const std::vector<Passport::Limits>& quality_limits() {
    static const std::vector<Passport::Limits> limits{
        {{"Valid geometries", "Geometri sah"}, 1.0, 0.98, 0.90},
        {{"Filled fields (of those used)", "Kolom terisi (dari yang dipakai)"}, 0.98, 0.90, 0.75},
        {{"Rows whose settlement was found", "Baris yang permukimannya ditemukan"}, 0.98, 0.95, 0.80},
        {{"Line ends that meet or end freely", "Ujung garis yang bertemu atau berakhir wajar"}, 0.99, 0.95, 0.90}};
    return limits;
}

Grade grade_of(Quality quality, double share) {
    // Shares are ratios of counts: a hair below a limit is rounding.
    constexpr double kRounding = 1e-9;
    const auto& limits = quality_limits()[static_cast<std::size_t>(quality)];
    if (share >= limits.a - kRounding) return Grade::A;
    if (share >= limits.b - kRounding) return Grade::B;
    return share >= limits.c - kRounding ? Grade::C : Grade::D;
}

GradedShare graded_share(Quality quality, std::optional<double> share) {
    GradedShare graded{quality_limits()[static_cast<std::size_t>(quality)].what, share, std::nullopt};
    if (share) graded.grade = grade_of(quality, *share);
    return graded;
}

GradedInput graded_input(std::string name, core::Text title, std::size_t rows, std::vector<GradedShare> shares) {
    GradedInput input{std::move(name), std::move(title), rows, Grade::A, std::move(shares)};
    for (const auto& share : input.shares) {
        if (const auto& grade = share.grade) input.grade = std::max(input.grade, *grade);
    }
    return input;
}

std::string grade_letter(Grade grade) {
    static constexpr std::array<char, 4> kLetters{'A', 'B', 'C', 'D'};
    return std::string(1, kLetters[static_cast<std::size_t>(grade)]);
}

}  // namespace desakota::report
