#include "notifications/outbox_work.h"

#include "base/limits.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "notifications/outbox_rules.h"
#include "notifications/render.h"
#include "notifications/webhook_ends.h"
#include "notifications/webhook_rules.h"

namespace stead::notifications {
namespace {

constexpr std::int64_t takeMax = 100;
constexpr std::size_t errorCodePointsMax = 500;

// What the host said may name people, so it stands with the fields that can be erased.
audit::Entry deadEntry(const Message& message, const std::string& error) {
  audit::Entry entry;
  entry.actorKind = audit::ActorKind::system;
  entry.operation = "outbox.dead";
  entry.subjectType = "outbox";
  entry.subjectId = message.id;
  entry.detail = {{"kind", message.kind}, {"attempts", message.attempts}};
  if (isWebhook(message.kind)) {
    entry.detail.emplace_back("webhookId", message.receiver);
    entry.personal = {{"error", error}};
  } else {
    entry.personal = {{"email", message.receiver}, {"error", error}};
  }
  return entry;
}

void bringBack(Engine& engine, Connection& db, const crossAccount::MessagePlace& place) {
  const auto message = findMessage(db, place.scope, place.row);
  if (!message) return;
  if (message->attempts >= attemptsMaxOf(*message)) {
    bury(engine, db, place.scope, *message, "taken again and again, but neither acknowledged nor failed");
    return;
  }
  const std::int64_t dueAt = message->leaseUntil.value_or(0) + waitOf(*message, message->attempts - 1);
  putBackMessage(db, place.scope, place.row, dueAt, message->lease, message->lastError);
}

}  // namespace

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

std::int64_t attemptsMaxOf(const Message& message) noexcept {
  return isWebhook(message.kind) ? webhookAttemptsMax : attemptsMax;
}

std::int64_t waitOf(const Message& message, std::int64_t attempts) noexcept {
  return isWebhook(message.kind) ? webhookWaitAfter(attempts) : waitAfter(attempts);
}

void bury(Engine& engine, Connection& db, AccountScope scope, const Message& message, const std::string& error) {
  buryMessage(db, scope, message.row, error);
  engine.writeInside(db, scope, [&](UnitOfWork& work) {
    work.audit(deadEntry(message, error));
    if (isWebhook(message.kind)) undelivered(work, message, error);
  });
}

void bringBackLeases(Engine& engine, Connection& db, crossAccount::Delivery how, std::int64_t now) {
  for (const auto& place : crossAccount::findLeasesRunOut(db, how, now, lookedAtMax)) bringBack(engine, db, place);
}

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

std::string shortLine(std::string_view error) {
  std::string line = oneLine(text::isUtf8(error) ? error : "(the error was not UTF-8)");
  std::size_t kept = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U;
    if (begins && kept++ == errorCodePointsMax) return line.substr(0, i);
  }
  return line;
}

}  // namespace stead::notifications
