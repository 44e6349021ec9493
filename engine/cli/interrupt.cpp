#include "engine/cli/interrupt.h"

#include <atomic>
#include <utility>

#include "engine/cli/streams.h"
#include "engine/core/error.h"
#include "engine/io/operating_system.h"

namespace desakota::cli {
namespace {

// A signal handler reaches nothing but globals.
std::atomic<bool> noted{false};
LastWords kept;  // outlives the stage: a handler in another thread may still be reading it
std::atomic<const LastWords*> last_words{nullptr};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<const LastWords*>::is_always_lock_free);

void note(int /*signal*/) {
    if (const auto* const words = last_words.load()) {
        (void)write_error(words->error);
        (void)write_output(words->output);
        io::end_at_once(static_cast<int>(core::ExitStatus::Interrupted));
    }
    noted.store(true);
    io::on_interrupt(nullptr);
}

}  // namespace

InterruptWatch::InterruptWatch() {
    noted.store(false);
    io::on_interrupt(note);
}

bool InterruptWatch::is_interrupted() const {
    return noted.load();
}

EndsAtOnce::EndsAtOnce(LastWords words) {
    kept = std::move(words);
    last_words.store(&kept);
}

EndsAtOnce::~EndsAtOnce() {
    last_words.store(nullptr);
}

}  // namespace desakota::cli
