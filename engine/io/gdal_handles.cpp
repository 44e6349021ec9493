#include "engine/io/gdal_handles.h"

#include <algorithm>
#include <mutex>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogr_feature.h>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

namespace desakota::io {
namespace {

/// More would only repeat the first ones (GDAL can complain of every feature).
constexpr std::size_t kMostRecorded = 100;

void record_message(CPLErr level, CPLErrorNum /*number*/, const char* message) {
    auto* const capture = static_cast<ErrorCapture*>(CPLGetErrorHandlerUserData());
    if (capture == nullptr || level == CE_None || level == CE_Debug) return;
    capture->record(level != CE_Warning, message);
}

}  // namespace

void CloseDataset::operator()(GDALDataset* dataset) const noexcept {
    GDALClose(GDALDataset::ToHandle(dataset));
}
void DestroyFeature::operator()(OGRFeature* feature) const noexcept {
    OGRFeature::DestroyFeature(feature);
}
void DestroyGeometry::operator()(OGRGeometry* geometry) const noexcept {
    OGRGeometryFactory::destroyGeometry(geometry);
}
void ReleaseSpatialReference::operator()(OGRSpatialReference* reference) const noexcept {
    reference->Release();
}

void register_drivers() {
    static std::once_flag once;
    std::call_once(once, [] {
        const ErrorCapture silence;
        GDALAllRegister();
    });
}

StringList::StringList(std::vector<std::string> texts) : texts_(std::move(texts)) {
    for (const auto& text : texts_) pointers_.push_back(text.c_str());
    pointers_.push_back(nullptr);
}

ErrorCapture::ErrorCapture() {
    CPLPushErrorHandlerEx(record_message, this);
}
ErrorCapture::~ErrorCapture() {
    CPLPopErrorHandler();
}

void ErrorCapture::clear() {
    errors_.clear();
    warnings_.clear();
}

void ErrorCapture::record(bool is_error, const char* message) noexcept {
    try {
        auto& list = is_error ? errors_ : warnings_;
        if (list.size() >= kMostRecorded) return;
        std::string text = message == nullptr ? "" : message;
        std::ranges::replace_if(
            text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
        while (text.ends_with(' ') || text.ends_with('.')) text.pop_back();
        list.push_back(std::move(text));
    } catch (...) {
        // Out of memory while noting an error: the call that failed still says so itself.
        return;
    }
}

ThreadOption::ThreadOption(std::string name, const std::string& value) : name_(std::move(name)) {
    const char* const before = CPLGetThreadLocalConfigOption(name_.c_str(), nullptr);
    was_set_ = before != nullptr;
    if (was_set_) before_ = before;
    CPLSetThreadLocalConfigOption(name_.c_str(), value.c_str());
}

ThreadOption::~ThreadOption() {
    CPLSetThreadLocalConfigOption(name_.c_str(), was_set_ ? before_.c_str() : nullptr);
}

}  // namespace desakota::io
