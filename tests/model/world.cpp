// From steps to calls.
#include "world.h"

#include <stdlib.h>

#include <nlohmann/json.hpp>

namespace model {
namespace {

constexpr const char* nobody = "00000000-0000-7000-8000-000000000000";
constexpr const char* roleNames[] = {"Admin", "TeamAdmin", "Member", "Auditor"};
constexpr std::array<const char*, accountCount> accountNames{"Cubeflakes", "Cubeflakes Legal", "Cubeflakes Contracts"};

stead::Bytes hostSecret() { return stead::Bytes(32, 7); }

std::string emailOf(int person) { return std::string(people[static_cast<std::size_t>(person)].email); }
std::string nameOfPerson(int person) { return std::string(people[static_cast<std::size_t>(person)].name); }

void must(const Answer& answer, const char* what) {
  if (!answer.ok) throw Difference{std::string(what) + " was refused: " + answer.value.dump()};
}

Json metaOf(const Step& step) { return {{"k" + std::to_string(step.metaKey), step.metaValue}}; }

Json settingsOf(const Step& step) {
  Json flags = Json::object();
  for (std::size_t i = 0; i < flagNames.size(); ++i) {
    const Settings bit = 1U << i;
    if ((step.settingsOn & bit) != 0) flags[std::string(flagNames[i])] = true;
    if ((step.settingsOff & bit) != 0) flags[std::string(flagNames[i])] = false;
  }
  return flags;
}

std::string verbOf(const Step& step) {
  switch (step.verb) {
    case Verb::invite:
      return "user.invite";
    case Verb::updateUser:
      return "user.update";
    case Verb::deactivate:
      return "user.deactivate";
    case Verb::reactivate:
      return "user.reactivate";
    case Verb::createTeam:
      return "team.create";
    case Verb::assignTeam:
      return "team.assign";
    case Verb::createKey:
      return "apiKey.create";
    case Verb::revokeKey:
      return "apiKey.revoke";
    case Verb::switchAccountWide:
      return "account.update";
    case Verb::createIdentity:
      return "identity.create";
    case Verb::updateIdentity:
      return "identity.update";
    case Verb::resend:
      return "identity.resend";
    case Verb::rerequest:
      return "identity.rerequest";
    case Verb::removeIdentity:
      return "identity.delete";
    case Verb::send:
      return "document.send";
    case Verb::revokeDocument:
      return "document.revoke";
    case Verb::remind:
      return "document.remind";
    case Verb::changeCode:
      return "document.changeAccessCode";
    case Verb::download:
      return "document.download";
    case Verb::auditLog:
      return "document.auditLog";
    case Verb::viewDocument:
      return "document.get";
    case Verb::authorize:
    case Verb::authorizeDocument:
      return "session.authorize";
    case Verb::listIdentities:
      return "identity.list";
    case Verb::listDocuments:
      return "document.list";
    case Verb::listBehalf:
      return "document.behalfList";
    case Verb::listKeys:
      return "apiKey.list";
    default:
      throw std::runtime_error("not a verb of a session");
  }
}

}  // namespace

World::World(const Setup& setup) : setup_(setup), secrets_(hostSecret()) {
  std::string pattern = (std::filesystem::temp_directory_path() / "stead-model-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder");
  folder_ = pattern;
  path_ = (folder_ / "store.db").string();
  openEngines();
  view_ = std::make_unique<StoreView>(path_);
  makeAccounts();
}

World::~World() {
  view_.reset();
  hosts_.clear();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void World::openEngines() {
  for (int i = 0; i < setup_.engines; ++i) {
    // Ids of several engines come from several seeds, or they would be the same ids.
    const std::int64_t seed = 1 + i + setup_.engines * static_cast<std::int64_t>(ids_.size());
    hosts_.push_back(
        setup_.open(path_, {{"testClockMs", model_.state().now}, {"testIdSeed", seed}, {"durability", "normal"}}));
  }
}

void World::makeAccounts() {
  for (int account = 0; account < accountCount; ++account) {
    Call call;
    call.verb = "account.create";
    call.record = {{"name", accountNames[static_cast<std::size_t>(account)]},
                   {"admin", {{"name", nameOfPerson(account)}, {"email", emailOf(account)}}}};
    const Answer made = ask(0, call);
    must(made, "an account");
    accountIds_[account] = made.value["id"];
    userIds_[{account, account}] = made.value["adminUserId"];
    const auto row = view_->rows("SELECT id FROM account WHERE uid = '" + accountIds_[account] + "'");
    accountRows_[account] = row.at(0).at(0);
    trail_[account] = 1;
    openSessions(account, account);
  }
}

Answer World::ask(int engine, Call call) {
  return hosts_[static_cast<std::size_t>(engine) % hosts_.size()]->call(call);
}

// One session of everybody in every engine, opened as soon as he may; it stays when he is deactivated.
void World::openSessions(int account, int person) {
  for (std::size_t i = 0; i < hosts_.size(); ++i) {
    Call call;
    call.verb = "session.trusted";
    call.id = userIds_.at({account, person});
    call.as = "u" + std::to_string(account) + "." + std::to_string(person);
    must(ask(static_cast<int>(i), call), "a session");
  }
  sessions_[{account, person}] = true;
}

std::optional<Answer> World::openSession(const Step& step, std::string& name) {
  name = step.key != 0 ? "k" + std::to_string(step.key)
                       : "u" + std::to_string(step.account) + "." + std::to_string(step.person);
  if (step.way == Way::self) return std::nullopt;
  Call call;
  call.verb = step.way == Way::grant ? "session.onBehalfOf" : "session.accountWide";
  call.session = name;
  call.principal = emailOf(step.principal);
  call.as = name = "now";
  Answer opened = ask(step.engine, call);
  if (opened.ok) return std::nullopt;
  return opened;
}

std::string World::idOf(int serial) const {
  const auto found = ids_.find(serial);
  return found == ids_.end() ? nobody : found->second;
}

std::string World::userId(int account, int person) const {
  const auto found = userIds_.find({account, person});
  return found == userIds_.end() ? nobody : found->second;
}

std::string World::token(std::string_view kind, const std::string& id, std::int64_t round) const {
  return secrets_.linkToken(kind, id, round);
}

std::string World::identityName(const Step& step) const {
  return step.subject == 0 ? emailOf(step.target) : idOf(step.subject);
}

Json World::termsOf(const Step& step, bool withNull) const {
  Json terms = Json::object();
  if (step.operations != 0) {
    terms["operations"] = Json::array();
    for (std::size_t i = 0; i < delegable.size(); ++i) {
      if ((step.operations & (1U << i)) != 0) terms["operations"].push_back(delegable[i]);
    }
  }
  const Ms now = model_.state().now;
  if (step.from != 0) terms["from"] = now + step.from;
  if (step.until != 0) terms["until"] = now + step.until;
  if (withNull && terms.empty()) terms = nullptr;
  return terms;
}

Json World::sendRecord(const Step& step) const {
  Json record = {{"title", step.text},          {"message", "Please sign."}, {"enableSigningOrder", step.ordered},
                 {"disableEmails", step.quiet}, {"expiryDateType", "Hours"}, {"expiryValue", step.expiryHours},
                 {"signers", Json::array()}};
  for (const SignerWish& wish : step.signers) {
    Json signer = {
        {"name", nameOfPerson(wish.person)}, {"emailAddress", emailOf(wish.person)}, {"signerOrder", wish.order}};
    if (wish.code) {
      signer["authenticationType"] = "AccessCode";
      signer["authenticationCode"] = "4711";
    }
    record["signers"].push_back(std::move(signer));
  }
  for (const int copy : step.copies) record["cc"].push_back({{"emailAddress", emailOf(copy)}});
  if (step.scheduledIn != 0) record["scheduledSendAt"] = model_.state().now + step.scheduledIn;
  if (step.request != 0) record["requestId"] = "request-" + std::to_string(step.request);
  return record;
}

Json World::recordOf(const Step& step) const {
  Json record = Json::object();
  constexpr std::int64_t stale = 1000000;
  switch (step.verb) {
    case Verb::invite:
      record = {{"email", emailOf(step.target)}, {"role", roleNames[step.role]}};
      if (step.team != 0) record["teamId"] = idOf(step.team);
      break;
    case Verb::updateUser:
      if (step.role >= 0) record["role"] = roleNames[step.role];
      if (step.flag >= 0) {
        record["apiAccountWideAccess"] = (step.flag & 1) != 0;
        record["allowSendOnBehalfOf"] = (step.flag & 2) != 0;
      }
      if (step.metaKey >= 0) record["metaData"] = metaOf(step);
      break;
    case Verb::createTeam:
      record = {{"name", step.text}};
      break;
    case Verb::createKey:
      record = {{"name", "a key"}};
      break;
    case Verb::assignTeam:
      record["teamId"] = step.team == 0 ? Json() : Json(idOf(step.team));
      break;
    case Verb::switchAccountWide:
      record = {{"accountWide", step.flag == 1}};
      break;
    case Verb::createIdentity:
      record = termsOf(step, false);
      record["name"] = step.text;
      record["email"] = emailOf(step.target);
      if (step.settingsOn != 0 || step.settingsOff != 0) record["notificationSettings"] = settingsOf(step);
      break;
    case Verb::updateIdentity:
      if (!step.text.empty()) record["name"] = step.text;
      if (step.settingsOn != 0 || step.settingsOff != 0) record["notificationSettings"] = settingsOf(step);
      if (step.metaKey >= 0) record["metaData"] = metaOf(step);
      break;
    case Verb::rerequest:
      return termsOf(step, false);
    case Verb::send:
      return sendRecord(step);
    case Verb::revokeDocument:
      record = {{"message", "Changed."}};
      break;
    case Verb::changeCode: {
      const auto signers = signers_.find(step.subject);
      const auto place = static_cast<std::size_t>(step.place);
      const bool known = signers != signers_.end() && place < signers->second.size();
      record = {{"signerId", known ? signers->second[place] : nobody}, {"accessCode", "4711"}};
      break;
    }
    case Verb::listIdentities:
    case Verb::listDocuments:
    case Verb::listKeys:
      return {{"pageSize", 1}};
    case Verb::listBehalf:
      return {{"pageSize", 1}, {"pageType", step.flag == 1 ? "BehalfOfMe" : "BehalfOfOthers"}};
    default:
      break;
  }
  if (step.odd) record["version"] = stale;
  return record;
}

Call World::callOf(const Step& step, const std::string& session) const {
  Call call;
  call.verb = verbOf(step);
  call.session = session;
  call.record = recordOf(step);
  switch (step.verb) {
    case Verb::updateUser:
    case Verb::deactivate:
    case Verb::reactivate:
    case Verb::assignTeam:
      call.id = userId(step.account, step.target);
      break;
    case Verb::updateIdentity:
    case Verb::resend:
    case Verb::rerequest:
    case Verb::removeIdentity:
      call.id = identityName(step);
      break;
    case Verb::send:
      call.upload.push_back({"agreement.pdf", setup_.agreement});
      break;
    case Verb::authorize:
      call.operation = step.text;
      break;
    case Verb::authorizeDocument:
      call.operation = step.text;
      call.id = idOf(step.subject);
      break;
    case Verb::download:
      call.max = 16;
      [[fallthrough]];
    default:
      call.id = idOf(step.subject);
      break;
  }
  return call;
}

Answer World::actInSession(const Step& step, const std::string& session) {
  return ask(step.engine, callOf(step, session));
}

// By link: the page is looked at first, for the hash of what it shows.
Answer World::actAsOwner(const Step& step) {
  Call call;
  const bool byConsent = step.verb == Verb::approve || step.verb == Verb::deny;
  call.token = byConsent ? token("c", idOf(step.subject), step.round) : token("r", idOf(step.subject), 0);
  if (step.verb == Verb::approve) {
    call.verb = "owner.look";
    const Answer page = ask(step.engine + 1, call);
    call.record = termsOf(step, false);
    call.record["textHash"] = page.ok && !step.odd ? page.value["textHash"].get<std::string>() : std::string(64, '0');
  } else if (step.verb == Verb::deny) {
    call.record = {{"neverAskAgain", step.odd}};
  } else if (step.verb == Verb::narrow) {
    call.record = termsOf(step, false);
  }
  call.verb = step.verb == Verb::approve  ? "owner.approve"
              : step.verb == Verb::deny   ? "owner.deny"
              : step.verb == Verb::narrow ? "owner.narrow"
                                          : "owner.revoke";
  return ask(step.engine, call);
}

Answer World::actOnOutbox(const Step& step) {
  Call call;
  if (step.verb == Verb::take) {
    call.verb = "outbox.take";
    call.record = {{"max", step.max}, {"leaseMs", step.ms}};
    return ask(step.engine, call);
  }
  call.verb = step.verb == Verb::ack ? "outbox.ack" : "outbox.fail";
  call.id = nobody;
  call.lease = 1;
  if (!out_.empty()) {
    const auto& held = out_[static_cast<std::size_t>(step.place) % out_.size()];
    call.id = held.first;
    call.lease = held.second + (step.odd ? 1000 : 0);
  }
  return ask(step.engine, call);
}

Answer World::act(const Step& step) {
  Call call;
  switch (step.verb) {
    case Verb::passTime:
      for (auto& host : hosts_) host->setClock(model_.state().now + step.ms);
      return {true, Json::object()};
    case Verb::runDue:
      call.verb = "engine.runDue";
      call.record = {{"maxSteps", 10000}};
      return ask(step.engine, call);
    case Verb::accept:
      call.verb = "user.accept";
      call.token = token("i", userId(step.account, step.target), 1);
      call.record = {{"name", nameOfPerson(step.target)}};
      return ask(step.engine, call);
    case Verb::approve:
    case Verb::deny:
    case Verb::narrow:
    case Verb::revokeGrant:
      return actAsOwner(step);
    case Verb::take:
    case Verb::ack:
    case Verb::fail:
      return actOnOutbox(step);
    case Verb::viewAsSigner:
    case Verb::sign:
    case Verb::decline: {
      call.verb = step.verb == Verb::viewAsSigner ? "signer.view"
                  : step.verb == Verb::sign       ? "signer.sign"
                                                  : "signer.decline";
      const auto signers = signers_.find(step.subject);
      const auto place = static_cast<std::size_t>(step.place);
      const bool known = signers != signers_.end() && place < signers->second.size();
      call.token = token("s", known ? signers->second[place] : nobody, 0);
      if (step.verb == Verb::decline) call.record["message"] = "No.";
      if (step.code != CodeGiven::none) call.record["accessCode"] = step.code == CodeGiven::right ? "4711" : "1234";
      return ask(step.engine, call);
    }
    default:
      break;
  }
  std::string session;
  if (auto refused = openSession(step, session)) return *refused;
  return actInSession(step, session);
}

void World::remember(const Step& step, const Answer& answer) {
  if (!answer.ok) return;
  switch (step.verb) {
    case Verb::invite:
      userIds_[{step.account, step.target}] = answer.value["id"];
      break;
    case Verb::accept:
      openSessions(step.account, step.target);
      break;
    case Verb::createTeam:
    case Verb::createIdentity:
      ids_[step.serial] = answer.value["id"];
      break;
    case Verb::approve:
      ids_[step.serial] = answer.value["grant"]["id"];
      grantSteps_[ids_[step.serial]] = std::to_string(step.serial);
      break;
    case Verb::send:
      ids_[step.serial] = answer.value["id"];
      for (const auto& signer : answer.value["signers"]) signers_[step.serial].push_back(signer["id"]);
      break;
    case Verb::createKey:
      ids_[step.serial] = answer.value["id"];
      for (std::size_t i = 0; i < hosts_.size(); ++i) {
        Call call;
        call.verb = "session.withKey";
        call.key = answer.value["key"];
        call.as = "k" + std::to_string(step.serial);
        must(ask(static_cast<int>(i), call), "a session by key");
      }
      break;
    case Verb::take:
      for (const auto& item : answer.value["items"]) out_.emplace_back(item["id"], item["lease"]);
      break;
    default:
      break;
  }
}

void World::run(const Step& step) {
  const bool mustHaveSession = step.verb <= Verb::viewDocument || step.verb >= Verb::authorize;
  const bool byLink = step.verb == Verb::accept || (step.verb >= Verb::approve && step.verb <= Verb::revokeGrant);
  if (mustHaveSession && !byLink) {
    if (!sessions_.contains({step.account, step.person})) return;  // never was a user
    if (step.key != 0 && !ids_.contains(step.key)) return;
  }
  const Answer answer = act(step);
  const Expected expected = model_.run(step);
  remember(step, answer);
  compare(step, expected, answer);
  ++tally_[std::string(nameOf(step.verb)) + " " + expected.code];
}

void World::reopenAndVerify() {
  view_.reset();
  hosts_.clear();
  ids_[0] = nobody;  // other ids than before
  openEngines();
  view_ = std::make_unique<StoreView>(path_);
  for (const auto& [account, id] : accountIds_) {
    Call call;
    call.verb = "audit.verify";
    call.id = id;
    call.deep = true;
    const Answer verified = ask(account, call);
    must(verified, "verify");
    const Json& value = verified.value;
    if (value["ok"] != true) throw Difference{"the trail is broken: " + value.dump()};
    if (value["size"] != model_.state().trail.at(account))
      throw Difference{"the trail has another size: " + value.dump()};
  }
  compareAll();
}

}  // namespace model
