#include "host_process.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "../conformance/call_words.h"
#include "../conformance/hosts.h"

namespace model {
namespace {

// The only file of a run is the agreement: its name travels, and the other process reads it itself.
Json messageOf(const Call& call) {
  Json message = conformance::wordsOf(call);
  for (const auto& file : call.upload) message["upload"].push_back(file.name);
  return message;
}

Call callOf(const Json& message, const std::string& agreement) {
  Call call = conformance::callFrom(message);
  for (const auto& name : message["upload"]) call.upload.push_back({name, agreement});
  return call;
}

class ProcessHost final : public Host {
 public:
  ProcessHost(const std::string& path, const Json& options) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    process_ = fork();
    if (process_ == 0) {
      dup2(in[0], STDIN_FILENO);
      dup2(out[1], STDOUT_FILENO);
      execl("/proc/self/exe", "model", "--serve", nullptr);
      _exit(127);
    }
    close(in[0]);
    close(out[1]);
    to_ = fdopen(in[1], "w");
    from_ = fdopen(out[0], "r");
    (void)talk({{"open", {{"path", path}, {"options", options}}}});
  }
  ~ProcessHost() override {
    fclose(to_);
    int status = 0;
    waitpid(process_, &status, 0);
    fclose(from_);
  }
  ProcessHost(const ProcessHost&) = delete;
  ProcessHost& operator=(const ProcessHost&) = delete;

  Answer call(const Call& call) override {
    const Json answer = talk(messageOf(call));
    return {answer["ok"].get<bool>(), answer["value"]};
  }
  void setClock(std::int64_t nowMs) override { (void)talk({{"clock", nowMs}}); }

 private:
  Json talk(const Json& message) {
    const std::string line = message.dump() + "\n";
    if (fwrite(line.data(), 1, line.size(), to_) != line.size() || fflush(to_) != 0) {
      throw std::runtime_error("the other process does not listen");
    }
    char* text = nullptr;
    std::size_t capacity = 0;
    const ssize_t length = getline(&text, &capacity, from_);
    const std::string answer(length > 0 ? text : "");
    free(text);
    if (answer.empty()) throw std::runtime_error("the other process ended");
    return Json::parse(answer);
  }

  pid_t process_ = 0;
  FILE* to_ = nullptr;
  FILE* from_ = nullptr;
};

}  // namespace

std::unique_ptr<Host> openInProcess(const std::string& path, const Json& options) {
  return std::make_unique<ProcessHost>(path, options);
}

std::string readAgreement();

int serve() {
  const std::string agreement = readAgreement();
  std::unique_ptr<Host> host;
  for (std::string line; std::getline(std::cin, line);) {
    const Json message = Json::parse(line);
    Answer answer{true, Json::object()};
    if (message.contains("open")) {
      host = conformance::openC(message["open"]["path"], message["open"]["options"]);
    } else if (message.contains("clock")) {
      host->setClock(message["clock"]);
    } else {
      answer = host->call(callOf(message, agreement));
    }
    std::cout << Json{{"ok", answer.ok}, {"value", answer.value}} << std::endl;
  }
  return 0;
}

}  // namespace model
