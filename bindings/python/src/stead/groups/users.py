"""Users and their invitations. Source: contract 3, design 3."""

from __future__ import annotations

from collections.abc import Mapping

from .. import _core
from .._wire import UNSET, Unset, request
from .._words import Role
from ..records.people import User
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

    def get(self, user_id: str) -> User:
        """The user. Raises Refused (lacksRole), NotFound (userNotFound). Source: contract 3."""
        return User.from_json(_core.user_get(self._handle, user_id))

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

    def deactivate(self, user_id: str, *, version: int | Unset | None = UNSET) -> User:
        """Deactivates a user; all the user's sender identities become Revoked.

        Raises Refused (lacksRole, lastAdmin, wrongState), NotFound (userNotFound), Conflict (versionMoved).
        Source: design 3.
        """
        return User.from_json(_core.user_deactivate(self._handle, user_id, request(version=version)))

    def reactivate(self, user_id: str, *, version: int | Unset | None = UNSET) -> User:
        """Makes a deactivated user Active again; revoked identities stay revoked.

        Raises Refused (lacksRole, wrongState), NotFound (userNotFound), Conflict (versionMoved). Source: design 3.
        """
        return User.from_json(_core.user_reactivate(self._handle, user_id, request(version=version)))
