// Row 2 of the table: send on behalf, durable, one caller, against the very same rows written by prepared statements
// in a plain loop (WAL, synchronous=FULL, SQLite's own checkpoint every 1000 pages).
// The upload is excluded: the file was staged by the first send, which is not measured. What stays is one SHA-256 over
// the file's bytes, by which the later sends find it; it is counted in ours and shown beside.
// Usage: send_bench FOLDER PDF [--sends N] [--rounds N] [--json FILE]
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stead.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr const char* owner = "luthercooper@cubeflakes.com";

void must(stead_status status, stead_error* error) {
  if (status == STEAD_OK) return;
  const std::string text = stead_error_text(error);
  stead_error_free(error);
  throw std::runtime_error(text);
}

struct FreeRecord {
  void operator()(stead_record* record) const noexcept { stead_record_free(record); }
};
using Record = std::unique_ptr<stead_record, FreeRecord>;

template <class F>
Record answer(F call) {
  stead_record* out = nullptr;
  stead_error* error = nullptr;
  const stead_status status = call(&out, &error);
  must(status, error);
  return Record(out);
}

Record record(const std::string& json) {
  return answer([&](stead_record** out, stead_error** error) {
    return stead_record_parse(json.data(), static_cast<int64_t>(json.size()), out, error);
  });
}

std::string text(const Record& from, const char* pointer) {
  const char* value = stead_record_text(from.get(), pointer, nullptr);
  return value == nullptr ? "" : value;
}

double cpuMicroseconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto us = [](const timeval& t) { return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_usec); };
  return us(usage.ru_utime) + us(usage.ru_stime);
}

// One measured stretch: wall and CPU per transaction, and the single latencies.
struct Stretch {
  double wallUs = 0;
  double cpuUs = 0;
  std::vector<double> latencies;
};

template <class F>
Stretch measure(int count, F act) {
  Stretch out;
  out.latencies.reserve(static_cast<std::size_t>(count));
  const double cpu = cpuMicroseconds();
  const auto begin = Clock::now();
  for (int i = 0; i < count; ++i) {
    const auto start = Clock::now();
    act(i);
    out.latencies.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
  }
  out.wallUs = std::chrono::duration<double, std::micro>(Clock::now() - begin).count() / count;
  out.cpuUs = (cpuMicroseconds() - cpu) / count;
  return out;
}

double quantile(std::vector<double> values, double q) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(q * static_cast<double>(values.size())))];
}

double median(std::vector<double> values) { return quantile(std::move(values), 0.5); }

// ---- ours ----------------------------------------------------------------------------------------------------------

class Ours {
 public:
  Ours(const std::string& path, const std::string& pdf) {
    const std::vector<unsigned char> secret(STEAD_SECRET_BYTES, 7);
    stead_error* error = nullptr;
    must(stead_engine_open(path.c_str(), nullptr, secret.data(), STEAD_SECRET_BYTES, &engine_, &error), error);
    const Record account = answer([&](stead_record** out, stead_error** e) {
      const Record request =
          record(R"({"name":"Cubeflakes","admin":{"name":"Hank White","email":"hankwhite@cubeflakes.com"}})");
      return stead_account_create(engine_, request.get(), out, e);
    });
    must(stead_session_open_trusted(engine_, text(account, "/adminUserId").c_str(), &self_, &error), error);
    must(stead_session_on_behalf_of(self_, owner, &session_, &error), error);
    consent();
    must(stead_upload_new(&upload_, &error), error);
    must(stead_upload_add_file(upload_, "agreement.pdf", pdf.data(), static_cast<int64_t>(pdf.size()), &error), error);
    request_ = record(
        R"({"title":"Agreement","message":"Please sign this.","signers":[)"
        R"({"name":"David","emailAddress":"david@cubeflakes.com","formFields":[{"id":"sign","fieldType":"Signature",)"
        R"("pageNumber":1,"bounds":{"x":100,"y":100,"width":100,"height":50},"isRequired":true}]},)"
        R"({"name":"Counter signer","emailAddress":"legal@cubeflakes.com","formFields":[{"id":"initial",)"
        R"("fieldType":"Initial","pageNumber":2,"bounds":{"x":100,"y":100,"width":100,"height":50}}]}],)"
        R"("cc":[{"emailAddress":"archive@cubeflakes.com"}]})");
  }
  ~Ours() {
    stead_upload_free(upload_);
    stead_session_free(session_);
    stead_session_free(self_);
    stead_engine_free(engine_);
  }
  Ours(const Ours&) = delete;
  Ours& operator=(const Ours&) = delete;

  void send() {
    (void)answer([&](stead_record** out, stead_error** error) {
      return stead_document_send(session_, request_.get(), upload_, out, error);
    });
  }

 private:
  void consent() {
    const Record identity = answer([&](stead_record** out, stead_error** e) {
      const Record request = record(R"({"name":"Luther Cooper","email":"luthercooper@cubeflakes.com"})");
      return stead_identity_create(self_, request.get(), out, e);
    });
    const Record mail =
        answer([&](stead_record** out, stead_error** e) { return stead_outbox_take(engine_, nullptr, out, e); });
    const std::string link = text(mail, "/items/0/link");
    const std::string token = link.substr(link.rfind('/') + 1);
    const Record look =
        answer([&](stead_record** out, stead_error** e) { return stead_owner_look(engine_, token.c_str(), out, e); });
    const Record yes = record(R"({"textHash":")" + text(look, "/textHash") + R"("})");
    (void)answer([&](stead_record** out, stead_error** e) {
      return stead_owner_approve(engine_, token.c_str(), yes.get(), out, e);
    });
  }

  stead_engine* engine_ = nullptr;
  stead_session* self_ = nullptr;
  stead_session* session_ = nullptr;
  stead_upload* upload_ = nullptr;
  Record request_;
};

// ---- the floor -----------------------------------------------------------------------------------------------------

struct CloseDb {
  void operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
struct FreeValue {
  void operator()(sqlite3_value* value) const noexcept { sqlite3_value_free(value); }
};
using Db = std::unique_ptr<sqlite3, CloseDb>;
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;
using Value = std::unique_ptr<sqlite3_value, FreeValue>;

Db openDb(const std::string& path) {
  sqlite3* raw = nullptr;
  if (sqlite3_open(path.c_str(), &raw) != SQLITE_OK) throw std::runtime_error("cannot open " + path);
  return Db(raw);
}

void execute(const Db& db, const std::string& sql) {
  if (sqlite3_exec(db.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    throw std::runtime_error(std::string(sqlite3_errmsg(db.get())) + " in " + sql);
  }
}

Prepared prepare(const Db& db, const std::string& sql) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(db.get(), sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) {
    throw std::runtime_error(std::string(sqlite3_errmsg(db.get())) + " in " + sql);
  }
  return Prepared(raw);
}

// What one send wrote into one table.
struct Row {
  std::size_t table;
  std::vector<Value> values;
};

struct Table {
  const char* name;
  const char* perSend;      // the rows of the document with row key ?1 and the audit index ?2
  const char* change = "";  // of a row that each send changes
};

constexpr Table tables[] = {
    {"document", "SELECT * FROM document WHERE id = ?1"},
    {"document_party", "SELECT * FROM document_party WHERE document_id = ?1"},
    {"document_field", "SELECT * FROM document_field WHERE document_id = ?1"},
    {"document_file", "SELECT * FROM document_file WHERE document_id = ?1"},
    {"outbox", "SELECT * FROM outbox WHERE audit_index = ?2"},
    {"audit_entry", "SELECT * FROM audit_entry WHERE idx = ?2"},
    {"audit_personal", "SELECT * FROM audit_personal WHERE idx = ?2"},
    // The nodes an append completes: at level k when 2^k divides the new size.
    {"audit_node", "SELECT * FROM audit_node WHERE (?2 + 1) % (1 << level) = 0 AND idx = (?2 + 1) / (1 << level) - 1"},
    {"counter", "SELECT * FROM counter WHERE name LIKE 'documents%'",
     " ON CONFLICT (account_id, name, subject) DO UPDATE SET value = excluded.value"},
    {"audit_head", "SELECT * FROM audit_head",
     " ON CONFLICT (account_id) DO UPDATE SET size = excluded.size, range = excluded.range, last_at = "
     "excluded.last_at"},
};
constexpr std::size_t tableCount = std::size(tables);

class Floor {
 public:
  Floor(const std::string& path, const std::string& oursPath) : ours_(openDb(oursPath)), db_(openDb(path)) {
    execute(db_,
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000; "
            "PRAGMA cache_size=-4096; PRAGMA foreign_keys=ON");
    execute(db_, "ATTACH '" + oursPath + "' AS ours");
    copySchema();
    execute(db_, "DETACH ours");
    begin_ = prepare(db_, "BEGIN IMMEDIATE");
    commit_ = prepare(db_, "COMMIT");
    for (const Table& table : tables) {
      auto select = prepare(ours_, table.perSend);
      std::string marks;
      for (int i = 0; i < sqlite3_column_count(select.get()); ++i) marks += i == 0 ? "?" : ", ?";
      inserts_.push_back(
          prepare(db_, std::string("INSERT INTO ") + table.name + " VALUES (" + marks + ")" + table.change));
    }
  }

  // The rows of all sends since the last call.
  std::vector<std::vector<Row>> rowsOfNewSends() {
    std::vector<std::vector<Row>> out;
    auto sends = prepare(ours_,
                         "SELECT d.id, a.idx FROM document d JOIN audit_entry a ON a.subject = d.uid "
                         "AND a.operation = 'document.send' WHERE d.id > ?1 ORDER BY d.id");
    sqlite3_bind_int64(sends.get(), 1, lastDocument_);
    while (sqlite3_step(sends.get()) == SQLITE_ROW) {
      lastDocument_ = sqlite3_column_int64(sends.get(), 0);
      out.push_back(rowsOf(lastDocument_, sqlite3_column_int64(sends.get(), 1)));
    }
    return out;
  }

  // Throws unless both stores hold the same rows and the same indexes: else the floor would be another one.
  void requireSameAs(const std::string& oursPath) {
    execute(db_, "ATTACH '" + oursPath + "' AS ours");
    for (const Table& table : tables) {
      const std::string name = table.name;
      const bool fromTheStart = name.starts_with("audit_") || name == "outbox" || name == "counter";
      const std::string rows = "SELECT * FROM main." + name + " EXCEPT SELECT * FROM ours." + name;
      requireNone("rows of " + name, rows);
      if (!fromTheStart)
        requireNone("rows of " + name, "SELECT * FROM ours." + name + " EXCEPT SELECT * FROM main." + name);
    }
    requireNone("indexes",
                "SELECT name, sql FROM ours.sqlite_schema WHERE type = 'index' EXCEPT "
                "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index'");
    execute(db_, "DETACH ours");
  }

  void write(const std::vector<Row>& rows) {
    step(begin_);
    for (const Row& row : rows) {
      const Prepared& insert = inserts_[row.table];
      for (std::size_t i = 0; i < row.values.size(); ++i) {
        sqlite3_bind_value(insert.get(), static_cast<int>(i) + 1, row.values[i].get());
      }
      step(insert);
    }
    step(commit_);
  }

 private:
  void requireNone(const std::string& what, const std::string& select) {
    const Prepared differing = prepare(db_, "SELECT count(*) FROM (" + select + ")");
    if (sqlite3_step(differing.get()) != SQLITE_ROW) throw std::runtime_error(sqlite3_errmsg(db_.get()));
    if (sqlite3_column_int64(differing.get(), 0) != 0) throw std::runtime_error("the floor has other " + what);
  }

  void step(const Prepared& statement) {
    const int rc = sqlite3_step(statement.get());
    if (rc != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(db_.get()));
    sqlite3_reset(statement.get());
  }

  // Same tables and indexes, no triggers: they guard the audit trail, which the floor does not have to.
  void copySchema() {
    std::vector<std::string> statements;
    {
      auto schema =
          prepare(ours_,
                  "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('table', 'index') AND name "
                  "NOT LIKE 'sqlite_%'");
      while (sqlite3_step(schema.get()) == SQLITE_ROW) {
        statements.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(schema.get(), 0)));
      }
    }
    for (const auto& sql : statements) execute(db_, sql);
    for (const char* table : {"account", "\"user\"", "identity", "\"grant\"", "file"}) {
      execute(db_, std::string("INSERT INTO ") + table + " SELECT * FROM ours." + table);
    }
  }

  std::vector<Row> rowsOf(sqlite3_int64 document, sqlite3_int64 audit) {
    std::vector<Row> out;
    for (std::size_t t = 0; t < tableCount; ++t) {
      auto select = prepare(ours_, tables[t].perSend);
      if (sqlite3_bind_parameter_count(select.get()) >= 1) sqlite3_bind_int64(select.get(), 1, document);
      if (sqlite3_bind_parameter_count(select.get()) >= 2) sqlite3_bind_int64(select.get(), 2, audit);
      while (sqlite3_step(select.get()) == SQLITE_ROW) {
        Row row{t, {}};
        for (int i = 0; i < sqlite3_column_count(select.get()); ++i) {
          row.values.emplace_back(sqlite3_value_dup(sqlite3_column_value(select.get(), i)));
        }
        out.push_back(std::move(row));
      }
    }
    return out;
  }

  Db ours_;
  Db db_;
  Prepared begin_;
  Prepared commit_;
  std::vector<Prepared> inserts_;
  sqlite3_int64 lastDocument_ = 0;
};

// What finding a held file costs before the store is asked.
double hashMicroseconds(const std::string& bytes) {
  constexpr int times = 200;
  unsigned char hash[EVP_MAX_MD_SIZE];
  const Stretch hashing = measure(times, [&](int) {
    if (EVP_Q_digest(nullptr, "SHA256", nullptr, bytes.data(), bytes.size(), hash, nullptr) != 1) {
      throw std::runtime_error("cannot hash");
    }
  });
  return hashing.wallUs;
}

std::string slurp(const char* path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

struct Arguments {
  std::string folder;
  std::string pdf;
  int sends = 1000;
  int rounds = 7;
  std::string json = {};
};

Arguments parse(int argc, char** argv) {
  if (argc < 3) throw std::runtime_error("usage: send_bench FOLDER PDF [--sends N] [--rounds N] [--json FILE]");
  Arguments out{argv[1], slurp(argv[2])};
  for (int i = 3; i + 1 < argc; i += 2) {
    const std::string name = argv[i];
    if (name == "--sends") out.sends = std::atoi(argv[i + 1]);
    if (name == "--rounds") out.rounds = std::atoi(argv[i + 1]);
    if (name == "--json") out.json = argv[i + 1];
  }
  return out;
}

void runBench(const Arguments& arguments) {
  fs::remove_all(arguments.folder);
  fs::create_directories(arguments.folder);
  const std::string oursPath = arguments.folder + "/ours.db";
  Ours ours(oursPath, arguments.pdf);
  ours.send();
  Floor floor(arguments.folder + "/raw.db", oursPath);

  std::map<std::string, std::vector<double>> values;
  for (int round = 0; round <= arguments.rounds; ++round) {
    const Stretch mine = measure(arguments.sends, [&](int) { ours.send(); });
    const auto rows = floor.rowsOfNewSends();
    const Stretch raw =
        measure(static_cast<int>(rows.size()), [&](int i) { floor.write(rows[static_cast<std::size_t>(i)]); });
    if (round == 0) continue;  // the first round warms both up
    values["ours wall us"].push_back(mine.wallUs);
    values["raw wall us"].push_back(raw.wallUs);
    values["ours cpu us"].push_back(mine.cpuUs);
    values["raw cpu us"].push_back(raw.cpuUs);
    values["ours p50 us"].push_back(quantile(mine.latencies, 0.5));
    values["ours p99 us"].push_back(quantile(mine.latencies, 0.99));
    values["raw p50 us"].push_back(quantile(raw.latencies, 0.5));
    values["raw p99 us"].push_back(quantile(raw.latencies, 0.99));
    values["mean / raw"].push_back(mine.wallUs / raw.wallUs);
    values["cpu / raw"].push_back(mine.cpuUs / raw.cpuUs);
    values["p99 / p50"].push_back(quantile(mine.latencies, 0.99) / quantile(mine.latencies, 0.5));
  }

  floor.requireSameAs(oursPath);

  std::printf("send on behalf, durable, one caller: %d sends a round, %d rounds\n", arguments.sends, arguments.rounds);
  std::printf("  upload excluded: a file of %zu bytes that the store holds; its SHA-256, %.1f us, is counted in ours\n",
              arguments.pdf.size(), hashMicroseconds(arguments.pdf));
  std::string json = "{";
  for (const auto& [name, list] : values) {
    const auto [low, high] = std::minmax_element(list.begin(), list.end());
    std::printf("  %-14s median %9.2f   min %9.2f   max %9.2f\n", name.c_str(), median(list), *low, *high);
    json += (json.size() > 1 ? "," : "") + std::string("\"") + name + "\":" + std::to_string(median(list));
  }
  if (!arguments.json.empty()) std::ofstream(arguments.json) << json << "}\n";
}

}  // namespace

int main(int argc, char** argv) {
  try {
    runBench(parse(argc, argv));
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 1;
  }
  return 0;
}
