#include "identities/consent_text.h"

#include <catch2/catch.hpp>

#include "base/crypto.h"

using namespace stead;
using namespace stead::identities;

namespace {

ConsentTerms sample() {
  return {.ownerName = "Luther Cooper",
          .ownerEmail = "luthercooper@cubeflakes.com",
          .creatorName = "Hank White",
          .creatorEmail = "hankwhite@cubeflakes.com",
          .accountName = "Cubeflakes",
          .productName = "Stead",
          .operations = allDelegable(),
          .from = std::nullopt,
          .until = std::nullopt};
}

}  // namespace

TEST_CASE("The consent text says who asks, what is seen, which acts, how long, and how to stop it", "[identities]") {
  ConsentTerms terms = sample();
  terms.operations = operationSetFrom("document.send document.remind");
  terms.until = 1'767'225'600'000;  // 2026-01-01T00:00:00Z
  const ConsentText text = consentText(terms, "EN");
  CHECK(text.locale == "EN");
  for (const char* part :
       {"Hank White (hankwhite@cubeflakes.com) of Cubeflakes asks you, Luther Cooper (luthercooper@cubeflakes.com)",
        "\"Luther Cooper via Stead\"", "- Send documents to others for signature", "- Remind signers",
        "begins when you approve it and ends on 1 Jan 2026, 00:00 UTC", "You can stop this any time",
        "Mails you get"}) {
    CAPTURE(part);
    CHECK(text.text.find(part) != std::string::npos);
  }
  CHECK(text.text.find("Take back") == std::string::npos);
  CHECK(text.text.find('{') == std::string::npos);
  CHECK(text.hash == crypto::hex(crypto::sha256(bytesOf(text.text))));
}

TEST_CASE("Every operation that can be delegated has a sentence of its own", "[identities]") {
  const std::string all = consentText(sample(), "EN").text;
  std::size_t sentences = 0;
  for (auto at = all.find("\n- "); at != std::string::npos; at = all.find("\n- ", at + 1)) ++sentences;
  CHECK(sentences == namesOf(allDelegable()).size());
  for (const auto name : namesOf(allDelegable())) {
    CAPTURE(std::string(name));
    ConsentTerms one = sample();
    one.operations = operationSetFrom(name);
    CHECK_NOTHROW(consentText(one, "EN"));
  }
}

TEST_CASE("The same request gives the same text, any other another", "[identities]") {
  const std::string hash = consentText(sample(), "EN").hash;
  CHECK(consentText(sample(), "EN").hash == hash);
  CHECK(consentText(sample(), "KO").hash == hash);  // English where there are no words
  CHECK(consentText(sample(), "DE").hash != hash);
  CHECK(consentText(sample(), "Default").locale == "EN");
  std::vector<ConsentTerms> others(9, sample());
  others[0].ownerName = "Luther C.";
  others[1].ownerEmail = "david@cubeflakes.com";
  others[2].creatorName = "Legal Desk";
  others[3].creatorEmail = "legaldesk@cubeflakes.com";
  others[4].accountName = "Other";
  others[5].productName = "Other";
  others[6].operations = operationSetFrom("document.send");
  others[7].from = 5;
  others[8].until = 5;
  for (const auto& other : others) {
    CAPTURE(&other - others.data());
    CHECK(consentText(other, "EN").hash != hash);
  }
}

TEST_CASE("A name cannot bring placeholders of its own", "[identities]") {
  ConsentTerms terms = sample();
  terms.ownerName = "{creator} {nothing} {";
  const std::string text = consentText(terms, "EN").text;
  CHECK(text.find("asks you, {creator} {nothing} { (luther") != std::string::npos);
}
