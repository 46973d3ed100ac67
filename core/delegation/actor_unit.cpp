#include "delegation/actor_unit.h"

#include <cstring>
#include <functional>
#include <limits>
#include <vector>

#include "delegation/decision_store.h"
#include "people/user_store.h"

namespace stead::delegation {
namespace {

constexpr std::int64_t always = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t forever = std::numeric_limits<std::int64_t>::max();
// So few identities are looked through one by one; more are hashed into slots that are half empty.
constexpr std::size_t scannedMax = 8;

std::uint32_t hashOf(std::string_view text) noexcept {
  const std::uint64_t hash = std::hash<std::string_view>{}(text);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

std::size_t slotsFor(std::size_t identities) noexcept {
  if (identities <= scannedMax) return identities;
  std::size_t slots = scannedMax;
  while (slots < identities * 2) slots *= 2;
  return slots;
}

bool isScanned(std::size_t slots) noexcept { return slots <= scannedMax; }

}  // namespace

// Gathers the parts of a block until their number is known.
class ActorUnit::Builder {
 public:
  explicit Builder(std::string emailKey) : emailKey_(std::move(emailKey)) {}

  void addRevokedKey(std::int64_t row) { revokedKeys_.push_back(row); }
  void addIdentity(std::string_view emailKey, const IdentityFacts& identity) {
    found_.push_back({hashOf(emailKey), static_cast<std::uint32_t>(records_.size())});
    Terms terms;
    terms.keyBytes = static_cast<std::uint16_t>(emailKey.size());
    terms.status = identity.status;
    std::string_view grantId;
    if (identity.grant) {
      const GrantFacts& grant = *identity.grant;
      grantId = grant.id;
      terms.hasGrant = true;
      terms.grantIdBytes = static_cast<std::uint8_t>(grantId.size());
      terms.ended = grant.ended;
      terms.operations = grant.operations;
      terms.from = grant.from.value_or(always);
      terms.until = grant.until.value_or(forever);
      terms.version = grant.version;
    }
    records_.append(reinterpret_cast<const char*>(&terms), sizeof terms);
    records_ += emailKey;
    records_ += grantId;
  }

  [[nodiscard]] std::size_t slots() const noexcept { return slotsFor(found_.size()); }
  [[nodiscard]] std::size_t revokedKeys() const noexcept { return revokedKeys_.size(); }
  [[nodiscard]] std::size_t bytes() const noexcept { return recordsAt() + records_.size(); }

  void write(char* block) const {
    std::vector<Slot> slots(this->slots());
    for (std::size_t i = 0; i < found_.size(); ++i) {
      std::size_t slot = isScanned(slots.size()) ? i : found_[i].hash & (slots.size() - 1);
      while (slots[slot].at != 0) slot = (slot + 1) & (slots.size() - 1);
      slots[slot] = {found_[i].hash, static_cast<std::uint32_t>(recordsAt()) + found_[i].at};
    }
    copy(block, slots.data(), slots.size() * sizeof(Slot));
    copy(block, revokedKeys_.data(), revokedKeys_.size() * sizeof(std::int64_t));
    copy(block, emailKey_.data(), emailKey_.size());
    copy(block, records_.data(), records_.size());
  }

 private:
  [[nodiscard]] std::size_t recordsAt() const noexcept {
    return slots() * sizeof(Slot) + revokedKeys_.size() * sizeof(std::int64_t) + emailKey_.size();
  }
  static void copy(char*& to, const void* from, std::size_t bytes) {
    if (bytes != 0) std::memcpy(to, from, bytes);
    to += bytes;
  }

  std::string emailKey_;
  std::vector<std::int64_t> revokedKeys_;
  std::vector<Slot> found_;  // places inside records_
  std::string records_;
};

ActorUnit::ActorUnit(Connection& db, AccountScope scope, std::int64_t userRow, std::size_t bytesMax)
    : userRow_(userRow), account_(scope.account) {
  const auto user = people::findUser(db, scope, userRow);
  if (!user) return;
  exists_ = true;
  status_ = user->status;
  role_ = user->role;
  accountWideAccess_ = user->accountWideAccess;
  sendOnBehalfOf_ = user->sendOnBehalfOf;
  emailBytes_ = static_cast<std::uint16_t>(user->emailKey.size());
  Builder builder(user->emailKey);
  const auto fits = [&] { return answers_ = sizeof(ActorUnit) + builder.bytes() <= bytesMax; };
  eachRevokedKey(db, scope, userRow, [&](std::int64_t keyRow) {
    builder.addRevokedKey(keyRow);
    return fits();
  });
  if (answers_) {
    eachIdentity(db, scope, userRow, [&](std::string_view key, const IdentityFacts& identity) {
      builder.addIdentity(key, identity);
      return fits();
    });
  }
  if (answers_) keep(builder);
}

void ActorUnit::keep(const Builder& builder) {
  slots_ = static_cast<std::uint32_t>(builder.slots());
  revokedKeys_ = static_cast<std::uint32_t>(builder.revokedKeys());
  blockBytes_ = static_cast<std::uint32_t>(builder.bytes());
  block_ = std::make_unique<char[]>(blockBytes_);
  builder.write(block_.get());
}

std::string_view ActorUnit::textAt(std::size_t at, std::size_t bytes) const noexcept {
  return {block_.get() + at, bytes};
}

template <class Value>
Value ActorUnit::valueAt(std::size_t at) const noexcept {
  Value value;
  std::memcpy(&value, block_.get() + at, sizeof value);
  return value;
}

ActorUnit::Principal ActorUnit::find(std::string_view key) const noexcept {
  Principal found;
  const std::size_t emailAt = slots_ * sizeof(Slot) + revokedKeys_ * sizeof(std::int64_t);
  if (key.empty() || (key.size() == emailBytes_ && key == textAt(emailAt, emailBytes_))) {
    found.known = true;
    return found;
  }
  found.kind = PrincipalKind::grant;
  if (slots_ == 0) return found;
  const std::uint32_t hash = hashOf(key);
  const bool scanned = isScanned(slots_);
  const std::size_t mask = scanned ? 0 : slots_ - 1;
  std::size_t place = hash & mask;
  for (std::size_t step = 0; step < slots_; ++step, place = scanned ? place + 1 : (place + 1) & mask) {
    const auto slot = valueAt<Slot>(place * sizeof(Slot));
    if (slot.at == 0) break;
    if (slot.hash != hash) continue;
    const auto terms = valueAt<Terms>(slot.at);
    const std::size_t textsAt = slot.at + sizeof(Terms);
    if (textAt(textsAt, terms.keyBytes) != key) continue;
    found.known = true;
    found.timed = terms.hasGrant && (terms.from != always || terms.until != forever);
    found.terms = terms;
    found.grantId = textAt(textsAt + terms.keyBytes, terms.grantIdBytes);
    break;
  }
  return found;
}

bool ActorUnit::isActive(std::int64_t apiKeyRow) const noexcept {
  if (apiKeyRow == 0) return true;
  std::size_t low = 0;
  std::size_t high = revokedKeys_;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const auto row = valueAt<std::int64_t>(slots_ * sizeof(Slot) + middle * sizeof(std::int64_t));
    if (row == apiKeyRow) return false;
    if (row < apiKeyRow) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return true;
}

void ActorUnit::decide(std::string_view operation, const Principal& principal, std::int64_t apiKeyRow, std::int64_t now,
                       Decision& out) const {
  Question question;
  question.operation = operation;
  question.principal = principal.kind;
  Facts facts;
  facts.actor.exists = exists_;
  facts.actor.status = status_;
  facts.actor.credentialActive = isActive(apiKeyRow);
  facts.actor.role = role_;
  facts.actor.accountWideAccess = accountWideAccess_;
  facts.actor.sendOnBehalfOf = sendOnBehalfOf_;
  if (principal.kind == PrincipalKind::grant && principal.known) {
    const Terms& terms = principal.terms;
    IdentityFacts& identity = facts.identity.emplace();
    identity.status = terms.status;
    if (terms.hasGrant) {
      GrantFacts& grant = identity.grant.emplace();
      grant.id = principal.grantId;
      grant.version = terms.version;
      grant.operations = terms.operations;
      if (terms.from != always) grant.from = terms.from;
      if (terms.until != forever) grant.until = terms.until;
      grant.ended = terms.ended;
    }
  }
  stead::decide(question, facts, now, out);
}

}  // namespace stead::delegation
