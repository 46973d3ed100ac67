"""The audit trail and its proofs. Source: design 6."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .._codes import Code
from .._record import Record
from .._words import ActorKind, Authority, BrokenCheck, Outcome


class EntryActor(Record):
    """Who did what an entry records."""

    kind: ActorKind
    id: str | None = None
    credential: str | None = None
    """How the actor was known, e.g. "host" or "apiKey:<id>"."""


class Subject(Record):
    """What it was done to."""

    type: str
    id: str | None = None


class Entry(Record):
    """What happened, as it stands in the tree. Source: design 11."""

    v: int
    at: datetime
    actor: EntryActor
    operation: str
    subject: Subject
    outcome: Outcome
    principal: str | None = None
    authority: Authority | None = None
    grant_id: str | None = None
    grant_version: int | None = None
    reason: Code | str | None = None
    detail: Mapping[str, Any] | None = None
    personal: str | None = None
    """Hash of what the entry says of persons, which itself stands beside the entry and can be erased."""


class EntryRow(Record):
    """An entry with its place in the trail and, unless erased, what it says of persons."""

    index: int
    entry: Entry
    personal: Mapping[str, Any] | None = None


class PastDecision(Record):
    """A decision of another moment, made again from the audit trail. Source: design 4, 6."""

    allowed: bool
    operation: str
    authority: Authority
    text: str
    actor_id: str
    at: datetime
    before: int
    """Nothing from this entry on was known."""
    entries: tuple[int, ...]
    """What it rests on: indices of entries, each of which can be proved."""
    reason: Code | str | None = None
    rule: str | None = None
    grant_id: str | None = None
    grant_version: int | None = None
    valid_until: datetime | None = None

    def __bool__(self) -> bool:
        return self.allowed


class RecordedAct(Record):
    """What an entry says was decided."""

    at: datetime
    operation: str
    actor_id: str
    outcome: Outcome
    reason: Code | str | None = None
    authority: Authority | None = None
    grant_id: str | None = None
    grant_version: int | None = None


class Replay(Record):
    """A recorded act beside the decision made again."""

    index: int
    recorded: RecordedAct
    decision: PastDecision
    agrees: bool


class Checkpoint(Record):
    """The signed head of an account's trail. Source: design 6, C2SP tlog-checkpoint."""

    checkpoint: str
    """The signed note."""
    size: int
    root: str
    """SHA-256 of the tree's root, base64."""
    origin: str
    vkey: str
    """What everybody needs to check it; publish it; it changes with a new secret only."""


class BrokenTrail(Record):
    """Where a trail does not fit its hashes: entries `from_` to `to`, both included."""

    check: BrokenCheck
    from_: int
    to: int
    text: str


class TrailCheck(Record):
    """Whether a trail fits its hashes. True when it does."""

    ok: bool
    size: int
    root: str
    deep: bool
    checked: int
    """Entries."""
    erased: int
    """Entries whose personal fields were erased."""
    broken: BrokenTrail | None = None

    def __bool__(self) -> bool:
        return self.ok


class TrailPartCheck(Record):
    """Whether a part of a trail, entries `from_` up to but not `to`, fits its hashes. True when it does."""

    ok: bool
    size: int
    """Of the whole trail."""
    root: str
    """Of the tree up to `to`."""
    deep: bool
    checked: int
    erased: int
    from_: int
    to: int
    next: int | None = None
    """Where to go on; None at the end."""
    broken: BrokenTrail | None = None

    def __bool__(self) -> bool:
        return self.ok


class InclusionProof(Record):
    """One entry with the proof that it stands in the trail. Source: C2SP tlog-proof."""

    index: int
    entry: str
    """The entry's bytes, base64."""
    proof: str


class ConsistencyProof(Record):
    """That an earlier trail is the beginning of a later one. Source: RFC 6962."""

    from_: int
    to: int
    hashes: tuple[str, ...]
    proof: str
    """What `verify_consistency` reads: the hashes and the later checkpoint, as C2SP's tlog-witness writes them."""


class BrokenConsistency(Record):
    """Why a later checkpoint does not continue an earlier one."""

    check: str
    text: str


class ConsistencyCheck(Record):
    """Whether a log only grew between two checkpoints, of `from_` and `to` entries. True when it did."""

    ok: bool
    origin: str
    from_: int
    to: int
    broken: BrokenConsistency | None = None

    def __bool__(self) -> bool:
        return self.ok


class Erased(Record):
    """How many rows of a person's fields went, and the entry that says so."""

    erased: int
    audit_index: int


class BrokenEvidence(Record):
    """What in an evidence file does not hold."""

    check: str
    text: str
    index: int | None = None


class EvidenceCheck(Record):
    """Whether an evidence file holds. True when it does."""

    ok: bool
    document_id: str | None = None
    origin: str | None = None
    size: int | None = None
    entries: int | None = None
    broken: BrokenEvidence | None = None

    def __bool__(self) -> bool:
        return self.ok
