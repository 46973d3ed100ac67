// Documents get another holder (design 3, contract 3.1). Whoever gets one that was sent for somebody needs a consent of
// his own to act on it; who sent it, and by what right, stays.
#pragma once

#include <string_view>
#include <vector>

#include "base/change_plan.h"
#include "base/json.h"
#include "documents/hand_over_store.h"
#include "engine/engine.h"

namespace stead::people {
struct User;
}

namespace stead::documents {

// {documentIds (1 to 100), toUserId, dryRun?, planId?} by their holder, or by a user who may manage every document of
// the account → {toUserId, documents: [{id, version}], plan, + right}. In a dry run the versions are those of now.
[[nodiscard]] Json handOver(Engine& engine, const Session& session, const Json& request);

// --- for other domains' verbs, inside their unit of work ---

// All of a user's documents: what he holds gets another holder, what is under way is revoked first; where he is waited
// for as a signer, he declines.
struct Transfer {
  std::vector<HeldDocument> held;
  std::vector<AwaitedSigner> awaited;
};
// Lists it and adds each effect to the plan. More than limits::handedOverMax documents: Code::tooLarge.
[[nodiscard]] Transfer planTransfer(Connection& db, AccountScope scope, const people::User& from, std::int64_t now,
                                    ChangePlan& plan);
// Makes what was listed. `cause`, for the entries: "holderMoved", "holderDeactivated".
void makeTransfer(UnitOfWork& work, const Transfer& transfer, const people::User& to, std::string_view cause);

}  // namespace stead::documents
