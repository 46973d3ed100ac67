"""Evidence files: what proves the story of a document to somebody who does not trust the operator. Source: design 6."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any

from . import _core
from .records.audit import ConsistencyCheck, EvidenceCheck


class Evidence:
    """The evidence file of one document; its name is "<document id>.evidence.json". Source: design 11."""

    __slots__ = ("_content",)

    def __init__(self, content: bytes) -> None:
        self._content = content

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self._content

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the file."""
        with open(path, "wb") as stream:
            stream.write(self._content)

    def to_dict(self) -> dict[str, Any]:
        """The file as the JSON object it is."""
        answer: dict[str, Any] = json.loads(self._content)
        return answer

    def __repr__(self) -> str:
        return f"<Evidence of {len(self._content)} bytes>"


def verify_evidence(evidence: Evidence | bytes | str, *, vkey: str) -> EvidenceCheck:
    """Checks an evidence file with nothing but the account's verifier key; needs no engine.

    `evidence`: an `Evidence`, or the bytes or text of the file. `vkey`: from `Checkpoint.vkey`.
    Evidence that does not hold is an answer, not an exception. Raises Invalid (malformedEvidence) for what is no
    evidence file or no verifier key. Source: design 6, C2SP tlog-proof.
    """
    content = evidence.content if isinstance(evidence, Evidence) else evidence
    return EvidenceCheck.from_json(_core.evidence_verify(content, vkey))


def verify_consistency(
    older: str, proof: str, *, vkeys: str | Iterable[str], newer: str | None = None
) -> ConsistencyCheck:
    """Checks with nothing but verifier keys that a log only grew between two checkpoints; needs no engine.

    `older`, `newer`: `Checkpoint.checkpoint`, or what a mail said; without `newer` the one in the proof counts.
    `proof`: `ConsistencyProof.proof` for their sizes. `vkeys`: one key, or several after a rotation. What does not fit
    is an answer, not an exception. Raises Invalid (malformedEvidence) for what is no verifier key. Source: design 6.
    """
    keys = vkeys if isinstance(vkeys, str) else "\n".join(vkeys)
    return ConsistencyCheck.from_json(_core.consistency_verify(older, newer, proof, keys))
