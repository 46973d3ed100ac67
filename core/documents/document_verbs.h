// Use cases of documents: the sender's side and the signer's side (design 3, contract 4).
#pragma once

#include <string_view>

#include "base/json.h"
#include "documents/upload.h"
#include "engine/engine.h"

namespace stead::documents {

// Record of send_request.h + upload → {id, status ("InProgress" | "Scheduled"), title, createdAt, sentAt?,
// scheduledSendAt?, expiresAt, files: [{name, sha256, size, type, pages?}], signers: [{id, email}], version, + right}.
[[nodiscard]] Json send(Engine& engine, const Session& session, const Json& request, const Upload& upload);
// document {id, title, message, status, sendFailed, actor {id, name, email}, ownerId, holderId, behalfOf {name,
// email}?, signers [{id, name, email, order, status, hasAccessCode, viewedAt?, doneAt?, fields}], cc, files, labels,
// brandId?, metaData, enableSigningOrder, disableEmails, createdAt, sentAt?, scheduledSendAt?, expiresAt, endedAt?,
// endMessage?, activityAt, authority, grantId?, grantVersion?, version, history [{index, at, action, actorKind,
// actorId, name?, email?, detail}]}.
[[nodiscard]] Json get(Engine& engine, const Session& session, std::string_view documentId);
// {page?, pageSize?, cursor?, status?, search?, transmitType?, startAt?, endAt?, dateFilterType?, labels?, brandIds?,
// sentBy?, recipients?} → rows of documents sent as oneself or account-wide, newest first; with transmitType Received
// or Both those received. `status`: a list of words, or of how it looks to the caller. A row is the document above
// without message, fields, files, metaData and history. A filter looks at limits::listStepsMax rows at most: then
// totalCapped is true, and nextCursor goes on looking.
[[nodiscard]] Json list(Engine& engine, const Session& session, const Json& request);
// The same of the users of a team, for its TeamAdmin, or of all users, for an Admin: {…, userIds?, teamIds?}, without
// sentBy and recipients.
[[nodiscard]] Json teamList(Engine& engine, const Session& session, const Json& request);
// {pageType? ("BehalfOfOthers" | "BehalfOfMe"), page?, pageSize?, cursor?, status?, search?, startAt?, endAt?, labels?,
// brandIds?, identityEmail? or identityEmails?, signers?}.
[[nodiscard]] Json behalfList(Engine& engine, const Session& session, const Json& request);
// While Scheduled or InProgress: {message, version?} → {id, status, version, + right}.
[[nodiscard]] Json revoke(Engine& engine, const Session& session, std::string_view documentId, const Json& request);
// While InProgress, signers who are waited for: {signerEmails?, message?} → {id, reminded: [signerId], + right}.
[[nodiscard]] Json remind(Engine& engine, const Session& session, std::string_view documentId, const Json& request);
// Of a signer who has one and is not done: {signerId? | signerEmail + signerOrder?, accessCode, version?} → {id,
// signerId, version, + right}.
[[nodiscard]] Json changeAccessCode(Engine& engine, const Session& session, std::string_view documentId,
                                    const Json& request);
// While InProgress or Expired, which it ends: {expiresAt, version?} → {id, status, expiresAt, version, + right}. The
// new deadline is later than the old one and at most limits::expiryDaysMax away.
[[nodiscard]] Json extendExpiry(Engine& engine, const Session& session, std::string_view documentId,
                                const Json& request);
// {tags, version?} → {id, labels, version, + right}. A label that stands already, or does not stand, changes nothing.
[[nodiscard]] Json addTags(Engine& engine, const Session& session, std::string_view documentId, const Json& request);
[[nodiscard]] Json deleteTags(Engine& engine, const Session& session, std::string_view documentId, const Json& request);
// What is Draft, Completed, Declined or Revoked: {deletePermanently?, version?} → {id, permanently, goneAt?, + right}.
// The trash is left for good after limits::trashDays, or by deleting permanently.
[[nodiscard]] Json remove(Engine& engine, const Session& session, std::string_view documentId, const Json& request);
// Another person in the place of a signer who is not done, while Scheduled or InProgress: {signerId? | signerEmail +
// signerOrder?, newSignerName, newSignerEmail?, reason, version?} → {id, signerId, version, + right}. The old link
// dies.
[[nodiscard]] Json changeRecipient(Engine& engine, const Session& session, std::string_view documentId,
                                   const Json& request);
// Values of text and check boxes whose signers are not done: {values: {fieldId: text}, version?} → {id, fields: [id],
// version, + right}.
[[nodiscard]] Json prefill(Engine& engine, const Session& session, std::string_view documentId, const Json& request);
// One file: {name, type, size, sha256}; the bytes by offset in `bytes`. Audited once per call that starts at offset 0.
struct Download {
  std::string info;  // JSON text of the record above
  Bytes bytes;
};
[[nodiscard]] Download downloadFile(Engine& engine, const Session& session, std::string_view documentId,
                                    std::int64_t fileIndex, std::int64_t offset, std::int64_t max);
// The audit certificate of a document that has ended, as a PDF, by parts like a file. Audited as document.auditLog.
// Refused with wrongState before the end.
[[nodiscard]] Download certificate(Engine& engine, const Session& session, std::string_view documentId,
                                   std::int64_t offset, std::int64_t max);
// The finished document once it is Completed: {format? ("Combined": one PDF | "Individually": a zip)}. Audited as
// document.download. cannotRender for what this engine cannot turn into pages.
[[nodiscard]] Download finished(Engine& engine, const Session& session, std::string_view documentId,
                                const Json& request, std::int64_t offset, std::int64_t max);
// A host verb: the host hands in the finished document it made itself, one PDF, in place of Stead's → {id, file}.
[[nodiscard]] Json finish(Engine& engine, std::string_view documentId, const Upload& upload);
// {documentId, title, entries: [history as in get], checkpoint} ; audited.
[[nodiscard]] Json auditLog(Engine& engine, const Session& session, std::string_view documentId);

// --- the signer's side, by the token of the sign link; the host owns the ceremony ---
// Every act takes {accessCode?, ip?, userAgent?} beside its own members. Ten wrong access codes lock the signer until
// the sender sets a new one; every failure is audited and told. Looking and downloading go on after the end of a
// Completed or Declined document; a Revoked or Expired one cannot be opened any more.

// → {documentId, title, message, privateMessage, status, senderName, senderEmail, behalfOf?, signer {…, fields with
// values}, files, expiresAt, yourTurn}.
[[nodiscard]] Json signerView(Engine& engine, std::string_view token, const Json& request);
[[nodiscard]] Download signerDownload(Engine& engine, std::string_view token, const Json& request,
                                      std::int64_t fileIndex, std::int64_t offset, std::int64_t max);
// As `certificate` and `finished`, for a signer of a document that has ended by signing or declining.
[[nodiscard]] Download signerCertificate(Engine& engine, std::string_view token, const Json& request,
                                         std::int64_t offset, std::int64_t max);
[[nodiscard]] Download signerFinished(Engine& engine, std::string_view token, const Json& request, std::int64_t offset,
                                      std::int64_t max);
// {values: {fieldId: text}} → {documentId, signerId, status (of the document), signedAt}.
[[nodiscard]] Json signerSign(Engine& engine, std::string_view token, const Json& request);
// {message} → {documentId, signerId, status}.
[[nodiscard]] Json signerDecline(Engine& engine, std::string_view token, const Json& request);
// Where the sender lets him (enableReassign): {name, email, reason} → {documentId, signerId, status}. His link dies.
[[nodiscard]] Json signerReassign(Engine& engine, std::string_view token, const Json& request);

// --- the host's side ---

// A message that was acknowledged as delivered came back: {reason?} → {kind, documentId?, signerIds}. Signers who are
// waited for at its address need attention until they look, are reminded or replaced.
[[nodiscard]] Json bounced(Engine& engine, std::string_view messageId, const Json& request);

// What belongs into a mail of completion that says `attach`, while the host holds it: 0 is the finished document (a zip
// when a Word document is among its files), 1 the certificate unless the brand leaves it out. Throws
// Code::messageNotFound, or fileNotFound beyond the last.
[[nodiscard]] Download outboxAttachment(Engine& engine, std::string_view messageId, std::int64_t lease,
                                        std::int64_t index, std::int64_t offset, std::int64_t max);

// --- time-driven work ---

// Sends at most `max` scheduled documents whose moment has come: each is decided again; refused ones become Revoked
// with sendFailed. Answers how many were handled.
std::int64_t sendScheduledDue(Engine& engine, std::int64_t max);
// Expires at most `max` documents in progress whose deadline passed. Answers how many.
std::int64_t expireDue(Engine& engine, std::int64_t max);
[[nodiscard]] std::optional<std::int64_t> nextDueAt(Engine& engine);
// Removes at most `max` documents whose time in the trash is over, and tells when the next one's is.
std::int64_t purgeTrashDue(Engine& engine, std::int64_t max);
[[nodiscard]] std::optional<std::int64_t> nextPurgeAt(Engine& engine);

}  // namespace stead::documents
