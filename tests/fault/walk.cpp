#include "walk.h"

#include <memory>

namespace stead::fault {
namespace {

constexpr int verifyEvery = 50;  // where nothing was committed there is nothing new to verify

}  // namespace

void complain(const std::string& what) { throw std::runtime_error(what); }

void walk(Trouble& trouble, Tally& tally, const Walk& way) {
  way.prepare();
  for (std::int64_t n = trouble.first();;) {
    stead_test::Error error;
    trouble.arm(n);
    const stead_status status = way.act(out(error));
    const bool reached = trouble.disarm();
    const bool done = status == STEAD_OK;
    try {
      if (!done) {
        if (!reached) complain(std::string("refused without a fault: ") + stead_error_text(error.get()));
        trouble.requireClear(error.get());
        error.reset();
        ++tally.told;
      }
      const bool settled = done || trouble.isSettled();
      way.after(done);
      if (!reached) return;
      if (done) {
        ++tally.absorbed;
        way.prepare();
      }
      if (settled) n = trouble.next(n);
    } catch (const std::exception& problem) {
      complain("at the " + std::to_string(n) + ". occasion: " + problem.what());
    }
  }
}

void walkVerb(Office& office, const Step& step, Trouble& trouble, Tally& tally) {
  const Inspection beside(office.store());
  std::int64_t commits = 0;
  const auto prepare = [&] {
    step.prepare();
    office.forgetAnswer();
    commits = beside.commits();
  };
  const auto after = [&](bool done) {
    if (done) return step.keep();
    const bool committed = beside.commits() != commits;
    if (committed && !step.inParts) complain("it failed and yet something was committed");
    if (committed || tally.told % verifyEvery == 0) office.verifyTrail();
    office.look();
    if (committed) prepare();  // each failure begins where the others did: what a verb left must not add up
    commits = beside.commits();
  };
  walk(trouble, tally, {prepare, step.act, after});
  office.verifyTrail();
  beside.requireNothingHalfDone();
  beside.requireNothingLost(office.acknowledged());
}

void walkFirstOpen(const std::string& options, Trouble& trouble, Tally& tally) {
  std::unique_ptr<stead_test::Folder> folder;
  std::unique_ptr<Office> office;
  const auto prepare = [&] {
    office.reset();
    folder = std::make_unique<stead_test::Folder>();
    office = std::make_unique<Office>(folder->store(), options);
  };
  const auto after = [&](bool done) {
    if (!done) office->mustOpen();
    if (tally.told % verifyEvery == 0) {
      office->enter();
      office->verifyTrail();
    }
    prepare();
  };
  walk(trouble, tally, {prepare, [&](stead_error** error) { return office->open(error); }, after});
}

void walkOpen(Office& office, Trouble& trouble, Tally& tally) {
  const auto after = [&](bool done) {
    if (!done) return;
    office.enter();
    office.verifyTrail();
    office.mustClose();
  };
  walk(trouble, tally, {[] {}, [&](stead_error** error) { return office.open(error); }, after});
}

}  // namespace stead::fault
