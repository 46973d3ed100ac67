// What of a list is wanted (contract 4.2), and whether a document is that: looked at row by row.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/describe.h"
#include "documents/document.h"
#include "storage/database.h"

namespace stead::documents {

// What the driving statement of a list tells of a document; views into its row.
struct ListedRow {
  std::int64_t row = 0;
  DocumentStatus status = DocumentStatus::inProgress;  // as by the clock
  std::string_view searchKey;
  std::string_view principalKey;
  std::int64_t actorRow = 0;
  std::int64_t ownerRow = 0;
  std::int64_t holderRow = 0;
  bool byGrant = false;
  std::int64_t sentOrMadeAt = 0;
  std::optional<std::int64_t> expiresAt;
  std::string_view labels;
  std::string_view brandId;
  bool trashed = false;
  bool told = true;  // received: the recipient has been told of it
};

// Who asks: the view words of the contract are seen from him.
struct ListCaller {
  std::string emailKey;
};

// The senders of a team list, or who of them received.
struct TeamFilter {
  std::optional<std::int64_t> ownTeamRow;  // of a TeamAdmin, who sees no other
  bool wholeAccount = false;
  std::vector<std::string> teamIds;
  std::vector<std::string> userIds;
  bool sent = true;
  bool received = false;
};

struct Period {
  bool ofExpiry = false;  // else of the sending
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> until;
};

// Every member that is set must hold; of a list of values one is enough.
struct ListFilter {
  ListCaller caller;
  std::vector<DocumentStatus> statuses;
  bool waitingForMe = false;
  bool waitingForOthers = false;
  bool needAttention = false;
  std::string needle;  // of searchNeedle()
  std::optional<std::int64_t> ownerRow;
  std::vector<std::string> principalKeys;
  std::vector<std::string> senderKeys;     // who really sent it, or account-wide the operating user
  std::vector<std::string> recipientKeys;  // signers and cc
  std::vector<std::string> signerKeys;
  std::vector<std::string> labels;
  std::vector<std::string> brandIds;
  std::optional<Period> period;
  std::optional<TeamFilter> team;

  [[nodiscard]] bool isEmpty() const noexcept;
};

// Asks of the row itself first; parties and people are loaded only where the filter speaks of them.
class ListMatcher {
 public:
  ListMatcher(Connection& db, AccountScope scope, const ListFilter& filter)
      : db_(db), scope_(scope), filter_(filter), users_(db, scope) {}
  [[nodiscard]] bool matches(const ListedRow& row);

 private:
  [[nodiscard]] bool matchesStatus(const ListedRow& row);
  [[nodiscard]] bool matchesTeam(const ListedRow& row);
  [[nodiscard]] bool isOfTeam(const people::User& user) const;
  [[nodiscard]] bool isSender(std::int64_t userRow);
  [[nodiscard]] bool hasParty(const std::vector<std::string>& keys, bool signersOnly);
  // Of the row that is looked at.
  [[nodiscard]] const std::vector<Party>& parties(const ListedRow& row);

  Connection& db_;
  AccountScope scope_;
  const ListFilter& filter_;
  NamedUsers users_;
  std::int64_t partiesOfRow_ = 0;
  std::vector<Party> parties_;
};

}  // namespace stead::documents
