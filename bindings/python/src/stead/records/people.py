"""Accounts, users, teams and API keys. Source: design 3, contract 3."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from .._record import Record
from .._words import Role, UserStatus


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


class Team(Record):
    """Users of an account who belong together."""

    id: str
    name: str
    created_at: datetime


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
