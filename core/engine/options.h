// The open options (design 11), checked.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"

namespace stead::notifications {
class Catalogues;  // notifications/catalogue.h
}

namespace stead {

struct EngineOptions {
  std::string path;
  bool durable = true;  // durability: "full" | "normal"
  std::int64_t busyTimeoutMs = 5000;
  std::string publicUrl = "http://localhost";  // where the host serves the owner and signer pages
  std::string productName = "Stead";           // "Luther Cooper via <productName>"
  std::string mailFrom = "no-reply@localhost.localdomain";
  std::vector<std::string> mailAsDomains;                  // domains this host signs mails for; A-labels
  std::vector<std::string> mailOnBehalfDomains;            // domains that let it send with another Sender
  std::shared_ptr<const notifications::Catalogues> texts;  // the built-in ones and the host's; none: the built-in ones
  std::string logOrigin = "stead.local/log";               // frozen into each account at its creation
  std::int64_t consentLapseDays = 30;
  std::int64_t cacheBytesMax = std::int64_t{256} * 1024 * 1024;
  int readersMax = 4;
  bool migrate = true;                        // migrate: "auto" | "never"
  std::vector<std::string> expectCheckpoint;  // signed notes kept outside: the store must still continue them
  std::optional<std::int64_t> testClockMs;    // both: only on test stores
  std::optional<std::int64_t> testIdSeed;
};

// Throws Error(Code::invalidRecord) that names every bad option.
[[nodiscard]] EngineOptions readOptions(std::string path, const Json& options);

}  // namespace stead
