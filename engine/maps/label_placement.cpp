#include "engine/maps/label_placement.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace desakota::maps {
namespace {

/// What of the frame is taken, in square cells.
class TakenBoxes {
public:
    explicit TakenBoxes(const Box& frame)
        : frame_(frame), columns_(cells(frame.width())), rows_(cells(frame.height())), boxes_(columns_ * rows_) {}

    [[nodiscard]] bool is_free(const Box& box) const {
        return frame_.contains(box) && !any_cell(box, [&](std::size_t cell) {
                   return std::ranges::any_of(boxes_[cell], [&](const Box& taken) { return taken.meets(box); });
               });
    }
    void take(const Box& box) {
        if (!box.meets(frame_)) return;
        any_cell(box, [&](std::size_t cell) {
            boxes_[cell].push_back(box);
            return false;
        });
    }

private:
    static constexpr double kCell = 10.0;  // mm

    static std::size_t cells(double length) { return static_cast<std::size_t>(std::max(length, 0.0) / kCell) + 1; }
    static std::size_t cell(double distance, std::size_t count) {
        return std::min(static_cast<std::size_t>(std::max(distance, 0.0) / kCell), count - 1);
    }

    template <class Predicate>
    bool any_cell(const Box& box, const Predicate& predicate) const {
        for (std::size_t row = cell(box.min_y - frame_.min_y, rows_); row <= cell(box.max_y - frame_.min_y, rows_);
             ++row) {
            for (std::size_t column = cell(box.min_x - frame_.min_x, columns_);
                 column <= cell(box.max_x - frame_.min_x, columns_); ++column) {
                if (predicate(row * columns_ + column)) return true;
            }
        }
        return false;
    }

    Box frame_;
    std::size_t columns_;
    std::size_t rows_;
    std::vector<std::vector<Box>> boxes_;
};

}  // namespace

std::vector<std::optional<std::size_t>> place_labels(std::span<const LabelWish> wishes, std::span<const Box> obstacles,
                                                     const Box& frame) {
    TakenBoxes taken(frame);
    for (const auto& obstacle : obstacles) taken.take(obstacle);
    std::vector<std::optional<std::size_t>> chosen(wishes.size());
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const auto& places = wishes[i].places;
        const auto free = std::ranges::find_if(places, [&](const Box& place) { return taken.is_free(place); });
        if (free == places.end()) continue;
        chosen[i] = static_cast<std::size_t>(free - places.begin());
        taken.take(*free);
    }
    return chosen;
}

}  // namespace desakota::maps
