// The storage port. Domain stores know this file and nothing else of storage.
// SQL is written once, with $1..$n; only 64-bit integers, text and bytes cross. Every store function takes an
// AccountScope; the few reads that look across accounts live in storage/cross_account.{h,cpp}.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/crypto.h"

namespace stead {

// The account whose rows a store function may touch (row key, not the public id).
struct AccountScope {
  std::int64_t account = 0;
};

// A prepared statement on loan from its connection; given back (reset) by the destructor.
class Statement {
 public:
  class Impl {
   public:
    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    virtual ~Impl() = default;
    virtual void bindNull(int index) = 0;
    virtual void bindInteger(int index, std::int64_t value) = 0;
    // `copy` false: the value must live until the statement is stepped to its end.
    virtual void bindText(int index, std::string_view value, bool copy) = 0;
    virtual void bindBytes(int index, ByteView value, bool copy) = 0;
    virtual bool step() = 0;
    virtual void reset() noexcept = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual ByteView bytes(int column) const = 0;
    [[nodiscard]] virtual std::int64_t changes() const = 0;
  };

  explicit Statement(Impl* impl) noexcept : impl_(impl) {}
  Statement(Statement&& other) noexcept : impl_(other.impl_), next_(other.next_) { other.impl_ = nullptr; }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement& operator=(Statement&&) = delete;
  ~Statement() {
    if (impl_ != nullptr) impl_->reset();
  }

  // Binds the next parameters in order. Named texts and bytes are borrowed until the statement is stepped to its
  // end; temporaries are copied.
  template <class... Values>
  Statement& bind(Values&&... values) {
    (bindOne(std::forward<Values>(values)), ...);
    return *this;
  }

  bool step() { return impl_->step(); }
  // Runs a statement that answers no row; returns the number of changed rows.
  std::int64_t run() {
    while (impl_->step()) {
    }
    return impl_->changes();
  }

  // Columns count from 0. Views live until the next step.
  [[nodiscard]] bool isNull(int column) const { return impl_->isNull(column); }
  [[nodiscard]] std::int64_t integer(int column) const { return impl_->integer(column); }
  [[nodiscard]] bool boolean(int column) const { return impl_->integer(column) != 0; }
  [[nodiscard]] std::string_view view(int column) const { return impl_->text(column); }
  [[nodiscard]] std::string text(int column) const { return std::string(impl_->text(column)); }
  [[nodiscard]] ByteView bytes(int column) const { return impl_->bytes(column); }
  [[nodiscard]] std::optional<std::int64_t> maybeInteger(int column) const {
    if (impl_->isNull(column)) return std::nullopt;
    return impl_->integer(column);
  }
  [[nodiscard]] std::optional<std::string> maybeText(int column) const {
    if (impl_->isNull(column)) return std::nullopt;
    return std::string(impl_->text(column));
  }

 private:
  void bindOne(std::nullptr_t) { impl_->bindNull(next_++); }
  void bindOne(std::int64_t value) { impl_->bindInteger(next_++, value); }
  void bindOne(int value) { impl_->bindInteger(next_++, value); }
  void bindOne(bool value) { impl_->bindInteger(next_++, value ? 1 : 0); }
  void bindOne(std::string_view value) { impl_->bindText(next_++, value, false); }
  void bindOne(const char* value) { impl_->bindText(next_++, value, false); }
  void bindOne(const std::string& value) { impl_->bindText(next_++, value, false); }
  void bindOne(std::string&& value) { impl_->bindText(next_++, value, true); }
  void bindOne(ByteView value) { impl_->bindBytes(next_++, value, false); }
  void bindOne(const Bytes& value) { impl_->bindBytes(next_++, value, false); }
  void bindOne(Bytes&& value) { impl_->bindBytes(next_++, value, true); }
  void bindOne(const Hash& value) { impl_->bindBytes(next_++, value, false); }
  void bindOne(Hash&& value) { impl_->bindBytes(next_++, value, true); }
  template <class Value>
  void bindOne(const std::optional<Value>& value) {
    if (value) {
      bindOne(*value);
    } else {
      impl_->bindNull(next_++);
    }
  }
  template <class Value>
  void bindOne(std::optional<Value>&& value) {
    if (value) {
      bindOne(std::move(*value));
    } else {
      impl_->bindNull(next_++);
    }
  }

  Impl* impl_;
  int next_ = 1;
};

// One connection inside one transaction (reading or writing). Used by one thread at a time.
class Connection {
 public:
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  virtual ~Connection() = default;

  // `sql` must have static storage (a literal): statements are kept per connection under its text.
  virtual Statement prepare(std::string_view sql) = 0;

  // Convenience: prepare + bind.
  template <class... Values>
  Statement query(std::string_view sql, Values&&... values) {
    Statement statement = prepare(sql);
    statement.bind(std::forward<Values>(values)...);
    return statement;
  }
  template <class... Values>
  std::int64_t run(std::string_view sql, Values&&... values) {
    return query(sql, std::forward<Values>(values)...).run();
  }

  // Inserts one row into a table with a row key; answers that key.
  template <class... Values>
  std::int64_t insert(std::string_view sql, Values&&... values) {
    run(sql, std::forward<Values>(values)...);
    return lastInsertedRow();
  }

  // Runs `body` so that an exception undoes what it did and only that.
  virtual void inSavepoint(const std::function<void()>& body) = 0;

 protected:
  [[nodiscard]] virtual std::int64_t lastInsertedRow() const = 0;
};

// Tells cheaply whether any process may have committed since an earlier moment.
class Freshness {
 public:
  struct Stamp {
    std::array<std::uint64_t, 6> words{};
    bool valid = false;  // false: cannot tell cheaply, so treat as changed
    bool operator==(const Stamp&) const = default;
  };
  Freshness() = default;
  Freshness(const Freshness&) = delete;
  Freshness& operator=(const Freshness&) = delete;
  virtual ~Freshness() = default;
  [[nodiscard]] virtual Stamp now() const noexcept = 0;
};

struct DatabaseOptions {
  std::string path;
  bool durable = true;  // acknowledged = on disk
  std::int64_t busyTimeoutMs = 5000;
  int readersMax = 4;
  std::int64_t logPagesMax = 32768;  // of 4 KiB; a log that readers keep from beginning anew stops writers here
  bool migrate = true;               // false: refuse a store that needs a migration
};

// What the storage itself has to say about one table.
struct IntegrityStep {
  std::string table;                  // "" when there is none at this position: all were read
  std::vector<std::string> findings;  // damage, a sentence each; at most integrityFindingsMax
};
inline constexpr int integrityFindingsMax = 20;

class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  virtual ~Database() = default;

  using Body = std::function<void(Connection&)>;

  // One unit of work: commits when `body` returns, undoes everything when it throws. The body may run
  // twice, possibly on another caller's thread, so it must have no effect outside its transaction.
  virtual void write(const Body& body) = 0;
  // One consistent snapshot.
  virtual void read(const Body& body) = 0;
  [[nodiscard]] virtual const Freshness& freshness() const noexcept = 0;
  // Moves committed pages from the log into the store; `truncate` also empties the log file.
  virtual void checkpoint(bool truncate) = 0;

  // A consistent copy of the store in a new file (mode 0600) at `path`, on disk when this answers; writers go on
  // meanwhile. Answers its bytes. Code::backupExists when there is a file already; after a failure there is none.
  virtual std::int64_t backup(const std::string& path) = 0;
  // Reads one table with its indexes, all its pages: the one at `position`, counted from 0. One call is one snapshot.
  virtual IntegrityStep checkIntegrity(std::int64_t position) = 0;
};

[[nodiscard]] std::unique_ptr<Database> openSqlite(const DatabaseOptions& options);

}  // namespace stead
