#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/diagnostics.h"
#include "engine/core/progress.h"
#include "engine/geo/coordinate_system.h"
#include "engine/geo/geometry.h"
#include "engine/io/read_layer.h"
#include "engine/io/table_reading.h"
#include "engine/layers/layer.h"

namespace desakota::study {

/// How one parameter wants a source read.
struct Wanted {
    std::string source;  ///< as the user wrote it
    std::span<const geo::GeometryType> accepted;
    io::TableReading reading;
};

/// One source: opened, then read.
struct PooledSource {
    std::string source;
    io::TableReading reading;
    std::string label;  ///< for messages
    io::OpenSource open;
    std::vector<std::string> columns;  ///< that are needed, in the order in which they were asked for
    std::size_t uses = 0;              ///< how many will still take it
    layers::Layer layer{};
    std::string sha256{};
    geo::CoordinateOperation operation{};  ///< to WGS 84
};

/// Does some work and keeps what it throws, so that other faults are found too.
using Collect = std::function<void(const std::function<void()>& work)>;

/// Sources that several runs share: each is opened and read once.
class SourcePool {
public:
    /// The number of the source: a known one where it is read in the same way and its geometry is among the accepted.
    [[nodiscard]] std::size_t open(const Wanted& wanted, core::Diagnostics& diagnostics);
    [[nodiscard]] const PooledSource& at(std::size_t number) const { return sources_[number]; }
    /// One more will take these columns of it.
    void need(std::size_t number, const std::vector<std::string>& columns);
    /// Reads them all.
    void read(core::Progress& progress, core::Diagnostics& diagnostics, const Collect& collect);
    /// The layer with those columns: a copy, or, for the last who needs it, the layer itself.
    [[nodiscard]] layers::Layer take(std::size_t number, const std::vector<std::string>& columns);
    /// A copy, which counts as no use.
    [[nodiscard]] const layers::Layer& look(std::size_t number) const { return sources_[number].layer; }
    /// It will be looked at until the end: no use takes it away.
    void keep(std::size_t number) { ++sources_[number].uses; }

private:
    void read_one(PooledSource& source, core::Progress& progress, core::Diagnostics& diagnostics);

    std::vector<PooledSource> sources_;
};

}  // namespace desakota::study
