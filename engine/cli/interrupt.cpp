#include "engine/cli/interrupt.h"

#include <atomic>
#include <csignal>

namespace desakota::cli {
namespace {

// A signal handler reaches nothing but globals.
std::atomic<bool> noted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void set_action(int signal, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
}

void note(int /*signal*/) {
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

InterruptWatch::~InterruptWatch() {
    set_action(SIGINT, SIG_DFL);
    set_action(SIGTERM, SIG_DFL);
}

bool InterruptWatch::is_interrupted() const {
    return noted.load();
}

void ignore_closed_pipes() {
    set_action(SIGPIPE, SIG_IGN);
}

}  // namespace desakota::cli
