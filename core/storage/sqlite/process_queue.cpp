#include "storage/sqlite/process_queue.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>

#include "base/error.h"

namespace stead::sqlite {

// What the processes see of each other, in the first bytes of the file.
struct ProcessQueue::Shared {
  std::atomic<std::uint64_t> nextTicket;
  std::atomic<std::uint32_t> leavings;  // moves when a turn ends; writers sleep on it
};
static_assert(std::atomic<std::uint64_t>::is_always_lock_free && std::atomic<std::uint32_t>::is_always_lock_free);

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr off_t fileBytes = 4096;
constexpr off_t checkpointByte = 0;
constexpr off_t backupByte = 1;
constexpr off_t ticketsFrom = 4096;
constexpr std::uint64_t ticketMask = (std::uint64_t{1} << 61) - 1;  // a damaged file must not lead beyond the last byte
constexpr milliseconds lookAgain{10};                               // nobody wakes us when a writer is killed
constexpr milliseconds stalledAfter{200};

struct flock range(short type, off_t from, off_t bytes) noexcept {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  lock.l_start = from;
  lock.l_len = bytes;
  return lock;
}

off_t byteOf(std::uint64_t ticket) noexcept { return ticketsFrom + static_cast<off_t>(ticket); }

bool setLock(int file, short type, off_t at) noexcept {
  struct flock lock = range(type, at, 1);
  return fcntl(file, F_OFD_SETLK, &lock) == 0;
}

// A sleeper is known by his ticket, so that one leaving wakes one.
std::uint32_t bellOf(std::uint64_t ticket) noexcept { return std::uint32_t{1} << (ticket % 32); }

void sleepOn(std::atomic<std::uint32_t>& word, std::uint32_t value, std::uint32_t bell) noexcept {
  timespec until{};
  clock_gettime(CLOCK_MONOTONIC, &until);
  until.tv_nsec += std::chrono::nanoseconds(lookAgain).count();
  if (until.tv_nsec >= 1'000'000'000) {
    until.tv_nsec -= 1'000'000'000;
    ++until.tv_sec;
  }
  syscall(SYS_futex, &word, FUTEX_WAIT_BITSET, value, &until, nullptr, bell);
}

long wake(std::atomic<std::uint32_t>& word, int sleepers, std::uint32_t bells) noexcept {
  return syscall(SYS_futex, &word, FUTEX_WAKE_BITSET, sleepers, nullptr, nullptr, bells);
}

[[noreturn]] void refuse(int file) {
  if (file >= 0) ::close(file);
  throw Error(Code::storeFailed,
              "the lock file beside the store (its name with .lock) cannot be opened; check the permissions of the "
              "folder and of the file");
}

}  // namespace

ProcessQueue::ProcessQueue(const std::string& storePath) {
  struct stat store {};
  if (::stat(storePath.c_str(), &store) != 0) refuse(-1);
  const mode_t mode = store.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
  const std::string path = storePath + ".lock";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode);
  struct stat info {};
  if (file < 0 || ::fstat(file, &info) != 0) refuse(file);
  if (info.st_size < fileBytes) {
    // The umask may have taken from the mode; only the maker can give it back.
    if (info.st_uid == ::geteuid()) (void)::fchmod(file, mode);
    if (::ftruncate(file, fileBytes) != 0) refuse(file);
  }
  void* mapped = ::mmap(nullptr, fileBytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (mapped == MAP_FAILED) refuse(file);
  file_ = file;
  shared_ = static_cast<Shared*>(mapped);
}

ProcessQueue::~ProcessQueue() {
  ::munmap(shared_, fileBytes);
  ::close(file_);
}

// Tickets are drawn upwards, so after one's turn nobody can come before the next number.
ProcessQueue::Turn::Turn(ProcessQueue& queue, milliseconds waitMax)
    : queue_(queue), ticket_(queue.shared_->nextTicket.fetch_add(1) & ticketMask) {
  (void)setLock(queue_.file_, F_WRLCK, byteOf(ticket_));
  if (ticket_ != queue_.served_) waited_ = queue_.await(ticket_, waitMax);
  queue_.served_ = ticket_ + 1;
}

ProcessQueue::Turn::~Turn() { queue_.leave(ticket_); }

bool ProcessQueue::somebodyBefore(std::uint64_t ticket) const noexcept {
  const std::uint64_t from = served_ < ticket ? served_ : 0;
  if (from == ticket) return false;
  struct flock lock = range(F_WRLCK, byteOf(from), static_cast<off_t>(ticket - from));
  return fcntl(file_, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

milliseconds ProcessQueue::await(std::uint64_t ticket, milliseconds waitMax) {
  const auto began = steady_clock::now();
  auto movedAt = began;
  std::uint32_t seen = shared_->leavings.load();
  for (;;) {
    const std::uint32_t leavings = shared_->leavings.load();
    if (!somebodyBefore(ticket)) break;
    const auto now = steady_clock::now();
    if (leavings != seen) movedAt = now;
    seen = leavings;
    if (now - movedAt >= stalledAfter || now - began >= waitMax) break;
    sleepOn(shared_->leavings, leavings, bellOf(ticket));
  }
  return std::chrono::duration_cast<milliseconds>(steady_clock::now() - began);
}

void ProcessQueue::leave(std::uint64_t ticket) noexcept {
  (void)setLock(file_, F_UNLCK, byteOf(ticket));
  shared_->leavings.fetch_add(1);
  if ((shared_->nextTicket.load() & ticketMask) == ticket + 1) return;  // nobody came after us
  // The next one may be dead or have gone ahead: then whoever sleeps looks for himself.
  if (wake(shared_->leavings, 1, bellOf(ticket + 1)) == 0) wake(shared_->leavings, 1 << 20, FUTEX_BITSET_MATCH_ANY);
}

ProcessQueue::Checkpointing::Checkpointing(ProcessQueue& queue)
    : queue_(queue), ours_(setLock(queue.file_, F_WRLCK, checkpointByte)) {}

ProcessQueue::Checkpointing::~Checkpointing() {
  if (ours_) (void)setLock(queue_.file_, F_UNLCK, checkpointByte);
}

ProcessQueue::Backup::Backup(ProcessQueue& queue) : queue_(queue) {
  const std::lock_guard lock(queue_.backupsMutex_);
  if (queue_.backups_++ == 0) (void)setLock(queue_.file_, F_RDLCK, backupByte);
}

ProcessQueue::Backup::~Backup() {
  const std::lock_guard lock(queue_.backupsMutex_);
  if (--queue_.backups_ == 0) (void)setLock(queue_.file_, F_UNLCK, backupByte);
}

// The lock of one's own process does not show in the way of asking, so it is counted.
bool ProcessQueue::backupRuns() noexcept {
  const std::lock_guard lock(backupsMutex_);
  if (backups_ > 0) return true;
  struct flock others = range(F_WRLCK, backupByte, 1);
  return fcntl(file_, F_OFD_GETLK, &others) == 0 && others.l_type != F_UNLCK;
}

}  // namespace stead::sqlite
