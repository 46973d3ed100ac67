// One step of a random run: who does what to which thing. Things are named by the number of the step that made them,
// people by their place in a short list, so a step keeps its meaning when others are taken out of the run.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace model {

inline constexpr std::int64_t minuteMs = std::int64_t{60} * 1000;
inline constexpr std::int64_t hourMs = 60 * minuteMs;
inline constexpr std::int64_t dayMs = 24 * hourMs;

inline constexpr int accountCount = 3;
inline constexpr int personCount = 6;

struct Person {
  std::string_view name;
  std::string_view email;
};
inline constexpr std::array<Person, personCount> people{{{"Luther Cooper", "luthercooper@cubeflakes.com"},
                                                         {"Hank White", "hankwhite@cubeflakes.com"},
                                                         {"David", "david@cubeflakes.com"},
                                                         {"Alex Gayle", "alexgayle@cubeflakes.com"},
                                                         {"Contracts Desk", "contracts@cubeflakes.com"},
                                                         {"Legal Desk", "legal@cubeflakes.com"}}};

enum class Verb {
  invite,
  accept,
  updateUser,
  deactivate,
  reactivate,
  createTeam,
  assignTeam,
  createKey,
  revokeKey,
  switchAccountWide,
  createIdentity,
  updateIdentity,
  resend,
  rerequest,
  removeIdentity,
  approve,
  deny,
  narrow,
  revokeGrant,
  send,
  revokeDocument,
  remind,
  changeCode,
  download,
  auditLog,
  viewDocument,
  viewAsSigner,
  sign,
  decline,
  runDue,
  passTime,
  take,
  ack,
  fail,
  authorize,
  authorizeDocument,
  listIdentities,
  listDocuments,
  listBehalf,
  listKeys,
};
inline constexpr int verbCount = static_cast<int>(Verb::listKeys) + 1;
[[nodiscard]] std::string_view nameOf(Verb verb) noexcept;

enum class Way { self, grant, accountWide };
enum class CodeGiven { none, right, wrong };

struct SignerWish {
  int person = 0;
  int order = 1;
  bool code = false;
};

struct Step {
  int serial = 0;  // from 1
  Verb verb = Verb::passTime;
  int engine = 0;

  // Who acts: a user of an account, by the host's word or by the key of a step; for himself or for somebody.
  int account = 0;
  int person = 0;
  int key = 0;
  Way way = Way::self;
  int principal = 0;

  // On what: a person, or what an earlier step made.
  int target = 0;
  int subject = 0;
  int place = 0;  // of a signer in the document, or of a message among those that are out
  int round = 1;

  // How.
  int role = -1;
  int team = 0;  // of a step; 0: none
  int flag = -1;
  std::uint32_t operations = 0;  // bits in the order of the model's table; 0: not named
  std::int64_t from = 0;         // after now, in ms; 0: not named
  std::int64_t until = 0;
  std::uint32_t settingsOn = 0;
  std::uint32_t settingsOff = 0;
  int metaKey = -1;
  std::string metaValue;
  std::string text;  // a name, a title, an operation
  bool odd = false;  // a stale version, a wrong hash, "never ask me again", the wrong lease: by verb
  CodeGiven code = CodeGiven::none;
  std::vector<SignerWish> signers;
  std::vector<int> copies;
  bool ordered = false;
  bool quiet = false;  // disableEmails
  std::int64_t scheduledIn = 0;
  int expiryHours = 0;
  int request = 0;  // requestId
  std::int64_t ms = 0;
  int max = 0;
};

[[nodiscard]] std::string textOf(const Step& step);

}  // namespace model
