#pragma once

#include <QElapsedTimer>
#include <qgsfeedback.h>

#include "engine/core/progress.h"

namespace desakota::qgis_plugin {

/// The engine's progress as QGIS's feedback shows it. For the thread that runs the algorithm and no other.
class FeedbackProgress final : public core::Progress {
public:
    /// `feedback` may be nullptr: nothing is shown then and nobody cancels.
    explicit FeedbackProgress(QgsFeedback* feedback) : feedback_(feedback) { since_.start(); }

    void report(double fraction) override {
        constexpr qint64 kBetweenSignals = 10;  // milliseconds: a signal a thousand times a second would slow the run
        if (feedback_ == nullptr || (shown_ && since_.elapsed() < kBetweenSignals && fraction < 1.0)) return;
        shown_ = true;
        since_.restart();
        constexpr double kPercent = 100.0;
        feedback_->setProgress(fraction * kPercent);
    }
    [[nodiscard]] bool cancelled() const override { return feedback_ != nullptr && feedback_->isCanceled(); }

private:
    QgsFeedback* feedback_;
    QElapsedTimer since_;
    bool shown_ = false;
};

}  // namespace desakota::qgis_plugin
