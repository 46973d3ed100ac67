"""A test store, and the people outside the program who act by mailed links."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from types import TracebackType
from typing import Final, Self

from .._engine import Engine
from .._engine import open as open_engine
from .._wire import UNSET, Unset
from .._words import Durability, FieldType, Operation
from ..records.documents import Declined, Document, Field, SentDocument, Signed, ViewedSigner
from ..records.identities import Identity, OwnerAnswer, OwnerDenial
from ..records.outbox import DueWork, Message
from ..records.people import Person
from ._account import Account
from ._clock import START, Clock
from ._outbox import Outbox

SECRET: Final = bytes(range(32))
LUTHER_COOPER: Final = Person(name="Luther Cooper", email="luthercooper@cubeflakes.com")
_ASKED: Final = "identity.asked.owner"
_TO_SIGN: Final = ("document.request.signer", "document.reminder.signer")


class Store:
    """An engine on a test store, with everything around it that a program does not do itself.

    `path`: a new file. `start`: what time it is at first. `seed`: from which ids are made. `public_url`,
    `product_name`, `mail_from`, `consent_lapse_days`: as for `stead.open`. `with Store(…) as store` closes it.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        start: datetime = START,
        seed: int = 1,
        public_url: str | Unset | None = UNSET,
        product_name: str | Unset | None = UNSET,
        mail_from: str | Unset | None = UNSET,
        consent_lapse_days: int | Unset | None = UNSET,
    ) -> None:
        self.engine: Engine = open_engine(
            path,
            secret=SECRET,
            durability=Durability.NORMAL,  # a test store need not survive a power cut
            public_url=public_url,
            product_name=product_name,
            mail_from=mail_from,
            consent_lapse_days=consent_lapse_days,
            test_clock=start,
            test_id_seed=seed,
        )
        """The engine, to hand to the program under test."""
        self.clock: Clock = Clock(self.engine, start)
        """The engine's clock."""
        self.outbox: Outbox = Outbox(self.engine)
        """What was mailed, and to whom."""

    def account(self, name: str = "Cubeflakes", *, admin: Person = LUTHER_COOPER) -> Account:
        """A new account with its Admin. Raises Invalid."""
        return Account(self, self.engine.accounts.create(name=name, admin=admin))

    def approve(
        self,
        asked: Identity | Message | str,
        *,
        operations: Iterable[Operation | str] | Unset | None = UNSET,
        from_: datetime | Unset | None = UNSET,
        until: datetime | Unset | None = UNSET,
    ) -> OwnerAnswer:
        """Plays the owner of a sender identity: opens the mailed link, reads the text and agrees to it.

        `asked`: the identity, the mail, or the owner's e-mail address for the newest request. `operations`, `from_`,
        `until`: to grant less than was asked. Raises LookupError when nobody asked by mail, and what
        `Engine.owners.approve` raises, e.g. NotFound (linkNotFound) for a request that was answered already.
        """
        token = self._owner_token(asked, asking=True)
        shown = self.engine.owners.look(token)
        return self.engine.owners.approve(
            token, text_hash=shown.text_hash, operations=operations, from_=from_, until=until
        )

    def deny(self, asked: Identity | Message | str, *, never_ask_again: bool | Unset = UNSET) -> OwnerDenial:
        """Plays the owner of a sender identity who says no. `asked`: as for `approve`."""
        return self.engine.owners.deny(self._owner_token(asked, asking=True), never_ask_again=never_ask_again)

    def revoke(self, granted: Identity | Message | str) -> OwnerAnswer:
        """Plays the owner of a sender identity who takes the consent back, by the lasting link of the newest mail.

        `granted`: the identity, a mail with that link, or the owner's e-mail address. Raises LookupError when no such
        link was mailed, NotFound (linkNotFound) or Refused (grantEnded) when there is nothing to take back.
        """
        return self.engine.owners.revoke(self._owner_token(granted, asking=False))

    def sign(
        self,
        document: SentDocument | Document | Message | str,
        *,
        by: str | None = None,
        values: Mapping[str, str | None] | None = None,
        access_code: str | Unset | None = UNSET,
    ) -> Signed:
        """Plays a signer: opens the mailed link, looks, fills in what is required, and signs.

        `document`: the document, its id, or the mail. `by`: e-mail address of the signer; needed where several were
        asked. `values`: by field id, before what would be filled in: the name, its initials, "Text", a checked box.
        Raises LookupError when nobody was asked by mail, and what `Engine.signers.sign` raises.
        """
        token = self._sign_token(document, by)
        signer = self.engine.signers.view(token, access_code=access_code).signer
        return self.engine.signers.sign(token, values={**_filled_in(signer), **(values or {})}, access_code=access_code)

    def decline(
        self,
        document: SentDocument | Document | Message | str,
        *,
        by: str | None = None,
        message: str = "No.",
        access_code: str | Unset | None = UNSET,
    ) -> Declined:
        """Plays a signer who does not sign. `document`, `by`: as for `sign`."""
        return self.engine.signers.decline(self._sign_token(document, by), message=message, access_code=access_code)

    def run_due(self) -> tuple[DueWork, ...]:
        """Does all the work that the time has brought, as the program's own timer would: every answer, in order."""
        done = [self.engine.run_due()]
        while done[-1].more:
            done.append(self.engine.run_due())
        return tuple(done)

    def close(self) -> None:
        """Closes the engine. Closing again does nothing."""
        self.engine.close()

    def _owner_token(self, what: Identity | Message | str, *, asking: bool) -> str:
        if isinstance(what, Message):
            return _token_of(what)
        identity, owner = (what.id, what.email) if isinstance(what, Identity) else (None, what)
        mails = [
            mail
            for mail in self.outbox.find(to=owner, identity=identity)
            if mail.link and mail.identity_id and (mail.kind == _ASKED) == asking
        ]
        if not mails:
            wanted = "asks" if asking else "has a lasting link for"
            raise LookupError(self.outbox.missing(f"{wanted} {owner}"))
        return _token_of(mails[-1])

    def _sign_token(self, what: SentDocument | Document | Message | str, by: str | None) -> str:
        if isinstance(what, Message):
            return _token_of(what)
        document = what if isinstance(what, str) else what.id
        mails = [mail for mail in self.outbox.find(to=by, document=document) if mail.kind in _TO_SIGN]
        if not mails:
            raise LookupError(self.outbox.missing(f"asks {by or 'anybody'} to sign {document}"))
        asked = sorted({mail.to.email for mail in mails})
        if len(asked) > 1:
            raise LookupError(f"{', '.join(asked)} were asked to sign: say by whom")
        return _token_of(mails[-1])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Store {self.engine.path!r} at {self.clock.now.isoformat()}>"


def _token_of(mail: Message) -> str:
    if mail.token is None:
        raise LookupError(f"the mail {mail.kind} to {mail.to.email} holds no link")
    return mail.token


def _filled_in(signer: ViewedSigner) -> dict[str, str | None]:
    return {
        field.id: text
        for field in signer.fields
        if field.is_required and not field.value and (text := _answer(field, signer.name))
    }


def _answer(field: Field, name: str) -> str | None:
    match field.field_type:
        case FieldType.SIGNATURE:
            return name
        case FieldType.INITIAL:
            return "".join(word[0] for word in name.split())
        case FieldType.TEXT_BOX:
            return "Text"
        case FieldType.CHECK_BOX:
            return "true"
        case _:
            return None  # the engine fills in the day of signing itself
