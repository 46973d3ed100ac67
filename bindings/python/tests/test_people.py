"""Accounts, users, teams and API keys."""

from __future__ import annotations

import pytest

import stead
from conftest import HANK, LUTHER, Office


def test_an_invited_user_joins_by_the_mailed_link(office: Office) -> None:
    users = office.hank.users
    team = office.hank.teams.create(name="Contracts")
    invited = users.invite(
        email=LUTHER, name="Luther", role=stead.Role.MEMBER, team_id=team.id, meta_data={"costCenter": "4711"}
    )
    assert invited.status is stead.UserStatus.INVITATION_PENDING
    token = office.token(LUTHER)
    joined = office.engine.invitations.accept(token, name="Luther Cooper", ip="203.0.113.7")
    assert (joined.id, joined.status, joined.name) == (invited.id, stead.UserStatus.ACTIVE, "Luther Cooper")
    assert joined.team_id == team.id
    with pytest.raises(stead.NotFound) as caught:
        office.engine.invitations.accept(token, name="Luther Cooper")
    assert caught.value.code is stead.Code.LINK_NOT_FOUND
    assert users.get(joined.id) == joined


def test_updates_keep_what_is_left_out_and_clear_what_is_none(office: Office) -> None:
    users = office.hank.users
    user = users.invite(email=LUTHER, meta_data={"a": "1", "b": "2"})
    changed = users.update(user.id, name="Luther Cooper", meta_data={"a": None, "c": "3"}, version=user.version)
    assert changed.meta_data == {"b": "2", "c": "3"}
    assert changed.role is user.role
    with pytest.raises(stead.Conflict) as caught:
        users.update(user.id, role="Auditor", version=user.version)
    assert caught.value.code is stead.Code.VERSION_MOVED
    assert users.update(user.id, role="Auditor").role is stead.Role.AUDITOR


def test_teams_take_none_for_no_team(office: Office) -> None:
    team = office.hank.teams.create(name="Legal", request_id="team-1")
    assert office.hank.teams.create(name="Legal", request_id="team-1") == team
    assert office.hank.teams.assign(office.hank.user_id, team_id=team.id).team_id == team.id
    assert office.hank.teams.assign(office.hank.user_id, team_id=None).team_id is None
    with pytest.raises(TypeError, match="team_id"):
        office.hank.teams.assign(office.hank.user_id)  # type: ignore[call-arg]


def test_a_deactivated_user_cannot_act(office: Office) -> None:
    user = office.hank.users.invite(email=LUTHER)
    office.engine.invitations.accept(office.token(LUTHER), name="Luther Cooper")
    session = office.engine.session(user.id)
    assert session.may("document.send")
    assert office.hank.users.deactivate(user.id).status is stead.UserStatus.DEACTIVATED
    decision = session.decide("document.send")
    assert not decision
    assert decision.reason is stead.Code.ACTOR_INACTIVE
    assert decision.remedy == "user.reactivate"
    assert office.hank.users.reactivate(user.id).status is stead.UserStatus.ACTIVE
    with pytest.raises(stead.Refused) as caught:
        office.hank.users.deactivate(office.hank.user_id)
    assert caught.value.code is stead.Code.LAST_ADMIN


def test_a_key_opens_a_session_until_it_is_revoked(office: Office) -> None:
    made = office.hank.api_keys.create(name="nightly job", request_id="key-1")
    assert made.key is not None
    assert office.hank.api_keys.create(name="nightly job", request_id="key-1").key is None
    session = office.engine.session_with_key(made.key)
    assert session.user_id == office.hank.user_id
    assert [key.name for key in office.hank.api_keys.list()] == ["nightly job"]
    assert office.hank.api_keys.revoke(made.id).revoked_at == office.now
    with pytest.raises(stead.Refused):
        session.teams.create(name="Legal")
    with pytest.raises(stead.Unauthenticated):
        office.engine.session_with_key(made.key)


def test_account_wide_authority(office: Office) -> None:
    user = office.hank.users.invite(email=LUTHER)
    office.engine.invitations.accept(office.token(LUTHER), name="Luther Cooper")
    wide = office.hank.account_wide(LUTHER)
    assert wide.decide("document.send").reason is stead.Code.ACCOUNT_WIDE_OFF
    assert office.hank.account.update(account_wide=True, name="Cubeflakes Ltd").account_wide
    assert office.engine.accounts.get(office.account.id).name == "Cubeflakes Ltd"
    office.hank.users.update(office.hank.user_id, api_account_wide_access=True, allow_send_on_behalf_of=True)
    decision = wide.decide("document.send")
    assert decision.allowed
    assert decision.authority is stead.Authority.ACCOUNT_WIDE
    sent = office.sent(wide)
    assert sent.principal is not None
    assert (sent.principal.user_id, sent.principal.identity_id) == (user.id, None)


def test_an_account_needs_an_admin(office: Office) -> None:
    with pytest.raises(stead.Invalid):
        office.engine.accounts.create(name="Cubeflakes", admin={"name": "Hank White"})
    with pytest.raises(stead.NotFound):
        office.engine.accounts.get(office.hank.user_id)
    again = office.engine.accounts.create(name="Cubeflakes", admin=stead.Person(name="Hank White", email=HANK))
    assert again.number == office.account.number + 1


def test_many_are_invited_at_once_or_nobody(office: Office) -> None:
    users = office.hank.users
    team = office.hank.teams.create(name="Legal")
    someone = stead.Invitation(email=LUTHER, role=stead.Role.TEAM_ADMIN, team_id=team.id, meta_data={"desk": "7"})
    with pytest.raises(stead.Invalid) as caught:
        users.invite_all(users=[someone, {"email": "nobody"}])
    assert [field for field, _ in caught.value.fields] == ["/users/1/email"]
    assert users.list().total == 1
    luther, david = users.invite_all(users=[someone, {"email": "david@cubeflakes.com"}]).users
    assert (luther.role, luther.team_name, luther.meta_data) == (stead.Role.TEAM_ADMIN, "Legal", {"desk": "7"})
    assert users.resend_invitation(david.id).version == david.version + 1
    assert users.cancel_invitation(david.id).id == david.id
    assert [user.email for user in users.list(page_size=1)] == [LUTHER, HANK]
    assert [user.id for user in users.list(search="LUTHER", user_ids=[luther.id])] == [luther.id]


def test_a_team_has_members_and_another_name(office: Office) -> None:
    teams = office.hank.teams
    legal, sales = teams.create(name="Legal"), teams.create(name="Sales")
    office.hank.teams.assign(office.hank.user_id, team_id=sales.id)
    assert [team.name for team in teams.list(page_size=1)] == ["Sales", "Legal"]
    renamed = teams.rename(sales.id, name="Selling", version=sales.version)
    assert (renamed.name, renamed.version) == ("Selling", sales.version + 1)
    members = teams.get(sales.id).members
    assert [(member.id, member.role) for member in members] == [(office.hank.user_id, stead.Role.ADMIN)]
    assert not teams.get(legal.id).members
    assert not teams.get(legal.id).members_capped


def test_a_move_is_made_as_it_was_shown(office: Office) -> None:
    users, teams = office.hank.users, office.hank.teams
    legal, sales = teams.create(name="Legal"), teams.create(name="Sales")
    mover = users.invite(email=LUTHER, team_id=sales.id)
    office.engine.invitations.accept(office.token(LUTHER), name="Luther Cooper")
    shown = users.change_team(
        mover.id, to_team_id=legal.id, transfer_documents_to_user_id=office.hank.user_id, dry_run=True
    )
    assert shown.plan is not None
    assert (shown.team_id, shown.plan.applied, shown.plan.counts.document_handed_over) == (sales.id, False, 0)
    users.update(mover.id, name="Luther")
    with pytest.raises(stead.Conflict) as caught:
        users.change_team(mover.id, to_team_id=legal.id, plan_id=shown.plan.id)
    assert caught.value.code is stead.Code.PLAN_CHANGED
    moved = users.change_team(mover.id, to_team_id=legal.id)
    assert moved.plan is not None
    assert moved.plan.applied
    assert moved.plan.effects == ()
    assert moved.team_name == "Legal"
    left = users.deactivate(mover.id, to_user_id=office.hank.user_id)
    assert left.status is stead.UserStatus.DEACTIVATED
    with pytest.raises(stead.NotFound) as missing:
        office.hank.documents.hand_over(document_ids=[legal.id], to_user_id=office.hank.user_id, dry_run=True)
    assert missing.value.code is stead.Code.DOCUMENT_NOT_FOUND
