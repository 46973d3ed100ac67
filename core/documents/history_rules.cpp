#include "documents/history_rules.h"

#include <algorithm>
#include <array>

namespace stead::documents {
namespace {

struct Row {
  std::string_view operation;
  const char* action;
};

constexpr std::array done{
    Row{"document.complete", "Completed"},  Row{"document.expire", "Expired"},
    Row{"document.revoke", "Recalled"},     Row{"document.remind", "Reminder"},
    Row{"document.download", "Downloaded"}, Row{"document.changeAccessCode", "AccessCodeChanged"},
    Row{"signer.view", "Viewed"},           Row{"document.auditLog", "DownloadedAuditTrail"},
    Row{"signer.download", "Downloaded"},   Row{"signer.sign", "Signed"},
    Row{"signer.decline", "Declined"},      Row{"document.extendExpiry", "ExpiryDateExtended"},
    Row{"document.delete", "MovedToTrash"}, Row{"document.changeRecipient", "EditRecipient"},
    Row{"signer.reassign", "Reassigned"},
};

}  // namespace

std::vector<const char*> actionsOf(std::string_view operation, std::string_view actorKind, std::string_view outcome) {
  // What was sent at its scheduled moment was created before, by somebody.
  const bool byClock = actorKind == "system";
  if (outcome != "done") {
    if (operation == "signer.authenticate") return {"AuthenticationFailed"};
    if (operation == "document.send" && byClock) return {"SendFailed"};
    return {};
  }
  if (operation == "document.schedule") return {"Created", "DocumentScheduled"};
  if (operation == "document.send") {
    return byClock ? std::vector<const char*>{"Sent"} : std::vector<const char*>{"Created", "Sent"};
  }
  const auto found = std::find_if(done.begin(), done.end(), [&](const Row& row) { return row.operation == operation; });
  return found == done.end() ? std::vector<const char*>() : std::vector<const char*>{found->action};
}

}  // namespace stead::documents
