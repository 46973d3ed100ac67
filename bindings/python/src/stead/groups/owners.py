"""Sender identities, from the side of their owner. Source: design 3."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from .. import _core
from .._wire import UNSET, Unset, request
from .._words import Operation
from ..records.identities import OwnerAnswer, OwnerDenial, OwnerView
from ._group import Group


class Owners(Group[_core.Engine]):
    """What owners do through the links that were mailed to them; they need no account.

    `token`: the secret at the end of the link. One that does not live any more raises NotFound (linkNotFound).
    `ip`, `user_agent`: kept as evidence.
    """

    __slots__ = ()

    def look(self, token: str) -> OwnerView:
        """What the owner is asked, or has granted; changes nothing. Source: design 3."""
        return OwnerView.from_json(_core.owner_look(self._handle, token))

    def approve(
        self,
        token: str,
        *,
        text_hash: str,
        operations: Iterable[Operation | str] | Unset | None = UNSET,
        from_: datetime | Unset | None = UNSET,
        until: datetime | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> OwnerAnswer:
        """Consents to the text that was shown; a grant is born.

        `text_hash`: of that text, from `look`. `operations`, `from_`, `until`: only narrower than asked.
        Raises Invalid, Conflict (textMoved: show it again), Refused (linkedElsewhere, wrongState). Source: design 3.
        """
        return OwnerAnswer.from_json(
            _core.owner_approve(
                self._handle,
                token,
                request(
                    text_hash=text_hash,
                    operations=operations,
                    from_=from_,
                    until=until,
                    ip=ip,
                    user_agent=user_agent,
                ),
            )
        )

    def deny(
        self,
        token: str,
        *,
        never_ask_again: bool | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> OwnerDenial:
        """Says no. `never_ask_again`: the account may not ask this address again.

        Raises Refused (wrongState). Source: design 3.
        """
        return OwnerDenial.from_json(
            _core.owner_deny(
                self._handle, token, request(never_ask_again=never_ask_again, ip=ip, user_agent=user_agent)
            )
        )

    def narrow(
        self,
        token: str,
        *,
        operations: Iterable[Operation | str] | Unset | None = UNSET,
        from_: datetime | Unset | None = UNSET,
        until: datetime | Unset | None = UNSET,
        ip: str | Unset | None = UNSET,
        user_agent: str | Unset | None = UNSET,
    ) -> OwnerAnswer:
        """Grants less than before, through the lasting link; the grant's version goes up.

        At least one of `operations`, `from_`, `until`. Raises Invalid, Refused (grantEnded, wrongState).
        Source: design 3.
        """
        return OwnerAnswer.from_json(
            _core.owner_narrow(
                self._handle,
                token,
                request(operations=operations, from_=from_, until=until, ip=ip, user_agent=user_agent),
            )
        )

    def revoke(
        self, token: str, *, ip: str | Unset | None = UNSET, user_agent: str | Unset | None = UNSET
    ) -> OwnerAnswer:
        """Ends the grant, through the lasting link.

        When this returns, no decision that starts later, in any process, says allowed. Raises Refused (grantEnded,
        wrongState). Source: design 3, 4.
        """
        return OwnerAnswer.from_json(_core.owner_revoke(self._handle, token, request(ip=ip, user_agent=user_agent)))
