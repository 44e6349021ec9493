#include "tests/support/run_tool.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <poll.h>
#include <pty.h>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace desakota::tests {
namespace {

/// A pipe, or a terminal, from the program to the test.
struct Channel {
    int reader = -1;
    int writer = -1;
};

Channel open_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    return {ends[0], ends[1]};
}

Channel open_terminal() {
    Channel channel;
    if (::openpty(&channel.reader, &channel.writer, nullptr, nullptr, nullptr) != 0) {
        throw std::runtime_error("no terminal");
    }
    ::fcntl(channel.reader, F_SETFD, FD_CLOEXEC);
    ::fcntl(channel.writer, F_SETFD, FD_CLOEXEC);
    return channel;
}

Channel open_output(const ToolCall& call) {
    if (call.output_file.empty()) return open_pipe();
    const int file = ::open(call.output_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) throw std::runtime_error("cannot open " + call.output_file);
    return {-1, file};
}

void close_reader(Channel& channel) {
    if (channel.reader >= 0) ::close(channel.reader);
    channel.reader = -1;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (auto& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

std::vector<std::string> environment_of(const ToolCall& call) {
    std::vector<std::string> result;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text(*entry);
        if (!call.environment.contains(text.substr(0, text.find('=')))) result.push_back(text);
    }
    for (const auto& [name, value] : call.environment) {
        if (!value.empty()) result.push_back(name + "=" + value);
    }
    return result;
}

/// In the new process, before the program starts: only calls that are safe after a fork.
void prepare_child(const ToolCall& call, const Channel& output, const Channel& error) {
    ::dup2(output.writer, STDOUT_FILENO);
    ::dup2(error.writer, STDERR_FILENO);
    if (call.file_size_limit < 0) return;
    const rlimit limit{static_cast<rlim_t>(call.file_size_limit), static_cast<rlim_t>(call.file_size_limit)};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::signal(SIGXFSZ, SIG_IGN);  // so that writing fails instead of ending the process
}

pid_t start(const ToolCall& call, const Channel& output, const Channel& error) {
    std::vector<std::string> words{call.program};
    words.insert(words.end(), call.arguments.begin(), call.arguments.end());
    auto variables = environment_of(call);
    const auto arguments = pointers(words);
    const auto environment = pointers(variables);
    const pid_t process = ::fork();
    if (process < 0) throw std::runtime_error("cannot fork");
    if (process > 0) return process;
    prepare_child(call, output, error);
    ::execvpe(words[0].c_str(), arguments.data(), environment.data());
    ::_exit(127);
}

/// Takes what is there to read; false at the end (a terminal ends with a fault instead of an empty read).
bool take(int reader, std::string& text) {
    std::array<char, 4096> buffer{};
    const auto count = ::read(reader, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) return true;
    if (count <= 0) return false;
    text.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
}

/// Interrupts a program once it has said what the call waits for.
class Interrupter {
public:
    Interrupter(pid_t process, std::string awaited) : process_(process), awaited_(std::move(awaited)) {}
    void hear(const std::string& said) {
        if (awaited_.empty() || said.find(awaited_) == std::string::npos) return;
        ::kill(process_, SIGINT);
        awaited_.clear();
    }

private:
    pid_t process_;
    std::string awaited_;
};

void read_both(Channel& output, Channel& error, ToolRun& run, Interrupter interrupter) {
    while (output.reader >= 0 || error.reader >= 0) {
        std::array<pollfd, 2> watched{{{output.reader, POLLIN, 0}, {error.reader, POLLIN, 0}}};
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) return;
        if (watched[0].revents != 0 && !take(output.reader, run.output)) close_reader(output);
        if (watched[1].revents != 0 && !take(error.reader, run.error)) close_reader(error);
        interrupter.hear(run.error);
    }
}

}  // namespace

ToolRun run_tool(const ToolCall& call) {
    auto output = open_output(call);
    auto error = call.error_is_terminal ? open_terminal() : open_pipe();
    if (call.output_is_closed) close_reader(output);
    const pid_t process = start(call, output, error);
    ::close(output.writer);
    ::close(error.writer);
    ToolRun run;
    read_both(output, error, run, {process, call.interrupt_at});
    int state = 0;
    while (::waitpid(process, &state, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(state)) run.status = WEXITSTATUS(state);
    if (WIFSIGNALED(state)) run.signal = WTERMSIG(state);
    if (run.status == 127 && run.error.empty()) throw std::runtime_error("cannot start " + call.program);
    return run;
}

TemporaryFolder::TemporaryFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "desakota_test_XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder");
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& text) const {
    std::ofstream stream(file(name), std::ios::binary);
    stream << text;
    stream.close();
    if (!stream.good()) throw std::runtime_error("cannot write " + file(name));
    return file(name);
}

std::vector<std::string> TemporaryFolder::names() const {
    std::vector<std::string> result;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) {
        result.push_back(entry.path().filename().string());
    }
    std::ranges::sort(result);
    return result;
}

std::string read_file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string make_indonesian_locale(const std::string& folder) {
    const auto target = folder + "/id_ID.UTF-8";
    try {
        (void)run_tool({.program = "localedef", .arguments = {"-i", "id_ID", "-f", "UTF-8", target}});
    } catch (const std::runtime_error&) {
        return {};
    }
    return std::filesystem::exists(target + "/LC_NUMERIC") ? folder : std::string{};
}

}  // namespace desakota::tests
