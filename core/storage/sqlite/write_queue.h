// Who of this process writes next: first come, first served. The caller that finds nobody leading leads: he commits for
// himself and for those who queue meanwhile, then hands over to the first who still waits. A lone caller pays no thread
// switch, and nobody is woken but the next leader and those who are answered.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <utility>

#include "storage/database.h"

namespace stead::sqlite {

// What one caller wants written.
class WriteRequest {
 public:
  explicit WriteRequest(const Database::Body* work) : body(work) {}

  const Database::Body* const body;  // nullptr: wants no writing, but everybody's rest
  std::exception_ptr error;

 private:
  friend class WriteQueue;
  enum class Place { waiting, leads, answered };

  void moveTo(Place place) noexcept {
    place_.store(place);
    place_.notify_one();
  }
  [[nodiscard]] Place awaitMove() const noexcept {
    place_.wait(Place::waiting);
    return place_.load();
  }

  std::atomic<Place> place_{Place::waiting};
};

class WriteQueue {
 public:
  // A caller waits for the commit under way and then for one more for each 64 callers, or each 20 ms of their work,
  // that were there before him.
  static constexpr std::size_t batchMax = 64;
  static constexpr std::chrono::milliseconds batchTimeMax{20};

  // The requests that one commit answers; handed out one by one, so that who comes meanwhile joins.
  class Batch {
   public:
    // Nothing when nobody waits or the batch is full.
    [[nodiscard]] WriteRequest* next() { return queue_.takeFor(*this); }
    [[nodiscard]] std::span<const std::shared_ptr<WriteRequest>> taken() const noexcept {
      return {taken_.data(), count_};
    }

   private:
    friend class WriteQueue;
    explicit Batch(WriteQueue& queue) : queue_(queue) {}
    [[nodiscard]] bool isFull() const noexcept {
      return count_ == batchMax || (count_ > 0 && std::chrono::steady_clock::now() - began_ > batchTimeMax);
    }

    WriteQueue& queue_;
    std::array<std::shared_ptr<WriteRequest>, batchMax> taken_;  // nothing here may fail for want of memory
    std::size_t count_ = 0;
    std::chrono::steady_clock::time_point began_;  // with the first
  };
  // Settles every request it takes: committed, or with an error. Throws nothing.
  using Leader = std::function<void(Batch&)>;

  explicit WriteQueue(Leader leader) : leader_(std::move(leader)) {}
  WriteQueue(const WriteQueue&) = delete;
  WriteQueue& operator=(const WriteQueue&) = delete;

  // Returns when the body is committed; throws what it threw or why it could not be committed.
  void write(const Database::Body& body);

  // Callers that nobody has taken yet.
  [[nodiscard]] std::size_t waiting() const {
    const std::lock_guard lock(mutex_);
    return waiting_.size();
  }

  // While it lives nobody of this process writes. It queues like any writer.
  class Pause {
   public:
    explicit Pause(WriteQueue& queue);
    ~Pause();
    Pause(const Pause&) = delete;
    Pause& operator=(const Pause&) = delete;

   private:
    WriteQueue& queue_;
  };

 private:
  using Request = std::shared_ptr<WriteRequest>;

  // True when the request is to be led by its owner, false when somebody has answered it.
  bool queueUp(const Request& request);
  void lead(const WriteRequest& own);
  void handOver();
  WriteRequest* takeFor(Batch& batch);

  const Leader leader_;
  mutable std::mutex mutex_;  // guards waiting_ and led_
  std::deque<Request> waiting_;
  bool led_ = false;
};

}  // namespace stead::sqlite
