"""Accounts. Source: design 3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import _core
from .._wire import UNSET, Unset, request
from ..records.people import Account, NewAccount, Person
from ._group import Group


class HostAccounts(Group[_core.Engine]):
    """Accounts as the host makes and reads them."""

    __slots__ = ()

    def create(
        self, *, name: str, admin: Person | Mapping[str, Any], request_id: str | Unset | None = UNSET
    ) -> NewAccount:
        """Makes an account with its first Admin, who is active at once.

        `name`: 1 to 80 characters. `request_id`: a retry with it within 24 hours gets the first answer back.
        Raises Invalid, Conflict (requestIdReused). Source: design 3.
        """
        return NewAccount.from_json(
            _core.account_create(self._handle, request(name=name, admin=admin, request_id=request_id))
        )

    def get(self, account_id: str) -> Account:
        """The account. Raises NotFound (accountNotFound). Source: design 3."""
        return Account.from_json(_core.account_get(self._handle, account_id))


class OwnAccount(Group[_core.Session]):
    """The account of the session's user."""

    __slots__ = ()

    def update(self, *, name: str | Unset = UNSET, account_wide: bool | Unset | None = UNSET) -> Account:
        """Changes the account, by an Admin; at least one argument.

        `account_wide`: switches account-wide authority on or off. Raises Invalid, Refused (lacksRole).
        Source: design 3, sobo 1.
        """
        return Account.from_json(_core.account_update(self._handle, request(name=name, account_wide=account_wide)))
