"""The outbox: what the host delivers. Source: design 5."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from .. import _core
from .._files import PART_BYTES, FilePart, read_part, read_whole
from .._paging import Page, first_page
from .._wire import UNSET, Unset, duration_ms, request
from ..records.outbox import Bounced, DeadLetter, MailPlan, Message, Messages, Undelivered
from ..records.webhooks import WebhookMessage, WebhookMessages
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

    def take_webhooks(
        self, *, max: int | Unset | None = UNSET, lease: timedelta | Unset | None = UNSET
    ) -> WebhookMessages:
        """Takes requests to webhooks that are due: POST each, then `ack` it for a 200 within 10 seconds, else `fail`.

        Whoever delivers must refuse addresses inside its own network and follow no redirect: an Admin of the account
        chose the url. Source: contract 6.1.
        """
        return WebhookMessages.from_json(
            _core.webhook_take(self._handle, request(max=max, lease_ms=duration_ms(lease)))
        )

    def ack(self, message: Message | WebhookMessage | str, lease: int | None = None) -> None:
        """Delivered: the message is done. Beside a message id its `lease` is needed.

        Raises NotFound (messageNotFound) when the lease is not this one any more. Source: design 5.
        """
        _core.outbox_ack(self._handle, *_leased(message, lease))

    def fail(
        self, message: Message | WebhookMessage | str, lease: int | None = None, *, reason: str | None = None
    ) -> Undelivered:
        """Not delivered: tried again after 1 minute, doubling, at most 6 hours; given up after 10 attempts.

        To a webhook: after 1, 15 and 45 minutes, 1, 8 and 24 hours; then it is disabled.

        `reason`: one line for the operator. Raises NotFound (messageNotFound). Source: design 5.
        """
        return Undelivered.from_json(_core.outbox_fail(self._handle, *_leased(message, lease), reason))

    def attachment(self, message: Message | str, lease: int | None = None, *, index: int = 0) -> FilePart:
        """What belongs into a message that says `attach`, as `(info, data)`, while its lease is held.

        `index` 0 is the finished document, 1 the audit certificate. Raises NotFound (messageNotFound; fileNotFound: no
        more attachments), Refused (cannotRender). Source: design 5.
        """
        return read_whole(partial(_core.outbox_attachment, self._handle, *_leased(message, lease), index))

    def attachment_part(
        self,
        message: Message | str,
        lease: int | None = None,
        *,
        index: int = 0,
        offset: int = 0,
        size: int = PART_BYTES,
    ) -> FilePart:
        """At most `size` bytes of an attachment from `offset` on, none at its end. Source: design 5."""
        return read_part(partial(_core.outbox_attachment, self._handle, *_leased(message, lease), index), offset, size)

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

    def plan(self, *, email: str, name: str | Unset | None = UNSET) -> MailPlan:
        """What mails in the name of this person show, and why; what a better way would need.

        Rests on `mail_as_domains` and `mail_on_behalf_domains` of `stead.open`. Raises Invalid for what is no address.
        """
        return MailPlan.from_json(_core.mail_plan(self._handle, request(email=email, name=name)))


def _leased(message: Message | WebhookMessage | str, lease: int | None) -> tuple[str, int]:
    if isinstance(message, Message | WebhookMessage):
        return message.id, message.lease if lease is None else lease
    if lease is None:
        raise TypeError("a message id goes with its lease")
    return message, lease
