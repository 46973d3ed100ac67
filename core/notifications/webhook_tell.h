// From what a unit of work wrote into the trail to the messages its subscribers get, in the same transaction.
#pragma once

#include <cstdint>

#include "audit/entry.h"
#include "engine/unit_of_work.h"

namespace stead::notifications {

// Notes an entry that has one of the contract's words, with the last state of what is about to go.
void keepForSubscribers(UnitOfWork& work, std::int64_t index, const audit::Entry& entry);
// Plans a message for each enabled webhook of the account that wants one of them. Payloads say what is so at the end
// of the unit of work.
void tellSubscribers(UnitOfWork& work);
// Asks an address whether it is there: the message to the webhook's present round.
void askToVerify(UnitOfWork& work, std::int64_t index, std::string_view webhookId, std::string_view name,
                 std::int64_t round);
// Under the present host secret: after a rotation the previous one may go.
void resealWebhooks(UnitOfWork& work);

}  // namespace stead::notifications
