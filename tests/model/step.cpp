#include "step.h"

namespace model {
namespace {

constexpr std::array<std::string_view, verbCount> verbNames{"invite",
                                                            "accept",
                                                            "updateUser",
                                                            "deactivate",
                                                            "reactivate",
                                                            "createTeam",
                                                            "assignTeam",
                                                            "createKey",
                                                            "revokeKey",
                                                            "switchAccountWide",
                                                            "createIdentity",
                                                            "updateIdentity",
                                                            "resend",
                                                            "rerequest",
                                                            "removeIdentity",
                                                            "approve",
                                                            "deny",
                                                            "narrow",
                                                            "revokeGrant",
                                                            "send",
                                                            "revokeDocument",
                                                            "remind",
                                                            "changeCode",
                                                            "download",
                                                            "auditLog",
                                                            "viewDocument",
                                                            "viewAsSigner",
                                                            "sign",
                                                            "decline",
                                                            "runDue",
                                                            "passTime",
                                                            "take",
                                                            "ack",
                                                            "fail",
                                                            "authorize",
                                                            "authorizeDocument",
                                                            "listIdentities",
                                                            "listDocuments",
                                                            "listBehalf",
                                                            "listKeys"};

// Writes the members that are not as they are by default.
class Words {
 public:
  explicit Words(std::string begin) : text_(std::move(begin)) {}
  void number(std::string_view name, std::int64_t value, std::int64_t usual) {
    if (value != usual) add(name, std::to_string(value));
  }
  void word(std::string_view name, std::string_view value) {
    if (!value.empty()) add(name, std::string(value));
  }
  void person(std::string_view name, int place) {
    add(name, std::string(people[static_cast<std::size_t>(place)].name));
  }
  void flag(std::string_view name, bool on) {
    if (on) text_ += " " + std::string(name);
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void add(std::string_view name, const std::string& value) { text_ += " " + std::string(name) + "=" + value; }
  std::string text_;
};

bool hasActor(Verb verb) {
  switch (verb) {
    case Verb::accept:
    case Verb::approve:
    case Verb::deny:
    case Verb::narrow:
    case Verb::revokeGrant:
    case Verb::viewAsSigner:
    case Verb::sign:
    case Verb::decline:
    case Verb::runDue:
    case Verb::passTime:
    case Verb::take:
    case Verb::ack:
    case Verb::fail:
      return false;
    default:
      return true;
  }
}

bool hasTarget(Verb verb) {
  return verb <= Verb::reactivate || verb == Verb::assignTeam ||
         (verb >= Verb::createIdentity && verb <= Verb::removeIdentity);
}

std::string signersOf(const Step& step) {
  std::string text;
  for (const SignerWish& signer : step.signers) {
    text += (text.empty() ? "" : ",") + std::string(people[static_cast<std::size_t>(signer.person)].name) + "/" +
            std::to_string(signer.order) + (signer.code ? "/code" : "");
  }
  return text;
}

}  // namespace

std::string_view nameOf(Verb verb) noexcept { return verbNames[static_cast<std::size_t>(verb)]; }

std::string textOf(const Step& step) {
  Words words(std::to_string(step.serial) + ": " + std::string(nameOf(step.verb)));
  if (hasActor(step.verb) || step.verb == Verb::accept) words.number("account", step.account, -1);
  if (hasActor(step.verb)) words.person("by", step.person);
  words.number("key", step.key, 0);
  if (step.way != Way::self) words.person(step.way == Way::grant ? "onBehalfOf" : "accountWide", step.principal);
  if (hasTarget(step.verb)) words.person("whom", step.target);
  words.number("of", step.subject, 0);
  words.number("place", step.place, 0);
  words.number("round", step.round, 1);
  words.number("role", step.role, -1);
  words.number("team", step.team, 0);
  words.number("flag", step.flag, -1);
  words.number("operations", step.operations, 0);
  words.number("from", step.from, 0);
  words.number("until", step.until, 0);
  words.number("settingsOn", step.settingsOn, 0);
  words.number("settingsOff", step.settingsOff, 0);
  words.number("metaKey", step.metaKey, -1);
  words.word("metaValue", step.metaValue);
  words.word("text", step.text);
  words.flag("odd", step.odd);
  words.number("code", static_cast<int>(step.code), 0);
  words.word("signers", signersOf(step));
  for (const int copy : step.copies) words.person("cc", copy);
  words.flag("ordered", step.ordered);
  words.flag("quiet", step.quiet);
  words.number("scheduledIn", step.scheduledIn, 0);
  words.number("expiryHours", step.expiryHours, 0);
  words.number("request", step.request, 0);
  words.number("ms", step.ms, 0);
  words.number("max", step.max, 0);
  words.number("engine", step.engine, 0);
  return words.take();
}

}  // namespace model
