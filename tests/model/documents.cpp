// Documents: sent, managed, signed, and moved by the clock (contract 4, design 3).
#include <algorithm>

#include "model.h"

namespace model {
namespace {

constexpr Ms onceMs = dayMs;
constexpr int codeTries = 10;

std::vector<Signer> signersOf(const Step& step) {
  std::vector<Signer> signers;
  for (const SignerWish& wish : step.signers) {
    Signer signer;
    signer.person = wish.person;
    signer.order = wish.order;
    signer.hasCode = wish.code;
    signers.push_back(signer);
  }
  return signers;
}

// Two places of one person need two places in the order.
bool repeatsSigner(const Step& step) {
  for (std::size_t i = 0; i < step.signers.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool same =
          step.signers[i].person == step.signers[j].person && step.signers[i].order == step.signers[j].order;
      if (same) return true;
    }
  }
  return false;
}

}  // namespace

Document* Model::find(int account, int serial) {
  const auto found = state_.documents.find(serial);
  return found == state_.documents.end() || found->second.account != account ? nullptr : &found->second;
}

std::string Model::statusOf(const Document& document) const {
  return document.status == "InProgress" && document.expiresAt <= state_.now ? "Expired" : document.status;
}

// Everybody at once, or in an ordered document all of the lowest number that is still open.
std::vector<std::size_t> Model::inviteNext(Document& document) {
  int turn = 1 << 20;
  for (const Signer& signer : document.signers) {
    if (!signer.done()) turn = std::min(turn, signer.order);
  }
  std::vector<std::size_t> invited;
  for (std::size_t i = 0; i < document.signers.size(); ++i) {
    Signer& signer = document.signers[i];
    if (signer.done() || signer.invited || (document.ordered && signer.order != turn)) continue;
    signer.invited = true;
    invited.push_back(i);
  }
  return invited;
}

// --- the sender ---

void Model::send(const Step& step) {
  if (step.signers.empty() || repeatsSigner(step) || step.scheduledIn < 0) throw Refused{"invalidRecord"};
  const Verdict verdict = require(step, "document.send");
  const std::tuple<int, int, int> place{step.account, step.person, step.request};
  std::string body;
  if (step.request != 0) {
    Step bound = step;
    bound.serial = bound.engine = bound.key = 0;
    body = textOf(bound) + " " + std::to_string(state_.now * (step.scheduledIn > 0 ? 1 : 0));
    const auto known = state_.sends.find(place);
    if (known != state_.sends.end() && known->second.at > state_.now - onceMs) {
      if (known->second.body != body) throw Refused{"requestIdReused"};
      fact("/id", "=" + std::to_string(known->second.document));
      return;
    }
  }
  Document document;
  document.account = step.account;
  document.actor = step.person;
  document.sentBy = verdict.authority == "grant"         ? Way::grant
                    : verdict.authority == "accountWide" ? Way::accountWide
                                                         : Way::self;
  document.principal = step.principal;
  document.identity = verdict.identity;
  if (verdict.identity != 0) document.settings = state_.identities.at(verdict.identity).settings;
  document.grant = verdict.grant;
  document.grantVersion = verdict.version;
  document.ordered = step.ordered;
  document.quiet = step.quiet;
  document.signers = signersOf(step);
  document.copies = step.copies;
  const bool now = step.scheduledIn == 0;
  if (!now) document.scheduledAt = state_.now + step.scheduledIn;
  document.expiresAt = document.scheduledAt.value_or(state_.now) + step.expiryHours * hourMs;
  document.status = now ? "InProgress" : "Scheduled";
  std::vector<std::size_t> invited;
  if (now) invited = inviteNext(document);
  state_.documents[step.serial] = document;
  if (step.request != 0) state_.sends[place] = {body, state_.now, step.serial};
  entryOn(step, now ? "document.send" : "document.schedule", verdict);
  if (now) hear(step.serial, document, "sent", -1, invited);
}

void Model::entryOn(const Step& step, std::string_view operation, const Verdict& verdict) {
  entry(step.account, "user", operation, verdict.grant, verdict.version);
}

void Model::actOnDocument(const Step& step) {
  Document* const document = find(step.account, step.subject);
  const auto requireHere = [&](std::string_view operation) { return require(step, operation, true, document); };
  switch (step.verb) {
    case Verb::viewDocument:
      (void)requireForRead(step, "document.view", true, document);
      fact("/status", '"' + statusOf(*document) + '"');
      return;
    case Verb::download:
      return entryOn(step, "document.download", requireHere("document.download"));
    case Verb::auditLog:
      return entryOn(step, "document.auditLog", requireHere("document.auditLog"));
    case Verb::remind: {
      const Verdict verdict = requireHere("document.remind");
      return remind(step, *document, verdict);
    }
    case Verb::changeCode: {
      const Verdict verdict = requireHere("document.changeAccessCode");
      return changeCode(step, *document, verdict);
    }
    default: {
      const Verdict verdict = requireHere("document.revoke");
      return revokeDocument(step, *document, verdict);
    }
  }
}

void Model::revokeDocument(const Step& step, Document& document, const Verdict& verdict) {
  if (step.odd) throw Refused{"versionMoved"};
  const std::string status = statusOf(document);
  if (status != "Scheduled" && status != "InProgress") refuseUser(step, "document.revoke", "wrongState", verdict);
  document.status = "Revoked";
  ++document.version;
  entryOn(step, "document.revoke", verdict);
  Document told = document;
  if (status == "Scheduled") told.copies.clear();  // they never heard of it
  hear(step.subject, told, "revoked");
}

void Model::remind(const Step& step, Document& document, const Verdict& verdict) {
  if (statusOf(document) != "InProgress") refuseUser(step, "document.remind", "wrongState", verdict);
  entryOn(step, "document.remind", verdict);
  hear(step.subject, document, "reminder");
}

void Model::changeCode(const Step& step, Document& document, const Verdict& verdict) {
  constexpr std::string_view operation = "document.changeAccessCode";
  if (step.odd) throw Refused{"versionMoved"};
  const std::string status = statusOf(document);
  if (status != "Scheduled" && status != "InProgress") refuseUser(step, operation, "wrongState", verdict);
  if (step.place >= static_cast<int>(document.signers.size())) throw Refused{"signerNotFound"};
  Signer& signer = document.signers[static_cast<std::size_t>(step.place)];
  if (signer.done() || !signer.hasCode) refuseUser(step, operation, "wrongState", verdict);
  signer.failures = 0;
  ++document.version;
  entryOn(step, operation, verdict);
}

// --- the signer ---

void Model::actAsSigner(const Step& step) {
  const auto found = state_.documents.find(step.subject);
  if (found == state_.documents.end() || step.place >= static_cast<int>(found->second.signers.size())) {
    throw Refused{"linkNotFound"};
  }
  Document& document = found->second;
  Signer& signer = document.signers[static_cast<std::size_t>(step.place)];
  const std::string operation = step.verb == Verb::viewAsSigner ? "signer.view"
                                : step.verb == Verb::sign       ? "signer.sign"
                                                                : "signer.decline";
  const auto refuseSigner = [&](const std::string& code) {
    refuse(document.account, "signer", "signer " + std::to_string(step.subject) + "/" + std::to_string(step.place),
           operation, code);
  };
  const std::string status = statusOf(document);
  const bool underWay = status == "InProgress";
  if (step.verb == Verb::viewAsSigner) {
    const bool readable = underWay || status == "Completed" || status == "Declined";
    if (!readable || (!underWay && !signer.invited)) refuseSigner("wrongState");
  } else if (!underWay || signer.done()) {
    refuseSigner("wrongState");
  }
  if (!signer.invited) refuseSigner("signingOrder");
  if (signer.hasCode) {
    if (signer.failures >= codeTries) refuseSigner("signerLocked");
    if (step.code == CodeGiven::none) throw Refused{"accessCodeRequired"};
    if (step.code == CodeGiven::wrong) {
      ++signer.failures;
      // Each try is in the trail, however many: they end after ten.
      ++state_.trail[document.account];
      expected_.entries.push_back(std::to_string(document.account) +
                                  " signer signer.authenticate refused accessCodeWrong -");
      hear(step.subject, document, "authenticationFailed", step.place);
      throw Refused{"accessCodeWrong"};
    }
  }
  if (step.verb == Verb::viewAsSigner) return viewAsSigner(step, document);
  if (step.verb == Verb::sign) return sign(step, document);
  decline(step, document);
}

void Model::viewAsSigner(const Step& step, Document& document) {
  Signer& signer = document.signers[static_cast<std::size_t>(step.place)];
  fact("/status", '"' + statusOf(document) + '"');
  entry(document.account, "signer", "signer.view");
  if (signer.viewed) return;
  signer.viewed = true;
  hear(step.subject, document, "viewed", step.place);
}

void Model::sign(const Step& step, Document& document) {
  document.signers[static_cast<std::size_t>(step.place)].status = "Completed";
  const bool last = std::all_of(document.signers.begin(), document.signers.end(),
                                [](const Signer& signer) { return signer.status == "Completed"; });
  std::vector<std::size_t> invited;
  if (last) {
    document.status = "Completed";
  } else {
    invited = inviteNext(document);
  }
  ++document.version;
  entry(document.account, "signer", "signer.sign");
  hear(step.subject, document, "signed", step.place, invited);
  fact("/status", '"' + document.status + '"');
  if (!last) return;
  entry(document.account, "system", "document.complete");
  hear(step.subject, document, "completed");
}

void Model::decline(const Step& step, Document& document) {
  document.signers[static_cast<std::size_t>(step.place)].status = "Declined";
  document.status = "Declined";
  ++document.version;
  fact("/status", "\"Declined\"");
  entry(document.account, "signer", "signer.decline");
  hear(step.subject, document, "declined", step.place);
}

// --- the clock ---

void Model::runDue() {
  std::vector<std::pair<Ms, int>> due;
  for (const auto& [serial, document] : state_.documents) {
    const bool scheduled = document.status == "Scheduled" && *document.scheduledAt <= state_.now;
    if (scheduled) due.emplace_back(*document.scheduledAt, serial);
  }
  std::sort(due.begin(), due.end());
  fact("/scheduledSent", std::to_string(due.size()));
  for (const auto& [at, serial] : due) sendScheduled(serial, state_.documents.at(serial));
  due.clear();
  for (const auto& [serial, document] : state_.documents) {
    if (document.status == "InProgress" && document.expiresAt <= state_.now)
      due.emplace_back(document.expiresAt, serial);
  }
  std::sort(due.begin(), due.end());
  fact("/expired", std::to_string(due.size()));
  for (const auto& [at, serial] : due) {
    Document& document = state_.documents.at(serial);
    document.status = "Expired";
    ++document.version;
    entry(document.account, "system", "document.expire");
    hear(serial, document, "expired");
  }
  noteLapses();
}

// Decided again at its moment, for whom and by whom it was asked for.
void Model::sendScheduled(int serial, Document& document) {
  Step who;
  who.account = document.account;
  who.person = document.actor;
  who.way = document.sentBy;
  who.principal = document.principal;
  Verdict verdict = decide(who, "document.send", false, nullptr, -1);
  if (verdict.refused.empty() && document.expiresAt <= state_.now) verdict.refused = "wrongState";
  ++document.version;
  if (!verdict.refused.empty()) {
    document.status = "Revoked";
    document.sendFailed = true;
    ++state_.trail[document.account];
    expected_.entries.push_back(
        std::to_string(document.account) + " system document.send refused " + verdict.refused + " " +
        (verdict.grant == 0 ? "-" : std::to_string(verdict.grant) + "/" + std::to_string(verdict.version)));
    return hear(serial, document, "sendFailed");
  }
  if (document.sentBy == Way::grant) {
    document.identity = verdict.identity;
    document.grant = verdict.grant;
    document.grantVersion = verdict.version;
  }
  document.status = "InProgress";
  const auto invited = inviteNext(document);
  entry(document.account, "system", "document.send", verdict.grant, verdict.version);
  hear(serial, document, "sent", -1, invited);
}

void Model::noteLapses() {
  std::vector<std::pair<Ms, int>> due;
  for (const auto& [serial, identity] : state_.identities) {
    if (!identity.lapseNoted && lapsed(identity)) due.emplace_back(identity.requestedAt, serial);
  }
  std::sort(due.begin(), due.end());
  fact("/lapsed", std::to_string(due.size()));
  for (const auto& [at, serial] : due) {
    Identity& identity = state_.identities.at(serial);
    identity.lapseNoted = true;
    entry(identity.account, "system", "identity.lapse");
  }
}

}  // namespace model
