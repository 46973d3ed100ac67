// The people of the samples in an account of a test store.
#pragma once

#include <string>
#include <string_view>

#include "people/people_verbs.h"
#include "test_store.h"

namespace stead::test {

inline constexpr const char* lutherEmail = "luthercooper@cubeflakes.com";
inline constexpr const char* hankEmail = "hankwhite@cubeflakes.com";
inline constexpr const char* legalEmail = "legaldesk@cubeflakes.com";
inline constexpr const char* davidEmail = "david@cubeflakes.com";

// An account whose Admin is Luther Cooper.
struct Office {
  explicit Office(TestStore& store, const std::string& name = "Cubeflakes")
      : engine(store.engine()),
        account(people::createAccount(
            engine, {{"name", name}, {"admin", {{"name", "Luther Cooper"}, {"email", lutherEmail}}}})),
        luther(people::openTrusted(engine, account["adminUserId"].get<std::string>())),
        scope(luther.scope) {}

  // Invites and accepts; answers the session of the new user.
  Session join(const char* email, const char* name, const char* role = "Member", const std::string& teamId = {}) {
    Json request = {{"email", email}, {"role", role}};
    if (!teamId.empty()) request["teamId"] = teamId;
    const std::string id = people::inviteUser(engine, luther, request)["id"];
    (void)people::acceptInvitation(engine, inviteToken(id), {{"name", name}});
    return people::openTrusted(engine, id);
  }
  [[nodiscard]] std::string inviteToken(const std::string& userId, std::int64_t round = 1) const {
    return engine.secrets().linkToken(link::invite, userId, round);
  }

  Engine& engine;
  Json account;
  Session luther;
  AccountScope scope;
};

}  // namespace stead::test
