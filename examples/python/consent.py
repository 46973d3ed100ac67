"""Chapters: asking for consent, being refused, approving with limits, changing the identity, acting."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import stead
import tell
from outbox import deliver

LUTHER = "luthercooper@cubeflakes.com"
DAVID = "david@cubeflakes.com"


def ask_for_consent(hank: stead.Session, data: Path) -> str:
    """Answers the secret of the link that Luther gets."""
    tell.step(
        "Hank asks Luther Cooper to let him act in his name (seed 000).",
        "session.identities.create, engine.outbox.take",
    )
    seed = json.loads((data / "identity-create.seed-000.json").read_text())
    try:
        identity = hank.identities.create(
            name=seed["name"],
            email=seed["email"],
            redirect_url=seed["redirectUrl"],
            meta_data=seed["metaData"],
            locale=seed["locale"],
        )
    except stead.Conflict:
        tell.say("He has asked before, and the consent was revoked since, so Hank asks again: identities.rerequest.")
        identity = hank.identities.rerequest(LUTHER)
    tell.say(f"The identity {identity.id} is {identity.status}.")
    tell.expect(identity.status == stead.IdentityStatus.PENDING, "the identity waits for its owner")
    token = deliver(hank.engine, LUTHER, kind="identity.asked.owner", show=True)
    tell.expect(token, "the owner gets a mail with a link")
    return token


def agreement(data: Path) -> dict[str, Any]:
    """The agreement of the seeds, as arguments of `documents.send`; the file goes by its path."""
    seed = json.loads((data / "send-on-behalf.seed-001.json").read_text())
    return {
        "title": seed["title"],
        "message": seed["message"],
        "signers": seed["signers"],
        "expiry_date_type": seed["expiryDateType"],
        "expiry_value": seed["expiryValue"],
        "files": [data / "agreement.pdf"],
    }


def be_refused_while_pending(as_luther: stead.Session, data: Path) -> None:
    tell.step(
        "Without waiting, Hank sends the agreement as Luther (seed 001). Luther has not answered yet.",
        "session.on_behalf_of(LUTHER).documents.send",
    )
    with tell.refusal(stead.Code.CONSENT_PENDING):
        as_luther.documents.send(**agreement(data))


def approve_narrowed(engine: stead.Engine, token: str) -> str:
    """Answers the secret of Luther's lasting link."""
    tell.step(
        "Luther opens the link, reads the text, and agrees to some acts only, for 90 days.",
        "engine.owners.look, engine.owners.approve",
    )
    page = engine.owners.look(token)
    tell.say(f"He is asked for {len(page.operations)} kinds of acts.")
    answer = engine.owners.approve(
        token,
        text_hash=page.text_hash,
        operations=["document.send", "document.remind", "document.revoke", "document.auditLog"],
        until=datetime.now(UTC) + timedelta(days=90),
        ip="192.0.2.7",
        user_agent="demo",
    )
    tell.good(f"The identity is {answer.status}; the grant allows {len(answer.grant.operations)} kinds of acts.")
    tell.expect(answer.status == stead.IdentityStatus.VERIFIED, "an approved identity is Verified")
    tell.expect(len(answer.grant.operations) == 4 < len(page.operations), "the grant is narrower than what was asked")
    lasting = deliver(engine, LUTHER, kind="identity.approved.owner")
    tell.expect(lasting, "the owner gets a lasting link to revoke")
    return lasting


def update_identity(hank: stead.Session, data: Path) -> None:
    tell.step(
        "Hank updates the identity: two of twelve settings, one metadata key (seed 003). The rest stays.",
        "session.identities.update",
    )
    seed = json.loads((data / "identity-update.seed-003.json").read_text())
    before = hank.identities.get(LUTHER).notification_settings
    identity = hank.identities.update(
        LUTHER,
        name=seed["name"],
        redirect_url=seed["redirectUrl"],
        notification_settings=seed["notificationSettings"],
        meta_data=seed["metaData"],
        locale=seed["locale"],
    )
    after = identity.notification_settings
    tell.say(
        f"sent: {on(after.sent)} (was {on(before.sent)})   viewed: {on(after.viewed)} (was {on(before.viewed)})   "
        f"completed: {on(after.completed)} (not named, stays)   AccountPlan: {identity.meta_data['AccountPlan']}"
    )
    tell.expect(after.sent and not after.viewed, "what was named is changed")
    tell.expect(after.completed == before.completed, "what was not named stays")
    tell.expect(identity.meta_data["AccountPlan"] == "Paid", "the metadata is changed")
    tell.say("A change of a Verified identity is told to its owner:")
    deliver(hank.engine, LUTHER)


def on(switch: bool) -> str:
    return "on" if switch else "off"


def send_on_behalf(as_luther: stead.Session, data: Path) -> str:
    """Answers the id of the document."""
    tell.step("Now the same send is allowed: a three-page PDF leaves in Luther's name.", "documents.send")
    sent = as_luther.documents.send(**agreement(data))
    tell.good(f"Document {sent.id} is {sent.status}.")
    tell.expect(sent.principal and sent.principal.email == LUTHER, "it leaves in Luther's name")
    tell.expect(sent.authority == stead.Authority.GRANT, "the right is Luther's grant")
    tell.say(f"actor {sent.actor_id}   for {LUTHER}   authority {sent.authority}   grant version {sent.grant_version}")

    tell.step("What Luther did not agree to stays refused: a new access code.", "documents.change_access_code")
    with tell.refusal(stead.Code.OPERATION_NOT_GRANTED):
        as_luther.documents.change_access_code(sent.id, signer_email=DAVID, access_code="4711")
    return sent.id
