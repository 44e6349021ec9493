#include "engine/analyses/value_combinations.h"

#include <bit>
#include <limits>
#include <unordered_map>

namespace desakota::analyses {
namespace {

/// Numbers values 0, 1, 2 ... by first appearance. Rows that follow each other are mostly alike.
class Numbering {
public:
    std::uint32_t number(std::uint64_t value) {
        if (size() > 0 && value == last_value_) return last_number_;
        last_value_ = value;
        last_number_ = numbers_.try_emplace(value, size()).first->second;
        return last_number_;
    }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(numbers_.size()); }

private:
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
    std::uint64_t last_value_ = 0;
    std::uint32_t last_number_ = 0;
};

std::uint64_t bits_of(const layers::Column& column, std::size_t row) {
    return std::bit_cast<std::uint64_t>(column.number(row).value_or(0.0));
}

/// The keys of all rows, and how many different ones there may be.
struct Keys {
    std::vector<std::uint64_t> of_row;
    std::uint64_t bound = 1;

    void renumber() {
        Numbering numbering;
        for (auto& key : of_row) key = numbering.number(key);
        bound = std::max<std::uint64_t>(1, numbering.size());
    }

    /// Makes room for `count` values more.
    void widen(std::uint64_t count) {
        if (bound > std::numeric_limits<std::uint64_t>::max() / count) renumber();
        bound *= count;
    }

    void add(const layers::Column& column) {
        if (column.type() == layers::ColumnType::Text) {
            const auto count = column.distinct_texts().size() + 1;
            widen(count);
            for (std::size_t row = 0; row < of_row.size(); ++row) {
                const auto value = column.is_missing(row) ? 0 : std::uint64_t{column.code(row)} + 1;
                of_row[row] = of_row[row] * count + value;
            }
            return;
        }
        Numbering numbering;
        std::vector<std::uint32_t> values(of_row.size());
        for (std::size_t row = 0; row < of_row.size(); ++row) {
            values[row] = column.is_missing(row) ? 0 : numbering.number(bits_of(column, row)) + 1;
        }
        const auto count = std::uint64_t{numbering.size()} + 1;
        widen(count);
        for (std::size_t row = 0; row < of_row.size(); ++row) of_row[row] = of_row[row] * count + values[row];
    }
};

}  // namespace

ValueCombinations combine_values(const std::vector<const layers::Column*>& columns, std::size_t rows) {
    Keys keys;
    keys.of_row.resize(rows);
    for (const auto* column : columns) {
        if (column != nullptr) keys.add(*column);
    }
    ValueCombinations combinations;
    combinations.of_row.resize(rows);
    Numbering numbering;
    for (std::size_t row = 0; row < rows; ++row) {
        combinations.of_row[row] = numbering.number(keys.of_row[row]);
        if (numbering.size() > combinations.size()) combinations.first_row.push_back(static_cast<std::uint32_t>(row));
    }
    return combinations;
}

}  // namespace desakota::analyses
