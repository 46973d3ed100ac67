// Five languages and those a host brings: every text with every value, no words missing, nothing a user wrote as
// markup.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "base/crypto.h"
#include "identities/consent_text.h"
#include "notifications/catalogue.h"
#include "notifications/compose.h"
#include "notifications/html.h"
#include "notifications/render.h"
#include "notifications/texts.h"

using namespace stead;
using namespace stead::notifications;

namespace {

Json jsonOf(std::string_view locale) {
  for (const auto& texts : builtInTexts()) {
    if (texts.locale == locale) return Json::parse(texts.json);
  }
  FAIL("no texts in " << locale);
  return {};
}

std::vector<FieldError> problemsOf(const Json& catalogue) {
  Violations violations;
  checkCatalogue(catalogue, "/texts/IT", violations);
  return violations.fields();
}

std::string codeOfOpening(const Json& texts, std::vector<FieldError>* fields = nullptr) {
  try {
    (void)readOptions("store.db", {{"texts", texts}});
    return "opened";
  } catch (const Error& error) {
    if (fields != nullptr) *fields = error.fields();
    return codeName(error.code());
  }
}

// A content that has every member any text asks for.
Json everything(const std::string& locale) {
  const Json luther = {{"name", "Luther Cooper"}, {"email", "luthercooper@cubeflakes.com"}};
  const Json hank = {{"name", "Hank White"}, {"email", "hankwhite@cubeflakes.com"}};
  return {{"to", {{"name", "David"}, {"email", "david@cubeflakes.com"}}},
          {"locale", locale},
          {"owner", luther},
          {"creator", hank},
          {"accountName", "Cubeflakes"},
          {"inviterName", "Luther Cooper"},
          {"operations", {"document.send", "document.remind"}},
          {"changes", {"name", "locale"}},
          {"from", 1'700'000'000'000},
          {"until", 1'767'225'600'000},
          {"title", "Service agreement"},
          {"sender", hank},
          {"sentBy", hank},
          {"inNameOf", luther},
          {"principal", luther},
          {"subject", {{"name", "David"}, {"email", "david@cubeflakes.com"}}},
          {"message", "Please sign.\nThank you."},
          {"reason", "consentRevoked"},
          {"webhook", {{"name", "Desk"}, {"url", "https://cubeflakes.com/hooks"}, {"error", "503"}}},
          {"attach", true},
          {"accessCode", true}};
}

const AtLeaving leaving{{"http://localhost/s/token"}, "log/1\n5\nroot\n"};

}  // namespace

TEST_CASE("Every language has every text and every value of the English ones", "[notifications]") {
  CHECK(builtInCatalogues().locales() == std::vector<std::string>{"DE", "EN", "ES", "FR", "RO"});
  for (const std::string& locale : builtInCatalogues().locales()) {
    Violations violations;
    checkCatalogue(jsonOf(locale), "/" + locale, violations);
    for (const auto& problem : violations.fields()) {
      FAIL_CHECK(problem.field << ": " << problem.message);
    }
  }
}

TEST_CASE("Other languages have words of their own for each text and refusal", "[notifications]") {
  const Json english = jsonOf("EN");
  const char* reasons[] = {"actorInactive",
                           "noIdentity",
                           "consentPending",
                           "consentDenied",
                           "consentRevoked",
                           "grantNotStarted",
                           "grantEnded",
                           "operationNotGranted",
                           "accountWideOff",
                           "lacksSendOnBehalfOf",
                           "lacksAccountWideAccess",
                           "lacksMembership",
                           "lacksRole"};
  for (const char* locale : {"DE", "ES", "FR", "RO"}) {
    const Json own = jsonOf(locale);
    for (const auto& [kind, text] : english.at("texts").items()) {
      CAPTURE(locale, kind);
      CHECK(own.at("texts").at(kind).at("subject") != text.at("subject"));
      CHECK(own.at("texts").at(kind).at("text").size() == text.at("text").size());
    }
    for (const char* code : reasons) {
      CAPTURE(locale, code);
      CHECK(builtInCatalogues().of(locale).reason(code) != builtInCatalogues().of("EN").reason(code));
    }
  }
  CHECK(builtInCatalogues().of("EN").reason("grantEnded") == "the grant has ended");
}

TEST_CASE("Every text renders in every language without a hole", "[notifications]") {
  for (const std::string& locale : builtInCatalogues().locales()) {
    for (const std::string& kind : textKinds()) {
      CAPTURE(locale, kind);
      const Json item = compose(EngineOptions(), kind, everything(locale), leaving);
      CHECK(item.at("locale") == locale);
      for (const char* part : {"subject", "text"}) {
        const std::string words = item.at(part);
        CHECK_FALSE(words.empty());
        CHECK(words.find('{') == std::string::npos);
        CHECK(words.find('}') == std::string::npos);
      }
      CHECK(item.at("html").get<std::string>().find("<html lang=\"") != std::string::npos);
    }
  }
}

TEST_CASE("The receiver's language is used, English where there is none", "[notifications]") {
  const struct {
    const char* locale;
    const char* used;
    const char* subject;
  } rows[] = {{"EN", "EN", "Expired: Service agreement"},     {"DE", "DE", "Abgelaufen: Service agreement"},
              {"ES", "ES", "Vencido: Service agreement"},     {"FR", "FR", "Expiré : Service agreement"},
              {"RO", "RO", "Expirat: Service agreement"},     {"IT", "EN", "Expired: Service agreement"},
              {"Default", "EN", "Expired: Service agreement"}};
  for (const auto& row : rows) {
    CAPTURE(row.locale);
    const Json item = compose(EngineOptions(), "document.expired.sender", everything(row.locale), {});
    CHECK(item.at("locale") == row.used);
    CHECK(item.at("subject") == row.subject);
  }
}

TEST_CASE("Moments are written as the language writes them", "[notifications]") {
  constexpr std::int64_t at = 1'767'225'600'000;  // 2026-01-01T00:00:00Z
  const Catalogues& all = builtInCatalogues();
  CHECK(all.of("EN").moment(at) == "1 Jan 2026, 00:00 UTC");
  CHECK(all.of("DE").moment(at) == "1. Januar 2026, 00:00 UTC");
  CHECK(all.of("ES").moment(at) == "1 de enero de 2026, 00:00 UTC");
  CHECK(all.of("FR").moment(at) == "1 janvier 2026, 00:00 UTC");
  CHECK(all.of("RO").moment(at) == "1 ianuarie 2026, 00:00 UTC");
}

TEST_CASE("A host's catalogue is used once it is whole, and every lack is named", "[notifications]") {
  Json italian = jsonOf("EN");
  italian["texts"]["document.expired.sender"]["subject"] = "Scaduto: {title}";
  const EngineOptions options = readOptions("store.db", {{"texts", {{"IT", italian}}}});
  const Json item = compose(options, "document.expired.sender", everything("IT"), {});
  CHECK(item.at("subject") == "Scaduto: Service agreement");
  CHECK(compose(options, "document.expired.sender", everything("DE"), {}).at("locale") == "DE");

  Json own = jsonOf("EN");
  own["texts"]["document.expired.sender"]["subject"] = "Over: {title}";
  const EngineOptions houseWords = readOptions("store.db", {{"texts", {{"EN", own}}}});
  CHECK(compose(houseWords, "document.expired.sender", everything("EN"), {}).at("subject") ==
        "Over: Service agreement");

  const struct {
    const char* pointer;
    Json value;
    const char* field;
  } rows[] = {
      {"/texts/document.expired.sender/subject", "{titel}", "/texts/IT/texts/document.expired.sender"},
      {"/texts/document.expired.sender/subject", "{title", "/texts/IT/texts/document.expired.sender"},
      {"/texts/document.expired.sender/subject", "}{title}{", "/texts/IT/texts/document.expired.sender"},
      {"/texts/document.expired.sender/subject", "{?title}{title}", "/texts/IT/texts/document.expired.sender"},
      {"/texts/document.completed.sender/text/2", "So: {>checkpoint}", "/texts/IT/texts/document.completed.sender"},
      {"/texts/document.expired.sender/text", Json::array(), "/texts/IT/texts/document.expired.sender"},
      {"/texts/document.expired.sender", 7, "/texts/IT/texts/document.expired.sender"},
      {"/phrases/periodUntil", "fino a", "/texts/IT/phrases/periodUntil"},
      {"/operations/document.send", nullptr, "/texts/IT/operations/document.send"},
      {"/reasons", 7, "/texts/IT/reasons"},
      {"/operations/document.new", "{", "/texts/IT/operations/document.new"},
      {"/texts/document.new", {{"subject", "x"}, {"text", {"{>nothing}"}}}, "/texts/IT/texts/document.new"},
      {"/dates/months/11", 12, "/texts/IT/dates/months"},
      {"/dates/pattern", "{day}", "/texts/IT/dates/pattern"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.pointer);
    Json broken = jsonOf("EN");
    broken[Json::json_pointer(row.pointer)] = row.value;
    std::vector<FieldError> fields;
    CHECK(codeOfOpening({{"IT", broken}}, &fields) == "invalidRecord");
    REQUIRE(fields.size() == 1);
    CHECK(fields[0].field == row.field);
  }
  CHECK(codeOfOpening({{"XX", italian}}) == "invalidRecord");
  CHECK(codeOfOpening({{"IT", 7}}) == "invalidRecord");
  CHECK(problemsOf(Json::object()).size() > 40);
}

TEST_CASE("What users wrote never becomes markup", "[notifications]") {
  Json content = everything("EN");
  const std::string hostile = "<script>alert('x')</script>\" onload=\"&";
  for (const char* name : {"title", "message"}) content[name] = hostile;
  for (const char* name : {"owner", "creator", "sender", "sentBy", "principal", "subject", "to"}) {
    content[name]["name"] = hostile;
  }
  content["inNameOf"] = {{"name", hostile}, {"email", "luthercooper@cubeflakes.com"}};
  content["brand"] = {{"name", hostile}, {"buttonColor", "red;} body {x"}, {"logo", hostile}};
  for (const std::string& kind : textKinds()) {
    CAPTURE(kind);
    const std::string html = compose(EngineOptions(), kind, content, leaving).at("html");
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("\" onload=\"") == std::string::npos);
    CHECK(html.find("body {x") == std::string::npos);
  }
  CHECK(escaped("<a href=\"x\">&'") == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
}

TEST_CASE("The HTML form has the paragraphs, lists, quotes and links of the plain one", "[notifications]") {
  const std::string link = "http://localhost/s/a&b";
  const std::string html = mailHtml(
      "DE", "A & B",
      {"Hello David,", "You may:\n- send\n- remind", "Message:\n> Please\n>\n> sign", "Read and sign:\n" + link},
      {link}, {});
  for (const char* part : {"<html lang=\"de\">", "<title>A &amp; B</title>", "<p>Hello David,</p>",
                           "<p>You may:</p>\n<ul><li>send</li><li>remind</li></ul>",
                           "<p>Message:</p>\n<blockquote>Please<br>\n<br>\nsign</blockquote>",
                           "<a href=\"http://localhost/s/a&amp;b\"", "background:#1f4e79"}) {
    CAPTURE(part);
    CHECK(html.find(part) != std::string::npos);
  }
  const std::string branded =
      mailHtml("EN", "x", {"x\n" + link}, {link}, {"Cubeflakes", "#fff", "green", "#000000", "logo.png"});
  for (const char* part :
       {"background:green", "color:#000000", "background:#fff\"", "src=\"cid:logo.png\"", "alt=\"Cubeflakes\""}) {
    CAPTURE(part);
    CHECK(branded.find(part) != std::string::npos);
  }
  for (const char* color : {"red", "#fff", "#12345678"}) CHECK(isColor(color));
  for (const char* color : {"", "#", "#ff", "#ggg", "url(x)", "red;", "#123456789"}) CHECK_FALSE(isColor(color));
}

TEST_CASE("An owner reads the consent text in his language, and its hash is of what he read", "[notifications]") {
  identities::ConsentTerms terms{.ownerName = "Luther Cooper",
                                 .ownerEmail = "luthercooper@cubeflakes.com",
                                 .creatorName = "Hank White",
                                 .creatorEmail = "hankwhite@cubeflakes.com",
                                 .accountName = "Cubeflakes",
                                 .productName = "Stead",
                                 .operations = allDelegable(),
                                 .from = std::nullopt,
                                 .until = 1'767'225'600'000};
  const struct {
    const char* locale;
    const char* used;
    const char* part;
  } rows[] = {{"EN", "EN", "1 Jan 2026, 00:00 UTC, unless you stop it before"},
              {"DE", "DE", "am 1. Januar 2026, 00:00 UTC, sofern Sie sie nicht vorher beenden"},
              {"ES", "ES", "el 1 de enero de 2026, 00:00 UTC, salvo que usted le ponga fin antes"},
              {"FR", "FR", "le 1 janvier 2026, 00:00 UTC, sauf si vous y mettez fin avant"},
              {"RO", "RO", "la 1 ianuarie 2026, 00:00 UTC, dacă nu o opriți mai devreme"},
              {"KO", "EN", "Permission to act in your name"}};
  const std::size_t lines = [&] {
    const std::string english = identities::consentText(terms, "EN").text;
    return static_cast<std::size_t>(std::count(english.begin(), english.end(), '\n'));
  }();
  std::set<std::string> hashes;
  for (const auto& row : rows) {
    CAPTURE(row.locale);
    const auto text = identities::consentText(terms, row.locale);
    CHECK(text.locale == row.used);
    CHECK(text.text.find(row.part) != std::string::npos);
    CHECK(text.text.find('{') == std::string::npos);
    CHECK(static_cast<std::size_t>(std::count(text.text.begin(), text.text.end(), '\n')) == lines);
    CHECK(text.hash == crypto::hex(crypto::sha256(bytesOf(text.text))));
    hashes.insert(text.hash);
  }
  CHECK(hashes.size() == 5);
}
