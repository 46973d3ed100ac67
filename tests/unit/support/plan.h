// How the store would run a statement: the steps of EXPLAIN QUERY PLAN, a line each.
#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "storage/database.h"

namespace stead::test {

inline std::string planOf(Database& database, std::string_view statement) {
  // Connections keep statements under their text, so the text must outlive every one of them.
  static std::deque<std::string> kept;
  const std::string& sql = kept.emplace_back("EXPLAIN QUERY PLAN " + std::string(statement));
  std::string plan;
  database.read([&](Connection& db) {
    auto step = db.prepare(sql);
    while (step.step()) plan += step.text(3) + "\n";
  });
  return plan;
}

}  // namespace stead::test
