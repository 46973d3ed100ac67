#include "notifications/outbox_verbs.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "audit/audit_verbs.h"
#include "base/limits.h"
#include "base/paging.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "engine/secrets.h"
#include "notifications/compose.h"
#include "notifications/outbox_rules.h"
#include "notifications/outbox_store.h"
#include "notifications/render.h"
#include "notifications/who_hears.h"
#include "storage/cross_account.h"

namespace stead::notifications {
namespace {

constexpr std::int64_t takeMax = 100;
constexpr std::int64_t lookedAtMax = 500;  // rows one take drops or returns before it answers
constexpr std::size_t errorCodePointsMax = 500;

struct TakeRequest {
  std::int64_t max = 10;
  std::int64_t leaseMs = std::int64_t{60} * 1000;
};

TakeRequest readTake(const Json& request) {
  TakeRequest out;
  Violations violations;
  RecordReader in(request, violations);
  out.max = in.integer("max", 1, takeMax).value_or(out.max);
  out.leaseMs = in.integer("leaseMs", 1, limits::dayMs).value_or(out.leaseMs);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

// The host's words about a failed delivery: one line, not for ever.
std::string shortLine(std::string_view error) {
  std::string line = oneLine(text::isUtf8(error) ? error : "(the error was not UTF-8)");
  std::size_t kept = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U;
    if (begins && kept++ == errorCodePointsMax) return line.substr(0, i);
  }
  return line;
}

// What the host said may name people, so it stands with the fields that can be erased.
audit::Entry deadEntry(const Message& message, const std::string& error) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::system;
  entry.operation = "outbox.dead";
  entry.subjectType = "outbox";
  entry.subjectId = message.id;
  entry.detail = {{"kind", message.kind}, {"attempts", message.attempts}};
  entry.personal = {{"email", message.receiver}, {"error", error}};
  return entry;
}

void bury(Engine& engine, Connection& db, AccountScope scope, const Message& message, const std::string& error) {
  buryMessage(db, scope, message.row, error);
  engine.writeInside(db, scope, [&](UnitOfWork& work) { work.audit(deadEntry(message, error)); });
}

// A lease that ran out was an attempt: the first one comes back at once, so that a caller that died costs no time.
void bringBack(Engine& engine, Connection& db, const crossAccount::MessagePlace& place) {
  const auto message = findMessage(db, place.scope, place.row);
  if (!message) return;
  if (message->attempts >= attemptsMax) {
    bury(engine, db, place.scope, *message, "taken again and again, but neither acknowledged nor failed");
    return;
  }
  const std::int64_t dueAt = message->leaseUntil.value_or(0) + waitAfter(message->attempts - 1);
  putBackMessage(db, place.scope, place.row, dueAt, message->lease, message->lastError);
}

bool isOpen(const Engine& engine, Connection& db, AccountScope scope, std::string_view messageKind,
            const LinkTo& target, std::int64_t now) {
  if (target.kind == link::consent) {
    const std::int64_t lapseMs = engine.options().consentLapseDays * limits::dayMs;
    return isConsentOpen(db, scope, target.id, target.round, now - lapseMs);
  }
  if (target.kind == link::invite) return isInvitationOpen(db, scope, target.id, target.round);
  if (target.kind == link::revoke) return isGrantAlive(db, scope, target.id, now);
  // A sign link in a completion mail leads to the result.
  return !needsOpenLink(messageKind) || isSignatureOpen(db, scope, target.id, now);
}

std::vector<LinkTo> linksOf(const Json& content) {
  std::vector<LinkTo> out;
  const auto links = content.find("links");
  if (links == content.end()) return out;
  for (const auto& entry : *links) {
    out.push_back({entry.at(0).get<std::string>(), entry.at(1).get<std::string>(), entry.at(2).get<std::int64_t>()});
  }
  return out;
}

struct Taken {
  AccountScope scope;
  Message message;
  std::vector<LinkTo> links;  // those that can still be opened
};

// Nothing when the message has lost its purpose.
std::optional<Taken> taken(const Engine& engine, Connection& db, const crossAccount::MessagePlace& place,
                           std::int64_t now) {
  auto message = findMessage(db, place.scope, place.row);
  if (!message) return std::nullopt;
  Taken out{place.scope, std::move(*message), {}};
  for (auto& target : linksOf(parseStored(out.message.content))) {
    if (isOpen(engine, db, place.scope, out.message.kind, target, now)) out.links.push_back(std::move(target));
  }
  if (out.links.empty() && needsOpenLink(out.message.kind)) return std::nullopt;
  return out;
}

std::vector<Taken> takeDue(Engine& engine, Connection& db, const TakeRequest& request, std::int64_t now) {
  for (const auto& place : crossAccount::findLeasesRunOut(db, now, lookedAtMax)) bringBack(engine, db, place);
  std::vector<Taken> out;
  for (std::int64_t looked = 0; looked < lookedAtMax;) {
    const std::int64_t wanted = request.max - static_cast<std::int64_t>(out.size());
    const auto places = crossAccount::findMessagesDue(db, now, wanted);
    for (const auto& place : places) {
      auto one = taken(engine, db, place, now);
      if (!one) {
        endMessage(db, place.scope, place.row, "dropped");
        continue;
      }
      leaseMessage(db, place.scope, place.row, now + request.leaseMs);
      ++one->message.lease;
      ++one->message.attempts;
      out.push_back(std::move(*one));
    }
    looked += static_cast<std::int64_t>(places.size());
    if (places.empty() || static_cast<std::int64_t>(out.size()) == request.max) break;
  }
  return out;
}

// Checkpoints of the accounts of one take.
class Checkpoints {
 public:
  explicit Checkpoints(Engine& engine) : engine_(engine) {}

  // "" when it cannot be made: a trail in trouble does not hold up the mails, they say so instead.
  const std::string& of(const std::string& accountId) {
    const auto [place, fresh] = made_.try_emplace(accountId);
    if (fresh) {
      try {
        place->second = audit::checkpoint(engine_, accountId).at("checkpoint").get<std::string>();
      } catch (const Error& trouble) {
        if (trouble.code() == Code::outOfMemory) throw;
        place->second.clear();
      }
    }
    return place->second;
  }

 private:
  Engine& engine_;
  std::map<std::string, std::string> made_;
};

Json itemOf(const Engine& engine, const Taken& one, Checkpoints& checkpoints) {
  const Message& message = one.message;
  AtLeaving leaving;
  for (const auto& target : one.links) {
    leaving.links.push_back(engine.options().publicUrl + "/" + std::string(target.kind) + "/" +
                            engine.secrets().linkToken(target.kind, target.id, target.round));
  }
  if (mentions(message.kind, "checkpoint")) leaving.checkpoint = checkpoints.of(message.accountId);
  Json item = compose(engine.options(), message.kind, parseStored(message.content), leaving);
  item["id"] = message.id;
  item["lease"] = message.lease;
  item["accountId"] = message.accountId;
  item["attempt"] = message.attempts;
  item["createdAt"] = message.createdAt;
  return item;
}

// The message whose lease the caller holds: nobody has taken, failed or ended it since.
struct Held {
  AccountScope scope;
  Message message;
};
std::optional<Held> findHeld(Connection& db, std::string_view messageId, std::int64_t lease) {
  const auto place = crossAccount::findMessage(db, messageId);
  if (!place || lease <= 0) return std::nullopt;
  auto message = findMessage(db, place->scope, place->row);
  if (!message || message->lease != lease) return std::nullopt;
  if (message->state != "leased" && message->state != "waiting") return std::nullopt;
  return Held{place->scope, std::move(*message)};
}

Held requireHeld(Connection& db, std::string_view messageId, std::int64_t lease) {
  if (auto held = findHeld(db, messageId, lease)) return std::move(*held);
  throw Error(Code::messageNotFound,
              "this lease of the message does not hold any more (acknowledged, failed, or taken again); take it again");
}

}  // namespace

Json take(Engine& engine, const Json& request) {
  const TakeRequest wanted = readTake(request);
  std::optional<std::int64_t> nextAt;
  const auto look = [&] { engine.database().read([&](Connection& db) { nextAt = crossAccount::nextMessageAt(db); }); };
  look();
  std::vector<Taken> messages;
  if (nextAt && *nextAt <= engine.clockMs()) {
    engine.writeAcrossAccounts([&](Connection& db, std::int64_t now) { messages = takeDue(engine, db, wanted, now); });
  }

  Json items = Json::array();
  Checkpoints checkpoints(engine);
  for (const auto& one : messages) {
    try {
      items.push_back(itemOf(engine, one, checkpoints));
    } catch (const std::bad_alloc&) {
      throw;  // says nothing about this message: it comes back when its lease has run out
    } catch (const std::exception& why) {
      // A message that cannot become a mail must not stand in the way of the others.
      engine.writeAcrossAccounts([&](Connection& db, std::int64_t) {
        if (const auto held = findHeld(db, one.message.id, one.message.lease)) {
          bury(engine, db, held->scope, held->message, shortLine(why.what()));
        }
      });
    }
  }
  look();
  Json answer = {{"items", std::move(items)}};
  if (nextAt) answer["nextDueAt"] = *nextAt;
  return answer;
}

void ack(Engine& engine, std::string_view messageId, std::int64_t lease) {
  engine.writeAcrossAccounts([&](Connection& db, std::int64_t) {
    const Held held = requireHeld(db, messageId, lease);
    endMessage(db, held.scope, held.message.row, "sent");
  });
}

Json fail(Engine& engine, std::string_view messageId, std::int64_t lease, std::string_view error) {
  const std::string line = shortLine(error);
  Json answer;
  engine.writeAcrossAccounts([&](Connection& db, std::int64_t now) {
    const Held held = requireHeld(db, messageId, lease);
    if (held.message.attempts >= attemptsMax) {
      bury(engine, db, held.scope, held.message, line);
      answer = {{"dead", true}};
      return;
    }
    const std::int64_t nextAt = now + waitAfter(held.message.attempts);
    putBackMessage(db, held.scope, held.message.row, nextAt, lease + 1, line);
    answer = {{"dead", false}, {"nextAttemptAt", nextAt}};
  });
  return answer;
}

Json deadLetters(Engine& engine, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const PageRequest page = readPage(in, "deadLetters");
  in.refuseUnknown();
  violations.throwIfAny();
  Json items = Json::array();
  std::optional<std::string> nextCursor;
  std::int64_t lastRow = 0;
  Total total;
  engine.database().read([&](Connection& db) {
    const std::int64_t before = page.after ? page.after->front() : limits::integerAbsMax;
    const auto places = crossAccount::findDeadMessages(db, before, page.after ? 0 : page.offset(), page.pageSize + 1);
    for (const auto& place : places) {
      if (static_cast<std::int64_t>(items.size()) == page.pageSize) {
        nextCursor = encodeCursor("deadLetters", {lastRow});
        break;
      }
      const auto message = findMessage(db, place.scope, place.row);
      if (!message) continue;
      const Json content = parseStored(message->content);
      lastRow = message->row;
      Json item = {{"id", message->id},      {"kind", message->kind},         {"accountId", message->accountId},
                   {"to", content.at("to")}, {"attempts", message->attempts}, {"createdAt", message->createdAt}};
      if (!message->lastError.empty()) item["error"] = message->lastError;
      for (const char* name : {"documentId", "identityId"}) {
        if (content.contains(name)) item[name] = content.at(name);
      }
      items.push_back(std::move(item));
    }
    total.count = crossAccount::countDeadMessages(db, limits::totalCountedMax);
    total.capped = total.count == limits::totalCountedMax;
  });
  return pageAnswer(std::move(items), nextCursor, total);
}

}  // namespace stead::notifications
