#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "support/brands.h"
#include "support/sending_desk.h"

using namespace stead;
using namespace stead::test;

namespace {

constexpr const char* alexEmail = "alexgayle@cubeflakes.com";

using Titles = std::vector<std::string>;

Titles titlesOf(const Json& page) {
  Titles out;
  for (const Json& item : page["items"]) out.push_back(item["title"].get<std::string>());
  return out;
}

Json to(const std::string& title, std::string_view signerEmail) {
  Json request = SendingDesk::record(title);
  request["signers"] = Json::array({signerNamed("Somebody", signerEmail)});
  return request;
}

// Hank has sent two, Luther one to Hank; Alex, of a team of his own, one to Luther.
class Lists : public SendingDesk {
 public:
  Lists() : alex(office.join(alexEmail, "Alex Gayle")) {
    lease = send(hank, to("Lease", davidEmail));
    store.advance(limits::dayMs);
    Json labelled = to("Invoice", legalEmail);
    labelled["labels"] = {"renewal", "paid"};
    labelled["cc"] = Json::array({{{"emailAddress", davidEmail}}});
    labelled["expiryValue"] = 10;
    invoice = send(hank, labelled);
    offer = send(luther, to("Offer", hankEmail));
    note = send(alex, to("Note", lutherEmail));
  }

  Titles found(const Session& session, const Json& request) {
    return titlesOf(documents::list(engine, session, request));
  }
  Titles team(const Session& session, const Json& request = Json::object()) {
    return titlesOf(documents::teamList(engine, session, request));
  }
  void putInTeam(const Session& user, const std::string& teamId, const char* role) {
    (void)people::updateUser(engine, luther, user.userId, {{"role", role}});
    (void)people::assignTeam(engine, luther, user.userId, {{"teamId", teamId}});
  }

  Session alex;
  Json lease, invoice, offer, note;
};

}  // namespace

TEST_CASE("Sent, received or both", "[documents]") {
  Lists desk;
  CHECK(desk.found(desk.hank, {{"transmitType", "Sent"}}) == Titles{"Invoice", "Lease"});
  CHECK(desk.found(desk.hank, {{"transmitType", "Received"}}) == Titles{"Offer"});
  CHECK(desk.found(desk.hank, {{"transmitType", "Both"}}) == Titles{"Offer", "Invoice", "Lease"});
  CHECK(documents::list(desk.engine, desk.hank, {{"transmitType", "Both"}})["total"] == 3);
  // By pages too, each with a cursor of its own list.
  Json page = documents::list(desk.engine, desk.hank, {{"transmitType", "Both"}, {"pageSize", 2}});
  CHECK(titlesOf(page) == Titles{"Offer", "Invoice"});
  CHECK(desk.found(desk.hank, {{"transmitType", "Both"}, {"cursor", page["nextCursor"]}}) == Titles{"Lease"});
  CHECK(fieldsOf([&] { (void)desk.found(desk.hank, {{"cursor", page["nextCursor"]}}); }) == Titles{"/cursor"});
}

TEST_CASE("A recipient sees what he was told of, once, and nothing sent on behalf", "[documents]") {
  Lists desk;
  const Json received = {{"transmitType", "Received"}};
  Json twice = to("Twice", hankEmail);
  twice["signers"].push_back(signerNamed("Hank White", hankEmail, 2));
  twice["signers"][1]["formFields"] = Json::array();
  twice["enableSigningOrder"] = true;
  (void)desk.send(desk.luther, twice);
  CHECK(desk.found(desk.hank, received) == Titles{"Twice", "Offer"});
  // His own, to himself: in both lists, once.
  (void)desk.send(desk.hank, to("To myself", hankEmail));
  CHECK(desk.found(desk.hank, {{"transmitType", "Both"}}) == Titles{"To myself", "Twice", "Offer", "Invoice", "Lease"});
  // Not before his turn, and not before it is sent.
  Json second = desk.twoInOrder();
  second["title"] = "Second";
  second["signers"][1] = signerNamed("Alex Gayle", alexEmail, 2);
  const Json sent = desk.send(desk.luther, second);
  Json later = to("Later", alexEmail);
  later["scheduledSendAt"] = desk.store.now() + limits::hourMs;
  (void)desk.send(desk.luther, later);
  CHECK(desk.found(desk.alex, received).empty());
  (void)desk.sign(sent);
  CHECK(desk.found(desk.alex, received) == Titles{"Second"});
  desk.consent();
  (void)desk.send(desk.forLuther, to("In Luther's name", alexEmail));
  CHECK(desk.found(desk.alex, received) == Titles{"Second"});
}

TEST_CASE("Statuses as they look to the caller", "[documents]") {
  Lists desk;
  const auto both = [&](const Json& status) {
    return desk.found(desk.hank, {{"transmitType", "Both"}, {"status", status}});
  };
  CHECK(both({"WaitingForMe"}) == Titles{"Offer"});
  CHECK(both({"WaitingForOthers"}) == Titles{"Invoice", "Lease"});
  CHECK(both({"WaitingForOthers", "WaitingForMe"}) == Titles{"Offer", "Invoice", "Lease"});
  CHECK(both({"NeedAttention"}).empty());
  CHECK(both({"None"}) == Titles{"Offer", "Invoice", "Lease"});
  CHECK(desk.found(desk.luther, {{"status", {"WaitingForMe"}}, {"transmitType", "Received"}}) == Titles{"Note"});
  (void)desk.sign(desk.lease);
  CHECK(both({"WaitingForOthers", "Completed"}) == Titles{"Invoice", "Lease"});
  CHECK(both({"WaitingForOthers"}) == Titles{"Invoice"});
  desk.store.advance(10 * limits::dayMs);
  CHECK(both({"Expired"}) == Titles{"Invoice"});
  CHECK(both({"WaitingForOthers"}).empty());
}

TEST_CASE("Dates of sending and of expiry", "[documents]") {
  Lists desk;
  const std::int64_t now = desk.store.now();
  struct Row {
    Json request;
    Titles titles;
  };
  const Row rows[] = {
      {{{"startAt", now}}, {"Invoice"}},
      {{{"endAt", now - 1}}, {"Lease"}},
      {{{"startAt", now - limits::dayMs}, {"endAt", now}}, {"Invoice", "Lease"}},
      {{{"startAt", now + 1}}, {}},
      {{{"startAt", now}, {"dateFilterType", "SentBetween"}}, {"Invoice"}},
      {{{"endAt", now + 10 * limits::dayMs}, {"dateFilterType", "Expiring"}}, {"Invoice"}},
      {{{"startAt", now + 10 * limits::dayMs + 1}, {"dateFilterType", "Expiring"}}, {"Lease"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.request.dump());
    CHECK(desk.found(desk.hank, row.request) == row.titles);
  }
  CHECK(fieldsOf([&] { (void)desk.found(desk.hank, {{"startAt", now}, {"endAt", now - 1}}); }) == Titles{"/endAt"});
  CHECK(fieldsOf([&] { (void)desk.found(desk.hank, {{"dateFilterType", ""}}); }) == Titles{"/dateFilterType"});
}

TEST_CASE("People, labels and brands", "[documents]") {
  Lists desk;
  const std::string brand = makeBrandId(desk.engine, desk.luther);
  Json branded = to("Branded", alexEmail);
  branded["brandId"] = brand;
  (void)desk.send(desk.hank, branded);
  struct Row {
    Json request;
    Titles titles;
  };
  const Row rows[] = {
      {{{"recipients", {legalEmail}}}, {"Invoice"}},
      {{{"recipients", {davidEmail}}}, {"Invoice", "Lease"}},
      {{{"recipients", {alexEmail, legalEmail}}}, {"Branded", "Invoice"}},
      {{{"sentBy", {hankEmail}}}, {"Branded", "Invoice", "Lease"}},
      {{{"sentBy", {lutherEmail}}}, {}},
      {{{"sentBy", {lutherEmail}}, {"transmitType", "Both"}}, {"Offer"}},
      {{{"labels", {"paid", "nothing like it"}}}, {"Invoice"}},
      {{{"labels", {"pai"}}}, {}},
      {{{"brandIds", {brand}}}, {"Branded"}},
      {{{"brandIds", {brand}}, {"labels", {"paid"}}}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.request.dump());
    CHECK(desk.found(desk.hank, row.request) == row.titles);
  }
  const Json wrong = {{"recipients", {"x"}}, {"sentBy", {davidEmail, 1}}, {"brandIds", {"y"}}, {"labels", {""}}};
  CHECK(fieldsOf([&] { (void)desk.found(desk.hank, wrong); }) ==
        Titles{"/labels/0", "/brandIds/0", "/sentBy/1", "/recipients/0"});
}

TEST_CASE("On behalf: by identity and by signer", "[documents]") {
  SendingDesk desk;
  desk.consent();
  (void)desk.send(desk.forLuther, to("Lease", davidEmail));
  (void)desk.send(desk.forLuther, to("Invoice", legalEmail));
  const auto found = [&](const Json& request) {
    return titlesOf(documents::behalfList(desk.engine, desk.hank, request));
  };
  CHECK(found({{"signers", {legalEmail}}}) == Titles{"Invoice"});
  CHECK(found({{"identityEmails", {lutherEmail, davidEmail}}}) == Titles{"Invoice", "Lease"});
  CHECK(found({{"identityEmails", {davidEmail}}}).empty());
  CHECK(found({{"status", {"WaitingForOthers"}}, {"search", "lea"}}) == Titles{"Lease"});
  CHECK(fieldsOf([&] { (void)found({{"transmitType", "Both"}}); }) == Titles{"/transmitType"});
  CHECK(fieldsOf([&] {
          (void)found({{"identityEmail", lutherEmail}, {"identityEmails", {lutherEmail}}});
        }) == Titles{"/identityEmail"});
}

TEST_CASE("A team's documents: all for an Admin, his team's for a TeamAdmin, refused to others", "[documents]") {
  Lists desk;
  const std::string sales = people::createTeam(desk.engine, desk.luther, {{"name", "Sales"}})["id"];
  const std::string legal = people::createTeam(desk.engine, desk.luther, {{"name", "Legal"}})["id"];
  CHECK(codeOf([&] { (void)desk.team(desk.hank); }) == "lacksRole");
  desk.putInTeam(desk.hank, sales, "TeamAdmin");
  desk.putInTeam(desk.alex, legal, "Member");
  desk.consent();
  (void)desk.send(desk.forLuther, to("In Luther's name", davidEmail));

  CHECK(desk.team(desk.luther) == Titles{"Note", "Offer", "Invoice", "Lease"});
  CHECK(desk.team(desk.hank) == Titles{"Invoice", "Lease"});
  CHECK(codeOf([&] { (void)desk.team(desk.alex); }) == "lacksRole");
  CHECK(desk.team(desk.luther, {{"teamIds", {legal}}}) == Titles{"Note"});
  CHECK(desk.team(desk.luther, {{"teamIds", {legal, sales}}}) == Titles{"Note", "Invoice", "Lease"});
  CHECK(desk.team(desk.luther, {{"userIds", {desk.luther.userId}}}) == Titles{"Offer"});
  CHECK(desk.team(desk.hank, {{"teamIds", {legal}}}).empty());
  CHECK(desk.team(desk.hank, {{"userIds", {desk.alex.userId}}}).empty());
  CHECK(desk.team(desk.hank, {{"transmitType", "Received"}}) == Titles{"Offer"});
  CHECK(desk.team(desk.hank, {{"transmitType", "Both"}}) == Titles{"Offer", "Invoice", "Lease"});
  CHECK(desk.team(desk.luther, {{"search", "invo"}}) == Titles{"Invoice"});
  CHECK(desk.team(desk.luther, {{"pageSize", 1}, {"page", 3}}) == Titles{"Invoice"});
  CHECK(fieldsOf([&] { (void)desk.team(desk.luther, {{"sentBy", {hankEmail}}}); }) == Titles{"/sentBy"});
}
