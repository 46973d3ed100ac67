#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/email.h"
#include "base/error.h"
#include "base/text.h"
#include "notifications/compose.h"
#include "notifications/render.h"

using namespace stead;
using namespace stead::notifications;

namespace {

const std::string rightToLeftOverride = "\xE2\x80\xAE";
const std::string isolate = "\xE2\x81\xA6";
const std::string emoji = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xE2\x9A\x96\xEF\xB8\x8F";

EngineOptions options() {
  EngineOptions out;
  out.publicUrl = "https://sign.cubeflakes.com";
  out.productName = "Stead";
  out.mailFrom = "no-reply@cubeflakes.com";
  return out;
}

Json someone(const std::string& name, const std::string& email) { return {{"name", name}, {"email", email}}; }

// Content with every member any text may ask for.
Json fullContent(const std::string& kind, const std::string& name) {
  Json content = {{"to", someone(name, "david@cubeflakes.com")},
                  {"owner", someone(name, "luthercooper@cubeflakes.com")},
                  {"creator", someone(name, "hankwhite@cubeflakes.com")},
                  {"sender", someone(name, "hankwhite@cubeflakes.com")},
                  {"subject", someone(name, "david@cubeflakes.com")},
                  {"principal", someone(name, "luthercooper@cubeflakes.com")},
                  {"accountName", name},
                  {"inviterName", name},
                  {"title", name},
                  {"message", name},
                  {"reason", "consentRevoked"},
                  {"operations", {"document.send", "document.view"}},
                  {"changes", {"name", "notificationSettings"}},
                  {"from", 1790000000000},
                  {"until", 1800000000000},
                  {"documentId", "0192f0c1-0000-7000-8000-000000000001"},
                  {"accessCode", true},
                  {"attach", true}};
  if (kind.ends_with(".signer") || kind.ends_with(".cc") || kind.ends_with(".former")) {
    content["inNameOf"] = someone(name, "luthercooper@cubeflakes.com");
    content["sentBy"] = someone(name, "hankwhite@cubeflakes.com");
  }
  return content;
}

const AtLeaving leaving{.links = {"https://sign.cubeflakes.com/s/token"}, .checkpoint = "origin\n7\nroot\n\n— sig\n"};

bool isHeaderSafe(const std::string& value) {
  return text::isUtf8(value) && !text::hasControl(value) && value.find(rightToLeftOverride) == std::string::npos &&
         value.find(isolate) == std::string::npos;
}

std::string mailText(const std::string& kind, const Json& content) {
  return compose(options(), kind, content, leaving).at("text").get<std::string>();
}

}  // namespace

TEST_CASE("No name, however hostile, breaks out of a header or a sentence, in any kind of mail", "[notifications]") {
  std::string long80;
  for (int i = 0; i < 80; ++i) long80 += "\xF0\x9F\x98\x80";
  const std::string names[] = {"Luther\r\nBcc: legaldesk@cubeflakes.com\r\n\r\nHello",
                               "Luther\nCooper",
                               "Luther\xC2\x85\xE2\x80\xA8\xE2\x80\xA9"
                               "Cooper",
                               "\x01\x1B[31mLuther\x7F",
                               "\"Luther\" <evil@cubeflakes.com>, Cooper; 'x'",
                               rightToLeftOverride + "repooC rehtuL" + isolate,
                               "{link} {checkpoint} {?x} {",
                               emoji + " Luther",
                               long80};
  for (const auto& kind : textKinds()) {
    for (const auto& name : names) {
      const Json item = compose(options(), kind, fullContent(kind, name), leaving);
      CAPTURE(kind, name);
      CHECK(isHeaderSafe(item.at("subject").get<std::string>()));
      CHECK_FALSE(item.at("subject").get<std::string>().empty());
      for (const char* member : {"from", "to", "replyTo"}) {
        if (!item.contains(member)) continue;
        CHECK(isHeaderSafe(item.at(member).at("name").get<std::string>()));
        CHECK(parseEmail(item.at(member).at("email").get<std::string>()));
      }
      // In the text only our own line breaks are left.
      const auto body = item.at("text").get<std::string>();
      CHECK(body.find('\r') == std::string::npos);
      CHECK(body.find("\nBcc:") == std::string::npos);
      CHECK(body.find(rightToLeftOverride) == std::string::npos);
      CHECK(body.find(isolate) == std::string::npos);
      CHECK(body.find('\x1B') == std::string::npos);
    }
  }
}

TEST_CASE("What is harmless in a name stays as it was written", "[notifications]") {
  CHECK(oneLine("\"Luther\" <the> O'Cooper") == "\"Luther\" <the> O'Cooper");
  CHECK(oneLine(emoji) == emoji);
  CHECK(oneLine("\xD7\x9C\xD7\x95\xD7\xAA\xD7\xA8") == "\xD7\x9C\xD7\x95\xD7\xAA\xD7\xA8");
  CHECK(oneLine(" a\r\nb\tc ") == "a b c");
  CHECK(oneLine("") == "");
  CHECK(oneLine("\r\n") == "");
}

TEST_CASE("A message is quoted line by line", "[notifications]") {
  CHECK(quotedLines("Please sign.") == "> Please sign.\n");
  CHECK(quotedLines("One\r\nTwo\n\nRead and sign:\nhttps://evil.example/") ==
        "> One\n> Two\n>\n> Read and sign:\n> https://evil.example/\n");
  CHECK(quotedLines("") == "");
}

TEST_CASE("From and Reply-To follow the receiver", "[notifications]") {
  const Json inName =
      compose(options(), "document.request.signer", fullContent("document.request.signer", "Luther Cooper"), leaving);
  CHECK(inName.at("from") == Json({{"name", "Luther Cooper via Stead"}, {"email", "no-reply@cubeflakes.com"}}));
  CHECK(inName.at("replyTo") == Json({{"name", "Luther Cooper"}, {"email", "luthercooper@cubeflakes.com"}}));
  CHECK(inName.at("to") == Json({{"name", "Luther Cooper"}, {"email", "david@cubeflakes.com"}}));

  const Json ours =
      compose(options(), "document.completed.owner", fullContent("document.completed.owner", "Luther Cooper"), leaving);
  CHECK(ours.at("from") == Json({{"name", "Stead"}, {"email", "no-reply@cubeflakes.com"}}));
  CHECK_FALSE(ours.contains("replyTo"));
}

TEST_CASE("A receiver without a name goes by the address", "[notifications]") {
  Json content = fullContent("document.sent.cc", "Luther Cooper");
  content["to"] = someone("", "legaldesk@cubeflakes.com");
  const Json item = compose(options(), "document.sent.cc", content, leaving);
  CHECK(item.at("to").at("name") == "legaldesk@cubeflakes.com");
  CHECK(item.at("text").get<std::string>().starts_with("Hello legaldesk@cubeflakes.com,\n"));
}

TEST_CASE("A signature request reads as it should", "[notifications]") {
  Json content = fullContent("document.request.signer", "Luther Cooper");
  content["to"] = someone("David", "david@cubeflakes.com");
  content["sentBy"] = someone("Hank White", "hankwhite@cubeflakes.com");
  content["title"] = "Service agreement";
  content["message"] = "Please sign by Friday.";
  content.erase("accessCode");
  const Json item = compose(options(), "document.request.signer", content, leaving);
  CHECK(item.at("subject") == "Luther Cooper asks you to sign: Service agreement");
  CHECK(item.at("link") == "https://sign.cubeflakes.com/s/token");
  CHECK(item.at("text") ==
        "Hello David,\n"
        "\n"
        "Luther Cooper (luthercooper@cubeflakes.com) asks you to sign “Service agreement”.\n"
        "\n"
        "It was sent by Hank White (hankwhite@cubeflakes.com) on behalf of Luther Cooper.\n"
        "\n"
        "Message from Luther Cooper:\n"
        "> Please sign by Friday.\n"
        "\n"
        "Read and sign:\n"
        "https://sign.cubeflakes.com/s/token\n"
        "\n"
        "Keep this link to yourself: whoever has it can sign in your place.\n");
}

TEST_CASE("A consent request says who asks for what, for how long, and how to answer", "[notifications]") {
  Json content = fullContent("identity.asked.owner", "Luther Cooper");
  content["creator"] = someone("Hank White", "hankwhite@cubeflakes.com");
  content["accountName"] = "Cubeflakes";
  const std::string body = mailText("identity.asked.owner", content);
  for (const char* part :
       {"Hank White (hankwhite@cubeflakes.com) of Cubeflakes", "Luther Cooper (luthercooper@cubeflakes.com)",
        "- send documents for signature\n- view these documents\n", "narrow or end the permission",
        "https://sign.cubeflakes.com/s/token", "Nothing happens in your name unless you approve."}) {
    CAPTURE(part);
    CHECK(body.find(part) != std::string::npos);
  }
  struct Row {
    bool from;
    bool until;
    const char* words;
  };
  const Row rows[] = {{false, false, "would last from the approval until it is ended."},
                      {true, false, "would last from 21 Sep 2026, 14:13 UTC until it is ended."},
                      {false, true, "would last until 15 Jan 2027, 08:00 UTC."},
                      {true, true, "would last from 21 Sep 2026, 14:13 UTC until 15 Jan 2027, 08:00 UTC."}};
  for (const auto& row : rows) {
    Json period = content;
    if (!row.from) period.erase("from");
    if (!row.until) period.erase("until");
    CAPTURE(row.words);
    CHECK(mailText("identity.asked.owner", period).find(row.words) != std::string::npos);
  }
}

TEST_CASE("Completion mails carry the checkpoint as it is, and say when there is none", "[notifications]") {
  const Json content = fullContent("document.completed.owner", "Luther Cooper");
  CHECK(mailText("document.completed.owner", content).ends_with("\norigin\n7\nroot\n\n— sig\n"));
  AtLeaving without = leaving;
  without.checkpoint.clear();
  CHECK(compose(options(), "document.completed.owner", content, without)
            .at("text")
            .get<std::string>()
            .ends_with("(could not be made at this moment)\n"));
}

TEST_CASE("Optional paragraphs come and go with their value", "[notifications]") {
  const std::string attached = "The completed document and its audit trail come with this mail.";
  Json content = fullContent("document.completed.owner", "Luther Cooper");
  CHECK(mailText("document.completed.owner", content).find(attached) != std::string::npos);
  CHECK(compose(options(), "document.completed.owner", content, leaving).at("attach") == true);
  content.erase("attach");
  CHECK(mailText("document.completed.owner", content).find(attached) == std::string::npos);
  CHECK_FALSE(compose(options(), "document.completed.owner", content, leaving).contains("attach"));

  const AtLeaving noLink{.links = {}, .checkpoint = leaving.checkpoint};
  const Json receipt =
      compose(options(), "identity.approved.owner", fullContent("identity.approved.owner", "Luther Cooper"), noLink);
  CHECK_FALSE(receipt.contains("link"));
  CHECK(receipt.at("text").get<std::string>().find("It has been ended since.") != std::string::npos);
}

TEST_CASE("A mail with a hole, of an unknown kind, never leaves", "[notifications]") {
  const auto codeOf = [](const std::string& kind, const Json& content) {
    try {
      static_cast<void>(compose(options(), kind, content, leaving));
    } catch (const Error& error) {
      return std::string(codeName(error.code()));
    }
    return std::string("composed");
  };
  Json content = fullContent("document.request.signer", "Luther Cooper");
  CHECK(codeOf("document.request.signer", content) == "composed");
  content.erase("inNameOf");
  CHECK(codeOf("document.request.signer", content) == "internalError");
  CHECK(codeOf("document.unknown.signer", content) == "internalError");
  CHECK_THROWS_AS(render("document.viewed.owner", {}), Error);
}

TEST_CASE("Every operation that can be granted has words in the catalogue", "[notifications]") {
  for (const char* operation :
       {"document.send", "document.view", "document.download", "document.auditLog", "document.remind",
        "document.revoke", "document.changeAccessCode", "document.edit", "document.cancelEditing",
        "document.changeRecipient", "document.extendExpiry", "document.prefill", "document.addAuthentication",
        "document.removeAuthentication", "document.delete", "document.tag", "document.handOver"}) {
    CAPTURE(operation);
    CHECK(phrase("operations", operation) != operation);
  }
  CHECK(phrase("operations", "document.new\r\nthing") == "document.new thing");
}
