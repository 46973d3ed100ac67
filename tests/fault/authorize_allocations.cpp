// A warm authorize must not allocate: this binary counts every operator new.
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

#include "delegation/delegation_verbs.h"
#include "support/delegation_world.h"

namespace {

bool counting = false;
long long allocations = 0;

void* allocate(std::size_t bytes) {
  if (counting) ++allocations;
  if (void* memory = std::malloc(bytes == 0 ? 1 : bytes)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t bytes) { return allocate(bytes); }
void* operator new[](std::size_t bytes) { return allocate(bytes); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

using namespace stead;
using test::DelegationWorld;

namespace {

constexpr const char* luther = "luthercooper@cubeflakes.com";

struct Asked {
  const char* what;
  const Session& session;
  const char* operation;
  const char* principal;
  bool allowed;
};

// How often the warm question allocates in a hundred calls; -1 when it is not answered as expected.
long long allocationsOf(Engine& engine, const Asked& question) {
  Decision decision;
  delegation::authorize(engine, question.session, question.operation, question.principal, decision);
  if (decision.allowed != question.allowed) return -1;
  allocations = 0;
  counting = true;
  for (int i = 0; i < 100; ++i) {
    delegation::authorize(engine, question.session, question.operation, question.principal, decision);
  }
  counting = false;
  return allocations;
}

}  // namespace

int main() {
  DelegationWorld world;
  const auto actor = world.user("Hank White", "hankwhite@cubeflakes.com");
  const std::string longAddress = std::string(60, 'd') + "@a-rather-long-host-name-of-a-department.cubeflakes.com";
  world.consent(actor, "Luther Cooper", luther, operationSetFrom("document.send"));
  world.consent(actor, "David", longAddress);
  const Session himself = world.session(actor);
  const Session behalf = onBehalfOf(himself, luther);
  const Asked questions[] = {{"as oneself", himself, "document.send", "", true},
                             {"by a grant", himself, "document.send", luther, true},
                             {"by a grant of the session", behalf, "document.send", "", true},
                             {"a long address", himself, "document.remind", longAddress.c_str(), true},
                             {"not granted", himself, "document.revoke", luther, false},
                             {"no identity", himself, "document.send", "legaldesk@cubeflakes.com", false},
                             {"no such operation", himself, "document.shred", luther, false},
                             {"no such role", himself, "audit.erase", "", false}};
  bool ok = true;
  for (const Asked& question : questions) {
    const long long count = allocationsOf(world.engine(), question);
    if (count == 0) continue;
    ok = false;
    std::printf("%s: %lld allocations in 100 warm calls\n", question.what, count);
  }
  // The counter itself must be able to tell.
  Decision fresh;
  allocations = 0;
  counting = true;
  delegation::authorize(world.engine(), himself, "document.send", " LutherCooper@cubeflakes.com ", fresh);
  counting = false;
  if (allocations == 0) {
    ok = false;
    std::puts("the counter counts nothing");
  }
  std::puts(ok ? "authorize allocations: ok" : "authorize allocations: FAILED");
  return ok ? 0 : 1;
}
