// Backup, restore and integrity check of a store that is in use.
#include <sys/stat.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "documents/document_verbs.h"
#include "engine/store_care.h"
#include "support/kept_store.h"
#include "support/send_samples.h"

using namespace stead;
using namespace stead::test;

namespace {

// Writers on one account until they are told to stop; counts what was acknowledged.
class Load {
 public:
  Load(Engine& engine, AccountScope scope, int threads) {
    for (int i = 0; i < threads; ++i) {
      threads_.emplace_back([this, &engine, scope] {
        while (!stop_) {
          appendStep(engine, scope);
          ++acknowledged;
        }
      });
    }
  }
  ~Load() {
    stop_ = true;
    for (auto& thread : threads_) thread.join();
  }
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

  void waitFor(std::int64_t more) const {
    const std::int64_t until = acknowledged + more;
    while (acknowledged < until) std::this_thread::yield();
  }
  std::atomic<std::int64_t> acknowledged = 0;

 private:
  std::atomic<bool> stop_ = false;
  std::vector<std::thread> threads_;
};

// All findings of a whole check, in steps of `steps`.
Json findingsOf(Engine& engine, std::int64_t steps) {
  Json all = Json::array();
  Json request = {{"maxSteps", steps}};
  for (int calls = 0; calls < 1000; ++calls) {
    const Json answer = checkStore(engine, request);
    CHECK(answer["ok"] == answer["findings"].empty());
    for (const Json& finding : answer["findings"]) all.push_back(finding);
    if (answer["nextCursor"].is_null()) return all;
    request["cursor"] = answer["nextCursor"];
  }
  FAIL("the check has no end");
  return all;
}

}  // namespace

TEST_CASE("Backups taken while four threads write are whole, and hold what was acknowledged before", "[care]") {
  const KeptStore kept;
  const auto engine = kept.open({{"durability", "normal"}});
  const Json account = KeptStore::makeAccount(*engine);
  const std::string id = account["id"];
  const AccountScope scope = people::openTrusted(*engine, account["adminUserId"].get<std::string>()).scope;
  std::vector<std::string> before;
  {
    Load load(*engine, scope, 4);
    for (int round = 0; round < 3; ++round) {
      load.waitFor(200);
      before.push_back(audit::checkpoint(*engine, id)["checkpoint"]);
      const std::string path = kept.path("copy" + std::to_string(round));
      const Json answer = backup(*engine, path);
      CHECK(answer["path"] == path);
      CHECK(answer["bytes"] == std::filesystem::file_size(path));
      CHECK(answer["takenAt"].get<std::int64_t>() <= engine->clockMs());
      struct stat info {};
      REQUIRE(::stat(path.c_str(), &info) == 0);
      CHECK((info.st_mode & 0777) == 0600);
      CHECK(checkStore(*engine, {{"maxSteps", 1000}})["ok"] == true);
    }
    load.waitFor(200);
  }
  CHECK(audit::verify(*engine, id, true)["ok"] == true);
  for (int round = 0; round < 3; ++round) {
    const std::string name = "copy" + std::to_string(round);
    CHECK_FALSE(std::filesystem::exists(kept.path(name + ".secret")));
    CHECK_FALSE(std::filesystem::exists(kept.path(name + ".part")));
    // The drill: it opens, continues the checkpoint taken before it, is whole, and goes on.
    const auto copy =
        kept.open({{"expectCheckpoint", before[static_cast<std::size_t>(round)]}}, KeptStore::secret(1), {}, name);
    CHECK(findingsOf(*copy, 1000).empty());
    CHECK(audit::verify(*copy, id, true)["ok"] == true);
    appendStep(*copy, scope);
    CHECK(audit::verify(*copy, id, true)["ok"] == true);
  }
}

TEST_CASE("A backup never overwrites, and a failed one leaves nothing", "[care]") {
  const KeptStore kept;
  const auto engine = kept.open();
  const auto refused = [&](const std::string& path) { return codeOf([&] { (void)backup(*engine, path); }); };
  std::ofstream(kept.path("taken")) << "mine";
  std::ofstream(kept.path("half.part")) << "another's";
  CHECK(refused(kept.path("taken")) == "backupExists");
  CHECK(refused(kept.path()) == "backupExists");
  CHECK(refused(kept.path("half")) == "backupExists");
  CHECK(refused(kept.path("no folder/copy")) == "storeFailed");
  CHECK(refused("") == "malformedArgument");
  CHECK(std::filesystem::file_size(kept.path("taken")) == 4);
  CHECK(std::filesystem::file_size(kept.path("half.part")) == 9);
  CHECK_FALSE(std::filesystem::exists(kept.path("taken.part")));
  CHECK_FALSE(std::filesystem::exists(kept.path("half")));
  std::filesystem::create_symlink("nowhere", kept.path("link"));
  CHECK(refused(kept.path("link")) == "backupExists");
  CHECK(backup(*engine, kept.path("copy"))["bytes"].get<std::int64_t>() > 0);
}

TEST_CASE("An old, another or a rewritten store is told from the one the checkpoint was taken of", "[care]") {
  const KeptStore kept;
  std::string id;
  std::string early;
  std::string late;
  {
    const auto engine = kept.open();
    const Json account = KeptStore::makeAccount(*engine);
    id = account["id"];
    const AccountScope scope = people::openTrusted(*engine, account["adminUserId"].get<std::string>()).scope;
    early = audit::checkpoint(*engine, id)["checkpoint"];
    for (int i = 0; i < 6; ++i) appendStep(*engine, scope);
    (void)backup(*engine, kept.path("old"));
    for (int i = 0; i < 6; ++i) appendStep(*engine, scope);
    late = audit::checkpoint(*engine, id)["checkpoint"];
    for (int i = 0; i < 6; ++i) appendStep(*engine, scope);
    for (const char* name : {"rewritten", "cut"}) (void)backup(*engine, kept.path(name));
  }
  { (void)kept.open({}, KeptStore::secret(1), {}, "empty"); }
  const std::string triggers = "DROP TRIGGER audit_entry_fixed; DROP TRIGGER audit_node_fixed;";
  kept.raw(triggers + "UPDATE audit_entry SET leaf = zeroblob(32) WHERE idx = 12", "rewritten");
  kept.raw("DROP TRIGGER audit_node_kept; DELETE FROM audit_node WHERE level = 3", "cut");
  std::string forged = late;
  forged.replace(forged.find("\n13\n"), 4, "\n12\n");

  const auto opened = [&](const Json& expected, const char* name) {
    try {
      (void)kept.open({{"expectCheckpoint", expected}}, KeptStore::secret(1), {}, name);
      return std::string("opened");
    } catch (const Error& error) {
      return std::string(codeName(error.code()));
    }
  };
  CHECK(opened(late, "stead.db") == "opened");
  CHECK(opened(Json::array({early, late}), "stead.db") == "opened");
  CHECK(opened(Json::array(), "stead.db") == "opened");
  CHECK(opened(nullptr, "stead.db") == "opened");
  CHECK(opened(early, "old") == "opened");
  CHECK(opened(late, "old") == "storeBehind");
  CHECK(opened(Json::array({early, late}), "old") == "storeBehind");
  CHECK(opened(early, "empty") == "storeBehind");
  CHECK(opened(early, "missing") == "storeBehind");
  CHECK_FALSE(std::filesystem::exists(kept.path("missing")));
  // A change beyond the checkpoint is none that it could know of: that is what verify is for.
  CHECK(opened(early, "rewritten") == "opened");
  CHECK(opened(late, "rewritten") == "storeContradicts");
  CHECK(opened(late, "cut") == "auditBroken");
  CHECK(opened(forged, "stead.db") == "storeContradicts");
  for (const Json& bad :
       {Json("no note"), Json(1), Json::array({early, ""}), Json::array({1}), Json("a\n\n\xE2\x80\x94 b c\n")}) {
    CAPTURE(bad.dump());
    CHECK(fieldsOf([&] {
            (void)readOptions("x", {{"expectCheckpoint", bad}});
          }) == std::vector<std::string>{"/expectCheckpoint"});
  }
}

TEST_CASE("The check finds damaged pages, lost rows and heads that do not fit", "[care]") {
  const KeptStore kept;
  const std::string defensive = "PRAGMA writable_schema=ON;";
  const struct {
    const char* what;
    std::string sql;
    std::string check;
    std::string table;  // or "account"
  } rows[] = {
      {"sound", "SELECT 1", "", ""},
      {"a row that refers to nobody",
       "INSERT INTO team (account_id, uid, name, name_key, created_at) VALUES (99, 'x', 'Legal', 'legal', 1)", "pages",
       "team"},
      {"an index that lacks a row",
       defensive +
           "UPDATE sqlite_schema SET sql = sql || ' WHERE subject = ''''' WHERE name = 'audit_entry_by_subject'",
       "pages", "audit_entry"},
      {"the head's size", "DROP TRIGGER audit_head_grows; UPDATE audit_head SET size = size + 2", "head", "account"},
      {"the head's time", "DROP TRIGGER audit_head_grows; UPDATE audit_head SET last_at = 1", "head", "account"},
      {"the head's hashes", "DROP TRIGGER audit_head_grows; UPDATE audit_head SET range = zeroblob(length(range))",
       "head", "account"},
      {"no head", "DROP TRIGGER audit_head_kept; DELETE FROM audit_head", "head", "account"},
      {"a lost node", "DROP TRIGGER audit_node_kept; DELETE FROM audit_node WHERE level = 2", "head", "account"},
      {"a lost newest entry", "DROP TRIGGER audit_entry_kept; DELETE FROM audit_entry WHERE idx = 5", "head",
       "account"},
  };
  std::string id;
  {
    const auto engine = kept.open();
    const Json account = KeptStore::makeAccount(*engine);
    id = account["id"];
    const AccountScope scope = people::openTrusted(*engine, account["adminUserId"].get<std::string>()).scope;
    for (int i = 0; i < 5; ++i) appendStep(*engine, scope);
    for (std::size_t i = 0; i < std::size(rows); ++i) (void)backup(*engine, kept.path(std::to_string(i)));
  }
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    const auto& row = rows[i];
    CAPTURE(row.what);
    kept.raw(row.sql, std::to_string(i));
    const auto engine = kept.open({}, KeptStore::secret(1), {}, std::to_string(i));
    const Json findings = findingsOf(*engine, 1);
    CAPTURE(findings.dump());
    CHECK(findings == findingsOf(*engine, 1000));
    if (row.check.empty()) {
      CHECK(findings.empty());
      continue;
    }
    REQUIRE_FALSE(findings.empty());
    CHECK(findings[0]["check"] == row.check);
    CHECK(findings[0][row.table == "account" ? "accountId" : "table"] == (row.table == "account" ? id : row.table));
    CHECK_FALSE(findings[0]["text"].get<std::string>().empty());
  }
}

TEST_CASE("Files are read in steps, and those that are not what was sent are found", "[care]") {
  const KeptStore kept;
  std::string id;
  {
    const auto engine = kept.open();
    const Json account = KeptStore::makeAccount(*engine);
    id = account["id"];
    const Session luther = people::openTrusted(*engine, account["adminUserId"].get<std::string>());
    for (const char* tail : {"\n% one", "\n% two", "\n% three"}) {
      Upload upload = agreement();
      for (const char* c = tail; *c != '\0'; ++c) upload.files[0].bytes.push_back(static_cast<std::uint8_t>(*c));
      (void)documents::send(*engine, luther, sendRecord(), upload);
    }
    CHECK(findingsOf(*engine, 1).empty());
  }
  kept.raw(
      "UPDATE file_chunk SET bytes = CAST(substr(bytes, 1, length(bytes) - 1) || x'20' AS BLOB) WHERE file_id = 2");
  kept.raw("DELETE FROM file_chunk WHERE file_id = 3");
  const auto engine = kept.open();
  const Json findings = findingsOf(*engine, 1);
  CAPTURE(findings.dump());
  REQUIRE(findings.size() == 2);
  for (const Json& finding : findings) {
    CHECK(finding["check"] == "file");
    CHECK(finding["accountId"] == id);
    CHECK_THAT(finding["text"].get<std::string>(), Catch::Matchers::Contains("are not those that were sent"));
  }
}

TEST_CASE("A page that was overwritten is found", "[care]") {
  const KeptStore kept;
  std::string id;
  {
    const auto engine = kept.open();
    const Json account = KeptStore::makeAccount(*engine);
    const AccountScope scope = people::openTrusted(*engine, account["adminUserId"].get<std::string>()).scope;
    for (int i = 0; i < 200; ++i) appendStep(*engine, scope);
    (void)backup(*engine, kept.path("copy"));
  }
  // The newest pages are those of the trail.
  const auto size = std::filesystem::file_size(kept.path("copy"));
  std::fstream file(kept.path("copy"), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(size - 3 * 4096));
  file << std::string(2 * 4096, '\x55');
  file.close();
  const auto engine = kept.open({}, KeptStore::secret(1), {}, "copy");
  const Json findings = findingsOf(*engine, 5);
  CAPTURE(findings.dump());
  REQUIRE_FALSE(findings.empty());
  CHECK(findings[0]["check"] == "pages");
}
