// The lists: documents sent as oneself or received, those of a team, and those sent on behalf, from either side. Not
// audited.
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/paging.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "documents/describe.h"
#include "documents/document_act.h"
#include "documents/document_list_store.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"
#include "documents/list_request.h"

namespace stead::documents {
namespace {

Json rowsOf(Connection& db, AccountScope scope, const ListPage& page, std::int64_t now) {
  Json items = Json::array();
  NamedUsers users(db, scope);
  for (const std::int64_t row : page.rows) {
    const auto document = findDocument(db, scope, row);
    if (document) items.push_back(describeRow(users, *document, partiesOf(db, scope, row), now));
  }
  return items;
}

Json answerOf(Connection& db, AccountScope scope, const ListOf& list, const ListWish& wish, std::int64_t now) {
  const ListPage page = listDocuments(db, scope, list, wish.filter, wish.page, now);
  std::optional<std::string> cursor;
  if (page.after) cursor = encodeCursor(wish.cursorName, {*page.after});
  return pageAnswer(rowsOf(db, scope, page, now), cursor, page.total);
}

}  // namespace

Json list(Engine& engine, const Session& session, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  ListWish wish = readListWish(in, violations, {.cursorName = "documents", .transmits = true});
  wish.filter.senderKeys = readAddresses(in, violations, "sentBy");
  wish.filter.recipientKeys = readAddresses(in, violations, "recipients");
  in.refuseUnknown();
  violations.throwIfAny();
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const auto right = delegation::requireForRead(db, now, session, "document.view");
    ListOf list;
    list.holderRow = right.actor.row;
    list.addressKey = right.actor.emailKey;
    if (wish.sent) list.kinds.push_back(ListKind::held);
    if (wish.received) list.kinds.push_back(ListKind::received);
    wish.filter.caller.emailKey = right.actor.emailKey;
    // Acting account-wide, one sees what one sent for that user.
    if (right.operatingUser) wish.filter.ownerRow = right.operatingUser->row;
    answer = answerOf(db, session.scope, list, wish, now);
  });
  return answer;
}

Json teamList(Engine& engine, const Session& session, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  ListWish wish = readListWish(in, violations, {.cursorName = "teamDocuments", .transmits = true});
  TeamFilter team;
  team.userIds = readIds(in, violations, "userIds");
  team.teamIds = readIds(in, violations, "teamIds");
  team.sent = wish.sent;
  team.received = wish.received;
  in.refuseUnknown();
  violations.throwIfAny();
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const auto right = delegation::requireForRead(db, now, session, "document.teamList");
    team.wholeAccount = right.actor.role == Role::admin;
    team.ownTeamRow = right.actor.teamRow;
    wish.filter.caller.emailKey = right.actor.emailKey;
    wish.filter.team = team;
    ListOf list;
    list.kinds = {ListKind::ofAccount};
    answer = answerOf(db, session.scope, list, wish, now);
  });
  return answer;
}

Json behalfList(Engine& engine, const Session& session, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const bool mine = in.word("pageType", {"BehalfOfOthers", "BehalfOfMe"}).value_or("BehalfOfOthers") == "BehalfOfMe";
  ListWish wish = readListWish(in, violations, {.cursorName = mine ? "behalfOfMe" : "behalfOfOthers"});
  wish.filter.principalKeys = readAddresses(in, violations, "identityEmails");
  if (const auto email = in.email("identityEmail", false)) {
    if (in.has("identityEmails")) in.violation("identityEmail", "cannot be combined with identityEmails");
    wish.filter.principalKeys = {email->key};
  }
  wish.filter.signerKeys = readAddresses(in, violations, "signers");
  in.refuseUnknown();
  violations.throwIfAny();
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const auto right = delegation::requireForRead(db, now, session, "document.view");
    ListOf list;
    list.kinds = {mine ? ListKind::behalfOfMe : ListKind::behalfOfOthers};
    list.holderRow = right.actor.row;
    list.addressKey = right.actor.emailKey;
    wish.filter.caller.emailKey = right.actor.emailKey;
    if (right.operatingUser) wish.filter.ownerRow = right.operatingUser->row;
    answer = answerOf(db, session.scope, list, wish, now);
  });
  return answer;
}

}  // namespace stead::documents
