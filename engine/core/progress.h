#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "engine/core/error.h"

namespace desakota::core {

/// Where a run reports how far it is and hears that it should stop. Both are called by the thread that started the
/// run and by no other.
class Progress {
public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    virtual ~Progress() = default;

    /// `fraction` is the share of the work done, 0 to 1, and never falls.
    virtual void report(double fraction) = 0;
    [[nodiscard]] virtual bool cancelled() const = 0;

    /// Reports, and throws Cancelled if the user asked to stop. Long stages call it at least every 0.1 s.
    void step(double fraction) {
        report(fraction);
        if (cancelled()) throw Cancelled();
    }
};

/// Shows nothing and is never cancelled.
class SilentProgress final : public Progress {
public:
    void report(double /*fraction*/) override {}
    [[nodiscard]] bool cancelled() const override { return false; }
};

/// A part of a longer run: 0 to 1 of the stage is `from` to `to` of its parent.
class Stage final : public Progress {
public:
    Stage(Progress& parent, double from, double to) : parent_(parent), from_(from), to_(to) {}
    void report(double fraction) override { parent_.report(std::lerp(from_, to_, std::clamp(fraction, 0.0, 1.0))); }
    [[nodiscard]] bool cancelled() const override { return parent_.cancelled(); }

private:
    Progress& parent_;
    double from_;
    double to_;
};

/// The steps of a plain loop over `count` items, which is `from` to `to` of its parent: call `at(item)` for each in
/// turn, and one in `every` reports; choose it so that so many take well under 0.1 s.
class LoopSteps {
public:
    static constexpr std::size_t kUsual = 1 << 14;

    LoopSteps(Progress& progress, double from, double to, std::size_t count, std::size_t every = kUsual)
        : progress_(progress),
          from_(from),
          per_item_((to - from) / static_cast<double>(std::max<std::size_t>(count, 1))),
          every_(every) {}
    void at(std::size_t item) {
        if (item < next_) return;
        next_ = item + every_;
        progress_.step(from_ + per_item_ * static_cast<double>(item));
    }

private:
    Progress& progress_;
    double from_;
    double per_item_;
    std::size_t every_;
    std::size_t next_ = 0;
};

}  // namespace desakota::core
