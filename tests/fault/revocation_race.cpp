// The rule of design 4 under load: no authorize that starts after a revocation has returned, in any thread or process
// on the store, says allowed. A writer revokes and approves without pause; readers note the state of the world before
// and after each of their questions, and what stood still around a question must be its answer.
//
// Usage: revocation_race [decisions after a revocation, 10000]
#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "delegation/delegation_verbs.h"
#include "support/delegation_world.h"

using namespace stead;
using test::DelegationWorld;

namespace {

constexpr const char* luther = "luthercooper@cubeflakes.com";
constexpr const char* hank = "hankwhite@cubeflakes.com";
constexpr int readerThreads = 2;
constexpr std::uint64_t decisionsPerRound = 4;  // the writer goes on when so many were made after its change

enum class World : std::uint64_t { changing = 0, revoked = 1, approved = 2 };

// Shared by the threads of a process, or by processes.
struct Board {
  std::atomic<std::uint64_t> state{0};    // number of the round * 4 + World
  std::atomic<std::uint64_t> made{0};     // decisions since the writer's last change had returned
  std::atomic<std::uint64_t> revoked{0};  // decisions that began after a revocation had returned
  std::atomic<std::uint64_t> approved{0};
  std::atomic<std::uint64_t> stale{0};  // of them, allowed
  std::atomic<std::uint64_t> late{0};   // refused although the approval had returned
  std::atomic<bool> stop{false};
};

World worldOf(std::uint64_t state) { return static_cast<World>(state % 4); }

void read(Engine& engine, const Session& session, Board& board, std::uint64_t wanted) {
  Decision decision;
  while (!board.stop) {
    const std::uint64_t before = board.state;
    if (worldOf(before) != World::changing && board.made >= decisionsPerRound) {
      sched_yield();  // it is the writer's turn
      continue;
    }
    delegation::authorize(engine, session, "document.send", luther, decision);
    const World world = worldOf(before);
    if (board.state != before || world == World::changing) continue;
    ++board.made;
    if (world == World::revoked) {
      if (decision.allowed) ++board.stale;
      if (++board.revoked >= wanted) board.stop = true;
    } else {
      if (!decision.allowed) ++board.late;
      ++board.approved;
    }
  }
}

void change(Engine& engine, AccountScope scope, std::int64_t actorRow, bool approve) {
  engine.write(scope, [&](UnitOfWork& work) {
    auto identity = identities::findIdentityOf(work.db, scope, actorRow, luther);
    auto grant = identities::findGrant(work.db, scope, *identity->grantRow);
    identity->status = approve ? IdentityStatus::verified : IdentityStatus::revoked;
    grant->endedAt = approve ? std::nullopt : std::optional(work.now);
    ++identity->version;
    ++grant->version;
    identities::updateIdentity(work.db, scope, *identity);
    identities::updateGrant(work.db, scope, *grant);
    work.decisionsChanged(actorRow);
  });
}

// Something that every store sees all day and that changes no decision.
void changeNothing(Engine& engine) {
  engine.writeAcrossAccounts([](Connection& db, std::int64_t) {
    db.run(
        "INSERT INTO counter (account_id, name, subject, value) VALUES (0, 'noise', 0, 1) "
        "ON CONFLICT (account_id, name, subject) DO UPDATE SET value = counter.value + 1");
  });
}

void revokeAndApprove(Engine& engine, AccountScope scope, std::int64_t actorRow, Board& board) {
  for (std::uint64_t round = 1; !board.stop; ++round) {
    const bool approve = round % 2 == 0;
    board.state = round * 4;
    change(engine, scope, actorRow, approve);
    board.made = 0;
    board.state = round * 4 + static_cast<std::uint64_t>(approve ? World::approved : World::revoked);
    if (round % 16 == 0) changeNothing(engine);
    while (board.made < decisionsPerRound && !board.stop) sched_yield();
  }
}

bool report(const char* where, const Board& board) {
  std::printf("%s: %llu decisions after a revocation, %llu stale; %llu after an approval, %llu late; %llu rounds\n",
              where, static_cast<unsigned long long>(board.revoked), static_cast<unsigned long long>(board.stale),
              static_cast<unsigned long long>(board.approved), static_cast<unsigned long long>(board.late),
              static_cast<unsigned long long>(board.state / 4));
  return board.stale == 0 && board.late == 0;
}

void readInThreads(Engine& engine, const Session& session, Board& board, std::uint64_t wanted) {
  std::vector<std::thread> readers;
  for (int i = 0; i < readerThreads; ++i) {
    readers.emplace_back([&] { read(engine, session, board, wanted); });
  }
  for (auto& reader : readers) reader.join();
}

bool raceOfThreads(std::uint64_t wanted) {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  world.consent(actor, "Luther Cooper", luther);
  const Session session = world.session(actor);
  Board board;
  std::thread writer([&] { revokeAndApprove(world.engine(), world.scope(), actor.row, board); });
  readInThreads(world.engine(), session, board, wanted);
  writer.join();
  return report("threads", board);
}

// The board of two processes: a mapped file beside the store.
Board* boardIn(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0 || ftruncate(fd, sizeof(Board)) != 0) return nullptr;
  void* memory = mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  ::close(fd);
  return memory == MAP_FAILED ? nullptr : static_cast<Board*>(memory);  // a new file is all zero: a new board
}

int writerProcess(const std::string& store, std::int64_t account, std::int64_t actorRow) {
  Board* board = boardIn(store + ".board");
  if (board == nullptr) return 1;
  Engine engine(readOptions(store, {{"durability", "normal"}}), ByteView{});
  revokeAndApprove(engine, AccountScope{account}, actorRow, *board);
  return 0;
}

bool raceOfProcesses(const char* program, std::uint64_t wanted) {
  DelegationWorld world;
  const auto actor = world.user("Hank White", hank);
  world.consent(actor, "Luther Cooper", luther);
  const Session session = world.session(actor);
  Board* board = boardIn(world.path() + ".board");
  if (board == nullptr) return false;
  const std::string path = world.path();
  const std::string account = std::to_string(world.scope().account);
  const std::string row = std::to_string(actor.row);
  const pid_t writer = fork();
  if (writer == 0) {
    execl(program, program, "--writer", path.c_str(), account.c_str(), row.c_str(), nullptr);
    _exit(127);
  }
  std::thread watch([&] {  // a writer that dies must not leave the readers waiting
    int status = 0;
    waitpid(writer, &status, 0);
    if (!board->stop) ++board->late;
    board->stop = true;
  });
  readInThreads(world.engine(), session, *board, wanted);
  watch.join();
  const bool ok = report("processes", *board);
  munmap(board, sizeof(Board));
  return ok;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 5 && std::strcmp(argv[1], "--writer") == 0) {
      return writerProcess(argv[2], std::atoll(argv[3]), std::atoll(argv[4]));
    }
    const std::uint64_t wanted = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10000;
    const bool processes = raceOfProcesses("/proc/self/exe", wanted);
    const bool threads = raceOfThreads(wanted);
    std::puts(processes && threads ? "revocation race: ok" : "revocation race: FAILED");
    return processes && threads ? 0 : 1;
  } catch (const Error& error) {
    std::fprintf(stderr, "%s: %s\n", codeName(error.code()), error.text().c_str());
    return 1;
  }
}
