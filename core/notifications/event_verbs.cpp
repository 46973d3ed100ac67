#include "notifications/event_verbs.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "audit/stored_entry.h"
#include "audit/trail_store.h"
#include "base/limits.h"
#include "base/record_reader.h"
#include "delegation/guard.h"
#include "notifications/event_rules.h"
#include "notifications/event_store.h"

namespace stead::notifications {
namespace {

constexpr std::size_t wordsMax = 50;

struct Wanted {
  std::int64_t after = -1;
  std::int64_t pageSize = limits::pageSizeDefault;
  std::vector<std::string> words;  // empty: everything that happened

  [[nodiscard]] bool holds(const EventRow* row) const {
    return words.empty() || (row != nullptr && std::find(words.begin(), words.end(), row->word) != words.end());
  }
};

Wanted readWanted(const Json& request) {
  Wanted out;
  Violations violations;
  RecordReader in(request, violations);
  out.after = in.integer("after", -1, limits::integerAbsMax).value_or(out.after);
  out.pageSize = in.integer("pageSize", 1, limits::pageSizeMax).value_or(out.pageSize);
  out.words = readEventWords(in, violations, "events");
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

void putUnlessEmpty(Json& object, const char* name, std::string_view text) {
  if (!text.empty()) object[name] = text;
}

Json itemOf(std::int64_t index, const Json& entry, const EventRow* row) {
  Json item = {{"index", index}, {"at", entry.at("at")}};
  if (row != nullptr) item["event"] = row->word;
  item["operation"] = audit::textAt(entry, {"operation"});
  item["outcome"] = audit::textAt(entry, {"outcome"});
  putUnlessEmpty(item, "reason", audit::textAt(entry, {"reason"}));
  item["actor"] = {{"kind", audit::textAt(entry, {"actor", "kind"})}};
  putUnlessEmpty(item["actor"], "id", audit::textAt(entry, {"actor", "id"}));
  item["subject"] = {{"type", audit::textAt(entry, {"subject", "type"})}};
  putUnlessEmpty(item["subject"], "id", audit::textAt(entry, {"subject", "id"}));
  for (const char* name : {"principal", "authority", "grantId"}) {
    putUnlessEmpty(item, name, audit::textAt(entry, {name}));
  }
  if (const auto version = audit::integerAt(entry, {"grantVersion"})) item["grantVersion"] = *version;
  return item;
}

Json entryIn(std::string_view bytes) {
  auto entry = audit::parseEntry(bytes);
  if (!entry) throw Error(Code::auditBroken, "an entry of the audit trail is damaged; verify the trail");
  return std::move(*entry);
}

FeedReader readerOf(const Session& session, const delegation::Right& right) {
  const Operation* all = operationNamed("audit.view");
  return {all != nullptr && all->allows(right.actor.role, false), session.userRow, session.userId};
}

// Everything up to `last` was looked at.
struct Looked {
  Json items = Json::array();
  std::int64_t last = -1;
};

Looked look(Connection& db, AccountScope scope, const FeedReader& reader, const Wanted& wanted, std::int64_t newest) {
  Looked out;
  out.last = std::min(newest, wanted.after + limits::listStepsMax);
  readEvents(db, scope, reader, wanted.after, out.last, [&](std::int64_t index, std::string_view bytes) {
    const Json entry = entryIn(bytes);
    const EventRow* row = eventOf(audit::textAt(entry, {"operation"}), audit::textAt(entry, {"outcome"}),
                                  audit::textAt(entry, {"actor", "kind"}));
    if (!wanted.holds(row)) return true;
    out.items.push_back(itemOf(index, entry, row));
    if (static_cast<std::int64_t>(out.items.size()) < wanted.pageSize) return true;
    out.last = index;
    return false;
  });
  return out;
}

}  // namespace

std::vector<std::string> readEventWords(RecordReader& in, Violations& violations, const char* name) {
  std::vector<std::string> words;
  const Json* given = in.array(name, wordsMax);
  if (given == nullptr) return words;
  for (std::size_t i = 0; i < given->size(); ++i) {
    const Json& word = (*given)[i];
    if (word.is_string() && eventWithWord(word.get_ref<const std::string&>()) != nullptr) {
      words.push_back(word.get<std::string>());
    } else {
      violations.add(in.pathOf(name, i), "is no event; use the words of contract 6.2, e.g. \"Completed\"");
    }
  }
  return words;
}

Json listEvents(Engine& engine, const Session& session, const Json& request) {
  const Wanted wanted = readWanted(request);
  Looked looked;
  std::int64_t newest = -1;
  engine.read(session.scope, [&](Connection& db, std::int64_t now) {
    const auto right = delegation::requireForReadOf(db, now, session, "event.view", "account", session.accountId);
    newest = audit::headSize(db, session.scope) - 1;
    if (wanted.after > newest) {
      throw Error(
          Code::entryNotFound,
          "the trail ends before this entry; if the store was restored from a copy, begin where the copy ended");
    }
    looked = look(db, session.scope, readerOf(session, right), wanted, newest);
  });
  return {{"items", std::move(looked.items)}, {"after", looked.last}, {"more", looked.last < newest}};
}

}  // namespace stead::notifications
