"""Grants, from both sides. Source: design 3, 4."""

from __future__ import annotations

from functools import partial

from .. import _core
from .._paging import Page, first_page
from .._wire import UNSET, Unset
from ..records.identities import ActorRow, PrincipalRow
from ._group import Group


class Grants(Group[_core.Session]):
    """Who may act for whom."""

    __slots__ = ()

    def principals(
        self, *, page_size: int | Unset | None = UNSET, cursor: str | Unset | None = UNSET
    ) -> Page[PrincipalRow]:
        """For whom the session's user may act, or has asked to. Source: design 4."""
        return first_page(
            PrincipalRow, partial(_core.grant_list_principals, self._handle), page_size=page_size, cursor=cursor
        )

    def actors(
        self,
        *,
        all: bool | Unset | None = UNSET,
        page_size: int | Unset | None = UNSET,
        cursor: str | Unset | None = UNSET,
    ) -> Page[ActorRow]:
        """Who may act for the session's user. `all`: every grant of the account, for an Admin or Auditor.

        Raises Refused (lacksRole). Source: design 4.
        """
        return first_page(
            ActorRow, partial(_core.grant_list_actors, self._handle), all=all, page_size=page_size, cursor=cursor
        )
