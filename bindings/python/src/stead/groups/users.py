"""Users and their invitations. Source: contract 3, design 3."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from .. import _core
from .._paging import Page, first_page
from .._wire import UNSET, Unset, request
from .._words import Role
from ..records.people import CancelledInvitation, Invitation, InvitedUsers, User
from ._group import Group


class Invitations(Group[_core.Engine]):
    """Invitations, from the side of the invited person: known by the token of the mailed link."""

    __slots__ = ()

    def accept(
        self, token: str, *, name: str, ip: str | Unset | None = UNSET, user_agent: str | Unset | None = UNSET
    ) -> User:
        """Accepts the invitation; the user is Active.

        `name`: 1 to 80 characters. `ip`, `user_agent`: kept as evidence.
        Raises Invalid, NotFound (linkNotFound). Source: design 3.
        """
        return User.from_json(_core.user_accept(self._handle, token, request(name=name, ip=ip, user_agent=user_agent)))


class Users(Group[_core.Session]):
    """Users of the account."""

    __slots__ = ()

    def invite(
        self,
        *,
        email: str,
        name: str | Unset | None = UNSET,
        role: Role | str | Unset | None = UNSET,
        team_id: str | Unset | None = UNSET,
        meta_data: Mapping[str, str | None] | Unset | None = UNSET,
        request_id: str | Unset | None = UNSET,
    ) -> User:
        """Invites a user; the mail with the link is planned.

        `role`: Member unless told. `meta_data`: at most 50 pairs, key to 50 and value to 500 characters.
        Raises Invalid, Refused (lacksRole), Conflict (userExists), NotFound (teamNotFound). Source: design 3.
        """
        return User.from_json(
            _core.user_invite(
                self._handle,
                request(email=email, name=name, role=role, team_id=team_id, meta_data=meta_data, request_id=request_id),
            )
        )

    def invite_all(
        self, *, users: Iterable[Invitation | Mapping[str, Any]], request_id: str | Unset | None = UNSET
    ) -> InvitedUsers:
        """Invites 1 to 100 users, all or nobody; a mail each is planned.

        Errors name the item: "/users/0/email".
        Raises Invalid, Refused (lacksRole), Conflict (userExists), NotFound (teamNotFound). Source: contract 3.1.
        """
        return InvitedUsers.from_json(_core.user_invite_all(self._handle, request(users=users, request_id=request_id)))

    def resend_invitation(self, user_id: str) -> User:
        """Mails a new invitation link; the old one is dead. Only while InvitationPending.

        Raises Refused (lacksRole, wrongState), NotFound (userNotFound). Source: contract 3.1.
        """
        return User.from_json(_core.user_resend_invitation(self._handle, user_id))

    def cancel_invitation(self, user_id: str) -> CancelledInvitation:
        """Takes an invitation back: the user is gone, the link is dead. Only while InvitationPending.

        Raises Refused (lacksRole, wrongState), NotFound (userNotFound). Source: contract 3.1.
        """
        return CancelledInvitation.from_json(_core.user_cancel_invitation(self._handle, user_id))

    def get(self, user_id: str) -> User:
        """The user. Raises Refused (lacksRole), NotFound (userNotFound). Source: contract 3."""
        return User.from_json(_core.user_get(self._handle, user_id))

    def list(
        self,
        *,
        page: int | Unset | None = UNSET,
        page_size: int | Unset | None = UNSET,
        cursor: str | Unset | None = UNSET,
        search: str | Unset | None = UNSET,
        user_ids: Iterable[str] | Unset | None = UNSET,
        team_id: str | Unset | None = UNSET,
    ) -> Page[User]:
        """Users of the account, newest first.

        `page_size`: 1 to 100, 10 unless told. `search`: part of a name, an address or an id. `user_ids`: at most 100.
        Raises Invalid, Refused (lacksRole), NotFound (teamNotFound). Source: contract 3.1.
        """
        return first_page(
            User,
            partial(_core.user_list, self._handle),
            page=page,
            page_size=page_size,
            cursor=cursor,
            search=search,
            user_ids=user_ids,
            team_id=team_id,
        )

    def update(
        self,
        user_id: str,
        *,
        name: str | Unset = UNSET,
        role: Role | str | Unset | None = UNSET,
        api_account_wide_access: bool | Unset | None = UNSET,
        allow_send_on_behalf_of: bool | Unset | None = UNSET,
        meta_data: Mapping[str, str | None] | Unset | None = UNSET,
        version: int | Unset | None = UNSET,
    ) -> User:
        """Changes a user; at least one argument beside `version`, which is the one that was read.

        `meta_data` merges: "" or None removes a key, absent keys stay.
        Raises Invalid, Refused (lacksRole, lastAdmin), NotFound (userNotFound), Conflict (versionMoved).
        Source: contract 3.1.
        """
        return User.from_json(
            _core.user_update(
                self._handle,
                user_id,
                request(
                    name=name,
                    role=role,
                    api_account_wide_access=api_account_wide_access,
                    allow_send_on_behalf_of=allow_send_on_behalf_of,
                    meta_data=meta_data,
                    version=version,
                ),
            )
        )

    def change_team(
        self,
        user_id: str,
        *,
        to_team_id: str,
        transfer_documents_to_user_id: str | Unset | None = UNSET,
        version: int | Unset | None = UNSET,
        dry_run: bool | Unset | None = UNSET,
        plan_id: str | Unset | None = UNSET,
    ) -> User:
        """Moves a user into another team; `plan` of the answer tells what that does.

        Leaving a team revokes all the user's sender identities. Documents go along, or to the user who is named: then
        those under way are revoked, and where the moved user is waited for as a signer he declines. `dry_run`: only the
        plan. `plan_id`: of a dry run; the change is made only while its plan is still this one.
        Raises Refused (lacksRole, wrongState), NotFound (userNotFound, teamNotFound), Conflict (planChanged,
        versionMoved), LimitExceeded (tooLarge). Source: contract 3.1.
        """
        return User.from_json(
            _core.user_change_team(
                self._handle,
                user_id,
                request(
                    to_team_id=to_team_id,
                    transfer_documents_to_user_id=transfer_documents_to_user_id,
                    version=version,
                    dry_run=dry_run,
                    plan_id=plan_id,
                ),
            )
        )

    def deactivate(
        self,
        user_id: str,
        *,
        to_user_id: str | Unset | None = UNSET,
        version: int | Unset | None = UNSET,
        dry_run: bool | Unset | None = UNSET,
        plan_id: str | Unset | None = UNSET,
    ) -> User:
        """Deactivates a user; all the user's sender identities become Revoked. `plan` of the answer tells what it does.

        Documents stay, or go to `to_user_id` as with `change_team`; `dry_run` and `plan_id` are as there.
        Raises Refused (lacksRole, lastAdmin, wrongState), NotFound (userNotFound), Conflict (planChanged,
        versionMoved), LimitExceeded (tooLarge). Source: design 3, contract 3.1.
        """
        return User.from_json(
            _core.user_deactivate(
                self._handle,
                user_id,
                request(to_user_id=to_user_id, version=version, dry_run=dry_run, plan_id=plan_id),
            )
        )

    def reactivate(self, user_id: str, *, version: int | Unset | None = UNSET) -> User:
        """Makes a deactivated user Active again; revoked identities stay revoked.

        Raises Refused (lacksRole, wrongState), NotFound (userNotFound), Conflict (versionMoved). Source: design 3.
        """
        return User.from_json(_core.user_reactivate(self._handle, user_id, request(version=version)))
