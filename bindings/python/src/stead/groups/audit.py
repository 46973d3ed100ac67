"""The audit trail and its proofs. Source: design 6."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from .. import _core
from .._evidence import Evidence
from .._paging import Page, first_page
from .._wire import UNSET, Unset, request
from ..records.audit import (
    Checkpoint,
    ConsistencyProof,
    EntryRow,
    Erased,
    InclusionProof,
    PastDecision,
    Replay,
    TrailCheck,
    TrailPartCheck,
)
from ._group import Group


class Trails(Group[_core.Engine]):
    """The audit trails of all accounts, as the host checks and proves them.

    An account that is not there raises NotFound (accountNotFound).
    """

    __slots__ = ()

    def checkpoint(self, account_id: str) -> Checkpoint:
        """The signed head of the account's trail. Source: design 6."""
        return Checkpoint.from_json(_core.audit_checkpoint(self._handle, account_id))

    def verify(self, account_id: str, *, deep: bool = False) -> TrailCheck:
        """Recomputes the whole trail, in constant memory. A broken trail is an answer, not an exception.

        `deep`: compares the look-up columns too. Source: design 6.
        """
        return TrailCheck.from_json(_core.audit_verify(self._handle, account_id, deep))

    def verify_part(
        self,
        account_id: str,
        *,
        from_: int | Unset | None = UNSET,
        max: int | Unset | None = UNSET,
        deep: bool | Unset | None = UNSET,
    ) -> TrailPartCheck:
        """Verifies a part of a long trail: at most `max` entries (100,000 unless told) from `from_` on.

        Go on at `next` until that is None. Raises NotFound (entryNotFound) beyond the trail. Source: design 6.
        """
        wanted = request(from_=from_, max=max, deep=deep)
        return TrailPartCheck.from_json(_core.audit_verify_part(self._handle, account_id, wanted))

    def prove_inclusion(self, account_id: str, index: int) -> InclusionProof:
        """Shows that the entry `index` stands in the trail. Raises NotFound (entryNotFound). Source: design 6."""
        return InclusionProof.from_json(_core.audit_prove_inclusion(self._handle, account_id, index))

    def prove_consistency(self, account_id: str, *, from_: int, to: int) -> ConsistencyProof:
        """Shows that the trail of size `from_` is the beginning of that of size `to`.

        Raises Invalid (malformedArgument) unless 0 <= from_ <= to, NotFound (entryNotFound) beyond the trail.
        Source: design 6.
        """
        return ConsistencyProof.from_json(_core.audit_prove_consistency(self._handle, account_id, from_, to))


class Audit(Group[_core.Session]):
    """The audit trail of the session's account."""

    __slots__ = ()

    def list(
        self,
        *,
        from_: int | Unset | None = UNSET,
        cursor: str | Unset | None = UNSET,
        page_size: int | Unset | None = UNSET,
        subject_id: str | Unset | None = UNSET,
    ) -> Page[EntryRow]:
        """Entries in their order, for an Admin or Auditor. `from_`: index to begin at, also of a change feed.

        `page_size`: 1 to 100, 10 unless told. Raises Refused (lacksRole). Source: design 6, 11.
        """
        return first_page(
            EntryRow,
            partial(_core.audit_list, self._handle),
            from_=from_,
            cursor=cursor,
            page_size=page_size,
            subject_id=subject_id,
        )

    def decide_as_of(
        self,
        *,
        operation: str,
        at: datetime | Unset | None = UNSET,
        index: int | Unset | None = UNSET,
        actor_id: str | Unset | None = UNSET,
        principal: str | Unset | None = UNSET,
        account_wide: bool | Unset | None = UNSET,
        document_id: str | Unset | None = UNSET,
    ) -> PastDecision:
        """Was this allowed then? Decided again from what the trail said at that moment.

        `at`: after all that was written down up to then; or `index`: before that entry. `actor_id`: the session's user
        unless told; about others an Admin or Auditor asks. `principal`: an e-mail address; account-wide also a user id.

        Raises Refused (lacksRole), NotFound (userNotFound, entryNotFound). Source: design 4, 6.
        """
        wanted = request(
            operation=operation,
            at=at,
            index=index,
            actor_id=actor_id,
            principal=principal,
            account_wide=account_wide,
            document_id=document_id,
        )
        return PastDecision.from_json(_core.audit_decide_as_of(self._handle, wanted))

    def replay(self, index: int) -> Replay:
        """Makes the decision behind a recorded act of a user again, from what the trail said before it.

        For an Admin or Auditor. Raises Refused (lacksRole; wrongState: nothing was decided in this entry), NotFound
        (entryNotFound). Source: design 4, 6.
        """
        return Replay.from_json(_core.audit_replay(self._handle, index))

    def erase_person(self, *, email: str) -> Erased:
        """Deletes a person's fields in the trail, by an Admin; itself an entry. Raises Refused (lacksRole).

        Source: design 6.
        """
        return Erased.from_json(_core.audit_erase_person(self._handle, request(email=email)))

    def export_evidence(self, document_id: str) -> Evidence:
        """The evidence file of one document, for whoever may read its audit log; audited.

        Raises NotFound (documentNotFound). Source: design 6, 11.
        """
        return Evidence(_core.audit_export_evidence(self._handle, document_id).encode())
