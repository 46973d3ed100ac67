"""Accounts, users, teams and API keys. Source: design 3, contract 3."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from .._record import Record
from .._words import Effect, Role, UserStatus


class Person(Record):
    """Somebody by name and e-mail address."""

    name: str
    email: str


class Actor(Record):
    """A user who acts."""

    id: str
    name: str
    email: str


class Account(Record):
    """A tenant; nothing crosses it except an identity owner's consent. Source: design 1."""

    id: str
    number: int
    name: str
    log_origin: str
    """Name of the account's audit trail in its signed heads; fixed when the account is made."""
    account_wide: bool
    """Whether users with the right may act for others without their consent. Source: sobo 1."""
    created_at: datetime


class NewAccount(Account):
    """An account just made, with its first Admin."""

    admin_user_id: str


class PlannedEffect(Record):
    """Something that a change does to something else."""

    kind: Effect
    id: str
    """Of the identity or document."""


class EffectCounts(Record):
    """How many effects of each kind a change has."""

    identity_revoked: int
    document_moved_along: int
    """Held by a user who changes his team; not touched, and not among the effects."""
    document_handed_over: int
    document_revoked: int
    document_declined: int


class ChangePlan(Record):
    """What a change does, or would do."""

    id: str
    """For `plan_id` of the change itself: it stays the same as long as nothing of the plan moves."""
    applied: bool
    """False after a dry run."""
    counts: EffectCounts
    effects: tuple[PlannedEffect, ...]
    """The first 100."""
    effects_capped: bool
    """Whether there are more."""


class User(Record):
    """A user of an account. Source: contract 3."""

    id: str
    account_id: str
    email: str
    name: str
    role: Role
    status: UserStatus
    api_account_wide_access: bool
    allow_send_on_behalf_of: bool
    meta_data: Mapping[str, str]
    version: int
    created_at: datetime
    updated_at: datetime
    team_id: str | None = None
    team_name: str | None = None
    plan: ChangePlan | None = None
    """In the answer of a change that reaches identities and documents."""


class Invitation(Record):
    """Somebody to invite together with others. Source: contract 3.1."""

    email: str
    name: str | None = None
    role: Role | str | None = None
    """Member unless told."""
    team_id: str | None = None
    meta_data: Mapping[str, str] | None = None


class InvitedUsers(Record):
    """Those who were invited together, in that order."""

    users: tuple[User, ...]


class CancelledInvitation(Record):
    """An invitation that was taken back."""

    id: str
    """Of the user who is gone."""


class Team(Record):
    """Users of an account who belong together. Source: contract 3.2."""

    id: str
    name: str
    version: int
    created_at: datetime
    updated_at: datetime


class TeamMember(Record):
    """A user as a team shows him."""

    id: str
    email: str
    name: str
    role: Role
    status: UserStatus


class TeamWithMembers(Team):
    """A team and those who are in it."""

    members: tuple[TeamMember, ...]
    """The newest 1000, newest first; `users.list(team_id=...)` goes through all."""
    members_capped: bool
    """Whether there are more."""


class ApiKey(Record):
    """A credential of a user, without its secret."""

    id: str
    name: str
    created_at: datetime
    revoked_at: datetime | None = None


class RevokedApiKey(ApiKey):
    """A credential that is dead."""

    revoked_at: datetime


class NewApiKey(ApiKey):
    """An API key just made: the only answer that ever holds the key itself."""

    _secret = frozenset({"key"})

    key: str | None = None
    """The secret; None when a repeated `request_id` got the first answer back."""
