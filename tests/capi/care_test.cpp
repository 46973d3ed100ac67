// Looking after a store through the C ABI: backup, restore drill, rotation.
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "scene.h"

using namespace stead_test;

namespace {

const std::string newSecret(STEAD_SECRET_BYTES, '\x08');

// "opened", or the code of the error.
std::string opened(const std::string& path, const std::string& options, const std::string& secret,
                   const std::string& previous = {}) {
  const Record read = record(options);
  Engine engine;
  Error error;
  const stead_status status = stead_engine_open_rotating(
      path.c_str(), read.get(), secret.data(), static_cast<int64_t>(secret.size()),
      previous.empty() ? nullptr : previous.data(), static_cast<int64_t>(previous.size()), out(engine), out(error));
  return status == STEAD_OK ? "opened" : stead_error_code(error.get());
}

Record checkpointOf(const Scene& scene) {
  Record answer;
  Error error;
  require(stead_audit_checkpoint(scene.engine.get(), text(scene.account, "/id").c_str(), out(answer), out(error)),
          error);
  return answer;
}

std::string expecting(const std::string& checkpoint) {
  const Record options = record("{}");
  Error error;
  require(stead_record_set_text(options.get(), "/expectCheckpoint", checkpoint.data(),
                                static_cast<int64_t>(checkpoint.size()), out(error)),
          error);
  return json(options);
}

}  // namespace

TEST_CASE("a backup tells what it wrote, and is only good for the checkpoints before it", "[capi][care]") {
  const Scene scene;
  const std::string before = text(checkpointOf(scene), "/checkpoint");
  const std::string path = scene.folder.store() + ".copy";
  Record answer;
  Error error;
  require(stead_engine_backup(scene.engine.get(), path.c_str(), out(answer), out(error)), error);
  struct stat info {};
  REQUIRE(stat(path.c_str(), &info) == 0);
  CHECK(text(answer, "/path") == path);
  CHECK(stead_record_integer(answer.get(), "/bytes") == info.st_size);
  CHECK(stead_record_integer(answer.get(), "/takenAt") == newYear2026);
  CHECK(stead_record_count(answer.get(), "") == 3);
  CHECK(stead_engine_backup(scene.engine.get(), path.c_str(), out(answer), out(error)) == STEAD_CONFLICT);
  CHECK(std::string(stead_error_code(error.get())) == "backupExists");

  const Record team = record(R"({"name": "Legal"})");
  require(stead_team_create(scene.session.get(), team.get(), out(answer), out(error)), error);
  const std::string later = text(checkpointOf(scene), "/checkpoint");
  CHECK(opened(path, expecting(before), hostSecret) == "opened");
  CHECK(opened(path, expecting(later), hostSecret) == "storeBehind");
  CHECK(opened(path, expecting("no note"), hostSecret) == "invalidRecord");
}

TEST_CASE("a secret is rotated by opening with both", "[capi][care]") {
  const Folder folder;
  { const Engine engine = openEngine(folder.store(), "{}"); }
  CHECK(opened(folder.store(), "{}", newSecret) == "secretMismatch");
  CHECK(opened(folder.store(), "{}", newSecret, std::string(31, 'x')) == "malformedArgument");
  CHECK(opened(folder.store(), "{}", newSecret, std::string(5 * 32, 'x')) == "malformedArgument");
  CHECK(opened(folder.store(), "{}", newSecret, hostSecret) == "opened");
  CHECK(opened(folder.store(), "{}", newSecret) == "opened");
  CHECK(opened(folder.store(), "{}", hostSecret) == "secretMismatch");
}
