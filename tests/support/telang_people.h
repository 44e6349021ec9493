#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace desakota::test_support {

inline constexpr std::int64_t kTelangFamilies = 30'154;
inline constexpr std::int64_t kTelangPeople = 99'810;
inline constexpr std::int64_t kTelangPoorFamilies = 10'644;  ///< 35.3 %

struct Village {
    std::string code;
    std::string_view name;
    std::string_view kind;
    std::string_view kecamatan;
    std::string_view skp;
    std::int64_t families = 0;
    std::int64_t people = 0;
    std::int64_t poor_families = 0;
};

/// The 41 villages in the order of Land's columns, each from south to north. Their figures add up to the totals.
[[nodiscard]] std::vector<Village> make_villages();

/// Whole numbers in proportion to the weights that add up to `total`, by largest remainders (ties: the first).
[[nodiscard]] std::vector<std::int64_t> apportion(std::int64_t total, const std::vector<double>& weights);

}  // namespace desakota::test_support
