// One thing after the other fails under each verb of the main path, and what must hold then: a clear error, nothing
// half done, nothing acknowledged lost, the next call works.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "office.h"

namespace stead::fault {

// A way to fail at the n-th occasion: a call to the file system, an allocation.
class Trouble {
 public:
  Trouble() = default;
  Trouble(const Trouble&) = delete;
  Trouble& operator=(const Trouble&) = delete;
  virtual ~Trouble() = default;

  virtual void arm(std::int64_t n) = 0;
  // Whether it has come to pass.
  virtual bool disarm() = 0;
  // Throws unless this error tells a caller what happened.
  virtual void requireClear(const stead_error* error) const = 0;
  // Looks at what a failed call left behind; false: it has to fail once more in the same way.
  virtual bool isSettled() { return true; }

  // Which occasions.
  virtual std::int64_t first() { return 1; }
  virtual std::int64_t next(std::int64_t n) { return n + 1; }
};

struct Tally {
  std::int64_t told = 0;      // calls that told of the fault
  std::int64_t absorbed = 0;  // that did their work in spite of it
};

// Runs `act` with one occasion after the other failing, until it runs through without the fault; `after` hears each
// time whether it was done.
struct Walk {
  std::function<void()> prepare;
  Act act;
  std::function<void(bool done)> after;
};
void walk(Trouble& trouble, Tally& tally, const Walk& way);

void walkVerb(Office& office, const Step& step, Trouble& trouble, Tally& tally);
// A store that could not be made is made by the next open.
void walkFirstOpen(const std::string& options, Trouble& trouble, Tally& tally);
// The office is closed before and after.
void walkOpen(Office& office, Trouble& trouble, Tally& tally);

[[noreturn]] void complain(const std::string& what);

}  // namespace stead::fault
