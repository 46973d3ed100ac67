// The outbox: what the host must deliver, at least once, de-duplicated by id.
#pragma once

#include <string_view>

#include "base/json.h"
#include "engine/engine.h"

namespace stead::notifications {

// {max? (10), leaseMs? (60000)} → {items: [{id, lease, kind, channel ("email"), from {name, email}, sender? {name,
// email}, replyTo? {name, email}, to {name, email}, subject, text, link?, attach?, documentId?, identityId?, accountId,
// attempt, createdAt}], nextDueAt?}. Links are derived here and nowhere kept. `link`: the first one where the text has
// several; `attach`: the completed document and its audit trail belong into the mail.
[[nodiscard]] Json take(Engine& engine, const Json& request);
// Delivered. Code::messageNotFound when the lease is not this one any more.
void ack(Engine& engine, std::string_view messageId, std::int64_t lease);
// Not delivered: tried again later (1 min, doubling, at most 6 h), dead after 10 attempts. {dead, nextAttemptAt?}.
[[nodiscard]] Json fail(Engine& engine, std::string_view messageId, std::int64_t lease, std::string_view error);

// Dead letters of all accounts, newest first: {page?, pageSize?, cursor?} → {items: [{id, kind, accountId, to {name,
// email}, attempts, error?, createdAt, documentId?, identityId?}], nextCursor, total, totalCapped}.
[[nodiscard]] Json deadLetters(Engine& engine, const Json& request);

}  // namespace stead::notifications
