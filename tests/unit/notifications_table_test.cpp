// Holds the planner and the catalogue against docs/notifications.md: every event, receiver and condition, enumerated.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/text.h"
#include "notifications/render.h"
#include "notifications/who_hears.h"

using namespace stead;
using namespace stead::notifications;

namespace {

using Cells = std::vector<std::string>;

std::vector<std::string> pageLines() {
  std::ifstream page(STEAD_SOURCE_DIR "/docs/notifications.md");
  REQUIRE(page.good());
  std::vector<std::string> lines;
  for (std::string line; std::getline(page, line);) lines.push_back(line);
  return lines;
}

Cells cellsOf(const std::string& line, char separator) {
  Cells cells;
  std::stringstream in(line);
  for (std::string cell; std::getline(in, cell, separator);) cells.emplace_back(text::trim(cell));
  return cells;
}

// The rows of the table that follows "<!-- table: name -->", without its head.
std::vector<Cells> table(const std::string& name) {
  const auto lines = pageLines();
  auto line = std::find(lines.begin(), lines.end(), "<!-- table: " + name + " -->");
  REQUIRE(line != lines.end());
  std::vector<Cells> rows;
  for (line += 3; line != lines.end() && line->starts_with("|"); ++line) {
    rows.push_back(cellsOf(line->substr(1), '|'));
  }
  REQUIRE_FALSE(rows.empty());
  return rows;
}

std::vector<std::string> precedence() {
  const auto lines = pageLines();
  auto line = std::find(lines.begin(), lines.end(), "<!-- precedence -->");
  REQUIRE(line != lines.end());
  std::vector<std::string> receivers;
  for (++line; line != lines.end() && !line->empty(); ++line) {
    const auto begin = line->find(". ") + 2;
    receivers.push_back(line->substr(begin, line->find(':') - begin));
  }
  return receivers;
}

const std::map<std::string, DocumentEvent> documentEvents{{"sent", DocumentEvent::sent},
                                                          {"viewed", DocumentEvent::viewed},
                                                          {"signed", DocumentEvent::signed_},
                                                          {"completed", DocumentEvent::completed},
                                                          {"declined", DocumentEvent::declined},
                                                          {"revoked", DocumentEvent::revoked},
                                                          {"expired", DocumentEvent::expired},
                                                          {"reminder", DocumentEvent::reminder},
                                                          {"authenticationFailed", DocumentEvent::authenticationFailed},
                                                          {"sendFailed", DocumentEvent::sendFailed},
                                                          {"accessCodeChanged", DocumentEvent::accessCodeChanged},
                                                          {"reopened", DocumentEvent::reopened},
                                                          {"deleted", DocumentEvent::deleted},
                                                          {"recipientChanged", DocumentEvent::recipientChanged},
                                                          {"reassigned", DocumentEvent::reassigned},
                                                          {"deliveryFailed", DocumentEvent::deliveryFailed}};

bool flagOn(Settings settings, const std::string& name) {
  for (int i = 0; i < flagCount; ++i) {
    if (name == flagName(static_cast<Flag>(i))) return wants(settings, static_cast<Flag>(i));
  }
  FAIL("no flag " << name);
  return false;
}

bool contains(const std::vector<std::size_t>& list, std::size_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// One word of the page's "Conditions", about a signer where `signer` is given.
bool holds(const DocumentNews& news, const std::string& word, std::optional<std::size_t> signer) {
  if (word == "always") return true;
  if (word == "never") return false;
  if (word.starts_with("flag ")) return flagOn(news.ownerSettings, word.substr(5));
  if (word == "e-mails on") return !news.disableEmails;
  if (word == "others still to sign") {
    return std::any_of(news.signers.begin(), news.signers.end(), [](const auto& one) { return !one.done; });
  }
  if (!signer) FAIL("only signers can be: " << word);
  const auto& one = news.signers[*signer];
  if (word == "turn begins") return one.nowInvited;
  if (word == "asked") return one.invited || one.nowInvited;
  if (word == "asked before") return one.invited && !one.nowInvited;
  if (word == "reminded") {
    return one.invited && !one.done && (news.remindOnly.empty() || contains(news.remindOnly, *signer));
  }
  if (word == "not the subject") return news.subject != signer;
  FAIL("the page uses an unknown condition: " << word);
  return false;
}

bool allHold(const DocumentNews& news, const Cells& row, std::optional<std::size_t> signer) {
  static std::map<std::string, Cells> split;
  auto& words = split[row[2]];
  if (words.empty()) words = cellsOf(row[2], ';');
  return std::all_of(words.begin(), words.end(), [&](const auto& word) { return holds(news, word, signer); });
}

// person → (receiver, text), by the page alone.
using Heard = std::map<std::string, std::pair<std::string, std::string>>;

void hear(Heard& heard, const std::vector<std::string>& order, const std::string& person, const Cells& row) {
  const auto rank = [&](const std::string& receiver) {
    const auto found = std::find(order.begin(), order.end(), receiver);
    if (found == order.end()) FAIL("no precedence for " << receiver);
    return found - order.begin();
  };
  const auto known = heard.find(person);
  if (known == heard.end() || rank(row[1]) < rank(known->second.first)) heard[person] = {row[1], row[3]};
}

Heard expected(const std::vector<Cells>& rows, const std::vector<std::string>& order, const std::string& event,
               const DocumentNews& news) {
  Heard heard;
  for (const auto& row : rows) {
    if (row[0] != event) continue;
    const std::string& receiver = row[1];
    if (receiver == "signer" || receiver == "signer to sign") {
      for (std::size_t i = 0; i < news.signers.size(); ++i) {
        if (allHold(news, row, i)) hear(heard, order, news.signers[i].person.key, row);
      }
    } else if (receiver == "owner") {
      if (news.principal && news.principalIsOwner && allHold(news, row, {})) {
        hear(heard, order, news.principal->key, row);
      }
    } else if (receiver == "operating user") {
      if (news.principal && !news.principalIsOwner && allHold(news, row, {})) {
        hear(heard, order, news.principal->key, row);
      }
    } else if (receiver == "sender") {
      if (allHold(news, row, {})) hear(heard, order, news.sender.key, row);
    } else if (receiver == "former signer") {
      if (news.former && allHold(news, row, {})) hear(heard, order, news.former->key, row);
    } else if (receiver == "cc") {
      for (const auto& person : news.cc) {
        if (allHold(news, row, {})) hear(heard, order, person.key, row);
      }
    } else {
      FAIL("the page names an unknown receiver: " << receiver);
    }
  }
  return heard;
}

// What the planner says, with "once per person" watched on the way.
std::map<std::string, std::string> planned(const DocumentNews& news) {
  std::map<std::string, std::string> out;
  for (const auto& message : whoHears(news)) {
    const bool first = out.emplace(message.to.key, message.kind).second;
    if (!first) FAIL("planned twice: " << message.to.key);
  }
  return out;
}

std::map<std::string, std::string> textsOf(const Heard& heard) {
  std::map<std::string, std::string> out;
  for (const auto& [person, what] : heard) out[person] = what.second;
  return out;
}

Person person(const std::string& name) { return {name, name + "@cubeflakes.com", name + "@cubeflakes.com", "EN"}; }

DocumentNews plainNews(DocumentEvent event) {
  DocumentNews news;
  news.event = event;
  news.documentId = "0192f0c1-0000-7000-8000-000000000001";
  news.title = "Service agreement";
  news.sender = person("hankwhite");
  return news;
}

// done × asked before × turn begins, as bits; a done signer was asked.
std::vector<DocumentSigner> signersOf(unsigned first, unsigned second) {
  std::vector<DocumentSigner> out;
  for (const unsigned bits : {first, second}) {
    DocumentSigner signer;
    signer.id = "signer" + std::to_string(out.size());
    signer.person = person(out.empty() ? "david" : "legaldesk");
    signer.done = (bits & 1U) != 0;
    signer.invited = (bits & 2U) != 0;
    signer.nowInvited = (bits & 4U) != 0;
    out.push_back(signer);
  }
  return out;
}

// Every combination of authority, e-mails, settings, signers, subject and reminder list.
template <class Check>
void everyCase(DocumentEvent event, Check&& check) {
  std::vector<Settings> settings{0, (Settings{1} << flagCount) - 1};
  for (int i = 0; i < flagCount; ++i) settings.push_back(Settings{1} << i);
  const std::vector<std::optional<std::size_t>> subjects{std::nullopt, 0, 1};
  const std::vector<std::vector<std::size_t>> reminders{{}, {0}, {1}, {0, 1}};
  for (const int authority : {0, 1, 2}) {
    for (const bool disableEmails : {false, true}) {
      for (const Settings owner : settings) {
        if (authority != 1 && owner != 0 && owner != settings[1]) continue;  // flags are the owner's
        for (unsigned states = 0; states < 64; ++states) {
          for (const auto& subject : subjects) {
            for (const auto& only : reminders) {
              if (!only.empty() && event != DocumentEvent::reminder) continue;
              DocumentNews news = plainNews(event);
              if (authority != 0) news.principal = person("luthercooper");
              news.principalIsOwner = authority == 1;
              news.disableEmails = disableEmails;
              news.ownerSettings = owner;
              news.signers = signersOf(states % 8, states / 8);
              news.cc = {person("copy")};
              if (event == DocumentEvent::recipientChanged && subject) news.former = person("alexgayle");
              news.subject = subject;
              news.remindOnly = only;
              check(news);
            }
          }
        }
      }
    }
  }
}

}  // namespace

TEST_CASE("The page has a row for every event and receiver of a document", "[notifications]") {
  std::set<std::pair<std::string, std::string>> cells;
  for (const auto& row : table("documents")) {
    REQUIRE(row.size() >= 4);
    CAPTURE(row[0], row[1]);
    CHECK(documentEvents.contains(row[0]));
    CHECK(cells.emplace(row[0], row[1]).second);
    CHECK((row[2] == "never") == (row[3] == "–"));
  }
  CHECK(cells.size() == documentEvents.size() * precedence().size());
}

TEST_CASE("Documents: the planner does what the page says in every case", "[notifications]") {
  const auto rows = table("documents");
  const auto order = precedence();
  for (const auto& [name, event] : documentEvents) {
    std::size_t cases = 0;
    std::size_t wrong = 0;
    everyCase(event, [&](const DocumentNews& news) {
      ++cases;
      if (planned(news) == textsOf(expected(rows, order, name, news))) return;
      if (++wrong == 1) {
        CAPTURE(name, news.disableEmails, news.ownerSettings, news.principalIsOwner);
        CHECK(planned(news) == textsOf(expected(rows, order, name, news)));
      }
    });
    CAPTURE(name, cases);
    CHECK(wrong == 0);
  }
}

TEST_CASE("Who is two receivers of one event hears one text, the one the page puts first", "[notifications]") {
  const auto rows = table("documents");
  const auto order = precedence();
  std::size_t cases = 0;
  // Places: owner or operating user, sender, first signer, second signer, cc.
  for (const auto& [name, event] : documentEvents) {
    for (const bool grant : {true, false}) {
      for (int a = 0; a < 5; ++a) {
        for (int b = a + 1; b < 5; ++b) {
          for (unsigned states = 0; states < 64; ++states) {
            DocumentNews news = plainNews(event);
            news.principal = person("luthercooper");
            news.principalIsOwner = grant;
            news.ownerSettings = (Settings{1} << flagCount) - 1;
            news.signers = signersOf(states % 8, states / 8);
            news.cc = {person("copy")};
            news.subject = 0;
            const std::vector<Person*> places{&*news.principal, &news.sender, &news.signers[0].person,
                                              &news.signers[1].person, &news.cc[0]};
            *places[static_cast<std::size_t>(b)] = *places[static_cast<std::size_t>(a)];
            CAPTURE(name, grant, a, b, states);
            if (planned(news) != textsOf(expected(rows, order, name, news))) FAIL_CHECK("two roles, one mail");
            ++cases;
          }
        }
      }
    }
  }
  CHECK(cases == documentEvents.size() * 2 * 10 * 64);
}

TEST_CASE("One person with two places to sign gets one request with both links", "[notifications]") {
  DocumentNews news = plainNews(DocumentEvent::sent);
  news.signers = signersOf(4, 4);
  news.signers[1].person = news.signers[0].person;
  news.signers[1].hasAccessCode = true;
  const auto messages = whoHears(news);
  REQUIRE(messages.size() == 1);
  REQUIRE(messages[0].links.size() == 2);
  CHECK(messages[0].links[0].id == "signer0");
  CHECK(messages[0].links[1].id == "signer1");
  CHECK(messages[0].accessCode);
}

TEST_CASE("Identities and invitations: the planner does what the page says", "[notifications]") {
  const std::map<std::string, IdentityEvent> events{
      {"asked", IdentityEvent::asked},       {"approved", IdentityEvent::approved}, {"denied", IdentityEvent::denied},
      {"narrowed", IdentityEvent::narrowed}, {"revoked", IdentityEvent::revoked},   {"changed", IdentityEvent::changed},
      {"deleted", IdentityEvent::deleted}};
  const auto rows = table("identities");
  CHECK(rows.size() == events.size() * 2);
  for (const auto& [name, event] : events) {
    for (const bool byOwner : {true, false}) {
      for (const bool grantEnded : {true, false}) {
        IdentityNews news;
        news.event = event;
        news.identityId = "identity";
        news.grantId = grantEnded ? "grant" : "";
        news.round = 3;
        news.owner = person("luthercooper");
        news.creator = person("hankwhite");
        news.byOwner = byOwner;
        const auto holdsHere = [&](const std::string& word) {
          if (word == "always") return true;
          if (word == "never") return false;
          if (word == "by the owner") return byOwner;
          if (word == "not by the owner") return !byOwner;
          if (word == "grant ended") return grantEnded;
          FAIL("the page uses an unknown condition: " << word);
          return false;
        };
        std::map<std::string, std::string> heard;
        for (const auto& row : rows) {
          if (row[0] != name || !holdsHere(row[2])) continue;
          heard[row[1] == "owner" ? news.owner.key : news.creator.key] = row[3];
        }
        std::map<std::string, std::string> said;
        for (const auto& message : whoHears(news)) said[message.to.key] = message.kind;
        CAPTURE(name, byOwner, grantEnded);
        CHECK(said == heard);
      }
    }
  }
  const auto invitation = table("invitations");
  REQUIRE(invitation.size() == 1);
  InvitationNews news;
  news.userId = "user";
  news.round = 2;
  news.invitee = person("legaldesk");
  const auto messages = whoHears(news);
  REQUIRE(messages.size() == 1);
  CHECK(std::string(messages[0].kind) == invitation[0][3]);
  CHECK(messages[0].to.key == news.invitee.key);
}

TEST_CASE("Webhooks: every Admin is told that one was switched off", "[notifications]") {
  const auto rows = table("webhooks");
  REQUIRE(rows.size() == 1);
  WebhookNews news;
  news.admins = {person("luthercooper"), person("hankwhite")};
  const auto messages = whoHears(news);
  REQUIRE(messages.size() == 2);
  for (std::size_t i = 0; i < messages.size(); ++i) {
    CHECK(std::string(messages[i].kind) == rows[0][3]);
    CHECK(messages[i].to.key == news.admins[i].key);
  }
}

TEST_CASE("The catalogue has the texts of the page and no other", "[notifications]") {
  std::set<std::string> used;
  for (const char* name : {"identities", "invitations", "webhooks", "documents"}) {
    for (const auto& row : table(name)) {
      if (row[3] != "–") used.insert(row[3]);
    }
  }
  std::set<std::string> described;
  for (const auto& row : table("texts")) described.insert(row[0]);
  const auto kinds = textKinds();
  const std::set<std::string> known(kinds.begin(), kinds.end());
  CHECK(described == used);
  CHECK(known == used);
}

TEST_CASE("Texts carry the link, checkpoint and attachment of the page", "[notifications]") {
  std::map<std::string, Cells> rows;
  for (const auto& row : table("texts")) rows[row[0]] = row;
  for (const auto& [kind, row] : rows) {
    CAPTURE(kind);
    CHECK(mentions(kind, "link") == (row[2] != "–"));
    CHECK(mentions(kind, "checkpoint") == (row[3] == "yes"));
    CHECK(mentions(kind, "attach") == (row[4] != "–"));
  }

  const std::map<std::string, std::string> linkKinds{{"consent", "c"}, {"revoke", "r"}, {"invite", "i"}, {"sign", "s"}};
  const auto check = [&](const PlannedMessage& message, bool linkIsAddedLater) {
    const std::string kind(message.kind);
    CAPTURE(kind);
    const auto& row = rows.at(kind);
    CHECK(message.inOnesName == (row[1] == "name"));
    if (row[2] == "–" || linkIsAddedLater) {
      CHECK(message.links.empty());
    } else {
      REQUIRE(message.links.size() == 1);
      CHECK(std::string(message.links[0].kind) == linkKinds.at(row[2]));
    }
  };
  for (const auto& [name, event] : documentEvents) {
    for (const bool attach : {false, true}) {
      DocumentNews news = plainNews(event);
      news.principal = person("luthercooper");
      news.principalIsOwner = true;
      news.ownerSettings = (Settings{1} << flagCount) - 1;
      if (!attach) news.ownerSettings &= ~(Settings{1} << static_cast<int>(Flag::attachSignedDocument));
      news.signers = signersOf(2, 4);
      news.former = person("alexgayle");
      news.cc = {person("copy")};
      for (const auto& message : whoHears(news)) {
        check(message, message.kind.ends_with(".owner"));
        CHECK(message.attach == (attach && rows.at(std::string(message.kind))[4] == "flag attachSignedDocument"));
      }
    }
  }
  for (int event = 0; event <= static_cast<int>(IdentityEvent::deleted); ++event) {
    IdentityNews news;
    news.event = static_cast<IdentityEvent>(event);
    news.identityId = "identity";
    news.grantId = "grant";
    news.owner = person("luthercooper");
    news.creator = person("hankwhite");
    for (const auto& message : whoHears(news)) check(message, false);
  }
}
