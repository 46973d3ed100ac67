// A store with people, identities and grants written as rows, so that decisions are tested without the verbs that
// lead to them.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/engine.h"
#include "identities/identity_store.h"
#include "people/user_store.h"

namespace stead::test {

class DelegationWorld {
 public:
  static constexpr std::int64_t start = 1'790'000'000'000;

  explicit DelegationWorld(std::int64_t cacheBytesMax = 1 << 24) : cacheBytesMax_(cacheBytesMax) {
    std::string pattern = (std::filesystem::temp_directory_path() / "stead-delegation-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder");
    folder_ = pattern;
    engine_ = openAgain();
    writeAccount();
  }
  ~DelegationWorld() {
    engine_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  DelegationWorld(const DelegationWorld&) = delete;
  DelegationWorld& operator=(const DelegationWorld&) = delete;

  [[nodiscard]] Engine& engine() { return *engine_; }
  [[nodiscard]] std::string path() const { return (folder_ / "store.db").string(); }
  [[nodiscard]] AccountScope scope() const { return scope_; }
  // A second engine on the same store, as another part of the program would have it.
  [[nodiscard]] std::unique_ptr<Engine> openAgain() const {
    return std::make_unique<Engine>(
        readOptions(
            path(),
            {{"testClockMs", start}, {"testIdSeed", 7}, {"durability", "normal"}, {"cacheBytesMax", cacheBytesMax_}}),
        ByteView{});
  }

  template <class Body>
  void write(const Body& body) {
    engine_->write(scope_, body);
  }

  people::User user(const std::string& name, const std::string& email, Role role = Role::member) {
    people::User user;
    write([&](UnitOfWork& work) {
      user = {};
      user.id = work.newId();
      user.name = name;
      user.email = email;
      user.emailKey = email;
      user.role = role;
      user.createdAt = user.updatedAt = work.now;
      people::insertUser(work.db, work.scope, user);
      work.decisionsChanged(user.row);
    });
    return user;
  }
  // Changes a user's row as the verbs of people do.
  template <class Change>
  void change(people::User& user, const Change& how) {
    write([&](UnitOfWork& work) {
      how(user);
      people::updateUser(work.db, work.scope, user);
      work.decisionsChanged(user.row);
    });
  }

  struct Consent {
    identities::Identity identity;
    identities::Grant grant;
  };
  // An identity that its owner has approved.
  Consent consent(const people::User& actor, const std::string& name, const std::string& email,
                  OperationSet operations = allDelegable(), std::optional<std::int64_t> from = {},
                  std::optional<std::int64_t> until = {}) {
    Consent made;
    write([&](UnitOfWork& work) {
      made = {};
      made.grant.id = work.newId();
      made.identity.id = made.grant.identityId = work.newId();
      made.identity.creatorRow = made.grant.actorRow = actor.row;
      made.identity.name = made.grant.principalName = name;
      made.identity.email = made.identity.emailKey = made.grant.principalEmail = made.grant.principalKey = email;
      made.identity.operations = made.grant.operations = operations;
      made.grant.from = from;
      made.grant.until = until;
      made.grant.bornAt = made.identity.createdAt = made.identity.updatedAt = work.now;
      made.identity.status = IdentityStatus::verified;
      identities::insertGrant(work.db, work.scope, made.grant);
      made.identity.grantRow = made.grant.row;
      identities::insertIdentity(work.db, work.scope, made.identity);
      work.decisionsChanged(actor.row);
    });
    return made;
  }
  void setStatus(Engine& through, Consent& consent, IdentityStatus status) {
    through.write(scope_, [&](UnitOfWork& work) {
      consent.identity.status = status;
      identities::updateIdentity(work.db, work.scope, consent.identity);
      work.decisionsChanged(consent.identity.creatorRow);
    });
  }

  [[nodiscard]] Session session(const people::User& user) const {
    Session session;
    session.scope = scope_;
    session.userRow = user.row;
    session.accountId = accountId_;
    session.userId = user.id;
    session.userEmailKey = user.emailKey;
    session.credential = "host";
    return session;
  }

 private:
  void writeAccount() {
    people::Account account;
    engine_->writeAcrossAccounts([&](Connection& db, std::int64_t now) {
      account.id = engine_->ids().newId(now);
      account.number = 1001;
      account.name = "Cubeflakes";
      account.logOrigin = "stead.local/log/" + account.id;
      account.createdAt = now;
      people::insertAccount(db, account);
    });
    scope_.account = account.row;
    accountId_ = account.id;
  }

  std::int64_t cacheBytesMax_;
  std::filesystem::path folder_;
  std::unique_ptr<Engine> engine_;
  AccountScope scope_;
  std::string accountId_;
};

}  // namespace stead::test
