"""The engine: an open store."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, Self

from . import _core
from ._session import Session
from ._wire import UNSET, Unset, duration_ms, milliseconds, request
from ._words import Durability, Migrate
from .groups.accounts import HostAccounts
from .groups.audit import Trails
from .groups.documents import HostDocuments
from .groups.outbox import Outbox
from .groups.owners import Owners
from .groups.signers import Signers
from .groups.users import Invitations
from .records.outbox import DueWork
from .records.store import Backup, StoreCheck


def open(
    path: str | os.PathLike[str],
    *,
    secret: bytes | None = None,
    previous_secrets: Sequence[bytes] = (),
    durability: Durability | str | Unset | None = UNSET,
    busy_timeout: timedelta | Unset | None = UNSET,
    public_url: str | Unset | None = UNSET,
    product_name: str | Unset | None = UNSET,
    mail_from: str | Unset | None = UNSET,
    mail_as_domains: Sequence[str] | Unset | None = UNSET,
    mail_on_behalf_domains: Sequence[str] | Unset | None = UNSET,
    texts: Mapping[str, Any] | Unset | None = UNSET,
    log_origin: str | Unset | None = UNSET,
    consent_lapse_days: int | Unset | None = UNSET,
    cache_bytes_max: int | Unset | None = UNSET,
    readers_max: int | Unset | None = UNSET,
    migrate: Migrate | str | Unset | None = UNSET,
    expect_checkpoint: str | Sequence[str] | Unset | None = UNSET,
    test_clock: datetime | Unset | None = UNSET,
    test_id_seed: int | Unset | None = UNSET,
) -> Engine:
    """Opens the store at `path`, making or migrating it as needed.

    `secret`: 32 random bytes, always the same for one store; links, access codes and signatures are derived from it.
    Without one a file beside the store is used, and `Engine.warning` says so. `durability`: whether what is
    acknowledged is on disk ("full", unless told) or soon there ("normal"). `busy_timeout`: how long to wait for
    another writer, at most 10 minutes. `public_url`: where the pages behind the mailed links are. `product_name`,
    `mail_from`: what mails say. `mail_as_domains`, `mail_on_behalf_domains`: domains this host signs mails for, and
    such that let it send with another Sender; `Outbox.plan` says what follows. `texts`: whole catalogues of mail texts
    by locale, in the form of core/notifications/texts/en.json, beside or in the place of those built in.
    `consent_lapse_days`: when an unanswered request ends, 30 unless told. `cache_bytes_max`: memory for decisions.
    `readers_max`: 1 to 64. `migrate`: "auto" unless told, or "never".
    `previous_secrets`: up to four earlier secrets while it is rotated; links and access codes made under them stay good
    for as long as they are passed, and the first open moves the store to the new secret. `expect_checkpoint`: one or
    several checkpoints kept outside, which the store must still continue; an old backup does not.
    `test_clock`, `test_id_seed`: make a test store, whose clock stands still and whose ids repeat.

    An engine belongs to the process that opened it: close it before a fork, open it after.
    Raises Invalid (every bad option at once), StorageFailed (storeNewer, storeOlder, storeForeign, secretMismatch,
    storeBehind, storeContradicts, storeFailed), Misuse (testOptionOnRealStore, forkedProcess). Source: design 2, 7, 11.
    """
    options = request(
        durability=durability,
        busy_timeout_ms=duration_ms(busy_timeout),
        public_url=public_url,
        product_name=product_name,
        mail_from=mail_from,
        mail_as_domains=mail_as_domains,
        mail_on_behalf_domains=mail_on_behalf_domains,
        texts=texts,
        log_origin=log_origin,
        consent_lapse_days=consent_lapse_days,
        cache_bytes_max=cache_bytes_max,
        readers_max=readers_max,
        migrate=migrate,
        expect_checkpoint=expect_checkpoint,
        test_clock_ms=test_clock,
        test_id_seed=test_id_seed,
    )
    name = os.fspath(path)
    if previous_secrets:
        earlier = b"".join(previous_secrets)
        return Engine(_core.engine_open_rotating_v(_core.HEADER_VERSION, name, options, secret, earlier), name)
    return Engine(_core.engine_open_v(_core.HEADER_VERSION, name, options, secret), name)


class Engine:
    """An open store with its clock, secrets and decision cache. Made by `stead.open`.

    `with stead.open(…) as engine` closes it at the end. Any number of threads may use it. Source: design 7.
    """

    accounts: HostAccounts
    invitations: Invitations
    """Invited users, known by the token of their link."""
    owners: Owners
    """Owners of sender identities, known by the token of their link."""
    signers: Signers
    """Signers of documents, known by the token of their link."""
    outbox: Outbox
    documents: HostDocuments
    """What the host itself does with documents."""
    """Messages that the host has to deliver."""
    audit: Trails
    """Audit trails, their check and their proofs."""

    def __init__(self, handle: _core.Engine, path: str) -> None:
        self._handle = handle
        self._path = path
        self._closed = False
        self.accounts = HostAccounts(handle)
        self.invitations = Invitations(handle)
        self.owners = Owners(handle)
        self.signers = Signers(handle)
        self.outbox = Outbox(handle)
        self.documents = HostDocuments(handle)
        self.audit = Trails(handle)

    @property
    def path(self) -> str:
        """The store's path, as it was given."""
        return self._path

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._closed

    @property
    def warning(self) -> str:
        """What the host should know of how the store was opened; "" when there is nothing, or after `close`."""
        return _core.engine_warning(self._handle) or ""

    def session(self, user_id: str) -> Session:
        """A session for a user whom the host has authenticated itself; every audit entry says so.

        Raises NotFound (userNotFound), Refused (actorInactive). Source: design 1.
        """
        return Session(_core.session_open_trusted(self._handle, user_id), self)

    def session_with_key(self, api_key: str) -> Session:
        """A session for the user whose API key it is.

        Raises Unauthenticated (badCredential) for an unknown or revoked key, Refused (actorInactive).
        Source: design 1.
        """
        return Session(_core.session_open_with_key(self._handle, api_key), self)

    def run_due(self, *, max_steps: int | Unset | None = UNSET) -> DueWork:
        """Does the time-driven work that is due: scheduled sends, expiry, lapsed requests, files nobody references.

        `max_steps`: 1 to 10,000, 100 unless told. Call it again at once while `more`, else at `next_due_at` at the
        latest; from any process. Source: design 3.
        """
        return DueWork.from_json(_core.engine_run_due(self._handle, request(max_steps=max_steps)))

    def backup(self, path: str | os.PathLike[str]) -> Backup:
        """Copies the store, as it is now, to a new file while everybody goes on; on disk when it returns.

        The secret is not part of it: keep both, apart. Raises Conflict (backupExists) rather than overwrite a file,
        StorageFailed (storeFull, storeFailed). Source: design 7, docs/operations.md.
        """
        return Backup.from_json(_core.engine_backup(self._handle, os.fspath(path)))

    def check(self, *, cursor: str | Unset | None = UNSET, max_steps: int | Unset | None = UNSET) -> StoreCheck:
        """Looks for damage, one table, a hundred trails or some files a step. Damage is an answer, not an exception.

        `max_steps`: 1 to 1000, 10 unless told. Call it again with `next_cursor` until that is None. Source: design 7.
        """
        return StoreCheck.from_json(_core.engine_check(self._handle, request(cursor=cursor, max_steps=max_steps)))

    def set_test_clock(self, now: datetime) -> None:
        """Sets the clock of a test store. Raises Misuse (testOptionOnRealStore) for any other. Source: design 2."""
        _core.engine_set_test_clock(self._handle, milliseconds(now))

    def close(self) -> None:
        """Ends the work after the running calls, of its sessions too, and closes the store. Closing again does nothing.

        Every later call on the engine or its sessions raises Misuse (closedHandle).
        """
        if not self._closed:
            self._closed = True
            _core.engine_close(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        if not getattr(self, "_closed", True):
            warnings.warn(f"unclosed {self!r}", ResourceWarning, source=self, stacklevel=2)

    def __repr__(self) -> str:
        return f"<Engine on {self._path!r}, {'closed' if self._closed else 'open'}>"
