#include "revocations.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <stdexcept>

#include "child.h"
#include "host.h"
#include "identities/identity_store.h"
#include "list_world.h"
#include "world_parts.h"

namespace stead::bench {
namespace {

constexpr std::size_t decisionsPerRound = 4;  // the revoker goes on when so many were made after its change

// Mapped by both processes. The turn is odd while the revoker works, 4n + 2 after it revoked, 4n after it approved.
struct Board {
  std::atomic<std::uint64_t> turn{0};
  std::atomic<std::uint64_t> made{0};
  std::atomic<bool> stop{false};
};

class MappedBoard {
 public:
  explicit MappedBoard(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 || ftruncate(file, sizeof(Board)) != 0) throw std::runtime_error("cannot make " + path);
    memory_ = mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    if (memory_ == MAP_FAILED) throw std::runtime_error("cannot map " + path);
  }
  ~MappedBoard() { munmap(memory_, sizeof(Board)); }
  MappedBoard(const MappedBoard&) = delete;
  MappedBoard& operator=(const MappedBoard&) = delete;

  // A new file is all zero: a new board.
  Board* operator->() noexcept { return static_cast<Board*>(memory_); }

 private:
  void* memory_;
};

void change(Engine& engine, AccountScope scope, std::int64_t actorRow, bool approve) {
  engine.write(scope, [&](UnitOfWork& work) {
    auto identity = identities::findIdentityOf(work.db, scope, actorRow, identityEmail(0)).value();
    auto grant = identities::findGrant(work.db, scope, *identity.grantRow).value();
    identity.status = approve ? IdentityStatus::verified : IdentityStatus::revoked;
    grant.endedAt = approve ? std::nullopt : std::optional(work.now);
    ++identity.version;
    ++grant.version;
    identities::updateIdentity(work.db, scope, identity);
    identities::updateGrant(work.db, scope, grant);
    work.decisionsChanged(actorRow);
  });
}

std::string boardOf(const std::string& store) { return store + ".board"; }

}  // namespace

void revokeAndApprove(const std::string& store) {
  MappedBoard board(boardOf(store));
  const ListWorld world = identityWorld(store, 1);
  const auto engine = openForLoading(store);
  for (std::uint64_t round = 1; !board->stop; ++round) {
    board->turn = 2 * round - 1;
    change(*engine, AccountScope{world.account}, world.userRow, round % 2 == 0);
    board->made = 0;
    board->turn = 2 * round;
    while (board->made < decisionsPerRound && !board->stop) sched_yield();
  }
}

Revocations watchRevocations(const Scratch& scratch, std::size_t decisions) {
  const std::string store = scratch.fresh("revocations.db");
  std::filesystem::remove(boardOf(store));
  const ListWorld world = identityWorld(store, 1);
  const HostEngine engine = openEngine(store);
  const HostSession session = openSession(engine, world.userId);
  const auto decision = make<stead_decision>([](auto** out, auto** error) { return stead_decision_new(out, error); });
  MappedBoard board(boardOf(store));
  Child revoker({"--revoke", store});
  Revocations out;
  const std::string owner = identityEmail(0);
  while (out.decisions < decisions) {
    const std::uint64_t turn = board->turn;
    if (turn % 2 == 1 || turn == 0 || board->made >= decisionsPerRound) {
      sched_yield();  // it is the revoker's turn
      continue;
    }
    stead_error* error = nullptr;
    must(stead_session_authorize(session.get(), "document.send", owner.c_str(), decision.get(), &error), error);
    if (board->turn != turn) continue;
    ++board->made;
    const bool allowed = stead_decision_allowed(decision.get()) == 1;
    const bool revoked = turn % 4 == 2;
    if (!revoked && !allowed) throw std::runtime_error("refused after an approval");
    if (revoked) ++out.decisions;
    if (revoked && allowed) ++out.stale;
    out.rounds = (turn + 2) / 4;
  }
  board->stop = true;
  revoker.wait();
  std::filesystem::remove(boardOf(store));
  removeStore(store);
  return out;
}

}  // namespace stead::bench
