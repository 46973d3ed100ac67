// Rows of documents by who holds them and who is to sign them, and the change of the holder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "documents/document.h"
#include "storage/database.h"

namespace stead::documents {

struct HeldDocument {
  std::int64_t row = 0;
  std::string id;
  std::int64_t version = 0;
  bool underWay = false;  // Scheduled, or InProgress by the clock
};
// Oldest first, at most `max`.
[[nodiscard]] std::vector<HeldDocument> documentsHeldBy(Connection& db, AccountScope scope, std::int64_t holderRow,
                                                        std::int64_t now, std::int64_t max);
// From the counters of the lists.
[[nodiscard]] std::int64_t countHeldBy(Connection& db, AccountScope scope, std::int64_t holderRow);

struct AwaitedSigner {
  std::int64_t documentRow = 0;
  std::string documentId;
  std::int64_t documentVersion = 0;
  std::string partyId;
};
// Signers with this address in documents in progress by the clock who have not answered; oldest document first.
[[nodiscard]] std::vector<AwaitedSigner> signersAwaitedAt(Connection& db, AccountScope scope, std::string_view emailKey,
                                                          std::int64_t now, std::int64_t max);

// Writes holder, version and activityAt, and keeps search and totals; document.holderRow is still the old one.
void setHolder(Connection& db, AccountScope scope, Document& document, std::int64_t holderRow);

}  // namespace stead::documents
