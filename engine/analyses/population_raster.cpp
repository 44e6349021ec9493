#include "engine/analyses/population_raster.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

#include "engine/core/number_text.h"
#include "engine/geo/grid_polygon.h"

namespace desakota::analyses {
namespace {

constexpr const char* kLayer = "population-raster";

using network::WeightedPlace;

/// The populated cells in rows from south to north, each row from west to east.
class Cells {
public:
    explicit Cells(std::vector<WeightedPlace> cells) : cells_(std::move(cells)) {
        if (cells_.empty()) return;
        geo::GridBox box;
        for (const auto& cell : cells_) box.add(cell.place);
        south_ = box.min_y;
        rows_ = std::max<std::int64_t>(1, std::llround(std::sqrt(static_cast<double>(cells_.size()))));
        height_ = (box.max_y - box.min_y) / rows_ + 1;
        std::ranges::stable_sort(cells_, [this](const WeightedPlace& one, const WeightedPlace& other) {
            return std::tuple(row(one.place.y), one.place.x) < std::tuple(row(other.place.y), other.place.x);
        });
        first_of_row_.assign(static_cast<std::size_t>(rows_) + 1, 0);
        for (const auto& cell : cells_) ++first_of_row_[row(cell.place.y) + 1];
        std::partial_sum(first_of_row_.begin(), first_of_row_.end(), first_of_row_.begin());
    }

    [[nodiscard]] std::vector<WeightedPlace> inside(const geo::GridPolygon& polygon) const {
        std::vector<WeightedPlace> found;
        const auto& box = polygon.box();
        if (box.is_empty() || cells_.empty()) return found;
        for (auto in = row(box.min_y); in <= row(box.max_y); ++in) {
            const auto end = cells_.begin() + static_cast<std::ptrdiff_t>(first_of_row_[in + 1]);
            auto cell =
                std::lower_bound(cells_.begin() + static_cast<std::ptrdiff_t>(first_of_row_[in]), end, box.min_x,
                                 [](const WeightedPlace& one, std::int64_t x) { return one.place.x < x; });
            for (; cell != end && cell->place.x <= box.max_x; ++cell) {
                if (polygon.contains(cell->place)) found.push_back(*cell);
            }
        }
        return found;
    }

private:
    [[nodiscard]] std::size_t row(std::int64_t y) const {
        return static_cast<std::size_t>(std::clamp<std::int64_t>((y - south_) / height_, 0, rows_ - 1));
    }

    std::vector<WeightedPlace> cells_;
    std::int64_t south_ = 0;
    std::int64_t rows_ = 1;
    std::int64_t height_ = 1;
    std::vector<std::size_t> first_of_row_;
};

/// The cells with a value above 0; values that are no count are an error.
std::vector<WeightedPlace> populated_cells(const layers::Layer& layer, const layers::Column& values,
                                           const Places& places, core::Diagnostics& diagnostics) {
    std::vector<WeightedPlace> cells;
    std::size_t wrong = 0;
    double example = 0.0;
    for (std::size_t i = 0; i < places.places.size(); ++i) {
        const auto value = values.number(places.features[i]);
        if (!value || *value == 0.0) continue;
        if (std::isfinite(*value) && *value > 0.0) {
            cells.push_back({places.places[i], *value});
        } else if (wrong++ == 0) {
            example = *value;
        }
    }
    if (wrong > 0) {
        diagnostics.error(core::format_text(
            "{0}: {1} cells hold a value that cannot be a number of people, such as {2}. Correct the raster, or "
            "declare "
            "the value as no data.",
            "{0}: {1} sel berisi nilai yang tidak mungkin berupa jumlah orang, misalnya {2}. Betulkan raster, atau "
            "nyatakan nilai itu sebagai tanpa data (nodata).",
            layers::describe_layer(layer), wrong, core::number_text(example)));
    }
    return cells;
}

}  // namespace

FamilyLayer read_population(Arguments& arguments, const Settlements& settlements, RunContext& context) {
    constexpr std::size_t kGrain = 16;
    auto& layer = *arguments.layer(kLayer);
    core::Stage placing(context.progress, 0.0, 0.5);
    auto placing_context = with_progress(context, placing);
    auto places = read_places(layer, nullptr, placing_context);
    const auto* values = layer.find("value");
    if (places.places.empty() || values == nullptr) return {};
    const Cells cells(populated_cells(layer, *values, places, context.diagnostics));
    const auto& polygons = settlements.geometry;
    std::vector<std::vector<WeightedPlace>> inside(settlements.size());
    core::Stage finding(context.progress, 0.5, 1.0);
    core::parallel_for(polygons.size(), {.threads = context.threads, .grain = kGrain}, finding,
                       [&](std::size_t begin, std::size_t end) {
                           for (auto i = begin; i < end; ++i) {
                               if (polygons.type(i) != geo::GeometryType::Polygon) continue;
                               inside[i] = cells.inside(geo::GridPolygon(polygons, i));
                           }
                       });
    layer.geometry = {};
    layer.columns.clear();
    return {network::join_weighted(std::move(inside)), std::move(places.extent)};
}

}  // namespace desakota::analyses
