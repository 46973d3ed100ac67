"""Sender identities, their consent and their grants. Source: contract 2, design 3."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from .._record import Record
from .._words import ConsentAnswer, IdentityStatus, LinkKind, Locale, Operation
from .people import Actor, Person


class NotificationSettings(Record):
    """What the owner of an identity is told of documents sent in the owner's name. Source: contract 2.2."""

    viewed: bool
    sent: bool
    delivery_failed: bool
    declined: bool
    revoked: bool
    reassigned: bool
    completed: bool
    signed: bool
    expired: bool
    authentication_failed: bool
    reminders: bool
    attach_signed_document: bool


class NotificationChange(Record):
    """Notification settings to change; those left out stay as they are."""

    viewed: bool | None = None
    sent: bool | None = None
    delivery_failed: bool | None = None
    declined: bool | None = None
    revoked: bool | None = None
    reassigned: bool | None = None
    completed: bool | None = None
    signed: bool | None = None
    expired: bool | None = None
    authentication_failed: bool | None = None
    reminders: bool | None = None
    attach_signed_document: bool | None = None


class Grant(Record):
    """The recorded permission, born when the owner approves. Source: design 1, 3."""

    id: str
    version: int
    """Goes up when the owner narrows the grant."""
    operations: tuple[Operation, ...]
    from_: datetime | None = None
    until: datetime | None = None
    ended_at: datetime | None = None
    end_reason: str | None = None


class Identity(Record):
    """A person in whose name a user wants to act, as its creator sees it. Source: contract 2.4."""

    id: str
    name: str
    email: str
    status: IdentityStatus
    created_by: str
    requested_at: datetime
    notification_settings: NotificationSettings
    locale: Locale
    meta_data: Mapping[str, str]
    consent_round: int
    """Which request for consent this is; a new one makes the old link useless."""
    operations: tuple[Operation, ...]
    """What the owner is asked for."""
    version: int
    created_at: datetime
    updated_at: datetime
    approved_at: datetime | None = None
    lapsed_at: datetime | None = None
    """When the request ended because nobody had answered; `resend` asks again."""
    brand_id: str | None = None
    redirect_url: str | None = None
    from_: datetime | None = None
    until: datetime | None = None
    grant: Grant | None = None


class DeletedIdentity(Record):
    """What was deleted."""

    id: str


class ConsentRound(Record):
    """One request for consent and its answer."""

    round: int
    asked_at: datetime
    answer: ConsentAnswer | None = None
    answered_at: datetime | None = None
    never_ask_again: bool | None = None
    locale: Locale | None = None
    text: str | None = None
    """The text that was shown to the owner."""
    text_hash: str | None = None
    proof: str | None = None
    """How the owner was known, e.g. "mailbox"."""
    audit_index: int | None = None
    """Entry of the audit trail that records the answer."""


class ConsentEvidence(Record):
    """How consent was asked and given, round by round. Source: contract 2.4, design 3."""

    identity_id: str
    rounds: tuple[ConsentRound, ...]


class OwnerView(Record):
    """What an owner is asked, or has granted, as the page behind the mailed link shows it. Source: design 3."""

    kind: LinkKind
    identity_id: str
    status: IdentityStatus
    owner: Person
    creator: Person
    account_name: str
    product_name: str
    text: str
    """The text to show; what the owner agrees to."""
    text_hash: str
    """Hash of that text; an approval has to carry it."""
    locale: Locale
    operations: tuple[Operation, ...]
    lapsed: bool
    from_: datetime | None = None
    until: datetime | None = None
    redirect_url: str | None = None
    grant: Grant | None = None
    linked_elsewhere: bool | None = None
    """Whether the address is linked to another account, so that approving would be refused."""


class OwnerAnswer(Record):
    """What became of the identity after the owner's answer."""

    identity_id: str
    status: IdentityStatus
    grant: Grant
    redirect_url: str | None = None


class OwnerDenial(Record):
    """The identity after the owner's no."""

    identity_id: str
    status: IdentityStatus
    redirect_url: str | None = None


class PrincipalRow(Record):
    """Somebody for whom the session's user may act, or has asked to."""

    identity_id: str
    name: str
    email: str
    status: IdentityStatus
    may_act_now: bool
    grant: Grant | None = None


class ActorRow(Record):
    """Somebody who may act, or might, for a person."""

    grant_id: str
    version: int
    actor: Actor
    principal: Person
    operations: tuple[Operation, ...]
    born_at: datetime
    from_: datetime | None = None
    until: datetime | None = None
    ended_at: datetime | None = None
    end_reason: str | None = None
