#include "storage/sqlite/reader_pool.h"

#include <utility>

namespace stead::sqlite {

ReaderPool::Loan::Loan(ReaderPool& pool) : pool_(pool) {
  std::unique_lock lock(pool_.mutex_);
  pool_.freed_.wait(lock, [&] { return !pool_.idle_.empty() || pool_.open_ < pool_.options_.readersMax; });
  if (!pool_.idle_.empty()) {
    connection_ = std::move(pool_.idle_.back());
    pool_.idle_.pop_back();
    return;
  }
  // Giving back must not fail for want of memory.
  pool_.idle_.reserve(static_cast<std::size_t>(pool_.options_.readersMax));
  ++pool_.open_;
  lock.unlock();
  try {
    connection_ = std::make_unique<SqliteConnection>(pool_.options_, Use::reader);
  } catch (...) {
    lock.lock();
    --pool_.open_;
    pool_.freed_.notify_one();
    throw;
  }
}

ReaderPool::Loan::~Loan() {
  const std::lock_guard lock(pool_.mutex_);
  pool_.idle_.push_back(std::move(connection_));
  pool_.freed_.notify_one();
}

}  // namespace stead::sqlite
