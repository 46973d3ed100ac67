// The lists: documents sent as oneself, and those sent on behalf, from either side. Not audited.
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

namespace stead::documents {
namespace {

constexpr std::size_t statusesMax = 7;
constexpr std::string_view heldCursor = "documents";

void readStatuses(RecordReader& in, ListFilter& filter) {
  const Json* const words = in.array("status", statusesMax);
  if (words == nullptr) return;
  for (std::size_t i = 0; i < words->size(); ++i) {
    const Json& word = (*words)[i];
    const auto status = word.is_string() ? documentStatusNamed(word.get_ref<const std::string&>()) : std::nullopt;
    if (status) {
      filter.statuses.push_back(*status);
    } else {
      in.violation("status", "item " + std::to_string(i) +
                                 " must be one of Draft, Scheduled, InProgress, Completed, Declined, Revoked, Expired");
    }
  }
}

struct Wish {
  PageRequest page;
  ListFilter filter;
};

Wish readWish(RecordReader& in, std::string_view cursorName) {
  Wish wish;
  wish.page = readPage(in, cursorName);
  readStatuses(in, wish.filter);
  const TextRule searchRule{.codePointsMax = limits::searchCodePointsMax};
  wish.filter.needle = searchNeedle(in.text("search", searchRule).value_or(""));
  return wish;
}

Json rowsOf(Connection& db, AccountScope scope, const ListPage& page, std::int64_t now) {
  Json items = Json::array();
  NamedUsers users(db, scope);
  for (const std::int64_t row : page.rows) {
    const auto document = findDocument(db, scope, row);
    if (document) items.push_back(describeRow(users, *document, partiesOf(db, scope, row), now));
  }
  return items;
}

Json answerOf(Connection& db, AccountScope scope, const ListOf& list, const Wish& wish, std::string_view cursorName,
              std::int64_t now) {
  const ListPage page = listDocuments(db, scope, list, wish.filter, wish.page, now);
  std::optional<std::string> cursor;
  if (page.after) cursor = encodeCursor(cursorName, {*page.after});
  return pageAnswer(rowsOf(db, scope, page, now), cursor, page.total);
}

}  // namespace

Json list(Engine& engine, const Session& session, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  Wish wish = readWish(in, heldCursor);
  in.refuseUnknown();
  violations.throwIfAny();
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const auto right = delegation::requireForRead(db, now, session, "document.view");
    ListOf list;
    list.holderRow = right.actor.row;
    // Acting account-wide, one sees what one sent for that user.
    if (right.operatingUser) wish.filter.ownerRow = right.operatingUser->row;
    answer = answerOf(db, session.scope, list, wish, heldCursor, now);
  });
  return answer;
}

Json behalfList(Engine& engine, const Session& session, const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  const bool mine = in.word("pageType", {"BehalfOfOthers", "BehalfOfMe"}).value_or("BehalfOfOthers") == "BehalfOfMe";
  const std::string_view cursorName = mine ? "behalfOfMe" : "behalfOfOthers";
  Wish wish = readWish(in, cursorName);
  if (const auto email = in.email("identityEmail", false)) wish.filter.principalKey = email->key;
  in.refuseUnknown();
  violations.throwIfAny();
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const auto right = delegation::requireForRead(db, now, session, "document.view");
    ListOf list;
    list.kind = mine ? ListKind::behalfOfMe : ListKind::behalfOfOthers;
    list.holderRow = right.actor.row;
    list.principalKey = right.actor.emailKey;
    if (right.operatingUser) wish.filter.ownerRow = right.operatingUser->row;
    answer = answerOf(db, session.scope, list, wish, cursorName, now);
  });
  return answer;
}

}  // namespace stead::documents
