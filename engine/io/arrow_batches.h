#pragma once

#include <memory>
#include <string>

#include "engine/core/progress.h"

struct ArrowArray;
struct ArrowSchema;
class OGRLayer;

namespace desakota::io {

struct ReleaseArrowArray {
    void operator()(ArrowArray* array) const noexcept;
};
using ArrowArrayHandle = std::unique_ptr<ArrowArray, ReleaseArrowArray>;

/// The batches of a layer's Arrow stream, fetched ahead in a thread of their own. The layer is used by that thread
/// until this is destroyed.
class ArrowBatches {
public:
    explicit ArrowBatches(OGRLayer& layer);
    ArrowBatches(const ArrowBatches&) = delete;
    ArrowBatches& operator=(const ArrowBatches&) = delete;
    ~ArrowBatches();

    [[nodiscard]] const ArrowSchema& schema() const;
    /// The next batch, nullptr after the last; waits for it, hearing a cancel.
    [[nodiscard]] ArrowArrayHandle next(core::Progress& progress);
    /// What went wrong, once `next` has returned nullptr; empty where nothing did.
    [[nodiscard]] std::string error() const;

private:
    class Stream;
    std::unique_ptr<Stream> stream_;
};

}  // namespace desakota::io
