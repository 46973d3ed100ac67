// Documents as records.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "documents/document.h"
#include "documents/file_store.h"
#include "people/user_store.h"
#include "storage/database.h"

namespace stead::documents {

// The users that documents name, each looked up once: the rows of a list mostly name the same one.
class NamedUsers {
 public:
  NamedUsers(Connection& db, AccountScope scope) : db_(db), scope_(scope) {}
  const std::optional<people::User>& at(std::int64_t row);
  const std::optional<people::User>& at(const std::string& emailKey);

 private:
  Connection& db_;
  AccountScope scope_;
  std::map<std::int64_t, std::optional<people::User>> users_;
  std::map<std::string, std::optional<people::User>> byAddress_;
};

// A row of a list: everything but message, fields, files, metaData and history.
[[nodiscard]] Json describeRow(NamedUsers& users, const Document& document, const std::vector<Party>& parties,
                               std::int64_t now);
// The whole document.
[[nodiscard]] Json describeWhole(Connection& db, AccountScope scope, const Document& document,
                                 const std::vector<Party>& parties, std::int64_t now);
// {name, sha256, size, type, pages?} each.
[[nodiscard]] Json describeFiles(std::span<const StoredFile> files);
// Fields of one signer, with what he filled in, else with the preset.
[[nodiscard]] Json describeFields(std::span<const StoredField> fields, std::int64_t partyRow);
// The document's audit entries in the words of the contract (4.6).
[[nodiscard]] Json describeHistory(Connection& db, AccountScope scope, std::string_view documentId);

[[nodiscard]] std::string messageOf(std::string_view body);

}  // namespace stead::documents
