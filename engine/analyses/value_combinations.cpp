#include "engine/analyses/value_combinations.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <unordered_map>

namespace desakota::analyses {
namespace {

/// Numbers values 0, 1, 2 ... by first appearance. Rows that follow each other are mostly alike.
class Numbering {
public:
    /// All values are less than `bound`; where that is not much, they are looked up in a plain list.
    explicit Numbering(std::uint64_t bound = std::numeric_limits<std::uint64_t>::max()) {
        constexpr std::uint64_t kMostListed = 1 << 16;
        if (bound <= kMostListed) listed_.resize(bound, kNone);
    }

    std::uint32_t number(std::uint64_t value) {
        if (!listed_.empty()) return number_listed(value);
        if (size() > 0 && value == last_value_) return last_number_;
        last_value_ = value;
        const auto [place, is_new] = numbers_.try_emplace(value, size_);
        if (is_new) ++size_;
        last_number_ = place->second;
        return last_number_;
    }
    [[nodiscard]] std::uint32_t size() const { return size_; }

private:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t number_listed(std::uint64_t value) {
        auto& number = listed_[value];
        if (number == kNone) number = size_++;
        return number;
    }

    std::vector<std::uint32_t> listed_;
    std::uint32_t size_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
    std::uint64_t last_value_ = 0;
    std::uint32_t last_number_ = 0;
};

std::uint64_t bits_of(const layers::Column& column, std::size_t row) {
    return std::bit_cast<std::uint64_t>(column.number(row).value_or(0.0));
}

/// The keys of all rows, and how many different ones there may be.
class Keys {
public:
    std::vector<std::uint64_t> of_row;
    std::uint64_t bound = 1;

    void renumber(core::LoopSteps steps) {
        Numbering numbering;
        for (std::size_t row = 0; row < of_row.size(); ++row) {
            steps.at(row);
            of_row[row] = numbering.number(of_row[row]);
        }
        bound = std::max<std::uint64_t>(1, numbering.size());
    }

    /// Makes room for `count` values more.
    void widen(std::uint64_t count, core::Progress& progress) {
        if (bound > std::numeric_limits<std::uint64_t>::max() / count) renumber({progress, 0.0, 0.3, of_row.size()});
        bound *= count;
    }

    void add(const layers::Column& column, core::Progress& progress) {
        column.type() == layers::ColumnType::Text ? add_text(column, progress) : add_number(column, progress);
    }

private:
    void add_text(const layers::Column& column, core::Progress& progress) {
        const auto count = column.distinct_texts().size() + 1;
        widen(count, progress);
        core::LoopSteps steps(progress, 0.3, 1.0, of_row.size());
        for (std::size_t row = 0; row < of_row.size(); ++row) {
            steps.at(row);
            const auto value = column.is_missing(row) ? 0 : std::uint64_t{column.code(row)} + 1;
            of_row[row] = of_row[row] * count + value;
        }
    }

    void add_number(const layers::Column& column, core::Progress& progress) {
        Numbering numbering;
        std::vector<std::uint32_t> values(of_row.size());
        core::LoopSteps numbering_steps(progress, 0.0, 0.3, of_row.size());
        for (std::size_t row = 0; row < of_row.size(); ++row) {
            numbering_steps.at(row);
            values[row] = column.is_missing(row) ? 0 : numbering.number(bits_of(column, row)) + 1;
        }
        const auto count = std::uint64_t{numbering.size()} + 1;
        core::Stage renumbering(progress, 0.3, 0.6);
        widen(count, renumbering);
        core::LoopSteps steps(progress, 0.6, 1.0, of_row.size());
        for (std::size_t row = 0; row < of_row.size(); ++row) {
            steps.at(row);
            of_row[row] = of_row[row] * count + values[row];
        }
    }
};

}  // namespace

ValueCombinations combine_values(const std::vector<const layers::Column*>& columns, std::size_t rows,
                                 core::Progress& progress) {
    Keys keys;
    keys.of_row.resize(rows);
    const double each = 0.7 / static_cast<double>(std::max<std::size_t>(columns.size(), 1));
    double done = 0.0;
    for (const auto* column : columns) {
        core::Stage adding(progress, done, done + each);
        done += each;
        if (column != nullptr) keys.add(*column, adding);
    }
    ValueCombinations combinations;
    combinations.of_row.resize(rows);
    Numbering numbering(keys.bound);
    core::LoopSteps steps(progress, 0.7, 1.0, rows);
    for (std::size_t row = 0; row < rows; ++row) {
        steps.at(row);
        combinations.of_row[row] = numbering.number(keys.of_row[row]);
        if (numbering.size() > combinations.size()) combinations.first_row.push_back(static_cast<std::uint32_t>(row));
    }
    return combinations;
}

}  // namespace desakota::analyses
