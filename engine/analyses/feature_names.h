#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace desakota::analyses {

/// Finds features by what another layer calls them.
class FeatureNames {
public:
    FeatureNames(std::span<const std::string> ids, std::span<const std::optional<std::string>> names);

    /// By id, else by name (letter case and blanks aside); empty where there is no such feature, several where they
    /// share a name.
    [[nodiscard]] std::vector<std::uint32_t> find(const std::string& called) const;

private:
    std::map<std::string, std::vector<std::uint32_t>> by_id_;
    std::map<std::string, std::vector<std::uint32_t>> by_name_;
};

}  // namespace desakota::analyses
