"""Documents: sent, signed, declined, revoked; the outbox that tells of them and the trail that proves them."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

import stead
from conftest import AGREEMENT, DAVID, LUTHER, Office, signer


def test_sent_for_luther_and_signed_by_david(office: Office) -> None:
    session = office.consented()
    office.mails()
    sent = session.documents.send(
        title="Service agreement",
        message="Please sign",
        signers=[signer(private_message="Dear David")],
        files=[AGREEMENT],
        cc=[stead.NewCc(email_address="legal@cubeflakes.com")],
        labels=["sales"],
        meta_data={"deal": "4711"},
        expiry_date_type=stead.ExpiryDateType.DAYS,
        expiry_value=30,
        request_id="agreement-1",
    )
    assert sent.principal is not None
    assert (sent.principal.email, sent.authority) == (LUTHER, stead.Authority.GRANT)
    assert sent.actor_id == office.hank.user_id
    assert sent.expires_at == office.now + timedelta(days=30)
    (row,) = office.hank.documents.behalf_list(page_type=stead.BehalfPage.BEHALF_OF_OTHERS, identity_email=LUTHER)
    assert row.behalf_of == stead.Person(name="Luther Cooper", email=LUTHER)

    signers = office.engine.signers
    token = office.token(DAVID)
    view = signers.view(token, ip="203.0.113.7")
    assert view.your_turn
    assert view.behalf_of is not None
    assert (view.behalf_of.name, view.private_message) == ("Luther Cooper", "Dear David")
    assert view.signer.fields[0].bounds == stead.Bounds(x=50, y=600, width=120.5, height=40)
    with pytest.raises(stead.Invalid) as caught:
        signers.sign(token, values={"sign": "", "no/such": "x"})
    assert "/values/sign" in {error.field for error in caught.value.errors}
    signed = signers.sign(token, values={"sign": "David"}, user_agent="x")
    assert (signed.status, signed.signed_at) == (stead.DocumentStatus.COMPLETED, office.now)

    document = office.hank.documents.get(sent.id)
    assert document.status is stead.DocumentStatus.COMPLETED
    assert document.signers[0].status is stead.SignerStatus.COMPLETED
    assert document.cc[0].email == "legal@cubeflakes.com"
    assert document.meta_data == {"deal": "4711"}
    assert document.history[0].action == "Created"
    assert document.history[0].actor_kind is stead.ActorKind.USER


def test_refused_without_the_principal_and_after_revocation(office: Office) -> None:
    session = office.consented()
    lasting = office.token(LUTHER)
    sent = office.sent(session)
    with pytest.raises(stead.Refused) as caught:
        office.hank.documents.revoke(sent.id, message="a mistake")
    assert caught.value.code is stead.Code.PRINCIPAL_REQUIRED
    office.engine.owners.revoke(lasting)
    with pytest.raises(stead.Refused) as caught:
        session.documents.revoke(sent.id, message="a mistake")
    assert caught.value.code is stead.Code.CONSENT_REVOKED


def test_reminded_locked_and_called_back(office: Office) -> None:
    documents = office.hank.documents
    locked = signer(authentication_type=stead.AuthenticationType.ACCESS_CODE, authentication_code="1234")
    sent = documents.send(title="Agreement", signers=[locked], files=[AGREEMENT])
    assert documents.remind(sent.id, signer_emails=[DAVID], message="Please").reminded == (sent.signers[0].id,)
    changed = documents.change_access_code(sent.id, access_code="4711", signer_email=DAVID)
    assert changed.signer_id == sent.signers[0].id
    token = office.token(DAVID)
    with pytest.raises(stead.Refused) as caught:
        office.engine.signers.view(token)
    assert caught.value.code is stead.Code.ACCESS_CODE_REQUIRED
    assert office.engine.signers.view(token, access_code="4711").title == "Agreement"
    revoked = documents.revoke(sent.id, message="a mistake", version=changed.version)
    assert revoked.status is stead.DocumentStatus.REVOKED
    assert documents.list(search="agreement", status=["Revoked"]).items[0].end_message == "a mistake"


def test_declined(office: Office) -> None:
    sent = office.sent()
    declined = office.engine.signers.decline(office.token(DAVID), message="not with me")
    assert (declined.document_id, declined.status) == (sent.id, stead.DocumentStatus.DECLINED)


def test_scheduled_and_decided_again_at_its_moment(office: Office) -> None:
    session = office.consented()
    lasting = office.token(LUTHER)
    at = office.now + timedelta(hours=1)
    sent = session.documents.send(title="Later", signers=[signer()], files=[AGREEMENT], scheduled_send_at=at)
    assert (sent.status, sent.scheduled_send_at, sent.sent_at) == (stead.DocumentStatus.SCHEDULED, at, None)
    assert office.engine.run_due().next_due_at is not None
    office.engine.owners.revoke(lasting)
    office.wait(timedelta(hours=2))
    due = office.engine.run_due()
    assert not due.more
    document = office.hank.documents.get(sent.id)
    assert (document.status, document.send_failed) == (stead.DocumentStatus.REVOKED, True)


def test_messages_are_leased_acknowledged_or_given_up(office: Office) -> None:
    office.asked()
    outbox = office.engine.outbox
    (message,) = outbox.take(max=5, lease=timedelta(minutes=5))
    assert message.channel is stead.Channel.EMAIL
    assert message.link is not None
    assert message.link in message.text
    assert len(outbox.take()) == 0
    with pytest.raises(TypeError, match="lease"):
        outbox.ack(message.id)
    failed = outbox.fail(message.id, message.lease, reason="the mail server refused it")
    assert not failed.dead
    assert failed.next_attempt_at == office.now + timedelta(minutes=1)
    with pytest.raises(stead.NotFound):
        outbox.ack(message)
    for _ in range(9):
        office.wait(timedelta(hours=7))
        (message,) = outbox.take()
        failed = outbox.fail(message)
    assert failed.dead
    (letter,) = outbox.dead_letters()
    assert (letter.id, letter.attempts, letter.to.email) == (message.id, 10, LUTHER)


def test_the_trail_proves_itself(office: Office, tmp_path: Path) -> None:
    sent = office.sent()
    trails, account = office.engine.audit, office.account.id
    head = trails.checkpoint(account)
    check = trails.verify(account, deep=True)
    assert check
    assert (check.size, check.root, check.deep) == (head.size, head.root, True)
    assert trails.prove_inclusion(account, 0).index == 0
    proof = trails.prove_consistency(account, from_=1, to=head.size)
    assert (proof.from_, proof.to) == (1, head.size)
    assert office.hank.documents.audit_log(sent.id).entries[0].action == "Created"

    evidence = office.hank.audit.export_evidence(sent.id)
    evidence.save(tmp_path / f"{sent.id}.evidence.json")
    content = (tmp_path / f"{sent.id}.evidence.json").read_bytes()
    assert content == evidence.content
    assert evidence.to_dict()["format"] == "stead-evidence/1"
    assert repr(evidence) == f"<Evidence of {len(content)} bytes>"
    for given in (evidence, content, content.decode()):
        assert stead.verify_evidence(given, vkey=head.vkey).document_id == sent.id
    forged = json.loads(content)
    forged["documentId"] = account
    broken = stead.verify_evidence(json.dumps(forged), vkey=head.vkey)
    assert not broken
    assert broken.broken is not None
    with pytest.raises(stead.Invalid) as caught:
        stead.verify_evidence(b"{}", vkey=head.vkey)
    assert caught.value.code is stead.Code.MALFORMED_EVIDENCE

    erased = office.hank.audit.erase_person(email=DAVID)
    assert erased.erased > 0
    assert trails.verify(account).erased == erased.erased
