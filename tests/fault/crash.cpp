// Kills a working process at random moments, again and again, and looks at what it left: nothing acknowledged is lost,
// nothing is half done, the trail verifies.
//   crash FOLDER PDF KILLS [SEED]      the watching process
//   crash --work FOLDER PDF            the working one (started by the former)
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "audit/audit_verbs.h"
#include "base/error.h"
#include "documents/document_verbs.h"
#include "engine/engine.h"
#include "identities/identity_verbs.h"
#include "inspection.h"
#include "notifications/outbox_verbs.h"
#include "people/people_verbs.h"

using namespace stead;

namespace {

namespace fs = std::filesystem;

constexpr const char* owner = "luthercooper@cubeflakes.com";

std::unique_ptr<Engine> openEngine(const std::string& folder) {
  return std::make_unique<Engine>(readOptions(folder + "/store.db", Json::object()), Bytes(32, 7));
}

Bytes slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string tokenOf(const Json& taken) {
  for (const auto& item : taken.at("items")) {
    if (item.at("kind") == "identity.asked.owner") {
      const std::string link = item.at("link");
      return link.substr(link.rfind('/') + 1);
    }
  }
  throw std::runtime_error("no consent mail");
}

// The people and the consent everything rests on; answers {accountId, userId}.
Json prepare(const std::string& folder) {
  auto engine = openEngine(folder);
  const Json account = people::createAccount(
      *engine, {{"name", "Cubeflakes"}, {"admin", {{"name", "Hank White"}, {"email", "hankwhite@cubeflakes.com"}}}});
  const Session session = people::openTrusted(*engine, account["adminUserId"].get<std::string>());
  (void)identities::create(*engine, session, {{"name", "Luther Cooper"}, {"email", owner}});
  const std::string token = tokenOf(notifications::take(*engine, Json::object()));
  const Json page = identities::ownerLook(*engine, token);
  (void)identities::ownerApprove(*engine, token, {{"textHash", page["textHash"]}});
  return {{"accountId", account["id"]}, {"userId", account["adminUserId"]}};
}

// ---- the working process: works until it is killed, and says what was acknowledged --------------------------------

void acknowledge(const std::string& line) {
  const std::string whole = line + "\n";
  if (::write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) _exit(3);
}

int work(const std::string& folder, const std::string& pdf) {
  auto engine = openEngine(folder);
  Json ids;
  std::ifstream(folder + "/ids.json") >> ids;
  const Session self = people::openTrusted(*engine, ids["userId"].get<std::string>());
  const Session session = onBehalfOf(self, owner);
  Upload upload;
  upload.files.push_back({"agreement.pdf", slurp(pdf)});
  const Json request{
      {"title", "Agreement"},
      {"signers", Json::array({{{"name", "David"},
                                {"emailAddress", "david@cubeflakes.com"},
                                {"formFields",
                                 Json::array({{{"fieldType", "Signature"},
                                               {"pageNumber", 1},
                                               {"bounds", {{"x", 1}, {"y", 1}, {"width", 1}, {"height", 1}}}}})}}})}};
  for (int i = 0;; ++i) {
    const Json sent = documents::send(*engine, session, request, upload);
    acknowledge("sent " + sent["id"].get<std::string>());
    // From here on it may be killed: under a sanitizer the first send alone takes longer than a life.
    if (i == 0) acknowledge("ready");
    const Json updated = identities::update(*engine, self, owner, {{"metaData", {{"last", sent["id"]}}}});
    acknowledge("updated " + std::to_string(updated["version"].get<std::int64_t>()));
    if (i % 3 == 0) {
      const std::string id = sent["id"];
      (void)documents::revoke(*engine, session, id, {{"message", "changed"}});
      acknowledge("revoked " + id);
    }
    const Json taken = notifications::take(*engine, {{"max", 5}});
    for (const auto& item : taken.at("items")) {
      notifications::ack(*engine, item["id"].get<std::string>(), item["lease"]);
      acknowledge("delivered " + item["id"].get<std::string>());
    }
  }
}

// ---- the watching process -----------------------------------------------------------------------------------------

struct Acknowledged {
  std::map<std::string, std::string> documents;  // id → status it must at least have reached
  std::vector<std::string> delivered;
  std::int64_t version = 0;
};

// Reads what the worker said until it dies by our hand.
void runAndKill(const char* self, const std::string& folder, const std::string& pdf, std::chrono::microseconds delay,
                Acknowledged& all) {
  int channel[2];
  if (pipe2(channel, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  const pid_t worker = fork();
  if (worker == 0) {
    dup2(channel[1], STDOUT_FILENO);
    execl(self, self, "--work", folder.c_str(), pdf.c_str(), nullptr);
    _exit(127);
  }
  ::close(channel[1]);
  std::string said;
  char buffer[4096];
  bool killed = false;
  std::thread killer;
  for (ssize_t got = 0; (got = ::read(channel[0], buffer, sizeof buffer)) > 0;) {
    said.append(buffer, static_cast<std::size_t>(got));
    if (!killed && said.find("ready\n") != std::string::npos) {
      killed = true;
      killer = std::thread([=] {
        std::this_thread::sleep_for(delay);
        kill(worker, SIGKILL);
      });
    }
  }
  ::close(channel[0]);
  if (killer.joinable()) killer.join();
  int status = 0;
  waitpid(worker, &status, 0);
  if (!WIFSIGNALED(status)) throw std::runtime_error("the worker ended by itself, status " + std::to_string(status));

  std::istringstream lines(said);
  for (std::string what, value; lines >> what;) {
    if (what == "ready") continue;
    // A line that was cut by the kill is still an acknowledgement only when its end arrived.
    if (!(lines >> value) || (lines.peek() != '\n')) break;
    if (what == "sent") all.documents.emplace(value, "InProgress");
    if (what == "revoked") all.documents[value] = "Revoked";
    if (what == "updated") all.version = std::max<std::int64_t>(all.version, std::stoll(value));
    if (what == "delivered") all.delivered.push_back(value);
  }
}

std::int64_t number(Connection& db, std::string_view sql) {
  auto row = db.query(sql);
  row.step();
  return row.integer(0);
}

void require(bool holds, const std::string& what) {
  if (!holds) throw std::runtime_error(what);
}

void inspect(const std::string& folder, const Json& ids, const Acknowledged& all) {
  auto engine = openEngine(folder);
  const Session session = people::openTrusted(*engine, ids["userId"].get<std::string>());
  const Json identity = identities::get(*engine, session, owner);
  require(identity["version"] >= all.version, "an acknowledged update is lost");
  fault::Inspection(folder + "/store.db").requireNothingHalfDone();
  engine->database().read([&](Connection& db) {
    for (const auto& [id, status] : all.documents) {
      auto row = db.query("SELECT status FROM document WHERE uid = $1", id);
      require(row.step(), "the acknowledged send " + id + " is lost");
      require(status != "Revoked" || row.view(0) == "Revoked", "the acknowledged revoke of " + id + " is lost");
    }
    for (const auto& id : all.delivered) {
      auto row = db.query("SELECT state FROM outbox WHERE uid = $1", id);
      require(row.step() && row.view(0) == "sent", "the acknowledged delivery of " + id + " is lost");
    }
  });
  const Json list = documents::behalfList(*engine, session, {{"pageSize", 1}});
  engine->database().read([&](Connection& db) {
    require(list["total"] == number(db, "SELECT count(*) FROM document"), "the total is not the number of documents");
  });
  const Json verified = audit::verify(*engine, ids["accountId"].get<std::string>(), false);
  require(verified["ok"] == true, "the trail does not verify: " + verified.dump());
}

int watch(const char* self, const std::string& folder, const std::string& pdf, int kills, unsigned seed) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  const Json ids = prepare(folder);
  std::ofstream(folder + "/ids.json") << ids;
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> delay(0, 60000);
  Acknowledged all;
  for (int i = 0; i < kills; ++i) {
    try {
      runAndKill(self, folder, pdf, std::chrono::microseconds(delay(random)), all);
      inspect(folder, ids, all);
    } catch (const std::exception& problem) {
      std::cerr << "kill " << i + 1 << " with seed " << seed << ": " << problem.what() << '\n';
      return 1;
    }
  }
  std::cout << kills << " kills, " << all.documents.size() << " sends, " << all.version << " updates and "
            << all.delivered.size() << " deliveries acknowledged; nothing lost, nothing half done\n";
  return all.documents.size() > static_cast<std::size_t>(kills) / 10 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 4 && std::string(argv[1]) == "--work") return work(argv[2], argv[3]);
    if (argc >= 4) {
      const unsigned seed = argc > 4 ? static_cast<unsigned>(std::stoul(argv[4])) : std::random_device{}();
      return watch("/proc/self/exe", argv[1], argv[2], std::stoi(argv[3]), seed);
    }
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 1;
  }
  std::cerr << "usage: crash FOLDER PDF KILLS [SEED]\n";
  return 2;
}
