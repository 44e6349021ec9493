#pragma once

#include <memory>
#include <span>
#include <string>

#include "engine/core/progress.h"
#include "engine/geo/point.h"
#include "engine/layers/layer.h"

namespace desakota::io {

/// SHA-256 of a text or of bytes, as 64 hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// SHA-256 of the content of a file. Throws core::failure where it cannot be read.
[[nodiscard]] std::string sha256_of_file(const std::string& path);

/// SHA-256 of a layer while it is being read: its coordinates as they come, in a thread of its own, then the structure
/// of its geometry and its columns (name, type, values) in order. The same data give the same digits whatever format
/// they lay in; feature numbers, coordinate system and names of layers do not enter.
class Fingerprint {
public:
    Fingerprint();
    Fingerprint(const Fingerprint&) = delete;
    Fingerprint& operator=(const Fingerprint&) = delete;
    ~Fingerprint();

    /// The coordinates that follow those added so far. They must stay where they are until `wait` has returned.
    void add(std::span<const geo::Point> coordinates);
    /// Returns when everything added is taken in; reports `fraction` and hears a cancel meanwhile.
    void wait(core::Progress& progress, double fraction);
    /// The digits, once all coordinates of `layer` have been added.
    [[nodiscard]] std::string finish(const layers::Layer& layer, core::Progress& progress);

private:
    class Worker;
    std::unique_ptr<Worker> worker_;
};

/// The digits of a layer that is in memory.
[[nodiscard]] std::string fingerprint_of(const layers::Layer& layer, core::Progress& progress);

}  // namespace desakota::io
