// Use cases of brands (contract 5). Records: docs/schema/.
#pragma once

#include <string_view>

#include "base/json.h"
#include "documents/download.h"
#include "documents/upload.h"
#include "engine/engine.h"

namespace stead::brands {

// {name, isDefault?, members of brand_rules.h, requestId?} and the logo as the only file → brand {id, name, logo {type,
// size, sha256}, isDefault, …members, isDomainVerified, version, createdAt, updatedAt}. By an Admin; at most
// limits::brandsPerAccountMax.
[[nodiscard]] Json create(Engine& engine, const Session& session, const Json& request, const Upload& upload);
// Throws Code::brandNotFound.
[[nodiscard]] Json get(Engine& engine, const Session& session, std::string_view brandId);
// {items: [brand]}, all of them, in the order in which they were made.
[[nodiscard]] Json list(Engine& engine, const Session& session);
// What is given is changed; a logo in the upload replaces the old one. `isDefault` false takes the mark away.
// Documents that were sent keep the look they have. → brand.
[[nodiscard]] Json update(Engine& engine, const Session& session, std::string_view brandId, const Json& request,
                          const Upload& upload);
// Refused with brandInUse while an identity names it or a document with it is still to be sent or signed. → {id}.
[[nodiscard]] Json remove(Engine& engine, const Session& session, std::string_view brandId);
// Makes it the one that documents get that name none, and whose identity names none. → brand.
[[nodiscard]] Json makeDefault(Engine& engine, const Session& session, std::string_view brandId);
// The bytes of the logo by parts, with {name, type, size, sha256}. Not audited.
[[nodiscard]] documents::Download logo(Engine& engine, const Session& session, std::string_view brandId,
                                       std::int64_t offset, std::int64_t max);

}  // namespace stead::brands
