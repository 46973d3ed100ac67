// What the reference model remembers: plain maps, filled by the model's own rules.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "step.h"

namespace model {

using Ms = std::int64_t;
using Operations = std::uint32_t;
using Settings = std::uint32_t;
using Pairs = std::map<std::string, std::string>;

struct User {
  std::string status = "InvitationPending";
  int role = 2;  // Admin, TeamAdmin, Member, Auditor
  int team = 0;
  bool accountWideAccess = false;
  bool sendOnBehalfOf = false;
  Pairs metaData;
  int version = 1;
};

struct Key {
  int account = 0;
  int person = 0;
  bool revoked = false;
};

struct Grant {
  int account = 0;
  int actor = 0;
  int principal = 0;
  Operations operations = 0;
  std::optional<Ms> from;
  std::optional<Ms> until;
  int version = 1;
  bool ended = false;
};

struct Identity {
  int account = 0;
  int creator = 0;
  int owner = 0;
  std::string name;
  std::string status = "Pending";
  int round = 1;
  Ms requestedAt = 0;
  bool lapseNoted = false;
  Operations operations = 0;
  std::optional<Ms> from;
  std::optional<Ms> until;
  Settings settings = 0;
  Pairs metaData;
  int grant = 0;  // of a step; the living one or the last
  int version = 1;
};

// A request for consent: outlives its identity.
struct Round {
  int identity = 0;
  int round = 1;
  int account = 0;
  int owner = 0;
  Ms mailAt = 0;  // 0: its mail will never leave
  bool open = true;
  bool neverAsk = false;
};

struct Signer {
  int person = 0;
  int order = 1;
  bool hasCode = false;
  int failures = 0;
  bool invited = false;
  bool viewed = false;
  std::string status = "NotCompleted";
  [[nodiscard]] bool done() const { return status != "NotCompleted"; }
};

struct Document {
  int account = 0;
  int actor = 0;
  Way sentBy = Way::self;
  int principal = 0;  // grant: the owner; accountWide: the operating user
  int identity = 0;
  Settings settings = 0;  // of the identity when it was sent
  int grant = 0;
  int grantVersion = 0;
  std::string status;
  bool sendFailed = false;
  std::optional<Ms> scheduledAt;
  Ms expiresAt = 0;
  bool ordered = false;
  bool quiet = false;
  std::vector<Signer> signers;
  std::vector<int> copies;
  int version = 1;
};

// What a message leads to: kind of the link, the step that made the thing, and the round or the place of the signer.
struct LinkTo {
  char kind = 's';
  int subject = 0;
  int round = 0;
};

struct Message {
  int account = 0;
  std::string kind;
  int receiver = 0;
  std::string event;  // the entry it tells of
  std::vector<LinkTo> links;
  std::string id;  // once it was seen in the store
  std::int64_t row = 0;
  std::string state = "waiting";
  Ms notBefore = 0;
  Ms leaseUntil = 0;
  int lease = 0;
  int attempts = 0;
};

struct Once {
  std::string body;
  Ms at = 0;
  int document = 0;
};

using AccountPerson = std::pair<int, int>;
using IdentityPlace = std::tuple<int, int, int>;  // account, creator, owner

struct State {
  Ms now = 1767225600000;  // 2026-01-01
  std::map<int, bool> accountWide;
  std::map<AccountPerson, User> users;
  std::map<int, int> teams;  // step → account
  std::map<std::pair<int, std::string>, int> teamNames;
  std::map<int, Key> keys;
  std::map<int, Identity> identities;
  std::map<IdentityPlace, int> identityAt;
  std::vector<Round> rounds;
  std::map<int, Grant> grants;
  std::map<int, Document> documents;
  std::vector<Message> messages;
  std::vector<std::size_t> out;  // messages that were taken, in order: what `place` of ack and fail means
  std::vector<int> outLeases;
  std::map<std::tuple<int, int, int>, Once> sends;           // account, actor, request
  std::map<std::tuple<int, std::string, Ms>, int> refusals;  // account, actor, hour
  std::map<int, std::int64_t> trail;                         // account → entries
};

// The operations an owner is asked for, in the order of the contract's table.
inline constexpr std::array<std::string_view, 13> delegable{"document.send",
                                                            "document.download",
                                                            "document.auditLog",
                                                            "document.remind",
                                                            "document.revoke",
                                                            "document.changeAccessCode",
                                                            "document.edit",
                                                            "document.cancelEditing",
                                                            "document.changeRecipient",
                                                            "document.extendExpiry",
                                                            "document.prefill",
                                                            "document.addAuthentication",
                                                            "document.removeAuthentication"};
inline constexpr Operations everyOperation = (1U << delegable.size()) - 1;

// The owner's flags, in the order in which the contract names them in an identity's record.
enum Flag : unsigned {
  viewed = 0,
  sent,
  deliveryFailed,
  declined,
  revoked,
  reassigned,
  completed,
  signed_,
  expired,
  authenticationFailed,
  reminders,
  attachSignedDocument
};
inline constexpr std::array<std::string_view, 12> flagNames{"viewed",         "sent",
                                                            "deliveryFailed", "declined",
                                                            "revoked",        "reassigned",
                                                            "completed",      "signed",
                                                            "expired",        "authenticationFailed",
                                                            "reminders",      "attachSignedDocument"};
inline constexpr Settings defaultSettings = 0xFFFU & ~(1U << sent) & ~(1U << attachSignedDocument);

}  // namespace model
