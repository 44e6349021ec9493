#include "engine/cli/interrupt.h"

#include <atomic>
#include <csignal>
#include <unistd.h>
#include <utility>

#include "engine/cli/streams.h"
#include "engine/core/error.h"

namespace desakota::cli {
namespace {

// A signal handler reaches nothing but globals.
std::atomic<bool> noted{false};
LastWords kept;  // outlives the stage: a handler in another thread may still be reading it
std::atomic<const LastWords*> last_words{nullptr};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<const LastWords*>::is_always_lock_free);

void set_action(int signal, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
}

void note(int /*signal*/) {
    if (const auto* const words = last_words.load()) {
        (void)write_error(words->error);
        (void)write_output(words->output);
        ::_exit(static_cast<int>(core::ExitStatus::Interrupted));
    }
    noted.store(true);
    set_action(SIGINT, SIG_DFL);
    set_action(SIGTERM, SIG_DFL);
}

}  // namespace

InterruptWatch::InterruptWatch() {
    noted.store(false);
    set_action(SIGINT, note);
    set_action(SIGTERM, note);
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

void ignore_closed_pipes() {
    set_action(SIGPIPE, SIG_IGN);
}

}  // namespace desakota::cli
