// Subscriptions of an account, by its Admins, and their messages, by the host (contract 6).
#pragma once

#include <string_view>

#include "base/json.h"
#include "engine/engine.h"

namespace stead::notifications {

// {name, url (https), events [words of contract 6.2], requestId?} → webhook {id, name, url, events, status ("Pending" |
// "Enabled" | "Disabled"), version, createdAt, updatedAt, secret, …}. The secret is in this answer only. The address
// is asked to answer a verification first; until it has, nothing else is sent to it.
[[nodiscard]] Json createWebhook(Engine& engine, const Session& session, const Json& request);
// {page?, pageSize?, cursor?} → {items: [webhook], nextCursor, total, totalCapped}, newest first.
[[nodiscard]] Json listWebhooksOf(Engine& engine, const Session& session, const Json& request);
// {name?, url?, events?, enabled?, version?} → webhook. Another url, or switching on what is disabled, asks for a new
// verification.
[[nodiscard]] Json updateWebhookOf(Engine& engine, const Session& session, std::string_view webhookId,
                                   const Json& request);
// → {id}. What waits for it is dropped.
[[nodiscard]] Json removeWebhook(Engine& engine, const Session& session, std::string_view webhookId);
// {previousValidMs? (a day)} → webhook with its new secret. The one before signs too for that time.
[[nodiscard]] Json rollWebhookSecret(Engine& engine, const Session& session, std::string_view webhookId,
                                     const Json& request);

// {max? (10), leaseMs? (60000)} → {items: [{id, lease, webhookId, event, url, headers, body, accountId, attempt,
// createdAt, documentId?, identityId?}], nextDueAt?}. Signatures are made here and nowhere kept. Delivered means
// status 200 within 10 s; acknowledged and failed like any message of the outbox.
[[nodiscard]] Json takeWebhooks(Engine& engine, const Json& request);

}  // namespace stead::notifications
