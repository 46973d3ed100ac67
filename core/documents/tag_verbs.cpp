// Labels of a document: the holder's own order, so they carry no principal and move nothing in the document's life.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/json_text.h"
#include "base/limits.h"
#include "base/record_reader.h"
#include "documents/document_act.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"
#include "documents/labels.h"

namespace stead::documents {
namespace {

constexpr std::string_view operation = "document.tag";

struct Wish {
  std::vector<std::string> tags;
  std::optional<std::int64_t> version;
};

Wish readWish(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  Wish wish;
  wish.tags = readLabels(in, "tags", violations);
  if (!in.has("tags") || in.isNull("tags")) in.violation("tags", "is required: one label or more");
  if (const Json* const tags = in.any("tags"); tags != nullptr && tags->is_array() && tags->empty()) {
    in.violation("tags", "Label cannot be null or empty");
  }
  wish.version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return wish;
}

using Change = std::vector<std::string> (*)(std::vector<std::string> labels, const std::vector<std::string>& tags);

std::vector<std::string> with(std::vector<std::string> labels, const std::vector<std::string>& tags) {
  for (const std::string& tag : tags) {
    if (std::find(labels.begin(), labels.end(), tag) == labels.end()) labels.push_back(tag);
  }
  if (labels.size() > limits::labelsMax) {
    throw fieldError(Code::invalidRecord, "/tags",
                     "a document has at most " + std::to_string(limits::labelsMax) + " labels; delete some first");
  }
  return labels;
}

std::vector<std::string> without(std::vector<std::string> labels, const std::vector<std::string>& tags) {
  std::erase_if(labels,
                [&](const std::string& label) { return std::find(tags.begin(), tags.end(), label) != tags.end(); });
  return labels;
}

Json changeLabels(Engine& engine, const Session& session, std::string_view documentId, const Json& request,
                  std::string_view entryName, Change change) {
  const std::string id = readDocumentId(documentId);
  const Wish wish = readWish(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    Act act = openAct(work, session, operation, id);
    Document& document = act.document;
    requireVersion(document, wish.version);
    if (document.trashedAt) refuseState(session, act, operation, work.now);
    const auto labels = change(labelsOf(document.labels), wish.tags);
    document.labels = JsonText().value(labels).take();
    touch(work, document);
    audit::Entry entry = entryOf(session, act, entryName);
    entry.detail.emplace_back("tags", wish.tags);
    work.audit(entry);
    answer = answerOf(session, act);
    answer["labels"] = labels;
    answer["version"] = document.version;
  });
  return answer;
}

}  // namespace

Json addTags(Engine& engine, const Session& session, std::string_view documentId, const Json& request) {
  return changeLabels(engine, session, documentId, request, "document.addTags", with);
}

Json deleteTags(Engine& engine, const Session& session, std::string_view documentId, const Json& request) {
  return changeLabels(engine, session, documentId, request, "document.deleteTags", without);
}

}  // namespace stead::documents
