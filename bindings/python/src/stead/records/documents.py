"""Documents, their signers and files. Source: contract 4, design 3."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .._record import Record
from .._words import ActorKind, Authority, DocumentStatus, FieldType, FileType, SignerStatus
from .brands import Look
from .people import Actor, ChangePlan, Person


class Principal(Record):
    """The person acted for."""

    name: str
    email: str
    identity_id: str | None = None
    """The sender identity, when acting by consent."""
    user_id: str | None = None
    """The operating user, when acting by account-wide authority."""


class Right(Record):
    """By what right an act was done. Source: design 11."""

    actor_id: str
    principal: Principal | None
    """None when done as oneself."""
    authority: Authority
    grant_id: str | None = None
    grant_version: int | None = None


class Bounds(Record):
    """Where a field stands on its page, in points from the upper left corner."""

    x: float
    y: float
    width: float
    height: float


class Field(Record):
    """What a signer fills in."""

    id: str
    field_type: FieldType
    file_index: int
    page_number: int
    """1 is the first page of the file."""
    bounds: Bounds
    is_required: bool
    name: str
    value: str


class Signer(Record):
    """Somebody who signs."""

    id: str
    name: str
    email: str
    order: int
    status: SignerStatus
    has_access_code: bool
    is_delivery_failed: bool
    """Whether a mail to the signer came back."""
    is_reassigned: bool
    """Whether another signer handed the place on."""
    viewed_at: datetime | None = None
    done_at: datetime | None = None
    fields: tuple[Field, ...] | None = None


class File(Record):
    """A file of a document."""

    name: str
    sha256: str
    size: int
    """Bytes."""
    type: FileType
    pages: int | None = None


class Cc(Record):
    """Somebody who gets a copy."""

    email: str


class DocumentRow(Record):
    """A document as lists show it. Source: contract 4.2."""

    id: str
    title: str
    status: DocumentStatus
    send_failed: bool
    """Whether it was Revoked because its scheduled send was refused at its moment."""
    actor: Actor
    owner_id: str
    holder_id: str
    signers: tuple[Signer, ...]
    cc: tuple[Cc, ...]
    labels: tuple[str, ...]
    enable_signing_order: bool
    disable_emails: bool
    is_deleted: bool
    """Whether it is in the holder's trash."""
    created_at: datetime
    activity_at: datetime
    authority: Authority
    version: int
    behalf_of: Person | None = None
    brand_id: str | None = None
    sent_at: datetime | None = None
    scheduled_send_at: datetime | None = None
    expires_at: datetime | None = None
    ended_at: datetime | None = None
    end_message: str | None = None
    grant_id: str | None = None
    grant_version: int | None = None


class BehalfRow(DocumentRow):
    """A document sent on behalf, as lists show it. Source: contract 4.2."""

    behalf_of: Person
    """The person in whose name it was sent."""


class HistoryEntry(Record):
    """Something that happened to a document; `index` is its entry in the audit trail."""

    index: int
    at: datetime
    action: str
    actor_kind: ActorKind
    actor_id: str
    detail: Mapping[str, Any]
    name: str | None = None
    email: str | None = None


class Document(DocumentRow):
    """A document with its files and history. Source: contract 4.6."""

    message: str
    meta_data: Mapping[str, str]
    files: tuple[File, ...]
    history: tuple[HistoryEntry, ...]
    brand: Look | None = None
    """The brand as it looked when the document was sent."""


class SentSigner(Record):
    """A signer of a document just sent."""

    id: str
    email: str


class SentDocument(Right):
    """A document just sent or scheduled. Source: contract 4.5."""

    id: str
    status: DocumentStatus
    title: str
    created_at: datetime
    expires_at: datetime
    files: tuple[File, ...]
    signers: tuple[SentSigner, ...]
    version: int
    sent_at: datetime | None = None
    scheduled_send_at: datetime | None = None


class RevokedDocument(Right):
    """A document just revoked."""

    id: str
    status: DocumentStatus
    version: int


class Reminded(Right):
    """Who was reminded."""

    id: str
    reminded: tuple[str, ...]
    """Ids of signers."""


class HandedOverDocument(Record):
    """A document as it is now."""

    id: str
    version: int


class HandedOver(Right):
    """Documents that another user got, and by what right."""

    to_user_id: str
    documents: tuple[HandedOverDocument, ...]
    plan: ChangePlan


class AccessCodeChanged(Right):
    """Whose access code was changed."""

    id: str
    signer_id: str
    version: int


class ExtendedExpiry(Right):
    """A document with more time."""

    id: str
    """the document"""
    status: DocumentStatus
    """where it stands"""
    expires_at: datetime
    """the new deadline"""
    version: int
    """goes up with every change"""


class TaggedDocument(Right):
    """The labels of a document."""

    id: str
    """the document"""
    labels: tuple[str, ...]
    """all its labels"""
    version: int
    """goes up with every change"""


class DeletedDocument(Right):
    """A deleted document."""

    id: str
    """the document"""
    permanently: bool
    """whether it is gone"""
    gone_at: datetime | None = None
    """when the trash is emptied of it"""


class ChangedRecipient(Right):
    """Whose recipient was changed."""

    id: str
    """the document"""
    signer_id: str
    """the signer"""
    version: int
    """goes up with every change"""


class PrefilledDocument(Right):
    """Which fields were filled in."""

    id: str
    """the document"""
    fields: tuple[str, ...]
    """ids of the fields"""
    version: int
    """goes up with every change"""


class Reassigned(Record):
    """The document after a signer handed on the place."""

    document_id: str
    """the document"""
    signer_id: str
    """the signer"""
    status: DocumentStatus
    """where it stands"""


class DownloadInfo(Record):
    """What file is being read."""

    name: str
    type: FileType
    size: int
    """Bytes of the whole file."""
    sha256: str


class DocumentAuditLog(Record):
    """What happened to a document, with the signed head of the trail that holds it."""

    document_id: str
    title: str
    entries: tuple[HistoryEntry, ...]
    checkpoint: str


class FinishedDocument(Record):
    """The finished document that the host handed in."""

    id: str
    file: DownloadInfo


class ViewedSigner(Signer):
    """The signer who looks, with the fields to fill in."""

    fields: tuple[Field, ...]


class SignerView(Record):
    """What a signer sees. Source: contract 4.3."""

    document_id: str
    title: str
    message: str
    private_message: str
    status: DocumentStatus
    sender_name: str
    sender_email: str
    signer: ViewedSigner
    files: tuple[File, ...]
    your_turn: bool
    behalf_of: Person | None = None
    expires_at: datetime | None = None
    brand: Look | None = None


class Signed(Record):
    """The document after a signature."""

    document_id: str
    signer_id: str
    status: DocumentStatus
    signed_at: datetime


class Declined(Record):
    """The document after a signer declined."""

    document_id: str
    signer_id: str
    status: DocumentStatus
