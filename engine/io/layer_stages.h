#pragma once

#include <cstddef>
#include <vector>

#include "engine/core/progress.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// Calls `work(index, progress)` for every layer, its part of the progress in proportion to its rows.
template <class Work>
void for_each_layer(const std::vector<layers::Layer>& layers, core::Progress& progress, const Work& work) {
    double all = 0.0;
    for (const auto& layer : layers) all += static_cast<double>(layer.row_count) + 1.0;
    double done = 0.0;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto share = (static_cast<double>(layers[i].row_count) + 1.0) / all;
        core::Stage stage(progress, done, done + share);
        work(i, stage);
        done += share;
    }
}

}  // namespace desakota::io
