#include "list_world.h"

#include <array>

#include "documents/document_list_store.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "sqlite_floor.h"
#include "world_parts.h"

namespace stead::bench {
namespace {

constexpr std::size_t perCommit = 5000;
constexpr std::size_t kinds = 25;
constexpr std::array<const char*, 4> otherKinds{"Rental", "Service", "Transfer", "Partner"};
constexpr const char* body = R"({"title":"Agreement","message":"Please sign this."})";

// Six of sixteen syllables: every place has a word of its own, and neighbours do not look alike.
std::string wordOf(std::size_t place) {
  static constexpr std::array<const char*, 16> syllables{"ba", "ce", "di", "fo", "gu", "ha", "je", "ki",
                                                         "lo", "mu", "na", "pe", "ri", "so", "tu", "ve"};
  std::uint64_t number = (place * 10007 + 12345) % (std::uint64_t{1} << 24);
  std::string word;
  for (int i = 0; i < 6; ++i, number >>= 4) word += syllables[number & 15];
  return word;
}

struct Cast {
  AccountScope scope;
  Person assistant;
};

Cast insertCast(Engine& engine) {
  Cast cast{insertAccount(engine), {}};
  engine.writeAcrossAccounts([&](Connection& db, std::int64_t now) {
    cast.assistant = insertUser(db, cast.scope, engine.ids(), now, "hankwhite@cubeflakes.com");
  });
  return cast;
}

ListWorld open(const std::string& path) {
  ListWorld out;
  const Db db = openDb(path);
  eachRow(db, prepare(db, "SELECT uid, account_id, id FROM \"user\""), [&](sqlite3_stmt* row) {
    out.userId = reinterpret_cast<const char*>(sqlite3_column_text(row, 0));
    out.account = sqlite3_column_int64(row, 1);
    out.userRow = sqlite3_column_int64(row, 2);
  });
  return out;
}

documents::Document sentDocument(IdSource& ids, std::int64_t now, std::size_t place, std::int64_t assistantRow) {
  documents::Document document;
  document.id = ids.newId(now);
  document.actorRow = document.ownerRow = document.holderRow = assistantRow;
  document.authority = Authority::grant;
  document.sentFor = documents::SentFor{
      "", "Luther Cooper", "luthercooper@cubeflakes.com", "luthercooper@cubeflakes.com", {}, {}, "EN"};
  const char* kind = place % kinds == 0 ? "Purchase" : otherKinds[place % otherKinds.size()];
  document.title = std::string(kind) + " agreement " + std::to_string(place) + " of " + documentWord(place);
  document.createdAt = document.activityAt = now;
  document.sentAt = now;
  document.expiresAt = now + 60 * limits::dayMs;
  return document;
}

documents::Party signerOf(IdSource& ids, std::int64_t now) {
  documents::Party party;
  party.id = ids.newId(now);
  party.name = "David";
  party.email = party.emailKey = "david@cubeflakes.com";
  party.invitedAt = now;
  return party;
}

}  // namespace

std::string identityEmail(std::size_t place) { return wordOf(place) + "@cubeflakes.com"; }

std::string documentWord(std::size_t place) { return wordOf(place); }

ListWorld identityWorld(const std::string& path, std::size_t identities) {
  if (isMade(path)) return open(path);
  {
    const auto engine = openForLoading(path);
    const Cast cast = insertCast(*engine);
    load(*engine, identities, perCommit, [&](Connection& db, std::int64_t now, std::size_t place) {
      insertConsent(db, cast.scope, engine->ids(), now, cast.assistant.row, identityEmail(place));
    });
  }
  return open(path);
}

ListWorld documentWorld(const std::string& path, std::size_t documents) {
  if (isMade(path)) return open(path);
  {
    const auto engine = openForLoading(path);
    const Cast cast = insertCast(*engine);
    load(*engine, documents, perCommit, [&](Connection& db, std::int64_t now, std::size_t place) {
      documents::Document document = sentDocument(engine->ids(), now, place, cast.assistant.row);
      std::vector<documents::Party> parties{signerOf(engine->ids(), now)};
      document.searchKey = documents::searchKeyOf(document, parties, "hankwhite@cubeflakes.com");
      documents::insertDocument(db, cast.scope, document, body);
      documents::insertParty(db, cast.scope, document.row, parties.front());
      documents::countDocument(db, cast.scope, document);
    });
  }
  return open(path);
}

}  // namespace stead::bench
