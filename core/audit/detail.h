// What evidence of a document rests on inside the `detail` of entries: written by the verbs of documents and
// identities, read by audit/evidence. An entry without these members is no evidence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/entry.h"
#include "base/crypto.h"

namespace stead::audit {

// The entry that made or sent the document ("document.schedule", "document.send"; subject document): member `files`,
// one text per file in the order of the request.
struct FileDetail {
  std::string name;
  Hash sha256{};
  std::int64_t size = 0;
};
// "<sha256 in hex> <size> <name>".
[[nodiscard]] std::string fileDetail(std::string_view name, const Hash& sha256, std::int64_t size);
[[nodiscard]] std::optional<FileDetail> readFileDetail(std::string_view text);
inline constexpr const char* filesMember = "files";

// The entries after which the files of a document (their subject) may be gone: the clock emptied the trash, or the
// holder deleted it with `permanently` 1.
inline constexpr std::string_view purgeOperation = "document.purge";
inline constexpr std::string_view deleteOperation = "document.delete";
inline constexpr const char* permanentlyMember = "permanently";

// The owner's approval (subject identity; the entry's grantId is the grant that was born): SHA-256 in hex of the
// consent text as shown, the consent round, the locale of the text.
inline constexpr std::string_view approveOperation = "identity.approve";
inline constexpr const char* textHashMember = "textHash";
inline constexpr const char* roundMember = "round";
inline constexpr const char* localeMember = "locale";

}  // namespace stead::audit
