#include "documents/list_request.h"

#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/text.h"
#include "documents/document_rules.h"
#include "documents/labels.h"

namespace stead::documents {
namespace {

constexpr std::size_t statusesMax = 11;

// Statuses as stored, and the words of the contract that say how a document in progress looks to the caller.
bool addStatus(const std::string& word, ListFilter& filter) {
  if (word == "None") return true;
  if (word == "WaitingForMe") return filter.waitingForMe = true;
  if (word == "WaitingForOthers") return filter.waitingForOthers = true;
  if (word == "NeedAttention") return filter.needAttention = true;
  const auto status = documentStatusNamed(word);
  if (status) filter.statuses.push_back(*status);
  return status.has_value();
}

void readStatuses(RecordReader& in, ListFilter& filter) {
  const Json* const words = in.array("status", statusesMax);
  if (words == nullptr) return;
  for (std::size_t i = 0; i < words->size(); ++i) {
    const Json& word = (*words)[i];
    if (word.is_string() && addStatus(word.get_ref<const std::string&>(), filter)) continue;
    in.violation("status", "item " + std::to_string(i) +
                               " must be one of None, WaitingForMe, WaitingForOthers, NeedAttention, Draft, Scheduled, "
                               "InProgress, Completed, Declined, Revoked, Expired");
  }
}

std::optional<Period> readPeriod(RecordReader& in, bool mayExpire) {
  Period period;
  period.from = in.time("startAt");
  period.until = in.time("endAt");
  if (mayExpire) period.ofExpiry = in.word("dateFilterType", {"SentBetween", "Expiring"}) == "Expiring";
  if (period.from && period.until && *period.until < *period.from) in.violation("endAt", "is before startAt");
  return period.from || period.until ? std::optional(period) : std::nullopt;
}

// Every item as `read` understands it; a violation by item says `what` it must be.
template <class Read>
std::vector<std::string> readItems(RecordReader& in, Violations& violations, std::string_view name,
                                   const std::string& what, Read read) {
  std::vector<std::string> out;
  const Json* const items = in.array(name, limits::pageSizeMax);
  if (items == nullptr) return out;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const Json& item = (*items)[i];
    auto value = item.is_string() ? read(item.get_ref<const std::string&>()) : std::optional<std::string>();
    if (value) {
      out.push_back(std::move(*value));
    } else {
      violations.add(in.pathOf(name, i), what);
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> readAddresses(RecordReader& in, Violations& violations, std::string_view name) {
  return readItems(in, violations, name, "The field " + std::string(name) + " is invalid.",
                   [](const std::string& text) {
                     const auto email = parseEmail(text);
                     return email ? std::optional(email->key) : std::nullopt;
                   });
}

std::vector<std::string> readIds(RecordReader& in, Violations& violations, std::string_view name) {
  return readItems(in, violations, name, "must be an id", [](const std::string& text) {
    std::string id = text::asciiLower(text::trim(text));
    return text::isGuid(id) ? std::optional(std::move(id)) : std::nullopt;
  });
}

ListWish readListWish(RecordReader& in, Violations& violations, const ListForm& form) {
  ListWish wish;
  wish.cursorName = form.cursorName;
  if (form.transmits) {
    const std::string transmit = in.word("transmitType", {"Sent", "Received", "Both"}).value_or("Sent");
    wish.sent = transmit != "Received";
    wish.received = transmit != "Sent";
    if (wish.received) wish.cursorName += "/" + transmit;
  }
  wish.page = readPage(in, wish.cursorName);
  readStatuses(in, wish.filter);
  const TextRule searchRule{.codePointsMax = limits::searchCodePointsMax};
  wish.filter.needle = searchNeedle(in.text("search", searchRule).value_or(""));
  wish.filter.labels = readLabels(in, "labels", violations);
  wish.filter.brandIds = readIds(in, violations, "brandIds");
  wish.filter.period = readPeriod(in, form.transmits);
  return wish;
}

}  // namespace stead::documents
