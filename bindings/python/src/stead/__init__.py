"""Acting on behalf of another person: sender identities, consent, decisions, documents and an audit trail, in process.

    with stead.open("crm.db") as engine:
        session = engine.session(user_id)
        session.identities.create(name="Luther Cooper", email="luthercooper@cubeflakes.com")
        if session.decide("document.send", for_="luthercooper@cubeflakes.com"):
            session.on_behalf_of("luthercooper@cubeflakes.com").documents.send(…)

Arguments that are left out stay out of the request; None crosses as null, which in an update clears. Times are aware
datetimes, kept to the millisecond. Answers are frozen records that keep members of later versions.
"""

from __future__ import annotations

from . import _core
from ._codes import Code, Status
from ._engine import Engine, open
from ._errors import (
    Busy,
    Conflict,
    Error,
    FieldError,
    Internal,
    Invalid,
    LimitExceeded,
    Misuse,
    NotFound,
    Refused,
    StorageFailed,
    Unauthenticated,
)
from ._evidence import Evidence, verify_consistency, verify_evidence
from ._files import FilePart
from ._paging import Page
from ._raw_record import Kind, RawRecord
from ._record import Record
from ._session import Session
from ._wire import UNSET, Unset
from ._words import (
    ActorKind,
    AuthenticationType,
    Authority,
    BehalfPage,
    BrokenCheck,
    Channel,
    ConsentAnswer,
    DocumentRule,
    DocumentStatus,
    Durability,
    ExpiryDateType,
    FieldType,
    FileType,
    IdentityStatus,
    LinkKind,
    Locale,
    Migrate,
    Operation,
    Outcome,
    Role,
    SignerStatus,
    SignerType,
    UserStatus,
    ValidationType,
    Word,
)
from .records.audit import (
    BrokenConsistency,
    BrokenEvidence,
    BrokenTrail,
    Checkpoint,
    ConsistencyCheck,
    ConsistencyProof,
    Entry,
    EntryActor,
    EntryRow,
    Erased,
    EvidenceCheck,
    InclusionProof,
    PastDecision,
    RecordedAct,
    Replay,
    Subject,
    TrailCheck,
    TrailPartCheck,
)
from .records.decisions import Decision, Explanation, OperationRow, OperationTable, Question
from .records.documents import (
    AccessCodeChanged,
    BehalfRow,
    Bounds,
    Cc,
    Declined,
    Document,
    DocumentAuditLog,
    DocumentRow,
    DownloadInfo,
    Field,
    File,
    HistoryEntry,
    Principal,
    Reminded,
    RevokedDocument,
    Right,
    SentDocument,
    SentSigner,
    Signed,
    Signer,
    SignerView,
    ViewedSigner,
)
from .records.identities import (
    ActorRow,
    ConsentEvidence,
    ConsentRound,
    DeletedIdentity,
    Grant,
    Identity,
    NotificationChange,
    NotificationSettings,
    OwnerAnswer,
    OwnerDenial,
    OwnerView,
    PrincipalRow,
)
from .records.outbox import DeadLetter, DueWork, Message, Messages, Undelivered
from .records.people import Account, Actor, ApiKey, NewAccount, NewApiKey, Person, RevokedApiKey, Team, User
from .records.sending import FormField, NewCc, NewSigner
from .records.store import Backup, StoreCheck, StoreFinding

__version__ = _core.version() or ""
"""Version of the library that runs."""


def operations() -> tuple[OperationRow, ...]:
    """The table of operations: who may do what, and what can be granted. Needs no engine. Source: design 4, 11."""
    return OperationTable.from_json(_core.operation_list()).items


__all__ = [
    "UNSET",
    "AccessCodeChanged",
    "Account",
    "Actor",
    "ActorKind",
    "ActorRow",
    "ApiKey",
    "AuthenticationType",
    "Authority",
    "Backup",
    "BehalfPage",
    "BehalfRow",
    "Bounds",
    "BrokenCheck",
    "BrokenConsistency",
    "BrokenEvidence",
    "BrokenTrail",
    "Busy",
    "Cc",
    "Channel",
    "Checkpoint",
    "Code",
    "Conflict",
    "ConsentAnswer",
    "ConsentEvidence",
    "ConsentRound",
    "ConsistencyCheck",
    "ConsistencyProof",
    "DeadLetter",
    "Decision",
    "Declined",
    "DeletedIdentity",
    "Document",
    "DocumentAuditLog",
    "DocumentRow",
    "DocumentRule",
    "DocumentStatus",
    "DownloadInfo",
    "DueWork",
    "Durability",
    "Engine",
    "Entry",
    "EntryActor",
    "EntryRow",
    "Erased",
    "Error",
    "Evidence",
    "EvidenceCheck",
    "ExpiryDateType",
    "Explanation",
    "Field",
    "FieldError",
    "FieldType",
    "File",
    "FilePart",
    "FileType",
    "FormField",
    "Grant",
    "HistoryEntry",
    "Identity",
    "IdentityStatus",
    "InclusionProof",
    "Internal",
    "Invalid",
    "Kind",
    "LimitExceeded",
    "LinkKind",
    "Locale",
    "Message",
    "Messages",
    "Migrate",
    "Misuse",
    "NewAccount",
    "NewApiKey",
    "NewCc",
    "NewSigner",
    "NotFound",
    "NotificationChange",
    "NotificationSettings",
    "Operation",
    "OperationRow",
    "OperationTable",
    "Outcome",
    "OwnerAnswer",
    "OwnerDenial",
    "OwnerView",
    "Page",
    "PastDecision",
    "Person",
    "Principal",
    "PrincipalRow",
    "Question",
    "RawRecord",
    "Record",
    "RecordedAct",
    "Refused",
    "Reminded",
    "Replay",
    "RevokedApiKey",
    "RevokedDocument",
    "Right",
    "Role",
    "SentDocument",
    "SentSigner",
    "Session",
    "Signed",
    "Signer",
    "SignerStatus",
    "SignerType",
    "SignerView",
    "Status",
    "StorageFailed",
    "StoreCheck",
    "StoreFinding",
    "Subject",
    "Team",
    "TrailCheck",
    "TrailPartCheck",
    "Unauthenticated",
    "Undelivered",
    "Unset",
    "User",
    "UserStatus",
    "ValidationType",
    "ViewedSigner",
    "Word",
    "__version__",
    "open",
    "operations",
    "verify_consistency",
    "verify_evidence",
]

for _kind in (Error, *Error.__subclasses__()):  # tracebacks name what users catch
    _kind.__module__ = "stead"
