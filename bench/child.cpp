#include "child.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <vector>

namespace stead::bench {

Child::Child(std::initializer_list<std::string> arguments) {
  std::vector<std::string> words{"/proc/self/exe"};
  words.insert(words.end(), arguments);
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  process_ = fork();
  if (process_ < 0) throw std::runtime_error("cannot start a process");
  if (process_ == 0) {
    execv(argv.front(), argv.data());
    _exit(127);
  }
}

Child::~Child() {
  if (process_ <= 0) return;
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
}

void Child::wait() {
  int status = 0;
  const pid_t ended = waitpid(process_, &status, 0);
  process_ = 0;
  if (ended < 0 || status != 0) throw std::runtime_error("a process of the benchmark failed");
}

}  // namespace stead::bench
