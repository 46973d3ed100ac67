#include "documents/certificate.h"

#include <nlohmann/json.hpp>

#include "audit/history.h"
#include "audit/log_key.h"
#include "audit/note.h"
#include "audit/trail_store.h"
#include "base/json.h"
#include "base/text.h"
#include "documents/document_rules.h"
#include "documents/history_rules.h"
#include "identities/identity_store.h"
#include "people/user_store.h"

namespace stead::documents {
namespace {

constexpr std::int64_t eventsMax = 1000;

std::string nameAndAddress(std::string_view name, std::string_view email) {
  if (name.empty()) return std::string(email);
  return std::string(name) + " <" + std::string(email) + ">";
}

std::string moment(std::int64_t at) { return text::isoUtc(at); }
std::string moment(const std::optional<std::int64_t>& at, const char* otherwise) {
  return at ? moment(*at) : otherwise;
}

Section aboutDocument(const Document& document, std::int64_t now) {
  const DocumentStatus status = statusAt(document, now);
  const auto end = status == DocumentStatus::expired ? document.expiresAt : document.endedAt;
  Section section{"Document",
                  {{"Title", document.title},
                   {"Id", document.id},
                   {"Status", documentStatusName(status)},
                   {"Sent", moment(document.sentAt, "never")},
                   {"Ended", moment(end, "not yet")}}};
  if (document.endMessage) section.paragraphs.push_back({"Reason of the end", *document.endMessage});
  return section;
}

const char* authorityInWords(Authority authority) {
  switch (authority) {
    case Authority::grant:
      return "grant: the person acted for had consented to it (see Consent)";
    case Authority::accountWide:
      return "accountWide: the account lets this user send for other users of the account";
    case Authority::self:
    case Authority::none:
      break;
  }
  return "self: the sender acted in the own name";
}

Section aboutSender(Connection& db, AccountScope scope, const Document& document) {
  Section section{"Who sent it", {}};
  const auto actor = people::findUser(db, scope, document.actorRow);
  const std::string acted = actor ? nameAndAddress(actor->name, actor->email) : "a user who is gone";
  section.paragraphs.push_back({"Really acted", acted + (actor ? ", user " + actor->id : "")});
  if (document.sentFor) {
    section.paragraphs.push_back({"In the name of", nameAndAddress(document.sentFor->name, document.sentFor->email)});
  }
  section.paragraphs.push_back({"Authority", authorityInWords(document.authority)});
  if (!document.grantId.empty()) {
    section.paragraphs.push_back({"Grant", document.grantId + ", version " + std::to_string(document.grantVersion)});
  }
  return section;
}

std::optional<identities::ConsentRound> consentOf(Connection& db, AccountScope scope, const Document& document) {
  if (!document.grantRow || !document.sentFor) return std::nullopt;
  const auto grant = identities::findGrant(db, scope, *document.grantRow);
  if (!grant) return std::nullopt;
  const auto rounds = identities::roundsOf(db, scope, grant->identityId);
  for (const auto& round : rounds) {
    if (round.round == grant->consentRound && round.answer == "approved") return round;
  }
  return std::nullopt;
}

Section aboutConsent(Connection& db, AccountScope scope, const Document& document) {
  Section section{"Consent", {}};
  const auto round = consentOf(db, scope, document);
  if (!round) {
    section.paragraphs.push_back({"", "The store does not hold the consent of this document."});
    return section;
  }
  section.paragraphs.push_back({"Agreed", moment(round->answeredAt, "not known")});
  section.paragraphs.push_back({"Known by", round->proof.value_or("not known")});
  section.paragraphs.push_back({"Text, SHA-256", crypto::hex(round->textHash.value_or(Bytes{}))});
  section.paragraphs.push_back({"Text shown", round->shownText.value_or("erased")});
  return section;
}

Section aboutSigners(const std::vector<Party>& parties) {
  Section section{"Signers and copies", {}};
  for (const Party& party : parties) {
    if (!isSigner(party)) {
      section.paragraphs.push_back({"Copy to", nameAndAddress(party.name, party.email)});
      continue;
    }
    std::string facts = nameAndAddress(party.name, party.email) + "\n" + partyStatusName(party.status) + ", order " +
                        std::to_string(party.order) + ", signer " + party.id;
    facts += "\ninvited " + moment(party.invitedAt, "never") + ", first seen " + moment(party.viewedAt, "never") +
             ", done " + moment(party.doneAt, "never");
    if (party.accessCode) facts += "\nprotected by an access code of the sender";
    section.paragraphs.push_back({"Signer", facts});
  }
  return section;
}

Section aboutFiles(Connection& db, AccountScope scope, const Document& document) {
  Section section{"Files as they were sent", {}};
  for (const StoredFile& file : filesOf(db, scope, document.row)) {
    section.paragraphs.push_back(
        {"File", file.name + "\n" + std::to_string(file.size) + " bytes, SHA-256\n" + crypto::hex(file.sha256)});
  }
  return section;
}

std::string whoIn(const audit::PastEvent& event, const Json& personal) {
  std::string who = event.actorKind;
  if (const auto name = personal.find("name"); name != personal.end() && name->is_string()) {
    who += " " + nameAndAddress(name->get<std::string>(), personal.value("email", std::string()));
  } else if (!event.actorId.empty()) {
    who += " " + event.actorId;
  }
  for (const auto& [member, words] : {std::pair{"ip", ", from "}, std::pair{"userAgent", ", with "}}) {
    const std::string value = personal.value(member, std::string());
    if (!value.empty()) who += words + value;
  }
  return who;
}

Section aboutEvents(Connection& db, AccountScope scope, const Document& document) {
  Section section{"What happened", {}};
  for (const auto& event : audit::historyOf(db, scope, document.id, eventsMax)) {
    const Json personal = parseStored(event.personal);
    std::string what = event.operation;
    if (event.outcome != "done") what += " " + event.outcome + (event.reason.empty() ? "" : " (" + event.reason + ")");
    section.paragraphs.push_back(
        {moment(event.at), what + ", entry " + std::to_string(event.index) + "\nby " + whoIn(event, personal)});
  }
  return section;
}

Section aboutLog(const Engine& engine, Connection& db, AccountScope scope) {
  const audit::Head head = audit::loadHead(db, scope);
  const std::string origin = audit::originOf(db, scope);
  return {"Audit log",
          {{"Origin", origin},
           {"Entries", std::to_string(head.range.size())},
           {"Root", crypto::base64(head.range.root())},
           {"Verifier key", audit::vkeyText(audit::keyOf(engine, origin))},
           {"Checkpoint", audit::signHead(engine, origin, head.range)}}};
}

Section howToVerify() {
  return {"How to verify",
          {{"1.", "Ask the sender for the evidence file of this document (<document id>.evidence.json)."},
           {"2.",
            "Take the verifier key from somebody you trust to know it, not from the file. Check the evidence with it: "
            "stead_evidence_verify of the Stead library, in C, Python, PHP or Java. It needs no access to the system "
            "of the sender."},
           {"3.", "Compare the SHA-256 of your copies of the files with those above and in the evidence."},
           {"4.",
            "Compare the checkpoint above, or one from an earlier mail, with a newer one of the same log: a "
            "consistency proof shows that nothing before it was rewritten. Checkpoints are signed notes of C2SP."}}};
}

Section whatItDoesNotProve() {
  return {"What this does not prove",
          {{"", "That no other entry concerns the document."},
           {"",
            "That the host told the truth when it wrote: that whoever opened a link was the owner of the mailbox, that "
            "the clock was right, or that nothing was done elsewhere without being written down."},
           {"",
            "That no other history was written after the last checkpoint that left the house, by somebody who holds "
            "the host's secret and its store."},
           {"", "The names on this page are not signed themselves; the entries of the log hold their salted hashes."}}};
}

}  // namespace

Certificate certificateOf(const Engine& engine, Connection& db, AccountScope scope, const Loaded& loaded,
                          std::int64_t now) {
  const Document& document = loaded.document;
  Certificate certificate;
  certificate.title = "Audit certificate";
  certificate.subtitle = document.title;
  certificate.footer =
      engine.options().productName + " \xC2\xB7 document " + document.id + " \xC2\xB7 made " + moment(now);
  certificate.sections.push_back(aboutDocument(document, now));
  certificate.sections.push_back(aboutSender(db, scope, document));
  if (document.authority == Authority::grant) certificate.sections.push_back(aboutConsent(db, scope, document));
  certificate.sections.push_back(aboutSigners(loaded.parties));
  certificate.sections.push_back(aboutFiles(db, scope, document));
  certificate.sections.push_back(aboutEvents(db, scope, document));
  certificate.sections.push_back(aboutLog(engine, db, scope));
  certificate.sections.push_back(howToVerify());
  certificate.sections.push_back(whatItDoesNotProve());
  return certificate;
}

}  // namespace stead::documents
