"""Words that records hold, as enums. A word that a later version of Stead brings is kept as it is."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a closed list that may grow: unknown words become members without a name of their own."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        word = str.__new__(cls, value)
        word._name_ = value
        word._value_ = value
        return word

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[str]]:
        return type(self), (self.value,)  # by its value: an unknown word has no name to be found by

    @property
    def known(self) -> bool:
        """Whether this version of the package knows the word."""
        return self.value in type(self)._value2member_map_


class Role(Word):
    """What a user may do in an account. Source: design 1."""

    ADMIN = "Admin"
    TEAM_ADMIN = "TeamAdmin"
    MEMBER = "Member"
    AUDITOR = "Auditor"


class UserStatus(Word):
    """Where a user stands. Source: design 3."""

    INVITATION_PENDING = "InvitationPending"
    ACTIVE = "Active"
    DEACTIVATED = "Deactivated"


class Effect(Word):
    """What a change does to something else. Source: contract 3.1."""

    IDENTITY_REVOKED = "identityRevoked"
    DOCUMENT_HANDED_OVER = "documentHandedOver"
    DOCUMENT_REVOKED = "documentRevoked"
    DOCUMENT_DECLINED = "documentDeclined"


class IdentityStatus(Word):
    """Where the consent behind a sender identity stands. Source: contract 2.1, design 3."""

    PENDING = "Pending"
    VERIFIED = "Verified"
    DENIED = "Denied"
    REVOKED = "Revoked"


class DocumentStatus(Word):
    """Where a document stands. Source: design 3."""

    DRAFT = "Draft"
    SCHEDULED = "Scheduled"
    IN_PROGRESS = "InProgress"
    COMPLETED = "Completed"
    DECLINED = "Declined"
    REVOKED = "Revoked"
    EXPIRED = "Expired"


class SignerStatus(Word):
    """What a signer has done. Source: design 3."""

    NOT_COMPLETED = "NotCompleted"
    COMPLETED = "Completed"
    DECLINED = "Declined"


class Authority(Word):
    """What a decision rests on; NONE when it was refused before that was known. Source: design 4."""

    NONE = ""
    SELF = "self"
    GRANT = "grant"
    ACCOUNT_WIDE = "accountWide"


class Operation(Word):
    """Acts that a decision is asked about; `stead.operations()` has the whole table. Source: design 11."""

    DOCUMENT_SEND = "document.send"
    DOCUMENT_DOWNLOAD = "document.download"
    DOCUMENT_AUDIT_LOG = "document.auditLog"
    DOCUMENT_REMIND = "document.remind"
    DOCUMENT_REVOKE = "document.revoke"
    DOCUMENT_CHANGE_ACCESS_CODE = "document.changeAccessCode"
    DOCUMENT_EDIT = "document.edit"
    DOCUMENT_CANCEL_EDITING = "document.cancelEditing"
    DOCUMENT_CHANGE_RECIPIENT = "document.changeRecipient"
    DOCUMENT_EXTEND_EXPIRY = "document.extendExpiry"
    DOCUMENT_PREFILL = "document.prefill"
    DOCUMENT_ADD_AUTHENTICATION = "document.addAuthentication"
    DOCUMENT_REMOVE_AUTHENTICATION = "document.removeAuthentication"


class DocumentRule(Word):
    """What guards an operation on one document: who acts for it, or who holds it. Source: design 4."""

    NONE = "none"
    ACTS = "acts"
    HOLDS = "holds"


class Locale(Word):
    """Language of the texts that a person gets. Source: contract 2.2."""

    EN = "EN"
    NO = "NO"
    FR = "FR"
    DE = "DE"
    ES = "ES"
    BG = "BG"
    CS = "CS"
    DA = "DA"
    IT = "IT"
    NL = "NL"
    PL = "PL"
    PT = "PT"
    RO = "RO"
    RU = "RU"
    SV = "SV"
    DEFAULT = "Default"
    JA = "JA"
    TH = "TH"
    ZH_CN = "ZH_CN"
    ZH_TW = "ZH_TW"
    KO = "KO"


class FieldType(Word):
    """What a signer fills in. Source: contract 4.5."""

    SIGNATURE = "Signature"
    INITIAL = "Initial"
    TEXT_BOX = "TextBox"
    CHECK_BOX = "CheckBox"
    DATE_SIGNED = "DateSigned"


class FileType(Word):
    """What a file is, judged by its bytes. Source: contract 4.5."""

    PDF = "pdf"
    PNG = "png"
    JPG = "jpg"
    DOCX = "docx"
    SVG = "svg"
    """Of a logo."""
    ZIP = "zip"
    """Of a finished document whose files are apart."""


class FinishedFormat(Word):
    """In what form a finished document is handed out. Source: contract 4.1."""

    COMBINED = "Combined"
    INDIVIDUALLY = "Individually"


class SignedDocumentMail(Word):
    """How mails of completion bring the document. Source: contract 5."""

    ATTACHMENT = "Attachment"
    DOCUMENT_LINK = "DocumentLink"


class ActorKind(Word):
    """Who acted. Source: design 1."""

    USER = "user"
    OWNER = "owner"
    SIGNER = "signer"
    HOST = "host"
    SYSTEM = "system"


class ConsentAnswer(Word):
    """How a consent round ended. Source: design 3."""

    APPROVED = "approved"
    DENIED = "denied"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class LinkKind(Word):
    """What an owner's link is for: a request for consent, or a living grant. Source: design 3."""

    CONSENT = "consent"
    GRANT = "grant"


class Channel(Word):
    """How a message is delivered. Source: design 5."""

    EMAIL = "email"


class MailMode(Word):
    """Whose address a mail in somebody's name shows: the person's, with or without the host's, or the host's alone."""

    AS = "as"
    ON_BEHALF = "onBehalf"
    VIA = "via"


class ReportSide(Word):
    """By what documents are counted."""

    PRINCIPAL = "principal"
    ACTOR = "actor"
    STATUS = "status"
    LABEL = "label"
    TEAM = "team"
    META_DATA = "metaData"


class WebhookStatus(Word):
    """Whether a webhook has answered its verification and is told of events. Source: contract 6.1."""

    PENDING = "Pending"
    ENABLED = "Enabled"
    DISABLED = "Disabled"


class Outcome(Word):
    """How an audited act ended. Source: design 6."""

    DONE = "done"
    REFUSED = "refused"


class BrokenCheck(Word):
    """What in a trail does not fit: entry bytes, tree, signed head, personal fields, file, look-up column.

    Source: design 6.
    """

    LEAF = "leaf"
    NODE = "node"
    HEAD = "head"
    PERSONAL = "personal"
    FILE = "file"
    COLUMN = "column"


class BehalfPage(Word):
    """Which on-behalf documents are listed: sent by the session's user, or in the user's name. Source: contract 4.2."""

    BEHALF_OF_OTHERS = "BehalfOfOthers"
    BEHALF_OF_ME = "BehalfOfMe"


class DocumentView(Word):
    """How a document in progress looks to the user who asks. Source: contract 4.2."""

    NONE = "None"
    """No filter."""
    WAITING_FOR_ME = "WaitingForMe"
    WAITING_FOR_OTHERS = "WaitingForOthers"
    NEED_ATTENTION = "NeedAttention"
    """A mail to a signer could not be delivered."""


class TransmitType(Word):
    """Whether documents were sent or received. Source: contract 4.2."""

    SENT = "Sent"
    RECEIVED = "Received"
    BOTH = "Both"


class DateFilterType(Word):
    """Which moment of a document a period is about. Source: contract 4.2."""

    SENT_BETWEEN = "SentBetween"
    EXPIRING = "Expiring"


class ExpiryDateType(Word):
    """How the expiry of a document is given. Source: contract 4.5."""

    DAYS = "Days"
    HOURS = "Hours"
    SPECIFIC_DATE_TIME = "SpecificDateTime"


class AuthenticationType(Word):
    """How a signer proves who it is. Source: contract 4.5."""

    NONE = "None"
    ACCESS_CODE = "AccessCode"


class SignerType(Word):
    """What a recipient does. Source: contract 4.5."""

    SIGNER = "Signer"


class ValidationType(Word):
    """What a text box takes. Source: contract 4.5."""

    NONE = "None"
    NUMBERS_ONLY = "NumbersOnly"
    EMAIL_ADDRESS = "EmailAddress"
    CURRENCY = "Currency"
    CUSTOM_REGEX = "CustomRegex"


class Durability(Word):
    """Whether what is acknowledged is on disk already (FULL) or soon (NORMAL). Source: design 7."""

    FULL = "full"
    NORMAL = "normal"


class Migrate(Word):
    """Whether an older store is brought up to date when it is opened. Source: design 7."""

    AUTO = "auto"
    NEVER = "never"
