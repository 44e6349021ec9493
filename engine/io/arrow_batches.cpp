#include "engine/io/arrow_batches.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include <ogr_recordbatch.h>
#include <ogrsf_frmts.h>

#include "engine/core/error.h"
#include "engine/io/gdal_handles.h"

namespace desakota::io {

void ReleaseArrowArray::operator()(ArrowArray* array) const noexcept {
    if (array->release != nullptr) array->release(array);
    std::default_delete<ArrowArray>()(array);
}

namespace {

/// The two structures that Arrow's C interface hands out, released at the end.
struct Opened {
    ArrowArrayStream stream{};
    ArrowSchema schema{};

    Opened() = default;
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    ~Opened() {
        if (schema.release != nullptr) schema.release(&schema);
        if (stream.release != nullptr) stream.release(&stream);
    }

    bool open(OGRLayer& layer) {
        // A batch takes well under 0.1 s.
        const StringList options({"MAX_FEATURES_IN_BATCH=16384"});
        // GDAL takes the list as changeable, but does not change it.
        if (!layer.GetArrowStream(&stream, const_cast<char**>(options.pointer()))) return false;
        return stream.get_schema(&stream, &schema) == 0;
    }
};

}  // namespace

class ArrowBatches::Stream {
public:
    explicit Stream(OGRLayer& layer) {
        const ErrorCapture errors;
        if (!opened_.open(layer)) error_ = errors.first_error().empty() ? "no stream" : errors.first_error();
        is_complete_ = !error_.empty();
        if (!is_complete_) thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() = default;

    [[nodiscard]] const ArrowSchema& schema() const { return opened_.schema; }
    [[nodiscard]] std::string error() const {
        const std::lock_guard lock(mutex_);
        return error_;
    }

    /// Nothing where none came in time; nullptr after the last.
    std::optional<ArrowArrayHandle> next(std::chrono::milliseconds at_most) {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, at_most, [this] { return !ready_.empty() || is_complete_; })) return std::nullopt;
        if (ready_.empty()) return ArrowArrayHandle();
        auto batch = std::move(ready_.front());
        ready_.pop_front();
        changed_.notify_all();
        return batch;
    }

private:
    /// In the thread: nothing may be thrown out of it.
    void run(const std::stop_token& stop) {
        std::string error;
        try {
            error = fetch(stop);
        } catch (const std::exception& fault) {
            error = fault.what();
        }
        const std::lock_guard lock(mutex_);
        error_ = error;
        is_complete_ = true;
        changed_.notify_all();
    }

    std::string fetch(const std::stop_token& stop) {
        const ErrorCapture errors;
        while (!stop.stop_requested()) {
            ArrowArrayHandle batch(std::make_unique<ArrowArray>().release());
            if (opened_.stream.get_next(&opened_.stream, batch.get()) != 0) return reason(errors);
            if (batch->release == nullptr) break;
            hand_over(std::move(batch), stop);
        }
        return errors.first_error();
    }

    std::string reason(const ErrorCapture& errors) {
        if (errors.has_errors()) return errors.first_error();
        const char* const text = opened_.stream.get_last_error(&opened_.stream);
        return text == nullptr || *text == '\0' ? "unknown reason" : text;
    }

    void hand_over(ArrowArrayHandle batch, const std::stop_token& stop) {
        constexpr std::size_t kMostAhead = 3;
        std::unique_lock lock(mutex_);
        if (!changed_.wait(lock, stop, [this] { return ready_.size() < kMostAhead; })) return;
        ready_.push_back(std::move(batch));
        changed_.notify_all();
    }

    Opened opened_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<ArrowArrayHandle> ready_;
    bool is_complete_ = false;
    std::string error_;
    std::jthread thread_;  // last: it uses all the others
};

ArrowBatches::ArrowBatches(OGRLayer& layer) : stream_(std::make_unique<Stream>(layer)) {}
ArrowBatches::~ArrowBatches() = default;

const ArrowSchema& ArrowBatches::schema() const {
    return stream_->schema();
}

ArrowArrayHandle ArrowBatches::next(core::Progress& progress) {
    constexpr std::chrono::milliseconds kSlice{50};
    while (true) {
        auto batch = stream_->next(kSlice);
        if (batch) return std::move(*batch);
        if (progress.cancelled()) throw core::Cancelled();
    }
}

std::string ArrowBatches::error() const {
    return stream_->error();
}

}  // namespace desakota::io
