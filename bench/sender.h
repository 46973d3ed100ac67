// Sending on behalf through the C ABI, as a host program does.
#pragma once

#include <string>

#include "host.h"

namespace stead::bench {

inline constexpr const char* ownerEmail = "luthercooper@cubeflakes.com";

// Makes an account in a new store, with an assistant whom the owner lets send; answers the assistant's user id.
std::string makeConsentedUser(const HostEngine& engine);
// One more identity of this user, approved by its owner; answers the token of the owner's lasting revoke link.
std::string consent(const HostEngine& engine, const HostSession& session, const std::string& name,
                    const std::string& email);
// The id of the only user of a store that makeConsentedUser() made.
[[nodiscard]] std::string onlyUserOf(const std::string& path);

// One caller: his session, and one file with two signers and one cc to send again and again. The file is staged by the
// first send; later ones find it by its hash.
class Sender {
 public:
  Sender(const HostEngine& engine, const std::string& userId, const std::string& pdf);
  void send();

 private:
  HostSession session_;
  Owned<stead_upload> upload_;
  Record request_;
};

[[nodiscard]] std::string readFile(const std::string& path);

}  // namespace stead::bench
