// From what is stored to what the model can be asked.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "world.h"

namespace model {
namespace {

constexpr const char* roleNames[] = {"Admin", "TeamAdmin", "Member", "Auditor"};

std::string lines(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += "\n    " + text;
  return texts.empty() ? " nothing" : all;
}

void same(const std::vector<std::string>& expected, const std::vector<std::string>& found, const std::string& what) {
  if (expected == found) return;
  throw Difference{what + ": expected" + lines(expected) + "\n  found" + lines(found)};
}

std::string quoted(const std::string& id) { return "'" + id + "'"; }

std::string wordsOfOperations(Operations operations) {
  std::string text;
  for (std::size_t i = 0; i < delegable.size(); ++i) {
    if ((operations & (1U << i)) != 0) text += (text.empty() ? "" : " ") + std::string(delegable[i]);
  }
  return text;
}

std::string moment(const std::optional<Ms>& at) { return at ? std::to_string(*at) : "-"; }

std::string joined(const Row& row) {
  std::string text;
  for (const std::string& cell : row) text += (text.empty() ? "" : " | ") + cell;
  return text;
}

}  // namespace

// An entry as the model words it.
std::string World::wordsOf(const std::string& bytes, int account) const {
  const Json entry = Json::parse(bytes);
  const auto text = [&](const char* name) { return entry.contains(name) ? entry[name].get<std::string>() : "-"; };
  std::string grant = "-";
  if (entry.contains("grantId")) {
    const auto step = grantSteps_.find(text("grantId"));
    grant = (step == grantSteps_.end() ? "new" : step->second) + "/" + std::to_string(entry["grantVersion"].get<int>());
  }
  return std::to_string(account) + " " + entry["actor"]["kind"].get<std::string>() + " " + text("operation") + " " +
         text("outcome") + " " + text("reason") + " " + grant;
}

void World::compare(const Step& step, const Expected& expected, const Answer& answer) {
  const std::string code = answer.ok ? "ok" : answer.value["code"].get<std::string>();
  if (code != expected.code) {
    throw Difference{"expected " + expected.code + ", found " + code + " " + answer.value.dump()};
  }
  if (answer.ok) {
    for (const std::string& fact : expected.facts) {
      const auto space = fact.find(' ');
      std::string value = fact.substr(space + 1);
      if (value[0] == '=') value = quoted(idOf(std::stoi(value.substr(1))));
      const Json::json_pointer pointer(fact.substr(0, space));
      std::string found = answer.value.contains(pointer) ? answer.value.at(pointer).dump() : "-";
      if (fact[0] == '/' && value[0] == '\'') std::replace(found.begin(), found.end(), '"', '\'');
      if (value != found) throw Difference{"expected " + fact + ", found " + found + " in " + answer.value.dump()};
    }
  }
  compareTrail(expected);
  compareMessages(expected);
  if (step.verb == Verb::take) compareTaken(expected, answer);
}

void World::compareTrail(const Expected& expected) {
  for (const auto& [account, row] : accountRows_) {
    std::vector<std::string> wanted;
    for (const std::string& entry : expected.entries) {
      if (entry[0] == static_cast<char>('0' + account)) wanted.push_back(entry);
    }
    std::vector<std::string> found;
    const auto rows = view_->rows("SELECT bytes FROM audit_entry WHERE account_id = " + row +
                                  " AND idx >= " + std::to_string(trail_[account]) + " ORDER BY idx");
    for (const Row& cells : rows) found.push_back(wordsOf(cells[0], account));
    trail_[account] += static_cast<std::int64_t>(found.size());
    same(wanted, found, "entries of account " + std::to_string(account));
  }
}

void World::compareMessages(const Expected& expected) {
  const auto rows = view_->rows(
      "SELECT o.id, o.uid, o.kind, o.receiver, a.bytes, o.account_id, o.not_before FROM outbox o LEFT JOIN audit_entry "
      "a ON a.account_id = o.account_id AND a.idx = o.audit_index WHERE o.id > " +
      std::to_string(lastMessage_) + " ORDER BY o.id");
  std::vector<std::pair<std::string, const Row*>> found;
  for (const Row& row : rows) {
    int account = 0;
    for (const auto& [number, id] : accountRows_) account = id == row[5] ? number : account;
    found.emplace_back(row[2] + " " + row[3] + " after " + row[6] + " of " + wordsOf(row[4], account), &row);
    lastMessage_ = std::stoll(row[0]);
  }
  std::vector<std::pair<std::string, std::size_t>> wanted;
  for (const std::size_t place : expected.messages) {
    const Message& message = model_.state().messages[place];
    wanted.emplace_back(message.kind + " " + std::string(people[static_cast<std::size_t>(message.receiver)].email) +
                            " after " + std::to_string(message.notBefore) + " of " + message.event,
                        place);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::stable_sort(wanted.begin(), wanted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> wantedTexts;
  std::vector<std::string> foundTexts;
  for (const auto& one : wanted) wantedTexts.push_back(one.first);
  for (const auto& one : found) foundTexts.push_back(one.first);
  same(wantedTexts, foundTexts, "messages");
  // Two events of one step with the same words and receiver: the first row is that of the first event.
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    model_.nameMessage(wanted[i].second, (*found[i].second)[1], std::stoll((*found[i].second)[0]));
  }
}

void World::compareTaken(const Expected& expected, const Answer& answer) {
  std::vector<std::string> wanted;
  std::vector<std::string> found;
  for (const std::size_t place : expected.taken) {
    const Message& message = model_.state().messages[place];
    wanted.push_back(message.id + " " + message.kind + " lease " + std::to_string(message.lease));
  }
  for (const auto& item : answer.value["items"]) {
    found.push_back(item["id"].get<std::string>() + " " + item["kind"].get<std::string>() + " lease " +
                    std::to_string(item["lease"].get<int>()));
  }
  same(wanted, found, "messages taken");
}

void World::compareAll() {
  const State& state = model_.state();
  std::vector<std::string> wanted;
  std::vector<std::string> found;
  const auto compareNow = [&](const std::string& what) {
    std::sort(wanted.begin(), wanted.end());
    std::sort(found.begin(), found.end());
    same(wanted, found, what);
    wanted.clear();
    found.clear();
  };
  const auto read = [&](const std::string& sql) {
    for (const Row& row : view_->rows(sql)) found.push_back(joined(row));
  };

  for (const auto& [place, user] : state.users) {
    wanted.push_back(
        joined({userId(place.first, place.second), accountIds_.at(place.first), user.status, roleNames[user.role],
                user.team == 0 ? "-" : idOf(user.team), user.accountWideAccess ? "1" : "0",
                user.sendOnBehalfOf ? "1" : "0", Json(user.metaData).dump(), std::to_string(user.version)}));
  }
  read(
      "SELECT u.uid, a.uid, u.status, u.role, t.uid, u.account_wide_access, u.send_on_behalf_of, u.meta_data, "
      "u.version "
      "FROM \"user\" u JOIN account a ON a.id = u.account_id LEFT JOIN team t ON t.id = u.team_id");
  compareNow("users");

  for (const auto& [serial, identity] : state.identities) {
    wanted.push_back(
        joined({idOf(serial), userId(identity.account, identity.creator),
                std::string(people[static_cast<std::size_t>(identity.owner)].email), identity.name, identity.status,
                std::to_string(identity.round), std::to_string(identity.requestedAt), identity.lapseNoted ? "1" : "0",
                wordsOfOperations(identity.operations), moment(identity.from), moment(identity.until),
                std::to_string(identity.settings), identity.metaData.empty() ? "{}" : Json(identity.metaData).dump(),
                identity.grant == 0 ? "-" : idOf(identity.grant), std::to_string(identity.version)}));
  }
  read(
      "SELECT i.uid, u.uid, i.email_key, i.name, i.status, i.consent_round, i.requested_at, i.lapsed_at IS NOT NULL, "
      "i.operations, i.from_at, i.until_at, i.settings, i.meta_data, g.uid, i.version FROM identity i JOIN \"user\" u "
      "ON u.id = i.creator_id LEFT JOIN \"grant\" g ON g.id = i.grant_id");
  compareNow("identities");

  const std::string now = std::to_string(state.now);
  for (const auto& [serial, grant] : state.grants) {
    const bool ended = grant.ended || (grant.until && *grant.until <= state.now);
    wanted.push_back(joined({idOf(serial), userId(grant.account, grant.actor),
                             std::string(people[static_cast<std::size_t>(grant.principal)].email),
                             wordsOfOperations(grant.operations), moment(grant.from), moment(grant.until),
                             std::to_string(grant.version), ended ? "1" : "0"}));
  }
  read(
      "SELECT g.uid, u.uid, g.principal_key, g.operations, g.from_at, g.until_at, g.version, "
      "g.ended_at IS NOT NULL OR (g.until_at IS NOT NULL AND g.until_at <= " +
      now + ") FROM \"grant\" g JOIN \"user\" u ON u.id = g.actor_id");
  compareNow("grants");

  for (const auto& [serial, document] : state.documents) {
    wanted.push_back(joined({idOf(serial), userId(document.account, document.actor),
                             document.sentBy == Way::self    ? "self"
                             : document.sentBy == Way::grant ? "grant"
                                                             : "accountWide",
                             document.grant == 0 ? "-" : idOf(document.grant),
                             document.grant == 0 ? "-" : std::to_string(document.grantVersion), document.status,
                             document.sendFailed ? "1" : "0", moment(document.scheduledAt),
                             std::to_string(document.expiresAt), std::to_string(document.version)}));
    for (std::size_t i = 0; i < document.signers.size(); ++i) {
      const Signer& signer = document.signers[i];
      wanted.push_back(joined({signers_.at(serial)[i], signer.status, signer.invited ? "1" : "0",
                               signer.viewed ? "1" : "0", std::to_string(signer.failures)}));
    }
  }
  read(
      "SELECT d.uid, u.uid, d.authority, d.grant_uid, d.grant_version, d.status, d.send_failed, d.scheduled_send_at, "
      "d.expires_at, d.version FROM document d JOIN \"user\" u ON u.id = d.actor_id");
  read(
      "SELECT uid, status, invited_at IS NOT NULL, viewed_at IS NOT NULL, access_failures FROM document_party WHERE "
      "kind = 'signer'");
  compareNow("documents");

  for (const Message& message : state.messages) {
    wanted.push_back(
        joined({message.id, message.state, std::to_string(message.attempts), std::to_string(message.lease)}));
  }
  read("SELECT uid, state, attempts, lease FROM outbox");
  compareNow("outbox");

  for (const auto& [account, size] : state.trail)
    wanted.push_back(accountRows_.at(account) + " | " + std::to_string(size));
  read("SELECT account_id, size FROM audit_head");
  compareNow("trails");
}

}  // namespace model
