// Writers of several processes take turns, first come, first served. SQLite's own lock keeps them apart, but whoever
// waits for it sleeps and asks again, and a busy writer takes it back before the sleeper wakes.
//
// In <store>.lock each writer draws a ticket and holds a lock on the byte of that number; it is his turn when no byte
// before it is locked. The kernel drops the locks of a process that dies. It is a courtesy: order is all that hangs on
// it, so where the queue does not move for a while the writer goes on to SQLite's lock.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace stead::sqlite {

class ProcessQueue {
 public:
  // The file is made with the permissions of the store; throws when it cannot be opened.
  explicit ProcessQueue(const std::string& storePath);
  ~ProcessQueue();
  ProcessQueue(const ProcessQueue&) = delete;
  ProcessQueue& operator=(const ProcessQueue&) = delete;

  // This process's turn to write; one at a time.
  class Turn {
   public:
    Turn(ProcessQueue& queue, std::chrono::milliseconds waitMax);
    ~Turn();
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    // Nothing unless there was somebody to wait for.
    [[nodiscard]] std::chrono::milliseconds waited() const noexcept { return waited_; }

   private:
    ProcessQueue& queue_;
    std::uint64_t ticket_;
    std::chrono::milliseconds waited_{0};
  };

  // One process at a time checkpoints; false while another does.
  class Checkpointing {
   public:
    explicit Checkpointing(ProcessQueue& queue);
    ~Checkpointing();
    Checkpointing(const Checkpointing&) = delete;
    Checkpointing& operator=(const Checkpointing&) = delete;
    [[nodiscard]] bool isOurs() const noexcept { return ours_; }

   private:
    ProcessQueue& queue_;
    bool ours_;
  };

  // While a backup reads its snapshot the log cannot begin anew; all processes are told, so that they let it grow.
  class Backup {
   public:
    explicit Backup(ProcessQueue& queue);
    ~Backup();
    Backup(const Backup&) = delete;
    Backup& operator=(const Backup&) = delete;

   private:
    ProcessQueue& queue_;
  };
  [[nodiscard]] bool backupRuns() noexcept;

 private:
  struct Shared;

  [[nodiscard]] bool somebodyBefore(std::uint64_t ticket) const noexcept;
  [[nodiscard]] std::chrono::milliseconds await(std::uint64_t ticket, std::chrono::milliseconds waitMax);
  void leave(std::uint64_t ticket) noexcept;

  int file_ = -1;
  Shared* shared_ = nullptr;
  std::uint64_t served_ = 0;  // tickets up to here are not waited for
  std::mutex backupsMutex_;   // guards backups_ and this process's lock on their byte
  int backups_ = 0;
};

}  // namespace stead::sqlite
