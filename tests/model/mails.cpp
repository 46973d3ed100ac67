// Who hears what (docs/notifications.md), and the outbox.
#include <algorithm>

#include "model.h"

namespace model {
namespace {

constexpr int attemptsMax = 10;
constexpr int lookedAtMax = 500;

// In the order of precedence of docs/notifications.md, "Never twice".
enum class Receiver { toSign, owner, signer, operatingUser, sender, copy };

// At most one message for a person: that of the receiver who stands first.
class Mailing {
 public:
  void add(Receiver receiver, std::string_view event, std::string_view word, int person,
           std::optional<LinkTo> link = {}) {
    std::vector<LinkTo> links;
    if (link) links.push_back(*link);
    const std::string kind = "document." + std::string(event) + "." + std::string(word);
    const auto known =
        std::find_if(mails_.begin(), mails_.end(), [&](const Mail& mail) { return mail.person == person; });
    if (known == mails_.end()) {
      mails_.push_back({receiver, kind, person, links});
    } else if (receiver < known->receiver) {
      *known = {receiver, kind, person, links};
    } else if (kind == known->kind) {
      known->links.insert(known->links.end(), links.begin(), links.end());
    }
  }

  struct Mail {
    Receiver receiver;
    std::string kind;
    int person;
    std::vector<LinkTo> links;
  };
  [[nodiscard]] const std::vector<Mail>& mails() const { return mails_; }

 private:
  std::vector<Mail> mails_;
};

Flag flagOf(std::string_view event) {
  const std::string_view name = event == "reminder" ? "reminders" : event;
  const auto found = std::find(flagNames.begin(), flagNames.end(), name);
  return static_cast<Flag>(found - flagNames.begin());
}

bool needsOpenLink(const std::string& kind) {
  return kind == "identity.asked.owner" || kind == "user.invited.invitee" || kind == "document.request.signer" ||
         kind == "document.reminder.signer";
}

Ms waitAfter(int attempts) {
  if (attempts <= 0) return 0;
  return std::min<Ms>(minuteMs << std::min(attempts - 1, 16), 6 * hourMs);
}

}  // namespace

void Model::plan(int account, std::string_view kind, int receiver, std::vector<LinkTo> links, Ms notBefore) {
  Message message;
  message.account = account;
  message.kind = kind;
  message.receiver = receiver;
  message.event = expected_.entries.back();
  message.links = std::move(links);
  message.notBefore = std::max(notBefore, state_.now);
  expected_.messages.push_back(state_.messages.size());
  state_.messages.push_back(std::move(message));
}

// The settings of this moment; those of the send once the identity is gone.
Settings Model::settingsNow(const Document& document) const {
  const auto identity = state_.identities.find(document.identity);
  return identity == state_.identities.end() ? document.settings : identity->second.settings;
}

void Model::hear(int serial, const Document& document, std::string_view event, int subject,
                 const std::vector<std::size_t>& nowInvited) {
  Mailing mailing;
  const auto isNow = [&](std::size_t i) {
    return std::find(nowInvited.begin(), nowInvited.end(), i) != nowInvited.end();
  };
  const bool open = std::any_of(document.signers.begin(), document.signers.end(),
                                [](const Signer& signer) { return !signer.done(); });
  const bool ends = event == "declined" || event == "revoked" || event == "expired";
  for (std::size_t i = 0; i < document.signers.size() && !document.quiet; ++i) {
    const Signer& signer = document.signers[i];
    const LinkTo link{'s', serial, static_cast<int>(i)};
    const bool isSubject = static_cast<int>(i) == subject;
    if (isNow(i)) mailing.add(Receiver::toSign, "request", "signer", signer.person, link);
    if (event == "reminder" && signer.invited && !signer.done()) {
      mailing.add(Receiver::toSign, "reminder", "signer", signer.person, link);
    }
    if (event == "signed" && signer.invited && !isNow(i) && !isSubject && open) {
      mailing.add(Receiver::signer, event, "signer", signer.person);
    }
    if (event == "completed") mailing.add(Receiver::signer, event, "signer", signer.person, link);
    if (ends && signer.invited && !isSubject) mailing.add(Receiver::signer, event, "signer", signer.person);
  }
  const bool byGrant = document.sentBy == Way::grant;
  const bool hasFlag = event != "sendFailed";
  if (byGrant && hasFlag && (settingsNow(document) & (1U << flagOf(event))) != 0) {
    mailing.add(Receiver::owner, event, "owner", document.principal);
  }
  const bool senderHears = event != "sent" && event != "viewed" && event != "reminder";
  if (senderHears && document.sentBy == Way::accountWide) {
    mailing.add(Receiver::operatingUser, event, "sender", document.principal);
  }
  if (senderHears) mailing.add(Receiver::sender, event, "sender", document.actor);
  const bool copiesHear = event == "sent" || event == "completed" || ends || (event == "signed" && open);
  for (const int copy : document.copies) {
    if (copiesHear && !document.quiet) mailing.add(Receiver::copy, event, "cc", copy);
  }
  for (const auto& mail : mailing.mails()) plan(document.account, mail.kind, mail.person, mail.links);
}

// --- the outbox ---

bool Model::isOpen(const LinkTo& link) const {
  if (link.kind == 'c') {
    const auto identity = state_.identities.find(link.subject);
    return identity != state_.identities.end() && identity->second.status == "Pending" &&
           identity->second.round == link.round && !lapsed(identity->second);
  }
  const auto document = state_.documents.find(link.subject);
  return document != state_.documents.end() && statusOf(document->second) == "InProgress" &&
         !document->second.signers[static_cast<std::size_t>(link.round)].done();
}

void Model::bury(Message& message) {
  message.state = "dead";
  ++message.lease;
  entry(message.account, "system", "outbox.dead");
}

void Model::take(const Step& step) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < state_.messages.size(); ++i) {
    if (state_.messages[i].state == "leased" && state_.messages[i].leaseUntil <= state_.now) order.push_back(i);
  }
  const auto byLease = [this](std::size_t a, std::size_t b) {
    return state_.messages[a].leaseUntil < state_.messages[b].leaseUntil;
  };
  std::stable_sort(order.begin(), order.end(), byLease);
  for (const std::size_t i : order) {
    Message& message = state_.messages[i];
    if (message.attempts >= attemptsMax) {
      bury(message);
      continue;
    }
    message.state = "waiting";
    message.notBefore = message.leaseUntil + waitAfter(message.attempts - 1);
  }

  std::vector<std::tuple<Ms, std::int64_t, std::size_t>> due;
  for (std::size_t i = 0; i < state_.messages.size(); ++i) {
    const Message& message = state_.messages[i];
    if (message.state == "waiting" && message.notBefore <= state_.now)
      due.emplace_back(message.notBefore, message.row, i);
  }
  std::sort(due.begin(), due.end());
  std::size_t next = 0;
  for (int looked = 0;
       looked < lookedAtMax && next < due.size() && static_cast<int>(expected_.taken.size()) < step.max;) {
    const int wanted = step.max - static_cast<int>(expected_.taken.size());
    for (int i = 0; i < wanted && next < due.size(); ++i, ++looked) {
      const std::size_t place = std::get<2>(due[next++]);
      Message& message = state_.messages[place];
      const bool closed =
          message.kind == "user.invited.invitee"
              ? state_.users.at({message.account, message.receiver}).status != "InvitationPending"
              : needsOpenLink(message.kind) && std::none_of(message.links.begin(), message.links.end(),
                                                            [this](const LinkTo& to) { return isOpen(to); });
      if (closed) {
        message.state = "dropped";
        continue;
      }
      message.state = "leased";
      message.leaseUntil = state_.now + step.ms;
      ++message.lease;
      ++message.attempts;
      expected_.taken.push_back(place);
      state_.out.push_back(place);
      state_.outLeases.push_back(message.lease);
    }
  }
}

Message& Model::held(const Step& step) {
  if (state_.out.empty()) throw Refused{"messageNotFound"};
  const std::size_t place = static_cast<std::size_t>(step.place) % state_.out.size();
  Message& message = state_.messages[state_.out[place]];
  const bool lives = message.state == "leased" || message.state == "waiting";
  if (!lives || step.odd || message.lease != state_.outLeases[place]) throw Refused{"messageNotFound"};
  return message;
}

void Model::ack(const Step& step) { held(step).state = "sent"; }

void Model::fail(const Step& step) {
  Message& message = held(step);
  const bool dead = message.attempts >= attemptsMax;
  fact("/dead", dead ? "true" : "false");
  if (dead) return bury(message);
  message.state = "waiting";
  ++message.lease;
  message.notBefore = state_.now + waitAfter(message.attempts);
  fact("/nextAttemptAt", std::to_string(message.notBefore));
}

}  // namespace model
