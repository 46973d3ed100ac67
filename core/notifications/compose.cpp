#include "notifications/compose.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "base/error_codes.h"
#include "base/text.h"
#include "notifications/render.h"

namespace stead::notifications {
namespace {

std::string textAt(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? std::string() : found->get<std::string>();
}

// Somebody without a name (a cc) goes by the address.
std::string nameOf(const Json& person) {
  std::string name = oneLine(textAt(person, "name"));
  return text::isBlank(name) ? oneLine(textAt(person, "email")) : name;
}

Json headerPerson(const std::string& name, const std::string& email) {
  return {{"name", oneLine(name)}, {"email", oneLine(email)}};
}

void putPerson(Values& values, const Json& content, const char* member, const std::string& name) {
  const auto person = content.find(member);
  if (person == content.end()) return;
  values[name] = nameOf(*person);
  values[name + "Email"] = oneLine(textAt(*person, "email"));
}

std::string bullets(const Json& content, const char* member, std::string_view group) {
  std::string out;
  const auto list = content.find(member);
  if (list == content.end()) return out;
  for (const auto& name : *list) out += "- " + phrase(group, name.get<std::string>()) + "\n";
  return out;
}

std::string periodOf(const Json& content) {
  Values values;
  for (const char* end : {"from", "until"}) {
    if (content.contains(end)) values[end] = text::readableUtc(content.at(end).get<std::int64_t>());
  }
  const bool from = values.contains("from");
  const bool until = values.contains("until");
  const char* words = from && until ? "periodBetween" : from ? "periodFrom" : until ? "periodUntil" : "periodOpen";
  return phrase("phrases", words, values);
}

std::string reasonOf(const Json& content) {
  const std::string word = textAt(content, "reason");
  const auto code = codeNamed(word);
  return code ? meaningOf(*code) : oneLine(word);
}

void putIdentity(Values& values, const Json& content) {
  putPerson(values, content, "owner", "owner");
  putPerson(values, content, "creator", "creator");
  values["account"] = oneLine(textAt(content, "accountName"));
  values["inviter"] = oneLine(textAt(content, "inviterName"));
  values["operations"] = bullets(content, "operations", "operations");
  values["changes"] = bullets(content, "changes", "changes");
  values["period"] = periodOf(content);
  values["byOwner"] = content.contains("byOwner") ? "yes" : "";
}

void putDocument(Values& values, const Json& content) {
  values["title"] = oneLine(textAt(content, "title"));
  putPerson(values, content, "sender", "sender");
  putPerson(values, content, "inNameOf", "inNameOf");
  values["sentBy"] = values["sentByEmail"] = "";
  putPerson(values, content, "sentBy", "sentBy");
  const auto principal = content.find("principal");
  values["onBehalf"] =
      principal == content.end() ? "" : phrase("phrases", "onBehalf", {{"principal", nameOf(*principal)}});
  const auto signer = content.find("subject");
  values["signer"] = signer == content.end() ? phrase("phrases", "someSigner") : nameOf(*signer);
  values["message"] = quotedLines(textAt(content, "message"));
  values["reason"] = reasonOf(content);
  values["attach"] = content.contains("attach") ? "yes" : "";
  values["accessCode"] = content.contains("accessCode") ? "yes" : "";
}

}  // namespace

Json compose(const EngineOptions& options, std::string_view kind, const Json& content, const AtLeaving& leaving) {
  Values values;
  values["product"] = oneLine(options.productName);
  values["to"] = nameOf(content.at("to"));
  values["checkpoint"] = leaving.checkpoint.empty() ? phrase("phrases", "noCheckpoint") : leaving.checkpoint;
  std::string& links = values["link"];
  for (const auto& link : leaving.links) links += link + "\n";
  putIdentity(values, content);
  putDocument(values, content);
  const Mail mail = render(kind, values);

  Json item = Json::object();
  item["kind"] = kind;
  item["channel"] = "email";
  item["to"] = headerPerson(nameOf(content.at("to")), textAt(content.at("to"), "email"));
  if (const auto person = content.find("inNameOf"); person != content.end()) {
    item["from"] = headerPerson(nameOf(*person) + " via " + options.productName, options.mailFrom);
    item["replyTo"] = headerPerson(nameOf(*person), textAt(*person, "email"));
  } else {
    item["from"] = headerPerson(options.productName, options.mailFrom);
  }
  item["subject"] = mail.subject;
  item["text"] = mail.text;
  if (!leaving.links.empty()) item["link"] = leaving.links.front();
  for (const char* name : {"documentId", "identityId", "attach"}) {
    if (content.contains(name)) item[name] = content.at(name);
  }
  return item;
}

}  // namespace stead::notifications
