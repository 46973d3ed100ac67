"""Webhooks: subscriptions, and the requests that are made to them. Source: contract 6."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from .._record import Record
from .._words import WebhookStatus


class Webhook(Record):
    """Where the account wants to be told of which events."""

    id: str
    name: str
    url: str
    events: tuple[str, ...]
    """Words of the contract, e.g. "Completed"."""
    status: WebhookStatus
    version: int
    created_at: datetime
    updated_at: datetime
    verified_at: datetime | None = None
    delivered_at: datetime | None = None
    """When something was delivered last."""
    failing_since: datetime | None = None
    last_error: str | None = None
    disabled_at: datetime | None = None
    previous_secret_until: datetime | None = None


class NewWebhook(Webhook):
    """A webhook with its secret: the only answer that holds it. A retried request does not get it again."""

    _secret = frozenset({"secret"})

    secret: str | None = None
    """"whsec_" and base64. It signs what the webhook is sent."""


class DeletedWebhook(Record):
    """A webhook that is gone."""

    id: str


class WebhookMessage(Record):
    """A request to make, under a lease: POST `body` with `headers` to `url`. De-duplicate by `id`."""

    id: str
    lease: int
    webhook_id: str
    event: str
    url: str
    headers: Mapping[str, str]
    """Send them all: they hold the signatures, which were made just now."""
    body: str
    """Send it byte for byte, in UTF-8."""
    account_id: str
    attempt: int
    created_at: datetime
    document_id: str | None = None
    identity_id: str | None = None


class WebhookMessages(Record):
    """Requests taken together; iterate over it."""

    items: tuple[WebhookMessage, ...]
    next_due_at: datetime | None = None

    def __iter__(self) -> Iterator[WebhookMessage]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
