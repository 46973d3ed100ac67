// Whose address a mail that leaves in somebody's name may show, and why. Pure.
//
// A receiver's server compares the domain of From with what the sending server proves (SPF, DKIM, DMARC). A host can
// prove it only for domains whose owners let it send; for all others the mail must come from its own address.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/email.h"

namespace stead::notifications {

enum class MailMode : std::uint8_t {
  as,        // From the person alone: the host signs for the person's domain
  onBehalf,  // From the person, Sender the host: the domain allows it, mail programs show both
  via,       // From the host with the person's name, Reply-To the person: always possible
};
[[nodiscard]] const char* mailModeName(MailMode mode) noexcept;  // "as", "onBehalf", "via"

// What the host declared at open.
struct MailHouse {
  std::string productName;
  std::string mailFrom;
  std::vector<std::string> asDomains;        // A-labels, lower case
  std::vector<std::string> onBehalfDomains;  // the same
};

struct Mailbox {
  std::string name;
  std::string email;
};

struct MailPlan {
  MailMode mode = MailMode::via;
  Mailbox from;
  std::optional<Mailbox> sender;
  std::optional<Mailbox> replyTo;
  std::string why;
  struct Better {
    MailMode mode = MailMode::as;
    std::string needs;
  };
  std::optional<Better> better;  // absent where there is no better mode
};

// The domain of an address's key.
[[nodiscard]] std::string_view domainOf(std::string_view emailKey) noexcept;
// `key`: the person's e-mail key, whose domain is compared whole: a subdomain is another domain.
[[nodiscard]] MailPlan planMail(const MailHouse& house, const Mailbox& person, std::string_view key);

}  // namespace stead::notifications
