"""Messages that the host delivers, and the work that time brings. Source: design 3, 5."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from .._record import Record
from .._words import Channel, Locale, MailMode
from .people import Person


class Message(Record):
    """A message to deliver, under a lease. De-duplicate by `id`.

    Treat it as the secret it is: `text` and `html` hold the link.
    """

    _secret = frozenset({"link", "text", "html"})

    id: str
    lease: int
    kind: str
    channel: Channel
    from_: Person
    to: Person
    subject: str
    text: str
    """Plain text."""
    html: str
    """The same as HTML; nothing in it is fetched from elsewhere."""
    locale: Locale
    """The language it is written in."""
    account_id: str
    attempt: int
    """1 the first time."""
    created_at: datetime
    sender: Person | None = None
    """The host, where From is a person whose domain lets it send."""
    reply_to: Person | None = None
    link: str | None = None
    """The link in the text; made when the message was taken and kept nowhere."""
    attach: bool | None = None
    """Whether the signed document belongs to it."""
    document_id: str | None = None
    identity_id: str | None = None

    @property
    def token(self) -> str | None:
        """The secret at the end of `link`, which owners, signers and invited users are known by."""
        return None if self.link is None else self.link.rsplit("/", 1)[-1]


class Messages(Record):
    """Messages taken together; iterate over it."""

    items: tuple[Message, ...]
    next_due_at: datetime | None = None
    """When the next one is due, as far as is known."""

    def __iter__(self) -> Iterator[Message]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


class Undelivered(Record):
    """What becomes of a message that could not be delivered."""

    dead: bool
    """Whether it is given up."""
    next_attempt_at: datetime | None = None


class Bounced(Record):
    """Who was not reached by a message that came back. Source: contract 2.3."""

    kind: str
    signer_ids: tuple[str, ...]
    """Signers who are waited for at its address."""
    document_id: str | None = None


class DeadLetter(Record):
    """A message that was given up."""

    id: str
    kind: str
    account_id: str
    to: Person
    attempts: int
    created_at: datetime
    error: str | None = None
    document_id: str | None = None
    identity_id: str | None = None
    webhook_id: str | None = None


class BetterMail(Record):
    """A mode that shows more of the person, and what it would need."""

    mode: MailMode
    needs: str


class MailPlan(Record):
    """What mails in a person's name show, and why."""

    mode: MailMode
    from_: Person
    why: str
    sender: Person | None = None
    reply_to: Person | None = None
    better: BetterMail | None = None


class DueWork(Record):
    """What `Engine.run_due` has done, and when to call it again. Source: design 3."""

    scheduled_sent: int
    expired: int
    trash_purged: int
    """Documents removed from the trash."""
    lapsed: int
    orphans_swept: int
    requests_forgotten: int
    more: bool
    """Whether there is more to do now."""
    next_due_at: datetime | None = None
