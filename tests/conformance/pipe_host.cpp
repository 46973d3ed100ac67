// The stories told through another language: a host program of that language, which reads one JSON message a line and
// answers each with one line (the protocol stands in README.md). All stories are told to one running host.
// Usage: conformance_pipe STORIES-FOLDER SOURCE-ROOT TRANSCRIPT GAPS COMMAND [ARGUMENT…]
// GAPS names the file of verbs that the language is known not to offer, one a line.
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <set>
#include <stdexcept>

#include "base64.h"
#include "call_words.h"
#include "tell_all.h"

namespace conformance {
namespace {

// The running host program.
class Channel {
 public:
  explicit Channel(char** command) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    const int failed = posix_spawnp(&process_, command[0], &actions, nullptr, command, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(in[0]);
    close(out[1]);
    to_ = fdopen(in[1], "w");
    from_ = fdopen(out[0], "r");
    if (failed != 0 || to_ == nullptr || from_ == nullptr) {
      throw std::runtime_error(std::string("cannot start ") + command[0]);
    }
  }
  ~Channel() { end(); }
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  Json ask(const Json& message) {
    const std::string line = message.dump() + "\n";
    if (fwrite(line.data(), 1, line.size(), to_) != line.size() || fflush(to_) != 0) {
      throw std::runtime_error("the host does not listen any more");
    }
    char* text = nullptr;
    std::size_t capacity = 0;
    const ssize_t length = getline(&text, &capacity, from_);
    const std::string answer(text == nullptr || length < 0 ? "" : text);
    free(text);
    if (answer.empty()) throw std::runtime_error("the host ended without an answer");
    return Json::parse(answer);
  }

  // Closes its input and waits; the host must then end well.
  int end() {
    if (process_ == 0) return 0;
    fclose(to_);
    int status = 0;
    waitpid(process_, &status, 0);
    fclose(from_);
    process_ = 0;
    return status;
  }

 private:
  pid_t process_ = 0;
  FILE* to_ = nullptr;
  FILE* from_ = nullptr;
};

// The verbs that GAPS names, and those that the host had no answer to.
struct Gaps {
  std::set<std::string> known;
  std::set<std::string> met;
};

class PipeHost final : public Host {
 public:
  PipeHost(Channel& channel, Gaps& gaps, const std::string& path, const Json& options)
      : channel_(channel), gaps_(gaps) {
    const Json message = {{"path", path}, {"options", options}, {"secret", base64(std::string(32, '\7'))}};
    expectOk(channel_.ask({{"open", message}}));
  }
  ~PipeHost() override {
    try {
      expectOk(channel_.ask({{"close", Json::object()}}));
    } catch (const std::exception& problem) {
      std::cerr << problem.what() << '\n';
    }
  }

  Answer call(const Call& call) override {
    Json message = wordsOf(call);
    for (const auto& file : call.upload) {
      message["upload"].push_back({{"name", file.name}, {"base64", base64(file.bytes)}});
    }
    const Json answer = channel_.ask(message);
    if (answer.contains("gap")) {
      gaps_.met.insert(call.verb);
      if (gaps_.known.count(call.verb) == 0) throw std::runtime_error("the language does not offer this verb");
      throw KnownGap();
    }
    if (answer.contains("error")) return {false, answer["error"]};
    return {true, answer.at("ok")};
  }

  void setClock(std::int64_t nowMs) override { expectOk(channel_.ask({{"clock", nowMs}})); }

 private:
  static void expectOk(const Json& answer) {
    if (!answer.contains("ok")) throw std::runtime_error("the host says " + answer.dump());
  }

  Channel& channel_;
  Gaps& gaps_;
};

Gaps gapsIn(const char* path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(std::string("cannot read ") + path);
  Gaps gaps;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line[0] != '#') gaps.known.insert(line);
  }
  return gaps;
}

int tell(char** argv) {
  signal(SIGPIPE, SIG_IGN);
  Gaps gaps = gapsIn(argv[4]);
  Channel channel(argv + 5);
  int result = tellAll({argv[1], argv[2], argv[3], ""}, [&](const std::string& path, const Json& options) {
    return std::make_unique<PipeHost>(channel, gaps, path, options);
  });
  for (const auto& verb : gaps.known) {
    if (gaps.met.count(verb) != 0) continue;
    std::cout << verb << " is listed as a gap and is none\n";
    result = 1;
  }
  if (const int status = channel.end(); status != 0) {
    std::cout << "the host ended with status " << status << '\n';
    result = 1;
  }
  return result;
}

}  // namespace
}  // namespace conformance

int main(int argc, char** argv) {
  if (argc < 6) {
    std::cerr << "usage: conformance_pipe STORIES-FOLDER SOURCE-ROOT TRANSCRIPT GAPS COMMAND [ARGUMENT…]\n";
    return 2;
  }
  try {
    return conformance::tell(argv);
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 1;
  }
}
