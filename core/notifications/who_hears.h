// Who hears what, as a table and a pure planner over it. The table is written for people in docs/notifications.md;
// a test holds the two against each other cell by cell.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "notifications/plan.h"

namespace stead::notifications {

// A link that is derived when the message is taken from the outbox.
struct LinkTo {
  std::string kind;  // stead::link
  std::string id;
  std::int64_t round = 0;
};

struct PlannedMessage {
  std::string_view kind;  // the text of the catalogue
  Person to;
  std::vector<LinkTo> links{};
  bool attach = false;      // the completed document and its audit trail are wanted in the mail
  bool accessCode = false;  // the signer will be asked for one
  bool inOnesName = false;  // leaves in the name of the principal, or of the sender without one
};

// At most one message per person: who is two receivers of one event hears the more important text.
[[nodiscard]] std::vector<PlannedMessage> whoHears(const IdentityNews& news);
[[nodiscard]] std::vector<PlannedMessage> whoHears(const InvitationNews& news);
[[nodiscard]] std::vector<PlannedMessage> whoHears(const WebhookNews& news);
[[nodiscard]] std::vector<PlannedMessage> whoHears(const DocumentNews& news);

}  // namespace stead::notifications
