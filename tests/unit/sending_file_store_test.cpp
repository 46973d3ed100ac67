#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "documents/file_store.h"
#include "support/people.h"
#include "support/plan.h"
#include "support/test_store.h"

using namespace stead;
using namespace stead::documents;
using stead::test::codeOf;
using stead::test::Office;
using stead::test::planOf;
using stead::test::TestStore;

namespace {

constexpr std::size_t chunk = std::size_t{256} * 1024;
constexpr std::int64_t day = 86400000;

// Bytes in which no two chunks are alike.
Bytes content(std::size_t size, std::uint8_t salt = 0) {
  Bytes bytes(size);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>((i * 31 + i / 251 + salt) & 0xFFU);
  return bytes;
}

SentFile sent(const std::string& name, const Bytes& bytes) {
  SentFile file;
  file.name = name;
  file.sha256 = crypto::sha256(bytes);
  file.size = static_cast<std::int64_t>(bytes.size());
  file.type = FileType::pdf;
  file.pages = 3;
  return file;
}

struct World {
  TestStore store;
  Office office{store};
  AccountScope scope = office.scope;

  void stage(const std::vector<Bytes>& contents, AccountScope into) {
    std::vector<SentFile> files;
    Upload upload;
    for (const Bytes& bytes : contents) {
      files.push_back(sent("a.pdf", bytes));
      upload.files.push_back({"a.pdf", bytes});
    }
    stageFiles(store.engine(), into, files, upload);
  }
  void stage(const std::vector<Bytes>& contents) { stage(contents, scope); }

  // A document row to which files can be linked.
  std::int64_t document(AccountScope account, std::int64_t user) {
    std::int64_t row = 0;
    store.engine().database().write([&](Connection& db) {
      auto made = db.query(
          "INSERT INTO document (account_id, uid, actor_id, owner_id, holder_id, authority, title, search_key, status, "
          "signing_order, disable_emails, body, meta_data, created_at, activity_at) "
          "VALUES ($1, lower(hex(randomblob(16))), $2, $2, $2, 'self', 't', 't', 'InProgress', 0, 0, '{}', '{}', 1, 1) "
          "RETURNING id",
          account.account, user);
      made.step();
      row = made.integer(0);
    });
    return row;
  }
  std::int64_t document() { return document(scope, office.luther.userRow); }

  void attach(std::int64_t documentRow, const std::vector<SentFile>& files) {
    store.engine().database().write([&](Connection& db) { attachFiles(db, scope, documentRow, files); });
  }
  std::vector<StoredFile> files(std::int64_t documentRow, AccountScope account) {
    std::vector<StoredFile> out;
    store.engine().database().read([&](Connection& db) { out = filesOf(db, account, documentRow); });
    return out;
  }
  Bytes read(const StoredFile& file, std::int64_t offset, std::int64_t max, AccountScope account) {
    Bytes out;
    store.engine().database().read([&](Connection& db) { out = readFile(db, account, file, offset, max); });
    return out;
  }
  std::int64_t count(const char* sql) { return store.number(sql); }
};

}  // namespace

TEST_CASE("A file is staged in chunks and complete at the end", "[sending][store]") {
  for (const std::size_t size : {std::size_t{1}, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 7}) {
    CAPTURE(size);
    World world;
    const Bytes bytes = content(size);
    world.stage({bytes});
    CHECK(world.count("SELECT count(*) FROM file WHERE complete = 1") == 1);
    CHECK(world.count("SELECT count(*) FROM file_chunk") == static_cast<std::int64_t>((size + chunk - 1) / chunk));
    CHECK(world.count("SELECT max(length(bytes)) FROM file_chunk") <= static_cast<std::int64_t>(chunk));
    const std::int64_t document = world.document();
    world.attach(document, {sent("a.pdf", bytes)});
    const auto files = world.files(document, world.scope);
    REQUIRE(files.size() == 1);
    CHECK(world.read(files[0], 0, files[0].size, world.scope) == bytes);
  }
}

TEST_CASE("Staging twice stores once, per account", "[sending][store]") {
  World world;
  const Bytes bytes = content(2 * chunk);
  world.stage({bytes, bytes});
  world.stage({bytes});
  CHECK(world.count("SELECT count(*) FROM file") == 1);
  CHECK(world.count("SELECT count(*) FROM file_chunk") == 2);
  const Office other(world.store, "Elsewhere");
  world.stage({bytes}, other.scope);
  CHECK(world.count("SELECT count(*) FROM file") == 2);
}

TEST_CASE("A staging that died is taken over", "[sending][store]") {
  World world;
  const Bytes bytes = content(2 * chunk + 5);
  world.stage({bytes});
  // As if the process had died after the first chunk, and that one had been written by somebody else's mistake.
  world.store.engine().database().write([&](Connection& db) {
    db.run("UPDATE file SET complete = 0");
    db.run("DELETE FROM file_chunk WHERE ordinal > 0");
    db.run("UPDATE file_chunk SET bytes = zeroblob(10)");
  });
  const std::int64_t document = world.document();
  CHECK(codeOf([&] { world.attach(document, {sent("a.pdf", bytes)}); }) == "storeBusy");
  world.stage({bytes});
  world.attach(document, {sent("a.pdf", bytes)});
  const auto files = world.files(document, world.scope);
  CHECK(world.read(files[0], 0, files[0].size, world.scope) == bytes);
}

TEST_CASE("Bytes of another size or hash never become a complete file", "[sending][store]") {
  World world;
  const Bytes bytes = content(chunk + 1);
  SentFile wrongHash = sent("a.pdf", bytes);
  wrongHash.sha256[0] ^= 1U;
  SentFile wrongSize = sent("a.pdf", bytes);
  wrongSize.size += 1;
  for (const SentFile& wrong : {wrongHash, wrongSize}) {
    CHECK(codeOf([&] {
            stageFiles(world.store.engine(), world.scope, {wrong}, {{{"a.pdf", bytes}}});
          }) == "malformedFile");
  }
  CHECK(world.count("SELECT count(*) FROM file") == 0);
  // A row that claims another size is found out when the last chunk is in.
  world.stage({bytes});
  world.store.engine().database().write([&](Connection& db) {
    db.run("UPDATE file SET complete = 0");
    db.run("INSERT INTO file_chunk (file_id, ordinal, bytes) SELECT id, 9, x'00' FROM file");
  });
  CHECK(codeOf([&] { world.stage({bytes}); }) == "storeFailed");
  CHECK(world.count("SELECT count(*) FROM file WHERE complete = 1") == 0);
}

TEST_CASE("Files of a document keep their order, names and facts", "[sending][store]") {
  World world;
  const Bytes one = content(10);
  const Bytes two = content(20);
  world.stage({one, two});
  SentFile second = sent("second.docx", one);
  second.type = FileType::docx;
  const std::int64_t document = world.document();
  world.attach(document, {sent("first.pdf", two), second, sent("third.pdf", two)});
  const auto files = world.files(document, world.scope);
  REQUIRE(files.size() == 3);
  CHECK(files[0].name == "first.pdf");
  CHECK(files[0].size == 20);
  CHECK(files[0].type == "pdf");
  CHECK(files[0].pages == 3);
  CHECK(files[0].sha256 == crypto::sha256(two));
  CHECK(files[1].name == "second.docx");
  CHECK(files[2].row == files[0].row);
}

TEST_CASE("A file is read by offset across the borders of its chunks", "[sending][store]") {
  World world;
  const auto c = static_cast<std::int64_t>(chunk);
  const Bytes bytes = content(3 * chunk + 7);
  const auto size = static_cast<std::int64_t>(bytes.size());
  world.stage({bytes});
  const std::int64_t document = world.document();
  world.attach(document, {sent("a.pdf", bytes)});
  const StoredFile file = world.files(document, world.scope)[0];
  struct Row {
    std::int64_t offset;
    std::int64_t max;
    std::int64_t length;
  };
  const Row rows[] = {{0, 1, 1},
                      {0, c, c},
                      {0, c + 1, c + 1},
                      {c - 1, 1, 1},
                      {c - 1, 2, 2},
                      {c, c, c},
                      {c - 1, c + 2, c + 2},
                      {5, 3 * c, 3 * c},
                      {3 * c, 100, 7},
                      {size - 1, 100, 1},
                      {size, 100, 0},
                      {size + 5, 1, 0},
                      {0, 0, 0},
                      {0, size * 2, size},
                      {1, limits::integerAbsMax, size - 1}};
  for (const auto& row : rows) {
    CAPTURE(row.offset, row.max);
    const Bytes part = world.read(file, row.offset, row.max, world.scope);
    REQUIRE(static_cast<std::int64_t>(part.size()) == row.length);
    if (!part.empty()) CHECK(std::equal(part.begin(), part.end(), bytes.begin() + row.offset));
  }
  CHECK(codeOf([&] { (void)world.read(file, -1, 1, world.scope); }) == "malformedArgument");
  CHECK(codeOf([&] { (void)world.read(file, 0, -1, world.scope); }) == "malformedArgument");
  // A lost chunk is an error, never a shorter file.
  world.store.engine().database().write([](Connection& db) { db.run("DELETE FROM file_chunk WHERE ordinal = 1"); });
  CHECK(codeOf([&] { (void)world.read(file, 0, size, world.scope); }) == "storeFailed");
}

TEST_CASE("Files of another account cannot be seen, read or attached", "[sending][store]") {
  World world;
  const Bytes bytes = content(100);
  world.stage({bytes});
  const std::int64_t document = world.document();
  world.attach(document, {sent("a.pdf", bytes)});
  const StoredFile file = world.files(document, world.scope)[0];
  const Office other(world.store, "Elsewhere");
  CHECK(world.files(document, other.scope).empty());
  CHECK(codeOf([&] { (void)world.read(file, 0, 100, other.scope); }) == "storeFailed");
  const std::int64_t theirs = world.document(other.scope, other.luther.userRow);
  CHECK(codeOf([&] {
          world.store.engine().database().write(
              [&](Connection& db) { attachFiles(db, other.scope, theirs, {sent("a.pdf", bytes)}); });
        }) == "storeBusy");
}

TEST_CASE("Staged files that nothing uses are swept after a day", "[sending][store]") {
  World world;
  const Bytes used = content(chunk + 1, 1);
  world.stage({used, content(10, 2), content(10, 3), content(10, 4)});
  world.attach(world.document(), {sent("a.pdf", used)});
  world.store.advance(day);
  CHECK(sweepOrphans(world.store.engine(), 100) == 0);
  // Staged again just in time: it belongs to a send that is under way.
  world.stage({content(10, 2)});
  world.store.advance(1);
  CHECK(sweepOrphans(world.store.engine(), 1) == 1);
  CHECK(sweepOrphans(world.store.engine(), 100) == 1);
  CHECK(sweepOrphans(world.store.engine(), 100) == 0);
  CHECK(world.count("SELECT count(*) FROM file") == 2);
  CHECK(world.count("SELECT count(*) FROM file_chunk") == 3);
  world.store.advance(day + 1);
  CHECK(sweepOrphans(world.store.engine(), 100) == 1);
  CHECK(world.count("SELECT count(*) FROM file WHERE used = 1") == 1);
}

TEST_CASE("Looking for orphans never scans the files", "[sending][store]") {
  World world;
  const std::string plan = planOf(world.store.engine().database(),
                                  "SELECT account_id, id FROM file WHERE used = 0 AND staged_at < $1 "
                                  "ORDER BY staged_at, id LIMIT $2");
  CHECK(plan == "SEARCH file USING INDEX file_unused (staged_at<?)\n");
}
