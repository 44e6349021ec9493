#include "engine/layers/column.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>
#include <utility>

#include "engine/core/number_text.h"

namespace desakota::layers {

std::size_t Column::size() const {
    switch (type()) {
        case ColumnType::Text:
            return codes_.size();
        case ColumnType::Number:
            return numbers_.size();
        default:
            return integers_.size();
    }
}

void Column::reserve(std::size_t rows) {
    switch (type()) {
        case ColumnType::Text:
            codes_.reserve(rows);
            break;
        case ColumnType::Number:
            numbers_.reserve(rows);
            break;
        default:
            integers_.reserve(rows);
            missing_.reserve(rows);
    }
}

bool Column::is_missing(std::size_t row) const {
    switch (type()) {
        case ColumnType::Text:
            return codes_[row] == kMissingCode;
        case ColumnType::Number:
            return std::isnan(numbers_[row]);
        default:
            return missing_[row];
    }
}

std::optional<std::string_view> Column::text(std::size_t row) const {
    expect(ColumnType::Text);
    if (is_missing(row)) return std::nullopt;
    return texts_[codes_[row]];
}

std::optional<double> Column::number(std::size_t row) const {
    if (type() == ColumnType::Text) expect(ColumnType::Number);
    if (is_missing(row)) return std::nullopt;
    return type() == ColumnType::Number ? numbers_[row] : static_cast<double>(integers_[row]);
}

std::optional<std::int64_t> Column::whole_number(std::size_t row) const {
    if (type() == ColumnType::Text || type() == ColumnType::Number) expect(ColumnType::WholeNumber);
    if (is_missing(row)) return std::nullopt;
    return integers_[row];
}

std::optional<std::string> Column::as_text(std::size_t row) const {
    if (is_missing(row)) return std::nullopt;
    switch (type()) {
        case ColumnType::Text:
            return texts_[codes_[row]];
        case ColumnType::Number:
            return core::number_text(numbers_[row]);
        case ColumnType::YesNo:
            return integers_[row] != 0 ? "true" : "false";
        default:
            return std::to_string(integers_[row]);
    }
}

void Column::add_text(std::string_view value) {
    expect(ColumnType::Text);
    // Neighbouring rows are often alike.
    const bool is_repeated = !codes_.empty() && codes_.back() != kMissingCode && texts_[codes_.back()] == value;
    codes_.push_back(is_repeated ? codes_.back() : code_for(value));
}

std::uint32_t Column::code_for(std::string_view value) {
    if (slots_.size() < 2 * (texts_.size() + 1)) grow_slots();
    const auto mask = slots_.size() - 1;
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(value));
    auto slot = hash & mask;
    for (; slots_[slot].code != kMissingCode; slot = (slot + 1) & mask) {
        const auto& [code, other] = slots_[slot];
        if (other == hash && texts_[code] == value) return code;
    }
    slots_[slot] = {static_cast<std::uint32_t>(texts_.size()), hash};
    texts_.emplace_back(value);
    return slots_[slot].code;
}

void Column::grow_slots() {
    constexpr std::size_t kFirstSize = 16;
    std::vector<Slot> grown(std::max(kFirstSize, slots_.size() * 4));
    const auto mask = grown.size() - 1;
    for (const auto& taken : slots_) {
        if (taken.code == kMissingCode) continue;
        auto slot = taken.hash & mask;
        while (grown[slot].code != kMissingCode) slot = (slot + 1) & mask;
        grown[slot] = taken;
    }
    slots_ = std::move(grown);
}

void Column::add_number(double value) {
    expect(ColumnType::Number);
    if (std::isnan(value)) throw std::logic_error("NaN added to column " + name());
    numbers_.push_back(value);
}

void Column::add_whole_number(std::int64_t value) {
    if (type() == ColumnType::Number) return add_number(static_cast<double>(value));
    expect(ColumnType::WholeNumber);
    integers_.push_back(value);
    missing_.push_back(false);
}

void Column::add_yes_no(bool value) {
    expect(ColumnType::YesNo);
    integers_.push_back(value ? 1 : 0);
    missing_.push_back(false);
}

void Column::add_missing() {
    switch (type()) {
        case ColumnType::Text:
            codes_.push_back(kMissingCode);
            break;
        case ColumnType::Number:
            numbers_.push_back(std::numeric_limits<double>::quiet_NaN());
            break;
        default:
            integers_.push_back(0);
            missing_.push_back(true);
    }
}

void Column::expect(ColumnType wanted) const {
    if (type() != wanted) throw std::logic_error("column " + name() + " is of another type");
}

}  // namespace desakota::layers
