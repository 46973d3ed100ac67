// Eight processes on one store, killed at random moments and replaced: three send, four ask, one gives and takes
// consents. Nothing acknowledged is lost, no decision or send that begins after a revocation has returned is allowed,
// and in the end the trail verifies.
//   many_processes FOLDER PDF DECISIONS [SEED]    the watching process
//   many_processes --ROLE FOLDER PDF              one of the eight (started by the former)
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "audit/audit_verbs.h"
#include "base/error.h"
#include "delegation/delegation_verbs.h"
#include "documents/document_verbs.h"
#include "engine/engine.h"
#include "identities/identity_verbs.h"
#include "notifications/outbox_verbs.h"
#include "people/people_verbs.h"

using namespace stead;

namespace {

namespace fs = std::filesystem;

constexpr const char* steadyOwner = "alexgayle@cubeflakes.com";
constexpr std::array<const char*, 8> roles{"sender",  "sender",  "sender",  "decider",
                                           "decider", "decider", "decider", "owner"};
constexpr std::uint64_t decisionsPerPhase = 50;

// What stands between two changes of the owner, for everybody to see: number of the consent * 4 + Phase.
enum class Phase : std::uint64_t { changing = 0, revoked = 1, approved = 2 };

struct Board {
  std::atomic<std::uint64_t> state{0};
  std::atomic<std::uint64_t> made{0};     // in this phase
  std::atomic<std::uint64_t> revoked{0};  // decisions that began after a revocation had returned
  std::atomic<std::uint64_t> approved{0};
  std::atomic<std::uint64_t> sends{0};  // of those, sends
  std::atomic<std::uint64_t> stale{0};  // allowed although revoked
  std::atomic<std::uint64_t> late{0};   // refused although approved
  std::atomic<bool> stop{false};
};

Phase phaseOf(std::uint64_t state) { return static_cast<Phase>(state % 4); }
// Each consent is one of its own: an address is asked no more than ten times a day.
std::string ownerOf(std::uint64_t state) { return "luthercooper+" + std::to_string(state / 4) + "@cubeflakes.com"; }

// A mapped file beside the store; a new one is all zero, which is a new board.
Board& boardIn(const std::string& folder) {
  const int fd = ::open((folder + "/board").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0 || ftruncate(fd, sizeof(Board)) != 0) throw std::runtime_error("no board");
  void* memory = mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  ::close(fd);
  if (memory == MAP_FAILED) throw std::runtime_error("no board");
  return *static_cast<Board*>(memory);
}

std::unique_ptr<Engine> openEngine(const std::string& folder) {
  const Json options{{"durability", "normal"}, {"busyTimeoutMs", 60000}};
  return std::make_unique<Engine>(readOptions(folder + "/store.db", options), Bytes(32, 7));
}

Bytes slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Asks the owner and lets him agree; answers the id of the grant.
std::string consent(Engine& engine, const Session& session, const std::string& address) {
  const Json identity = identities::create(engine, session, {{"name", "Luther Cooper"}, {"email", address}});
  const std::string id = identity["id"];
  const std::string token = engine.secrets().linkToken(link::consent, id, 1);
  const Json page = identities::ownerLook(engine, token);
  return identities::ownerApprove(engine, token, {{"textHash", page["textHash"]}})["grant"]["id"];
}

Json prepare(const std::string& folder) {
  auto engine = openEngine(folder);
  const Json account = people::createAccount(
      *engine, {{"name", "Cubeflakes"}, {"admin", {{"name", "Hank White"}, {"email", "hankwhite@cubeflakes.com"}}}});
  const Session session = people::openTrusted(*engine, account["adminUserId"].get<std::string>());
  (void)consent(*engine, session, steadyOwner);
  return {{"accountId", account["id"]}, {"userId", account["adminUserId"]}};
}

// ---- one of the eight ---------------------------------------------------------------------------------------------

void acknowledge(const std::string& line) {
  const std::string whole = line + "\n";
  if (::write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) _exit(3);
}

struct Desk {
  std::unique_ptr<Engine> engine;
  Session session;
  Board& board;
};

Desk openDesk(const std::string& folder) {
  Json ids;
  std::ifstream(folder + "/ids.json") >> ids;
  auto engine = openEngine(folder);
  Session session = people::openTrusted(*engine, ids["userId"].get<std::string>());
  return {std::move(engine), std::move(session), boardIn(folder)};
}

// Counts an answer when what the board said before the question still stands after it.
void judge(Board& board, std::uint64_t before, bool allowed) {
  if (board.state != before || phaseOf(before) == Phase::changing) return;
  ++board.made;
  if (phaseOf(before) == Phase::revoked) {
    ++board.revoked;
    if (allowed) ++board.stale;
  } else {
    ++board.approved;
    if (!allowed) ++board.late;
  }
}

int decide(Desk desk) {
  Decision decision;
  while (!desk.board.stop) {
    const std::uint64_t before = desk.board.state;
    if (phaseOf(before) == Phase::changing || desk.board.made >= decisionsPerPhase) {
      std::this_thread::sleep_for(std::chrono::microseconds(200));  // it is the owner's turn
      continue;
    }
    delegation::authorize(*desk.engine, desk.session, "document.send", ownerOf(before), decision);
    judge(desk.board, before, decision.allowed);
  }
  return 0;
}

// The owner: gives a consent, waits until it was used, ends it, waits again.
int giveAndTake(Desk desk) {
  Board& board = desk.board;
  const auto publish = [&](std::uint64_t number, Phase phase) {
    board.made = 0;
    board.state = number * 4 + static_cast<std::uint64_t>(phase);
  };
  const auto wait = [&] {
    while (board.made < decisionsPerPhase && !board.stop) sched_yield();
  };
  // One who was killed may have left a consent half used: the next begins a new one.
  for (std::uint64_t number = board.state / 4 + 1; !board.stop; ++number) {
    publish(number, Phase::changing);
    const std::string address = ownerOf(number * 4);
    const std::string grantId = consent(*desk.engine, desk.session, address);
    publish(number, Phase::approved);
    wait();
    publish(number, Phase::changing);
    (void)identities::ownerRevoke(*desk.engine, desk.engine->secrets().linkToken(link::revoke, grantId, 0),
                                  Json::object());
    acknowledge("ended " + grantId);
    publish(number, Phase::revoked);
    wait();
    publish(number, Phase::changing);
    (void)identities::remove(*desk.engine, desk.session, address);
  }
  return 0;
}

// A send for whoever consents, or not, at this moment: decided inside the transaction.
void sendForNow(Desk& desk, const Json& request, const Upload& upload) {
  const std::uint64_t before = desk.board.state;
  if (phaseOf(before) == Phase::changing) return;
  bool allowed = true;
  try {
    const Json sent = documents::send(*desk.engine, onBehalfOf(desk.session, ownerOf(before)), request, upload);
    acknowledge("sent " + sent["id"].get<std::string>());
  } catch (const Error& error) {
    if (error.code() != Code::consentRevoked && error.code() != Code::noIdentity &&
        error.code() != Code::consentPending) {
      throw;
    }
    allowed = false;
  }
  if (desk.board.state == before) ++desk.board.sends;
  judge(desk.board, before, allowed);
}

int send(Desk desk, const std::string& pdf) {
  const Session steady = onBehalfOf(desk.session, steadyOwner);
  Upload upload;
  upload.files.push_back({"agreement.pdf", slurp(pdf)});
  const Json request{{"title", "Agreement"},
                     {"signers", Json::array({{{"name", "David"}, {"emailAddress", "david@cubeflakes.com"}}})}};
  for (int i = 0; !desk.board.stop; ++i) {
    const Json sent = documents::send(*desk.engine, steady, request, upload);
    const std::string id = sent["id"];
    acknowledge("sent " + id);
    sendForNow(desk, request, upload);
    const Json updated = identities::update(*desk.engine, desk.session, steadyOwner, {{"metaData", {{"last", id}}}});
    acknowledge("updated " + std::to_string(updated["version"].get<std::int64_t>()));
    if (i % 3 == 0) {
      (void)documents::revoke(*desk.engine, steady, id, {{"message", "changed"}});
      acknowledge("revoked " + id);
    }
    const Json taken = notifications::take(*desk.engine, {{"max", 5}});
    for (const auto& item : taken.at("items")) {
      notifications::ack(*desk.engine, item["id"].get<std::string>(), item["lease"]);
      acknowledge("delivered " + item["id"].get<std::string>());
    }
  }
  return 0;
}

int work(const std::string& role, const std::string& folder, const std::string& pdf) {
  Desk desk = openDesk(folder);
  acknowledge("ready now");
  if (role == "sender") return send(std::move(desk), pdf);
  if (role == "decider") return decide(std::move(desk));
  return giveAndTake(std::move(desk));
}

// ---- the watching process -----------------------------------------------------------------------------------------

struct Acknowledged {
  std::map<std::string, std::string> documents;  // id → status it must at least have reached
  std::set<std::string> delivered;
  std::set<std::string> ended;
  std::int64_t version = 0;

  void read(const std::string& said) {
    std::istringstream lines(said);
    for (std::string what, value; lines >> what >> value;) {
      if (lines.peek() != '\n') break;  // a line that the kill cut off
      if (what == "sent") documents.emplace(value, "InProgress");
      if (what == "revoked") documents[value] = "Revoked";
      if (what == "updated") version = std::max<std::int64_t>(version, std::stoll(value));
      if (what == "delivered") delivered.insert(value);
      if (what == "ended") ended.insert(value);
    }
  }
};

class Worker {
 public:
  Worker(const char* role, const std::string& folder, const std::string& pdf) : role_(role) {
    std::array<int, 2> channel{};
    if (pipe2(channel.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    const std::string argument = std::string("--") + role;
    process_ = fork();
    if (process_ == 0) {
      dup2(channel[1], STDOUT_FILENO);
      execl("/proc/self/exe", "many_processes", argument.c_str(), folder.c_str(), pdf.c_str(), nullptr);
      _exit(127);
    }
    ::close(channel[1]);
    reader_ = std::thread([this, from = channel[0]] {
      std::array<char, 4096> buffer{};
      for (ssize_t got = 0; (got = ::read(from, buffer.data(), buffer.size())) > 0;) {
        said_.append(buffer.data(), static_cast<std::size_t>(got));
      }
      ::close(from);
    });
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() {
    if (process_ == 0) return;
    ::kill(process_, SIGKILL);
    int ignored = 0;
    waitpid(process_, &ignored, 0);
    reader_.join();
  }

  // Waits for its end, by a kill or by itself, and answers all it said.
  std::string end(bool byKill) {
    if (byKill) ::kill(process_, SIGKILL);
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = 0;
    reader_.join();
    const bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    const bool well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (!(byKill ? killed : well)) {
      throw std::runtime_error(std::string("a ") + role_ + " ended with status " + std::to_string(status));
    }
    return said_;
  }
  [[nodiscard]] const char* role() const noexcept { return role_; }

 private:
  const char* role_;
  pid_t process_ = 0;
  std::string said_;
  std::thread reader_;
};

void require(bool holds, const std::string& what) {
  if (!holds) throw std::runtime_error(what);
}

std::int64_t number(Connection& db, std::string_view sql) {
  auto row = db.query(sql);
  row.step();
  return row.integer(0);
}

std::string stateOf(Connection& db, std::string_view sql, const std::string& id) {
  auto row = db.query(sql, id);
  return row.step() ? row.text(0) : "lost";
}

void inspect(const std::string& folder, const Json& ids, const Acknowledged& all) {
  auto engine = openEngine(folder);
  const Session session = people::openTrusted(*engine, ids["userId"].get<std::string>());
  require(identities::get(*engine, session, steadyOwner)["version"] >= all.version, "an acknowledged update is lost");
  std::int64_t stored = 0;
  engine->database().read([&](Connection& db) {
    for (const auto& [id, status] : all.documents) {
      const std::string found = stateOf(db, "SELECT status FROM document WHERE uid = $1", id);
      require(found == "Revoked" || found == status, "the document " + id + " is " + found + ", not " + status);
    }
    for (const auto& id : all.delivered) {
      require(stateOf(db, "SELECT state FROM outbox WHERE uid = $1", id) == "sent",
              "the delivery of " + id + " is lost");
    }
    for (const auto& id : all.ended) {
      require(stateOf(db, "SELECT ended_at IS NOT NULL FROM \"grant\" WHERE uid = $1", id) == "1",
              "the end of the grant " + id + " is lost");
    }
    stored = number(db, "SELECT count(*) FROM document");
    require(number(db,
                   "SELECT count(DISTINCT subject) FROM audit_entry WHERE operation = 'document.send' AND "
                   "outcome = 'done'") == stored,
            "a document without its entry");
    require(number(db,
                   "SELECT count(*) FROM audit_entry a WHERE a.operation = 'document.send' AND a.outcome = 'done' AND "
                   "NOT EXISTS (SELECT 1 FROM document d WHERE d.uid = a.subject)") == 0,
            "a send in the trail without its document");
    require(number(db,
                   "SELECT count(*) FROM outbox o WHERE NOT EXISTS (SELECT 1 FROM audit_entry a WHERE a.account_id = "
                   "o.account_id AND a.idx = o.audit_index)") == 0,
            "a message without its event");
  });
  require(documents::behalfList(*engine, session, {{"pageSize", 1}})["total"] == stored,
          "the total is not the number of documents");
  const Json verified = audit::verify(*engine, ids["accountId"].get<std::string>(), true);
  require(verified["ok"] == true, "the trail does not verify: " + verified.dump());
}

// Kills and replaces until enough was decided; answers how many were killed.
int killAtRandom(std::vector<std::unique_ptr<Worker>>& workers, const std::string& folder, const std::string& pdf,
                 const Board& board, std::uint64_t wanted, unsigned seed, Acknowledged& all) {
  constexpr int killsMin = 20;
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> pauseMs(20, 200);
  int kills = 0;
  while (board.revoked < wanted || kills < killsMin) {
    std::this_thread::sleep_for(std::chrono::milliseconds(pauseMs(random)));
    auto& victim = workers[random() % workers.size()];
    const char* const role = victim->role();
    all.read(victim->end(true));
    victim = std::make_unique<Worker>(role, folder, pdf);
    ++kills;
    require(board.stale == 0 && board.late == 0, "a decision was stale or late");
  }
  return kills;
}

int watch(const std::string& folder, const std::string& pdf, std::uint64_t wanted, unsigned seed) {
  std::cout << "seed " << seed << std::endl;
  fs::remove_all(folder);
  fs::create_directories(folder);
  const Json ids = prepare(folder);
  std::ofstream(folder + "/ids.json") << ids;
  Board& board = boardIn(folder);
  Acknowledged all;
  std::vector<std::unique_ptr<Worker>> workers;
  for (const char* role : roles) workers.push_back(std::make_unique<Worker>(role, folder, pdf));
  const int kills = killAtRandom(workers, folder, pdf, board, wanted, seed, all);
  board.stop = true;
  for (auto& worker : workers) all.read(worker->end(false));
  inspect(folder, ids, all);
  std::cout << kills << " kills, " << board.revoked << " decisions after a revocation (" << board.sends
            << " of all were sends), " << board.stale << " stale; " << board.approved << " after an approval, "
            << board.late << " late; " << all.ended.size() << " revocations, " << all.documents.size() << " sends and "
            << all.delivered.size() << " deliveries acknowledged, nothing lost\n";
  require(board.stale == 0 && board.late == 0, "a decision was stale or late");
  require(all.documents.size() > 20 && board.sends > 0, "hardly anything was sent: nothing was shown");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 4 && std::string(argv[1]).starts_with("--")) return work(argv[1] + 2, argv[2], argv[3]);
    if (argc >= 4) {
      const unsigned seed = argc > 4 ? static_cast<unsigned>(std::stoul(argv[4])) : std::random_device{}();
      return watch(argv[1], argv[2], std::stoull(argv[3]), seed);
    }
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 1;
  }
  std::cerr << "usage: many_processes FOLDER PDF DECISIONS [SEED]\n";
  return 2;
}
