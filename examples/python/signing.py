"""Chapters: who is told, signing, sending as oneself."""

from __future__ import annotations

import json
from pathlib import Path

import stead
import tell
from consent import DAVID, LUTHER
from outbox import deliver


def sign_and_complete(engine: stead.Engine) -> None:
    tell.step(
        "Who is told: David is asked to sign; he sees Luther as the sender, and answers go to Luther.",
        "engine.outbox.take",
    )
    token = deliver(engine, DAVID, kind="document.request.signer", show=True)
    tell.expect(token, "the signer gets a link")

    tell.step(
        "David opens the document and signs; it is complete, and everybody concerned hears of it.",
        "engine.signers.view, engine.signers.sign",
    )
    view = engine.signers.view(token)
    tell.expect(view.behalf_of, "the signer sees in whose name the document came")
    tell.say(f'He reads "{view.title}" from {view.behalf_of.name if view.behalf_of else ""}.')
    signed = engine.signers.sign(token, values={"sign": "David"}, ip="198.51.100.4")
    tell.good(f"The document is {signed.status}.")
    tell.expect(signed.status == stead.DocumentStatus.COMPLETED, "the last signature completes the document")
    deliver(engine, LUTHER, kind="document.completed.owner", show=True)


def send_as_oneself(hank: stead.Session, data: Path) -> None:
    tell.step(
        "Hank may also send as himself (seed 002); the two kinds stand in two lists.",
        "documents.send, documents.list, documents.behalf_list",
    )
    seed = json.loads((data / "send-as-oneself.seed-002.json").read_text())
    with (data / "agreement.pdf").open("rb") as pdf:
        sent = hank.documents.send(title=seed["title"], signers=seed["signers"], files=[("NDA.pdf", pdf)])
    own, for_others = hank.documents.list(), hank.documents.behalf_list()
    tell.say(f"As himself: {own.total}. For others: {for_others.total}.")
    tell.expect(sent.id in {row.id for row in own}, "his own document stands in the one list")
    tell.expect(sent.id not in {row.id for row in for_others}, "his own document does not stand in the other list")
    deliver(hank.engine, DAVID)
