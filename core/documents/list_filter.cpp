#include "documents/list_filter.h"

#include <algorithm>

#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "documents/labels.h"

namespace stead::documents {
namespace {

template <class Value, class Other>
bool holds(const std::vector<Value>& list, const Other& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

template <class Value, class Other>
bool isAnyOrUnasked(const std::vector<Value>& list, const Other& value) {
  return list.empty() || holds(list, value);
}

bool isWithin(const Period& period, const ListedRow& row) {
  const auto at = period.ofExpiry ? row.expiresAt : std::optional(row.sentOrMadeAt);
  return at && (!period.from || *at >= *period.from) && (!period.until || *at <= *period.until);
}

bool hasLabel(const std::vector<std::string>& wanted, std::string_view column) {
  if (wanted.empty()) return true;
  const auto labels = labelsOf(column);
  return std::any_of(labels.begin(), labels.end(), [&](const std::string& label) { return holds(wanted, label); });
}

bool isWaitingFor(const std::vector<Party>& parties, const std::string& key) {
  return std::any_of(parties.begin(), parties.end(),
                     [&](const Party& party) { return isPending(party) && party.emailKey == key; });
}

}  // namespace

bool ListFilter::isEmpty() const noexcept {
  return statuses.empty() && !waitingForMe && !waitingForOthers && !needAttention && needle.empty() && !ownerRow &&
         principalKeys.empty() && senderKeys.empty() && recipientKeys.empty() && signerKeys.empty() && labels.empty() &&
         brandIds.empty() && !period && !team;
}

const std::vector<Party>& ListMatcher::parties(const ListedRow& row) {
  if (partiesOfRow_ != row.row) {
    parties_ = partiesOf(db_, scope_, row.row);
    partiesOfRow_ = row.row;
  }
  return parties_;
}

bool ListMatcher::matchesStatus(const ListedRow& row) {
  const bool views = filter_.waitingForMe || filter_.waitingForOthers || filter_.needAttention;
  if (filter_.statuses.empty() && !views) return true;
  if (holds(filter_.statuses, row.status)) return true;
  if (!views || row.status != DocumentStatus::inProgress) return false;
  const auto& people = parties(row);
  const bool mine = isWaitingFor(people, filter_.caller.emailKey);
  if (mine ? filter_.waitingForMe : filter_.waitingForOthers) return true;
  return filter_.needAttention && std::any_of(people.begin(), people.end(), needsAttention);
}

bool ListMatcher::isOfTeam(const people::User& user) const {
  const TeamFilter& team = *filter_.team;
  const bool seen = team.wholeAccount || (team.ownTeamRow && user.teamRow == team.ownTeamRow);
  return seen && isAnyOrUnasked(team.userIds, user.id) && isAnyOrUnasked(team.teamIds, user.teamId);
}

bool ListMatcher::matchesTeam(const ListedRow& row) {
  if (!filter_.team) return true;
  if (filter_.team->sent) {
    const auto& holder = users_.at(row.holderRow);
    if (holder && isOfTeam(*holder)) return true;
  }
  if (!filter_.team->received) return false;
  const auto& people = parties(row);
  return std::any_of(people.begin(), people.end(), [&](const Party& party) {
    if (isSigner(party) && !party.invitedAt) return false;
    const auto& user = users_.at(party.emailKey);
    return user && isOfTeam(*user);
  });
}

bool ListMatcher::isSender(std::int64_t userRow) {
  const auto& user = users_.at(userRow);
  return user && holds(filter_.senderKeys, user->emailKey);
}

bool ListMatcher::hasParty(const std::vector<std::string>& keys, bool signersOnly) {
  return std::any_of(parties_.begin(), parties_.end(), [&](const Party& party) {
    return (!signersOnly || isSigner(party)) && holds(keys, party.emailKey);
  });
}

bool ListMatcher::matches(const ListedRow& row) {
  const bool cheap = (filter_.needle.empty() || row.searchKey.find(filter_.needle) != std::string_view::npos) &&
                     isAnyOrUnasked(filter_.principalKeys, row.principalKey) &&
                     (!filter_.ownerRow || row.ownerRow == *filter_.ownerRow) &&
                     isAnyOrUnasked(filter_.brandIds, row.brandId) &&
                     (!filter_.period || isWithin(*filter_.period, row)) && hasLabel(filter_.labels, row.labels);
  if (!cheap || !matchesStatus(row) || !matchesTeam(row)) return false;
  if (!filter_.senderKeys.empty() && !isSender(row.actorRow) && !isSender(row.ownerRow)) return false;
  if (filter_.recipientKeys.empty() && filter_.signerKeys.empty()) return true;
  (void)parties(row);
  return (filter_.recipientKeys.empty() || hasParty(filter_.recipientKeys, false)) &&
         (filter_.signerKeys.empty() || hasParty(filter_.signerKeys, true));
}

}  // namespace stead::documents
