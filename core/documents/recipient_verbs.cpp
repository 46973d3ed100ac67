// The sender prepares what a signer still has to do: another recipient, values filled in beforehand.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "base/record_reader.h"
#include "base/text.h"
#include "documents/describe.h"
#include "documents/document_act.h"
#include "documents/document_rules.h"
#include "documents/document_store.h"
#include "documents/document_verbs.h"
#include "documents/field_values.h"
#include "documents/named_signer.h"
#include "documents/recipient.h"
#include "documents/send_request.h"

namespace stead::documents {
namespace {

constexpr std::string_view recipientOperation = "document.changeRecipient";
constexpr std::string_view prefillOperation = "document.prefill";

// --- changeRecipient ---

struct RecipientWish {
  NamedSigner signer;
  NewRecipient with;
  std::optional<std::int64_t> version;
};

RecipientWish readRecipient(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  RecipientWish wish;
  wish.signer = readNamedSigner(in);
  wish.with.name =
      in.text("newSignerName", {.required = true, .codePointsMax = limits::signerNameCodePointsMax}).value_or("");
  wish.with.email = in.email("newSignerEmail", false);
  wish.with.reason =
      in.text("reason", {.required = true, .codePointsMax = limits::messageCodePointsMax, .oneLine = false})
          .value_or("");
  wish.version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return wish;
}

void tellRecipientChanged(UnitOfWork& work, const Act& act, std::size_t place, const Replaced& replaced,
                          std::int64_t index) {
  auto news = newsOf(work.db, work.scope, act, notifications::DocumentEvent::recipientChanged, &act.right);
  news.subject = place;
  news.former = replaced.former;
  if (replaced.asked) {
    news.message = messageOf(bodyOf(work.db, work.scope, act.document.row));
    markNowInvited(news, {place});
  }
  notifications::plan(work, index, news);
}

// --- prefill ---

struct PrefillWish {
  std::vector<std::pair<std::string, std::string>> values;  // by field id
  std::optional<std::int64_t> version;
};

std::string pathOf(std::string_view fieldId) { return "/values/" + pointerToken(fieldId); }

PrefillWish readPrefill(const Json& request) {
  Violations violations;
  RecordReader in(request, violations);
  PrefillWish wish;
  const Json* const values = in.object("values");
  if (values == nullptr || !values->is_object() || values->empty()) {
    in.violation("values", "is required: texts by field id");
  } else {
    for (const auto& [fieldId, value] : values->items()) {
      if (value.is_string() &&
          text::codePoints(value.get_ref<const std::string&>()) > limits::fieldValueCodePointsMax) {
        violations.add(pathOf(fieldId),
                       "must be at most " + std::to_string(limits::fieldValueCodePointsMax) + " characters");
      } else if (value.is_string() || value.is_null()) {
        wish.values.emplace_back(fieldId, value.is_null() ? std::string() : value.get<std::string>());
      } else {
        violations.add(pathOf(fieldId), "must be text");
      }
    }
  }
  wish.version = readVersion(in);
  in.refuseUnknown();
  violations.throwIfAny();
  return wish;
}

// Why the field cannot take the value, nothing when it can.
std::optional<std::string> prefillProblem(const std::vector<Party>& parties, const StoredField& stored,
                                          const Field& field, std::string_view value) {
  const auto signer =
      std::find_if(parties.begin(), parties.end(), [&](const Party& party) { return party.row == stored.partyRow; });
  if (signer == parties.end() || isDone(*signer)) return "its signer has finished";
  if (field.type != FieldType::textBox && field.type != FieldType::checkBox) {
    return std::string("a ") + fieldTypeName(field.type) + " field takes no value beforehand";
  }
  return valueProblem(field, value);
}

// The fields with their new presets; every value that does not fit is a violation.
std::vector<std::pair<std::int64_t, Field>> prefilled(const std::vector<Party>& parties,
                                                      const std::vector<StoredField>& stored, const PrefillWish& wish) {
  Violations violations;
  std::vector<std::pair<std::int64_t, Field>> fields;
  for (const auto& idAndValue : wish.values) {
    const auto found = std::find_if(stored.begin(), stored.end(),
                                    [&](const StoredField& field) { return field.id == idAndValue.first; });
    if (found == stored.end()) {
      violations.add(pathOf(idAndValue.first), "the document has no field of this id");
      continue;
    }
    Field field = readFieldSpec(found->spec);
    if (const auto problem = prefillProblem(parties, *found, field, idAndValue.second)) {
      violations.add(pathOf(idAndValue.first), *problem);
      continue;
    }
    field.value = idAndValue.second;
    fields.emplace_back(found->row, std::move(field));
  }
  violations.throwIfAny();
  return fields;
}

}  // namespace

Json changeRecipient(Engine& engine, const Session& session, std::string_view documentId, const Json& request) {
  const std::string id = readDocumentId(documentId);
  const RecipientWish wish = readRecipient(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    Act act = openAct(work, session, recipientOperation, id);
    requireVersion(act.document, wish.version);
    if (!canPrepareSigners(statusAt(act.document, work.now))) {
      refuseState(session, act, recipientOperation, work.now);
    }
    Party& signer = findNamed(act.parties, wish.signer);
    if (isDone(signer)) {
      refuse(Code::wrongState, "this signer has finished; nobody else can take the place any more",
             entryOf(session, act, recipientOperation));
    }
    audit::Entry entry = entryOf(session, act, recipientOperation);
    entry.detail.emplace_back("signer", signer.id);
    entry.personal.emplace_back("formerName", signer.name);
    entry.personal.emplace_back("formerEmail", signer.email);
    const Replaced replaced = replaceRecipient(work, act, signer, wish.with, "newSignerEmail", false);
    entry.personal.emplace_back("signerName", signer.name);
    entry.personal.emplace_back("signerEmail", signer.email);
    entry.personal.emplace_back("reason", wish.with.reason);
    touch(work, act.document);
    const std::int64_t index = work.audit(entry);
    tellRecipientChanged(work, act, static_cast<std::size_t>(&signer - act.parties.data()), replaced, index);
    answer = answerOf(session, act);
    answer["signerId"] = signer.id;
    answer["version"] = act.document.version;
  });
  return answer;
}

Json prefill(Engine& engine, const Session& session, std::string_view documentId, const Json& request) {
  const std::string id = readDocumentId(documentId);
  const PrefillWish wish = readPrefill(request);
  Json answer;
  engine.write(session.scope, [&](UnitOfWork& work) {
    Act act = openAct(work, session, prefillOperation, id);
    requireVersion(act.document, wish.version);
    if (!canPrepareSigners(statusAt(act.document, work.now))) refuseState(session, act, prefillOperation, work.now);
    const auto fields = prefilled(act.parties, fieldsOf(work.db, work.scope, act.document.row), wish);
    std::vector<std::string> ids;
    for (const auto& [row, field] : fields) {
      setFieldSpec(work.db, work.scope, row, writeFieldSpec(field));
      ids.push_back(field.id);
    }
    touch(work, act.document);
    audit::Entry entry = entryOf(session, act, prefillOperation);
    entry.detail.emplace_back("fields", ids);
    work.audit(entry);
    answer = answerOf(session, act);
    answer["fields"] = ids;
    answer["version"] = act.document.version;
  });
  return answer;
}

}  // namespace stead::documents
