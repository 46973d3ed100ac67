#include "notifications/compose.h"

#include <nlohmann/json.hpp>

#include "base/email.h"
#include "base/text.h"
#include "notifications/html.h"
#include "notifications/mail_plan_verb.h"
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

std::string bullets(const Catalogue& words, const Json& content, const char* member, std::string_view group) {
  std::string out;
  const auto list = content.find(member);
  if (list == content.end()) return out;
  for (const auto& name : *list) out += "- " + words.phrase(group, name.get<std::string>()) + "\n";
  return out;
}

std::string periodOf(const Catalogue& words, const Json& content) {
  Values values;
  for (const char* end : {"from", "until"}) {
    if (content.contains(end)) values[end] = words.moment(content.at(end).get<std::int64_t>());
  }
  const bool from = values.contains("from");
  const bool until = values.contains("until");
  const char* name = from && until ? "periodBetween" : from ? "periodFrom" : until ? "periodUntil" : "periodOpen";
  return words.phrase("phrases", name, values);
}

void putIdentity(const Catalogue& words, Values& values, const Json& content) {
  putPerson(values, content, "owner", "owner");
  putPerson(values, content, "creator", "creator");
  values["account"] = oneLine(textAt(content, "accountName"));
  values["inviter"] = oneLine(textAt(content, "inviterName"));
  values["operations"] = bullets(words, content, "operations", "operations");
  values["changes"] = bullets(words, content, "changes", "changes");
  values["period"] = periodOf(words, content);
  values["byOwner"] = content.contains("byOwner") ? "yes" : "";
}

void putWebhook(Values& values, const Json& content) {
  for (const char* name : {"webhook", "webhookUrl", "webhookError"}) values[name] = "";
  const auto webhook = content.find("webhook");
  if (webhook == content.end()) return;
  values["webhook"] = oneLine(textAt(*webhook, "name"));
  values["webhookUrl"] = oneLine(textAt(*webhook, "url"));
  values["webhookError"] = oneLine(textAt(*webhook, "error"));
}

void putDocument(const Catalogue& words, Values& values, const Json& content) {
  values["title"] = oneLine(textAt(content, "title"));
  putPerson(values, content, "sender", "sender");
  putPerson(values, content, "inNameOf", "inNameOf");
  values["sentBy"] = values["sentByEmail"] = "";
  putPerson(values, content, "sentBy", "sentBy");
  const auto principal = content.find("principal");
  values["onBehalf"] =
      principal == content.end() ? "" : words.phrase("phrases", "onBehalf", {{"principal", nameOf(*principal)}});
  const auto signer = content.find("subject");
  values["signer"] = signer == content.end() ? words.phrase("phrases", "someSigner") : nameOf(*signer);
  values["message"] = quotedLines(textAt(content, "message"));
  values["reason"] = words.reason(textAt(content, "reason"));
  values["attach"] = content.contains("attach") ? "yes" : "";
  values["accessCode"] = content.contains("accessCode") ? "yes" : "";
}

// What leaves in somebody's name shows as much of him as his domain allows.
void putHeaders(Json& item, const EngineOptions& options, const Json& content) {
  const auto person = content.find("inNameOf");
  if (person == content.end()) {
    item["from"] = headerPerson(options.productName, options.mailFrom);
    return;
  }
  const std::string address = textAt(*person, "email");
  const auto email = parseEmail(address);
  const MailPlan plan = planMail(mailHouseOf(options), {nameOf(*person), address}, email ? email->key : address);
  item["from"] = headerPerson(plan.from.name, plan.from.email);
  if (plan.sender) item["sender"] = headerPerson(plan.sender->name, plan.sender->email);
  if (plan.replyTo) item["replyTo"] = headerPerson(plan.replyTo->name, plan.replyTo->email);
}

// What the brand of the document gives the mail, where it has one.
MailBrand brandOf(const Json& content) {
  MailBrand brand;
  const auto given = content.find("brand");
  if (given == content.end()) return brand;
  brand.name = oneLine(textAt(*given, "name"));
  brand.backgroundColor = textAt(*given, "backgroundColor");
  brand.buttonColor = textAt(*given, "buttonColor");
  brand.buttonTextColor = textAt(*given, "buttonTextColor");
  brand.logo = oneLine(textAt(*given, "logo"));
  return brand;
}

const Catalogues& cataloguesOf(const EngineOptions& options) {
  return options.texts ? *options.texts : builtInCatalogues();
}

Values valuesOf(const EngineOptions& options, const Catalogue& words, const Json& content, const AtLeaving& leaving) {
  Values values;
  values["product"] = oneLine(options.productName);
  values["to"] = nameOf(content.at("to"));
  values["checkpoint"] = leaving.checkpoint.empty() ? words.phrase("phrases", "noCheckpoint") : leaving.checkpoint;
  std::string& links = values["link"];
  for (const auto& link : leaving.links) links += link + "\n";
  putIdentity(words, values, content);
  putWebhook(values, content);
  putDocument(words, values, content);
  return values;
}

}  // namespace

Json compose(const EngineOptions& options, std::string_view kind, const Json& content, const AtLeaving& leaving) {
  const Catalogue& words = cataloguesOf(options).forText(textAt(content, "locale"), kind);
  const Mail mail = render(words, kind, valuesOf(options, words, content, leaving));
  Json item = Json::object();
  item["kind"] = kind;
  item["channel"] = "email";
  item["to"] = headerPerson(nameOf(content.at("to")), textAt(content.at("to"), "email"));
  putHeaders(item, options, content);
  item["locale"] = words.locale();
  item["subject"] = mail.subject;
  item["text"] = mail.text;
  item["html"] = mailHtml(words.locale(), mail.subject, mail.paragraphs, leaving.links, brandOf(content));
  if (!leaving.links.empty()) item["link"] = leaving.links.front();
  for (const char* name : {"documentId", "identityId", "attach"}) {
    if (content.contains(name)) item[name] = content.at(name);
  }
  return item;
}

}  // namespace stead::notifications
