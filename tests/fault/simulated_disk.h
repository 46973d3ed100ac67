// A disk that forgets. It keeps of every file what was synced and what was only written since, and of the folder which
// names are durable. When the power goes, what was not synced is there, or not, or in part, in any order.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace stead::fault {

class SimulatedDisk {
 public:
  using Bytes = std::vector<std::uint8_t>;

  // One file behind a name; it outlives its name while it is open.
  struct File {
    struct Change {
      std::int64_t at = 0;
      Bytes bytes;
      bool truncates = false;  // to `at`
    };
    Bytes synced;
    std::vector<Change> unsynced;
    bool nameNeedsSync = false;  // SQLite syncs the folder with the first sync of a new log or journal
  };
  using Handle = std::shared_ptr<File>;

  // The power goes at this change of the disk (write, truncate, sync, remove), the first is 1; 0: never.
  void cutAt(std::int64_t change) noexcept { cutAt_ = change; }
  [[nodiscard]] bool isCut() const noexcept { return cut_; }
  [[nodiscard]] std::int64_t changes() const noexcept { return changes_; }

  // Null for a name that the disk has not seen.
  [[nodiscard]] Handle find(const std::string& path);
  // A file with what stands in it. `isNew`: its name is not durable yet.
  Handle add(const std::string& path, Bytes content, bool isNew);

  // Each answers false when the power is gone; what it goes with may still reach the disk.
  bool write(File& file, std::span<const std::uint8_t> bytes, std::int64_t at);
  bool truncate(File& file, std::int64_t size);
  bool sync(File& file);
  bool remove(const std::string& path, bool syncFolder);

  // What the next start may find: one of the many states that this cut could leave.
  [[nodiscard]] std::map<std::string, Bytes> remains(std::mt19937& random);

 private:
  // Counts a change; false when the power is gone before it.
  [[nodiscard]] bool powered();
  static void apply(Bytes& content, const File::Change& change);
  static void applyTorn(Bytes& content, const File::Change& change, std::mt19937& random);
  [[nodiscard]] static Bytes remainsOf(const File& file, std::mt19937& random);

  std::mutex mutex_;  // guards all below
  std::map<std::string, Handle> names_;
  std::map<std::string, Handle> durableNames_;
  std::int64_t cutAt_ = 0;
  std::atomic<std::int64_t> changes_{0};
  std::atomic<bool> cut_{false};
};

}  // namespace stead::fault
