"""Being told: the change feed, webhooks, the mail plan and reports."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import timedelta

import pytest

import stead
from conftest import DAVID, LUTHER, Office


def test_the_feed_can_be_followed_to_its_end(office: Office) -> None:
    office.consented()
    for number in range(120):
        office.hank.teams.create(name=f"Team {number}")
    events = list(office.hank.events.follow())
    assert [event.index for event in events] == list(range(len(events)))
    assert len(events) > 120
    (verified,) = office.hank.events.follow(events=["SenderIdentityVerified"])
    assert (verified.event, verified.actor.kind) == ("SenderIdentityVerified", stead.ActorKind.OWNER)
    page = office.hank.events.list(after=events[-1].index)
    assert (list(page), len(page), page.after, page.more) == ([], 0, events[-1].index, False)
    with pytest.raises(stead.NotFound) as failed:
        office.hank.events.list(after=10_000)
    assert failed.value.code == stead.Code.ENTRY_NOT_FOUND


def test_a_webhook_is_delivered_and_its_signatures_hold(office: Office) -> None:
    made = office.hank.webhooks.create(
        name="Desk", url="https://cubeflakes.com/hooks", events=["SenderIdentityCreated"]
    )
    assert made.secret is not None
    assert made.secret not in repr(made)
    assert made.status is stead.WebhookStatus.PENDING
    (question,) = office.engine.outbox.take_webhooks()
    assert question.event == "Verification"
    office.engine.outbox.ack(question)
    identity = office.asked()
    (message,) = office.engine.outbox.take_webhooks(max=5, lease=timedelta(minutes=5))
    assert (message.identity_id, message.webhook_id) == (identity.id, made.id)
    body = json.loads(message.body)
    assert body["data"]["email"] == LUTHER
    at = message.headers["webhook-timestamp"]
    ours = hmac.new(made.secret.encode(), f"{at}.{message.body}".encode(), hashlib.sha256).hexdigest()
    assert message.headers["X-BoldSign-Signature"] == f"t={at}, s0={ours}"
    key = base64.b64decode(made.secret.removeprefix("whsec_"))
    standard = hmac.new(key, f"{message.id}.{at}.{message.body}".encode(), hashlib.sha256).digest()
    assert message.headers["webhook-signature"] == "v1," + base64.b64encode(standard).decode()
    failed = office.engine.outbox.fail(message, reason="503")
    assert failed.next_attempt_at == office.now + timedelta(minutes=1)
    (webhook,) = office.hank.webhooks.list()
    assert webhook.last_error == "503"
    assert office.hank.webhooks.update(made.id, enabled=False).status is stead.WebhookStatus.DISABLED
    assert office.hank.webhooks.roll_secret(made.id, previous_valid_ms=0).secret != made.secret
    assert office.hank.webhooks.delete(made.id).id == made.id


def test_mails_show_what_the_domain_allows(office: Office) -> None:
    plan = office.engine.outbox.plan(email=LUTHER, name="Luther Cooper")
    assert plan.mode is stead.MailMode.VIA
    assert plan.from_.name == "Luther Cooper via Stead"
    assert plan.reply_to is not None
    assert plan.reply_to.email == LUTHER
    assert plan.better is not None
    assert plan.better.mode is stead.MailMode.AS


def test_mails_are_html_too(office: Office) -> None:
    office.sent()
    (mail,) = office.mails(DAVID)
    assert mail.locale is stead.Locale.EN
    assert mail.link is not None
    assert mail.link in mail.html
    assert mail.link not in repr(mail)


def test_documents_are_counted(office: Office) -> None:
    office.sent(office.consented())
    office.sent()
    report = office.hank.reports.documents(by=stead.ReportSide.PRINCIPAL, until=office.now + timedelta(days=1))
    assert [(group.value, group.count) for group in report.groups] == [(None, 1), (LUTHER, 1)]
    assert (report.documents, report.others, report.capped) == (2, 0, False)
