#pragma once

#include <algorithm>

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
    void report(double fraction) override { parent_.report(from_ + (to_ - from_) * std::clamp(fraction, 0.0, 1.0)); }
    [[nodiscard]] bool cancelled() const override { return parent_.cancelled(); }

private:
    Progress& parent_;
    double from_;
    double to_;
};

}  // namespace desakota::core
