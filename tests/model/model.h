// The reference model: what design, contract and docs/notifications.md say must come of a step. Written by hand and on
// purpose without a line of the core, so that a rule broken there shows as a difference here.
#pragma once

#include <string>
#include <vector>

#include "state.h"

namespace model {

// What must be seen after a step.
struct Expected {
  std::string code = "ok";
  std::vector<std::string> entries;   // "<account> <kind of actor> <operation> <outcome> <reason> <grant>/<version>"
  std::vector<std::size_t> messages;  // planned ones, places in State::messages
  std::vector<std::string> facts;     // of the answer, "<pointer> <JSON>"
  std::vector<std::size_t> taken;     // by an outbox take
};

class Model {
 public:
  Model();
  // What the step must bring about; the state is then as after it.
  Expected run(const Step& step);
  [[nodiscard]] const State& state() const noexcept { return state_; }
  // The world tells which row a planned message became.
  void nameMessage(std::size_t place, std::string id, std::int64_t row);

 private:
  struct Refused {
    std::string code;
  };
  struct Verdict {
    std::string refused;
    std::string authority;
    int grant = 0;
    int version = 0;
    int identity = 0;
  };

  // --- decisions (design 4) ---
  [[nodiscard]] Verdict decide(const Step& who, std::string_view operation, bool aboutDocument,
                               const Document* document, int aboutPerson) const;
  [[nodiscard]] std::string refusedIdentity(const Step& who, std::string_view operation, Verdict& verdict) const;
  [[nodiscard]] std::string refusedAccountWide(const Step& who, std::string_view operation) const;
  [[nodiscard]] std::string refusedDocument(const Step& who, Way way, const Document* document, bool acts) const;
  Verdict require(const Step& who, std::string_view operation, bool aboutDocument = false,
                  const Document* document = nullptr, int aboutPerson = -1);
  Verdict requireForRead(const Step& who, std::string_view operation, bool aboutDocument = false,
                         const Document* document = nullptr, int aboutPerson = -1);
  [[nodiscard]] bool lives(const Grant& grant) const;

  // --- the trail (design 6) ---
  void entry(int account, std::string_view kind, std::string_view operation, int grant = 0, int version = 0);
  [[noreturn]] void refuse(int account, std::string_view kind, const std::string& actor, std::string_view operation,
                           const std::string& code, int grant = 0, int version = 0);
  [[noreturn]] void refuseUser(const Step& who, std::string_view operation, const std::string& code,
                               const Verdict& verdict);

  // --- verbs ---
  void invite(const Step& step);
  void accept(const Step& step);
  void updateUser(const Step& step);
  void changeStatus(const Step& step);
  void createTeam(const Step& step);
  void assignTeam(const Step& step);
  void createKey(const Step& step);
  void revokeKey(const Step& step);
  void switchAccountWide(const Step& step);
  [[nodiscard]] bool isLastAdmin(int account, int person) const;
  void revokeAllOf(int account, int person);

  void createIdentity(const Step& step);
  void updateIdentity(const Step& step);
  void resend(const Step& step);
  void rerequest(const Step& step);
  void removeIdentity(const Step& step);
  void approve(const Step& step);
  void deny(const Step& step);
  void narrow(const Step& step);
  void revokeGrant(const Step& step);
  [[nodiscard]] int ownIdentity(const Step& step, std::string_view operation, const Verdict& verdict);
  void refuseForbidden(const Step& step, std::string_view operation, int owner, const Verdict& verdict);
  void ask(int identity);
  void askAgain(const Step& step, int identity, std::string_view operation);
  [[nodiscard]] bool lapsed(const Identity& identity) const;
  Identity& followConsent(const Step& step);
  Identity& followGrant(const Step& step);
  void narrowed(const Step& step, Operations& operations, std::optional<Ms>& from, std::optional<Ms>& until) const;
  void checkRange(const std::optional<Ms>& from, const std::optional<Ms>& until) const;
  void tellIdentity(const Identity& identity, std::string_view event, bool byOwner);

  void send(const Step& step);
  void actOnDocument(const Step& step);
  void entryOn(const Step& step, std::string_view operation, const Verdict& verdict);
  void revokeDocument(const Step& step, Document& document, const Verdict& verdict);
  void remind(const Step& step, Document& document, const Verdict& verdict);
  void changeCode(const Step& step, Document& document, const Verdict& verdict);
  void actAsSigner(const Step& step);
  void viewAsSigner(const Step& step, Document& document);
  void sign(const Step& step, Document& document);
  void decline(const Step& step, Document& document);
  void runDue();
  void sendScheduled(int serial, Document& document);
  void noteLapses();
  [[nodiscard]] Document* find(int account, int serial);
  [[nodiscard]] std::string statusOf(const Document& document) const;
  static std::vector<std::size_t> inviteNext(Document& document);
  void hear(int serial, const Document& document, std::string_view event, int subject = -1,
            const std::vector<std::size_t>& nowInvited = {});
  [[nodiscard]] Settings settingsNow(const Document& document) const;

  // A message that tells of the newest entry.
  void plan(int account, std::string_view kind, int receiver, std::vector<LinkTo> links = {}, Ms notBefore = 0);
  void take(const Step& step);
  void ack(const Step& step);
  void fail(const Step& step);
  Message& held(const Step& step);
  void bury(Message& message);
  [[nodiscard]] bool isOpen(const LinkTo& link) const;

  void authorize(const Step& step);
  void list(const Step& step);
  void fact(std::string_view pointer, std::string value);

  State state_;
  Expected expected_;
  int serial_ = 0;
};

}  // namespace model
