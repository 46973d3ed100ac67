package io.stead;

import io.stead.internal.Codec;
import io.stead.model.ChangedAccessCode;
import io.stead.model.ChangedRecipient;
import io.stead.model.DeletedDocument;
import io.stead.model.Document;
import io.stead.model.DocumentHistory;
import io.stead.model.DocumentRow;
import io.stead.model.ExtendedExpiry;
import io.stead.model.HandedOver;
import io.stead.model.Page;
import io.stead.model.PrefilledDocument;
import io.stead.model.Reminded;
import io.stead.model.RevokedDocument;
import io.stead.model.SentDocument;
import io.stead.model.TaggedDocument;
import io.stead.request.AccessCodeChange;
import io.stead.request.BehalfQuery;
import io.stead.request.Deletion;
import io.stead.request.DocumentQuery;
import io.stead.request.DocumentRevocation;
import io.stead.request.ExpiryExtension;
import io.stead.request.FinishedRequest;
import io.stead.request.HandOver;
import io.stead.request.Prefill;
import io.stead.request.RecipientChange;
import io.stead.request.Reminder;
import io.stead.request.SendRequest;
import io.stead.request.TagChange;
import io.stead.request.TeamQuery;
import java.util.stream.Stream;

/**
 * Documents, the sender's side. An act on a document that was sent for somebody needs a session for the same principal.
 * Source: contract 4, design 3.
 */
public final class Documents {
    private final Session session;

    Documents(Session session) {
        this.session = session;
    }

    /**
     * Sends for signature, as oneself or for the session's principal; or schedules it, and decides again at its moment.
     *
     * @param request what to sign, and who
     * @param files at most 25 of 25 MB
     * @return the document
     * @throws RefusedException when the session may not
     * @throws InvalidException naming every member at fault
     * @throws LimitExceededException for files that are too large
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public SentDocument send(SendRequest request, DocumentFile... files) {
        try (Upload upload = new Upload()) {
            for (DocumentFile file : files) {
                upload.add(file);
            }
            return Codec.read(
                    session.call(handle -> Native.stead_document_send(handle, request.toUtf8(), upload.address())),
                    SentDocument.class);
        }
    }

    /**
     * A document with signers, files, settings and history. Not audited.
     *
     * @param documentId the document
     * @return the document
     * @throws NotFoundException for a document that the session must not know of
     */
    public Document get(String documentId) {
        return session.ask(Native::stead_document_get, documentId, Document.class);
    }

    /**
     * A page of documents sent as oneself, newest first.
     *
     * @return the first page
     */
    public Page<DocumentRow> list() {
        return list(DocumentQuery.of());
    }

    /**
     * A page of documents sent as oneself, newest first.
     *
     * @param request which page
     * @return the page
     */
    public Page<DocumentRow> list(DocumentQuery request) {
        return session.page(Native::stead_document_list, request, DocumentRow.class);
    }

    /**
     * Documents sent as oneself, newest first, page after page as they are needed.
     *
     * @return the stream; reads the store while it is consumed
     */
    public Stream<DocumentRow> stream() {
        return stream(DocumentQuery.of());
    }

    /**
     * Documents sent as oneself, newest first, page after page as they are needed.
     *
     * @param request where to begin, and how much a page holds
     * @return the stream; reads the store while it is consumed
     */
    public Stream<DocumentRow> stream(DocumentQuery request) {
        return Pages.stream(request, this::list);
    }

    /**
     * A page of documents of the users of the own team (TeamAdmin) or of the account (Admin), newest first.
     *
     * @param request which page
     * @return the page
     * @throws RefusedException for any other role
     */
    public Page<DocumentRow> listOfTeam(TeamQuery request) {
        return session.page(Native::stead_document_team_list, request, DocumentRow.class);
    }

    /**
     * Documents of the own team or of the account, newest first, page after page as they are needed.
     *
     * @param request where to begin, and how much a page holds
     * @return the stream; reads the store while it is consumed
     */
    public Stream<DocumentRow> streamOfTeam(TeamQuery request) {
        return Pages.stream(request, this::listOfTeam);
    }

    /**
     * A page of documents sent on behalf, newest first.
     *
     * @return the first page
     */
    public Page<DocumentRow> listOnBehalf() {
        return listOnBehalf(BehalfQuery.of());
    }

    /**
     * A page of documents sent on behalf, newest first.
     *
     * @param request which page
     * @return the page
     */
    public Page<DocumentRow> listOnBehalf(BehalfQuery request) {
        return session.page(Native::stead_document_behalf_list, request, DocumentRow.class);
    }

    /**
     * Documents sent on behalf, newest first, page after page as they are needed.
     *
     * @return the stream; reads the store while it is consumed
     */
    public Stream<DocumentRow> streamOnBehalf() {
        return streamOnBehalf(BehalfQuery.of());
    }

    /**
     * Documents sent on behalf, newest first, page after page as they are needed.
     *
     * @param request where to begin, and how much a page holds
     * @return the stream; reads the store while it is consumed
     */
    public Stream<DocumentRow> streamOnBehalf(BehalfQuery request) {
        return Pages.stream(request, this::listOnBehalf);
    }

    /**
     * Calls a document back.
     *
     * @param documentId the document
     * @param request why
     * @return the document, Revoked
     * @throws NotFoundException for a document that the session must not know of
     * @throws RefusedException in another state
     */
    public RevokedDocument revoke(String documentId, DocumentRevocation request) {
        return session.ask(Native::stead_document_revoke, documentId, request, RevokedDocument.class);
    }

    /**
     * Gives documents another holder, who needs a consent of his own to act for their principals.
     *
     * @param request which documents, and who gets them
     * @return the documents as they are now
     * @throws NotFoundException for a document that the session must not know of, or an unknown user
     * @throws RefusedException when the user holds one already, or cannot act
     * @throws ConflictException when the plan that was shown has moved
     */
    public HandedOver handOver(HandOver request) {
        return session.ask(Native::stead_document_hand_over, request, HandedOver.class);
    }

    /**
     * Reminds everybody who is waited for.
     *
     * @param documentId the document
     * @return who was reminded
     * @throws NotFoundException for a document that the session must not know of
     * @throws RefusedException in another state
     */
    public Reminded remind(String documentId) {
        return remind(documentId, Reminder.of());
    }

    /**
     * Reminds signers.
     *
     * @param documentId the document
     * @param request whom, and the words
     * @return who was reminded
     * @throws NotFoundException for a document that the session must not know of
     * @throws RefusedException in another state
     */
    public Reminded remind(String documentId, Reminder request) {
        return session.ask(Native::stead_document_remind, documentId, request, Reminded.class);
    }

    /**
     * Sets a new access code for a signer.
     *
     * @param documentId the document
     * @param request the code, and for whom
     * @return whose code was changed
     * @throws NotFoundException for a document that the session must not know of
     * @throws RefusedException in another state
     */
    public ChangedAccessCode changeAccessCode(String documentId, AccessCodeChange request) {
        return session.ask(Native::stead_document_change_access_code, documentId, request, ChangedAccessCode.class);
    }

    /**
     * Gives the signers more time; what had expired is under way again.
     *
     * @param documentId the document
     * @param request the new deadline
     * @return the document, InProgress
     * @throws NotFoundException for a document that the session must not know of
     * @throws RefusedException in another state
     * @throws InvalidException for a moment that is not later or too far away
     */
    public ExtendedExpiry extendExpiry(String documentId, ExpiryExtension request) {
        return session.ask(Native::stead_document_extend_expiry, documentId, request, ExtendedExpiry.class);
    }

    /**
     * Adds labels; one that stands already changes nothing.
     *
     * @param documentId the document
     * @param request the labels
     * @return the labels it has now
     * @throws NotFoundException for a document that the session must not know of
     * @throws RefusedException when it is in the trash
     */
    public TaggedDocument addTags(String documentId, TagChange request) {
        return session.ask(Native::stead_document_add_tags, documentId, request, TaggedDocument.class);
    }

    /**
     * Takes labels away; one that does not stand changes nothing.
     *
     * @param documentId the document
     * @param request the labels
     * @return the labels it has now
     * @throws NotFoundException for a document that the session must not know of
     * @throws RefusedException when it is in the trash
     */
    public TaggedDocument deleteTags(String documentId, TagChange request) {
        return session.ask(Native::stead_document_delete_tags, documentId, request, TaggedDocument.class);
    }

    /**
     * Deletes what is Draft, Completed, Declined or Revoked: to the trash, or permanently.
     *
     * @param documentId the document
     * @param request whether for good at once
     * @return what became of it
     * @throws NotFoundException for a document that the session must not know of
     * @throws RefusedException in another state
     */
    public DeletedDocument delete(String documentId, Deletion request) {
        return session.ask(Native::stead_document_delete, documentId, request, DeletedDocument.class);
    }

    /**
     * Puts another person in the place of a signer who is not done; the link of the one before dies.
     *
     * @param documentId the document
     * @param request who, and in whose place
     * @return whose recipient was changed
     * @throws NotFoundException for a document that the session must not know of
     * @throws NotFoundException for an unknown signer
     * @throws RefusedException in another state
     */
    public ChangedRecipient changeRecipient(String documentId, RecipientChange request) {
        return session.ask(Native::stead_document_change_recipient, documentId, request, ChangedRecipient.class);
    }

    /**
     * Fills in text and check boxes of signers who are not done.
     *
     * @param documentId the document
     * @param request the values
     * @return which fields were filled in
     * @throws NotFoundException for a document that the session must not know of
     * @throws InvalidException naming every field at fault as {@code /values/<field id>}
     * @throws RefusedException in another state
     */
    public PrefilledDocument prefill(String documentId, Prefill request) {
        return session.ask(Native::stead_document_prefill, documentId, request, PrefilledDocument.class);
    }

    /**
     * Downloads a file from its beginning; the first part is audited.
     *
     * @param documentId the document
     * @param fileIndex which file, 0 is the first
     * @return the stream; close it
     * @throws NotFoundException for a document that the session must not know of
     * @throws NotFoundException for an unknown file
     */
    public Download download(String documentId, int fileIndex) {
        return new Download((offset, max) -> part(documentId, fileIndex, offset, max));
    }

    /**
     * Downloads a part of a file; the part at offset 0 is audited.
     *
     * @param documentId the document
     * @param fileIndex which file, 0 is the first
     * @param offset where to begin, in bytes
     * @param max how many bytes at most; 0 for the info alone
     * @return the part
     * @throws NotFoundException for a document that the session must not know of
     * @throws NotFoundException for an unknown file
     */
    public FilePart part(String documentId, int fileIndex, long offset, int max) {
        byte[] id = Texts.argument(documentId, "documentId");
        return FilePart.read(max, (buffer, got) -> session.call(
                handle -> Native.stead_document_download(handle, id, fileIndex, offset, buffer, got)));
    }

    /**
     * Reads a part of the audit certificate of a document that has ended, a PDF: who sent it, in whose name and by what
     * right, the consent, the signers, the hashes, what happened, and how to verify it. The part at offset 0 is audited.
     *
     * @param documentId the document
     * @param offset where to begin, in bytes
     * @param max how many bytes at most; 0 for the info alone
     * @return the part
     * @throws NotFoundException for a document that the session must not know of
     * @throws RefusedException when it has not ended yet
     */
    public FilePart certificate(String documentId, long offset, int max) {
        byte[] id = Texts.argument(documentId, "documentId");
        return FilePart.read(max, (buffer, got) -> session.call(
                handle -> Native.stead_document_certificate(handle, id, offset, buffer, got)));
    }

    /**
     * The audit certificate from its beginning; the first part is audited.
     *
     * @param documentId the document
     * @return the stream; close it
     * @throws NotFoundException for a document that the session must not know of
     * @throws RefusedException when it has not ended yet
     */
    public Download certificate(String documentId) {
        return new Download((offset, max) -> certificate(documentId, offset, max));
    }

    /**
     * Reads a part of the finished document once it is Completed; the part at offset 0 is audited.
     *
     * @param documentId the document
     * @param request in what form
     * @param offset where to begin, in bytes
     * @param max how many bytes at most; 0 for the info alone
     * @return the part
     * @throws NotFoundException for a document that the session must not know of
     * @throws RefusedException when it is not Completed, or a file has no pages here
     * @throws LimitExceededException when its files are larger than 200 MB together
     */
    public FilePart finished(String documentId, FinishedRequest request, long offset, int max) {
        byte[] id = Texts.argument(documentId, "documentId");
        return FilePart.read(max, (buffer, got) -> session.call(
                handle -> Native.stead_document_finished(handle, id, request.toUtf8(), offset, buffer, got)));
    }

    /**
     * The finished document from its beginning once it is Completed; the first part is audited.
     *
     * @param documentId the document
     * @param request in what form
     * @return the stream; close it
     * @throws NotFoundException for a document that the session must not know of
     * @throws RefusedException when it is not Completed, or a file has no pages here
     * @throws LimitExceededException when its files are larger than 200 MB together
     */
    public Download finished(String documentId, FinishedRequest request) {
        return new Download((offset, max) -> finished(documentId, request, offset, max));
    }

    /**
     * What happened to a document, with the signed head of the trail; audited.
     *
     * @param documentId the document
     * @return the history
     * @throws NotFoundException for a document that the session must not know of
     */
    public DocumentHistory auditLog(String documentId) {
        return session.ask(Native::stead_document_audit_log, documentId, DocumentHistory.class);
    }
}
