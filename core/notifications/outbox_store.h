// Rows of the outbox.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "storage/database.h"

namespace stead::notifications {

struct NewMessage {
  std::string_view id;
  std::int64_t auditIndex = 0;
  std::string_view kind;
  std::string_view receiver;  // e-mail key
  std::string_view content;   // what the text needs, as JSON; never a token
  std::int64_t notBefore = 0;
};
// The same event, kind and receiver a second time leaves the first row as it is.
void insertMessage(Connection& db, AccountScope scope, const NewMessage& message, std::int64_t now);

// "" when the document has none.
[[nodiscard]] std::string grantOfDocument(Connection& db, AccountScope scope, std::string_view documentId);

}  // namespace stead::notifications
