// Writes what a trail hands out into a folder, for the verifiers of others: vkey, checkpoint-<size>, entry-<index>,
// proof-<index>, consistency-<from>-<to>.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "audit/audit_verbs.h"
#include "base/error.h"
#include "support/audit_trail.h"

using namespace stead;

namespace {

constexpr std::int64_t sizeMax = 21;

void writeFile(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

void exportEntry(test::AuditTrail& trail, const std::filesystem::path& folder, std::int64_t index) {
  const Json proof = audit::inclusionProof(trail.engine(), trail.accountId(), index);
  const auto bytes = crypto::fromBase64(proof["entry"].get<std::string>());
  writeFile(folder / ("entry-" + std::to_string(index)), textOf(*bytes));
  writeFile(folder / ("proof-" + std::to_string(index)), proof["proof"].get<std::string>());
}

void exportConsistency(test::AuditTrail& trail, const std::filesystem::path& folder, std::int64_t from,
                       std::int64_t to) {
  const Json proof = audit::consistencyProof(trail.engine(), trail.accountId(), from, to);
  writeFile(folder / ("consistency-" + std::to_string(from) + "-" + std::to_string(to)),
            proof["proof"].get<std::string>());
}

void exportTrail(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  test::AuditTrail trail;
  for (std::int64_t size = 1; size <= sizeMax; ++size) {
    if (size > 1) trail.fillTo(size);
    const Json head = audit::checkpoint(trail.engine(), trail.accountId());
    writeFile(folder / ("checkpoint-" + std::to_string(size)), head["checkpoint"].get<std::string>());
    writeFile(folder / "vkey", head["vkey"].get<std::string>() + "\n");
  }
  for (std::int64_t index = 0; index < sizeMax; ++index) exportEntry(trail, folder, index);
  for (std::int64_t from = 1; from <= sizeMax; ++from) {
    for (std::int64_t to = from; to <= sizeMax; ++to) exportConsistency(trail, folder, from, to);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: audit_interop_export <folder>\n");
    return 2;
  }
  try {
    exportTrail(arguments[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
