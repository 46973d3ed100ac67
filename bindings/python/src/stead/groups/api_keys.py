"""API keys. Source: design 3."""

from __future__ import annotations

from functools import partial

from .. import _core
from .._paging import Page, first_page
from .._wire import UNSET, Unset, request
from ..records.people import ApiKey, NewApiKey, RevokedApiKey
from ._group import Group


class ApiKeys(Group[_core.Session]):
    """API keys of the session's user."""

    __slots__ = ()

    def create(self, *, name: str, request_id: str | Unset | None = UNSET) -> NewApiKey:
        """Makes a key: the only answer that ever holds its secret. `name`: 1 to 80 characters.

        Raises Invalid, Conflict (requestIdReused). Source: design 3.
        """
        return NewApiKey.from_json(_core.api_key_create(self._handle, request(name=name, request_id=request_id)))

    def list(self, *, page_size: int | Unset | None = UNSET, cursor: str | Unset | None = UNSET) -> Page[ApiKey]:
        """Own keys. `page_size`: 1 to 100, 10 unless told. Source: design 3."""
        return first_page(ApiKey, partial(_core.api_key_list, self._handle), page_size=page_size, cursor=cursor)

    def revoke(self, key_id: str) -> RevokedApiKey:
        """Revokes an own key, or any of the account for an Admin; its sessions are dead when this returns.

        Raises NotFound (apiKeyNotFound). Source: design 3.
        """
        return RevokedApiKey.from_json(_core.api_key_revoke(self._handle, key_id))
