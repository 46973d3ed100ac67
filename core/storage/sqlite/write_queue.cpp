#include "storage/sqlite/write_queue.h"

namespace stead::sqlite {

void WriteQueue::write(const Database::Body& body) {
  const auto request = std::make_shared<WriteRequest>(&body);
  if (queueUp(request)) lead(*request);
  // Taken out: who led may still hold the request, and the error is freed where it is caught.
  if (request->error) std::rethrow_exception(std::exchange(request->error, nullptr));
}

bool WriteQueue::queueUp(const Request& request) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(request);
    if (!led_) {
      led_ = true;
      return true;
    }
  }
  return request->awaitMove() == WriteRequest::Place::leads;
}

void WriteQueue::lead(const WriteRequest& own) {
  Batch batch(*this);
  leader_(batch);
  // The next leader first: he works while the others are woken.
  handOver();
  for (const Request& request : batch.taken()) {
    if (request.get() != &own) request->moveTo(WriteRequest::Place::answered);
  }
}

void WriteQueue::handOver() {
  Request next;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.empty()) {
      led_ = false;
      return;
    }
    next = waiting_.front();
  }
  next->moveTo(WriteRequest::Place::leads);
}

WriteRequest* WriteQueue::takeFor(Batch& batch) {
  if (batch.isFull()) return nullptr;
  if (batch.count_ == 0) batch.began_ = std::chrono::steady_clock::now();
  const std::lock_guard lock(mutex_);
  if (waiting_.empty() || waiting_.front()->body == nullptr) return nullptr;
  Request& place = batch.taken_[batch.count_++];
  place = std::move(waiting_.front());
  waiting_.pop_front();
  return place.get();
}

WriteQueue::Pause::Pause(WriteQueue& queue) : queue_(queue) {
  (void)queue_.queueUp(std::make_shared<WriteRequest>(nullptr));
  const std::lock_guard lock(queue_.mutex_);
  queue_.waiting_.pop_front();
}

WriteQueue::Pause::~Pause() { queue_.handOver(); }

}  // namespace stead::sqlite
