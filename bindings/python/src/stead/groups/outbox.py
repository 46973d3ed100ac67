"""The outbox: what the host delivers. Source: design 5."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from .. import _core
from .._paging import Page, first_page
from .._wire import UNSET, Unset, duration_ms, request
from ..records.outbox import Bounced, DeadLetter, Message, Messages, Undelivered
from ._group import Group


class Outbox(Group[_core.Engine]):
    """Messages to deliver, at least once; de-duplicate by their id. Any number of processes may do it."""

    __slots__ = ()

    def take(self, *, max: int | Unset | None = UNSET, lease: timedelta | Unset | None = UNSET) -> Messages:
        """Takes messages that are due, each under a lease: deliver it, then `ack` or `fail` it before the lease ends.

        `max`: 1 to 100, 10 unless told. `lease`: at most a day, a minute unless told. The answer holds links that are
        kept nowhere: treat it as a secret. Source: design 5.
        """
        return Messages.from_json(_core.outbox_take(self._handle, request(max=max, lease_ms=duration_ms(lease))))

    def ack(self, message: Message | str, lease: int | None = None) -> None:
        """Delivered: the message is done. Beside a message id its `lease` is needed.

        Raises NotFound (messageNotFound) when the lease is not this one any more. Source: design 5.
        """
        _core.outbox_ack(self._handle, *_leased(message, lease))

    def fail(self, message: Message | str, lease: int | None = None, *, reason: str | None = None) -> Undelivered:
        """Not delivered: tried again after 1 minute, doubling, at most 6 hours; given up after 10 attempts.

        `reason`: one line for the operator. Raises NotFound (messageNotFound). Source: design 5.
        """
        return Undelivered.from_json(_core.outbox_fail(self._handle, *_leased(message, lease), reason))

    def bounced(self, message_id: str, *, reason: str | Unset | None = UNSET) -> Bounced:
        """A message that was acknowledged came back after all; the signers it was for need attention.

        Raises NotFound (messageNotFound) unless it was acknowledged. Source: contract 2.3, 4.2.
        """
        return Bounced.from_json(_core.outbox_bounced(self._handle, message_id, request(reason=reason)))

    def dead_letters(
        self,
        *,
        page: int | Unset | None = UNSET,
        page_size: int | Unset | None = UNSET,
        cursor: str | Unset | None = UNSET,
    ) -> Page[DeadLetter]:
        """Messages that were given up, of all accounts, newest first. Source: design 5."""
        return first_page(
            DeadLetter, partial(_core.outbox_dead_letters, self._handle), page=page, page_size=page_size, cursor=cursor
        )


def _leased(message: Message | str, lease: int | None) -> tuple[str, int]:
    if isinstance(message, Message):
        return message.id, message.lease if lease is None else lease
    if lease is None:
        raise TypeError("a message id goes with its lease")
    return message, lease
