#include "notifications/mail_plan_rules.h"

#include <algorithm>

namespace stead::notifications {
namespace {

bool holds(const std::vector<std::string>& domains, std::string_view domain) {
  return std::find(domains.begin(), domains.end(), domain) != domains.end();
}

std::string needsOfAs(const std::string& domain) {
  return "publish a DKIM key of this host for " + domain +
         ", sign these mails with it, and declare the domain in the open option mailAsDomains";
}

MailPlan asPerson(const Mailbox& person, const std::string& domain) {
  MailPlan plan;
  plan.mode = MailMode::as;
  plan.from = person;
  plan.why = "the host declares that it signs mails for " + domain;
  return plan;
}

MailPlan onBehalfOf(const MailHouse& house, const Mailbox& person, const std::string& domain) {
  MailPlan plan;
  plan.mode = MailMode::onBehalf;
  plan.from = person;
  plan.sender = Mailbox{house.productName, house.mailFrom};
  plan.why = "the host declares that " + domain + " lets it send with another Sender (no strict DMARC policy)";
  plan.better = {MailMode::as, needsOfAs(domain)};
  return plan;
}

MailPlan viaHost(const MailHouse& house, const Mailbox& person, const std::string& domain) {
  MailPlan plan;
  plan.mode = MailMode::via;
  plan.from = {(person.name.empty() ? person.email : person.name) + " via " + house.productName, house.mailFrom};
  plan.replyTo = person;
  plan.why = "the host declares nothing about " + domain + "; a mail with that From would look forged";
  plan.better = {MailMode::as, needsOfAs(domain)};
  return plan;
}

}  // namespace

const char* mailModeName(MailMode mode) noexcept {
  switch (mode) {
    case MailMode::as:
      return "as";
    case MailMode::onBehalf:
      return "onBehalf";
    case MailMode::via:
      break;
  }
  return "via";
}

std::string_view domainOf(std::string_view emailKey) noexcept { return emailKey.substr(emailKey.rfind('@') + 1); }

MailPlan planMail(const MailHouse& house, const Mailbox& person, std::string_view key) {
  const std::string domain(domainOf(key));
  if (holds(house.asDomains, domain)) return asPerson(person, domain);
  if (holds(house.onBehalfDomains, domain)) return onBehalfOf(house, person, domain);
  return viaHost(house, person, domain);
}

}  // namespace stead::notifications
