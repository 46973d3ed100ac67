// The floor of a decision: the same grants in absl flat maps, looked up and compared, and nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace stead::bench {

class AbslGrants {
 public:
  AbslGrants();
  ~AbslGrants();
  AbslGrants(const AbslGrants&) = delete;
  AbslGrants& operator=(const AbslGrants&) = delete;

  void add(std::int64_t actorRow, const std::string& email, std::uint64_t operations, std::int64_t from,
           std::int64_t until);
  // Two look-ups: the actor by his row, his grant by the e-mail.
  [[nodiscard]] bool allows(std::int64_t actorRow, const char* email, std::size_t emailBytes, std::uint64_t operation,
                            std::int64_t now) const;

 private:
  struct Maps;
  std::unique_ptr<Maps> maps_;
};

}  // namespace stead::bench
