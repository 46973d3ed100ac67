"""Generated from core/base/errors.json by scripts/generate_errors.py; do not edit."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """Coarse kind of an error, for branching. Source: design 8."""

    OK = "ok"
    INVALID = "invalid"
    REFUSED = "refused"
    NOT_FOUND = "notFound"
    CONFLICT = "conflict"
    UNAUTHENTICATED = "unauthenticated"
    LIMIT = "limit"
    BUSY = "busy"
    STORAGE = "storage"
    MISUSE = "misuse"
    INTERNAL = "internal"


class Code(StrEnum):
    """What exactly happened. Stable; docs/errors.md explains each."""

    INVALID_RECORD = "invalidRecord"
    """The record breaks one or more rules; every violation is listed by field."""
    MALFORMED_RECORD = "malformedRecord"
    """The bytes are not an acceptable JSON record (syntax, UTF-8, duplicate key, depth, size, number range)."""
    MALFORMED_ARGUMENT = "malformedArgument"
    """An argument outside the record is not well formed (id, e-mail, token, option)."""
    MALFORMED_FILE = "malformedFile"
    """An uploaded file is empty, of an unsupported type or cannot be read."""
    MALFORMED_EVIDENCE = "malformedEvidence"
    """The bytes are not a stead-evidence/1 file, or the verifier key is not a vkey."""
    NOT_SUPPORTED_YET = "notSupportedYet"
    """A member of the contract that has no effect yet was given another value than its default."""
    ACTOR_INACTIVE = "actorInactive"
    """The acting user or the credential of the session is not active."""
    UNKNOWN_OPERATION = "unknownOperation"
    """No operation has this name."""
    OPERATION_NOT_DELEGABLE = "operationNotDelegable"
    """This operation can only be done as oneself."""
    NO_IDENTITY = "noIdentity"
    """The actor has no sender identity for this principal."""
    CONSENT_PENDING = "consentPending"
    """The owner has not answered the consent request yet."""
    CONSENT_DENIED = "consentDenied"
    """The owner denied the consent request."""
    CONSENT_REVOKED = "consentRevoked"
    """The owner revoked the consent."""
    GRANT_NOT_STARTED = "grantNotStarted"
    """The grant begins at a later moment."""
    GRANT_ENDED = "grantEnded"
    """The grant has ended."""
    OPERATION_NOT_GRANTED = "operationNotGranted"
    """The owner did not grant this operation."""
    ACCOUNT_WIDE_OFF = "accountWideOff"
    """The account has account-wide authority switched off."""
    LACKS_ACCOUNT_WIDE_ACCESS = "lacksAccountWideAccess"
    """The actor lacks apiAccountWideAccess."""
    LACKS_SEND_ON_BEHALF_OF = "lacksSendOnBehalfOf"
    """The actor lacks allowSendOnBehalfOf."""
    LACKS_MEMBERSHIP = "lacksMembership"
    """The operating user is not an active member of the account."""
    LACKS_ROLE = "lacksRole"
    """The role does not allow this operation."""
    PRINCIPAL_REQUIRED = "principalRequired"
    """The document was sent for a principal; the act must name the same principal."""
    SELF_APPROVAL = "selfApproval"
    """An identity for the own e-mail makes no sense."""
    LINKED_ELSEWHERE = "linkedElsewhere"
    """The address is linked to another account by a living grant."""
    WRONG_STATE = "wrongState"
    """The thing is in a state in which this act is not possible."""
    SIGNING_ORDER = "signingOrder"
    """It is not this signer's turn yet."""
    ACCESS_CODE_REQUIRED = "accessCodeRequired"
    """The signer has to give the access code first."""
    ACCESS_CODE_WRONG = "accessCodeWrong"
    """The access code is wrong."""
    SIGNER_LOCKED = "signerLocked"
    """Too many wrong access codes; the sender has to set a new one."""
    CANNOT_RENDER = "cannotRender"
    """A file of the document cannot be turned into finished pages here."""
    LAST_ADMIN = "lastAdmin"
    """The last active Admin of an account cannot be taken away."""
    ACCOUNT_NOT_FOUND = "accountNotFound"
    """No such account."""
    USER_NOT_FOUND = "userNotFound"
    """No such user in this account."""
    TEAM_NOT_FOUND = "teamNotFound"
    """No such team in this account."""
    API_KEY_NOT_FOUND = "apiKeyNotFound"
    """No such API key of this user."""
    WEBHOOK_NOT_FOUND = "webhookNotFound"
    """No such webhook in this account."""
    IDENTITY_NOT_FOUND = "identityNotFound"
    """The actor has no such sender identity."""
    BRAND_NOT_FOUND = "brandNotFound"
    """No such brand in this account."""
    DOCUMENT_NOT_FOUND = "documentNotFound"
    """No such document that the caller may see or act on."""
    SIGNER_NOT_FOUND = "signerNotFound"
    """No such signer of this document."""
    FILE_NOT_FOUND = "fileNotFound"
    """No such file of this document."""
    MESSAGE_NOT_FOUND = "messageNotFound"
    """No such leased outbox message."""
    ENTRY_NOT_FOUND = "entryNotFound"
    """No such audit entry."""
    LINK_NOT_FOUND = "linkNotFound"
    """The link is not valid, was used, or was replaced by a newer one."""
    IDENTITY_EXISTS = "identityExists"
    """The creator has an identity for this e-mail already."""
    USER_EXISTS = "userExists"
    """The account has a user with this e-mail already."""
    TEAM_EXISTS = "teamExists"
    """The account has a team of this name already."""
    BRAND_IN_USE = "brandInUse"
    """A sender identity or a document that is still to be sent or signed uses the brand."""
    VERSION_MOVED = "versionMoved"
    """The record has changed since it was read; read it again."""
    PLAN_CHANGED = "planChanged"
    """The change would not do any more what its dry run showed; look at the new plan."""
    REQUEST_ID_REUSED = "requestIdReused"
    """The same requestId was used with another body."""
    BACKUP_EXISTS = "backupExists"
    """There is a file at the path of the backup already; nothing was written."""
    TEXT_MOVED = "textMoved"
    """The consent text changed after it was shown; show it again."""
    BAD_CREDENTIAL = "badCredential"
    """The API key is unknown or revoked."""
    TOO_LARGE = "tooLarge"
    """A size or count exceeds its limit."""
    TOO_MANY = "tooMany"
    """Too many of this in the given time; try again later."""
    OUT_OF_MEMORY = "outOfMemory"
    """The process ran out of memory."""
    STORE_BUSY = "storeBusy"
    """Another writer held the store for too long."""
    STORE_FAILED = "storeFailed"
    """The store could not be read or written."""
    STORE_FULL = "storeFull"
    """The disk of the store is full."""
    STORE_NEWER = "storeNewer"
    """The store was written by a newer version of Stead."""
    STORE_OLDER = "storeOlder"
    """The store needs a migration and migrate is 'never'."""
    STORE_MOVED = "storeMoved"
    """The store was migrated under an open engine; open it again."""
    STORE_FOREIGN = "storeForeign"
    """The file is not a Stead store."""
    SECRET_MISMATCH = "secretMismatch"
    """The host secret is not the one this store was made with."""
    STORE_BEHIND = "storeBehind"
    """The store ends before the checkpoint that is expected of it: an old backup, or another store."""
    STORE_CONTRADICTS = "storeContradicts"
    """The store does not continue the checkpoint that is expected of it: its past was rewritten."""
    AUDIT_BROKEN = "auditBroken"
    """The audit trail does not fit its own hashes."""
    NULL_ARGUMENT = "nullArgument"
    """A required argument is NULL."""
    CLOSED_HANDLE = "closedHandle"
    """The handle was closed."""
    FOREIGN_HANDLE = "foreignHandle"
    """The handle is of another kind or belongs to another engine."""
    FORKED_PROCESS = "forkedProcess"
    """The engine was opened by another process; close before fork, open after it."""
    HEADER_MISMATCH = "headerMismatch"
    """The program was built against an incompatible stead.h."""
    TEST_OPTION_ON_REAL_STORE = "testOptionOnRealStore"
    """TestClockMs and testIdSeed are for test stores only."""
    INTERNAL_ERROR = "internalError"
    """A defect in Stead; please report it."""


STATUS_OF: dict[Code, Status] = {
    Code.INVALID_RECORD: Status.INVALID,
    Code.MALFORMED_RECORD: Status.INVALID,
    Code.MALFORMED_ARGUMENT: Status.INVALID,
    Code.MALFORMED_FILE: Status.INVALID,
    Code.MALFORMED_EVIDENCE: Status.INVALID,
    Code.NOT_SUPPORTED_YET: Status.INVALID,
    Code.ACTOR_INACTIVE: Status.REFUSED,
    Code.UNKNOWN_OPERATION: Status.REFUSED,
    Code.OPERATION_NOT_DELEGABLE: Status.REFUSED,
    Code.NO_IDENTITY: Status.REFUSED,
    Code.CONSENT_PENDING: Status.REFUSED,
    Code.CONSENT_DENIED: Status.REFUSED,
    Code.CONSENT_REVOKED: Status.REFUSED,
    Code.GRANT_NOT_STARTED: Status.REFUSED,
    Code.GRANT_ENDED: Status.REFUSED,
    Code.OPERATION_NOT_GRANTED: Status.REFUSED,
    Code.ACCOUNT_WIDE_OFF: Status.REFUSED,
    Code.LACKS_ACCOUNT_WIDE_ACCESS: Status.REFUSED,
    Code.LACKS_SEND_ON_BEHALF_OF: Status.REFUSED,
    Code.LACKS_MEMBERSHIP: Status.REFUSED,
    Code.LACKS_ROLE: Status.REFUSED,
    Code.PRINCIPAL_REQUIRED: Status.REFUSED,
    Code.SELF_APPROVAL: Status.REFUSED,
    Code.LINKED_ELSEWHERE: Status.REFUSED,
    Code.WRONG_STATE: Status.REFUSED,
    Code.SIGNING_ORDER: Status.REFUSED,
    Code.ACCESS_CODE_REQUIRED: Status.REFUSED,
    Code.ACCESS_CODE_WRONG: Status.REFUSED,
    Code.SIGNER_LOCKED: Status.REFUSED,
    Code.CANNOT_RENDER: Status.REFUSED,
    Code.LAST_ADMIN: Status.REFUSED,
    Code.ACCOUNT_NOT_FOUND: Status.NOT_FOUND,
    Code.USER_NOT_FOUND: Status.NOT_FOUND,
    Code.TEAM_NOT_FOUND: Status.NOT_FOUND,
    Code.API_KEY_NOT_FOUND: Status.NOT_FOUND,
    Code.WEBHOOK_NOT_FOUND: Status.NOT_FOUND,
    Code.IDENTITY_NOT_FOUND: Status.NOT_FOUND,
    Code.BRAND_NOT_FOUND: Status.NOT_FOUND,
    Code.DOCUMENT_NOT_FOUND: Status.NOT_FOUND,
    Code.SIGNER_NOT_FOUND: Status.NOT_FOUND,
    Code.FILE_NOT_FOUND: Status.NOT_FOUND,
    Code.MESSAGE_NOT_FOUND: Status.NOT_FOUND,
    Code.ENTRY_NOT_FOUND: Status.NOT_FOUND,
    Code.LINK_NOT_FOUND: Status.NOT_FOUND,
    Code.IDENTITY_EXISTS: Status.CONFLICT,
    Code.USER_EXISTS: Status.CONFLICT,
    Code.TEAM_EXISTS: Status.CONFLICT,
    Code.BRAND_IN_USE: Status.CONFLICT,
    Code.VERSION_MOVED: Status.CONFLICT,
    Code.PLAN_CHANGED: Status.CONFLICT,
    Code.REQUEST_ID_REUSED: Status.CONFLICT,
    Code.BACKUP_EXISTS: Status.CONFLICT,
    Code.TEXT_MOVED: Status.CONFLICT,
    Code.BAD_CREDENTIAL: Status.UNAUTHENTICATED,
    Code.TOO_LARGE: Status.LIMIT,
    Code.TOO_MANY: Status.LIMIT,
    Code.OUT_OF_MEMORY: Status.LIMIT,
    Code.STORE_BUSY: Status.BUSY,
    Code.STORE_FAILED: Status.STORAGE,
    Code.STORE_FULL: Status.STORAGE,
    Code.STORE_NEWER: Status.STORAGE,
    Code.STORE_OLDER: Status.STORAGE,
    Code.STORE_MOVED: Status.STORAGE,
    Code.STORE_FOREIGN: Status.STORAGE,
    Code.SECRET_MISMATCH: Status.STORAGE,
    Code.STORE_BEHIND: Status.STORAGE,
    Code.STORE_CONTRADICTS: Status.STORAGE,
    Code.AUDIT_BROKEN: Status.STORAGE,
    Code.NULL_ARGUMENT: Status.MISUSE,
    Code.CLOSED_HANDLE: Status.MISUSE,
    Code.FOREIGN_HANDLE: Status.MISUSE,
    Code.FORKED_PROCESS: Status.MISUSE,
    Code.HEADER_MISMATCH: Status.MISUSE,
    Code.TEST_OPTION_ON_REAL_STORE: Status.MISUSE,
    Code.INTERNAL_ERROR: Status.INTERNAL,
}
"""The status that goes with each code."""

REMEDY_OF: dict[Code, str] = {
    Code.ACTOR_INACTIVE: "user.reactivate",
    Code.UNKNOWN_OPERATION: "operation.list",
    Code.OPERATION_NOT_DELEGABLE: "session.actAsSelf",
    Code.NO_IDENTITY: "identity.create",
    Code.CONSENT_PENDING: "identity.resend",
    Code.CONSENT_DENIED: "identity.rerequest",
    Code.CONSENT_REVOKED: "identity.rerequest",
    Code.GRANT_NOT_STARTED: "grant.wait",
    Code.GRANT_ENDED: "identity.rerequest",
    Code.OPERATION_NOT_GRANTED: "identity.rerequest",
    Code.ACCOUNT_WIDE_OFF: "account.update",
    Code.LACKS_ACCOUNT_WIDE_ACCESS: "user.update",
    Code.LACKS_SEND_ON_BEHALF_OF: "user.update",
    Code.LACKS_MEMBERSHIP: "user.invite",
    Code.LACKS_ROLE: "user.update",
    Code.PRINCIPAL_REQUIRED: "session.onBehalfOf",
    Code.SELF_APPROVAL: "session.actAsSelf",
    Code.LINKED_ELSEWHERE: "grant.revoke",
    Code.WRONG_STATE: "get",
    Code.SIGNING_ORDER: "grant.wait",
    Code.ACCESS_CODE_REQUIRED: "signer.authenticate",
    Code.ACCESS_CODE_WRONG: "signer.authenticate",
    Code.SIGNER_LOCKED: "document.changeAccessCode",
    Code.CANNOT_RENDER: "document.finish",
    Code.LAST_ADMIN: "user.update",
}
"""The verb that mends a refusal, where there is one."""
