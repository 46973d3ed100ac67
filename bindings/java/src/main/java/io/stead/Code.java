// Generated from core/base/errors.json by scripts/generate_errors.py; do not edit.
package io.stead;

import java.util.Optional;

/** What exactly happened. Stable; docs/errors.md explains each. */
public enum Code {
    /** The record breaks one or more rules; every violation is listed by field. */
    INVALID_RECORD("invalidRecord", Status.INVALID, null),
    /** The bytes are not an acceptable JSON record (syntax, UTF-8, duplicate key, depth, size, number range). */
    MALFORMED_RECORD("malformedRecord", Status.INVALID, null),
    /** An argument outside the record is not well formed (id, e-mail, token, option). */
    MALFORMED_ARGUMENT("malformedArgument", Status.INVALID, null),
    /** An uploaded file is empty, of an unsupported type or cannot be read. */
    MALFORMED_FILE("malformedFile", Status.INVALID, null),
    /** The bytes are not a stead-evidence/1 file, or the verifier key is not a vkey. */
    MALFORMED_EVIDENCE("malformedEvidence", Status.INVALID, null),
    /** A member of the contract that has no effect yet was given another value than its default. */
    NOT_SUPPORTED_YET("notSupportedYet", Status.INVALID, null),
    /** The acting user or the credential of the session is not active. */
    ACTOR_INACTIVE("actorInactive", Status.REFUSED, "user.reactivate"),
    /** No operation has this name. */
    UNKNOWN_OPERATION("unknownOperation", Status.REFUSED, "operation.list"),
    /** This operation can only be done as oneself. */
    OPERATION_NOT_DELEGABLE("operationNotDelegable", Status.REFUSED, "session.actAsSelf"),
    /** The actor has no sender identity for this principal. */
    NO_IDENTITY("noIdentity", Status.REFUSED, "identity.create"),
    /** The owner has not answered the consent request yet. */
    CONSENT_PENDING("consentPending", Status.REFUSED, "identity.resend"),
    /** The owner denied the consent request. */
    CONSENT_DENIED("consentDenied", Status.REFUSED, "identity.rerequest"),
    /** The owner revoked the consent. */
    CONSENT_REVOKED("consentRevoked", Status.REFUSED, "identity.rerequest"),
    /** The grant begins at a later moment. */
    GRANT_NOT_STARTED("grantNotStarted", Status.REFUSED, "grant.wait"),
    /** The grant has ended. */
    GRANT_ENDED("grantEnded", Status.REFUSED, "identity.rerequest"),
    /** The owner did not grant this operation. */
    OPERATION_NOT_GRANTED("operationNotGranted", Status.REFUSED, "identity.rerequest"),
    /** The account has account-wide authority switched off. */
    ACCOUNT_WIDE_OFF("accountWideOff", Status.REFUSED, "account.update"),
    /** The actor lacks apiAccountWideAccess. */
    LACKS_ACCOUNT_WIDE_ACCESS("lacksAccountWideAccess", Status.REFUSED, "user.update"),
    /** The actor lacks allowSendOnBehalfOf. */
    LACKS_SEND_ON_BEHALF_OF("lacksSendOnBehalfOf", Status.REFUSED, "user.update"),
    /** The operating user is not an active member of the account. */
    LACKS_MEMBERSHIP("lacksMembership", Status.REFUSED, "user.invite"),
    /** The role does not allow this operation. */
    LACKS_ROLE("lacksRole", Status.REFUSED, "user.update"),
    /** The document was sent for a principal; the act must name the same principal. */
    PRINCIPAL_REQUIRED("principalRequired", Status.REFUSED, "session.onBehalfOf"),
    /** An identity for the own e-mail makes no sense. */
    SELF_APPROVAL("selfApproval", Status.REFUSED, "session.actAsSelf"),
    /** The address is linked to another account by a living grant. */
    LINKED_ELSEWHERE("linkedElsewhere", Status.REFUSED, "grant.revoke"),
    /** The thing is in a state in which this act is not possible. */
    WRONG_STATE("wrongState", Status.REFUSED, "get"),
    /** It is not this signer's turn yet. */
    SIGNING_ORDER("signingOrder", Status.REFUSED, "grant.wait"),
    /** The signer has to give the access code first. */
    ACCESS_CODE_REQUIRED("accessCodeRequired", Status.REFUSED, "signer.authenticate"),
    /** The access code is wrong. */
    ACCESS_CODE_WRONG("accessCodeWrong", Status.REFUSED, "signer.authenticate"),
    /** Too many wrong access codes; the sender has to set a new one. */
    SIGNER_LOCKED("signerLocked", Status.REFUSED, "document.changeAccessCode"),
    /** A file of the document cannot be turned into finished pages here. */
    CANNOT_RENDER("cannotRender", Status.REFUSED, "document.finish"),
    /** The last active Admin of an account cannot be taken away. */
    LAST_ADMIN("lastAdmin", Status.REFUSED, "user.update"),
    /** No such account. */
    ACCOUNT_NOT_FOUND("accountNotFound", Status.NOT_FOUND, null),
    /** No such user in this account. */
    USER_NOT_FOUND("userNotFound", Status.NOT_FOUND, null),
    /** No such team in this account. */
    TEAM_NOT_FOUND("teamNotFound", Status.NOT_FOUND, null),
    /** No such API key of this user. */
    API_KEY_NOT_FOUND("apiKeyNotFound", Status.NOT_FOUND, null),
    /** No such webhook in this account. */
    WEBHOOK_NOT_FOUND("webhookNotFound", Status.NOT_FOUND, null),
    /** The actor has no such sender identity. */
    IDENTITY_NOT_FOUND("identityNotFound", Status.NOT_FOUND, null),
    /** No such brand in this account. */
    BRAND_NOT_FOUND("brandNotFound", Status.NOT_FOUND, null),
    /** No such document that the caller may see or act on. */
    DOCUMENT_NOT_FOUND("documentNotFound", Status.NOT_FOUND, null),
    /** No such signer of this document. */
    SIGNER_NOT_FOUND("signerNotFound", Status.NOT_FOUND, null),
    /** No such file of this document. */
    FILE_NOT_FOUND("fileNotFound", Status.NOT_FOUND, null),
    /** No such leased outbox message. */
    MESSAGE_NOT_FOUND("messageNotFound", Status.NOT_FOUND, null),
    /** No such audit entry. */
    ENTRY_NOT_FOUND("entryNotFound", Status.NOT_FOUND, null),
    /** The link is not valid, was used, or was replaced by a newer one. */
    LINK_NOT_FOUND("linkNotFound", Status.NOT_FOUND, null),
    /** The creator has an identity for this e-mail already. */
    IDENTITY_EXISTS("identityExists", Status.CONFLICT, null),
    /** The account has a user with this e-mail already. */
    USER_EXISTS("userExists", Status.CONFLICT, null),
    /** The account has a team of this name already. */
    TEAM_EXISTS("teamExists", Status.CONFLICT, null),
    /** A sender identity or a document that is still to be sent or signed uses the brand. */
    BRAND_IN_USE("brandInUse", Status.CONFLICT, null),
    /** The record has changed since it was read; read it again. */
    VERSION_MOVED("versionMoved", Status.CONFLICT, null),
    /** The change would not do any more what its dry run showed; look at the new plan. */
    PLAN_CHANGED("planChanged", Status.CONFLICT, null),
    /** The same requestId was used with another body. */
    REQUEST_ID_REUSED("requestIdReused", Status.CONFLICT, null),
    /** There is a file at the path of the backup already; nothing was written. */
    BACKUP_EXISTS("backupExists", Status.CONFLICT, null),
    /** The consent text changed after it was shown; show it again. */
    TEXT_MOVED("textMoved", Status.CONFLICT, null),
    /** The API key is unknown or revoked. */
    BAD_CREDENTIAL("badCredential", Status.UNAUTHENTICATED, null),
    /** A size or count exceeds its limit. */
    TOO_LARGE("tooLarge", Status.LIMIT, null),
    /** Too many of this in the given time; try again later. */
    TOO_MANY("tooMany", Status.LIMIT, null),
    /** The process ran out of memory. */
    OUT_OF_MEMORY("outOfMemory", Status.LIMIT, null),
    /** Another writer held the store for too long. */
    STORE_BUSY("storeBusy", Status.BUSY, null),
    /** The store could not be read or written. */
    STORE_FAILED("storeFailed", Status.STORAGE, null),
    /** The disk of the store is full. */
    STORE_FULL("storeFull", Status.STORAGE, null),
    /** The store was written by a newer version of Stead. */
    STORE_NEWER("storeNewer", Status.STORAGE, null),
    /** The store needs a migration and migrate is 'never'. */
    STORE_OLDER("storeOlder", Status.STORAGE, null),
    /** The store was migrated under an open engine; open it again. */
    STORE_MOVED("storeMoved", Status.STORAGE, null),
    /** The file is not a Stead store. */
    STORE_FOREIGN("storeForeign", Status.STORAGE, null),
    /** The host secret is not the one this store was made with. */
    SECRET_MISMATCH("secretMismatch", Status.STORAGE, null),
    /** The store ends before the checkpoint that is expected of it: an old backup, or another store. */
    STORE_BEHIND("storeBehind", Status.STORAGE, null),
    /** The store does not continue the checkpoint that is expected of it: its past was rewritten. */
    STORE_CONTRADICTS("storeContradicts", Status.STORAGE, null),
    /** The audit trail does not fit its own hashes. */
    AUDIT_BROKEN("auditBroken", Status.STORAGE, null),
    /** A required argument is NULL. */
    NULL_ARGUMENT("nullArgument", Status.MISUSE, null),
    /** The handle was closed. */
    CLOSED_HANDLE("closedHandle", Status.MISUSE, null),
    /** The handle is of another kind or belongs to another engine. */
    FOREIGN_HANDLE("foreignHandle", Status.MISUSE, null),
    /** The engine was opened by another process; close before fork, open after it. */
    FORKED_PROCESS("forkedProcess", Status.MISUSE, null),
    /** The program was built against an incompatible stead.h. */
    HEADER_MISMATCH("headerMismatch", Status.MISUSE, null),
    /** TestClockMs and testIdSeed are for test stores only. */
    TEST_OPTION_ON_REAL_STORE("testOptionOnRealStore", Status.MISUSE, null),
    /** A defect in Stead; please report it. */
    INTERNAL_ERROR("internalError", Status.INTERNAL, null);

    private final String wireName;
    private final Status status;
    private final String remedy;

    Code(String wireName, Status status, String remedy) {
        this.wireName = wireName;
        this.status = status;
        this.remedy = remedy;
    }

    /**
     * The word that crosses the C ABI.
     *
     * @return for example {@code consentPending}
     */
    public String wireName() {
        return wireName;
    }

    /**
     * The coarse kind of the error.
     *
     * @return the status that goes with this code
     */
    public Status status() {
        return status;
    }

    /**
     * The verb that mends a refusal.
     *
     * @return for example {@code identity.resend}; empty where there is none
     */
    public Optional<String> remedy() {
        return Optional.ofNullable(remedy);
    }

    /**
     * The code of a word; a newer library may know words that this enum does not.
     *
     * @param wireName the word that crosses the C ABI
     * @return the code, or empty for a word that is not known here
     */
    public static Optional<Code> fromWire(String wireName) {
        for (Code code : values()) {
            if (code.wireName.equals(wireName)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
