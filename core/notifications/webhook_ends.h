// What a delivery, a failure and the end of a ladder mean for the subscription.
#pragma once

#include <string>
#include <string_view>

#include "engine/unit_of_work.h"
#include "notifications/outbox_store.h"

namespace stead::notifications {

[[nodiscard]] bool isWebhook(std::string_view messageKind) noexcept;

// The address answered: a verification enables the subscription it was made for.
void delivered(UnitOfWork& work, const Message& message);
// It did not; the message is tried again.
void failing(UnitOfWork& work, const Message& message, const std::string& error);
// The ladder has ended: the subscription is disabled and the Admins are told, unless something else got through since
// the message was made.
void undelivered(UnitOfWork& work, const Message& message, const std::string& error);

}  // namespace stead::notifications
