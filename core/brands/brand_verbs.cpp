#include "brands/brand_verbs.h"

#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/text.h"
#include "brands/brand_records.h"
#include "brands/brand_rules.h"
#include "brands/brand_store.h"
#include "brands/logo.h"
#include "delegation/guard.h"

namespace stead::brands {
namespace {

std::string readId(std::string_view id) {
  std::string lower = text::asciiLower(id);
  if (!text::isGuid(lower)) throw Error(Code::malformedArgument, "Provide a valid brand ID");
  return lower;
}

Brand require(Connection& db, AccountScope scope, const std::string& id) {
  auto brand = findBrand(db, scope, id);
  if (!brand) {
    throw Error(Code::brandNotFound, "Given brand ID does not exist, please provide a valid brand ID.");
  }
  return std::move(*brand);
}

// The one file of the upload, told by its content; nothing when there is none.
std::optional<Logo> readLogoOf(const Upload& upload) {
  if (upload.files.empty()) return std::nullopt;
  if (upload.files.size() > 1) throw fieldError(Code::tooLarge, "/logo", "a brand has one logo");
  const Bytes& bytes = upload.files.front().bytes;
  Logo logo;
  logo.type = tellLogo(bytes);
  logo.size = static_cast<std::int64_t>(bytes.size());
  logo.sha256 = crypto::sha256(bytes);
  return logo;
}

Logo requireLogo(const Upload& upload) {
  auto logo = readLogoOf(upload);
  if (!logo) throw fieldError(Code::invalidRecord, "/logo", "The Brand logo is required: a JPG, PNG or SVG file.");
  return *logo;
}

// The mark goes to one brand of the account, or from it.
void mark(UnitOfWork& work, Brand& brand, bool isDefault) {
  if (isDefault || brand.isDefault) clearDefaultBrand(work.db, work.scope);
  if (isDefault) setDefaultBrand(work.db, work.scope, brand);
  brand.isDefault = isDefault;
}

Json openBrand(UnitOfWork& work, const Session& session, const delegation::Right& right, const BrandRequest& request,
               Logo logo, ByteView bytes) {
  if (countBrands(work.db, work.scope) >= limits::brandsPerAccountMax) {
    throw Error(Code::tooLarge, "an account can have " + std::to_string(limits::brandsPerAccountMax) +
                                    " brands; delete one first (brand.delete)");
  }
  Brand brand;
  brand.id = work.newId();
  brand.createdAt = brand.updatedAt = work.now;
  brand.look.brandId = brand.id;
  brand.look.name = *request.name;
  brand.look.members = changedMembers(defaultMembers(), request.members);
  keepLogo(work.db, work.scope, logo, bytes);
  brand.look.logo = std::move(logo);
  insertLook(work.db, work.scope, brand.look);
  insertBrand(work.db, work.scope, brand);
  mark(work, brand, request.isDefault.value_or(false));
  auto entry = delegation::entryFor(session, right, "brand.create", "brand", brand.id);
  entry.detail.emplace_back("name", brand.look.name);
  entry.detail.emplace_back("logo", crypto::hex(brand.look.logo.sha256));
  work.audit(entry);
  return brandRecord(brand);
}

// What a change says beside the mark; the names of the members that differ.
std::vector<std::string> change(UnitOfWork& work, Look& look, const BrandRequest& request, std::optional<Logo> logo,
                                ByteView bytes) {
  std::string members = changedMembers(look.members, request.members);
  std::vector<std::string> changes = differences(look.members, members);
  look.members = std::move(members);
  if (request.name && *request.name != look.name) {
    look.name = *request.name;
    changes.emplace_back("name");
  }
  if (logo && logo->sha256 != look.logo.sha256) {
    keepLogo(work.db, work.scope, *logo, bytes);
    look.logo = std::move(*logo);
    changes.emplace_back("logo");
  }
  return changes;
}

Json changeBrand(UnitOfWork& work, const Session& session, const delegation::Right& right, Brand brand,
                 const BrandRequest& request, std::optional<Logo> logo, ByteView bytes) {
  std::vector<std::string> changes = change(work, brand.look, request, std::move(logo), bytes);
  if (!changes.empty()) insertLook(work.db, work.scope, brand.look);
  if (request.isDefault && *request.isDefault != brand.isDefault) {
    mark(work, brand, *request.isDefault);
    changes.emplace_back("isDefault");
  }
  if (changes.empty()) return brandRecord(brand);
  brand.version += 1;
  brand.updatedAt = work.now;
  updateBrand(work.db, work.scope, brand);
  auto entry = delegation::entryFor(session, right, "brand.update", "brand", brand.id);
  entry.detail.emplace_back("changes", std::move(changes));
  work.audit(entry);
  return brandRecord(brand);
}

[[noreturn]] void refuseInUse(audit::Entry entry, const char* user, const char* remedy) {
  entry.outcome = "refused";
  entry.reason = codeName(Code::brandInUse);
  throw Refusal(Code::brandInUse, std::string("the brand is in use by ") + user + "; " + remedy, std::move(entry));
}

void requireVersion(const Brand& brand, std::optional<std::int64_t> version) {
  if (!version || *version == brand.version) return;
  throw Error(Code::versionMoved, "the brand has changed since it was read; read it again and repeat the change",
              {{"/version", "the record is at version " + std::to_string(brand.version)}});
}

ByteView bytesOfLogo(const Upload& upload) {
  return upload.files.empty() ? ByteView{} : ByteView(upload.files.front().bytes);
}

}  // namespace

Json create(Engine& engine, const Session& session, const Json& request, const Upload& upload) {
  const BrandRequest wanted = readNewBrand(request);
  const Logo logo = requireLogo(upload);
  const Hash bodyHash = crypto::sha256({bytesOf(writeJson(request)), logo.sha256});
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, "brand.create", "account", session.accountId);
    answer = parseStored(once(work, session.userRow, "brand.create", wanted.requestId, bodyHash, [&] {
      return writeJson(openBrand(work, session, right, wanted, logo, bytesOfLogo(upload)));
    }));
  });
  return answer;
}

Json get(Engine& engine, const Session& session, std::string_view brandId) {
  const std::string id = readId(brandId);
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    (void)delegation::requireForReadOf(db, now, session, "brand.view", "brand", id);
    answer = brandRecord(require(db, session.scope, id));
  });
  return answer;
}

Json list(Engine& engine, const Session& session) {
  Json items = Json::array();
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    (void)delegation::requireForReadOf(db, now, session, "brand.view", "account", session.accountId);
    for (const Brand& brand : brandsOf(db, session.scope)) items.push_back(brandRecord(brand));
  });
  return {{"items", std::move(items)}};
}

Json update(Engine& engine, const Session& session, std::string_view brandId, const Json& request,
            const Upload& upload) {
  const std::string id = readId(brandId);
  const BrandRequest wanted = readBrandChange(request);
  const std::optional<Logo> logo = readLogoOf(upload);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, "brand.update", "brand", id);
    Brand brand = require(work.db, work.scope, id);
    requireVersion(brand, wanted.version);
    answer = changeBrand(work, session, right, std::move(brand), wanted, logo, bytesOfLogo(upload));
  });
  return answer;
}

Json remove(Engine& engine, const Session& session, std::string_view brandId) {
  const std::string id = readId(brandId);
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, "brand.delete", "brand", id);
    const Brand brand = require(work.db, work.scope, id);
    auto entry = delegation::entryFor(session, right, "brand.delete", "brand", id);
    entry.detail.emplace_back("name", brand.look.name);
    if (isUsedByIdentity(work.db, work.scope, id)) {
      refuseInUse(std::move(entry), "a sender identity", "delete the identity first (identity.delete)");
    }
    if (isUsedByLivingDocument(work.db, work.scope, id)) {
      refuseInUse(std::move(entry), "a document that is still to be sent or signed", "wait for its end or revoke it");
    }
    deleteBrand(work.db, work.scope, brand);
    work.audit(entry);
  });
  return {{"id", id}};
}

Json makeDefault(Engine& engine, const Session& session, std::string_view brandId) {
  const std::string id = readId(brandId);
  BrandRequest wanted;
  wanted.isDefault = true;
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    const auto right = delegation::require(work, session, "brand.update", "brand", id);
    Brand brand = require(work.db, work.scope, id);
    answer = changeBrand(work, session, right, std::move(brand), wanted, std::nullopt, {});
  });
  return answer;
}

documents::Download logo(Engine& engine, const Session& session, std::string_view brandId, std::int64_t offset,
                         std::int64_t max) {
  const std::string id = readId(brandId);
  documents::requireRange(offset, max);
  documents::Download download;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    (void)delegation::requireForReadOf(db, now, session, "brand.view", "brand", id);
    const Logo logo = require(db, session.scope, id).look.logo;
    const Json info = {
        {"name", "logo." + logo.type}, {"type", logo.type}, {"size", logo.size}, {"sha256", crypto::hex(logo.sha256)}};
    download = {writeJson(info), readLogo(db, session.scope, logo, offset, max)};
  });
  return download;
}

}  // namespace stead::brands
