"""Webhooks of an account. Source: contract 6."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from .. import _core
from .._paging import Page, first_page
from .._wire import UNSET, Unset, request
from ..records.webhooks import DeletedWebhook, NewWebhook, Webhook
from ._group import Group


class Webhooks(Group[_core.Session]):
    """Where the account wants to be told of events, for its Admins. `Engine.outbox` delivers.

    Anybody else gets Refused (lacksRole).
    """

    __slots__ = ()

    def create(
        self,
        *,
        name: str,
        url: str,
        events: Iterable[str],
        request_id: str | Unset | None = UNSET,
    ) -> NewWebhook:
        """A new webhook; its address is asked to answer a verification before anything else is sent to it.

        `url`: https only. `events`: words of the contract, e.g. "Completed", "SenderIdentityRevoked". The secret is in
        this answer only. Raises LimitExceeded (tooLarge) beyond 20. Source: contract 6.1.
        """
        wanted = request(name=name, url=url, events=events, request_id=request_id)
        return NewWebhook.from_json(_core.webhook_create(self._handle, wanted))

    def list(
        self,
        *,
        page: int | Unset | None = UNSET,
        page_size: int | Unset | None = UNSET,
        cursor: str | Unset | None = UNSET,
    ) -> Page[Webhook]:
        """The account's webhooks, newest first. Source: contract 6.1."""
        return first_page(
            Webhook, partial(_core.webhook_list, self._handle), page=page, page_size=page_size, cursor=cursor
        )

    def update(
        self,
        webhook_id: str,
        *,
        name: str | Unset = UNSET,
        url: str | Unset = UNSET,
        events: Iterable[str] | Unset = UNSET,
        enabled: bool | Unset | None = UNSET,
        version: int | Unset | None = UNSET,
    ) -> Webhook:
        """Changes what is named. Another `url`, or enabling what is disabled, asks for a new verification.

        Raises NotFound (webhookNotFound), Conflict (versionMoved). Source: contract 6.1.
        """
        change = request(name=name, url=url, events=events, enabled=enabled, version=version)
        return Webhook.from_json(_core.webhook_update(self._handle, webhook_id, change))

    def delete(self, webhook_id: str) -> DeletedWebhook:
        """Ends a webhook; what waits for it is not sent. Raises NotFound (webhookNotFound). Source: contract 6.1."""
        return DeletedWebhook.from_json(_core.webhook_delete(self._handle, webhook_id))

    def roll_secret(self, webhook_id: str, *, previous_valid_ms: int | Unset | None = UNSET) -> NewWebhook:
        """A new secret. The one before signs too for `previous_valid_ms`, a day unless told, at most 7 days.

        Raises NotFound (webhookNotFound). Source: contract 6.1.
        """
        wanted = request(previous_valid_ms=previous_valid_ms)
        return NewWebhook.from_json(_core.webhook_roll_secret(self._handle, webhook_id, wanted))
