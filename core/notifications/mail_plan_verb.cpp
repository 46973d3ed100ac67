#include "notifications/mail_plan_verb.h"

#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"

namespace stead::notifications {
namespace {

struct Asked {
  Mailbox person;
  std::string key;
};

Asked readAsked(const Json& request) {
  Asked out;
  Violations violations;
  RecordReader in(request, violations);
  if (const auto email = in.email("email", true)) {
    out.person.email = email->address;
    out.key = email->key;
  }
  out.person.name = in.text("name", {.codePointsMax = limits::signerNameCodePointsMax}).value_or("");
  in.refuseUnknown();
  violations.throwIfAny();
  return out;
}

Json mailboxRecord(const Mailbox& mailbox) { return {{"name", mailbox.name}, {"email", mailbox.email}}; }

}  // namespace

MailHouse mailHouseOf(const EngineOptions& options) {
  return {options.productName, options.mailFrom, options.mailAsDomains, options.mailOnBehalfDomains};
}

Json mailPlan(Engine& engine, const Json& request) {
  const Asked asked = readAsked(request);
  const MailPlan plan = planMail(mailHouseOf(engine.options()), asked.person, asked.key);
  Json answer = {{"mode", mailModeName(plan.mode)}, {"from", mailboxRecord(plan.from)}, {"why", plan.why}};
  if (plan.sender) answer["sender"] = mailboxRecord(*plan.sender);
  if (plan.replyTo) answer["replyTo"] = mailboxRecord(*plan.replyTo);
  if (plan.better) {
    answer["better"] = {{"mode", mailModeName(plan.better->mode)}, {"needs", plan.better->needs}};
  }
  return answer;
}

}  // namespace stead::notifications
