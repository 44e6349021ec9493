#pragma once

#include <memory>
#include <string>
#include <vector>

class GDALDataset;
class OGRFeature;
class OGRGeometry;
class OGRSpatialReference;

namespace desakota::io {

/// Owners of GDAL's objects. A dataset, and all that was read from it, belongs to one thread at a time.
struct CloseDataset {
    void operator()(GDALDataset* dataset) const noexcept;
};
struct DestroyFeature {
    void operator()(OGRFeature* feature) const noexcept;
};
struct DestroyGeometry {
    void operator()(OGRGeometry* geometry) const noexcept;
};
struct ReleaseSpatialReference {
    void operator()(OGRSpatialReference* reference) const noexcept;
};
using DatasetHandle = std::unique_ptr<GDALDataset, CloseDataset>;
using FeatureHandle = std::unique_ptr<OGRFeature, DestroyFeature>;
using GeometryHandle = std::unique_ptr<OGRGeometry, DestroyGeometry>;
using SpatialReferenceHandle = std::unique_ptr<OGRSpatialReference, ReleaseSpatialReference>;

/// Makes GDAL's drivers known, once in a process. Call before opening or creating anything.
void register_drivers();

/// A list of texts as GDAL takes it: `pointer()` is null-terminated and lives as long as this.
class StringList {
public:
    explicit StringList(std::vector<std::string> texts);
    StringList(const StringList&) = delete;
    StringList& operator=(const StringList&) = delete;
    ~StringList() = default;
    [[nodiscard]] const char* const* pointer() const { return pointers_.data(); }

private:
    std::vector<std::string> texts_;
    std::vector<const char*> pointers_;
};

/// While it lives, GDAL's messages of this thread are recorded here instead of printed. Nothing is thrown from within
/// GDAL: ask afterwards.
class ErrorCapture {
public:
    ErrorCapture();
    ErrorCapture(const ErrorCapture&) = delete;
    ErrorCapture& operator=(const ErrorCapture&) = delete;
    ~ErrorCapture();

    [[nodiscard]] bool has_errors() const { return !errors_.empty(); }
    /// The first error's text, on one line; empty where there was none.
    [[nodiscard]] std::string first_error() const { return errors_.empty() ? std::string() : errors_.front(); }
    [[nodiscard]] const std::vector<std::string>& errors() const { return errors_; }
    [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }
    void clear();

    /// For the handler inside GDAL only.
    void record(bool is_error, const char* message) noexcept;

private:
    std::vector<std::string> errors_;
    std::vector<std::string> warnings_;
};

/// A GDAL option (GDAL calls it configuration option) for this thread only, restored at the end.
class ThreadOption {
public:
    ThreadOption(std::string name, const std::string& value);
    ThreadOption(const ThreadOption&) = delete;
    ThreadOption& operator=(const ThreadOption&) = delete;
    ~ThreadOption();

private:
    std::string name_;
    std::string before_;
    bool was_set_ = false;
};

}  // namespace desakota::io
