#include "engine/io/fingerprint.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <fmt/format.h>
#include <fstream>
#include <gcrypt.h>
#include <mutex>
#include <thread>

#include "engine/core/error.h"

namespace desakota::io {
namespace {

struct CloseDigest {
    void operator()(gcry_md_hd_t digest) const noexcept { gcry_md_close(digest); }
};
using DigestHandle = std::unique_ptr<std::remove_pointer_t<gcry_md_hd_t>, CloseDigest>;

void start_library() {
    static std::once_flag once;
    std::call_once(once, [] {
        // A host such as QGIS may have done it.
        if (gcry_control(GCRYCTL_INITIALIZATION_FINISHED_P) != 0) return;
        gcry_check_version(nullptr);
        gcry_control(GCRYCTL_DISABLE_SECMEM, 0);
        gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
    });
}

DigestHandle new_digest() {
    start_library();
    gcry_md_hd_t digest = nullptr;
    if (gcry_md_open(&digest, GCRY_MD_SHA256, 0) != 0) {
        throw core::failure({"SHA-256 is not available in libgcrypt.", "SHA-256 tidak tersedia di libgcrypt."});
    }
    return DigestHandle(digest);
}

std::string digits(gcry_md_hd_t digest) {
    std::string text;
    const unsigned char* const bytes = gcry_md_read(digest, GCRY_MD_SHA256);
    for (unsigned int index = 0; index < gcry_md_get_algo_dlen(GCRY_MD_SHA256); ++index) {
        text += fmt::format("{:02x}", bytes[index]);
    }
    return text;
}

/// Small values on their way to a digest, gathered so that it is called seldom.
class Gatherer {
public:
    explicit Gatherer(gcry_md_hd_t digest) : digest_(digest) {}

    void add(std::string_view bytes) {
        if (size_ + bytes.size() > buffer_.size()) flush();
        if (bytes.size() > buffer_.size()) {
            gcry_md_write(digest_, bytes.data(), bytes.size());
            return;
        }
        std::memcpy(buffer_.data() + size_, bytes.data(), bytes.size());
        size_ += bytes.size();
    }
    template <class Number>
    void add_number(Number number) {
        std::array<char, sizeof number> bytes{};
        std::memcpy(bytes.data(), &number, sizeof number);
        add({bytes.data(), bytes.size()});
    }
    void add_text(std::string_view text) {
        add_number(static_cast<std::uint64_t>(text.size()));
        add(text);
    }
    void flush() {
        gcry_md_write(digest_, buffer_.data(), size_);
        size_ = 0;
    }

private:
    gcry_md_hd_t digest_;
    std::array<char, 1U << 16U> buffer_{};
    std::size_t size_ = 0;
};

void add_structure(const geo::Geometries& geometry, Gatherer& gatherer, core::LoopSteps steps) {
    gatherer.add_number(static_cast<std::uint64_t>(geometry.size()));
    for (std::size_t feature = 0; feature < geometry.size(); ++feature) {
        steps.at(feature);
        const auto parts = geometry.parts(feature);
        gatherer.add_number(static_cast<std::uint32_t>(parts.last - parts.first));
        for (auto part = parts.first; part < parts.last; ++part) {
            gatherer.add_number(static_cast<std::uint8_t>(geometry.role(part)));
            gatherer.add_number(static_cast<std::uint32_t>(geometry.coordinates(part).size()));
        }
    }
}

void add_value(const layers::Column& column, std::size_t row, Gatherer& gatherer) {
    if (column.type() == layers::ColumnType::Text) {
        gatherer.add_number(column.code(row));
    } else if (column.type() == layers::ColumnType::Number) {
        const auto value = column.number(row);
        gatherer.add_number(static_cast<std::uint8_t>(value ? 1 : 0));
        gatherer.add_number(value.value_or(0.0));
    } else {
        const auto value = column.whole_number(row);
        gatherer.add_number(static_cast<std::uint8_t>(value ? 1 : 0));
        gatherer.add_number(value.value_or(0));
    }
}

void add_column(const layers::Column& column, Gatherer& gatherer, core::Progress& progress) {
    gatherer.add_text(column.name());
    gatherer.add_number(static_cast<std::uint8_t>(column.type()));
    gatherer.add_number(static_cast<std::uint64_t>(column.size()));
    core::LoopSteps values(progress, 0.0, 0.7, column.size());
    for (std::size_t row = 0; row < column.size(); ++row) {
        values.at(row);
        add_value(column, row, gatherer);
    }
    // Codes count the distinct texts in order of first use, so that the two together are the values.
    const auto& texts = column.distinct_texts();
    core::LoopSteps distinct(progress, 0.7, 1.0, texts.size());
    for (std::size_t code = 0; code < texts.size(); ++code) {
        distinct.at(code);
        gatherer.add_text(texts[code]);
    }
}

}  // namespace

std::string sha256(std::string_view bytes) {
    const auto digest = new_digest();
    gcry_md_write(digest.get(), bytes.data(), bytes.size());
    return digits(digest.get());
}

std::string sha256_of_file(const std::string& path) {
    constexpr std::size_t kSlice = std::size_t{1} << 16U;
    const auto digest = new_digest();
    std::ifstream file(path, std::ios::binary);
    std::array<char, kSlice> bytes{};
    while (file.read(bytes.data(), bytes.size()) || file.gcount() > 0) {
        gcry_md_write(digest.get(), bytes.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (!file.eof()) throw core::failure(core::format_text("{}: cannot be read.", "{}: tidak dapat dibaca.", path));
    return digits(digest.get());
}

class Fingerprint::Worker {
public:
    Worker() : digest_(new_digest()), thread_([this](const std::stop_token& stop) { run(stop); }) {}
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker() = default;

    void add(std::span<const geo::Point> coordinates) {
        const std::lock_guard lock(mutex_);
        queue_.push_back(coordinates);
        changed_.notify_all();
    }

    bool wait(std::chrono::milliseconds at_most) {
        std::unique_lock lock(mutex_);
        return idle_.wait_for(lock, at_most, [this] { return queue_.empty(); });
    }

    /// Only while idle.
    [[nodiscard]] gcry_md_hd_t digest() const { return digest_.get(); }

private:
    void run(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (changed_.wait(lock, stop, [this] { return !queue_.empty(); })) {
            const auto next = queue_.front();
            lock.unlock();
            take(next, stop);
            lock.lock();
            queue_.pop_front();
            idle_.notify_all();
            if (stop.stop_requested()) return;
        }
    }

    /// In slices, so that a cancelled run need not wait for the rest.
    void take(std::span<const geo::Point> coordinates, const std::stop_token& stop) const {
        constexpr std::size_t kSlice = 1U << 18U;
        while (!coordinates.empty() && !stop.stop_requested()) {
            const auto slice = coordinates.first(std::min(kSlice, coordinates.size()));
            gcry_md_write(digest_.get(), slice.data(), slice.size_bytes());
            coordinates = coordinates.subspan(slice.size());
        }
    }

    DigestHandle digest_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::condition_variable idle_;
    std::deque<std::span<const geo::Point>> queue_;
    std::jthread thread_;  // last: it uses all the others
};

Fingerprint::Fingerprint() : worker_(std::make_unique<Worker>()) {}
Fingerprint::~Fingerprint() = default;

void Fingerprint::add(std::span<const geo::Point> coordinates) {
    if (!coordinates.empty()) worker_->add(coordinates);
}

void Fingerprint::wait(core::Progress& progress, double fraction) {
    constexpr std::chrono::milliseconds kSlice{50};
    while (!worker_->wait(kSlice)) progress.step(fraction);
}

std::string Fingerprint::finish(const layers::Layer& layer, core::Progress& progress) {
    wait(progress, 0.0);
    Gatherer gatherer(worker_->digest());
    const double each = 1.0 / static_cast<double>(layer.columns.size() + 1);
    double done = each;
    add_structure(layer.geometry, gatherer, {progress, 0.0, each, layer.geometry.size()});
    for (const auto& column : layer.columns) {
        core::Stage adding(progress, done, done + each);
        done += each;
        add_column(column, gatherer, adding);
    }
    gatherer.flush();
    return digits(worker_->digest());
}

std::string fingerprint_of(const layers::Layer& layer, core::Progress& progress) {
    Fingerprint fingerprint;
    fingerprint.add(layer.geometry.all_coordinates());
    return fingerprint.finish(layer, progress);
}

}  // namespace desakota::io
