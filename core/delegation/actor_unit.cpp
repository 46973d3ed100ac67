#include "delegation/actor_unit.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "delegation/decision_store.h"
#include "people/user_store.h"

namespace stead::delegation {
namespace {

constexpr std::int64_t always = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t forever = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t slotsMin = 4;
constexpr std::size_t slotsPerEntry = 2;  // half empty, so that a look-up ends soon

std::uint32_t hashOf(std::string_view text) noexcept {
  const std::uint64_t hash = std::hash<std::string_view>{}(text);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

ActorUnit::ActorUnit(Connection& db, AccountScope scope, std::int64_t userRow, std::size_t bytesMax)
    : userRow_(userRow), account_(scope.account) {
  const auto user = people::findUser(db, scope, userRow);
  if (!user) return;
  emailKey_ = user->emailKey;
  actor_.exists = true;
  actor_.status = user->status;
  actor_.role = user->role;
  actor_.accountWideAccess = user->accountWideAccess;
  actor_.sendOnBehalfOf = user->sendOnBehalfOf;
  eachRevokedKey(db, scope, userRow, [&](std::int64_t keyRow) {
    revokedKeys_.push_back(keyRow);
    answers_ = bytes() <= bytesMax;
    return answers_;
  });
  if (answers_) {
    eachIdentity(db, scope, userRow, [&](std::string_view key, const IdentityFacts& identity) {
      answers_ = add(key, identity, bytesMax);
      return answers_;
    });
  }
  if (!answers_) {
    forgetWhatHeMayDo();
    return;
  }
  index();
  revokedKeys_.shrink_to_fit();
  entries_.shrink_to_fit();
  texts_.shrink_to_fit();
}

std::size_t ActorUnit::bytes() const noexcept {
  return sizeof(ActorUnit) + emailKey_.capacity() + revokedKeys_.capacity() * sizeof(std::int64_t) +
         entries_.capacity() * sizeof(Entry) + slots_.capacity() * sizeof(std::uint32_t) + texts_.capacity();
}

bool ActorUnit::add(std::string_view emailKey, const IdentityFacts& identity, std::size_t bytesMax) {
  Entry entry;
  entry.hash = hashOf(emailKey);
  entry.textAt = static_cast<std::uint32_t>(texts_.size());
  entry.keyBytes = static_cast<std::uint16_t>(emailKey.size());
  entry.status = identity.status;
  texts_ += emailKey;
  if (identity.grant) {
    const GrantFacts& grant = *identity.grant;
    entry.hasGrant = true;
    entry.grantIdBytes = static_cast<std::uint8_t>(grant.id.size());
    entry.ended = grant.ended;
    entry.operations = grant.operations;
    entry.from = grant.from.value_or(always);
    entry.until = grant.until.value_or(forever);
    entry.version = grant.version;
    texts_ += grant.id;
  }
  entries_.push_back(entry);
  return bytes() + entries_.size() * slotsPerEntry * sizeof(std::uint32_t) <= bytesMax;
}

void ActorUnit::index() {
  if (entries_.empty()) return;
  std::size_t count = slotsMin;
  while (count < entries_.size() * slotsPerEntry) count *= 2;
  slots_.assign(count, 0);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t slot = entries_[i].hash & (count - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (count - 1);
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void ActorUnit::forgetWhatHeMayDo() {
  revokedKeys_ = {};
  entries_ = {};
  texts_ = {};
}

const ActorUnit::Entry* ActorUnit::find(std::string_view emailKey) const noexcept {
  if (slots_.empty()) return nullptr;
  const std::uint32_t hash = hashOf(emailKey);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Entry& entry = entries_[slots_[slot] - 1];
    if (entry.hash == hash && std::string_view(texts_).substr(entry.textAt, entry.keyBytes) == emailKey) return &entry;
  }
  return nullptr;
}

IdentityFacts ActorUnit::factsOf(const Entry& entry) const noexcept {
  IdentityFacts facts;
  facts.status = entry.status;
  if (!entry.hasGrant) return facts;
  GrantFacts grant;
  grant.id = std::string_view(texts_).substr(entry.textAt + entry.keyBytes, entry.grantIdBytes);
  grant.version = entry.version;
  grant.operations = entry.operations;
  if (entry.from != always) grant.from = entry.from;
  if (entry.until != forever) grant.until = entry.until;
  grant.ended = entry.ended;
  facts.grant = grant;
  return facts;
}

bool ActorUnit::isActive(std::int64_t apiKeyRow) const noexcept {
  return apiKeyRow == 0 || !std::binary_search(revokedKeys_.begin(), revokedKeys_.end(), apiKeyRow);
}

void ActorUnit::decide(std::string_view operation, std::string_view principalKey, std::int64_t apiKeyRow,
                       std::int64_t now, Decision& out) const {
  Question question;
  question.operation = operation;
  Facts facts;
  facts.actor = actor_;
  facts.actor.emailKey = emailKey_;
  facts.actor.credentialActive = isActive(apiKeyRow);
  if (!principalKey.empty() && principalKey != emailKey_) {
    question.principal = PrincipalKind::grant;
    if (const Entry* entry = find(principalKey)) facts.identity = factsOf(*entry);
  }
  stead::decide(question, facts, now, out);
}

}  // namespace stead::delegation
