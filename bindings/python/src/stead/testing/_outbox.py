"""What a test store mailed."""

from __future__ import annotations

from collections.abc import Iterator

from .._engine import Engine
from ..records.outbox import Message


class Outbox:
    """Every message so far, oldest first, as if each had been delivered the moment it was due.

    Looking at it takes what is due and acknowledges it. Where the program under test delivers the mail itself, let it
    do so first, and hand its messages to `Store.approve` and `Store.sign`.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._mails: list[Message] = []

    @property
    def mails(self) -> tuple[Message, ...]:
        """All of them."""
        while taken := self._engine.outbox.take(max=100).items:
            for mail in taken:
                self._engine.outbox.ack(mail)
            self._mails += taken
        return tuple(self._mails)

    def find(
        self,
        *,
        to: str | None = None,
        kind: str | None = None,
        document: str | None = None,
        identity: str | None = None,
    ) -> tuple[Message, ...]:
        """Those that fit everything told: an e-mail address, a kind like "identity.asked.owner", ids.

        Kinds are in docs/notifications.md.
        """
        return tuple(
            mail
            for mail in self.mails
            if (to is None or mail.to.email.lower() == to.lower())
            and (kind is None or mail.kind == kind)
            and (document is None or mail.document_id == document)
            and (identity is None or mail.identity_id == identity)
        )

    def to(self, email: str) -> tuple[Message, ...]:
        """Those to an e-mail address."""
        return self.find(to=email)

    def last(
        self,
        *,
        to: str | None = None,
        kind: str | None = None,
        document: str | None = None,
        identity: str | None = None,
    ) -> Message:
        """The newest that fits. Raises LookupError, which tells what was mailed instead."""
        found = self.find(to=to, kind=kind, document=document, identity=identity)
        if not found:
            asked = {"to": to, "kind": kind, "document": document, "identity": identity}
            raise LookupError(self.missing(", ".join(f"{name} {what}" for name, what in asked.items() if what)))
        return found[-1]

    def missing(self, what: str) -> str:
        """One text that says what was looked for and what was mailed instead; it holds no link."""
        mails = "; ".join(f"{mail.kind} to {mail.to.email}" for mail in self._mails) or "nothing"
        return f"no mail {what}; mailed was: {mails}".replace("  ", " ")

    def clear(self) -> None:
        """Forgets what was mailed so far, so that only what comes next is seen."""
        if self.mails:
            self._mails.clear()

    def __iter__(self) -> Iterator[Message]:
        return iter(self.mails)

    def __len__(self) -> int:
        return len(self.mails)

    def __repr__(self) -> str:
        return f"<Outbox of {len(self._mails)} mails seen>"
