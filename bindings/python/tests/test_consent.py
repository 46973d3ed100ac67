"""Sender identities, the owner's answer, and what may be done then."""

from __future__ import annotations

from datetime import timedelta

import pytest

import stead
from conftest import HANK, LUTHER, Office

SEND = stead.Operation.DOCUMENT_SEND
REMIND = stead.Operation.DOCUMENT_REMIND


def test_asked_but_not_approved_yet(office: Office) -> None:
    office.asked()
    decision = office.hank.decide(SEND, for_=LUTHER)
    assert not decision
    assert decision.reason is stead.Code.CONSENT_PENDING
    assert decision.remedy == "identity.resend"
    assert office.hank.on_behalf_of(LUTHER).decide(SEND) == decision
    explanation = office.hank.explain(SEND, for_=LUTHER)
    assert not explanation
    assert "has not answered" in explanation.text


def test_the_owner_narrows_approves_and_revokes(office: Office) -> None:
    asked = office.hank.identities.create(
        name="Luther Cooper",
        email=LUTHER,
        operations={SEND, REMIND},
        until=office.now + timedelta(days=30),
        notification_settings=stead.NotificationChange(viewed=False),
        redirect_url="https://cubeflakes.com/thanks",
        locale=stead.Locale.EN,
    )
    assert not asked.notification_settings.viewed
    owners = office.engine.owners
    token = office.token(LUTHER)
    shown = owners.look(token)
    assert shown.kind is stead.LinkKind.CONSENT
    assert (shown.owner.email, shown.creator.email) == (LUTHER, HANK)
    assert set(shown.operations) == {SEND, REMIND}
    with pytest.raises(stead.Conflict) as moved:
        owners.approve(token, text_hash="0" * 64)
    assert moved.value.code is stead.Code.TEXT_MOVED
    approved = owners.approve(token, text_hash=shown.text_hash, operations=[SEND], ip="203.0.113.7", user_agent="x")
    assert approved.status is stead.IdentityStatus.VERIFIED
    assert approved.grant.operations == (SEND,)
    assert approved.redirect_url == "https://cubeflakes.com/thanks"
    assert office.hank.may(SEND, for_=LUTHER)
    assert not office.hank.may(REMIND, for_=LUTHER)

    lasting = office.token(LUTHER)
    narrowed = owners.narrow(lasting, until=office.now + timedelta(days=1))
    assert narrowed.grant.version == 2
    decision = office.hank.decide(SEND, for_=LUTHER)
    assert (decision.authority, decision.grant_version) == (stead.Authority.GRANT, 2)
    assert decision.valid_until == narrowed.grant.until == office.now + timedelta(days=1)

    revoked = owners.revoke(lasting)
    assert revoked.status is stead.IdentityStatus.REVOKED
    assert revoked.grant.ended_at == office.now
    assert office.hank.decide(SEND, for_=LUTHER).reason is stead.Code.CONSENT_REVOKED
    evidence = office.hank.identities.evidence(LUTHER)
    assert [round_.answer for round_ in evidence.rounds] == [stead.ConsentAnswer.APPROVED]
    assert evidence.rounds[0].text == shown.text


def test_the_owner_denies_and_is_asked_again(office: Office) -> None:
    office.asked()
    denied = office.engine.owners.deny(office.token(LUTHER), never_ask_again=False)
    assert denied.status is stead.IdentityStatus.DENIED
    again = office.hank.identities.rerequest(LUTHER, operations=[SEND], until=None)
    assert (again.status, again.consent_round) == (stead.IdentityStatus.PENDING, 2)
    assert office.hank.identities.resend(again.id).consent_round == 3
    with pytest.raises(stead.Refused):
        office.hank.identities.rerequest(LUTHER)
    assert office.hank.identities.delete(LUTHER).id == again.id
    with pytest.raises(stead.NotFound):
        office.hank.identities.get(again.id)


def test_updates_of_an_identity(office: Office) -> None:
    identity = office.asked()
    changed = office.hank.identities.update(
        LUTHER,
        name="Luther B. Cooper",
        redirect_url="https://cubeflakes.com",
        meta_data={"desk": "contracts@cubeflakes.com"},
        notification_settings={"reminders": False},
        version=identity.version,
    )
    assert changed.version == identity.version + 1
    assert changed.redirect_url == "https://cubeflakes.com"
    assert not changed.notification_settings.reminders
    cleared = office.hank.identities.update(LUTHER, redirect_url=None, meta_data={"desk": ""})
    assert not cleared.redirect_url
    assert cleared.meta_data == {}
    assert cleared.name == "Luther B. Cooper"


def test_who_may_act_for_whom(office: Office) -> None:
    office.consented()
    (principal,) = office.hank.grants.principals()
    assert (principal.email, principal.may_act_now) == (LUTHER, True)
    (actor,) = office.hank.grants.actors(all=True)
    assert (actor.actor.email, actor.principal.email) == (HANK, LUTHER)
    assert list(office.hank.grants.actors()) == []


def test_many_questions_at_once(office: Office) -> None:
    office.consented()
    answers = office.hank.decide_all(
        [
            (SEND, LUTHER),
            stead.Question("document.send"),
            stead.Question("no.such.operation"),
            (SEND, "legal@cubeflakes.com"),
        ]
    )
    assert [bool(answer) for answer in answers] == [True, True, False, False]
    assert answers[2].reason is stead.Code.UNKNOWN_OPERATION
    assert answers[3].reason is stead.Code.NO_IDENTITY
    assert office.hank.decide_all([]) == ()
    with pytest.raises(stead.LimitExceeded):
        office.hank.decide_all([(SEND, None)] * 10_001)


def test_questions_about_one_document(office: Office) -> None:
    session = office.consented()
    sent = office.sent(session)
    assert office.hank.decide("document.revoke", document=sent.id).reason is stead.Code.PRINCIPAL_REQUIRED
    assert office.hank.decide("document.revoke", document=sent.id, for_=LUTHER)
    explanation = session.explain("document.revoke", document=sent.id)
    assert explanation.allowed
    assert explanation.authority is stead.Authority.GRANT
    unknown = office.hank.decide("document.revoke", document=office.account.id)
    assert unknown.reason is stead.Code.DOCUMENT_NOT_FOUND
    with pytest.raises(stead.Invalid):
        office.hank.decide("document.revoke", document="no id")
    with pytest.raises(stead.Invalid):
        office.hank.on_behalf_of("luther")
