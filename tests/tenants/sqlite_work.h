// What SQLite was asked to do: the statements that ran, in order, and the steps of its virtual machine. Counted where
// the library calls sqlite3_step(), so it is the same on every machine and every day.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace stead_test {

struct SqliteWork {
  std::vector<std::string> statements;  // "<SQL> → row" or "<SQL> → done"
  std::int64_t machineSteps = 0;
};

// Forgets what was counted and counts from here on.
void beginCounting();
[[nodiscard]] SqliteWork endCounting();

}  // namespace stead_test
