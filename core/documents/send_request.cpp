#include "documents/send_request.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/json_text.h"
#include "base/limits.h"
#include "base/text.h"
#include "documents/labels.h"
#include "documents/send_parts.h"
#include "metadata/metadata.h"

namespace stead::documents {
namespace {

constexpr std::int64_t spanMax = limits::expiryDaysMax * limits::dayMs;

// An address that stands twice is told once.
std::vector<Email> readCc(RecordReader& in, Violations& violations) {
  std::vector<Email> cc;
  const Json* list = in.array("cc", limits::ccMax);
  if (list == nullptr) return cc;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < list->size(); ++i) {
    RecordReader item((*list)[i], violations, in.pathOf("cc", i));
    if (auto email = item.email("emailAddress", true); email && seen.insert(email->key).second) {
      cc.push_back(std::move(*email));
    }
    item.refuseUnknown();
  }
  return cc;
}

std::string readMetaData(RecordReader& in, Violations& violations) {
  const Json* given = in.object("metaData");
  if (given == nullptr) return "{}";
  const Json change = given->is_object() ? *given : Json::object();
  return writeJson(metadata::merge(Json::object(), change, violations, in.pathOf("metaData")));
}

// Members that belong elsewhere: the remedy is in the text.
void refuseMisplaced(RecordReader& in) {
  const auto says = [](const Json* member) {
    if (member == nullptr || member->is_null()) return false;
    const bool isText = member->is_string();
    return isText ? !member->get_ref<const std::string&>().empty() : !(member->is_array() && member->empty());
  };
  if (says(in.any("files"))) in.violation("files", "files travel beside the record, in the upload");
  if (says(in.any("onBehalfOf"))) {
    in.violation("onBehalfOf", "the principal is a matter of the session: send with an on-behalf session");
  }
}

void writeSigner(JsonText& out, const Signer& signer) {
  out.beginObject()
      .member("name", signer.name)
      .member("emailAddress", signer.email.address)
      .member("signerOrder", signer.order)
      .member("privateMessage", signer.privateMessage)
      .member("authenticationType", signer.accessCode.empty() ? "None" : "AccessCode")
      .member("locale", signer.locale)
      .member("signerType", "Signer");
  out.name("formFields").beginArray();
  for (const Field& field : signer.fields) out.json(field.spec);
  out.endArray().endObject();
}

void writeFile(JsonText& out, const SentFile& file) {
  out.beginObject()
      .member("name", file.name)
      .member("sha256", crypto::hex(file.sha256))
      .member("size", file.size)
      .member("type", fileTypeName(file.type))
      .memberIfAny("pages", file.pages)
      .endObject();
}

template <class Items, class Write>
void writeList(JsonText& out, std::string_view name, const Items& items, Write write) {
  out.name(name).beginArray();
  for (const auto& item : items) write(out, item);
  out.endArray();
}

// Built from what was understood, so that nothing else, above all no access code, can get into the store with it.
std::string bodyOf(const SendRequest& request, const Expiry& expiry) {
  JsonText out(2048);
  out.beginObject()
      .member("title", request.title)
      .member("message", request.message)
      .member("enableSigningOrder", request.signingOrder)
      .member("disableEmails", request.disableEmails)
      .member("expiryDateType", expiry.type);
  if (expiry.type == "SpecificDateTime") {
    out.member("expiresAt", expiry.at);
  } else {
    out.member("expiryValue", expiry.value);
  }
  out.member("labels", request.labels)
      .memberIfAny("brandId", request.brandId)
      .memberIfAny("scheduledSendAt", request.scheduledSendAt);
  out.name("metaData").json(request.metaData);
  writeList(out, "signers", request.signers, writeSigner);
  writeList(out, "cc", request.cc, [](JsonText& to, const Email& email) {
    to.beginObject().member("emailAddress", email.address).endObject();
  });
  writeList(out, "files", request.files, writeFile);
  return out.endObject().take();
}

// One code when every violation has it, else that of a record with several faults.
[[noreturn]] void refuse(const Violations& violations, const std::vector<FileProblem>& problems) {
  std::vector<FieldError> errors = violations.fields();
  std::vector<Code> codes;
  codes.reserve(errors.size() + problems.size());
  for (const FieldError& error : errors) {
    codes.push_back(error.message.starts_with("notSupportedYet") ? Code::notSupportedYet : Code::invalidRecord);
  }
  for (const FileProblem& problem : problems) {
    errors.push_back(problem.error);
    codes.push_back(problem.code);
  }
  const bool same = std::all_of(codes.begin(), codes.end(), [&](Code code) { return code == codes.front(); });
  std::string text = errors.front().message;
  if (errors.size() > 1) text += " (and " + std::to_string(errors.size() - 1) + " more)";
  throw Error(same ? codes.front() : Code::invalidRecord, std::move(text), std::move(errors));
}

}  // namespace

std::optional<std::int64_t> readScheduledSendAt(RecordReader& request, std::int64_t now) {
  const auto at = request.time("scheduledSendAt");
  if (!at) return std::nullopt;
  if (*at <= now) {
    request.violation("scheduledSendAt", "must be in the future");
    return std::nullopt;
  }
  if (*at > now + spanMax) {
    request.violation("scheduledSendAt",
                      "must be at most " + std::to_string(limits::expiryDaysMax) + " days in the future");
    return std::nullopt;
  }
  return at;
}

Expiry readExpiry(RecordReader& request, std::int64_t sendingAt) {
  Expiry expiry;
  const auto given = [&](std::string_view name) { return request.has(name) && !request.isNull(name); };
  const auto type = request.word("expiryDateType", {"Days", "Hours", "SpecificDateTime"});
  const auto days = request.integer("expiryDays", 1, limits::expiryDaysMax);
  const auto at = request.time("expiresAt");
  if (given("expiryDateType") && !type) {
    (void)request.any("expiryValue");  // nobody can say whether it fits
    return expiry;
  }
  expiry.type = type.value_or("Days");
  if (expiry.type == "SpecificDateTime") {
    if (given("expiryValue")) request.violation("expiryValue", "give expiresAt with expiryDateType SpecificDateTime");
    if (given("expiryDays")) request.violation("expiryDays", "give expiresAt with expiryDateType SpecificDateTime");
    (void)request.any("expiryValue");
    if (!given("expiresAt")) request.violation("expiresAt", "is required with expiryDateType SpecificDateTime");
    if (at && (*at < sendingAt + limits::dayMs || *at > sendingAt + spanMax)) {
      request.violation("expiresAt",
                        "must be 1 to " + std::to_string(limits::expiryDaysMax) + " days after the sending");
    }
    expiry.at = at.value_or(0);
    return expiry;
  }
  if (given("expiresAt")) request.violation("expiresAt", "needs expiryDateType SpecificDateTime");
  const bool hours = expiry.type == "Hours";
  const auto value = hours ? request.integer("expiryValue", limits::expiryHoursMin, limits::expiryHoursMax)
                           : request.integer("expiryValue", 1, limits::expiryDaysMax);
  if (hours && given("expiryDays") && !given("expiryValue")) {
    request.violation("expiryDays", "counts days; give expiryValue with expiryDateType Hours");
  }
  expiry.value = value.value_or(hours ? limits::expiryDaysDefault : days.value_or(limits::expiryDaysDefault));
  expiry.at = sendingAt + expiry.value * (hours ? limits::hourMs : limits::dayMs);
  return expiry;
}

SendRequest readSendRequest(const Json& record, const Upload& upload, std::int64_t now, const FindHeldFile& findHeld) {
  SendRequest request;
  Violations violations;
  RecordReader in(record, violations);
  ReadFiles read = readFiles(upload, findHeld);

  request.title = in.text("title", {.required = true, .codePointsMax = limits::titleCodePointsMax}).value_or("");
  request.message = in.text("message", {.codePointsMax = limits::messageCodePointsMax, .oneLine = false}).value_or("");
  request.signingOrder = in.boolean("enableSigningOrder").value_or(false);
  request.signers = readSigners(in, violations, request.signingOrder, Pages(read));
  request.cc = readCc(in, violations);
  request.disableEmails = in.boolean("disableEmails").value_or(false);
  request.scheduledSendAt = readScheduledSendAt(in, now);
  const Expiry expiry = readExpiry(in, request.scheduledSendAt.value_or(now));
  request.expiresAt = expiry.at;
  for (const char* name : {"expiryDateType", "expiryValue", "expiryDays", "expiresAt"}) {
    request.expiryGiven = request.expiryGiven || (in.has(name) && !in.isNull(name));
  }
  request.labels = readLabels(in, "labels", violations);
  request.metaData = readMetaData(in, violations);
  request.brandId = in.guid("brandId");
  request.requestId = readRequestId(in);
  refuseLaterMembersOfRequest(in);
  refuseMisplaced(in);
  in.refuseUnknown();
  if (!violations.empty() || !read.problems.empty()) refuse(violations, read.problems);

  request.files = std::move(read.files);
  for (Signer& signer : request.signers) {
    for (Field& field : signer.fields) field.spec = writeFieldSpec(field);
  }
  request.body = bodyOf(request, expiry);
  return request;
}

}  // namespace stead::documents
