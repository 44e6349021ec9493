#include "engine/study/source_pool.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/io/source.h"

namespace desakota::study {
namespace {

std::string label_of(const std::string& source, const io::OpenSource& open) {
    layers::Layer named;
    const auto parts = io::parse_source(source);
    if (parts.title.empty()) named.source = io::public_name(parts);
    named.name = open.layer_name();
    return layers::describe_layer(named);
}

bool is_read_alike(const io::TableReading& left, const io::TableReading& right) {
    return left.decimal == right.decimal && left.dash_is_zero == right.dash_is_zero;
}

bool accepts(std::span<const geo::GeometryType> accepted, geo::GeometryType type) {
    return accepted.empty() || std::ranges::find(accepted, type) != accepted.end();
}

/// Its part of the work; layers that cannot be counted are large (OpenStreetMap).
double weight(const PooledSource& source) {
    constexpr std::size_t kUncounted = 1000000;
    return static_cast<double>(source.open.feature_count().value_or(kUncounted)) + 1.0;
}

/// How the layer's coordinates come to WGS 84, seen at its first one. Whether that is good enough is for an analysis
/// to say; a system that has no way to WGS 84 is the layer's fault.
geo::CoordinateOperation operation_of(const layers::Layer& layer) {
    const auto coordinates = layer.geometry.all_coordinates();
    if (layer.crs.empty() || coordinates.empty()) return {};
    std::array<geo::Point, 1> sample{coordinates.front()};
    core::SilentProgress unseen;
    try {
        return geo::to_wgs84(sample, layer.crs, {}, unseen);
    } catch (const core::Error& error) {
        std::vector<core::Text> problems;
        problems.reserve(error.problems().size());
        for (const auto& problem : error.problems()) {
            problems.push_back(core::same_text(layers::describe_layer(layer) + ": ") + problem);
        }
        throw core::Error(error.status(), std::move(problems));
    }
}

/// The layer with those of its columns, in that order.
layers::Layer with_columns(layers::Layer layer, const std::vector<std::string>& names) {
    std::vector<layers::Column> columns;
    for (const auto& name : names) {
        auto* const column = layer.find(name);
        if (column != nullptr) columns.push_back(std::move(*column));
    }
    layer.columns = std::move(columns);
    return layer;
}

layers::Layer copied(const layers::Layer& layer, const std::vector<std::string>& names) {
    layers::Layer copy;
    copy.name = layer.name;
    copy.title = layer.title;
    copy.source = layer.source;
    copy.crs = layer.crs;
    copy.geometry_type = layer.geometry_type;
    copy.geometry = layer.geometry;
    copy.feature_ids = layer.feature_ids;
    copy.row_count = layer.row_count;
    for (const auto& name : names) {
        if (const auto* column = layer.find(name)) copy.columns.push_back(*column);
    }
    return copy;
}

}  // namespace

std::size_t SourcePool::open(const Wanted& wanted, core::Diagnostics& diagnostics) {
    const auto known = std::ranges::find_if(sources_, [&](const PooledSource& source) {
        return source.source == wanted.source && is_read_alike(source.reading, wanted.reading) &&
               accepts(wanted.accepted, source.open.geometry_type());
    });
    if (known != sources_.end()) return static_cast<std::size_t>(known - sources_.begin());
    auto open = io::open_source(io::parse_source(wanted.source), diagnostics, wanted.accepted, wanted.reading);
    auto label = label_of(wanted.source, open);
    sources_.push_back({wanted.source, wanted.reading, std::move(label), std::move(open), {}});
    return sources_.size() - 1;
}

void SourcePool::need(std::size_t number, const std::vector<std::string>& columns) {
    auto& source = sources_[number];
    ++source.uses;
    for (const auto& column : columns) {
        if (std::ranges::find(source.columns, column) == source.columns.end()) source.columns.push_back(column);
    }
}

void SourcePool::read(core::Progress& progress, core::Diagnostics& diagnostics, const Collect& collect) {
    double all = 1.0;
    for (const auto& source : sources_) all += weight(source);
    double done = 0.0;
    for (auto& source : sources_) {
        core::Stage stage(progress, done / all, (done + weight(source)) / all);
        done += weight(source);
        collect([&] { read_one(source, stage, diagnostics); });
    }
}

void SourcePool::read_one(PooledSource& source, core::Progress& progress, core::Diagnostics& diagnostics) {
    auto read = source.open.read(source.columns, progress, diagnostics);
    source.layer = std::move(read.layer);
    source.sha256 = std::move(read.sha256);
    if (!diagnostics.has_errors()) source.operation = operation_of(source.layer);
}

layers::Layer SourcePool::take(std::size_t number, const std::vector<std::string>& columns) {
    auto& source = sources_[number];
    if (source.uses > 0) --source.uses;
    if (source.uses == 0) return with_columns(std::move(source.layer), columns);
    return copied(source.layer, columns);
}

}  // namespace desakota::study
