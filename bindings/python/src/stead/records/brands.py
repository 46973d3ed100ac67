"""Brands: how the mails and pages of documents look. Source: contract 5."""

from __future__ import annotations

from datetime import datetime

from .._record import Record
from .._words import ExpiryDateType, FileType, SignedDocumentMail


class Logo(Record):
    """What is told of a logo without its bytes."""

    type: FileType
    size: int
    """Bytes."""
    sha256: str


class BrandExpiry(Record):
    """When documents of the brand expire that do not say it themselves; those left out of a change stay as they are."""

    expiry_date_type: ExpiryDateType | None = None
    """DAYS (unless told) or HOURS."""
    expiry_value: int | None = None
    reminder_days: int | None = None
    reminder_count: int | None = None


class BrandDomain(Record):
    """The domain that mails of the brand come from; the host verifies it."""

    domain_name: str | None = None
    from_name: str | None = None


class SignatureFrame(Record):
    """What stands around a signature in a finished document."""

    enable_signature_frame: bool
    show_recipient_name: bool
    show_recipient_email: bool
    show_time_stamp: bool


class SignatureFrameChange(Record):
    """What to change of the frame; what is left out stays as it is."""

    enable_signature_frame: bool | None = None
    show_recipient_name: bool | None = None
    show_recipient_email: bool | None = None
    show_time_stamp: bool | None = None


class Look(Record):
    """How a brand looks; a document keeps the look it was sent with."""

    id: str
    name: str
    logo: Logo
    can_hide_tag_line: bool
    combine_audit_trail: bool
    combine_attachments: bool
    exclude_audit_trail_from_email: bool
    email_signed_document: SignedDocumentMail
    show_built_in_form_fields: bool
    allow_custom_field_creation: bool
    show_shared_custom_fields: bool
    hide_decline: bool
    """Signers cannot decline."""
    hide_save: bool
    document_expiry_settings: BrandExpiry
    custom_domain_settings: BrandDomain
    signature_frame_settings: SignatureFrame
    background_color: str | None = None
    button_color: str | None = None
    button_text_color: str | None = None
    email_display_name: str | None = None
    disclaimer_title: str | None = None
    disclaimer_description: str | None = None
    redirect_url: str | None = None
    document_time_zone: str | None = None


class Brand(Look):
    """A brand of the account. Source: contract 5."""

    is_default: bool
    """Documents get it that name no brand and whose sender identity names none."""
    is_domain_verified: bool
    version: int
    created_at: datetime
    updated_at: datetime


class BrandList(Record):
    """All brands of the account, oldest first."""

    items: tuple[Brand, ...]


class DeletedBrand(Record):
    """What was deleted."""

    id: str
