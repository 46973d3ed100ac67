// Row 7: verifying an account's audit trail, per entry, against the leaf and inner hashes of the same entries alone, in
// one loop over bytes that are in memory already; and how much memory the verifying process needs at its peak.
// Usage: verify_bench [--sizes 1000,100000,1000000] [--rounds N] [--folder DIR] [--json FILE]
#include <openssl/evp.h>

#include <array>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "audit/append.h"
#include "child.h"
#include "host.h"
#include "result.h"
#include "sqlite_floor.h"
#include "world_parts.h"

using namespace stead::bench;

namespace {

using Digest = std::array<unsigned char, 32>;

// ---- the trail -----------------------------------------------------------------------------------------------------

// As a send leaves it; every second entry has personal fields.
stead::audit::Entry entryAt(std::size_t place, const std::string& actor) {
  stead::audit::Entry entry;
  entry.actorKind = stead::audit::ActorKind::user;
  entry.actorId = actor;
  entry.credential = "host";
  entry.principal = actor;
  entry.authority = "grant";
  entry.grantId = actor;
  entry.grantVersion = 1;
  entry.operation = "document.send";
  entry.subjectType = "document";
  entry.subjectId = actor.substr(0, 24) + std::to_string(100000000000 + place);
  entry.detail = {{"title", "Agreement"}, {"signers", std::int64_t{2}}};
  if (place % 2 == 0) entry.personal = {{"email", "luthercooper@cubeflakes.com"}, {"name", "Luther Cooper"}};
  return entry;
}

std::string accountOf(const std::string& path) {
  const Db db = openDb(path);
  std::string id;
  eachRow(db, prepare(db, "SELECT uid FROM account"),
          [&](sqlite3_stmt* row) { id = reinterpret_cast<const char*>(sqlite3_column_text(row, 0)); });
  return id;
}

void makeTrail(const std::string& path, std::size_t entries) {
  if (isMade(path)) return;
  const auto engine = openForLoading(path);
  const stead::AccountScope scope = insertAccount(*engine);
  const std::string actor = engine->ids().newId(engine->clockMs());
  load(*engine, entries, 5000, [&](stead::Connection& db, std::int64_t now, std::size_t place) {
    stead::audit::append(db, scope, now, engine->ids(), entryAt(place, actor));
  });
}

// ---- the floor -----------------------------------------------------------------------------------------------------

struct FreeEvp {
  void operator()(EVP_MD* md) const noexcept { EVP_MD_free(md); }
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};

// The hashes of RFC 6962 over entries that come one after the other.
class Hashes {
 public:
  void entry(const char* bytes, std::size_t size) {
    Digest hash = sha256(0, bytes, size, nullptr, 0);
    for (std::size_t n = size_++; (n & 1) == 1; n >>= 1) {
      hash = sha256(1, open_.back().data(), hash.size(), hash.data(), hash.size());
      open_.pop_back();
    }
    open_.push_back(hash);
  }
  [[nodiscard]] Digest root() {
    Digest root = open_.back();
    for (std::size_t i = open_.size() - 1; i-- > 0;) {
      root = sha256(1, open_[i].data(), root.size(), root.data(), root.size());
    }
    return root;
  }

 private:
  Digest sha256(unsigned char prefix, const void* first, std::size_t firstSize, const void* second,
                std::size_t secondSize) {
    Digest out{};
    const bool done = EVP_DigestInit_ex2(context_.get(), md_.get(), nullptr) == 1 &&
                      EVP_DigestUpdate(context_.get(), &prefix, 1) == 1 &&
                      EVP_DigestUpdate(context_.get(), first, firstSize) == 1 &&
                      (secondSize == 0 || EVP_DigestUpdate(context_.get(), second, secondSize) == 1) &&
                      EVP_DigestFinal_ex(context_.get(), out.data(), nullptr) == 1;
    if (!done) throw std::runtime_error("cannot hash");
    return out;
  }

  std::unique_ptr<EVP_MD, FreeEvp> md_{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
  std::unique_ptr<EVP_MD_CTX, FreeEvp> context_{EVP_MD_CTX_new()};
  std::vector<Digest> open_;
  std::size_t size_ = 0;
};

struct Hashed {
  double nsPerEntry = 0;
  std::string root;
};

// Only the hashing is timed; reading the entries, a few thousand at a time, is not.
Hashed hashAlone(const std::string& path) {
  constexpr std::size_t blockEntries = 4096;
  const Db db = openDb(path);
  Hashes hashes;
  std::string block;
  std::vector<std::size_t> ends;
  double spentUs = 0;
  std::size_t entries = 0;
  const auto hashBlock = [&] {
    const auto start = Clock::now();
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
      hashes.entry(block.data() + begin, end - begin);
      begin = end;
    }
    spentUs += microsecondsSince(start);
    entries += ends.size();
    block.clear();
    ends.clear();
  };
  eachRow(db, prepare(db, "SELECT bytes FROM audit_entry ORDER BY account_id, idx"), [&](sqlite3_stmt* row) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, 0));
    block.append(bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, 0)));
    ends.push_back(block.size());
    if (ends.size() == blockEntries) hashBlock();
  });
  hashBlock();
  return {spentUs * 1000 / static_cast<double>(entries), stead::crypto::base64(hashes.root())};
}

// ---- ours ----------------------------------------------------------------------------------------------------------

struct Verified {
  double nsPerEntry = 0;
  std::string root;
};

Verified verify(const HostEngine& engine, const std::string& accountId) {
  const auto start = Clock::now();
  const Record answer = make<stead_record>(
      [&](auto** out, auto** error) { return stead_audit_verify(engine.get(), accountId.c_str(), 0, out, error); });
  const double us = microsecondsSince(start);
  if (stead_record_boolean(answer.get(), "/ok") != 1) throw std::runtime_error("the trail does not verify");
  return {us * 1000 / static_cast<double>(stead_record_integer(answer.get(), "/size")), text(answer, "/root")};
}

// The peak of this process in MiB, as the kernel counts it.
double peakMiB() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  }
  throw std::runtime_error("the kernel does not tell the peak memory");
}

// In a process of its own, which does nothing else.
double peakOfVerifying(const std::string& path, const std::string& answer) {
  Child({"--peak", path, answer}).wait();
  double peak = 0;
  std::ifstream(answer) >> peak;
  std::filesystem::remove(answer);
  return peak;
}

Series measureSize(const Scratch& scratch, std::size_t entries, int rounds) {
  const std::string path = scratch.path("trail-" + std::to_string(entries) + ".db");
  makeTrail(path, entries);
  const std::string accountId = accountOf(path);
  const HostEngine engine = openEngine(path);
  std::string root;
  return interleave(rounds,
                    {[&](Series& out) {
                       const Verified verified = verify(engine, accountId);
                       root = verified.root;
                       out.add("verify", verified.nsPerEntry);
                     },
                     [&](Series& out) {
                       const Hashed hashed = hashAlone(path);
                       if (hashed.root != root) throw std::runtime_error("the floor has another tree");
                       out.add("hashes alone", hashed.nsPerEntry);
                     },
                     [&](Series& out) { out.add("peak memory, MiB", peakOfVerifying(path, scratch.path("peak"))); }});
}

void measureVerifying(const Options& options) {
  const Scratch scratch(options.folder);
  Result result(7, "verifying an audit trail", "ns per entry", "entries");
  std::vector<Series> all;
  for (const std::size_t entries : options.sizes) {
    all.push_back(measureSize(scratch, entries, options.rounds));
    result.add(entries, all.back(), {{"verify", "hashes alone"}});
  }
  result.target("over the same leaf and inner hashes alone, longest trail",
                all.back().ratio("verify", "hashes alone").median, Bound::atMost, 1.6);
  // Of the two longest: shorter trails do not fill SQLite's page cache, which is bounded.
  const Series& shorter = all[all.size() < 2 ? 0 : all.size() - 2];
  result.target("peak memory, longest trail over the next shorter one",
                all.back().median("peak memory, MiB") / shorter.median("peak memory, MiB"), Bound::atMost, 1.1);
  result.plot({"verify", "hashes alone"});
  result.note("Every second entry has personal fields, whose salted hashes verify checks besides; the floor does not.");
  result.finish(options);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4 && std::strcmp(argv[1], "--peak") == 0) {
    return runRow([&] {
      (void)verify(openEngine(argv[2]), accountOf(argv[2]));
      std::ofstream(argv[3]) << peakMiB();
    });
  }
  return runRow([&] { measureVerifying(parseOptions(argc, argv, {1000, 100000, 1000000}, 7)); });
}
