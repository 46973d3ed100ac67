#include "notifications/outbox_verbs.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "audit/audit_verbs.h"
#include "base/limits.h"
#include "base/paging.h"
#include "base/record_reader.h"
#include "engine/secrets.h"
#include "notifications/compose.h"
#include "notifications/outbox_rules.h"
#include "notifications/outbox_work.h"
#include "notifications/render.h"
#include "notifications/webhook_ends.h"
#include "notifications/who_hears.h"

namespace stead::notifications {
namespace {

using crossAccount::Delivery;

bool isOpen(const Engine& engine, Connection& db, AccountScope scope, std::string_view messageKind,
            const LinkTo& target, std::int64_t now) {
  if (target.kind == link::consent) {
    const std::int64_t lapseMs = engine.options().consentLapseDays * limits::dayMs;
    return isConsentOpen(db, scope, target.id, target.round, now - lapseMs);
  }
  if (target.kind == link::invite) return isInvitationOpen(db, scope, target.id, target.round);
  if (target.kind == link::revoke) return isGrantAlive(db, scope, target.id, now);
  // A sign link in a completion mail leads to the result.
  return needsOpenLink(messageKind) ? isSignatureOpen(db, scope, target.id, target.round, now)
                                    : isSigner(db, scope, target.id, target.round);
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
  bringBackLeases(engine, db, Delivery::mail, now);
  std::vector<Taken> out;
  for (std::int64_t looked = 0; looked < lookedAtMax;) {
    const std::int64_t wanted = request.max - static_cast<std::int64_t>(out.size());
    const auto places = crossAccount::findMessagesDue(db, Delivery::mail, now, wanted);
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

}  // namespace

Json take(Engine& engine, const Json& request) {
  const TakeRequest wanted = readTake(request);
  std::optional<std::int64_t> nextAt;
  const auto look = [&] {
    engine.database().read([&](Connection& db) { nextAt = crossAccount::nextMessageAt(db, Delivery::mail); });
  };
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
    if (!isWebhook(held.message.kind)) return;
    engine.writeInside(db, held.scope, [&](UnitOfWork& work) { delivered(work, held.message); });
  });
}

Json fail(Engine& engine, std::string_view messageId, std::int64_t lease, std::string_view error) {
  const std::string line = shortLine(error);
  Json answer;
  engine.writeAcrossAccounts([&](Connection& db, std::int64_t now) {
    const Held held = requireHeld(db, messageId, lease);
    if (held.message.attempts >= attemptsMaxOf(held.message)) {
      bury(engine, db, held.scope, held.message, line);
      answer = {{"dead", true}};
      return;
    }
    const std::int64_t nextAt = now + waitOf(held.message, held.message.attempts);
    putBackMessage(db, held.scope, held.message.row, nextAt, lease + 1, line);
    answer = {{"dead", false}, {"nextAttemptAt", nextAt}};
    if (!isWebhook(held.message.kind)) return;
    engine.writeInside(db, held.scope, [&](UnitOfWork& work) { failing(work, held.message, line); });
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
      for (const char* name : {"documentId", "identityId", "webhookId"}) {
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
