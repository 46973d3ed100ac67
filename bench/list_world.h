// A store with one busy assistant: many identities, each with its grant, or many documents sent on behalf of others.
#pragma once

#include <cstdint>
#include <string>

namespace stead::bench {

struct ListWorld {
  std::string userId;
  std::int64_t account = 0;
  std::int64_t userRow = 0;
};

// Made at `path`, or opened if an earlier row made it.
[[nodiscard]] ListWorld identityWorld(const std::string& path, std::size_t identities);
[[nodiscard]] ListWorld documentWorld(const std::string& path, std::size_t documents);

// The e-mail of the identity at this place.
[[nodiscard]] std::string identityEmail(std::size_t place);
// A word that only the document at this place has; the kinds of agreement in the titles are shared by many.
[[nodiscard]] std::string documentWord(std::size_t place);
inline constexpr const char* commonWord = "purchase";  // in the title of every 25th document

}  // namespace stead::bench
