// Which role may do what with people and teams, asked of the verbs themselves: the table of operations and the rules
// that keep a TeamAdmin within the own team stand together.
#include <catch2/catch.hpp>
#include <functional>

#include "support/people.h"

using namespace stead;
using namespace stead::test;

namespace {

// Somebody of every role, two teams, and for each question people nobody has touched yet.
struct Company {
  Company()
      : office(store),
        sales(teamNamed("Sales")),
        legal(teamNamed("Legal")),
        teamAdmin(office.join("legaldesk@cubeflakes.com", "Legal Desk", "TeamAdmin", sales)),
        member(office.join("hankwhite@cubeflakes.com", "Hank White", "Member", sales)),
        auditor(office.join("david@cubeflakes.com", "David", "Auditor", sales)) {}

  std::string teamNamed(const char* name) {
    return people::createTeam(store.engine(), office.luther, {{"name", name}})["id"];
  }
  std::string fresh(const std::string& role, const std::string& teamId, bool accepted) {
    const std::string email = "person" + std::to_string(++people) + "@cubeflakes.com";
    if (accepted) return office.join(email.c_str(), "Alex Gayle", role.c_str(), teamId).userId;
    return people::inviteUser(store.engine(), office.luther,
                              {{"email", email}, {"role", role}, {"teamId", teamId}})["id"];
  }
  std::string invited(const std::string& teamId, const std::string& role = "Member") {
    return fresh(role, teamId, false);
  }
  std::string active(const std::string& teamId, const std::string& role = "Member") {
    return fresh(role, teamId, true);
  }
  Json newcomer() { return {{"email", "person" + std::to_string(++people) + "@cubeflakes.com"}}; }

  TestStore store;
  Office office;
  std::string sales;
  std::string legal;
  Session teamAdmin;  // of Sales
  Session member;
  Session auditor;
  int people = 0;
};

using Ask = std::function<void(Engine&, const Session&, Company&)>;

bool isAllowed(Company& company, const Session& session, const Ask& ask) {
  try {
    ask(company.store.engine(), session, company);
    return true;
  } catch (const Error& error) {
    if (error.code() != Code::lacksRole) throw;
    return false;
  }
}

}  // namespace

TEST_CASE("Roles: people and teams, by role and by team", "[people]") {
  Company company;
  struct Row {
    const char* what;
    const char* roles;  // letters: A Admin, T TeamAdmin of Sales, M Member, R Auditor
    Ask ask;
  };
  const Row rows[] = {
      {"invite", "AT", [](Engine& e, const Session& s, Company& c) { (void)people::inviteUser(e, s, c.newcomer()); }},
      {"invite into another team", "A",
       [](Engine& e, const Session& s, Company& c) {
         Json request = c.newcomer();
         request["teamId"] = c.legal;
         (void)people::inviteUser(e, s, request);
       }},
      {"invite several", "AT",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::inviteUsers(e, s, {{"users", Json::array({c.newcomer(), c.newcomer()})}});
       }},
      {"invite several, one of them an Admin", "A",
       [](Engine& e, const Session& s, Company& c) {
         Json admin = c.newcomer();
         admin["role"] = "Admin";
         (void)people::inviteUsers(e, s, {{"users", Json::array({c.newcomer(), admin})}});
       }},
      {"resend an invitation", "AT",
       [](Engine& e, const Session& s, Company& c) { (void)people::resendInvitation(e, s, c.invited(c.sales)); }},
      {"resend one of another team", "A",
       [](Engine& e, const Session& s, Company& c) { (void)people::resendInvitation(e, s, c.invited(c.legal)); }},
      {"resend one of an Auditor", "A",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::resendInvitation(e, s, c.invited(c.sales, "Auditor"));
       }},
      {"cancel an invitation", "AT",
       [](Engine& e, const Session& s, Company& c) { (void)people::cancelInvitation(e, s, c.invited(c.sales)); }},
      {"cancel one of another team", "A",
       [](Engine& e, const Session& s, Company& c) { (void)people::cancelInvitation(e, s, c.invited(c.legal)); }},
      {"look at another user", "ATR",
       [](Engine& e, const Session& s, Company& c) { (void)people::getUser(e, s, c.active(c.legal)); }},
      {"look at oneself", "ATMR",
       [](Engine& e, const Session& s, Company& /*c*/) { (void)people::getUser(e, s, s.userId); }},
      {"list users", "ATR",
       [](Engine& e, const Session& s, Company& /*c*/) { (void)people::listUsers(e, s, Json::object()); }},
      {"change a user", "A",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::updateUser(e, s, c.active(c.sales), {{"name", "David"}});
       }},
      {"move a Member of Sales", "AT",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::changeTeam(e, s, c.active(c.sales), {{"toTeamId", c.legal}});
       }},
      {"move a Member of another team", "A",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::changeTeam(e, s, c.active(c.legal), {{"toTeamId", c.sales}});
       }},
      {"move a TeamAdmin of Sales", "A",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::changeTeam(e, s, c.active(c.sales, "TeamAdmin"), {{"toTeamId", c.legal}});
       }},
      {"move, documents to somebody of Sales", "AT",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::changeTeam(e, s, c.active(c.sales),
                                  {{"toTeamId", c.legal}, {"transferDocumentsToUserId", c.active(c.sales)}});
       }},
      {"move, documents to somebody else", "A",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::changeTeam(e, s, c.active(c.sales),
                                  {{"toTeamId", c.legal}, {"transferDocumentsToUserId", c.active(c.legal)}});
       }},
      {"only look at a move", "AT",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::changeTeam(e, s, c.active(c.sales), {{"toTeamId", c.legal}, {"dryRun", true}});
       }},
      {"deactivate", "A",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::deactivateUser(e, s, c.active(c.sales), Json::object());
       }},
      {"only look at a deactivation", "A",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::deactivateUser(e, s, c.active(c.sales), {{"dryRun", true}});
       }},
      {"reactivate", "A",
       [](Engine& e, const Session& s, Company& c) {
         const std::string user = c.active(c.sales);
         (void)people::deactivateUser(e, c.office.luther, user, Json::object());
         (void)people::reactivateUser(e, s, user, Json::object());
       }},
      {"make a team", "A",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::createTeam(e, s, {{"name", "Team " + std::to_string(++c.people)}});
       }},
      {"look at a team", "ATR", [](Engine& e, const Session& s, Company& c) { (void)people::getTeam(e, s, c.legal); }},
      {"list teams", "ATR",
       [](Engine& e, const Session& s, Company& /*c*/) { (void)people::listTeams(e, s, Json::object()); }},
      {"rename a team", "A",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::renameTeam(e, s, c.legal, {{"name", "LEGAL"}});
       }},
      {"assign a team", "A",
       [](Engine& e, const Session& s, Company& c) {
         (void)people::assignTeam(e, s, c.active(c.sales), {{"teamId", c.legal}});
       }},
  };
  const std::pair<char, const Session*> sessions[] = {
      {'A', &company.office.luther}, {'T', &company.teamAdmin}, {'M', &company.member}, {'R', &company.auditor}};
  for (const Row& row : rows) {
    for (const auto& [letter, session] : sessions) {
      CAPTURE(row.what, letter);
      company.store.advance(3'600'000);  // refusals are audited twenty an hour
      CHECK(isAllowed(company, *session, row.ask) ==
            (std::string_view(row.roles).find(letter) != std::string_view::npos));
    }
  }
}
