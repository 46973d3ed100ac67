// The creator's list: newest first, driven by one index (of his rows, or of trigrams), the rest residual and bounded.
#include <algorithm>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/paging.h"
#include "base/text.h"
#include "delegation/guard.h"
#include "identities/identity_records.h"
#include "identities/identity_verbs.h"
#include "identities/identity_work.h"

namespace stead::identities {
namespace {

constexpr std::string_view listName = "identities";
constexpr std::size_t cursorKeys = 2;  // row key to go on below, matches still to skip
constexpr std::int64_t fromNewest = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t brandIdsMax = 100;

struct Filter {
  std::string needle;  // ASCII lower-case
  std::vector<std::string> brandIds;
  [[nodiscard]] bool empty() const noexcept { return needle.empty() && brandIds.empty(); }
};

struct ListRequest {
  PageRequest page;
  Filter filter;
};

struct Page {
  std::vector<Identity> items;
  std::optional<CursorKeys> next;
};

std::vector<std::string> readBrandIds(RecordReader& in, Violations& violations) {
  std::vector<std::string> out;
  const Json* list = in.array("brandIds", brandIdsMax);
  if (list == nullptr) return out;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Json& item = (*list)[i];
    std::string id = item.is_string() ? text::asciiLower(item.get_ref<const std::string&>()) : std::string();
    if (!text::isGuid(id)) violations.add(in.pathOf("brandIds", i), "Provide a valid brand ID");
    out.push_back(std::move(id));
  }
  return out;
}

ListRequest readList(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  ListRequest out;
  out.page = readPage(in, listName, cursorKeys);
  const auto search = in.text("search", {.codePointsMax = limits::searchCodePointsMax});
  if (search) out.filter.needle = text::asciiLower(text::trim(*search));
  out.filter.brandIds = readBrandIds(in, violations);
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

bool matches(const Filter& filter, const Candidate& candidate) {
  if (!containsFolded(candidate.name, filter.needle) && !containsFolded(candidate.email, filter.needle)) return false;
  if (filter.brandIds.empty()) return true;
  return std::find(filter.brandIds.begin(), filter.brandIds.end(), candidate.brandId) != filter.brandIds.end();
}

Page plainPage(Connection& db, AccountScope scope, std::int64_t creator, const PageRequest& page) {
  Page out;
  const std::int64_t before = page.after ? page.after->front() : fromNewest;
  out.items = listIdentitiesOf(db, scope, creator, before, page.pageSize + 1, page.after ? 0 : page.offset());
  if (static_cast<std::int64_t>(out.items.size()) > page.pageSize) {
    out.items.pop_back();
    out.next = CursorKeys{out.items.back().row, 0};
  }
  return out;
}

// Looks at no more than limits::listStepsMax rows; where it stops short of a full page, the cursor goes on from there.
Page filteredPage(Connection& db, AccountScope scope, std::int64_t creator, const ListRequest& request) {
  Page out;
  std::vector<std::int64_t> rows;
  std::int64_t last = request.page.after ? request.page.after->front() : fromNewest;
  std::int64_t skip = request.page.after ? request.page.after->back() : request.page.offset();
  std::int64_t steps = 0;
  searchIdentitiesOf(db, scope, creator, request.filter.needle, last, limits::listStepsMax + 1,
                     [&](const Candidate& candidate) {
                       if (steps++ == limits::listStepsMax) {
                         out.next = CursorKeys{last, skip};
                         return false;
                       }
                       if (matches(request.filter, candidate)) {
                         if (skip > 0) {
                           --skip;
                         } else if (static_cast<std::int64_t>(rows.size()) == request.page.pageSize) {
                           out.next = CursorKeys{last, 0};
                           return false;
                         } else {
                           rows.push_back(candidate.row);
                         }
                       }
                       last = candidate.row;
                       return true;
                     });
  for (const std::int64_t row : rows) out.items.push_back(findIdentity(db, scope, row).value());
  return out;
}

Total filteredTotal(Connection& db, AccountScope scope, std::int64_t creator, const Filter& filter) {
  Total total;
  std::int64_t steps = 0;
  searchIdentitiesOf(db, scope, creator, filter.needle, fromNewest, limits::totalCountedMax + 1,
                     [&](const Candidate& candidate) {
                       total.capped = steps++ == limits::totalCountedMax;
                       if (!total.capped && matches(filter, candidate)) ++total.count;
                       return !total.capped;
                     });
  return total;
}

}  // namespace

Json list(Engine& engine, const Session& session, const Json& request) {
  const ListRequest wanted = readList(request);
  Json answer;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const std::int64_t creator = delegation::requireForRead(db, now, session, "identity.view").actor.row;
    const bool plain = wanted.filter.empty();
    Page page =
        plain ? plainPage(db, session.scope, creator, wanted.page) : filteredPage(db, session.scope, creator, wanted);
    const Total total = plain ? Total{countIdentitiesOf(db, session.scope, creator), false}
                              : filteredTotal(db, session.scope, creator, wanted.filter);
    Json items = Json::array();
    for (Identity& identity : page.items) {
      const Loaded found = withGrant(db, session.scope, std::move(identity));
      items.push_back(identityRecord(found.identity, found.grant, session.userId, lapseMsOf(engine), now));
    }
    std::optional<std::string> next;
    if (page.next) next = encodeCursor(listName, *page.next);
    answer = pageAnswer(std::move(items), next, total);
  });
  return answer;
}

}  // namespace stead::identities
