"""The test store of users: what the fixtures give, and what the people outside the program do by mailed links."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import stead
from stead.testing import START, Account, Clock, Outbox, Store, pdf

pytest_plugins = ["pytester"]

LUTHER = "luthercooper@cubeflakes.com"
DAVID = "david@cubeflakes.com"
ALEX = "alexgayle@cubeflakes.com"


def _field(name: str, kind: stead.FieldType, *, at: int = 10) -> stead.FormField:
    bounds = stead.Bounds(x=10, y=at, width=100, height=20)
    return stead.FormField(id=name, page_number=1, field_type=kind, bounds=bounds, is_required=True)


def _signer(email: str, *fields: stead.FormField) -> stead.NewSigner:
    name = email.partition("@")[0]
    fields = fields or (_field(f"sign-{name}", stead.FieldType.SIGNATURE),)
    return stead.NewSigner(name=name.title(), email_address=email, form_fields=fields)


def _asked(user: stead.Session) -> stead.Identity:
    return user.identities.create(name="Luther Cooper", email=LUTHER)


def _sent(user: stead.Session, *signers: stead.NewSigner) -> stead.SentDocument:
    return user.documents.send(title="Agreement", signers=signers or (_signer(DAVID),), files=[("a.pdf", pdf())])


def test_fixtures_belong_to_one_store(
    stead_store: Store,
    stead_engine: stead.Engine,
    stead_clock: Clock,
    stead_outbox: Outbox,
    stead_account: Account,
    stead_user: stead.Session,
    tmp_path: Path,
) -> None:
    assert stead_store.engine is stead_engine
    assert stead_store.clock is stead_clock
    assert stead_store.outbox is stead_outbox
    assert stead_engine.path == str(tmp_path / "stead.db")
    assert stead_user.account_id == stead_account.id == stead_account.admin.account_id
    admin, user = (stead_account.admin.users.get(session.user_id) for session in (stead_account.admin, stead_user))
    assert (admin.name, admin.role) == ("Luther Cooper", stead.Role.ADMIN)
    assert (user.name, user.role, user.created_at) == ("Hank White", stead.Role.MEMBER, START)


def test_approving_lets_the_user_act(stead_store: Store, stead_user: stead.Session) -> None:
    identity = _asked(stead_user)
    pending = stead_user.decide("document.send", for_=LUTHER)
    answer = stead_store.approve(identity, operations=["document.send"])
    assert pending.reason is stead.Code.CONSENT_PENDING
    assert answer.status is stead.IdentityStatus.VERIFIED
    assert stead_user.decide("document.send", for_=LUTHER)
    assert not stead_user.decide("document.revoke", for_=LUTHER)
    stead_store.revoke(identity)
    assert stead_user.decide("document.send", for_=LUTHER).reason is stead.Code.CONSENT_REVOKED


def test_the_newest_request_is_answered(stead_store: Store, stead_user: stead.Session) -> None:
    identity = _asked(stead_user)
    first = stead_store.outbox.last(kind="identity.asked.owner")
    stead_user.identities.resend(identity.id)
    with pytest.raises(stead.NotFound) as dead:
        stead_store.approve(first)
    assert dead.value.code is stead.Code.LINK_NOT_FOUND
    assert stead_store.deny(LUTHER.upper()).status is stead.IdentityStatus.DENIED


def test_two_users_ask_one_owner(stead_store: Store, stead_account: Account, stead_user: stead.Session) -> None:
    alex = stead_account.user(name="Alex Gayle", email=ALEX)
    hanks, alexs = _asked(stead_user), _asked(alex)
    stead_store.approve(hanks)
    assert stead_user.decide("document.send", for_=LUTHER)
    assert not alex.decide("document.send", for_=LUTHER)
    stead_store.approve(alexs)
    stead_store.revoke(hanks)
    assert not stead_user.decide("document.send", for_=LUTHER)
    assert alex.decide("document.send", for_=LUTHER)


def test_signers_fill_in_what_is_required(stead_store: Store, stead_user: stead.Session) -> None:
    kinds = dict(zip(("sign", "initial", "text", "box", "day"), stead.FieldType, strict=True))
    fields = [_field(name, kind, at=30 * place) for place, (name, kind) in enumerate(kinds.items())]
    sent = _sent(stead_user, _signer(DAVID, *fields))
    with pytest.raises(stead.Invalid) as wrong:
        stead_store.sign(sent, values={"box": "perhaps"})
    assert [field for field, _ in wrong.value.errors] == ["/values/box"]
    stead_store.sign(sent, values={"text": "Amsterdam"})
    document = stead_user.documents.get(sent.id)
    assert document.status is stead.DocumentStatus.COMPLETED
    assert {mail.to.email for mail in stead_store.outbox.find(document=sent.id)} >= {DAVID, "hankwhite@cubeflakes.com"}


def test_signers_are_named_where_several_are_asked(stead_store: Store, stead_user: stead.Session) -> None:
    sent = _sent(stead_user, _signer(DAVID), _signer(ALEX))
    with pytest.raises(LookupError, match=f"{ALEX}, {DAVID} were asked to sign: say by whom"):
        stead_store.sign(sent)
    assert stead_store.sign(sent.id, by=ALEX).status is stead.DocumentStatus.IN_PROGRESS
    assert stead_store.decline(sent, by=DAVID, message="Not like this.").status is stead.DocumentStatus.DECLINED
    assert stead_user.documents.get(sent.id).end_message == "Not like this."


def test_access_codes_travel_along(stead_store: Store, stead_user: stead.Session) -> None:
    coded = stead.NewSigner(
        name="David",
        email_address=DAVID,
        authentication_type=stead.AuthenticationType.ACCESS_CODE,
        authentication_code="4711",
        form_fields=[_field("sign", stead.FieldType.SIGNATURE)],
    )
    sent = _sent(stead_user, coded)
    with pytest.raises(stead.Refused) as refused:
        stead_store.sign(sent)
    assert refused.value.code is stead.Code.ACCESS_CODE_REQUIRED
    assert stead_store.sign(sent, access_code="4711").status is stead.DocumentStatus.COMPLETED


def test_the_clock_brings_work_that_run_due_does(stead_store: Store, stead_user: stead.Session) -> None:
    scheduled = stead_user.documents.send(
        title="Agreement",
        signers=[_signer(DAVID)],
        files=[("a.pdf", pdf())],
        scheduled_send_at=START + timedelta(days=2),
    )
    assert stead_store.clock.advance(days=1, hours=23) == START + timedelta(days=1, hours=23)
    assert [work.scheduled_sent for work in stead_store.run_due()] == [0]
    stead_store.clock.advance(timedelta(minutes=30), minutes=30)
    assert stead_user.documents.get(scheduled.id).status is stead.DocumentStatus.SCHEDULED
    assert sum(work.scheduled_sent for work in stead_store.run_due()) == 1
    assert stead_user.documents.get(scheduled.id).sent_at == stead_store.clock.now


def test_the_clock_never_goes_back(stead_clock: Clock) -> None:
    with pytest.raises(ValueError, match="never goes back"):
        stead_clock.advance(seconds=-1)
    assert stead_clock.now == START
    assert repr(stead_clock) == "<Clock at 2026-01-05T09:00:00+00:00>"


def test_the_outbox_tells_what_was_mailed(stead_store: Store, stead_user: stead.Session) -> None:
    outbox = stead_store.outbox
    outbox.clear()
    assert len(outbox) == 0
    identity = _asked(stead_user)
    assert [mail.kind for mail in outbox] == ["identity.asked.owner"]
    assert outbox.to(LUTHER.upper()) == outbox.find(identity=identity.id) == outbox.mails
    assert outbox.to(DAVID) == ()
    stead_store.clock.advance(hours=1)
    assert len(outbox) == 1
    outbox.clear()
    assert outbox.mails == ()


def test_what_is_missing_is_told_without_links(stead_store: Store, stead_user: stead.Session) -> None:
    link = stead_store.outbox.last(kind="user.invited.invitee").token
    for act in (stead_store.approve, stead_store.deny, stead_store.revoke, stead_store.sign, stead_store.decline):
        with pytest.raises(LookupError, match=r"user\.invited\.invitee to hankwhite@cubeflakes\.com") as missing:
            act("nobody@cubeflakes.com")
        assert link
        assert link not in str(missing.value)
    with pytest.raises(LookupError, match=f"no mail to {DAVID}, kind identity.asked.owner; mailed was: user"):
        stead_store.outbox.last(to=DAVID, kind="identity.asked.owner")
    _asked(stead_user)
    with pytest.raises(LookupError, match="no mail has a lasting link for"):
        stead_store.revoke(LUTHER)
    stead_store.approve(LUTHER)
    told = stead_store.outbox.last(kind="identity.approved.creator")
    with pytest.raises(LookupError, match="holds no link"):
        stead_store.revoke(told)


def test_runs_repeat(tmp_path: Path) -> None:
    stories = []
    for run in ("first", "second"):
        with Store(tmp_path / f"{run}.db") as store:
            hank = store.account().user(name="Hank White", email="hankwhite@cubeflakes.com")
            stories.append((_asked(hank).to_dict(), [mail.to_dict() for mail in store.outbox]))
            assert "link" in stories[-1][1][-1]
    assert stories[0] == stories[1]


def test_pdfs_have_their_pages(stead_user: stead.Session) -> None:
    sent = stead_user.documents.send(title="Three", signers=[_signer(DAVID)], files=[("three.pdf", pdf(3))])
    assert [file.pages for file in sent.files] == [3]
    with pytest.raises(ValueError, match="at least one page"):
        pdf(0)


@pytest.mark.stead(start=datetime(2027, 1, 1, tzinfo=UTC), product_name="Contracts", consent_lapse_days=3)
def test_a_marker_sets_options(stead_store: Store, stead_user: stead.Session) -> None:
    assert stead_store.clock.now == datetime(2027, 1, 1, tzinfo=UTC)
    _asked(stead_user)
    assert stead_store.outbox.last(to=LUTHER).from_.name == "Contracts"
    stead_store.clock.advance(days=3)
    assert stead_user.identities.get(LUTHER).lapsed_at == stead_store.clock.now


def test_users_have_the_fixtures_without_asking(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import stead

        engines = []

        def test_of_a_program(stead_store, stead_user):
            engines.append(stead_store.engine)
            luther = stead_user.identities.create(name="Luther Cooper", email="luthercooper@cubeflakes.com")
            stead_store.approve(luther)
            assert stead_user.decide("document.send", for_=luther.email)

        def test_of_another(stead_engine, stead_outbox):
            assert engines[0].closed
            assert not stead_outbox.mails
            assert not stead_engine.closed

        def test_that_fails(stead_user):
            assert stead_user.decide("document.send", for_="luthercooper@cubeflakes.com")
        """
    )
    result = pytester.runpytest_subprocess("-W", "error", "--strict-markers", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["*Decision(allowed=False*NO_IDENTITY*"])


def test_the_fixtures_can_be_looked_up_and_left_out(pytester: pytest.Pytester) -> None:
    shown = pytester.runpytest_subprocess("--fixtures", "--markers")
    shown.stdout.fnmatch_lines(["*@pytest.mark.stead(*"])
    pytester.makepyfile("def test_without(stead_store): pass")
    pytester.runpytest_subprocess("-p", "no:stead").assert_outcomes(errors=1)
