// What is measured, behind one thin function: the core, or the C ABI as a host program calls it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace stead::bench {

extern const char* const askerName;

class Asker {
 public:
  // One session per user of the store at `path`.
  Asker(const std::string& path, const std::vector<std::string>& userIds, std::int64_t cacheBytesMax);
  ~Asker();
  Asker(const Asker&) = delete;
  Asker& operator=(const Asker&) = delete;

  // "document.send" by the user at this place, on behalf of that address.
  [[nodiscard]] bool allows(std::size_t user, const char* email);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace stead::bench
