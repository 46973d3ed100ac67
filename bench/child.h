// Another process of this program.
#pragma once

#include <initializer_list>
#include <string>

#include <sys/types.h>

namespace stead::bench {

class Child {
 public:
  // Starts this program anew with these arguments.
  explicit Child(std::initializer_list<std::string> arguments);
  // Kills it if it still runs.
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Throws unless it ends well.
  void wait();

 private:
  pid_t process_;
};

}  // namespace stead::bench
