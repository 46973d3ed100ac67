// What a row's program is told on its command line, and what it answers: a table to read and JSON for report.py.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rounds.h"

namespace stead::bench {

struct Options {
  std::vector<std::size_t> sizes;
  int rounds = 7;
  std::string folder;  // where the worlds are, and are left for the next row; "": a temporary one, removed at the end
  std::string json;    // "": print only
};

// --sizes 1000,100000 --rounds N --folder DIR --json FILE
[[nodiscard]] Options parseOptions(int argc, char** argv, std::vector<std::size_t> sizes, int rounds);

// The folder of the options, or one of its own that goes with it.
class Scratch {
 public:
  explicit Scratch(const std::string& folder);
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  // The same, without a file that an earlier run left there.
  [[nodiscard]] std::string fresh(const std::string& name) const;

 private:
  std::filesystem::path folder_;
  bool own_;
};

// Removes a store with all that SQLite and the engine keep beside it.
void removeStore(const std::string& path);

enum class Bound { atMost, atLeast };

class Result {
 public:
  // `sized`: what the sizes count, "" for a row without sizes.
  Result(int row, std::string what, std::string unit, std::string sized = "");
  ~Result();
  Result(const Result&) = delete;
  Result& operator=(const Result&) = delete;

  using Quotient = std::pair<std::string, std::string>;  // names in the series
  void add(std::size_t size, const Series& series, const std::vector<Quotient>& quotients);
  void target(const std::string& what, double measured, Bound bound, double limit);
  void note(const std::string& text);
  // The names whose growth is drawn, ours first.
  void plot(std::vector<std::string> names);

  // Prints, and writes the JSON if the options want it.
  void finish(const Options& options) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// main() of a row: says what went wrong and answers the exit code.
int runRow(const std::function<void()>& row);

}  // namespace stead::bench
